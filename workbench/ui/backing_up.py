"""BackingUp: a backup of every project that is opened, made while the analyst goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from workbench.messages import sentence
from workbench.model import CrossreadError
from workbench.project.backups import DAYS, LATEST, WEEKS, backups, folder_of, original_of
from workbench.ui.background import back_up_project
from workbench.ui.backups_window import BackupsWindow
from workbench.ui.wording import count

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
        self._broken: Path | None = None  # a project that could not be opened
        library.opened.connect(self._begin)  # also when it may be written from now on
        library.not_opened.connect(self.offer)
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

    def offer(self, path: Path) -> None:
        """Offer the backups of a project that cannot be opened, where it has some."""
        found = sum(1 for _ in backups(path))
        if found:

            def show() -> None:
                self._broken = path
                self.show()

            words = f"There {'are' if found > 1 else 'is'} {count(found, 'backup')} of {path.stem}."
            self._window.notices.say(words, action=("Backups…", show))

    def _begin(self) -> None:
        self._broken = None
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
            is_inside = original_of(self._session.project.path) == path
            self.listed.show_backups(backups(path), is_inside=is_inside)

    def _forget(self) -> None:
        self.listed = self._broken = None

    def _project_path(self) -> Path:
        path = self._session.project.path
        return self._broken or original_of(path) or path

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
