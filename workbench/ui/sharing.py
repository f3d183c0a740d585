"""Sharing: what the window does about a project that others have open, or that it may only read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from workbench.messages import sentence
from workbench.model import Change, CrossreadError, ProjectProblem
from workbench.ui.library import UP_TO_DATE

if TYPE_CHECKING:
    from workbench.ui.library import Library
    from workbench.ui.main_window import MainWindow
    from workbench.ui.notices import Action
    from workbench.ui.session import Session

EVERY = 1000  # milliseconds between two looks: what others store shows about as soon as it is there

WHY_READ_ONLY = {
    ProjectProblem.LOCKED: "This project is open in another window or program, so it can only be "
    "read here. What is changed there shows here; once it is closed there you can change it here.",
    ProjectProblem.READ_ONLY: "This project can only be read, for its file or its folder may not "
    "be written. Save it under another name to change it.",
    ProjectProblem.BACKUP: "This is a backup, which never changes. Go back to it, or restore it as "
    "a project of its own.",
    ProjectProblem.NO_LOCKS: "This project can only be read: it lies in a network folder where "
    "programs cannot tell each other that it is in use. Save it on this computer to change it.",
    ProjectProblem.NO_BACKUP: "This project can only be read: it is of an older Crossread, and no "
    "backup could be made before bringing it up to date. Make room on the disk and open it again.",
}
OFFERS = {
    ProjectProblem.READ_ONLY: ("Save as…", "save_copy"),
    ProjectProblem.NO_LOCKS: ("Save as…", "save_copy"),
    ProjectProblem.BACKUP: ("Backups…", "backups"),
}
TAKEN_OVER = "You can now change this project; the program that had it open has closed it."
REMOTE = (
    "This project lies in a network folder. It is safe there as long as one person at a time has "
    "it open, but slower than on this computer."
)


class Sharing(QObject):
    """Says why a project can only be read, follows what others store, and takes it over."""

    def __init__(self, window: MainWindow, session: Session, library: Library) -> None:
        super().__init__(window)
        self._session = session
        self._library = library
        self._notices = window.notices
        self._actions = window.actions_by_name
        self.looking = QTimer(self, interval=EVERY)
        self.looking.timeout.connect(self.look)
        session.project_changed.connect(self._begin)

    def look(self) -> None:
        """Take the project over where that can be, else show what others have stored."""
        project = self._session.project
        try:
            if project.take_over():
                self.looking.stop()
                self._notices.withdraw(*WHY_READ_ONLY.values())
                self._notices.say(TAKEN_OVER)
                self._session.show_anew()
                self._library.announce()
            else:
                self._show(project.follow())
        except CrossreadError as error:
            self.looking.stop()
            self._notices.say(sentence(error))

    def _show(self, changes: frozenset[Change]) -> None:
        session = self._session
        if changes & {Change.ARTICLES, Change.SETTINGS}:  # which are compared anew
            session.show_anew()
            return
        if Change.CODEBOOK in changes:
            session.codebook_changed.emit()
        if Change.OUTLETS in changes:
            session.outlets_changed.emit()
        if Change.ANNOTATIONS in changes:
            session.annotations_changed.emit(None)

    def stop(self) -> None:
        """Look no more: the window closes."""
        self.looking.stop()

    def _begin(self) -> None:
        project = self._session.project
        self._notices.withdraw(*WHY_READ_ONLY.values(), *(TAKEN_OVER, REMOTE, UP_TO_DATE))
        why = project.why_read_only
        if why is None:
            self.looking.stop()
            self._tell_of_place()
        else:
            self.looking.start()
            self._notices.say(WHY_READ_ONLY[why], action=self._offer(why))

    def _offer(self, why: ProjectProblem) -> Action | None:
        """Return what can be done about it."""
        if why not in OFFERS:
            return None
        words, name = OFFERS[why]
        return words, self._actions[name].trigger

    def _tell_of_place(self) -> None:
        project = self._session.project
        if project.schema_before:
            self._notices.say(UP_TO_DATE)
        if project.is_remote and self._library.is_named:
            self._notices.say(REMOTE)
