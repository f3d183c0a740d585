"""Verdicts: the decisions that reject, join, split and correct the passages of a comparison."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.model import Decision, Link, Passage, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from workbench.model import Cluster, Comparison, PassagePair

NEIGHBOURING = 400
"""Code points, some sentences, that may lie between two pairs which are joined."""


def reject(pairs: Iterable[PassagePair], why: str = "") -> Decision:
    """Return the decision that these pairs are none, for a reason in the analyst's words."""
    return Decision(tuple(map(_link, pairs)), (), " ".join(why.split()))


def split(pairs: Iterable[PassagePair], places: Mapping[Passage, int]) -> Decision | None:
    """Return the decision to cut pairs in two, or None where no place lies inside one.

    `places` has where to cut, in code points of the article, by the passages of their cluster.
    """
    gone: list[Link] = []
    halves: list[Link] = []
    for pair in pairs:
        at_a, at_b = _place_in(pair.a, places), _place_in(pair.b, places)
        if at_a is not None and at_b is not None:
            gone.append(_link(pair))
            halves.append(Link(_cut(pair.a, end=at_a), _cut(pair.b, end=at_b)))
            halves.append(Link(_cut(pair.a, start=at_a), _cut(pair.b, start=at_b)))
    return Decision(tuple(gone), tuple(halves)) if gone else None


def join(cluster: Cluster, comparison: Comparison) -> Decision | None:
    """Return the decision to join a cluster's pairs with those that follow them in both articles.

    None where no pair of the same two articles follows so soon in either.
    """
    own = set(cluster.pairs)
    gone: dict[Link, None] = {}
    joined: list[Link] = []
    for pair in comparison.pairs:
        following = _following(pair, comparison.pairs) if pair.id in own else None
        if following is not None:
            gone |= {_link(pair): None, _link(following): None}
            joined.append(Link(_both(pair.a, following.a), _both(pair.b, following.b)))
    return Decision(tuple(gone), tuple(joined)) if joined else None


def correct(cluster: Cluster, passage: Passage, comparison: Comparison) -> Decision | None:
    """Return the decision that a cluster's passage in one article goes from here to there.

    Where the article has none in the cluster, the passage is linked with the first one that is of
    another article. None where nothing would change.
    """
    old = max(
        (each for each in cluster.passages if each.article == passage.article),
        key=lambda each: each.span.shared(passage.span),
        default=None,
    )
    if old is None:
        return Decision((), (Link(cluster.passages[0], passage),))
    touching = [
        pair for pair in pairs_with(old, cluster, comparison) if passage not in (pair.a, pair.b)
    ]
    changed = [_with(pair, old, passage) for pair in touching]
    return Decision(tuple(map(_link, touching)), tuple(changed)) if touching else None


def pairs_with(
    passage: Passage, cluster: Cluster, comparison: Comparison
) -> tuple[PassagePair, ...]:
    """Return the pairs of a cluster that have one of its passages, or a part of it, on one side."""
    own = set(cluster.pairs)
    return tuple(pair for pair in comparison.pairs if pair.id in own and _has_part(pair, passage))


def moved(passage: Passage, text: str, start_by: int, end_by: int) -> Passage | None:
    """Return a passage whose ends are moved by so many words, later or earlier where negative.

    None where the text has no such words, or none would be left.
    """
    from workbench.text.tokenize import tokenize

    words = [token.span for token in tokenize(text) if token.is_word]
    first = bisect_right([word.end for word in words], passage.span.start) + start_by
    last = bisect_left([word.start for word in words], passage.span.end) - 1 + end_by
    if not 0 <= first <= last < len(words):
        return None
    return replace(passage, span=words[first].joined(words[last]))


def added(decisions: Sequence[Decision], decision: Decision) -> tuple[Decision, ...]:
    """Return the decisions with one more; one that goes on from the last takes its place."""
    last = decisions[-1] if decisions else None
    if last and last.instead and set(last.instead) == set(decision.gone) and not decision.why:
        goes_on = replace(decision, gone=last.gone, why=last.why)
        is_back = set(goes_on.gone) == set(goes_on.instead)
        return (*decisions[:-1], *(() if is_back else (goes_on,)))
    return (*decisions, decision)


def _link(pair: PassagePair) -> Link:
    return Link(pair.a, pair.b)


def _place_in(passage: Passage, places: Mapping[Passage, int]) -> int | None:
    """Return where a passage is to be cut: within it, in the place that covers it."""
    return next(
        (
            at
            for whole, at in places.items()
            if whole.article == passage.article and passage.span.start < at < passage.span.end
        ),
        None,
    )


def _cut(passage: Passage, start: int | None = None, end: int | None = None) -> Passage:
    span = passage.span
    begin = span.start if start is None else start
    return replace(passage, span=Span(begin, span.end if end is None else end))


def _following(pair: PassagePair, pairs: Iterable[PassagePair]) -> PassagePair | None:
    near = [other for other in pairs if _follows(pair.a, other.a) and _follows(pair.b, other.b)]
    return min(near, key=lambda other: (other.a.span, other.b.span), default=None)


def _follows(earlier: Passage, later: Passage) -> bool:
    gap = later.span.start - earlier.span.end
    return earlier.article == later.article and 0 <= gap <= NEIGHBOURING


def _both(one: Passage, other: Passage) -> Passage:
    return Passage(one.article, one.span.joined(other.span))


def _has_part(pair: PassagePair, place: Passage) -> bool:
    return any(
        side.article == place.article and place.span.contains(side.span)
        for side in (pair.a, pair.b)
    )


def _with(pair: PassagePair, old: Passage, new: Passage) -> Link:
    return Link(new, pair.b) if pair.a.article == old.article else Link(pair.a, new)
