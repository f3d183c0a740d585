"""Tag choices: the tags that fit what is typed, the last used first, and a new one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from workbench.ui.tag_colours import dot

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from workbench.model import Codebook, Tag
    from workbench.ui.theme import Theme

MOST = 50  # rows: whoever needs more types another letter
STEP = " › "  # between a tag and the one above it

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Choice:
    """One row: a tag of the codebook, or a new one of the name that was typed."""

    tag: Tag | None
    words: str


def choices(
    codebook: Codebook, typed: str, recent: Sequence[str], taken: Container[str]
) -> tuple[Choice, ...]:
    """Return what is offered for some typed letters, without the tags `taken` already.

    With nothing typed all tags are, the `recent` ones first. Else those that begin with the
    letters, then a new tag of that name, where there is none, then those that have the letters
    elsewhere in their path.
    """
    wanted = " ".join(typed.casefold().split())
    place = {id_: number for number, id_ in enumerate(recent)}
    left = [tag for tag in codebook.branch() if tag.id not in taken]
    left.sort(key=lambda tag: (tag.name.casefold() != wanted, place.get(tag.id, len(place))))
    begins = [tag for tag in left if _begins(tag.name, wanted)]
    found = [Choice(tag, path_of(codebook, tag)) for tag in begins]
    if wanted and codebook.named(wanted) is None:
        found.append(Choice(None, " ".join(typed.split())))
    if len(found) < MOST:
        found += _inside(codebook, left, wanted, {tag.id for tag in begins})
    return tuple(found[:MOST])


def path_of(codebook: Codebook, tag: Tag) -> str:
    """Return the names of a tag and those above it, from the top."""
    return STEP.join(each.name for each in codebook.path(tag.id))


class TagChoicesModel(QAbstractListModel):
    """What is offered, as a list shows it."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: tuple[Choice, ...] = ()

    def set_theme(self, theme: Theme) -> None:
        """Show the tags' colours as they are read on this theme's paper."""
        self.beginResetModel()
        self._theme = theme
        self.endResetModel()

    def show(self, rows: tuple[Choice, ...]) -> None:
        """Offer these."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def choice(self, index: Index) -> Choice | None:
        """Return the choice of a row."""
        return self._rows[index.row()] if index.isValid() else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a tag's path, its colour as a spot, and what it means as the tip."""
        choice = self.choice(index)
        if choice is None:
            return None
        tag = choice.tag
        if role == Qt.ItemDataRole.DisplayRole:
            return choice.words if tag else f"Create tag ‘{choice.words}’"
        if role == Qt.ItemDataRole.DecorationRole and tag:
            return dot(tag.colour, self._theme)
        if role == Qt.ItemDataRole.ToolTipRole and tag:
            return tag.definition or None
        return None


def _begins(name: str, wanted: str) -> bool:
    """Tell whether a name, or a word in it, begins with some letters."""
    folded = name.casefold()
    return folded.startswith(wanted) or f" {wanted}" in folded


def _inside(
    codebook: Codebook, tags: Sequence[Tag], wanted: str, without: Container[str]
) -> Iterator[Choice]:
    for tag in tags:
        words = path_of(codebook, tag)
        if tag.id not in without and wanted in words.casefold():
            yield Choice(tag, words)
