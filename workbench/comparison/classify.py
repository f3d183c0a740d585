"""Classify: how close two aligned stretches are, and whether they matter."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workbench.comparison.align import Step, differing, equal, merged
from workbench.model import Kind, Reason
from workbench.text.sentences import PARAGRAPH, SENTENCE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from workbench.comparison.extract import Extract, Quote
    from workbench.comparison.options import CompareOptions
    from workbench.comparison.segment import Cut

LEAST = 3
"""Shared words of a stretch that belongs to a longer passage, cut off only because of its kind."""

CLOSE = 3
"""Differing words between two edited stretches that still run on in both articles."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Aligned words of two extracts that are to become a pair."""

    steps: tuple[Step, ...]
    quotation: bool = False

    @property
    def start(self) -> Cut:
        """Where it begins in either extract."""
        return self.steps[0].a, self.steps[0].b

    @property
    def end(self) -> Cut:
        """Where it ends in either extract."""
        return self.steps[-1].a_end, self.steps[-1].b_end

    @property
    def reason(self) -> Reason:
        """How many words are shared, and how many of both extracts are not."""
        shared = sum(step.a_end - step.a for step in self.steps if step.equal)
        return Reason(shared, sum(step.differing for step in self.steps))

    @property
    def kind(self) -> Kind:
        """Verbatim where no word differs, else edited."""
        return Kind.VERBATIM if all(step.equal for step in self.steps) else Kind.EDITED


def similarity(reason: Reason) -> float:
    """Return the share of the words of both passages that they have in common, in order."""
    both = 2 * reason.shared_words
    return round(both / (both + reason.differing_words), 4)


def evidence(steps: Iterable[Step], first: Extract) -> float:
    """Return the weight of the words that two stretches share."""
    return sum(sum(first.weights[step.a : step.a_end]) for step in steps if step.equal)


def plausible(first: Extract, second: Extract, options: CompareOptions) -> bool:
    """Tell whether the words two extracts have in common, in any order, could be enough."""
    common = set(first.words) & set(second.words)
    places = [place for place, word in enumerate(first.words) if word in common]
    if first.quotes and second.quotes:
        return len(places) >= options.quoted_words
    weight = sum(first.weights[place] for place in places)
    if len(places) >= options.words and weight >= options.evidence:
        return True
    whole = max(first.breaks) >= SENTENCE and max(second.breaks) >= SENTENCE
    return whole and len(places) >= options.sentence_words and weight >= options.sentence_evidence


def unified(
    stretches: Sequence[Stretch], first: Extract, second: Extract, options: CompareOptions
) -> list[Stretch]:
    """Join neighbours of one kind that run on in both articles; quotations stay by themselves.

    A few words that are the same do not part two edited sentences: they are too few for a kind.
    """
    result: list[Stretch] = []
    for stretch in stretches:
        joined = None
        if result and _run_on(result[-1], stretch, first, second):
            joined = _joined(result[-1], stretch, options)
        if joined:
            result[-1] = joined
        else:
            result.append(stretch)
    return result


def _run_on(last: Stretch, stretch: Stretch, first: Extract, second: Extract) -> bool:
    """Tell whether two stretches may be one: neither quotes, neither begins a paragraph alone."""
    if last.quotation or stretch.quotation:
        return False
    depths = first.breaks[stretch.start[0]], second.breaks[stretch.start[1]]
    return max(depths) < PARAGRAPH or min(depths) >= SENTENCE or last.end == stretch.start


def _joined(last: Stretch, stretch: Stretch, options: CompareOptions) -> Stretch | None:
    """Return both as one, if they are of one kind or one is too short to have its own."""
    gap = differing(last.end[0], stretch.start[0], last.end[1], stretch.start[1])
    few = min(last.reason.shared_words, stretch.reason.shared_words) < options.words
    if last.kind == stretch.kind == Kind.VERBATIM:
        fits = gap.differing == 0
    elif last.kind == stretch.kind:
        fits = max(gap.a_end - gap.a, gap.b_end - gap.b) <= CLOSE
    else:
        fits = gap.differing == 0 and few
    both = replace(last, steps=tuple(merged([*last.steps, gap, *stretch.steps])))
    return both if fits and similarity(both.reason) >= options.similarity else None


