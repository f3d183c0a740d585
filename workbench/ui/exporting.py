"""Exporting: what goes out is chosen and seen on a page, and written in the background."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from workbench.model import Scope
from workbench.ui.asking import PROJECTS
from workbench.ui.desk import TO_COMPARE
from workbench.ui.export_choices import FORMS, Aim, as_setting, from_setting
from workbench.ui.export_scopes import offers
from workbench.ui.export_words import (
    file_name,
    lost_words,
    sample_words,
    title_words,
    why_nothing,
    written_words,
)
from workbench.ui.export_work import look_ahead, make_project, needs_comparison, write_out

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QMenu, QWidget

    from workbench.project.export_preview import ExportPreview
    from workbench.settings import Settings
    from workbench.ui.asking import Asking
    from workbench.ui.export_choices import Form
    from workbench.ui.export_view import ExportView
    from workbench.ui.library import Library
    from workbench.ui.main_window import MainWindow
    from workbench.ui.session import Session
    from workbench.ui.tasks import Task, Worker

SETTING = "export"
NO_ARTICLES = "There are no articles to export yet."
COMPARING = "The preview follows when the articles are compared; F5 compares them again."
NO_PREVIEW = "There is no preview of this."
AIMS = {
    "export": None,
    "export_excerpts": Aim.EXCERPTS,
    "export_bibliography": Aim.LITERATURE,
    "export_project": Aim.WHOLE,
}


class Exporting(QObject):
    """Shows the page, keeps its preview true, writes the file, and makes projects of such files."""

    def __init__(
        self,
        window: MainWindow,
        session: Session,
        library: Library,
        worker: Worker,
        asking: Asking,
        settings: Settings,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._library = library
        self._worker = worker
        self._asking = asking
        self._settings = settings
        self._view: ExportView | None = None
        self._looking: Task | None = None
        self._before: QWidget | None = None
        self._is_open = False
        actions = window.actions_by_name
        for name, aim in AIMS.items():
            actions[name].triggered.connect(lambda _=False, aim=aim: self.open(aim))
        actions["import_project"].triggered.connect(self._import_project)
        menu = window.annotation_docks.list.row_menu
        menu.addSeparator()
        self._add(menu, Aim.EXCERPTS, Scope.ANNOTATIONS)
        session.project_leaving.connect(self._leave)
        for changed in (session.articles_changed, session.codebook_changed, session.compared):
            changed.connect(lambda *_: self._offer_anew())
        session.annotations_changed.connect(lambda _: self._offer_anew())

    def open(self, aim: Aim | None = None, scope: Scope | None = None) -> None:
        """Show the page, for another aim or of other things than last time where they are told."""
        if not self._window.desk.articles:
            self._window.notices.say(NO_ARTICLES)
            return
        view = self._page()
        found = offers(self._window, self._session.project)
        choices = from_setting(self._settings.get(SETTING))
        if not self._is_open:
            pages = self._window.importing
            self._before = pages.currentWidget() if pages.isVisible() else None
        self._is_open = True
        self._window.notices.clear()
        self._window.show_page(view)
        wanted = scope or view.options.chosen_scope
        view.ask(
            choices.aimed(aim or choices.aim), found, wanted if found[wanted] else Scope.PROJECT
        )

    def add_to(self, menu: QMenu, _article_id: str) -> None:
        """Offer in the menu of an article to export those that are marked."""
        self._add(menu, None, Scope.ARTICLES)

    def _add(self, menu: QMenu, aim: Aim | None, scope: Scope) -> None:
        menu.addAction("Export…").triggered.connect(lambda: self.open(aim, scope))

    def _page(self) -> ExportView:
        """Return the page, which is made when it is wanted first."""
        if self._view is None:
            self._view = self._window.importing.export
            self._view.accepted.connect(self._ask_for_file)
            self._view.rejected.connect(self._leave)
            self._view.sample_wanted.connect(self._look)
        return self._view

    def _offer_anew(self) -> None:
        """Offer what there is now, for something was changed while the page is open."""
        if self._view is not None and self._is_open:
            scope = self._view.options.chosen_scope
            found = offers(self._window, self._session.project)
            self._view.options.show_offers(found, scope)
            self._view.show_choices(self._view.choices)

    def _look(self) -> None:
        """Have another preview put together."""
        self._stop_looking()
        view = self._view
        if view is None or view.offer is None:
            return
        choices, desk = view.choices, self._window.desk
        outgoing, form = choices.outgoing(view.offer), choices.form.name
        is_open_question = len(desk.articles) >= TO_COMPARE and not desk.comparison.articles
        if is_open_question and needs_comparison(outgoing, form):
            view.say("Export", COMPARING)
            return
        path = self._session.project.path
        task = self._looking = self._worker.run(look_ahead, path, outgoing, form)
        task.succeeded.connect(lambda found: self._show(task, choices.aim, found))
        task.failed.connect(lambda error: self._fail(task, error))

    def _show(self, task: Task, aim: Aim, found: ExportPreview) -> None:
        if task is not self._looking or self._view is None:
            return
        self._looking = None
        title, lost, problem = title_words(aim, found), lost_words(found), why_nothing(aim, found)
        if problem:
            self._view.refuse(title, problem)
        elif found.beginning:
            self._view.show_sample(title, found.beginning, lost)
        else:
            self._view.say(title, sample_words(aim), lost)

    def _fail(self, task: Task, error: Exception) -> None:
        if task is self._looking and self._view is not None:
            self._looking = None
            self._view.say("Export", NO_PREVIEW)
            self._session.tell(error)

    def _ask_for_file(self) -> None:
        view = self._view
        if view is None or view.offer is None:
            return
        choices = view.choices
        name = self._library.name if self._library.is_named else ""
        forms = (choices.form, *(each for each in FORMS[choices.aim] if each is not choices.form))
        kinds = ";;".join(f"{each.kind} (*{each.suffix})" for each in forms)
        suggested = file_name(choices.aim, name, choices.form.suffix)
        path = self._asking.new_file("Export", suggested, kinds)
        if path is None:
            return
        form = _form_of(path, forms)
        outgoing = choices.outgoing(view.offer)
        view.choices = choices.formed(form.name)
        self._leave()
        task = self._worker.run(write_out, self._session.project.path, outgoing, form.name, path)
        self._watch(
            task,
            f"Writing {path.name}",
            lambda: self._tell_written(choices.aim, path),
        )

    def _tell_written(self, aim: Aim, path: Path) -> None:
        self._window.notices.say(
            written_words(aim, path),
            action=("Open", lambda: self._asking.show_file(path)),
            also=("Show folder", lambda: self._asking.show_file(path.parent)),
        )

    def _import_project(self) -> None:
        chosen = self._asking.files((".json",))
        if not chosen:
            return
        source = chosen[0]
        path = self._asking.new_file("Make a project of it", f"{source.stem}.crossread", PROJECTS)
        if path is None:
            return
        task = self._worker.run(make_project, source, path)
        self._watch(task, "Making the project", lambda: self._library.open(path))

    def _watch(self, task: Task, words: str, then: Callable[[], object]) -> None:
        """Show how far a task is, and go on once it is done."""
        task.succeeded.connect(lambda _: then())
        task.failed.connect(self._session.tell)
        self._session.started.emit(task, words)

    def _stop_looking(self) -> None:
        task, self._looking = self._looking, None
        if task is not None:
            task.cancel()

    def _leave(self) -> None:
        """Put the page away; nothing is written."""
        self._stop_looking()
        if self._view is not None and self._is_open:
            self._is_open = False
            self._view.stop()
            self._settings.set(SETTING, as_setting(self._view.choices))
            self._window.show_page(self._before)
            self._before = None


def _form_of(path: Path, forms: tuple[Form, ...]) -> Form:
    """Return the format that a file name asks for, the first one where it asks for none."""
    suffix = path.suffix.lower()
    return next((each for each in forms if each.suffix == suffix), forms[0])
