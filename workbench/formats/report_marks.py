"""Report marks: the words of an article with those set off that another article has otherwise."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from workbench.formats.blocks import Run, Style
from workbench.formats.report_words import shortened
from workbench.model import Span, VariantKind
from workbench.text.difference import characters, compared
from workbench.text.tokenize import token_arrays

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from workbench.model import Apparatus, Article

LEFT_OUT = 90
"""Code points of words left out that are shown; of more, the first and the last."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of an article in a style; where the span is empty, `missing` are words left out."""

    span: Span
    style: Style
    missing: str = ""


def marked(article: Article, span: Span, marks: Iterable[Mark]) -> tuple[Run, ...]:
    """Return the words of a span with its marks, which do not overlap; words left out in brackets.

    Marks outside the span are not shown.
    """
    text, language = article.text, article.language
    runs = []
    at = span.start
    for mark in _joined(text, marks):
        if mark.span.start < at or mark.span.end > span.end:
            continue
        runs.append(Run(text[at : mark.span.start], Style.QUOTED, language=language))
        if mark.missing:
            missing = _spaced(shortened(mark.missing, LEFT_OUT), text, mark.span.start)
            runs += [Run(words, style, language=language) for words, style in missing]
        runs.append(Run(mark.span.of(text), mark.style, language=language))
        at = mark.span.end
    runs.append(Run(text[at : span.end], Style.QUOTED, language=language))
    return tuple(run for run in runs if run.text)


def _joined(text: str, marks: Iterable[Mark]) -> list[Mark]:
    """Return marks in order; those in one style with only blanks between them become one."""
    joined: list[Mark] = []
    for mark in sorted(marks, key=lambda each: each.span):
        last = joined[-1] if joined else None
        if last and last.style is mark.style and not text[last.span.end : mark.span.start].strip():
            missing = f"{last.missing} {mark.missing}".strip()
            joined[-1] = Mark(last.span.joined(mark.span), mark.style, missing)
        else:
            joined.append(mark)
    return joined


def marks_of_row(shown: Apparatus, place: int) -> Iterator[Mark]:
    """Yield what differs in a row of an apparatus; in the base, all that differs in any other."""
    base, row = shown.rows[shown.base], shown.rows[place]
    for differs, held, cell in zip(shown.differing, base.cells, row.cells, strict=True):
        if row is base:
            if differs and cell.text:
                yield Mark(cell.span, Style.VARIANT)
        elif cell.kind is VariantKind.OMISSION:
            yield Mark(Span(cell.span.start, cell.span.start), Style.OMITTED, held.text)
        elif cell.kind and cell.text:
            is_new = cell.kind is VariantKind.ADDITION
            yield Mark(cell.span, Style.ADDED if is_new else Style.VARIANT)


def marks_against(base: str, article: Article, span: Span) -> tuple[Mark, ...]:
    """Return what differs in the words of a span from those of `base`, word by word.

    Case, punctuation and the style of quotation marks make no difference.
    """
    words = span.of(article.text)
    if words == base:
        return ()
    there, here, lines = _words(base, words)
    marks = []
    left = right = 0
    for is_equal, group in groupby(compared(*lines, readable=True), key=lambda each: each[0]):
        sizes = [(one, other) for _, one, other in group]
        left_end = left + sum(one for one, _ in sizes)
        right_end = right + sum(other for _, other in sizes)
        if not is_equal:
            missing = _stretch(there, left, left_end).of(base)
            stretch = _stretch(here, right, right_end)
            found = Span(span.start + stretch.start, span.start + stretch.end)
            marks.append(_mark(found, missing))
        left, right = left_end, right_end
    return tuple(marks)


def is_same_words(one: str, other: str) -> bool:
    """Tell whether two texts have the same words; case and punctuation make no difference."""
    left, right = _words(one, other)[2]
    return left == right


def _mark(found: Span, missing: str) -> Mark:
    if not found.length:
        return Mark(found, Style.OMITTED, missing)
    return Mark(found, Style.VARIANT if missing else Style.ADDED)


def _stretch(words: Sequence[Span], first: int, end: int) -> Span:
    """Return where words stand; for none, the place before the next word or after the last."""
    if first < end:
        return words[first].joined(words[end - 1])
    if first < len(words):
        return Span(words[first].start, words[first].start)
    place = words[-1].end if words else 0
    return Span(place, place)


def _words(base: str, other: str) -> tuple[list[Span], list[Span], tuple[str, str]]:
    """Return where the words of two texts stand, and each text with a character for every word.

    Both are read together, which takes half the time.
    """
    tokens = token_arrays(f"{base}\n{other}")
    starts, ends = tokens.starts[tokens.is_word].tolist(), tokens.ends[tokens.is_word].tolist()
    names: list[int] = tokens.hashes[tokens.is_word].tolist()
    letters = characters(names)
    line = "".join(letters[name] for name in names)
    first = bisect_right(starts, len(base))
    begin = len(base) + 1
    there = [Span(*place) for place in zip(starts[:first], ends[:first], strict=True)]
    places = zip(starts[first:], ends[first:], strict=True)
    here = [Span(start - begin, end - begin) for start, end in places]
    return there, here, (line[:first], line[first:])


def _spaced(missing: str, text: str, place: int) -> Iterator[tuple[str, Style]]:
    """Yield words left out in brackets, apart from what stands around them."""
    before, after = text[place - 1 : place] if place else "", text[place : place + 1]
    is_unspaced = before.isalnum() and after.isalnum()
    if before.strip() and not is_unspaced:
        yield " ", Style.QUOTED
    yield f"[{missing}]", Style.OMITTED
    if not before.strip() and after.isalnum():
        yield " ", Style.QUOTED
