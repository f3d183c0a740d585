"""Session: the open project, what is being done to it, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from workbench.messages import sentence
from workbench.model import (
    AddArticles,
    Change,
    CrossreadError,
    Edit,
    EditGroup,
    FileReading,
    RemoveArticles,
)
from workbench.project.annotating import named_in
from workbench.project.faults import trace_of
from workbench.project.importing import plan_import, read_pasted
from workbench.ui.background import read_paths
from workbench.ui.busy import busy
from workbench.ui.comparer import Comparer
from workbench.ui.decider import Decider
from workbench.ui.tasks import Crash
from workbench.ui.wording import count

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from workbench.model import Applied, Article
    from workbench.project.project import Project
    from workbench.ui.tasks import Task, Worker


class Session(QObject):
    """One project and its undo stack; gestures come in, and what has changed goes out.

    `annotations_changed` brings the ids of those that were changed, or None where all may be.
    """

    articles_changed = Signal()
    annotations_changed = Signal(object)
    codebook_changed = Signal()
    outlets_changed = Signal()
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
        self.show_anew()

    def show_anew(self) -> None:
        """Tell the views that any of the project may have changed; what lies open stays so."""
        self._show_history()
        self.refresh()
        self.codebook_changed.emit()
        self.outlets_changed.emit()
        self.annotations_changed.emit(None)

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
        """Apply an edit as a step of the history; False where it could not be stored."""
        edits = edit.edits if isinstance(edit, EditGroup) else (edit,)
        new = [one for each in edits if isinstance(each, AddArticles) for one in each.articles]
        if not self._change(lambda: self.project.apply(edit, words), new):
            return False
        self.undo_stack.push(QUndoCommand(words))
        return True

    def undo(self) -> None:
        """Take back the last step, also one of an earlier day."""
        if self._change(self.project.undo):
            self.undo_stack.undo()
        else:
            self._show_history()

    def redo(self) -> None:
        """Do again the step that was undone last."""
        if self._change(self.project.redo):
            self.undo_stack.redo()
        else:
            self._show_history()

    def _change(
        self, change: Callable[[], Applied | None], new: Sequence[Article] = ()
    ) -> Applied | None:
        """Carry out a change and tell the views; None where it failed, which is said then."""
        options, decisions = self.project.options(), self.project.decisions()
        try:
            with busy():  # ten thousand articles take a second, all in one transaction
                applied = change()
        except CrossreadError as error:
            self.tell(error)
            return None
        changes = applied.changes if applied else frozenset()
        if Change.ARTICLES in changes or self.project.options() != options:
            self.articles_changed.emit()
            self._comparer.follow(self.project, new)
        elif self.project.decisions() != decisions:
            self._decider.decide(self.project)
        if Change.CODEBOOK in changes:
            self.codebook_changed.emit()
        if Change.OUTLETS in changes:
            self.outlets_changed.emit()
        if applied and Change.ANNOTATIONS in changes:
            self.annotations_changed.emit(named_in(applied.inverse))
        return applied

    def _show_history(self) -> None:
        """Name the steps of the project's history in the undo stack; its commands do nothing."""
        self.undo_stack.clear()
        steps = () if self.project.read_only else self.project.steps()
        for step in steps:
            self.undo_stack.push(QUndoCommand(step.words))
        self.undo_stack.setIndex(sum(not step.is_undone for step in steps))

    def refresh(self) -> None:
        """Show the project's articles and compare them, from what is kept where it is kept."""
        self.articles_changed.emit()
        self._comparer.compare(self.project)

    def _tell_stopped(self) -> None:
        self.noticed.emit("The comparison was stopped. Press F5 to compare again.")

    def tell(self, error: Exception) -> None:
        """Say what has gone wrong: one sentence, or for a fault of ours its trace."""
        if isinstance(error, CrossreadError):
            self.noticed.emit(sentence(error))
        else:
            self.crashed.emit(str(error) if isinstance(error, Crash) else trace_of(error))
        self.failed.emit(error)


def _first_date(reading: FileReading) -> str:
    """Return what sorts files by date, those without one last: panes read from old to new."""
    return min(
        (article.published for article in reading.articles if article.published), default="~"
    )
