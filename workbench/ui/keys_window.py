"""KeysWindow: the one place that lists all keys, where they can be changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLineEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from workbench.ui.keys_model import KeysModel
from workbench.ui.parts import label, tool_button
from workbench.ui.theme import GRID, sans

if TYPE_CHECKING:
    from workbench.ui.action_spec import ActionSpec
    from workbench.ui.keys import Keys

SIZE = (620, 640)
NO_CLASH = "Choose an action, then press the new key in the field."


class KeysWindow(QDialog):
    """A table of actions and keys; below it a field that takes the new key."""

    def __init__(self, keys: Keys, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("keys")
        self._keys = keys
        self.model = KeysModel(keys, self)
        self.search = QLineEdit(clearButtonEnabled=True)
        self.search.setPlaceholderText("Search actions and keys")
        self.search.setAccessibleName("Search actions and keys")
        self.search.textChanged.connect(self.model.filter)
        self.table = self._make_table()
        self.field = QKeySequenceEdit()
        self.field.setMaximumSequenceLength(1)
        self.field.setAccessibleName("New key")
        inner = self.field.findChild(QLineEdit)
        if isinstance(inner, QLineEdit):
            inner.setAccessibleName("New key")
            inner.setPlaceholderText("New key")
        self._said = label(NO_CLASH, sans(12), dim=True, wraps=True)
        self.set_key = tool_button("Set", tip="Give the action this key and no other")
        self.add_key = tool_button("Add", tip="Give the action this key too")
        self.take_keys = tool_button("Remove", tip="Leave the action without a key")
        self.reset = tool_button("Usual", tip="Give the action its usual keys again")
        self.reset_all = tool_button("All usual", tip="Give all actions their usual keys again")
        self.setWindowTitle("Keys")
        self.setAccessibleName("Keys")
        self.resize(*SIZE)
        self._lay_out()
        self._connect()
        self._refresh()

    @property
    def said(self) -> str:
        """What the window says about the key in the field."""
        return self._said.text()

    def open_here(self) -> None:
        """Show the window; it does not hold up the other one, and ends when it is closed."""
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.show()
        self.search.setFocus()

    def chosen(self) -> ActionSpec | None:
        """Return the action whose row is marked."""
        return self.model.spec(self.table.currentIndex())

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.model)
        table.setAccessibleName("Actions and their keys")
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.verticalHeader().hide()
        head = table.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        return table

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(GRID // 2)
        row.addWidget(self.field, 1)
        for button in (self.set_key, self.add_key, self.take_keys, self.reset, self.reset_all):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 2, GRID * 2, GRID * 2, GRID * 2)
        column.setSpacing(GRID)
        column.addWidget(self.search)
        column.addWidget(self.table, 1)
        column.addWidget(self._said)
        column.addLayout(row)

    def _connect(self) -> None:
        self.table.selectionModel().currentChanged.connect(self._refresh)
        self.model.modelReset.connect(self._refresh)
        self.field.keySequenceChanged.connect(self._refresh)
        self.set_key.clicked.connect(lambda: self._give(()))
        self.add_key.clicked.connect(lambda: self._give(self._present()))
        self.take_keys.clicked.connect(lambda: self._keys.give(self._name(), ()))
        self.reset.clicked.connect(lambda: self._keys.reset(self._name()))
        self.reset_all.clicked.connect(self._keys.reset_all)
        self._keys.changed.connect(self._refresh)

    def _give(self, before: tuple[str, ...]) -> None:
        self._keys.give(self._name(), (*before, self._typed()))
        self.field.clear()

    def _name(self) -> str:
        spec = self.chosen()
        return spec.name if spec else ""

    def _present(self) -> tuple[str, ...]:
        return self._keys.of(self._name())

    def _typed(self) -> str:
        return self.field.keySequence().toString(QKeySequence.SequenceFormat.PortableText)

    def _refresh(self) -> None:
        spec, typed = self.chosen(), self._typed()
        for button in (self.take_keys, self.reset):
            button.setEnabled(spec is not None)
        for button in (self.set_key, self.add_key):
            button.setEnabled(spec is not None and bool(typed))
        self._said.setText(self._words(spec, typed))
        self.field.setAccessibleDescription(self.said)

    def _words(self, spec: ActionSpec | None, typed: str) -> str:
        if spec is None:
            return NO_CLASH
        action = spec.text.replace("…", "")
        if not typed:
            return f"{action}: press the new key in the field."
        other = self._keys.clash(spec.name, typed)
        if not other:
            return f"{typed} is free."
        return f"{typed} does “{self.model.words(other)}” now; that would lose it."
