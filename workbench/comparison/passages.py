"""Passages: from the candidates of two articles to the pairs that are reported."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from workbench.comparison.align import align
from workbench.comparison.classify import (
    LEAST,
    Stretch,
    evidence,
    quoted_by_both,
    similarity,
    telling,
    unified,
)
from workbench.comparison.extract import Extract, extract
from workbench.comparison.segment import Piece, pieces
from workbench.comparison.trim import LOOSE, STRICT, dense, trimmed
from workbench.comparison.variants import variants
from workbench.model import Kind, Passage, PassagePair
from workbench.text.sentences import SENTENCE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from workbench.comparison.align import Step
    from workbench.comparison.chain import Candidate
    from workbench.comparison.corpus import Corpus
    from workbench.comparison.options import CompareOptions
    from workbench.comparison.weight import Weights

FRINGE = 40
"""Words before the first and after the last run that are aligned too, within their sentence."""

SLIGHT = 3
"""How many times the weight of an edited pair a verbatim one must have to stand for it."""

Found = tuple[float, Extract, Extract, Stretch]
"""A stretch with the weight of what it shares."""


def extracts(corpus: Corpus, weights: Weights, candidate: Candidate) -> tuple[Extract, Extract]:
    """Cut the words of a candidate out of both articles, to the ends of its sentences."""
    first, last = candidate.runs[0], candidate.runs[-1]
    sides = []
    for side, article in enumerate(candidate.articles):
        start, end = first[side], last[side] + last[2]
        low = max(int(corpus.first[article]), start - FRINGE)
        high = min(int(corpus.first[article + 1]), end + FRINGE)
        before = np.flatnonzero(corpus.breaks[low : start + 1] >= SENTENCE)
        after = np.flatnonzero(corpus.breaks[end:high] >= SENTENCE)
        low = low + int(before[-1]) if len(before) else low
        high = end + int(after[0]) if len(after) else high
        sides.append(extract(corpus, weights, low, high))
    return sides[0], sides[1]


def link(
    candidates: Iterable[tuple[Extract, Extract, Candidate]],
    articles: tuple[str, str],
    options: CompareOptions,
) -> list[PassagePair]:
    """Return the pairs of two articles, given all their candidates; the pairs have no ids yet."""
    found: list[Found] = []
    for first, second, candidate in candidates:
        runs = [(a - first.offset, b - second.offset, size) for a, b, size in candidate.runs]
        steps = align(first, second, runs)
        parts = pieces(steps, first, second, options.quoted_words)
        found += [
            (evidence(stretch.steps, first), first, second, stretch)
            for stretch in stretches(parts, first, second, options)
        ]
    pairs = [_pair(each, articles) for each in _without_overlaps(found)]
    return sorted(pairs, key=lambda pair: (pair.a.span, pair.b.span))


def stretches(
    parts: Sequence[Piece], first: Extract, second: Extract, options: CompareOptions
) -> list[Stretch]:
    """Return what is to be reported of one alignment, in order."""
    every: list[Stretch] = []
    for piece in parts:
        every += _stretches_of(piece, first, second, options)
    kept = telling(unified(every, first, second, options), first, second, options)
    for piece in parts:
        for stretch in quoted_by_both(piece.steps, first, second, options):
            if all(_apart(stretch, other) for other in kept):
                kept.append(stretch)
    return sorted(kept, key=lambda stretch: stretch.start)


def _apart(one: Stretch, other: Stretch) -> bool:
    return one.end[0] <= other.start[0] or other.end[0] <= one.start[0]


def _stretches_of(
    piece: Piece, first: Extract, second: Extract, options: CompareOptions
) -> list[Stretch]:
    """Return the stretches of one piece that are alike enough, each as long as reads well."""
    if piece.quotation:
        return [Stretch(piece.steps, quotation=True)]
    rough = _rough(piece.steps, options)
    found: list[Stretch] = []
    floor = (piece.steps[0].a, piece.steps[0].b)
    for index, steps in enumerate(rough):
        following = rough[index + 1][0] if index + 1 < len(rough) else None
        end = piece.steps[-1]
        ceiling = (following.a, following.b) if following else (end.a_end, end.b_end)
        stretch = Stretch(tuple(trimmed(steps, (floor, ceiling), first, second)))
        if stretch.steps and similarity(stretch.reason) >= options.similarity:
            found.append(stretch)
            floor = stretch.end
    return found


def _rough(steps: tuple[Step, ...], options: CompareOptions) -> list[list[Step]]:
    """Return stretches as long as they can be, and still alike enough."""
    equal = [index for index, step in enumerate(steps) if step.equal]
    if equal and similarity(Stretch(steps).reason) >= options.similarity:
        return [list(steps[equal[0] : equal[-1] + 1])]
    found: list[list[Step]] = []
    for loose in dense(steps, LOOSE):
        alike = similarity(Stretch(tuple(loose)).reason) >= options.similarity
        found += [loose] if alike else dense(tuple(loose), STRICT)
    return [part for part in found if Stretch(tuple(part)).reason.shared_words >= LEAST]


def _without_overlaps(found: list[Found]) -> list[Found]:
    """Drop what overlaps a weightier pair in both articles: two candidates led to the same text.

    A slight edited pair goes, too, where one of its passages lies in a long one that is repeated
    word for word: a text that says things again and again has its counterpart there.
    """
    kept: list[Found] = []
    for each in sorted(found, key=lambda item: (-item[0], _places(item))):
        if not any(_overlaps(each, other) or _repeats(each, other) for other in kept):
            kept.append(each)
    return kept


def _overlaps(each: Found, other: Found) -> bool:
    a, a_end, b, b_end = _places(each)
    low_a, high_a, low_b, high_b = _places(other)
    return a < high_a and low_a < a_end and b < high_b and low_b < b_end


def _repeats(each: Found, other: Found) -> bool:
    """Tell whether a slight edited pair has a passage inside one of a verbatim pair."""
    kinds = each[3].kind, other[3].kind
    if kinds != (Kind.EDITED, Kind.VERBATIM) or each[0] * SLIGHT > other[0]:
        return False
    a, a_end, b, b_end = _places(each)
    low_a, high_a, low_b, high_b = _places(other)
    return (low_a <= a and a_end <= high_a) or (low_b <= b and b_end <= high_b)


def _places(item: Found) -> tuple[int, int, int, int]:
    _, first, second, stretch = item
    (a, b), (a_end, b_end) = stretch.start, stretch.end
    return a + first.offset, a_end + first.offset, b + second.offset, b_end + second.offset


def _pair(item: Found, articles: tuple[str, str]) -> PassagePair:
    _, first, second, stretch = item
    (a, b), (a_end, b_end) = stretch.start, stretch.end
    reason = stretch.reason
    return PassagePair(
        "",
        stretch.kind,
        similarity(reason),
        Passage(articles[0], first.span(a, a_end)),
        Passage(articles[1], second.span(b, b_end)),
        variants(stretch.steps, first, second),
        reason,
    )
