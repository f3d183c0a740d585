"""Reword: link the sentences of two articles that say the same in other words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from itertools import product
from typing import TYPE_CHECKING

from workbench.comparison.rewording import Evidence, Shared, Words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from workbench.comparison.options import CompareOptions
    from workbench.comparison.resemblance import Likely

CLOSE = 6
"""Words that two reworded stretches which run on in both articles may leave between them."""

GAINED = 3
"""Words in common, in order, that make it worth taking an edited stretch into a longer one."""

WHOLE = 0.75
"""Similarity from which sentences share nearly all they say, if only as words in a row."""

ELSEWHERE = 1.5
"""Weight outside the longest run that shows that the run is not all two sentences share."""

NEAR = 2
"""Sentences away from a link that still stand beside it: one may have come in between."""

FARTHER = 1.5
"""How many times as alike they must be if one has."""

LEAST = 2
"""Telling words that any two stretches must share: one word alone says nothing."""

KEPT, LINKED, FREE = b"\x01", b"\x02", b"\x00"
"""What is noted of a word: something else has it, a reworded stretch has it, or nothing."""

Link = tuple[Words, Words]
"""A stretch of either article."""

Enough = Callable[[Shared, "Told"], bool]


@dataclass(frozen=True, slots=True)
class Told:
    """What the sentences of all articles tell; `heads` are their first words, and the end."""

    evidence: Evidence
    heads: Sequence[int]
    options: CompareOptions

    def number(self, word: int) -> int:
        """Return the number of the sentence that has a word."""
        return bisect_right(self.heads, word) - 1

    def compare(self, pair: Likely) -> Shared | None:
        """Compare what is free of two sentences; None where they share next to nothing."""
        a, b = ((self.heads[one], self.heads[one + 1]) for one in pair)
        if self.evidence.bound(a, b) < self.options.beside_evidence:
            return None
        return self.evidence.shared(a, b, self.options.reworded_cost)

    def telling(self, shared: Shared) -> bool:
        """Tell whether words in a row, if they are all that is shared, are more than a name."""
        if not self.is_mere_run(shared, ELSEWHERE):
            return True
        return shared.stems > LEAST and self.evidence.rare(shared.a, shared.b) > 0

    def is_mere_run(self, shared: Shared, least: float) -> bool:
        """Tell whether little is shared but words in a row, and these are not all that is said.

        Such a run may be a name, a title or a stock phrase.
        """
        return shared.similarity < WHOLE and self.evidence.outside_run(shared) < least

    def mark(self, links: Iterable[Link], mark: bytes) -> None:
        """Note something of all words of these stretches."""
        for link in links:
            for start, end in link:
                self.evidence.taken[start:end] = mark * (end - start)


@dataclass(frozen=True, slots=True)
class _Work:
    """Two articles, given as all their words, and what has been linked in other words so far."""

    told: Told
    articles: Link
    found: list[Link] = field(default_factory=list)


def reword(
    told: Told, articles: Link, kept: Sequence[Link], likely: Sequence[Likely]
) -> list[Link]:
    """Return the reworded stretches of two articles, in order.

    `articles` are all words of either, `kept` the stretches that are linked already. Sentences are
    taken most telling first, each with what of it is still free; then those beside what is linked,
    for which less suffices, as Sanchez-Perez, Sidorov and Gelbukh (2014) extend their seeds.
    """
    work = _Work(told, articles)
    told.mark(kept, KEPT)
    _link_all(work, likely, _is_enough)
    sure = set(work.found)
    _spread(work, kept)
    _drop_slight(work, sure)
    result = _joined(work)
    told.mark([*kept, *work.found], FREE)
    return result


def absorbed(told: Told, loose: Iterable[Link], likely: Sequence[Likely]) -> set[Link]:
    """Return those of the edited stretches inside two sentences that more of these is linked to.

    They are less than half of what is alike in the sentences, or that is an edited stretch, too,
    and has more in common in the same order.
    """
    inside: dict[Likely, list[Link]] = {}
    for link in loose:
        (a, a_end), (b, b_end) = link
        pair = told.number(a), told.number(b)
        if pair == (told.number(a_end - 1), told.number(b_end - 1)):
            inside.setdefault(pair, []).append(link)
    result: set[Link] = set()
    for pair in likely:
        shared = told.compare(pair) if pair in inside else None
        if shared and _is_enough(shared, told):
            result |= {
                link
                for link in inside[pair]
                if _is_lesser(link, shared) or _grows(link, shared, told)
            }
    return result


def _is_lesser(link: Link, shared: Shared) -> bool:
    return all(
        2 * (part[1] - part[0]) < whole[1] - whole[0]
        for part, whole in zip(link, (shared.a, shared.b), strict=True)
    )


def _grows(link: Link, shared: Shared, told: Told) -> bool:
    """Tell whether what two sentences share is the same edited stretch, only longer."""
    common = told.evidence.in_order(shared.a, shared.b)
    both = shared.a[1] - shared.a[0] + shared.b[1] - shared.b[0]
    gained = common - told.evidence.in_order(*link)
    return gained >= GAINED and 2 * common >= told.options.similarity * both


def _is_enough(shared: Shared, told: Told) -> bool:
    """Tell whether two sentences say the same, or large parts of them do."""
    options = told.options
    whole = (
        shared.similarity >= options.reworded_similarity
        and shared.evidence >= options.reworded_evidence
    )
    part = (
        shared.density >= options.clause_similarity and shared.evidence >= options.clause_evidence
    )
    if shared.stems < options.reworded_stems or not (whole or part):
        return False
    least = ELSEWHERE if whole else options.reworded_evidence
    return not told.is_mere_run(shared, least)


def _is_enough_beside(shared: Shared, told: Told, steps: int) -> bool:
    """Tell whether two sentences do that stand so many steps from linked ones."""
    options = told.options
    similarity = options.beside_similarity * (FARTHER if steps > 1 else 1)
    return (
        shared.similarity >= similarity
        and shared.evidence >= options.beside_evidence
        and shared.stems >= LEAST
        and told.telling(shared)
    )


def _link_all(work: _Work, pairs: Iterable[Likely], is_enough: Enough) -> None:
    """Link what is alike enough, most telling first, each with what is then still free."""
    told = work.told
    ranked = sorted(
        (-shared.similarity * shared.evidence, pair)
        for pair in pairs
        if (shared := told.compare(pair)) and is_enough(shared, told)
    )
    for _, pair in ranked:
        shared = told.compare(pair)
        if shared and is_enough(shared, told):
            work.found.append((shared.a, shared.b))
            told.mark(work.found[-1:], LINKED)


def _spread(work: _Work, kept: Sequence[Link]) -> None:
    """Link sentences beside linked ones, as long as there are any."""
    border = [*kept, *work.found]
    while border:
        before = len(work.found)
        for steps in range(1, NEAR + 1):
            is_enough = partial(_is_enough_beside, steps=steps)
            _link_all(work, _beside(work, border, steps), is_enough)
        border = work.found[before:]


def _drop_slight(work: _Work, sure: Collection[Link]) -> None:
    """Drop stretches that share next to no rare word, far from all that share more.

    Words that were only copied near them do not count: what is told in other words goes on so.
    """
    told = work.told
    least = told.options.beside_rare
    good = {link for link in work.found if link in sure or told.evidence.rare(*link) >= least}
    slight = [link for link in work.found if link not in good]
    reached = good
    while reached and slight:
        near = {place for link in reached for place in _near(told, link)}
        reached = {link for link in slight if _places(told, link) in near}
        slight = [link for link in slight if link not in reached]
        good |= reached
    told.mark(slight, FREE)
    work.found[:] = sorted(good)


def _places(told: Told, link: Link) -> Likely:
    """Return the sentences in which a stretch begins."""
    return told.number(link[0][0]), told.number(link[1][0])


def _near(told: Told, link: Link) -> Iterator[Likely]:
    """Yield the sentences near a stretch, before it in both articles or after it in both."""
    one, other = _places(told, link)
    for a, b in product(range(NEAR + 1), repeat=2):
        yield one + a, other + b
        yield one - a, other - b


def _beside(work: _Work, links: Iterable[Link], steps: int) -> set[Likely]:
    """Return the pairs of sentences so many steps before and after links, in the same articles."""
    number = work.told.number
    (low, high), (other_low, other_high) = (
        (number(start), number(end - 1)) for start, end in work.articles
    )
    away = [each for each in product(range(steps + 1), repeat=2) if max(each) == steps]
    pairs = set()
    for (a, a_end), (b, b_end) in links:
        for one, other in away:
            pairs.add((number(a) - one, number(b) - other))
            pairs.add((number(a_end - 1) + one, number(b_end - 1) + other))
    return {
        (one, other)
        for one, other in pairs
        if low <= one <= high and other_low <= other <= other_high
    }


def _joined(work: _Work) -> list[Link]:
    """Join stretches that run on in both articles with next to nothing between them."""
    taken = work.told.evidence.taken
    result: list[Link] = []
    for link in sorted(work.found):
        if result and _runs_on(result[-1], link):
            both = hull(result[-1], link)
            if not any(KEPT in taken[start:end] for start, end in both):
                result[-1] = both
                continue
        result.append(link)
    return result


def hull(one: Link, other: Link) -> Link:
    """Return the least stretch that has both."""
    (a, a_end), (b, b_end) = one
    (c, c_end), (d, d_end) = other
    return (min(a, c), max(a_end, c_end)), (min(b, d), max(b_end, d_end))


def _runs_on(one: Link, other: Link) -> bool:
    return all(
        max(first[0], second[0]) - min(first[1], second[1]) <= CLOSE
        for first, second in zip(one, other, strict=True)
    )
