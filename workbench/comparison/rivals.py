"""Rivals: forms of one phrase that differ by one word added, dropped or swapped."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from workbench.comparison.grouping import changes
from workbench.comparison.likelihood import is_telling
from workbench.comparison.phrases import LONGEST, recurring
from workbench.text.sentences import CLAUSE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray

    from workbench.comparison.term_words import TermWords

FAMILY_USES = 5
"""Uses that two rivals need together: fewer show no rivalry."""

LEADING_USES = 3
"""Uses that one of them needs."""

UNALIGNED_WORDS = 3
"""Words from which phrases may be rivals although no passages show them in the same place."""

EXTENDS = 0.75
"""Share of its uses in which a phrase is only part of a longer one, which then is the term."""

Swap = tuple[int, int]
"""Values of two words that stand in each other's place; 0 where one side has none."""


class _Edge(NamedTuple):
    """Two rival phrases that differ in word `place` of the longer, or second one."""

    one: int
    other: int
    place: int


def rivals(
    words: TermWords, outlets: NDArray[np.int64], swaps: Iterable[Swap]
) -> list[tuple[int, ...]]:
    """Return families of rival forms, each form by its number as `phrase_values` gives it.

    `outlets` numbers the outlet of every word; `swaps` are words that stand in each other's place
    in aligned passages, which lets also short phrases and any words be rivals.
    """
    return _Search(words, outlets).families(set(swaps))


