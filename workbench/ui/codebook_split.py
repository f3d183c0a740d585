"""CodebookSplit: the uses of a tag, of which some are marked for a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListView, QVBoxLayout, QWidget

from workbench.ui.annotation_words import quoted
from workbench.ui.parts import label, tool_button
from workbench.ui.theme import GRID, sans
from workbench.ui.wording import count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QKeyEvent

    from workbench.model import Annotation, Tag

Index = QModelIndex | QPersistentModelIndex
MARK = Qt.ItemDataRole.CheckStateRole


class UsesModel(QAbstractListModel):
    """Annotations that have a tag, each to be marked."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._uses: Sequence[Annotation] = ()
        self._marked: set[str] = set()

    def show(self, uses: Sequence[Annotation]) -> None:
        """Show other uses, none of them marked."""
        self.beginResetModel()
        self._uses, self._marked = uses, set()
        self.endResetModel()

    def marked(self) -> tuple[Annotation, ...]:
        """Return the uses that are marked."""
        return tuple(one for one in self._uses if one.id in self._marked)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many uses there are."""
        return 0 if parent.isValid() else len(self._uses)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a use, its memo as the tip, and whether it is marked."""
        if not index.isValid():
            return None
        use = self._uses[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return quoted(use.target)
        if role == Qt.ItemDataRole.ToolTipRole:
            quotes = " … ".join(one.quote for one in use.target.selectors)
            return "\n".join(filter(None, (quotes, use.memo)))
        if role == MARK:
            is_marked = use.id in self._marked
            return Qt.CheckState.Checked if is_marked else Qt.CheckState.Unchecked
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Mark a use, or no more."""
        if not index.isValid() or role != MARK:
            return False
        use = self._uses[index.row()].id
        if Qt.CheckState(value) is Qt.CheckState.Checked:
            self._marked.add(use)
        else:
            self._marked.discard(use)
        self.dataChanged.emit(QModelIndex(index), QModelIndex(index))  # type: ignore[arg-type]
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let uses be marked."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flag = Qt.ItemFlag
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsUserCheckable


class CodebookSplit(QWidget):
    """Asks for the name of the new tag, and which uses are its own; `accepted` says so."""

    accepted = Signal(object, str, tuple)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tag: Tag | None = None
        self.model = UsesModel(self)
        self.title = label("", sans(12), wraps=True)
        self.name = QLineEdit()
        self.name.setPlaceholderText("Name of the new tag")
        self.name.setAccessibleName("Name of the new tag")
        self.name.returnPressed.connect(self._accept)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setAccessibleName("Uses for the new tag")
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.split = tool_button("Split", tip="Give the marked uses the new tag instead")
        self.split.clicked.connect(self._accept)
        cancel = tool_button("Cancel", tip="Esc")
        cancel.clicked.connect(self.closed)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self.split)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID // 2, GRID, GRID // 2)
        column.setSpacing(GRID // 2)
        for part in (self.title, self.name, self.list):
            column.addWidget(part)
        column.addLayout(row)
        self.name.textChanged.connect(self._offer)
        self.model.dataChanged.connect(self._offer)
        self._offer()

    def ask(self, tag: Tag, uses: Sequence[Annotation]) -> None:
        """Show the uses of a tag."""
        self._tag = tag
        said = count(len(uses), "use")
        self.title.setText(f"Split ‘{tag.name}’: name a new tag and mark those of its {said}.")
        self.model.show(uses)
        self.name.clear()
        self.name.setFocus()
        self._offer()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave all as it is on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _offer(self) -> None:
        self.split.setEnabled(bool(self.name.text().strip() and self.model.marked()))

    def _accept(self) -> None:
        if self.split.isEnabled():
            self.accepted.emit(self._tag, " ".join(self.name.text().split()), self.model.marked())
