"""Exchanging: other programs' files come in, after a look at what they bring and what not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from workbench.project.exchanging import SUFFIXES, arriving, articles_of, exchange_kind
from workbench.ui.exchange_view import ExchangeView, coming_words
from workbench.ui.exchange_work import look_at_exchange

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from workbench.project.exchange_articles import Incoming
    from workbench.ui.asking import Asking
    from workbench.ui.main_window import MainWindow
    from workbench.ui.session import Session
    from workbench.ui.tasks import Task, Worker

KINDS = "REFI-QDA projects, codebooks and web annotations"
NOT_OURS = "This file is of no other program that Crossread knows; use “Import files” for articles."


class Exchanging(QObject):
    """Reads such a file in the background, shows what is in it, and stores it as one step."""

    def __init__(
        self, window: MainWindow, session: Session, worker: Worker, asking: Asking
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._worker = worker
        self._asking = asking
        self._view: ExchangeView | None = None
        self._before: QWidget | None = None
        self._task: Task | None = None
        self._incoming: Incoming | None = None
        self._path: Path | None = None
        self._waiting: list[Path] = []
        window.actions_by_name["import_exchange"].triggered.connect(self._ask)
        session.project_leaving.connect(self._leave_all)
        session.articles_changed.connect(self._read_again)

    @property
    def view(self) -> ExchangeView:
        """The page, made when it is wanted first: the window opens sooner without."""
        if self._view is None:
            self._view = ExchangeView()
            self._window.importing.addWidget(self._view)
            self._view.accepted.connect(self._accept)
            self._view.rejected.connect(self._leave)
        return self._view

    def taken(self, paths: Sequence[Path]) -> tuple[Path, ...]:
        """Take those files that are other programs' to be looked at; return the rest."""
        ours = tuple(path for path in paths if exchange_kind(path))
        self._waiting += ours
        self._go_on()
        return tuple(path for path in paths if path not in ours)

    def _ask(self) -> None:
        chosen = self._asking.files(SUFFIXES, KINDS)
        if self.taken(chosen):
            self._window.notices.say(NOT_OURS)

    def _go_on(self) -> None:
        """Look at the next file, unless one is being looked at."""
        if self._task is not None or self._incoming is not None or not self._waiting:
            return
        path = self._waiting.pop(0)
        project = self._session.project
        task = self._worker.run(look_at_exchange, path, articles_of(project), project.codebook())
        self._task = task
        task.succeeded.connect(lambda found: self._show(task, found, path))
        task.failed.connect(lambda error: self._drop(task, error))
        task.cancelled.connect(lambda: self._drop(task, None))
        self._session.started.emit(task, f"Reading {path.name}")

    def _show(self, task: Task, incoming: Incoming, path: Path) -> None:
        if task is not self._task:
            return
        self._task, self._incoming, self._path = None, incoming, path
        pages = self._window.importing
        if pages.currentWidget() is not self.view or not pages.isVisible():
            self._before = pages.currentWidget() if pages.isVisible() else None
        self._window.notices.clear()
        self._window.show_page(self.view)
        self.view.show_arrival(arriving(incoming, self._session.project), path.name)

    def _drop(self, task: Task, error: Exception | None) -> None:
        if task is self._task:
            self._task = None
            if error is not None:
                self._session.tell(error)
            self._leave()

    def _accept(self) -> None:
        incoming, self._incoming = self._incoming, None
        if incoming is None:
            return
        arrival = arriving(incoming, self._session.project)
        words = coming_words(arrival)
        if not self._session.do(arrival.edit, f"import {words}"):
            self._incoming = incoming
        else:
            self._leave()
            notice = self._window.notices.say(
                f"Imported {words}.",
                action=("Undo", self._window.actions_by_name["undo"].trigger),
            )
            self._session.undo_stack.indexChanged.connect(notice.closed)

    def _read_again(self) -> None:
        """Look anew at what the file brings into a project that has other articles now."""
        if self._incoming is not None and self._path is not None:
            self._incoming = None
            self._waiting.insert(0, self._path)
            self._go_on()

    def _leave(self) -> None:
        """Forget what was looked at, show what was there before, and go on with what waits."""
        self._incoming = None
        if self._view is not None and self._view.isVisible():
            self._window.show_page(self._before)
            self._before = None
        self._go_on()

    def _leave_all(self) -> None:
        """Forget all that is read and looked at; nothing of it is stored."""
        self._waiting = []
        task, self._task = self._task, None
        if task is not None:
            task.cancel()
        self._before = None
        self._leave()
