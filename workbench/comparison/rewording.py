"""Rewording: what two sentences share, whatever its order, and the stretches that share it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from workbench.comparison.vocabulary import Vocabulary

CONTRARY = 3.0
"""How many times its weight a number counts that only one sentence has: it tells another fact."""

TELLING = 1.0
"""Weight of a stem that tells something: most words but those of grammar."""

RARE = 2.0
"""Weight of a stem that the commonest prepositions and auxiliary verbs do not reach."""

SLIGHT = 0.3
"""Least weight that a word which is not shared takes from a stretch: even "the" makes it longer."""

Words = tuple[int, int]
"""Words `[start, end)` of the corpus."""

Bag = dict[int, float]
"""Stems with their weights."""


class Shared(NamedTuple):
    """What two sentences share: the stretches, the telling stems of these, and all their weight.

    `similarity` is the share of the weight of both sentences, `density` that of the stretches.
    """

    stems: int
    evidence: float
    similarity: float
    density: float
    a: Words
    b: Words


@dataclass(frozen=True, slots=True)
class Evidence:
    """The stem of every word of the corpus; how much each stem tells if shared, and if not.

    Words are `taken`, by their places in the corpus, where something is linked already. `whole`
    remembers the stems of sentences that have been looked at.
    """

    stems: Sequence[int]
    weights: Sequence[float]
    against: Sequence[float]
    taken: bytearray
    whole: dict[Words, Bag] = field(default_factory=dict)

    def bound(self, a: Words, b: Words) -> float:
        """Return, quickly, the weight that two sentences share if no word of them is taken."""
        for words in (a, b):
            if words not in self.whole:
                self.whole[words] = self._bag(words)
        return _common(self.whole[a], self.whole[b])

    def counts(self, words: Words) -> Counter[int]:
        """Count the stems of a stretch."""
        return Counter(self.stems[words[0] : words[1]])

    def similarity(self, a: Words, b: Words) -> float:
        """Return the weight two stretches share, of all their weight (the measure of Dice)."""
        return self._dice(self._bag(a), self._bag(b))[1]

    def shared(self, a: Words, b: Words, cost: float) -> Shared | None:
        """Compare what is not taken of two sentences; None where they share nothing.

        The stretches are the densest of either, where what is shared outweighs what is not
        (Bentley 1984: the maximum subarray), a word that is not shared taking `cost` of its weight.
        """
        one, other = self._free(a), self._free(b)
        evidence, similarity = self._dice(one, other)
        for _ in range(2):  # what one side cuts off, the other may have to cut off too
            common = one.keys() & other.keys()
            if not evidence or not common:
                return None
            a = self._densest(a, common, cost)
            b = self._densest(b, common, cost)
            one, other = self._free(a), self._free(b)
        evidence, density = self._dice(one, other)
        telling = [stem for stem in one if stem in other and self.weights[stem] >= TELLING]
        return Shared(len(telling), evidence, similarity, density, a, b)

    def rare(self, a: Words, b: Words) -> float:
        """Return the weight that two stretches share in stems that are not among the commonest."""
        one, other = self._bag(a), self._bag(b)
        return sum(weight for stem, weight in one.items() if stem in other and weight >= RARE)

    def in_order(self, a: Words, b: Words) -> int:
        """Count the words that two stretches have in common, in order."""
        one, other = self.stems[a[0] : a[1]], self.stems[b[0] : b[1]]
        matcher = SequenceMatcher(None, one, other, autojunk=False)
        return sum(block.size for block in matcher.get_matching_blocks())

    def outside_run(self, shared: Shared) -> float:
        """Return the weight that is shared outside the longest run of the same words in a row."""
        one = self.stems[shared.a[0] : shared.a[1]]
        other = self.stems[shared.b[0] : shared.b[1]]
        match = SequenceMatcher(None, one, other, autojunk=False).find_longest_match()
        run = set(one[match.a : match.a + match.size])
        return shared.evidence - sum([self.weights[stem] for stem in run])

    def _bag(self, words: Words) -> Bag:
        return {stem: self.weights[stem] for stem in self.stems[words[0] : words[1]]}

    def _free(self, words: Words) -> Bag:
        taken = self.taken[words[0] : words[1]]
        stems = self.stems[words[0] : words[1]]
        return {
            stem: self.weights[stem] for stem, gone in zip(stems, taken, strict=True) if not gone
        }

    def _dice(self, one: Bag, other: Bag) -> tuple[float, float]:
        """Return the weight of the stems that both have, and its share of the weight of both."""
        shared = _common(one, other)
        if not shared:
            return 0.0, 0.0
        apart = sum([self.against[stem] for stem in one if stem not in other])
        apart += sum([self.against[stem] for stem in other if stem not in one])
        return shared, 2 * shared / (2 * shared + apart)

    def _densest(self, words: Words, common: Collection[int], cost: float) -> Words:
        """Return the stretch with most shared weight, an unshared word taking `cost` of its own."""
        best, found = -1.0, words
        total, start = 0.0, words[0]
        for place in range(*words):
            if self.taken[place]:
                total = 0.0
                continue
            if total <= 0:
                total, start = 0.0, place
            stem = self.stems[place]
            weight = self.weights[stem]
            total += weight if stem in common else -cost * max(weight, SLIGHT)
            if total > best:
                best, found = total, (start, place + 1)
        return found


def evidence_of(vocabulary: Vocabulary) -> Evidence:
    """Return what the words of a vocabulary tell; none of them is taken."""
    against = np.where(vocabulary.number, CONTRARY, 1.0) * vocabulary.weight
    return Evidence(
        vocabulary.stems.data,
        vocabulary.weight.tolist(),
        against.tolist(),
        bytearray(len(vocabulary.stems)),
    )


def _common(one: Bag, other: Bag) -> float:
    if len(other) < len(one):
        one, other = other, one
    return sum([weight for stem, weight in one.items() if stem in other])
