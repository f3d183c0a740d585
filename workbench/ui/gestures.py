"""Gestures: what each action of the window does."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit

from workbench.messages import sentence
from workbench.project.importing import SUFFIXES
from workbench.ui.keys import Keys
from workbench.ui.keys_window import KeysWindow
from workbench.ui.recent_menu import RecentMenu
from workbench.ui.touring import Touring
from workbench.ui.view_gestures import ViewGestures
from workbench.ui.wording import count

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.project.importing import ImportPlan
    from workbench.settings import Settings
    from workbench.ui.asking import Asking
    from workbench.ui.library import Library
    from workbench.ui.main_window import MainWindow
    from workbench.ui.session import Session


class Gestures(QObject):
    """Connects the window's actions to the session, the desk and the panes."""

    paths_chosen = Signal(tuple)

    def __init__(
        self,
        window: MainWindow,
        session: Session,
        library: Library,
        asking: Asking,
        settings: Settings,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._library = library
        self._asking = asking
        self.view = ViewGestures(window, settings)
        self._recent = RecentMenu(library.recent, window)
        window.add_menu(self._recent, "open_sample")
        self.keys = Keys(window.actions_by_name, settings, self)
        for name, act in self._on_project().items():
            window.actions_by_name[name].triggered.connect(act)
        self._connect_undo()
        self._connect_parts()
        self.touring = Touring(window, library, settings)

    def _on_project(self) -> dict[str, Callable[[], object]]:
        return {
            "new_project": self._library.begin,
            "open_project": self._open_project,
            "open_sample": self._library.open_sample,
            "save_copy": self._save_as,
            "import_files": self._import_files,
            "import_folder": self._import_folder,
            "quit": self._window.close,
            "paste": self._paste,
            "remove_article": self._remove_article,
            "keys": self._show_keys,
            "compare": self._session.refresh,
        }

    def _connect_undo(self) -> None:
        stack, actions = self._session.undo_stack, self._window.actions_by_name
        for name, able, words, act in (
            ("undo", stack.canUndoChanged, stack.undoTextChanged, self._session.undo),
            ("redo", stack.canRedoChanged, stack.redoTextChanged, self._session.redo),
        ):
            action, verb = actions[name], name.capitalize()
            action.setEnabled(False)
            able.connect(action.setEnabled)
            words.connect(
                lambda text, action=action, verb=verb: action.setText(
                    f"{verb}: {text}" if text else verb
                )
            )
            action.triggered.connect(act)

    def _connect_parts(self) -> None:
        window, session, desk = self._window, self._session, self._window.desk
        window.welcome.sample_requested.connect(self._library.open_sample)
        for offer in (window.welcome.project_requested, self._recent.project_chosen):
            offer.connect(lambda path: self._library.open(Path(path)))
        window.welcome.import_requested.connect(self._import_files)
        session.project_changed.connect(self._offer_recent)
        session.articles_changed.connect(lambda: desk.show_articles(session.project.articles()))
        session.compared.connect(desk.show_comparison)
        session.imported.connect(self._report_import)
        session.noticed.connect(window.notices.say)
        session.started.connect(window.status.watch)

    def _offer_recent(self) -> None:
        here = str(self._session.project.path)
        recent = self._library.recent.projects
        self._window.welcome.show_recent([each for each in recent if each.path != here])

    def _open_project(self) -> None:
        if path := self._asking.project():
            self._library.open(path)

    def _save_as(self) -> None:
        kinds = "Crossread project (*.crossread)"
        if path := self._asking.new_file("Save project as", "Project.crossread", kinds):
            self._library.save_as(path)

    def _import_files(self) -> None:
        self.paths_chosen.emit(self._asking.files(SUFFIXES))

    def _import_folder(self) -> None:
        if folder := self._asking.folder():
            self.paths_chosen.emit((folder,))

    def _paste(self) -> None:
        field = self._window.focusWidget()
        if isinstance(field, QLineEdit):
            field.paste()
        else:
            self._window.take_in(QGuiApplication.clipboard().mimeData())

    def _remove_article(self) -> None:
        self._session.remove_articles(self._window.articles.marked_articles())

    def _show_keys(self) -> None:
        KeysWindow(self.keys, self._window).open_here()

    def _report_import(self, plan: ImportPlan) -> None:
        skipped = [error for row in plan.rows for error in row.skipped]
        doubles = sum(row.duplicates for row in plan.rows)
        said = []
        if doubles:
            said.append(f"{count(doubles, 'article')} already in the project")
        if skipped:
            said.append(f"{count(len(skipped), 'file')} could not be read")
        if said:
            brought = count(len(plan.edit.articles), "article")
            details = "\n".join(sentence(error) for error in skipped)
            self._window.notices.say(f"Imported {brought}; {', '.join(said)}.", details)
