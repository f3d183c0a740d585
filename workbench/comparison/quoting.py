"""Quoting: the quotations of several articles, and the clusters that they belong to."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.model import Passage, Quotation, silent
from workbench.text.attribution import attributed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.model import Article, Cluster, Report, Span

COVERED = 0.5
"""Share of a quotation that a passage must have to cover it, and of a passage for its speaker."""

_Places = tuple[list[int], list[int], list[tuple["Span", str]]]


def quotations_of(
    articles: Sequence[Article], report: Report = silent
) -> tuple[tuple[Quotation, ...], tuple[Passage, ...]]:
    """Return the quotations and the mentions of articles, in their order.

    `report` is called after each article and may raise Cancelled.
    """
    quotations: list[Quotation] = []
    mentions: list[Passage] = []
    for done, article in enumerate(articles, 1):
        found = attributed(article.text, article.language)
        quotations += [
            Quotation(article.id, said.span, said.speaker, said.speaker_span, said.cue)
            for said in found.quotations
        ]
        mentions += [Passage(article.id, span) for span in found.mentions]
        report(done, len(articles))
    return tuple(quotations), tuple(mentions)


def assign(
    quotations: Sequence[Quotation], clusters: Sequence[Cluster]
) -> tuple[tuple[Quotation, ...], tuple[Cluster, ...]]:
    """Give each quotation the cluster that covers most of it, and each cluster its speaker.

    A cluster has a speaker where quotations fill at least `COVERED` of one of its passages; it is
    the one most of them name, the first of several.
    """
    places = _places(clusters)
    assigned = tuple(
        replace(quotation, cluster=_covering(quotation, places.get(quotation.article)))
        for quotation in quotations
    )
    inside: dict[str, list[Quotation]] = {}
    for quotation in assigned:
        if quotation.cluster:
            inside.setdefault(quotation.cluster, []).append(quotation)
    named = tuple(
        replace(cluster, speaker=_speaker(cluster, inside.get(cluster.id, ())))
        for cluster in clusters
    )
    return assigned, named


def _places(clusters: Sequence[Cluster]) -> dict[str, _Places]:
    """Sort the passages of each article by their starts, with how far those up to each reach."""
    spans: dict[str, list[tuple[Span, str]]] = {}
    for cluster in clusters:
        for passage in cluster.passages:
            spans.setdefault(passage.article, []).append((passage.span, cluster.id))
    result = {}
    for article, placed in spans.items():
        placed.sort(key=lambda item: item[0])
        reach: list[int] = []
        for span, _ in placed:
            reach.append(max(span.end, reach[-1] if reach else 0))
        result[article] = ([span.start for span, _ in placed], reach, placed)
    return result


def _covering(quotation: Quotation, places: _Places | None) -> str | None:
    """Return the cluster with most of a quotation; of several, the one with the shorter passage."""
    if places is None:
        return None
    starts, reach, placed = places
    best, cluster = (COVERED * quotation.span.length, 0), None
    for index in range(bisect_left(starts, quotation.span.end) - 1, -1, -1):
        if reach[index] <= quotation.span.start:
            break
        span, name = placed[index]
        key = (quotation.span.shared(span), -span.length)
        if key > best or (cluster is None and key[0] >= best[0]):
            best, cluster = key, name
    return cluster


def _speaker(cluster: Cluster, quotations: Sequence[Quotation]) -> str | None:
    spoken = any(
        sum(quotation.span.shared(passage.span) for quotation in quotations
            if quotation.article == passage.article)
        >= COVERED * passage.span.length
        for passage in cluster.passages
    )  # fmt: skip
    named = Counter(quotation.speaker for quotation in quotations if quotation.speaker)
    return named.most_common(1)[0][0] if spoken and named else None
