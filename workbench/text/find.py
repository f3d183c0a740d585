"""Find: where words or a pattern stand in a text, in a bounded time."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import regex

from workbench.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_HITS = 2_000  # in one text: nobody steps through more, and marking them takes time
LONGEST = 500  # characters of a pattern
MOST_COPIES = 10_000  # of a part that a pattern asks for: more take seconds to compile

_ALIKE = ("'‘’‚‛ʼ＇", '"“”„‟«»＂', "-‐‑‒–—―−")
_CLASSES = {mark: f"[{regex.escape(marks)}]" for marks in _ALIKE for mark in marks}
_COPIES = regex.compile(r"\{(\d*),?(\d*)\}")
_BEGINS, _ENDS = r"(?<![\w])", r"(?![\w])"


class PatternError(ValueError):
    """What was typed is no regular expression, or one that is too large; the text says why."""


class TooSlowError(Exception):
    """A pattern took longer than it was given."""


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for, and how."""

    words: str
    whole_word: bool = False
    is_pattern: bool = False
    match_case: bool = False


@dataclass(frozen=True, slots=True)
class Search:
    """A query ready to be used on many texts."""

    query: Query
    pattern: regex.Pattern[str]

    def hits(self, text: str, seconds: float) -> tuple[Span, ...]:
        """Return where it stands in a text, at most MOST_HITS times; nowhere where it is empty.

        A pattern raises TooSlowError after `seconds`; plain words take as long as the text needs.
        """
        try:
            return tuple(self._hits(text, seconds))
        except TimeoutError as error:
            raise TooSlowError(self.query.words) from error

    def _hits(self, text: str, seconds: float) -> Iterator[Span]:
        found = 0
        limit = seconds if self.query.is_pattern else None
        for match in self.pattern.finditer(text, timeout=limit):
            if match.end() > match.start():
                yield Span(match.start(), match.end())
                found += 1
            if found == MOST_HITS:
                return


def prepare(query: Query) -> Search:
    """Return a query ready to be used.

    Plain words match whichever quotation marks, dashes and spaces the text has. Raises
    PatternError.
    """
    words = query.words if query.is_pattern else "".join(_literal(query.words))
    if query.is_pattern:
        _check_size(words)
    if query.whole_word:
        words = f"{_BEGINS}(?:{words}){_ENDS}"
    flags = regex.V0 | regex.MULTILINE | (0 if query.match_case else regex.IGNORECASE)
    try:
        return Search(query, regex.compile(words, flags))
    except (regex.error, OverflowError, RecursionError) as error:
        raise PatternError(getattr(error, "msg", str(error))) from error


def _literal(words: str) -> Iterator[str]:
    for place, part in enumerate(words.split()):
        if place:
            yield r"\s+"
        yield from (_CLASSES.get(character) or regex.escape(character) for character in part)


def _check_size(pattern: str) -> None:
    if len(pattern) > LONGEST:
        raise PatternError(f"more than {LONGEST} characters")
    counts = (max(int(number or 1) for number in pair) for pair in _COPIES.findall(pattern))
    if math.prod(max(1, count) for count in counts) > MOST_COPIES:
        raise PatternError(f"more than {MOST_COPIES:,} repetitions")