def telling(
    stretches: Sequence[Stretch], first: Extract, second: Extract, options: CompareOptions
) -> list[Stretch]:
    """Keep what matters: stretches that share enough words, and rare enough ones.

    Stretches that follow each other without a gap are one text, cut only where its kind changes:
    they are judged together. What is shared must be more than fragments that both have quoted:
    these stand by themselves.
    """
    kept: list[Stretch] = []
    for row in _rows(stretches):
        shared = sum(stretch.reason.shared_words for stretch in row)
        weight = sum(evidence(stretch.steps, first) for stretch in row)
        enough = shared >= options.words and weight >= options.evidence
        if not enough:
            least = _words_needed(row, first, second, options)
            enough = shared >= least and weight >= options.sentence_evidence
        if enough:
            kept += [
                stretch
                for stretch in row
                if stretch.reason.shared_words >= LEAST
                and not _mere_fragments(stretch, first, second, options)
            ]
    return kept


def _words_needed(
    row: Sequence[Stretch], first: Extract, second: Extract, options: CompareOptions
) -> float:
    """Return how many shared words suffice for stretches in a row that are whole sentences.

    They need not be whole in both articles where not a word differs: one may have gone on.
    """
    (a, b), (a_end, b_end) = row[0].start, row[-1].end
    one = min(first.breaks[a], first.breaks[a_end]) >= SENTENCE
    other = min(second.breaks[b], second.breaks[b_end]) >= SENTENCE
    same = all(stretch.kind is Kind.VERBATIM for stretch in row)
    if one and other:
        return options.sentence_words if same else options.sentence_edited_words
    return options.sentence_part_words if same and (one or other) else math.inf


def _mere_fragments(
    stretch: Stretch, first: Extract, second: Extract, options: CompareOptions
) -> bool:
    """Tell whether a stretch is little else than fragments that both articles quote."""
    if stretch.quotation:
        return False
    fragments = quoted_by_both(stretch.steps, first, second, options)
    quoted = sum(fragment.reason.shared_words for fragment in fragments)
    return bool(quoted) and stretch.reason.shared_words - quoted < options.words


def _rows(stretches: Sequence[Stretch]) -> list[list[Stretch]]:
    rows: list[list[Stretch]] = []
    for stretch in stretches:
        if rows and rows[-1][-1].end == stretch.start:
            rows[-1].append(stretch)
        else:
            rows.append([stretch])
    return rows


def overlapping(quotes: Sequence[Quote], start: int, end: int) -> Sequence[Quote]:
    """Return the quotations, which lie in order, that have words of `[start, end)`."""
    first = bisect_right(quotes, start, key=lambda quote: quote.end)
    return quotes[first : bisect_left(quotes, end, first, key=lambda quote: quote.start)]


def quoted_by_both(
    steps: Iterable[Step], first: Extract, second: Extract, options: CompareOptions
) -> list[Stretch]:
    """Return the equal words that both extracts have in quotation marks, if they are enough."""
    found = []
    for step in steps:
        shift = step.b - step.a
        for one in overlapping(first.quotes, step.a, step.a_end) if step.equal else ():
            for other in overlapping(second.quotes, one.start + shift, one.end + shift):
                low = max(step.a, one.start, other.start - shift)
                high = min(step.a_end, one.end, other.end - shift)
                part = equal(low, high, low + shift, high + shift)
                if (
                    high - low >= options.quoted_words
                    and evidence((part,), first) >= options.quoted_evidence
                ):
                    found.append(Stretch((part,), quotation=True))
    return found
