"""TagField: tags typed with completion, made on the fly, and shown as chips to be taken off."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListView, QToolButton, QVBoxLayout, QWidget

from workbench.model import Codebook, Tag
from workbench.project.tagging import new_tag
from workbench.ui.flow_layout import FlowLayout
from workbench.ui.tag_choices import TagChoicesModel, choices
from workbench.ui.tag_colours import DOT, dot
from workbench.ui.theme import GRID, Theme, sans

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex

ROWS = 6  # of the list in sight at once
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TagField(QWidget):
    """Chips, a line to type in, and below it the tags that fit, while it has the keyboard.

    Enter takes the marked tag, or, with nothing typed or marked, says `accepted`. Tags made here
    are in nobody's codebook yet: who stores `tags` must store `created` with them.
    """

    changed = Signal()
    accepted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._known = Codebook()
        self._recent: tuple[str, ...] = ()
        self._tags: list[str] = []
        self._created: dict[str, Tag] = {}
        self.model = TagChoicesModel(theme, self)
        self.chips = QWidget()
        self._flow = FlowLayout(GRID // 2, self.chips)
        self.line = QLineEdit()
        self.line.setPlaceholderText("Tag")
        self.line.setAccessibleName("Tag")
        self.line.setAccessibleDescription("Type a tag; Enter takes the one marked below")
        self.line.textChanged.connect(self._offer)
        self.line.installEventFilter(self)
        self.list = self._make_list()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(self.chips)
        column.addWidget(self.line)
        column.addWidget(self.list)
        self.setFocusProxy(self.line)
        self._show_chips()

    @property
    def tags(self) -> tuple[str, ...]:
        """The ids of the tags that were taken, in their order."""
        return tuple(self._tags)

    @property
    def created(self) -> tuple[Tag, ...]:
        """Those of the tags taken that are new to the codebook."""
        return tuple(self._created[id_] for id_ in self._tags if id_ in self._created)

    @property
    def codebook(self) -> Codebook:
        """The codebook, with the tags that were made here."""
        return Codebook((*self._known.tags, *self.created))

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours from now on."""
        self._theme = theme
        self.model.set_theme(theme)
        self._show_chips()

    def offer(self, codebook: Codebook, recent: Sequence[str] = ()) -> None:
        """Offer the tags of a codebook, `recent` ones first; chips of others are dropped."""
        self._known, self._recent = codebook, tuple(recent)
        self._created = {id_: t for id_, t in self._created.items() if id_ not in codebook.by_id}
        known = codebook.by_id.keys() | self._created.keys()
        self._tags = [id_ for id_ in self._tags if id_ in known]
        self._show_chips()
        self._offer()

    def set_tags(self, tags: Sequence[str], created: Sequence[Tag] = (), typed: str = "") -> None:
        """Take these tags instead, of which some are new to the codebook, and letters typed."""
        self._created = {tag.id: tag for tag in created}
        known = self._known.by_id.keys() | self._created.keys()
        self._tags = [id_ for id_ in tags if id_ in known]
        self.line.setText(typed)
        self._show_chips()
        self._offer()

    def take_typed(self) -> None:
        """Take the tag that is marked for what is typed, where anything is."""
        if self.line.text().strip():
            self._take(self.list.currentIndex())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move through the list and take its marked row without leaving the line."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._fit_list(shown=event.type() == QEvent.Type.FocusIn)
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._press(event)
        return super().eventFilter(watched, event)

    def _press(self, event: QKeyEvent) -> bool:
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if event.key() in _MOVES:
            self.list.event(event)
        elif event.key() in _ENTER and plain:
            self._enter()
        elif event.key() == Qt.Key.Key_Backspace and not self.line.text() and self._tags:
            self._drop(self._tags[-1])
        else:
            return False
        return True

    def _enter(self) -> None:
        if self.list.currentIndex().isValid() or self.line.text().strip():
            self._take(self.list.currentIndex())
        else:
            self.accepted.emit()

    def _take(self, index: QModelIndex) -> None:
        choice = self.model.choice(index)
        if choice is None:  # the tag was taken before
            self.line.clear()
            return
        tag = choice.tag or new_tag(self.codebook, choice.words, str(uuid4()))
        if choice.tag is None:
            self._created[tag.id] = tag
        self._tags.append(tag.id)
        self._show_chips()
        self.line.clear()
        self._offer()
        self.changed.emit()

    def _drop(self, tag_id: str) -> None:
        self._tags.remove(tag_id)
        self._show_chips()
        self._offer()
        self.line.setFocus()
        self.changed.emit()

    def _offer(self) -> None:
        typed = self.line.text()
        self.model.show(choices(self.codebook, typed, self._recent, set(self._tags)))
        if typed.strip():
            self.list.setCurrentIndex(self.model.index(0, 0))
        self._fit_list(shown=self.line.hasFocus())

    def _fit_list(self, *, shown: bool) -> None:
        rows = min(ROWS, self.model.rowCount())
        self.list.setFixedHeight(rows * max(1, self.list.sizeHintForRow(0)) + 2)
        self.list.setVisible(shown and rows > 0)

    def _make_list(self) -> QListView:
        made = QListView()
        made.setModel(self.model)
        made.setAccessibleName("Tags that fit")
        made.setProperty("choices", "true")
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setUniformItemSizes(True)
        made.setIconSize(QSize(DOT, DOT))
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.clicked.connect(self._take)
        made.hide()
        return made

    def _show_chips(self) -> None:
        while item := self._flow.takeAt(0):
            item.widget().hide()
            item.widget().deleteLater()
        tags = self.codebook.by_id
        for id_ in self._tags:
            chip = self._chip(tags[id_])
            self._flow.addWidget(chip)
            chip.show()
        self.chips.setVisible(bool(self._tags))
        self.updateGeometry()

    def _chip(self, tag: Tag) -> QToolButton:
        chip = QToolButton()
        chip.setText(f"{tag.name}  ×")
        chip.setIcon(dot(tag.colour, self._theme, self.devicePixelRatioF()))
        chip.setIconSize(QSize(DOT, DOT))
        chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        chip.setFont(sans(12))
        chip.setProperty("chip", "true")
        chip.setAccessibleName(f"Tag {tag.name}: take it off")
        chip.setToolTip("\n".join(filter(None, (tag.definition, "Click to take it off"))))
        chip.clicked.connect(lambda: self._drop(tag.id))
        return chip
