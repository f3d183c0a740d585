"""SearchAsking: asks the index for what is typed, in steps that nobody notices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from workbench.messages import sentence
from workbench.ui.steps import Steps

if TYPE_CHECKING:
    from workbench.model import CrossreadError, Span
    from workbench.project.searching import Found, Hit, Order
    from workbench.ui.session import Session


MOST_MARKED = 2_000  # places in one text: marking them takes time, and nobody looks at more


class SearchAsking(QObject):
    """One query at a time; the latest one is answered with `found`.

    `problem` says what the query lacks; what is found then is that of the part that is whole.
    """

    found = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._steps: Steps | None = None
        self._found: Found | None = None
        self.problem = ""
        session.project_leaving.connect(self.forget)

    @property
    def result(self) -> Found | None:
        """What was found last."""
        return self._found

    @property
    def indexed(self) -> tuple[int, int]:
        """How many articles are in the index, of how many."""
        project = self._session.project
        articles, _ = project.index.waiting()
        total = len(project.articles())
        return total - articles, total

    def ask(self, query: str, order: Order, *, is_typing: bool) -> None:
        """Look for something else."""
        from workbench.project.searching import looking
        from workbench.text.query import read

        self.forget()
        condition, problem = read(query, is_typing=is_typing)
        self.problem = sentence(problem) if problem else ""
        self._steps = Steps(looking(self._session.project.index, condition, order), self)
        self._steps.finished.connect(self._take)
        self._steps.failed.connect(self._fail)
        self._steps.start()

    def hits(self, start: int) -> tuple[Hit, ...]:
        """Return some of what was found, from that place in the order on."""
        from workbench.project.searching import hits

        return hits(self._session.project.index, self._found, start) if self._found else ()

    def places(self, article: str) -> tuple[Span, ...]:
        """Return where in the text of an article stands what was found, as far as it is marked."""
        from workbench.project.searching import places_in

        index = self._session.project.index
        return places_in(index, self._found, article)[:MOST_MARKED] if self._found else ()

    def forget(self) -> None:
        """Leave what is under way."""
        steps, self._steps = self._steps, None
        if steps is not None:
            steps.stop()

    def _take(self, found: Found) -> None:
        self._steps = None
        self._found = found
        self.found.emit()

    def _fail(self, error: CrossreadError) -> None:
        self._steps = None
        self._session.tell(error)
