"""Decider: shows each comparison as the analyst has decided that it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from workbench.model import Comparison
from workbench.ui.background import decide_comparison
from workbench.ui.wording import count

if TYPE_CHECKING:
    from workbench.project.project import Project
    from workbench.ui.tasks import Task, Worker


class Decider(QObject):
    """Holds what was found; what was decided about it is worked out in the background."""

    decided = Signal(object)
    started = Signal(object, str)
    failed = Signal(object)

    def __init__(self, worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self._found = Comparison(())
        self._task: Task | None = None

    def show(self, project: Project, found: Comparison) -> None:
        """Take over what was found in a project, and show it with what is decided."""
        self._found = found
        self.decide(project)

    def decide(self, project: Project) -> None:
        """Show what was found last as it is decided now."""
        self.stop()
        decisions = project.decisions()
        if not decisions or not self._found.articles:
            self.decided.emit(self._found)
            return
        options = project.options()
        task = self._worker.run(decide_comparison, self._found, decisions, options)
        self._task = task
        task.succeeded.connect(lambda value: self._tell(task, value))
        task.failed.connect(self.failed)
        self.started.emit(task, f"Applying {count(len(decisions), 'decision')}")

    def stop(self) -> None:
        """Let what is under way lead to nothing."""
        task, self._task = self._task, None
        if task is not None:
            task.cancel()

    def _tell(self, task: Task, value: Comparison) -> None:
        if task is self._task:
            self._task = None
            self.decided.emit(value)
