"""CodebookModel: the tree of tags with their colours, uses and keys; tags are moved by dragging."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractItemModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from workbench.model import Codebook, Tag
from workbench.ui.tag_colours import dot
from workbench.ui.wording import count

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtCore import QObject

    from workbench.ui.theme import Theme

HEADS = ("Tag", "Uses", "Key")
NAME, USES, KEY = range(3)
DRAGGED = "application/x-crossread-tags"
TOP = -1

Index = QModelIndex | QPersistentModelIndex
_NUMBERS = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class CodebookModel(QAbstractItemModel):
    """Tags below tags. It changes nothing itself: it tells what is wanted.

    `move_wanted` names tags, the tag they are to be below (empty for the top) and before how many
    others there.
    """

    rename_wanted = Signal(str, str)
    move_wanted = Signal(tuple, str, int)

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.codebook = Codebook()
        self.can_write = True
        self._theme = theme
        self._uses: Mapping[str, int] = {}
        self._tags: list[Tag] = []
        self._places: dict[str, tuple[int, int]] = {}  # number of the tag above, and place there
        self._numbers: dict[str, int] = {}

    def show(self, codebook: Codebook) -> None:
        """Show the tags of a codebook."""
        self.beginResetModel()
        self.codebook = codebook
        self._tags = list(codebook.branch())
        self._numbers = {tag.id: number for number, tag in enumerate(self._tags)}
        self._places = {
            tag.id: (self._numbers.get(above, TOP), place)
            for above in ("", *self._numbers)
            for place, tag in enumerate(codebook.below(above))
        }
        self.endResetModel()

    def show_uses(self, uses: Mapping[str, int]) -> None:
        """Show how often each tag was given."""
        self._uses = uses
        self._retell()

    def set_theme(self, theme: Theme) -> None:
        """Show the colours as they are read on this theme's paper."""
        self._theme = theme
        self._retell()

    def tag_of(self, index: Index) -> Tag | None:
        """Return the tag of a row."""
        return self._tags[index.internalId()] if index.isValid() else None

    def index_of(self, tag_id: str, column: int = NAME) -> QModelIndex:
        """Return the index of a tag, invalid where there is none."""
        if tag_id not in self._places:
            return QModelIndex()
        return self.createIndex(self._places[tag_id][1], column, self._numbers[tag_id])

    def uses(self, tag_id: str) -> int:
        """Return how often a tag was given."""
        return self._uses.get(tag_id, 0)

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008 - Qt's own default
        """Return the index of a cell, invalid where there is none."""
        below = self._below(parent)
        if not (0 <= row < len(below) and 0 <= column < len(HEADS)):
            return QModelIndex()
        return self.createIndex(row, column, self._numbers[below[row].id])

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]
        """Return the index of the tag above."""
        tag = self.tag_of(index)
        above = self._places[tag.id][0] if tag else TOP
        return QModelIndex() if above == TOP else self.index_of(self._tags[above].id)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many tags stand right below one, or at the top."""
        return 0 if parent.column() > 0 else len(self._below(parent))

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many cells stand in a row."""
        return len(HEADS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the head of a column."""
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return HEADS[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's words, the tag's colour as a spot, and what it means as the tip."""
        tag = self.tag_of(index)
        if tag is None:
            return None
        column = index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return (tag.name, f"{self.uses(tag.id):,}", tag.key)[column]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return (tag.name, count(self.uses(tag.id), "use"), tag.key or "no key")[column]
        if column == NAME:
            return self._named(tag, role)
        return _NUMBERS if role == Qt.ItemDataRole.TextAlignmentRole and column == USES else None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Want a tag to have another name."""
        tag = self.tag_of(index)
        name = " ".join(str(value).split())
        if tag is None or role != Qt.ItemDataRole.EditRole or not name:
            return False
        if name != tag.name:
            self.rename_wanted.emit(tag.id, name)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let tags be named, dragged, and dropped on each other and between."""
        flag = Qt.ItemFlag
        if not index.isValid():
            return flag.ItemIsDropEnabled if self.can_write else flag.NoItemFlags
        usual = flag.ItemIsEnabled | flag.ItemIsSelectable
        if not self.can_write:
            return usual
        moved = usual | flag.ItemIsDragEnabled | flag.ItemIsDropEnabled
        return moved | flag.ItemIsEditable if index.column() == NAME else moved

    def supportedDropActions(self) -> Qt.DropAction:  # noqa: N802 - Qt's own name
        """Move what is dropped."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Return the kind of data that dragged tags are."""
        return [DRAGGED]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return dragged tags by their ids."""
        tags = (self.tag_of(index) for index in indexes)
        ids = list(dict.fromkeys(tag.id for tag in tags if tag))
        data = QMimeData()
        data.setData(DRAGGED, json.dumps(ids).encode())
        return data

    def dropMimeData(  # noqa: N802 - Qt's own name and arguments
        self, data: QMimeData, action: Qt.DropAction, row: int, _column: int, parent: Index
    ) -> bool:
        """Want dropped tags below the one they were dropped on, or between two."""
        if not data.hasFormat(DRAGGED) or action == Qt.DropAction.IgnoreAction:
            return False
        ids = tuple(json.loads(bytes(data.data(DRAGGED).data())))
        above = self.tag_of(parent)
        place = row if row >= 0 else self.rowCount(QModelIndex(parent))  # type: ignore[arg-type]
        self.move_wanted.emit(ids, above.id if above else "", place)
        return True

    def _named(self, tag: Tag, role: int) -> object:
        if role == Qt.ItemDataRole.EditRole:
            return tag.name
        if role == Qt.ItemDataRole.DecorationRole:
            return dot(tag.colour, self._theme)
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(filter(None, (tag.name, tag.definition)))
        return None

    def _below(self, parent: Index) -> tuple[Tag, ...]:
        above = self.tag_of(parent)
        return self.codebook.below(above.id if above else "")

    def _retell(self) -> None:
        for tag in self._tags:
            self.dataChanged.emit(self.index_of(tag.id), self.index_of(tag.id, KEY))
