"""BackingUp: a backup of every project that is opened, made while the analyst goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from workbench.messages import sentence
from workbench.model import CrossreadError
from workbench.project.backups import DAYS, LATEST, WEEKS, backups, folder_of, original_of
from workbench.ui.background import back_up_project
from workbench.ui.backups_window import BackupsWindow

if TYPE_CHECKING:
    from pathlib import Path

    from workbench.ui.asking import Asking
    from workbench.ui.library import Library
    from workbench.ui.main_window import MainWindow
    from workbench.ui.session import Session
    from workbench.ui.tasks import Worker

PROJECTS = "Crossread project (*.crossread)"
NO_BACKUP = "No backup of this project could be made."


class BackingUp(QObject):
    """Has backups made, and leads from the window that lists them to what is to be done."""

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
        self.listed: BackupsWindow | None = None
        library.opened.connect(self._begin)  # also when it may be written from now on
        window.actions_by_name["backups"].triggered.connect(self.show)

    def show(self) -> None:
        """List the backups of the project in a window beside this one."""
        if self.listed is None:
            self.listed = BackupsWindow(_rule(self._project_path()), self._window)
            self.listed.look_wanted.connect(self._library.open)
            self.listed.copy_wanted.connect(self._restore_as)
            self.listed.return_wanted.connect(self._go_back)
            self.listed.leave_wanted.connect(lambda: self._library.open(self._project_path()))
            self.listed.finished.connect(self._forget)
        self._fill()
        self.listed.open_here()

    def _begin(self) -> None:
        if self.listed is not None:
            self._fill()
        project = self._session.project
        if project.read_only or not self._library.is_worth_keeping:
            return
        task = self._worker.run(back_up_project, project.path)
        task.succeeded.connect(lambda _: self._fill())
        task.failed.connect(lambda error: self._tell(project.path, error))

    def _tell(self, path: Path, error: Exception) -> None:
        """Say once why there is no backup; of a project that was left meanwhile nothing is said."""
        if path != self._session.project.path:
            return
        if isinstance(error, CrossreadError):
            self._window.notices.say(NO_BACKUP, sentence(error))
        else:
            self._session.tell(error)

    def _fill(self) -> None:
        if self.listed is not None:
            path = self._project_path()
            self.listed.show_backups(backups(path), is_inside=path != self._session.project.path)

    def _forget(self) -> None:
        self.listed = None

    def _project_path(self) -> Path:
        path = self._session.project.path
        return original_of(path) or path

    def _restore_as(self, backup: Path) -> None:
        if path := self._asking.new_file("Restore backup as", "Restored.crossread", PROJECTS):
            self._library.restore_as(backup, path)

    def _go_back(self, backup: Path) -> None:
        self._library.go_back(backup, self._project_path())


def _rule(project: Path) -> str:
    return (
        f"Kept are the latest {LATEST}, the last one of each of {DAYS} days and of {WEEKS} weeks, "
        f"beside the project in the folder {folder_of(project).name}."
    )
