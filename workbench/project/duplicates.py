"""Duplicates: which articles have a text that is there already, and what tells them apart."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.model import Article

FIRST_WORDS = 8
"""Words that tell most texts apart, so that not all of an archive is read for one new article."""

DAY = 10  # characters of an ISO 8601 date without the time


class Likeness(StrEnum):
    """What a newly read article is to those that are there already."""

    NEW = "new"
    SAME = "same text"
    RENAMED = "same text under another date or headline"
    UPDATE = "changed text of a known article"


class Known:
    """The articles met so far, by their texts.

    Those of the project wait until a text with the same first words comes: few ever do.
    """

    def __init__(self, articles: Sequence[Article]) -> None:
        self._published: dict[bytes, list[Article]] = {}
        self._waiting: dict[tuple[str, ...], list[Article]] = {}
        for article in articles:
            self._waiting.setdefault(_first_words(article), []).append(article)

    def meet(self, article: Article) -> tuple[Likeness, str]:
        """Take note of an article that is new; else return SAME or RENAMED and the other's id.

        Two articles of the same text, white space aside, are two where both say who published and
        these differ: one wire text in two outlets is a finding. A news database that lists one
        text as two records in a file means two articles as well.
        """
        for each in self._waiting.pop(_first_words(article), ()):
            self._with_same_text(each).append(replace(each, text=""))
        known = self._with_same_text(article)
        found = [(_is_renamed(each, article), each) for each in known if _is_one(each, article)]
        if not found:
            known.append(replace(article, text=""))
            return Likeness.NEW, ""
        renamed, other = min(found, key=lambda each: each[0])
        return (Likeness.RENAMED if renamed else Likeness.SAME), other.id

    def _with_same_text(self, article: Article) -> list[Article]:
        return self._published.setdefault(text_key(article.text), [])


def text_key(text: str) -> bytes:
    """Return what texts have in common that are the same, white space aside."""
    words = " ".join(text.split()).encode("utf-8", "surrogatepass")
    return hashlib.sha256(words).digest()


def _first_words(article: Article) -> tuple[str, ...]:
    return tuple(article.text.split(None, FIRST_WORDS)[:FIRST_WORDS])


def _is_one(first: Article, second: Article) -> bool:
    """Whether two articles of the same text are one: by their outlets, and by their records."""
    told_apart = first.outlet and second.outlet and first.outlet != second.outlet
    is_listed_twice = first.path == second.path and first.record and second.record
    return not (told_apart or (is_listed_twice and first.record != second.record))


def _is_renamed(first: Article, second: Article) -> bool:
    """Whether both have a date, or a headline, and these differ."""
    return _differ(first.published[:DAY], second.published[:DAY]) or _differ(
        " ".join(first.headline.casefold().split()), " ".join(second.headline.casefold().split())
    )


def _differ(first: str, second: str) -> bool:
    return bool(first and second and first != second)
