"""Wording: the words the window says about dates, kinds, counts and passages."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from unicodedata import bidirectional

from workbench.model import Kind
from workbench.text.word_count import count_signs, word_starts

if TYPE_CHECKING:
    from datetime import datetime

    from workbench.model import Article, Cluster
    from workbench.ui.desk import Desk

KINDS = {
    Kind.VERBATIM: "word for word",
    Kind.EDITED: "edited",
    Kind.REWORDED: "in other words",
}
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
FIRST_WORDS = 60  # characters of a passage that name it in a list
OPENING = 80  # characters of an article that stand in for a headline


def long_date(published: str) -> str:
    """Return an ISO 8601 date as "21 Feb 2024"; as it is where it is none."""
    day = _day(published)
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}" if day else published


def short_date(published: str) -> str:
    """Return an ISO 8601 date as "21 Feb"; as it is where it is none."""
    day = _day(published)
    return f"{day.day} {MONTHS[day.month - 1]}" if day else published


def moment(when: datetime) -> str:
    """Return a moment as "21 Feb 2024, 09:05", by the clock of this computer."""
    here = when.astimezone()
    return f"{here.day} {MONTHS[here.month - 1]} {here.year}, {here:%H:%M}"


def count(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun, "1 article" or "2 articles"; thousands set apart."""
    noun = one if number == 1 else many or one + "s"
    return f"{number:,} {noun}"


def length_words(text: str) -> str:
    """Return how long a text is: in words, or in characters where it sets no blanks between."""
    words, signs = len(word_starts(text)), count_signs(text)
    return count(signs, "character") if 2 * signs > words else count(words, "word")


def isolated(name: str) -> str:
    """Return a name as it can stand in a sentence of the other direction without disordering it."""
    is_rightward = any(bidirectional(character) in ("R", "AL") for character in name)
    return f"\u2068{name}\u2069" if is_rightward else name


def first_words(cluster: Cluster, desk: Desk) -> str:
    """Return the words a cluster's first passage begins with, on one line."""
    passage = cluster.passages[0]
    words = " ".join(passage.span.of(desk.article(passage.article).text).split())
    return _begun(words, FIRST_WORDS)


def called(article: Article) -> str:
    """Return what an article is called: its headline, or the words that it begins with."""
    opening = article.text.strip().partition("\n")[0]
    return article.headline or _begun(opening, OPENING) or "Empty article"


def facts(cluster: Cluster, desk: Desk) -> str:
    """Return what is known of a cluster: sigla, kind, differences, who had it first, length."""
    sigla = " · ".join(dict.fromkeys(desk.siglum(one.article) for one in cluster.passages))
    kind = KINDS[cluster.kind]
    differences = desk.differences(cluster)
    if differences:
        kind += f", {count(differences, 'difference')}"
    passage = cluster.passages[0]
    length = length_words(passage.span.of(desk.article(passage.article).text))
    said = f"{sigla} — {kind}"
    if firsts := desk.firsts(cluster):
        outlets = dict.fromkeys(isolated(each.outlet) for each in firsts if each.outlet)
        first = short_date(firsts[0].published)
        said += f" — first seen {', '.join(filter(None, (first, ' or '.join(outlets))))}"
    said += f" — {length}"  # after what tells more: where room is short the end is cut
    if annotations := desk.annotated.on_passages(cluster):
        said += f" — {count(len(annotations), 'annotation')}"
    return said


def _begun(words: str, most: int) -> str:
    return words if len(words) <= most else words[:most].rsplit(" ", 1)[0] + "…"


def _day(published: str) -> date | None:
    try:
        return date.fromisoformat(published[:10])
    except ValueError:
        return None