class _Search:
    """The search for rivalry among phrases; holds the arrays that all of its steps read."""

    def __init__(self, words: TermWords, outlets: NDArray[np.int64]) -> None:
        self.words = words
        self.outlets = outlets
        self.phrases = recurring(words)
        self.counts = np.diff(self.phrases.first)

    def families(self, swaps: set[Swap]) -> list[tuple[int, ...]]:
        """Return the forms of each family by their numbers."""
        alike = list(filter(self._enough, self._spelled_alike()))
        edges = [
            edge for edge in (*self._added(swaps), *self._swapped(swaps)) if self._enough(edge)
        ]
        edges = self._at_their_shortest([edge for edge in edges + alike if self._tells(edge)])
        rival = {phrase for edge in edges for phrase in (edge.one, edge.other)}
        edges += [edge for edge in alike if edge.one in rival]
        return [
            tuple(self.phrases.keys[list(family)].tolist())
            for family in _connected((edge.one, edge.other) for edge in edges)
        ]

    def _added(self, swaps: set[Swap]) -> Iterator[_Edge]:
        """Yield the phrases that are another one with a word put in.

        A name's longer and shorter forms are no rivals.
        """
        known = np.array(sorted({max(swap) for swap in swaps if 0 in swap}), np.uint64)
        for length, inner in ((n, i) for n in range(3, LONGEST + 1) for i in range(1, n - 1)):
            longer = np.flatnonzero(self.phrases.lengths == length)
            at = self.phrases.leads[longer] + inner
            first, last = at - inner, at - inner + length - 1
            telling = self.words.content[at] & ~self.words.names[at]
            telling &= ~(self.words.names[first] & self.words.names[last])
            telling &= (length > UNALIGNED_WORDS) | np.isin(self.words.values[at], known)
            longer, first = longer[telling], first[telling]
            shorter = self.phrases.find(self._key(first, length, without=inner))
            for one, other in zip(shorter.tolist(), longer.tolist(), strict=True):
                if one >= 0:
                    yield _Edge(one, other, inner)

    def _swapped(self, swaps: set[Swap]) -> Iterator[_Edge]:
        """Yield the phrases that are another one with a word swapped as in aligned passages."""
        factors = dict(zip(self.words.values.tolist(), self.words.factors.tolist(), strict=True))
        instead: dict[int, set[int]] = defaultdict(set)
        for one, other in swaps:
            if one in factors and other in factors:
                instead[one].add(other)
                instead[other].add(one)
        sought = np.array(sorted(instead), np.uint64)
        for length, place in ((n, i) for n in range(2, LONGEST + 1) for i in range(n)):
            phrases = np.flatnonzero(self.phrases.lengths == length)
            values = self.words.values[self.phrases.leads[phrases] + place]
            for phrase in phrases[np.isin(values, sought)].tolist():
                old = int(self.words.values[self.phrases.leads[phrase] + place])
                for new in sorted(instead[old]):
                    key = self._swapped_key(phrase, place, (new, factors[new]))
                    other = int(self.phrases.find(np.array([key], np.uint64))[0])
                    if other > phrase:
                        yield _Edge(phrase, other, place)

    def _spelled_alike(self) -> Iterator[_Edge]:
        """Yield the phrases that differ from the most used one only in a word spelled alike."""
        order = np.lexsort((self.phrases.keys, -self.counts, self.phrases.blurred))
        order = order[self.phrases.lengths[order] >= UNALIGNED_WORDS]
        new = changes(self.phrases.blurred[order])
        heads = order[np.flatnonzero(new)][np.cumsum(new) - 1]
        for one, other in zip(heads[~new].tolist(), order[~new].tolist(), strict=True):
            place = self._only_difference(one, other)
            if place is not None:
                yield _Edge(one, other, place)

    def _only_difference(self, one: int, other: int) -> int | None:
        """Return the word in which two phrases differ where it is a single one and no name."""
        length = int(self.phrases.lengths[one])
        if length != self.phrases.lengths[other]:
            return None
        first = self.phrases.leads[one] + np.arange(length)
        second = self.phrases.leads[other] + np.arange(length)
        differing = np.flatnonzero(self.words.values[first] != self.words.values[second])
        if len(differing) != 1:
            return None
        at = [first[differing[0]], second[differing[0]]]
        if self.words.names[at].any() or not self.words.content[at].all():
            return None
        return int(differing[0])

    def _key(
        self, leads: NDArray[np.int64], length: int, start: int = 0, without: int = -1
    ) -> NDArray[np.uint64]:
        """Return the numbers of the phrases that the words `[start, length)` make."""
        keys = np.zeros(len(leads), np.uint64)
        for offset in range(start, length):
            if offset != without:
                keys *= self.words.factors[leads + offset]
                keys += self.words.values[leads + offset]
        return keys

    def _swapped_key(self, phrase: int, place: int, new: tuple[int, int]) -> int:
        lead = int(self.phrases.leads[phrase])
        key = 0
        for offset in range(int(self.phrases.lengths[phrase])):
            at = lead + offset
            value, factor = int(self.words.values[at]), int(self.words.factors[at])
            value, factor = new if offset == place else (value, factor)
            key = (key * factor + value) % 2**64
        return key

    def _enough(self, edge: _Edge) -> bool:
        counts = self.counts[edge.one], self.counts[edge.other]
        return bool(sum(counts) >= FAMILY_USES and max(counts) >= LEADING_USES)

    def _tells(self, edge: _Edge) -> bool:
        """Tell whether outlets differ in which of two phrases they use."""
        return is_telling(self._table(edge))

    def _table(self, edge: _Edge) -> list[list[int]]:
        """Count the uses of two phrases in each outlet."""
        rows = [self.outlets[self.phrases.uses(phrase)] for phrase in (edge.one, edge.other)]
        used, columns = np.unique(np.concatenate(rows), return_inverse=True)
        parts = columns[: len(rows[0])], columns[len(rows[0]) :]
        return [np.bincount(part, minlength=len(used)).tolist() for part in parts]

    def _at_their_shortest(self, edges: list[_Edge]) -> list[_Edge]:
        """Keep of edges within edges the inner one, if its phrases occur by themselves.

        So "developing new forces" gives way to "new forces", but "new productive", which is always
        followed by "forces", to that.
        """
        whole = [edge for edge in edges if not self._goes_on(edge)]
        names = {frozenset((edge.one, edge.other)): edge for edge in whole}
        return [edge for edge in names.values() if names.keys().isdisjoint(self._inside(edge))]

    def _goes_on(self, edge: _Edge) -> bool:
        """Tell whether both phrases mostly have the same content word before or after them."""
        one, other = self._beside(edge.one), self._beside(edge.other)
        return any(word and word == also for word, also in zip(one, other, strict=True))

    def _beside(self, phrase: int) -> tuple[int, int]:
        """Return the content words mostly before and after a phrase, 0 where there is none."""
        first = self.phrases.uses(phrase)
        after = first + int(self.phrases.lengths[phrase])
        return self._usual(first - 1, first), self._usual(after, after)

    def _usual(self, places: NDArray[np.int64], cuts: NDArray[np.int64]) -> int:
        """Return the content word that stands at most of these places, with no break at `cuts`."""
        inside = (places >= 0) & (places < len(self.words.values)) & (cuts < len(self.words.values))
        joined = inside.copy()
        joined[inside] = self.words.cuts[cuts[inside]] < CLAUSE
        joined[inside] &= self.words.content[places[inside]]
        values, counts = np.unique(self.words.values[places[joined]], return_counts=True)
        often = np.flatnonzero(counts >= EXTENDS * len(places))
        return int(values[often[0]]) if len(often) else 0

    def _inside(self, edge: _Edge) -> Iterator[frozenset[int]]:
        """Yield two phrases each that lie within those of an edge and differ in the same way."""
        length = int(self.phrases.lengths[edge.other])
        shift = length - int(self.phrases.lengths[edge.one])
        for low in range(edge.place + 1 - shift):
            for high in range(edge.place + 1 + shift, length + 1):
                pair = frozenset(
                    (self._part(edge.one, low, high - shift), self._part(edge.other, low, high))
                )
                if high - low < length and len(pair) > 1:
                    yield pair

    def _part(self, phrase: int, low: int, high: int) -> int:
        leads = self.phrases.leads[phrase : phrase + 1]
        return int(self.phrases.find(self._key(leads, high, low))[0])


def _connected(links: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Return the groups that links make of what they join, and each group, in rising order."""
    groups: dict[int, set[int]] = {}
    for one, other in links:
        joined = groups.get(one, {one}) | groups.get(other, {other})
        groups.update(dict.fromkeys(joined, joined))
    return sorted(
        sorted(group) for group in {id(group): group for group in groups.values()}.values()
    )
