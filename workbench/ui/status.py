"""Status: the line below the panes - counts, where one is, what is under way and how to stop it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from workbench.ui.parts import label, tool_button
from workbench.ui.theme import GRID, sans
from workbench.ui.wording import count

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QAction

    from workbench.ui.desk import Desk
    from workbench.ui.tasks import Task

SOON = 400  # milliseconds: work that is over sooner shows no progress


class Status(QWidget):
    """Counts on the left, progress in the middle, the place and the project on the right."""

    def __init__(
        self, desk: Desk, actions: Mapping[str, QAction], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._steps = (actions["next_passage"], actions["previous_passage"])
        self._gather = actions["gather"]
        self._away = ""
        self._task: Task | None = None
        self._counts, self._doing, self._place, self._project = (
            label("", sans(12), dim=True) for _ in range(4)
        )
        self.progress = QProgressBar(textVisible=False)
        self.progress.setFixedWidth(160)
        self.progress.setAccessibleName("Progress")
        self.stop = tool_button("Cancel", tip="Stop this work; nothing half-done is kept")
        self.stop.clicked.connect(self.cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID + 4, GRID // 2, GRID + 4, GRID // 2)
        row.setSpacing(GRID * 2)
        row.addWidget(self._counts)
        row.addStretch(1)
        for widget in (self._doing, self.progress, self.stop):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self._place)
        row.addWidget(self._project)
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(lambda: self._show_progress(on=True))
        self._show_progress(on=False)
        for signal in (desk.articles_changed, desk.comparison_changed, desk.passage_chosen):
            signal.connect(self.refresh)
        for action in self._steps:
            action.changed.connect(self.refresh)
        self.refresh()

    @property
    def text(self) -> str:
        """Everything the line says, for tests and screen readers."""
        parts = (self._counts, self._doing, self._place, self._project)
        return "  ".join(part.text() for part in parts if part.text())

    def set_project(self, words: str, tip: str) -> None:
        """Say how the project is kept."""
        self._project.setText(words)
        self._project.setToolTip(tip)

    def watch(self, task: Task, words: str) -> None:
        """Show a task's progress, unless it is over in no time."""
        self._task = task
        self._doing.setText(words)
        self.progress.setRange(0, 0)
        self._soon.start()
        task.progressed.connect(self._advance)
        for signal in (task.succeeded, task.failed, task.cancelled):
            signal.connect(lambda *_: self._over(task))

    def cancel(self) -> None:
        """Stop what is under way."""
        if self._task is not None:
            self._task.cancel()

    def set_away(self, articles: tuple[str, ...]) -> None:
        """Say which articles have the chosen passage out of sight."""
        self._away = " · ".join(self._desk.siglum(key) for key in articles)
        self.refresh()

    def refresh(self) -> None:
        """Count and place anew."""
        clusters = self._desk.comparison.clusters
        articles = count(len(self._desk.articles), "article")
        shared = count(len(clusters), "shared passage") if self._desk.comparison.articles else ""
        self._counts.setText("   ".join(part for part in (articles, shared) if part))
        order = [cluster.id for cluster in clusters]
        place = ""
        if self._desk.chosen in order:
            place = f"Passage {order.index(self._desk.chosen) + 1:,} of {len(order):,}"
            if self._away:
                key = self._gather.shortcut().toString()
                place = f"Also in {self._away}, out of sight; {key} gathers   {place}"
        elif order:
            place = "   ".join(_key_of(action) for action in self._steps)
        self._place.setText(place)
        self.setAccessibleName(self.text)

    def _advance(self, done: int, total: int) -> None:
        self.progress.setRange(0, max(1, total))
        self.progress.setValue(done)

    def _over(self, task: Task) -> None:
        if task is self._task:
            self._task = None
            self._soon.stop()
            self._show_progress(on=False)

    def _show_progress(self, *, on: bool) -> None:
        for widget in (self._doing, self.progress, self.stop):
            widget.setVisible(on)


def _key_of(action: QAction) -> str:
    key = action.shortcut().toString()
    return f"{key}  {action.text().lower()}" if key else ""
