"""Noting: puts into the log what the session does, by kinds and numbers alone."""

from __future__ import annotations

import platform
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

import workbench
from workbench.ui.tasks import Task

if TYPE_CHECKING:
    from workbench.project.logbook import Logbook
    from workbench.ui.session import Session


class Noting(QObject):
    """Notes the start, each project, each piece of work and what it came to, and the end."""

    def __init__(self, session: Session, log: Logbook) -> None:
        super().__init__(session)
        self._session = session
        self._log = log
        system = f"Python {platform.python_version()}, {platform.platform()}"
        log.note(f"start: Crossread {workbench.__version__}, {system}")
        session.project_changed.connect(self._note_project)
        session.started.connect(self._note_work)
        session.failed.connect(lambda error: log.note(f"failed: {kind_of(error)}"))

    def end(self) -> None:
        """Note the end of the program."""
        self._log.note("end")

    def _note_project(self) -> None:
        project = self._session.project
        how = "read-only" if project.read_only else "for writing"
        self._log.note(f"project: {how}{', empty' if project.is_empty else ''}")

    def _note_work(self, task: object) -> None:
        if isinstance(task, Task):
            name = task.function.__name__
            self._log.note(f"work: {name}")
            task.succeeded.connect(lambda: self._log.note(f"done: {name}"))
            task.cancelled.connect(lambda: self._log.note(f"stopped: {name}"))


def kind_of(error: object) -> str:
    """Return the type of an error, and of one that the analyst can act on its problem."""
    problem = getattr(error, "problem", None)
    return type(error).__name__ + (f", {problem.name}" if problem is not None else "")
