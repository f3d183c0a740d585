"""Query words: cut what is typed to search into signs, phrases and days."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from workbench.model import Dated, Field, Phrase, QueryError, QueryProblem
from workbench.model.query import NEAR
from workbench.text.searchable import searchable

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 2_000  # code points of a query
SHORTEST = 2  # code points of a word that counts as a beginning while it is typed

_QUOTES = '"“”„‟«»＂「」'
_FIELDS = "|".join(field for field in Field if field)
_PIECE = re.compile(
    rf"""
    (?P<open>[(（])
  | (?P<close>[)）])
  | (?P<minus>-(?=-*[\w(（{_QUOTES}]))
  | (?:(?P<field>(?ai:{_FIELDS}))[:：])?
    (?: [{_QUOTES}] (?P<quoted>[^{_QUOTES}]*) (?P<end>[{_QUOTES}]\*?)?
      | (?P<word>[^\s()（）{_QUOTES}]+) )?
    """,
    re.VERBOSE,
)
_PLAIN = re.compile(r"\w")
_DATES = (Field.AFTER, Field.BEFORE)
_DAY = re.compile("[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?")
_NEAR = re.compile("NEAR(?:/([0-9]{1,4}))?")


class Sign(StrEnum):
    """What joins conditions, or encloses them."""

    AND = "AND"
    OR = "OR"
    NOT = "NOT"
    OPEN = "("
    CLOSE = ")"


@dataclass(frozen=True, slots=True)
class NearSign:
    """The sign between phrases that are near each other; as many words may stand between them."""

    within: int


Piece = Sign | NearSign | Phrase | Dated


def pieces(text: str, problems: list[QueryError], *, is_typing: bool) -> Iterator[Piece]:
    """Yield the pieces of a query; what is missing is told in `problems` and left out.

    Words without a letter or digit are nothing. While somebody `is_typing`, the last word is taken
    for the beginning of one.
    """
    if len(text) > LONGEST:
        problems.append(QueryError(QueryProblem.TOO_LONG))
    for match in _PIECE.finditer(text[:LONGEST]):
        is_last = is_typing and match.end() == len(text)
        try:
            piece = _piece(match, is_last=is_last)
        except QueryError as error:
            problems.append(error)
            continue
        if match["quoted"] is not None and match["end"] is None:
            problems.append(QueryError(QueryProblem.OPEN_QUOTE, match["quoted"].strip()))
        if piece is not None:
            yield piece


def is_plain(text: str) -> bool:
    """Tell whether a phrase is read as it is without quotation marks."""
    match = _PIECE.fullmatch(text) if _PLAIN.match(text) else None
    return match is not None and match["word"] == text and _sign(text) is None


def _piece(match: re.Match[str], *, is_last: bool) -> Piece | None:
    """Return a piece, or None where there is nothing to look for; raises QueryError."""
    for name, sign in (("open", Sign.OPEN), ("close", Sign.CLOSE), ("minus", Sign.NOT)):
        if match[name]:
            return sign
    field = Field((match["field"] or "").lower())
    if match["quoted"] is not None:
        is_cut = (is_last and match["end"] is None) or (match["end"] or "").endswith("*")
        return _condition(match["quoted"], field, is_cut=is_cut)
    word = match["word"] or ""
    is_cut = is_last and len(word) >= SHORTEST
    return (None if field else _sign(word)) or _condition(word, field, is_cut=is_cut)


def _sign(word: str) -> Sign | NearSign | None:
    if near := _NEAR.fullmatch(word):
        return NearSign(int(near[1] or NEAR))
    return Sign(word) if word in (Sign.AND, Sign.OR, Sign.NOT) else None


def _condition(words: str, field: Field, *, is_cut: bool) -> Phrase | Dated | None:
    text = " ".join(words.replace("*", " ").split())
    if not searchable(text):
        if field:
            raise QueryError(QueryProblem.NO_VALUE, f"{field}:")
        return None
    if field not in _DATES:
        return Phrase(text, field, is_cut or words.endswith("*"))
    if not _DAY.fullmatch(text):
        raise QueryError(QueryProblem.NO_DAY, text)
    return Dated(field, text)
