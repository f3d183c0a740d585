"""Importing: from what is dropped, pasted or chosen to articles, with a look before they stay."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from workbench.messages import sentence
from workbench.model import CrossreadError
from workbench.project.import_planning import import_edit
from workbench.project.import_preview import Preview, joined, judged, preview, reread
from workbench.project.import_reports import REPORTS, kept_reports, report_of, write_report
from workbench.project.importing import read_pasted
from workbench.ui.exchanging import Exchanging
from workbench.ui.import_words import REPORTED, import_words, summary
from workbench.ui.import_work import judge, look_at_page, look_at_paths, read_columns, table_head
from workbench.ui.intake import page_in, paths_in, text_in
from workbench.ui.wording import count

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from PySide6.QtCore import QMimeData

    from workbench.model import FileReading
    from workbench.project.import_reports import ImportReport
    from workbench.project.tables import ColumnMapping
    from workbench.settings import Settings
    from workbench.ui.asking import Asking
    from workbench.ui.import_view import ImportView
    from workbench.ui.import_work import TableHead
    from workbench.ui.main_window import MainWindow
    from workbench.ui.notices import Notice
    from workbench.ui.session import Session
    from workbench.ui.tasks import Task, Worker

REPORT_KINDS = "Web page (*.html);;Text (*.txt)"
NOTHING = "There is no file that can be read."


class Importing(QObject):
    """Reads in the background, shows what is worth a look, and stores it in one step.

    A few new articles of which all is known are stored at once, unless the analyst always wants
    to look.
    """

    def __init__(
        self,
        window: MainWindow,
        session: Session,
        worker: Worker,
        asking: Asking,
        settings: Settings,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._worker = worker
        self._asking = asking
        self._settings = settings
        self.exchanging = Exchanging(window, session, worker, asking)
        self._tasks: list[Task] = []
        self._judging: Task | None = None
        self._mappings: dict[str, ColumnMapping] = {}
        self._is_open = False
        self._wanted = ""
        self._connect()

    def take_in(self, data: QMimeData) -> None:
        """Import the files that dropped or pasted data names, or else its page, or its text."""
        if paths := paths_in(data):
            self.look_at(paths)
        elif page := page_in(data):
            self._run("Reading a page", self._take, look_at_page, page, self._known())
        elif text := text_in(data):
            self._take(judged(self._known(), preview([read_pasted(text)])))

    def look_at(self, paths: Sequence[Path]) -> None:
        """Read files and folders in the background, then show or store what they hold.

        Those of other programs are looked at by themselves.
        """
        if paths := self.exchanging.taken(paths):
            words = f"Reading {count(len(paths), 'file')}"
            self._run(words, self._take, look_at_paths, paths, self._known())

    def show_reports(self) -> None:
        """Show the reports of the last imports."""
        kept = kept_reports(self._session.project.setting(REPORTS))
        self._window.show_page(self._window.importing.reports)
        self._window.importing.reports.show_reports(kept)

    def _connect(self) -> None:
        window, session, actions = self._window, self._session, self._window.actions_by_name
        actions["import_reports"].triggered.connect(self.show_reports)
        actions["look_first"].setChecked(self._settings.get("look_first") == "yes")
        actions["look_first"].toggled.connect(
            lambda on: self._settings.set("look_first", "yes" if on else "no")
        )
        window.dropped.connect(self.take_in)
        session.project_leaving.connect(self._leave)
        window.importing.view_made.connect(self._connect_view)
        window.importing.reports_made.connect(self._connect_reports)

    @property
    def _view(self) -> ImportView:
        return self._window.importing.view

    def _connect_view(self) -> None:
        view = self._view
        view.accepted.connect(self._accept)
        view.rejected.connect(self._leave)
        view.columns_wanted.connect(self._show_columns)
        view.mapped.connect(self._read_again)
        view.model.corrected.connect(self._judge)

    def _connect_reports(self) -> None:
        window, reports = self._window, self._window.importing.reports
        reports.closed.connect(lambda: window.show_page(self._view if self._is_open else None))
        reports.save_wanted.connect(self._save_report)

    def _known(self) -> tuple[Any, ...]:
        return self._session.project.articles()

    def _run(
        self,
        words: str,
        then: Callable[[Any], object],
        function: Callable[..., Any],
        *args: object,
    ) -> None:
        """Do work in the background; what it brings counts as long as the project stays open."""
        task = self._worker.run(function, *args)
        self._tasks.append(task)

        def take(value: object) -> None:
            if task in self._tasks:
                self._tasks.remove(task)
                then(value)

        task.succeeded.connect(take)
        task.failed.connect(lambda error: self._drop(task, error))
        task.cancelled.connect(lambda: self._drop(task, None))
        self._session.started.emit(task, words)

    def _drop(self, task: Task, error: Exception | None) -> None:
        if task in self._tasks:
            self._tasks.remove(task)
            if error is not None:
                self._session.tell(error)

    def _take(self, found: Preview) -> None:
        """Store what was read, or show it, or say that there is nothing in it."""
        is_wanted = self._settings.get("look_first") == "yes"
        if self._is_open:
            self._show(joined(self._view.model.preview, found))
            self._judge()
        elif not found.newcomers:
            self._tell_nothing(found)
        elif is_wanted or not (found.is_plain or found.is_known):
            self._show(found)
        elif found.is_known:
            self._tell_known(found)
        elif self._store(found):
            self._offer_undo(found)

    def _show(self, found: Preview) -> None:
        self._is_open = True
        self._window.notices.clear()
        self._window.show_page(self._view)
        self._view.show_preview(found, self._headline)

    def _headline(self, id_: str) -> str:
        return self._session.project.article(id_).headline

    def _tell_nothing(self, found: Preview) -> None:
        details = "\n".join(sentence(error) for file in found.files for error in file.skipped)
        look = ("Look", lambda: self._show(found)) if found.files else None
        words = f"Imported nothing: {summary(found)}." if found.files else NOTHING
        self._window.notices.say(words, details, look)

    def _tell_known(self, found: Preview) -> None:
        articles = count(len(found.newcomers), "article")
        words = f"Imported nothing: {articles} already in the project."
        self._window.notices.say(words, action=("Look", lambda: self._show(found)))

    def _judge(self) -> None:
        """Ask again what the articles are, now that they say something else of themselves."""
        if self._judging is not None:
            self._judging.cancel()
        before = self._view.model.preview
        task = self._judging = self._worker.run(judge, self._known(), before)

        def take(found: Any) -> None:  # noqa: ANN401 - what the worker has found
            if task is self._judging:
                self._judging = None
                self._view.model.judge(found)
                self._go_on()

        task.succeeded.connect(take)
        task.failed.connect(self._session.tell)

    def _go_on(self) -> None:
        """Store what was accepted meanwhile, unless something else would be imported now."""
        wanted, self._wanted = self._wanted, ""
        now = import_words(self._view.model.preview) or "nothing"
        if wanted == now:
            self._accept()
        elif wanted:
            self._window.notices.say(f"As corrected, Crossread would import {now}; look again.")

    def _accept(self) -> None:
        found = self._view.model.preview
        if self._judging is not None:
            self._wanted = import_words(found) or "nothing"
        elif self._store(found):
            self._leave()
            self._tell_imported(found)

    def _store(self, found: Preview) -> bool:
        """Store what is to be imported, with its report, as one step of the history."""
        others = {each.other for each in found.newcomers if each.other}
        headlines = {one.id: one.headline for one in self._known() if one.id in others}
        now = datetime.now().isoformat(timespec="seconds")
        edit = import_edit(self._session.project, found, report_of(found, headlines, now))
        words = import_words(found)
        return self._session.do(edit, f"import {words}" if words else "keep a report")

    def _offer_undo(self, found: Preview) -> None:
        """Offer to take back what was stored without a look, until one goes on to read."""
        notice = self._say_stored(f"Imported {import_words(found)}.")
        self._window.desk.passage_chosen.connect(notice.closed)

    def _tell_imported(self, found: Preview) -> None:
        words = import_words(found) or "nothing"
        missing = sum(file.missing for file in found.files)
        unreadable = sum(file.unreadable for file in found.files)
        said = f"Imported {words}"
        said += f", {missing:,} missing" if missing else ""
        said += f", {unreadable:,} not readable" if unreadable else ""
        self._say_stored(f"{said}.")

    def _say_stored(self, words: str) -> Notice:
        """Say what was stored, and offer to take it back as long as it is the last step."""
        notice = self._window.notices.say(
            words,
            action=("Undo", self._window.actions_by_name["undo"].trigger),
            also=("Report", self.show_reports),
        )
        self._session.undo_stack.indexChanged.connect(notice.closed)
        return notice

    def _leave(self) -> None:
        """Forget what is being read and looked at; nothing of it is stored."""
        for task in (*self._tasks, *((self._judging,) if self._judging else ())):
            task.cancel()
        self._tasks, self._judging, self._mappings, self._wanted = [], None, {}, ""
        if self._is_open:
            self._is_open = False
            self._view.show_preview(Preview(), self._headline)
        self._window.show_page(None)

    def _show_columns(self, path: str) -> None:
        def show(head: TableHead | None) -> None:
            if head is not None and self._is_open:
                mapping = self._mappings.get(path, head.mapping)
                self._view.show_columns(path, head, mapping)

        self._run("Reading the columns", show, table_head, Path(path))

    def _read_again(self, path: str, mapping: ColumnMapping) -> None:
        self._mappings[path] = mapping

        def take(reading: FileReading) -> None:
            before = self._view.model.preview
            places = [at for at, file in enumerate(before.files) if file.path == path]
            if self._is_open and places:
                self._show(reread(before, places[0], reading))
                self._judge()

        self._run("Reading the table again", take, read_columns, Path(path), mapping)

    def _save_report(self, report: ImportReport) -> None:
        name = f"Import {report.when[:10]}.html"
        path = self._asking.new_file("Save report", name, REPORT_KINDS)
        if path is None:
            return
        try:
            write_report(report, REPORTED, path)
        except CrossreadError as error:
            self._window.notices.say(sentence(error))
        else:
            self._window.notices.say(f"The report was written to {path}.")
