"""Query: read what is typed to search as a condition, and write a condition so that it can be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.model import AllOf, AnyOf, Condition, Dated, Near, NoneOf, Phrase, QueryError
from workbench.model.query import NEAR
from workbench.text.query_reader import QueryReader
from workbench.text.query_words import is_plain, pieces

if TYPE_CHECKING:
    from collections.abc import Iterator


def parse(text: str) -> Condition | None:
    """Return what is searched for, None where nothing is; raises QueryError."""
    condition, problem = read(text)
    if problem is not None:
        raise problem
    return condition


def read(text: str, *, is_typing: bool = False) -> tuple[Condition | None, QueryError | None]:
    """Return what is searched for as far as it is whole, and the first that is wrong with it.

    NEAR binds closest, then NOT or a - before a condition, then AND, which may be left out, then
    OR; all are written in capitals. While somebody `is_typing`, the last word is taken for the
    beginning of one.
    """
    problems: list[QueryError] = []
    found = list(pieces(text, problems, is_typing=is_typing))
    condition = QueryReader(found, problems).read()
    return condition, problems[0] if problems else None


def written(condition: Condition | None) -> str:
    """Return the words that `parse` reads as this condition."""
    match condition:
        case None:
            words = ""
        case Phrase():
            words = _phrase(condition)
        case Dated():
            words = f"{condition.field}:{condition.day}"
        case Near():
            sign = "NEAR" if condition.within == NEAR else f"NEAR/{condition.within}"
            words = f"{_phrase(condition.first)} {sign} {_phrase(condition.second)}"
        case NoneOf():
            words = f"-{_within(condition.part, Near, AllOf, AnyOf)}"
        case AllOf():
            words = " ".join(_within(part, AnyOf) for part in condition.parts)
        case _:
            words = " OR ".join(written(part) for part in condition.parts)
    return words


def phrases(condition: Condition | None) -> Iterator[Phrase | Near]:
    """Yield the words that are to be found; those that are not to be there are left out."""
    if isinstance(condition, Phrase | Near):
        yield condition
    elif isinstance(condition, AllOf | AnyOf):
        for part in condition.parts:
            yield from phrases(part)


def _within(condition: Condition, *enclosed: type[Condition]) -> str:
    """Return a condition in writing, in parentheses where it is of one of these kinds."""
    words = written(condition)
    return f"({words})" if isinstance(condition, enclosed) else words


def _phrase(phrase: Phrase) -> str:
    words = phrase.text if is_plain(phrase.text) else f'"{phrase.text}"'
    field = f"{phrase.field}:" if phrase.field else ""
    return f"{field}{words}{'*' if phrase.is_beginning else ''}"
