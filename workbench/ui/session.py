"""Session: the open project, what is being done to it, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from workbench.messages import sentence
from workbench.model import (
    AddArticles,
    Change,
    CrossreadError,
    Edit,
    FileReading,
    RemoveArticles,
    SetSetting,
)
from workbench.project.decisions import DECISIONS
from workbench.project.importing import plan_import, read_pasted
from workbench.ui.background import read_paths
from workbench.ui.comparer import Comparer
from workbench.ui.decider import Decider
from workbench.ui.edit_command import EditCommand
from workbench.ui.wording import count

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from workbench.model import Article
    from workbench.project.project import Project
    from workbench.ui.tasks import Task, Worker


class Session(QObject):
    """One project and its undo stack; gestures come in, and what has changed goes out."""

    articles_changed = Signal()
    compared = Signal(object)
    imported = Signal(object)
    noticed = Signal(str)
    crashed = Signal(str)
    failed = Signal(object)
    started = Signal(object, str)
    project_leaving = Signal()
    project_changed = Signal()

    def __init__(self, project: Project, worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.project = project
        self.undo_stack = QUndoStack(self)
        self._worker = worker
        self._reading: list[Task] = []
        self._comparer = Comparer(worker, self)
        self._decider = Decider(worker, self)
        self._comparer.compared.connect(lambda found: self._decider.show(self.project, found))
        self._decider.decided.connect(self.compared)
        self._decider.started.connect(self.started)
        self._decider.failed.connect(self.tell)
        self._comparer.started.connect(self.started)
        self._comparer.failed.connect(self.tell)
        self._comparer.stopped.connect(self._tell_stopped)

    def show(self) -> None:
        """Tell the views about the project that has just been opened."""
        self.project_changed.emit()
        self.refresh()

    def change_project(self, project: Project) -> None:
        """Close the project and go on with another one; what was still being read is dropped."""
        self.remember()
        for task in tuple(self._reading):
            task.succeeded.disconnect(self.add_readings)
            task.cancel()
        self._comparer.stop()
        self._decider.stop()
        self.undo_stack.clear()
        self.project.close()
        self.project = project
        self.show()

    def close(self) -> None:
        """Close the project; nothing is left to save."""
        self.remember()
        self._comparer.stop()
        self._decider.stop()
        self.undo_stack.clear()
        self.project.close()

    def remember(self) -> None:
        """Let what lies open be remembered before the project is left."""
        self.project_leaving.emit()

    def import_paths(self, paths: Sequence[Path]) -> None:
        """Read files and folders in the background and add what they hold."""
        if not paths:
            return
        task = self._worker.run(read_paths, tuple(paths))
        self._reading.append(task)
        for over in (task.succeeded, task.failed, task.cancelled):
            over.connect(lambda *_: self._reading.remove(task))
        task.succeeded.connect(self.add_readings)
        task.failed.connect(self.tell)
        self.started.emit(task, f"Reading {count(len(paths), 'file')}")

    def import_text(self, text: str) -> None:
        """Add a pasted text as an article."""
        self.add_readings((read_pasted(text),))

    def add_readings(self, readings: Sequence[FileReading]) -> None:
        """Add the articles that were read, leaving out those the project has."""
        plan = plan_import(self.project.articles(), sorted(readings, key=_first_date))
        if plan.edit.articles:
            words = f"import {count(len(plan.edit.articles), 'article')}"
            if not self.do(plan.edit, words):
                return
        self.imported.emit(plan)

    def remove_articles(self, ids: Sequence[str]) -> None:
        """Take articles out of the project; undo brings them back."""
        if ids:
            self.do(RemoveArticles(tuple(ids)), f"remove {count(len(ids), 'article')}")

    def do(self, edit: Edit, words: str) -> bool:
        """Apply an edit and put it on the undo stack; False where it could not be stored."""
        inverse = self.apply(edit)
        if inverse is None:
            return False
        self.undo_stack.push(EditCommand(self.apply, edit, inverse, words))
        return True

    def apply(self, edit: Edit) -> Edit | None:
        """Apply an edit and return the one that takes it back, or None where it failed."""
        try:
            before = self.project.options()
            applied = self.project.apply(edit)
        except CrossreadError as error:
            self.tell(error)
            return None
        if applied.change is Change.ARTICLES or self.project.options() != before:
            self._show_articles(edit.articles if isinstance(edit, AddArticles) else ())
        elif isinstance(edit, SetSetting) and edit.key == DECISIONS:
            self._decider.decide(self.project)
        return applied.inverse

    def refresh(self) -> None:
        """Show the project's articles and compare them, from what is kept where it is kept."""
        self._show_articles(())

    def _show_articles(self, new: Sequence[Article]) -> None:
        self.articles_changed.emit()
        self._comparer.compare(self.project, new)

    def _tell_stopped(self) -> None:
        self.noticed.emit("The comparison was stopped. Press F5 to compare again.")

    def tell(self, error: Exception) -> None:
        """Say what has gone wrong: one sentence, or for a fault of ours its trace."""
        if isinstance(error, CrossreadError):
            self.noticed.emit(sentence(error))
        else:
            self.crashed.emit(str(error))
        self.failed.emit(error)


def _first_date(reading: FileReading) -> str:
    """Return what sorts files by date, those without one last: panes read from old to new."""
    return min(
        (article.published for article in reading.articles if article.published), default="~"
    )
