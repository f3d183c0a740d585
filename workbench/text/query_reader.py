"""QueryReader: puts the pieces of a query together, and tells what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.model import AllOf, AnyOf, Dated, Near, NoneOf, Phrase, QueryError, QueryProblem
from workbench.text.query_words import NearSign, Sign

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.model import Condition
    from workbench.text.query_words import Piece

DEEPEST = 10  # parentheses within each other, and signs that deny; at 15 SQLite gives up
MOST = 64  # phrases of a query; SQLite refuses some hundreds

_ENDS = (None, Sign.OR, Sign.CLOSE)


class QueryReader:
    """Reads pieces from the first to the last; what does not fit is told and passed over."""

    def __init__(self, pieces: Sequence[Piece], problems: list[QueryError]) -> None:
        self._waiting = list(reversed(pieces))
        self._problems = problems
        self._depth = 0
        self._count = 0

    def read(self) -> Condition | None:
        """Return all of them as one condition, None where there is none."""
        parts = [self._any()]
        while self._waiting:
            self._waiting.pop()
            self._tell(QueryProblem.STRAY_PARENTHESIS)
            parts.append(self._any())
        return _joined(AllOf, parts)

    def _any(self) -> Condition | None:
        parts = [self._all()]
        while self._next() is Sign.OR:
            self._waiting.pop()
            if parts[-1] is None:
                self._tell(QueryProblem.NOTHING_BEFORE, Sign.OR)
            parts.append(self._all())
            if parts[-1] is None:
                self._tell(QueryProblem.NOTHING_AFTER, Sign.OR)
        return _joined(AnyOf, parts)

    def _all(self) -> Condition | None:
        parts: list[Condition | None] = []
        while self._next() not in _ENDS:
            if self._next() is not Sign.AND:
                parts += self._part()
                continue
            self._waiting.pop()
            if not parts:
                self._tell(QueryProblem.NOTHING_BEFORE, Sign.AND)
            if self._next() in (*_ENDS, Sign.AND):
                self._tell(QueryProblem.NOTHING_AFTER, Sign.AND)
        return _joined(AllOf, parts)

    def _part(self) -> list[Condition | None]:
        """Read what is not to hold, or a condition with those that are near it."""
        if self._next() is Sign.NOT:
            return [self._none()]
        last = self._single()
        parts: list[Condition | None] = [last]
        while isinstance(sign := self._next(), NearSign):
            self._waiting.pop()
            following = self._single()
            near = _near(last, following, sign.within)
            if near is None:
                self._tell(QueryProblem.NOT_WORDS)
            elif parts[-1] is last:
                parts.pop()
            parts.append(near or following)
            last = following
        return parts

    def _none(self) -> Condition | None:
        self._waiting.pop()
        self._depth += 1
        is_deep = self._depth > DEEPEST
        parts = [] if is_deep or self._next() in (*_ENDS, Sign.AND) else self._part()
        self._depth -= 1
        part = _joined(AllOf, parts)
        if part is None:
            self._tell(QueryProblem.TOO_LONG if is_deep else QueryProblem.NOTHING_AFTER, Sign.NOT)
            return None
        return NoneOf(part)

    def _single(self) -> Condition | None:
        """Read a phrase, a day, or what stands in parentheses; None where none of them comes."""
        found = self._next()
        if isinstance(found, Phrase | Dated):
            self._waiting.pop()
            self._count += 1
            if self._count > MOST:
                self._tell(QueryProblem.TOO_LONG)
                return None
            return found
        return self._enclosed() if found is Sign.OPEN else None

    def _enclosed(self) -> Condition | None:
        self._waiting.pop()
        self._depth += 1
        if self._depth > DEEPEST:
            self._tell(QueryProblem.TOO_LONG)
        inner = None if self._depth > DEEPEST else self._any()
        self._depth -= 1
        if self._next() is Sign.CLOSE:
            self._waiting.pop()
        else:
            self._tell(QueryProblem.OPEN_PARENTHESIS)
        return inner

    def _next(self) -> Piece | None:
        return self._waiting[-1] if self._waiting else None

    def _tell(self, problem: QueryProblem, detail: str = "") -> None:
        self._problems.append(QueryError(problem, detail))


def _near(first: Condition | None, second: Condition | None, within: int) -> Near | None:
    """Return two phrases of one field as near each other, None where there are no such two."""
    if isinstance(first, Phrase) and isinstance(second, Phrase) and first.field == second.field:
        return Near(first, second, within)
    return None


def _joined(kind: type[AllOf] | type[AnyOf], parts: Sequence[Condition | None]) -> Condition | None:
    """Return conditions as one, those of the same kind taken apart; None where there are none."""
    flat: list[Condition] = []
    for part in parts:
        if isinstance(part, kind):
            flat += part.parts
        elif part is not None:
            flat.append(part)
    if len(flat) > 1:
        return kind(tuple(flat))
    return flat[0] if flat else None
