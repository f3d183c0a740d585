"""Rivals: forms of one phrase that differ by one word added, dropped or swapped."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from workbench.comparison.grouping import changes
from workbench.comparison.likelihood import are_apart, is_telling
from workbench.comparison.phrases import LONGEST, recurring
from workbench.text.sentences import CLAUSE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

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

SEEN = 2
"""Pairs of passages that show a swap, from which outlets with a single use each are believed."""

SWAPS = 20
"""Words that one word may be swapped with."""

Swap = tuple[int, int]
"""Values of two words that stand in each other's place; 0 where one side has none."""


class _Edge(NamedTuple):
    """Two rival phrases that differ in word `place` of the longer, or second one.

    `seen` counts the pairs of passages that show one word, or none, in the place of the other.
    """

    one: int
    other: int
    place: int
    seen: int = 0


def rivals(
    words: TermWords, outlets: NDArray[np.int64], swaps: Mapping[Swap, int]
) -> list[tuple[int, ...]]:
    """Return families of rival forms, each form by its number as `phrase_values` gives it.

    `outlets` numbers the outlet of every word; `swaps` are words that stand in each other's place
    in aligned passages, and how many pairs show it: so short phrases and any words may be rivals.
    """
    return _Search(words, outlets).families(swaps)


class _Search:
    """The search for rivalry among phrases; holds the arrays that all of its steps read."""

    def __init__(self, words: TermWords, outlets: NDArray[np.int64]) -> None:
        self.words = words
        self.outlets = outlets
        self.phrases = recurring(words)
        self.counts = np.diff(self.phrases.first)

    def families(self, swaps: Mapping[Swap, int]) -> list[tuple[int, ...]]:
        """Return the forms of each family by their numbers."""
        alike = list(self._spelled_alike())
        edges = [*self._added(swaps), *self._swapped(swaps), *alike]
        edges = self._at_their_shortest([edge for edge in edges if self._tells(edge)])
        rival = {phrase for edge in edges for phrase in (edge.one, edge.other)}
        edges += [edge for edge in alike if edge.one in rival]
        return [
            tuple(self.phrases.keys[list(family)].tolist())
            for family in _connected((edge.one, edge.other) for edge in edges)
        ]

    def _added(self, swaps: Mapping[Swap, int]) -> Iterator[_Edge]:
        """Yield the phrases that are another one with a word put in.

        A name's longer and shorter forms are no rivals.
        """
        added: Counter[int] = Counter()
        for swap, seen in swaps.items():
            added.update({max(swap): seen} if 0 in swap else {})
        known = np.array(sorted(added), np.uint64)
        for length, inner in ((n, i) for n in range(3, LONGEST + 1) for i in range(1, n - 1)):
            longer = np.flatnonzero(self.phrases.lengths == length)
            places = self._places(longer, length)
            telling = self._may_be_added(places, inner)
            telling &= (length > UNALIGNED_WORDS) | np.isin(self._values(places, inner), known)
            shorter = self.phrases.find(self._key(np.delete(places[telling], inner, axis=1)))
            longer, values = longer[telling], self._values(places[telling], inner)
            for at in np.flatnonzero(shorter >= 0).tolist():
                yield _Edge(int(shorter[at]), int(longer[at]), inner, added[int(values[at])])

    def _may_be_added(self, places: NDArray[np.int64], inner: int) -> NDArray[np.bool_]:
        """Tell in which phrases a word says more than a name, and more than those beside it."""
        names = self.words.names[places]
        value, before, after = (self._values(places, inner + step) for step in (0, -1, 1))
        repeats = (value == before) | (value == after)
        content = self.words.content[places[:, inner]]
        named = names[:, inner] | (names[:, 0] & names[:, -1])
        result: NDArray[np.bool_] = content & ~named & ~repeats
        return result

    def _values(self, places: NDArray[np.int64], column: int) -> NDArray[np.uint64]:
        return self.words.values[places[:, column]]

    def _swapped(self, swaps: Mapping[Swap, int]) -> Iterator[_Edge]:
        """Yield the phrases that are another one with a word swapped as in aligned passages."""
        old, new, seen = self._both_ways(swaps)
        for length, place in ((n, i) for n in range(2, LONGEST + 1) for i in range(n)):
            phrases = np.flatnonzero(self.phrases.lengths == length)
            values = self.words.values[self.phrases.leads[phrases] + place]
            low = np.searchsorted(old, values)
            count = np.searchsorted(old, values, side="right") - low
            nth = np.arange(int(count.sum())) - np.repeat(np.cumsum(count) - count, count)
            phrases = np.repeat(phrases, count)
            places = self._places(phrases, length)
            swap = np.repeat(low, count) + nth
            places[:, place] = new[swap]
            found = self.phrases.find(self._key(places))
            for at in np.flatnonzero(found > phrases).tolist():
                yield _Edge(int(phrases[at]), int(found[at]), place, int(seen[swap[at]]))

    def _spelled_alike(self) -> Iterator[_Edge]:
        """Yield the phrases that differ from the most used one only in a word spelled alike."""
        order = np.lexsort((self.phrases.keys, -self.counts, self.phrases.blurred))
        order = order[self.phrases.lengths[order] >= UNALIGNED_WORDS]
        new = changes(self.phrases.blurred[order])
        heads = order[np.flatnonzero(new)][np.cumsum(new) - 1]
        likely = ~new & (self.counts[heads] >= LEADING_USES)
        for one, other in zip(heads[likely].tolist(), order[likely].tolist(), strict=True):
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

    def _both_ways(
        self, swaps: Mapping[Swap, int]
    ) -> tuple[NDArray[np.uint64], NDArray[np.int64], NDArray[np.int64]]:
        """Return words that may be swapped, rising, where each one's other stands, and how often.

        Words swapped with a great many others are left out: they show nothing.
        """
        swapped = np.array(sorted({word for swap in swaps for word in swap}), np.uint64)
        known = np.flatnonzero(np.isin(self.words.values, swapped))
        place_of = dict(zip(self.words.values[known].tolist(), known.tolist(), strict=True))
        instead: dict[int, Counter[int]] = defaultdict(Counter)
        for (one, other), seen in swaps.items():
            if one in place_of and other in place_of:
                instead[one][other] += seen
                instead[other][one] += seen
        both = [
            (old, place_of[new], seen)
            for old, others in sorted(instead.items())
            for new, seen in sorted(others.items())
            if len(others) <= SWAPS
        ]
        return (
            np.array([old for old, _, _ in both], np.uint64),
            np.array([place for _, place, _ in both], np.int64),
            np.array([seen for _, _, seen in both], np.int64),
        )

    def _places(self, phrases: NDArray[np.int64], length: int) -> NDArray[np.int64]:
        """Return where the words of these phrases stand, a row for each phrase."""
        return self.phrases.leads[phrases, np.newaxis] + np.arange(length)

    def _key(self, places: NDArray[np.int64]) -> NDArray[np.uint64]:
        """Return the numbers of the phrases made of the words at these places, one for each row."""
        keys = np.zeros(len(places), np.uint64)
        for column in places.T:
            keys *= self.words.factors[column]
            keys += self.words.values[column]
        return keys

    def _tells(self, edge: _Edge) -> bool:
        """Tell whether there are enough uses, and outlets differ in which phrase they use."""
        counts = self.counts[edge.one], self.counts[edge.other]
        if sum(counts) < FAMILY_USES or max(counts) < LEADING_USES:
            return False
        table = self._table(edge)
        return is_telling(table) or (edge.seen >= SEEN and are_apart(table))

    def _table(self, edge: _Edge) -> list[list[int]]:
        """Count the uses of two phrases in each outlet."""
        rows = [self.outlets[self.phrases.uses(phrase)] for phrase in (edge.one, edge.other)]
        used, columns = np.unique(np.concatenate(rows), return_inverse=True)
        parts = columns[: len(rows[0])], columns[len(rows[0]) :]
        return [np.bincount(part, minlength=len(used)).tolist() for part in parts]

    def _at_their_shortest(self, edges: list[_Edge]) -> list[_Edge]:
        """Keep of edges that show the same words in the same places the most used one.

        So "developing new forces" gives way to "new forces", but "new productive", which is always
        followed by "forces", to that.
        """
        whole = [edge for edge in edges if not self._goes_on(edge)]
        whole.sort(key=self._importance)
        taken: set[int] = set()
        kept = []
        for edge in whole:
            places = self._differing(edge)
            shares = [len(taken.intersection(side)) / len(side) for side in places]
            if min(shares) < EXTENDS:
                kept.append(edge)
                taken.update(*places)
        return kept

    def _importance(self, edge: _Edge) -> tuple[int, int, int, int]:
        uses = int(self.counts[edge.one] + self.counts[edge.other])
        length = int(self.phrases.lengths[edge.other])
        keys = sorted(self.phrases.keys[[edge.one, edge.other]].tolist())
        return -uses, length, keys[0], keys[1]

    def _differing(self, edge: _Edge) -> list[list[int]]:
        """Return where the words stand that only the one and only the other phrase has."""
        longer = (self.phrases.uses(edge.other) + edge.place).tolist()
        if self.phrases.lengths[edge.one] < self.phrases.lengths[edge.other]:
            return [longer]
        return [(self.phrases.uses(edge.one) + edge.place).tolist(), longer]

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


def _connected(links: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Return the groups that links make of what they join, and each group, in rising order."""
    leader: dict[int, int] = {}

    def lead(one: int) -> int:
        while (above := leader.setdefault(one, one)) != one:
            leader[one] = one = leader[above]
        return one

    for one, other in links:
        first, second = sorted((lead(one), lead(other)))
        leader[second] = first
    groups = defaultdict(list)
    for one in sorted(leader):
        groups[lead(one)].append(one)
    return list(groups.values())
