"""SearchIndexer: fills the index of words little by little, while the analyst goes on working."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from workbench.model import CrossreadError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.ui.session import Session

PAUSE = 10  # milliseconds between two portions, in which the window answers
SOON = 300  # milliseconds after a change: several often come together


class SearchIndexer(QObject):
    """Puts what has changed into the index; `advanced` is sent now and then, and at the end.

    A project that may not be written has its index in memory, made once somebody searches it.
    """

    advanced = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._is_asked = False
        self._work: Iterator[None] = iter(())
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self._begin)
        self._portions = QTimer(self, interval=PAUSE)
        self._portions.timeout.connect(self._go_on)
        self._tells = QTimer(self, interval=SOON)
        self._tells.timeout.connect(self.advanced)
        session.project_leaving.connect(self.stop)
        session.project_changed.connect(self._look_again)
        for changed in (
            session.articles_changed,
            session.annotations_changed,
            session.codebook_changed,
        ):
            changed.connect(lambda *_: self._soon.start())

    @property
    def is_busy(self) -> bool:
        """Whether something is not in the index yet, and is being put there."""
        return self._soon.isActive() or self._portions.isActive()

    def want(self) -> None:
        """Fill the index also where that is not done unasked."""
        if self._session.project.read_only and not self._is_asked:
            self._is_asked = True
            self._soon.start()

    def stop(self) -> None:
        """Leave the rest for later."""
        for timer in (self._soon, self._portions, self._tells):
            timer.stop()

    def _look_again(self) -> None:
        self._is_asked = False
        self._soon.start()

    def _begin(self) -> None:
        project = self._session.project
        if project.read_only and not self._is_asked:
            return
        self._work = project.index.filling()
        self._portions.start()
        self._tells.start()

    def _go_on(self) -> None:
        try:
            next(self._work)
        except StopIteration:
            self.stop()
            self.advanced.emit()
        except CrossreadError as error:
            self.stop()
            self._session.tell(error)
