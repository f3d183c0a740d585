"""ExportView: the page on which is chosen what goes out, as what, and how it begins is seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from workbench.model import Scope
from workbench.ui.choice import Choice
from workbench.ui.export_choices import FORMS, Aim, Choices
from workbench.ui.export_offers import TO_DO, Offer
from workbench.ui.export_options import ExportOptions
from workbench.ui.export_sample import ExportSample
from workbench.ui.flow_layout import FlowLayout
from workbench.ui.parts import label
from workbench.ui.theme import GRID, sans

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workbench.ui.theme import Theme

AIMS = {
    Aim.REPORT.value: ("Report", "What the articles share and where they differ, to be read"),
    Aim.EXCERPTS.value: ("Excerpts", "Annotated words, each with its source, to be cited"),
    Aim.TABLES.value: ("Tables", "Pairs, variants, terms and more, to count with"),
    Aim.LITERATURE.value: ("Bibliography", "The articles, for programs that cite"),
    Aim.PROGRAMS.value: ("Other programs", "Texts and annotations, to go on with elsewhere"),
    Aim.WHOLE.value: ("Whole project", "All of it, to keep it for good"),
}
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
SOON = 400  # milliseconds: what is put together sooner shows no word about it
PAUSE = 150  # milliseconds without another choice after which a preview is made
NO_PART = "Choose at least one part."
NO_TABLE = "Choose at least one table."
WAITING = "The preview is being put together…"
ALL_OF_IT = Offer("", Scope.PROJECT)


class ExportView(QWidget):
    """The page; `sample_wanted` asks for another preview, `accepted` for the file."""

    accepted = Signal()
    rejected = Signal()
    sample_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("export")
        self.setAccessibleName("Export")
        self.choices = Choices()
        self.title = label("Export", sans(15, semibold=True))
        self.export_button = QPushButton("Export…")
        self.export_button.setProperty("primary", True)  # noqa: FBT003 - as Qt has it
        self.export_button.setToolTip("Say where to write it (Enter)")
        self.cancel_button = QPushButton("Cancel")
        self.cancel_button.setToolTip("Write nothing (Esc)")
        self.aim = Choice("Export", AIMS, shows_name=False)
        self.forms = {
            aim: Choice("Format", {form.name: (form.words, form.tip) for form in forms})
            for aim, forms in FORMS.items()
        }
        self.options = ExportOptions()
        self.sample = ExportSample(theme)
        self._forms = QWidget()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._lay_out()
        self._connect()

    @property
    def offer(self) -> Offer | None:
        """What of the project goes out, None where there is nothing of that kind."""
        return ALL_OF_IT if self.choices.is_all else self.options.offer

    @property
    def problem(self) -> str:
        """Why nothing can go out as it is chosen, with what to do; empty where it can."""
        if self.offer is None:
            return TO_DO[self.options.chosen_scope]
        choices = self.choices
        if choices.aim is Aim.REPORT and not choices.parts:
            return NO_PART
        has_table = choices.sheets or choices.is_one_table
        return NO_TABLE if choices.aim is Aim.TABLES and not has_table else ""

    def ask(
        self, choices: Choices, offers: Mapping[Scope, tuple[Offer, ...]], scope: Scope
    ) -> None:
        """Show what can go out, and what is chosen of it."""
        self.options.show_offers(offers, scope)
        self.show_choices(choices)
        self.aim.buttons[choices.aim.value].setFocus()

    def show_choices(self, choices: Choices) -> None:
        """Show what is chosen, and want a preview of it."""
        self.choices = choices
        self.aim.buttons[choices.aim.value].setChecked(True)
        self.aim.current = choices.aim.value
        for aim, name in choices.forms.items():
            self.forms[aim].buttons[name].setChecked(True)
            self.forms[aim].current = name
        for aim, each in self.forms.items():
            each.setVisible(aim is choices.aim)
        self.options.show_choices(choices)
        self._want()

    def show_sample(self, title: str, html: str, lost: str = "") -> None:
        """Show how much goes out, and how it begins."""
        self._soon.stop()
        self.title.setText(title)
        self.sample.show_sample(html, lost)

    def say(self, title: str, words: str, lost: str = "") -> None:
        """Show how much goes out, and words in place of a preview."""
        self._soon.stop()
        self.title.setText(title)
        self.sample.say(words, lost)

    def refuse(self, title: str, words: str) -> None:
        """Say why nothing can go out, and what to do."""
        self.say(title, words)
        self.export_button.setEnabled(False)

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours from now on."""
        self.sample.set_theme(theme)

    def stop(self) -> None:
        """Want no preview any more."""
        self._pause.stop()
        self._soon.stop()

    def event(self, event: QEvent) -> bool:
        """Keep the keys that mean something here from the actions of the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            is_plain = event.modifiers() in (
                Qt.KeyboardModifier.NoModifier,
                Qt.KeyboardModifier.ShiftModifier,
            )
            is_word = is_plain and event.text().isprintable() and bool(event.text())
            if is_word or event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Delete, *ENTER):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Export or not, wherever the keyboard is."""
        if event.key() == Qt.Key.Key_Escape:
            self.rejected.emit()
        elif event.key() in ENTER:
            self._accept()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self._forms)
        row.setContentsMargins(0, 0, 0, 0)
        for each in self.forms.values():
            row.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 2, GRID * 2, GRID * 2, GRID)
        column.setSpacing(GRID)
        column.addLayout(_row(self.title, self.cancel_button, self.export_button))
        kinds = QWidget()
        flow = FlowLayout(GRID * 3, kinds)
        flow.addWidget(self.aim)
        flow.addWidget(self._forms)
        column.addWidget(kinds)
        sides = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        sides.setHandleWidth(1)
        sides.addWidget(self.options)
        sides.addWidget(self.sample)
        sides.setStretchFactor(1, 1)
        column.addWidget(sides, 1)

    def _connect(self) -> None:
        self.export_button.clicked.connect(self._accept)
        self.cancel_button.clicked.connect(self.rejected)
        self.aim.chosen.connect(lambda aim: self.show_choices(self.choices.aimed(Aim(aim))))
        for each in self.forms.values():
            each.chosen.connect(lambda name: self.show_choices(self.choices.formed(name)))
        self.options.changed.connect(self.show_choices)
        self.options.scope_changed.connect(self._want)
        self._pause.timeout.connect(self.sample_wanted)
        self._soon.timeout.connect(lambda: self.sample.say(WAITING))

    def _accept(self) -> None:
        if self.export_button.isEnabled():
            self.accepted.emit()

    def _want(self) -> None:
        """Ask for a preview a moment later, or say why there is none."""
        self.export_button.setEnabled(not self.problem)
        if self.problem:
            self._pause.stop()
            self.say("Export", self.problem)
        else:
            self._pause.start()
            self._soon.start()


def _row(first: QWidget, *others: QWidget) -> QHBoxLayout:
    """Lay out the first widget on the left, and the others on the right."""
    row = QHBoxLayout()
    row.setSpacing(GRID)
    row.addWidget(first)
    row.addStretch(1)
    for widget in others:
        row.addWidget(widget)
    return row
