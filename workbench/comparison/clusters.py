"""Clusters: passages that cover the same words, across any number of articles."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from workbench.model import Cluster, Kind, Passage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.model import Article, PassagePair, Span

SAME = 0.4
"""Share of the longer of two passages that they must have in common to be one place: a passage cut
in two where its kind changes is still the same text."""

ADJOINING = 4
"""Code points, marks and blanks, that may lie between two passages that are one."""

_LOOSER = list(Kind)
_PADDING = {4: "-01-01", 7: "-01"}


def clusters(pairs: Sequence[PassagePair], articles: Sequence[Article]) -> tuple[Cluster, ...]:
    """Gather pairs into clusters, in the order in which the articles first show them.

    Passages of one article are one place if they share most of the longer one, each compared with
    the longest passage of the place, so that no chain of half-overlapping passages forms; places
    that pairs link are one cluster. A cluster has one passage for each place: all of it that is in
    some pair.
    """
    places = _places(pairs)
    root = {place: place for place in sorted(set(places.values()))}
    for pair in pairs:
        one, other = sorted(_root(root, places[passage]) for passage in (pair.a, pair.b))
        root[other] = one
    groups: dict[tuple[int, int], list[PassagePair]] = {}
    for pair in pairs:
        groups.setdefault(_root(root, places[pair.a]), []).append(pair)
    order = {article.id: index for index, article in enumerate(articles)}
    known = {article.id: instant(article.published) for article in articles}
    found = [_cluster(group, places, order, known) for group in groups.values()]
    found.sort(key=lambda cluster: [_key(passage, order) for passage in cluster.passages])
    return tuple(
        Cluster(f"c{number}", each.kind, each.passages, each.pairs, each.earliest)
        for number, each in enumerate(found, 1)
    )


def instant(published: str) -> datetime | None:
    """Return when an ISO date, or date and time, begins; without a zone it is taken as UTC."""
    try:
        moment = datetime.fromisoformat(published + _PADDING.get(len(published), ""))
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _key(passage: Passage, order: dict[str, int]) -> tuple[int, Span]:
    return order[passage.article], passage.span


def _root(root: dict[tuple[int, int], tuple[int, int]], place: tuple[int, int]) -> tuple[int, int]:
    while root[place] != place:
        root[place] = root[root[place]]
        place = root[place]
    return place


def _places(pairs: Sequence[PassagePair]) -> dict[Passage, tuple[int, int]]:
    """Give every passage its place: a number for the article, and one for the place in it."""
    by_article: dict[str, set[Span]] = {}
    for pair in pairs:
        for passage in (pair.a, pair.b):
            by_article.setdefault(passage.article, set()).add(passage.span)
    places = {}
    for number, (article, spans) in enumerate(sorted(by_article.items())):
        longest: list[Span] = []
        for span in sorted(spans, key=lambda span: (-span.length, span.start)):
            near = (
                k for k, other in enumerate(longest) if span.shared(other) >= SAME * other.length
            )
            index = next(near, len(longest))
            if index == len(longest):
                longest.append(span)
            places[Passage(article, span)] = (number, index)
    return places


def _adjoined(passages: list[Passage]) -> list[Passage]:
    """Join passages of one article that overlap or follow each other at once."""
    result: list[Passage] = []
    for passage in passages:
        last = result[-1] if result else None
        if (
            last
            and last.article == passage.article
            and passage.span.start <= last.span.end + ADJOINING
        ):
            result[-1] = Passage(last.article, last.span.joined(passage.span))
        else:
            result.append(passage)
    return result


def _cluster(
    pairs: list[PassagePair],
    places: dict[Passage, tuple[int, int]],
    order: dict[str, int],
    known: dict[str, datetime | None],
) -> Cluster:
    whole: dict[tuple[int, int], Passage] = {}
    for pair in pairs:
        for passage in (pair.a, pair.b):
            before = whole.get(places[passage], passage)
            whole[places[passage]] = Passage(passage.article, before.span.joined(passage.span))
    passages = _adjoined(sorted(whole.values(), key=lambda passage: _key(passage, order)))
    dated = [(moment, passage) for passage in passages if (moment := known[passage.article])]
    earliest = min(dated, key=lambda item: item[0])[1] if dated else None
    kind = max((pair.kind for pair in pairs), key=_LOOSER.index)
    return Cluster("", kind, tuple(passages), tuple(pair.id for pair in pairs), earliest)
