"""CountsModel: how often tags were given, as a table of tags by columns or of tags by tags."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from workbench.ui.tag_colours import dot
from workbench.ui.theme import Theme, blend

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from workbench.model import Tag

Index = QModelIndex | QPersistentModelIndex
_CENTRE = Qt.AlignmentFlag.AlignCenter
STRONGEST = 0.42  # of the accent behind the greatest number; words stay readable on it


@dataclass(frozen=True, slots=True)
class Sheet:
    """Numbers in rows and columns, with their heads and what those stand for.

    The row and the column that have no tag or key of their own are totals. `tags` are those of the
    rows, None for the total; `keys` those of the columns.
    """

    tags: tuple[Tag | None, ...] = ()
    keys: tuple[str | None, ...] = ()
    heads: tuple[str, ...] = ()
    indents: tuple[int, ...] = ()
    numbers: tuple[tuple[int, ...], ...] = ()

    @property
    def greatest(self) -> int:
        """The greatest number that is no total."""
        return max(
            (
                number
                for tag, row in zip(self.tags, self.numbers, strict=True)
                for key, number in zip(self.keys, row, strict=True)
                if tag is not None and key is not None
            ),
            default=0,
        )


class CountsModel(QAbstractTableModel):
    """A sheet; the greater a number the stronger the colour behind it, as in the matrix."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.sheet = Sheet()
        self._greatest = 0

    def show(self, sheet: Sheet) -> None:
        """Show another sheet."""
        self.beginResetModel()
        self.sheet, self._greatest = sheet, sheet.greatest
        self.endResetModel()

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours from now on."""
        self.beginResetModel()
        self._theme = theme
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.sheet.tags)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self.sheet.keys)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the head of a column, or the tag of a row."""
        if orientation == Qt.Orientation.Vertical:
            return self._tag_head(section, role)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.sheet.heads[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a number, nothing for none, and what lies behind it."""
        if not index.isValid():
            return None
        number = self.sheet.numbers[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{number:,}" if number else ""
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self._said(index, number)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _CENTRE
        if role == Qt.ItemDataRole.BackgroundRole:
            return self._ground(index, number)
        return None

    def as_tsv(self) -> str:
        """Return the sheet as text, cells apart by tabs, for a spreadsheet."""
        sheet = self.sheet
        lines = ["\t".join(("", *(_plain(head) for head in sheet.heads)))]
        for tag, row in zip(sheet.tags, sheet.numbers, strict=True):
            lines.append("\t".join((_plain(_name(tag)), *map(str, row))))
        return "\n".join(lines) + "\n"

    def _tag_head(self, section: int, role: int) -> object:
        tag = self.sheet.tags[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return "  " * self.sheet.indents[section] + _name(tag)
        if role == Qt.ItemDataRole.DecorationRole and tag is not None:
            return dot(tag.colour, self._theme)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def _said(self, index: Index, number: int) -> str:
        tag, head = self.sheet.tags[index.row()], self.sheet.heads[index.column()]
        return f"{_name(tag)}, {head}: {number:,}"

    def _ground(self, index: Index, number: int) -> object:
        is_total = self.sheet.tags[index.row()] is None or self.sheet.keys[index.column()] is None
        if is_total or not number:
            return None
        return blend(QColor(self._theme.accent), STRONGEST * number / self._greatest)


def _name(tag: Tag | None) -> str:
    return tag.name if tag else "All"


def _plain(cell: str) -> str:
    """Return a cell without what would end it, nor what a spreadsheet takes for a formula."""
    words = " ".join(cell.split())
    return f"'{words}" if words[:1] in tuple("=+-@") else words
