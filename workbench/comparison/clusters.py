"""Clusters: passages that cover the same words, across any number of articles."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workbench.model import Cluster, Kind, Passage
from workbench.text.moments import instant

if TYPE_CHECKING:
    from collections.abc import Container, Sequence
    from datetime import datetime

    from workbench.model import Article, PassagePair, Span

SAME = 2 / 3
"""Share of the longer of two passages that they must have in common to be one place."""

ADJOINING = 4
"""Code points, marks and blanks, that may lie between two pairs cut only where the kind changes."""

_MARKS = frozenset("\"'“”„‟«»‹›‘’‚「」『』")
_LOOSER = list(Kind)


@dataclass(frozen=True, slots=True)
class _Row:
    """Pairs of two articles that follow each other at once in both, and what they cover."""

    a: Passage
    b: Passage
    pairs: tuple[PassagePair, ...]


def clusters(
    pairs: Sequence[PassagePair],
    articles: Sequence[Article],
    alone: Container[str] = (),
) -> tuple[Cluster, ...]:
    """Gather pairs into clusters, in the order in which the articles first show them.

    Passages of one article are one place if they share most of the longer one, each compared with
    the longest passage of the place, so that no chain of half-overlapping passages forms; places
    that pairs link are one cluster. A cluster has one passage for each place: all of it that is in
    some pair. Pairs that only a change of kind has cut apart count as one where another pair of
    articles has the same passage whole; those whose ids are `alone` never do.
    """
    rows = _rows(
        [pair for pair in pairs if pair.id not in alone],
        {article.id: article.text for article in articles},
    )
    rows += [_Row(pair.a, pair.b, (pair,)) for pair in pairs if pair.id in alone]
    places = _places(rows)
    root = {place: place for place in sorted(set(places.values()))}
    for row in rows:
        one, other = sorted(_root(root, places[passage]) for passage in (row.a, row.b))
        root[other] = one
    groups: dict[tuple[int, int], list[_Row]] = {}
    for row in rows:
        groups.setdefault(_root(root, places[row.a]), []).append(row)
    order = {article.id: index for index, article in enumerate(articles)}
    known = {article.id: instant(article.published) for article in articles}
    found = [_cluster(group, places, order, known) for group in groups.values()]
    found.sort(key=lambda cluster: [_key(passage, order) for passage in cluster.passages])
    return tuple(replace(each, id=f"c{number}") for number, each in enumerate(found, 1))


def _rows(pairs: Sequence[PassagePair], texts: dict[str, str]) -> list[_Row]:
    """Join pairs that adjoin in both articles into what some other pair has whole."""
    whole: dict[str, set[Span]] = {}
    for pair in pairs:
        for passage in (pair.a, pair.b):
            whole.setdefault(passage.article, set()).add(passage.span)
    result: list[_Row] = []
    for row in _adjoining(pairs, texts):
        known = any(
            _same(passage.span, span)
            for passage in (row.a, row.b)
            for span in whole[passage.article]
        )
        single = [_Row(pair.a, pair.b, (pair,)) for pair in row.pairs]
        result += [row] if known else single
    return result


def _same(one: Span, other: Span) -> bool:
    return one.shared(other) >= SAME * max(one.length, other.length)


def _adjoining(pairs: Sequence[PassagePair], texts: dict[str, str]) -> list[_Row]:
    """Join pairs of the same articles that adjoin in both; where one is a quotation they stay."""
    rows: list[_Row] = []
    for pair in sorted(pairs, key=lambda pair: (pair.a.article, pair.b.article, pair.a.span)):
        last = rows[-1] if rows else _Row(pair.a, pair.b, ())
        if _adjoin(last.a, pair.a, texts) and _adjoin(last.b, pair.b, texts):
            a = Passage(pair.a.article, last.a.span.joined(pair.a.span))
            b = Passage(pair.b.article, last.b.span.joined(pair.b.span))
            rows[-1] = _Row(a, b, (*last.pairs, pair))
        else:
            rows.append(_Row(pair.a, pair.b, (pair,)))
    return rows


def _adjoin(earlier: Passage, later: Passage, texts: dict[str, str]) -> bool:
    start, end = earlier.span.end, later.span.start
    if earlier.article != later.article or not 0 <= end - start <= ADJOINING:
        return False
    return _MARKS.isdisjoint(texts[earlier.article][start:end])


def _key(passage: Passage, order: dict[str, int]) -> tuple[int, Span]:
    return order[passage.article], passage.span


def _root(root: dict[tuple[int, int], tuple[int, int]], place: tuple[int, int]) -> tuple[int, int]:
    while root[place] != place:
        root[place] = root[root[place]]
        place = root[place]
    return place


def _places(rows: Sequence[_Row]) -> dict[Passage, tuple[int, int]]:
    """Give every passage its place: a number for the article, and one for the place in it."""
    by_article: dict[str, set[Span]] = {}
    for row in rows:
        for passage in (row.a, row.b):
            by_article.setdefault(passage.article, set()).add(passage.span)
    places = {}
    for number, (article, spans) in enumerate(sorted(by_article.items())):
        longest: list[Span] = []
        for span in sorted(spans, key=lambda span: (-span.length, span.start)):
            near = (k for k, other in enumerate(longest) if _same(span, other))
            index = next(near, len(longest))
            if index == len(longest):
                longest.append(span)
            places[Passage(article, span)] = (number, index)
    return places


def _cluster(
    rows: list[_Row],
    places: dict[Passage, tuple[int, int]],
    order: dict[str, int],
    known: dict[str, datetime | None],
) -> Cluster:
    whole: dict[tuple[int, int], Passage] = {}
    for row in rows:
        for passage in (row.a, row.b):
            before = whole.get(places[passage], passage)
            whole[places[passage]] = Passage(passage.article, before.span.joined(passage.span))
    passages = sorted(whole.values(), key=lambda passage: _key(passage, order))
    dated = [(moment, passage) for passage in passages if (moment := known[passage.article])]
    earliest = min(dated, key=lambda item: item[0])[1] if dated else None
    pairs = [pair for row in rows for pair in row.pairs]
    kind = max((pair.kind for pair in pairs), key=_LOOSER.index)
    return Cluster("", kind, tuple(passages), tuple(pair.id for pair in pairs), earliest)
