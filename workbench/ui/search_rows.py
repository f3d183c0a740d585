"""Search rows: what the list of what was found says of an article, line by line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from workbench.model import Placing, Span
from workbench.text.context import in_context
from workbench.ui.wording import called, count, isolated, long_date

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workbench.model import Annotation, Article, Codebook
    from workbench.project.searching import Hit, Note
    from workbench.ui.desk import Desk

FEW = 3
"""Lines shown of an article at first: a reader sees from as many what it is about."""

WIDTH = 44  # characters around what was found, on each side
NEAR = 60  # characters in which places share a line
MEMO = 120  # characters of a memo


_BLANK = re.compile(r"\s")


class RowKind(Enum):
    """What a row of the list stands for."""

    ARTICLE = auto()
    PLACE = auto()
    NOTE = auto()
    MORE = auto()


@dataclass(frozen=True, slots=True)
class SearchRow:
    """One row: its words, which of them are strong, and where it leads.

    `below` is a second line, in a dimmer ink; `places` are all those of its article where the row
    is MORE.
    """

    kind: RowKind
    words: str
    strong: tuple[Span, ...] = ()
    below: str = ""
    article: str = ""
    span: Span | None = None
    places: tuple[Span, ...] = ()


def rows_of(hit: Hit, desk: Desk, codebook: Codebook) -> Iterator[SearchRow]:
    """Yield the rows of an article: what it is, a few places, and the annotations found on it."""
    yield _head(hit, desk)
    if hit.article is not None:
        lines = tuple(_lines(hit.places))
        best = sorted(range(len(lines)), key=lambda place: -len(lines[place]))[:FEW]
        for place in sorted(best):
            yield _place_row(hit.article, lines[place])
        if rest := len(hit.places) - sum(len(lines[place]) for place in best):
            more = count(rest, "more place")
            yield SearchRow(RowKind.MORE, more, article=hit.article.id, places=hit.places)
    for note in hit.notes:
        yield _note_row(note, hit.article.id if hit.article else "", codebook)
    if hit.more_notes:
        yield SearchRow(RowKind.NOTE, f"{count(hit.more_notes, 'more annotation')}")


def place_rows(article: Article, places: Sequence[Span]) -> Iterator[SearchRow]:
    """Yield a row for each place, or for several near each other, with the words around it."""
    for line in _lines(places):
        yield _place_row(article, line)


def _lines(places: Sequence[Span]) -> Iterator[tuple[Span, ...]]:
    """Yield the places that share a line."""
    line: list[Span] = []
    for place in places:
        if line and place.end - line[0].start > NEAR:
            yield tuple(line)
            line = []
        line.append(place)
    if line:
        yield tuple(line)


def _place_row(article: Article, line: Sequence[Span]) -> SearchRow:
    whole = Span(line[0].start, line[-1].end)
    before, _, after = in_context(article, whole, WIDTH)
    words = _BLANK.sub(" ", whole.of(article.text))  # one for each, so that places stay true
    start = "…" if whole.start > WIDTH else ""
    end = "…" if len(article.text) - whole.end > WIDTH else ""
    shift = len(start) + len(before) - whole.start
    strong = tuple(Span(one.start + shift, one.end + shift) for one in line)
    said = f"{start}{before}{words}{after}{end}"
    return SearchRow(RowKind.PLACE, said, strong, article=article.id, span=line[0])


def _head(hit: Hit, desk: Desk) -> SearchRow:
    article = hit.article
    if article is None:
        return SearchRow(RowKind.ARTICLE, "The project", below="Memos on the project as such")
    siglum = desk.siglum(article.id)
    found = count(len(hit.places), "place") if hit.places else ""
    outlet, byline = isolated(article.outlet), isolated(article.byline)
    facts = (siglum, outlet, long_date(article.published), byline, found)
    first = hit.places[0] if hit.places else None
    below = " · ".join(filter(None, facts))
    words = called(article)
    strong = hit.headline if article.headline else ()
    return SearchRow(RowKind.ARTICLE, words, strong, below, article.id, first)


def _note_row(note: Note, article: str, codebook: Codebook) -> SearchRow:
    annotation = note.annotation
    names = [isolated(codebook.by_id[tag].name) for tag in annotation.tags if tag in codebook.by_id]
    memo, strong = _cut(annotation.memo, note.places)
    below = " · ".join(filter(None, ("Annotation", ", ".join(names), isolated(annotation.author))))
    words = memo or quoted(annotation) or "No memo"
    return SearchRow(RowKind.NOTE, words, strong, below, article, place_of(annotation, article))


def quoted(annotation: Annotation) -> str:
    """Return the words that an annotation is about, or the first of them."""
    quotes = [" ".join(one.quote.split()) for one in annotation.target.selectors]
    return f"“{_cut(quotes[0], ())[0]}”" if quotes else ""


def place_of(annotation: Annotation, article: str) -> Span | None:
    """Return the words of an article that an annotation is about, None where it is about none."""
    for one in annotation.target.selectors:
        if one.article == article and one.placing is Placing.PLACED:
            return one.span
    return None


def _cut(words: str, places: Sequence[Span]) -> tuple[str, tuple[Span, ...]]:
    """Return the beginning of a memo on one line, and which of its words are strong."""
    line = _BLANK.sub(" ", words)
    if len(line) <= MEMO:
        return line, tuple(places)
    start = max(0, places[0].start - MEMO // 2) if places else 0
    cut = line[start : start + MEMO]
    lead = "…" if start else ""
    shift = len(lead) - start
    kept = [one for one in places if start <= one.start and one.end <= start + MEMO]
    strong = tuple(Span(one.start + shift, one.end + shift) for one in kept)
    return f"{lead}{cut}…", strong
