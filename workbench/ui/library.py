"""Library: which project is open - a draft, the sample story, or a file of the analyst's."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from workbench.messages import quoted, sentence
from workbench.model import CrossreadError, ProjectError, ProjectProblem
from workbench.project.backups import is_backup, made_at, original_of, recover, restore_copy
from workbench.project.project import Project
from workbench.project.renewing import takes_long
from workbench.resources import sample_files
from workbench.ui.background import renew_project
from workbench.ui.recent import Recent
from workbench.ui.wording import moment

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.project.drafts import Drafts
    from workbench.settings import Settings
    from workbench.ui.session import Session
    from workbench.ui.tasks import Task, Worker

UNNAMED = "Unnamed project"
UP_TO_DATE = (
    "This project was of an older Crossread and has been brought up to date. "
    "As it was, it is kept among its backups."
)
MADE_AGAIN = "The project is there again, as it was then."
RECOVERED = "The project is as it was then. What could not be opened is kept beside it as {aside}."
BROKEN = {ProjectProblem.MISSING, ProjectProblem.NOT_A_PROJECT, ProjectProblem.DAMAGED}
GONE_BACK = "The project is as it was then. As it was until now, it is among its backups."


class Library(QObject):
    """Opens, begins and names projects; whatever has no name yet is kept as a draft."""

    noticed = Signal(str)
    opened = Signal(str, str)
    not_opened = Signal(object)

    def __init__(
        self, session: Session, drafts: Drafts, settings: Settings, worker: Worker
    ) -> None:
        super().__init__(session)
        self._session = session
        self._worker = worker
        self._renewing: Task | None = None
        self._drafts = drafts
        self._settings = settings
        self.recent = Recent(settings, self)
        session.project_changed.connect(self.announce)

    @property
    def name(self) -> str:
        """What the open project is called; one without a name by its first headline as well."""
        project = self._session.project
        if self.is_named:
            return project.path.stem
        first = next(iter(project.articles()), None)
        headline = first.headline if first else ""
        return f"{UNNAMED}: {headline}" if headline else UNNAMED

    @property
    def is_named(self) -> bool:
        """Tell whether the open project has been given a name."""
        return not self._drafts.holds(self._session.project.path)

    @property
    def is_worth_keeping(self) -> bool:
        """Tell whether the open project is more than an empty draft, or a mere backup."""
        project = self._session.project
        return (self.is_named or bool(project.articles())) and not is_backup(project.path)

    def begin(self) -> None:
        """Begin an empty project; the one before stays where it was saved."""
        self._change(self._drafts.new)

    def open(self, path: Path) -> None:
        """Open a project file; a large one of an older Crossread is brought up to date first."""
        is_here = self._is_here(path)
        if is_here and not self._session.project.read_only:
            return
        if not is_here and takes_long(path):
            self._renew(path)
        else:
            self._change(lambda: Project.open(path))

    def _is_here(self, path: Path) -> bool:
        """Tell whether a file is the project that is open, also by another name."""
        here = self._session.project.path
        return path.exists() and here.exists() and path.samefile(here)

    def open_sample(self) -> None:
        """Begin a project and import the sample story."""
        self.begin()
        self._session.import_paths(sample_files())

    def save_as(self, path: Path) -> None:
        """Write the project to a file and go on with that file."""
        try:
            self._session.project.save_copy(path)
        except CrossreadError as error:
            self.noticed.emit(sentence(error))
        else:
            draft = self._session.project.path
            self._session.remember()
            self.recent.copy(draft, path)
            self.open(path)
            if self._drafts.holds(draft) and self._session.project.path != draft:
                self._drafts.discard(draft)
                self.recent.forget(draft)

    def go_back(self, backup: Path, path: Path) -> None:
        """Open a project and let it be as in one of its backups; what it is now is backed up.

        One that cannot be opened gives way to the backup and is kept under another name.
        """
        if self._session.project.path != path:
            try:
                self._session.change_project(Project.open(path))
            except ProjectError as error:
                self._recover(backup, path, error)
                return
        project = self._session.project
        self._session.remember()
        try:
            project.restore(backup)
        except CrossreadError as error:
            self.noticed.emit(sentence(error))
        else:
            self._session.show()
            self.noticed.emit(GONE_BACK)

    def _recover(self, backup: Path, path: Path, error: ProjectError) -> None:
        if error.problem not in BROKEN:
            self.noticed.emit(sentence(error))
            return
        try:
            aside = recover(backup, path)
        except CrossreadError as failure:
            self.noticed.emit(sentence(failure))
            return
        self._change(lambda: Project.open(path))
        self.noticed.emit(RECOVERED.format(aside=quoted(aside.name)) if aside else MADE_AGAIN)

    def restore_as(self, backup: Path, path: Path) -> None:
        """Write a backup to a project of its own, and open that."""
        try:
            restore_copy(backup, path)
        except CrossreadError as error:
            self.noticed.emit(sentence(error))
        else:
            self.open(path)

    def _renew(self, path: Path) -> None:
        self._stop_renewing()
        task = self._renewing = self._worker.run(renew_project, path)

        def open_now() -> None:
            self._renewing = None
            self._change(lambda: Project.open(path))
            if self._session.project.path == path and not self._session.project.read_only:
                self.noticed.emit(UP_TO_DATE)

        task.succeeded.connect(open_now)
        task.failed.connect(self._session.tell)
        self._session.started.emit(task, "Bringing the project up to date")

    def _stop_renewing(self) -> None:
        """Let a project that was to be opened be; the next time it is as it was, or up to date."""
        task, self._renewing = self._renewing, None
        if task is not None:
            task.succeeded.disconnect()
            task.cancel()

    def _change(self, opening: Callable[[], Project]) -> None:
        self._stop_renewing()
        try:
            project = opening()
        except CrossreadError as error:
            self.noticed.emit(sentence(error))
            if isinstance(error, ProjectError):
                self.not_opened.emit(Path(error.path))
            return
        self._session.change_project(project)
        self._drafts.discard_empty()

    def announce(self) -> None:
        """Say which project is open, and how it is kept."""
        project = self._session.project
        name = project.path.stem if self.is_named else UNNAMED
        kept = "Read-only" if project.read_only else "Saved"
        made, original = made_at(project.path), original_of(project.path)
        if made and original:
            name, kept = f"{original.stem}, backup of {moment(made)}", "Backup"
        else:
            self._settings.set("last_project", str(project.path))
        self.opened.emit(name, kept)
