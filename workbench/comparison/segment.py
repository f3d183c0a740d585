"""Segment: cut aligned words where sentences or quotations end in both articles."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.comparison.align import Step, merged
from workbench.text.sentences import CLAUSE, SENTENCE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.comparison.extract import Extract

FRAGMENT = 8
"""Words from which a quoted fragment stands alone even inside a longer passage."""

ATTRIBUTION = 3
"""Differing words that may turn a sentence into a clause: "noting that"."""

Cut = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Piece:
    """Aligned words between two cuts; `quotation` if they are one, repeated word for word."""

    steps: tuple[Step, ...]
    quotation: bool


def pieces(
    steps: Sequence[Step], first: Extract, second: Extract, quoted_words: int
) -> list[Piece]:
    """Cut the alignment into pieces: quotations of their own, and sentences between them."""
    quotations = repeated_quotations(steps, first, second, quoted_words)
    inside = {(cut_a, cut_b) for start, end in quotations for cut_a, cut_b in (start, end)}
    cuts = {cut for cut in sentence_cuts(steps, first, second) if not _within(cut[0], quotations)}
    starts = {start for start, _ in quotations}
    return [
        Piece(tuple(part), (part[0].a, part[0].b) in starts)
        for part in split(steps, sorted(cuts | inside))
    ]


def split(steps: Sequence[Step], cuts: Sequence[Cut]) -> list[list[Step]]:
    """Divide steps at cuts, which lie in order and inside equal steps or differing ones."""
    parts: list[list[Step]] = [[]]
    rest = list(reversed(steps))
    waiting = list(reversed(cuts))
    while rest:
        step = rest.pop()
        while waiting and waiting[-1] <= (step.a, step.b):
            waiting.pop()
            if parts[-1]:
                parts.append([])
        if waiting and waiting[-1] < (step.a_end, step.b_end):
            a, b = waiting[-1]
            rest.append(step._replace(a=a, b=b))
            step = step._replace(a_end=a, b_end=b)
        parts[-1].append(step)
    return [joined for part in parts if (joined := merged(part))]


def sentence_cuts(steps: Sequence[Step], first: Extract, second: Extract) -> list[Cut]:
    """Return the places where a sentence begins in both extracts.

    Where many words differ, a clause in one may take the place of a sentence in the other.
    """
    cuts: list[Cut] = []
    for step in steps:
        begin_a = _begins(first, step.a, step.a_end)
        begin_b = _begins(second, step.b, step.b_end)
        if step.equal:
            shift = step.b - step.a
            common = set(begin_a) & {place - shift for place in begin_b}
            cuts += [(place, place + shift) for place in sorted(common)]
            continue
        if step.differing > ATTRIBUTION and (begin_a or begin_b):
            begin_a = begin_a or _begins(first, step.a, step.a_end, CLAUSE)
            begin_b = begin_b or _begins(second, step.b, step.b_end, CLAUSE)
        if begin_a and begin_b:
            cuts += sorted({(begin_a[0], begin_b[0]), (begin_a[-1], begin_b[-1])})
    return cuts


def _begins(side: Extract, start: int, end: int, depth: int = SENTENCE) -> list[int]:
    return [place for place in range(start, end + 1) if side.breaks[place] >= depth]


def repeated_quotations(
    steps: Sequence[Step], first: Extract, second: Extract, words: int
) -> list[tuple[Cut, Cut]]:
    """Return the quotations of either extract that the other repeats word for word, in order.

    Utterances of at least `words` words count; fragments, which are woven into a sentence, only if
    they are long. Of overlapping ones the longest counts.
    """
    found: set[tuple[Cut, Cut]] = set()
    for step in steps:
        if step.equal:
            found |= _inside(step, first, step.a, words)
            found |= _inside(step, second, step.b, words)
    chosen: list[tuple[Cut, Cut]] = []
    for edges in sorted(found, key=lambda edges: (edges[0][0] - edges[1][0], edges)):
        at = bisect_left(chosen, edges)
        before = at == 0 or chosen[at - 1][1][0] <= edges[0][0]
        if before and (at == len(chosen) or edges[1][0] <= chosen[at][0][0]):
            chosen.insert(at, edges)
    return chosen


def _within(place: int, quotations: Sequence[tuple[Cut, Cut]]) -> bool:
    """Tell whether a word of the first extract stands inside one of the quotations, in order."""
    at = bisect_left(quotations, place, key=lambda edges: edges[0][0])
    return at > 0 and place < quotations[at - 1][1][0]


def _inside(step: Step, side: Extract, begin: int, words: int) -> set[tuple[Cut, Cut]]:
    length = step.a_end - step.a
    found = set()
    for quote in side.quotes:
        low, high = quote.start - begin, quote.end - begin
        least = words if quote.direct else max(words, FRAGMENT)
        if low >= 0 and high <= length and high - low >= least:
            found.add(((step.a + low, step.b + low), (step.a + high, step.b + high)))
    return found
