"""Exporting: whole projects and bibliographies leave the program, and whole projects come in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from workbench.project.exporting import write_bibliography, write_excerpts
from workbench.project.whole_files import import_whole, write_whole_project
from workbench.ui.asking import PROJECTS
from workbench.ui.steps import Steps

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from workbench.project.whole import Whole
    from workbench.ui.asking import Asking
    from workbench.ui.library import Library
    from workbench.ui.main_window import MainWindow
    from workbench.ui.session import Session
    from workbench.ui.tasks import Task, Worker

BIBLIOGRAPHIES = "RIS (*.ris);;BibTeX (*.bib);;CSL-JSON (*.json)"
WHOLE = "Crossread project as JSON (*.json)"
EXCERPTS = "Markdown (*.md)"
NO_WORDS = "There are no annotations to export yet."
NO_ARTICLES = "There are no articles to export yet."


class Exporting(QObject):
    """Connects the exports of the File menu to the project, with the work in the background."""

    def __init__(
        self,
        window: MainWindow,
        session: Session,
        library: Library,
        worker: Worker,
        asking: Asking,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._library = library
        self._worker = worker
        self._asking = asking
        self._reading: Steps | None = None
        session.project_leaving.connect(self._stop_reading)
        for name, act in (
            ("export_excerpts", self._export_excerpts),
            ("export_bibliography", self._export_bibliography),
            ("export_project", self._export_project),
            ("import_project", self._import_project),
        ):
            window.actions_by_name[name].triggered.connect(act)

    def _export_bibliography(self) -> None:
        articles = self._session.project.articles()
        if not articles:
            self._window.notices.say(NO_ARTICLES)
            return
        path = self._asking.new_file("Export bibliography", "Bibliography.ris", BIBLIOGRAPHIES)
        if path is None:
            return
        form = {".bib": "bibtex", ".json": "csl-json"}.get(path.suffix.lower(), "ris")
        task = self._worker.run(write_bibliography, articles, form, path)
        self._watch(task, "Writing the bibliography", lambda: self._tell("bibliography", path))

    def _export_excerpts(self) -> None:
        if not self._session.project.count_annotations():
            self._window.notices.say(NO_WORDS)
            return
        if path := self._asking.new_file("Export excerpts", "Excerpts.md", EXCERPTS):
            self._read(lambda whole: self._write(write_excerpts, whole, path, "excerpts"))

    def _export_project(self) -> None:
        if path := self._asking.new_file("Export project", "Project.json", WHOLE):
            self._read(lambda whole: self._write(write_whole_project, whole, path, "project"))

    def _read(self, then: Callable[[Whole], object]) -> None:
        """Read all of the project between the window's events, and go on with it."""
        self._stop_reading()
        self._reading = Steps(self._session.project.reading_whole(), self)
        self._reading.finished.connect(then)
        self._reading.failed.connect(self._session.tell)
        self._reading.start()

    def _write(self, writer: Callable[..., None], whole: Whole, path: Path, what: str) -> None:
        self._reading = None
        task = self._worker.run(writer, whole, path)
        self._watch(task, f"Writing the {what}", lambda: self._tell(what, path))

    def _import_project(self) -> None:
        chosen = self._asking.files((".json",))
        if not chosen:
            return
        source = chosen[0]
        path = self._asking.new_file("Make a project of it", f"{source.stem}.crossread", PROJECTS)
        if path is None:
            return
        task = self._worker.run(import_whole, source, path)
        self._watch(task, "Making the project", lambda: self._library.open(path))

    def _watch(self, task: Task, words: str, then: Callable[[], object]) -> None:
        """Show how far a task is, and go on once it is done."""
        task.succeeded.connect(lambda _: then())
        task.failed.connect(self._session.tell)
        self._session.started.emit(task, words)

    def _tell(self, what: str, path: Path) -> None:
        verb = "were" if what == "excerpts" else "was"
        self._window.notices.say(f"The {what} {verb} written to {path}.")

    def _stop_reading(self) -> None:
        """Leave what is still read of the project, which is about to be closed."""
        if self._reading is not None:
            self._reading.stop()
            self._reading = None
