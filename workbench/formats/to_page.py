"""Page: what the HTML page and the plain text show of a comparison, in the order of reading."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath
from typing import TYPE_CHECKING

from workbench import resources
from workbench.formats.to_segments import Mark, Segment, segments
from workbench.formats.to_terms import PageFamily, page_families
from workbench.formats.to_voices import speaker_hues, voices
from workbench.model import Span
from workbench.model.siglum import siglum as siglum_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from jinja2 import Environment

    from workbench.formats.to_voices import Voice
    from workbench.model import Article, Cluster, Comparison, Passage, PassagePair, Quotation

HUES = 8  # colours that are told apart; they come round again after the last
_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")
_WEB = ("http://", "https://")


@dataclass(frozen=True, slots=True)
class PageArticle:
    """An article under its siglum; `day` is None where no date is known, `url` empty if unsafe.

    `name` is the outlet, or else the name of the file, or else the id.
    """

    siglum: str
    name: str
    article: Article
    day: date | None
    url: str
    paragraphs: tuple[tuple[Segment, ...], ...]


@dataclass(frozen=True, slots=True)
class PagePassage:
    """A passage of a cluster: where it stands, what it says, and the name links know it by."""

    name: str
    siglum: str
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Difference:
    """Two readings of one place, empty for nothing, and the sigla of those that have them."""

    readings: tuple[str, str]
    sigla: tuple[tuple[str, ...], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class PageCluster:
    """A passage that articles share; `number` counts from 1, `count` is the most differences."""

    id: str
    number: int
    hue: int
    kind: str
    count: int
    passages: tuple[PagePassage, ...]
    differences: tuple[Difference, ...]
    earliest: PageArticle | None


@dataclass(frozen=True, slots=True)
class Page:
    """All of a comparison that is shown."""

    articles: tuple[PageArticle, ...]
    clusters: tuple[PageCluster, ...]
    families: tuple[PageFamily, ...]


def page(comparison: Comparison) -> Page:
    """Return what is to be shown of a comparison."""
    sigla = {article.id: siglum_at(place) for place, article in enumerate(comparison.articles)}
    pairs = {pair.id: pair for pair in comparison.pairs}
    marks: dict[str, list[Mark]] = {key: [] for key in sigla}
    for number, cluster in enumerate(comparison.clusters, 1):
        for passage, name in zip(cluster.passages, _names(number, cluster, sigla), strict=True):
            hue = (number - 1) % HUES + 1
            marks[passage.article].append(Mark(passage.span, number, hue, cluster.kind.value, name))
    differing = _differing(comparison.pairs)
    spoken = _spoken(comparison)
    articles = {
        article.id: _page_article(
            article,
            sigla[article.id],
            marks[article.id],
            differing.get(article.id, []),
            spoken[article.id],
        )
        for article in comparison.articles
    }
    return Page(
        tuple(articles.values()),
        tuple(
            _page_cluster(number, cluster, articles, [pairs[key] for key in cluster.pairs])
            for number, cluster in enumerate(comparison.clusters, 1)
        ),
        page_families(
            comparison.terms,
            {article.id: article for article in comparison.articles},
            {key: article.name for key, article in articles.items()},
            sigla,
        ),
    )


def render(template: str, **values: object) -> str:
    """Return a template of `resources/templates` filled in; HTML ones escape every value."""
    return _environment(escapes=".html." in template).get_template(template).render(values)


def _environment(*, escapes: bool) -> Environment:
    """One setting for all templates: an imported macro escapes as its own template does."""
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    return Environment(
        loader=FunctionLoader(lambda name: resources.read_text(f"templates/{name}")),
        autoescape=escapes,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _names(number: int, cluster: Cluster, sigla: dict[str, str]) -> list[str]:
    """Name the passages of a cluster, `p3-A`, and `p3-A-2` for the second in one article."""
    seen: dict[str, int] = {}
    names = []
    for passage in cluster.passages:
        seen[passage.article] = seen.get(passage.article, 0) + 1
        again = f"-{seen[passage.article]}" if seen[passage.article] > 1 else ""
        names.append(f"p{number}-{sigla[passage.article]}{again}")
    return names


def _differing(pairs: Iterable[PassagePair]) -> dict[str, list[Span]]:
    """Return for each article the spans that another article words differently."""
    spans: dict[str, list[Span]] = {}
    for pair in pairs:
        for variant in pair.variants:
            spans.setdefault(pair.a.article, []).append(variant.a.span)
            spans.setdefault(pair.b.article, []).append(variant.b.span)
    return spans


def _spoken(comparison: Comparison) -> dict[str, tuple[Voice, ...]]:
    """Return for each article the words that are quoted in it, by who is said to speak."""
    hues = speaker_hues(comparison.quotations)
    said: dict[str, list[Quotation]] = {article.id: [] for article in comparison.articles}
    for quotation in comparison.quotations:
        said[quotation.article].append(quotation)
    return {one.id: voices(one, said[one.id], hues) for one in comparison.articles}


def _page_article(
    article: Article,
    siglum: str,
    marks: list[Mark],
    differing: list[Span],
    spoken: Sequence[Voice],
) -> PageArticle:
    lines = [Span(*match.span()) for match in _PARAGRAPH.finditer(article.text)]
    url = article.url if article.url.lower().startswith(_WEB) else ""
    paragraphs = segments(article.text, lines, marks, differing, spoken)
    name = article.outlet or PurePath(article.path).name or article.id
    return PageArticle(siglum, name, article, _day(article.published), url, paragraphs)


def _page_cluster(
    number: int, cluster: Cluster, articles: dict[str, PageArticle], pairs: list[PassagePair]
) -> PageCluster:
    sigla = {key: article.siglum for key, article in articles.items()}
    names = _names(number, cluster, sigla)
    return PageCluster(
        id=cluster.id,
        number=number,
        hue=(number - 1) % HUES + 1,
        kind=cluster.kind.value,
        count=max((len(pair.variants) for pair in pairs), default=0),
        passages=tuple(
            PagePassage(name, sigla[one.article], one.span, _text(one, articles))
            for one, name in zip(cluster.passages, names, strict=True)
        ),
        differences=_differences(pairs, sigla),
        earliest=articles[cluster.earliest.article] if cluster.earliest else None,
    )


def _differences(pairs: list[PassagePair], sigla: dict[str, str]) -> tuple[Difference, ...]:
    """Gather what differs in the pairs of a cluster: each two readings once, and whose."""
    found: dict[tuple[str, str], tuple[set[str], set[str]]] = {}
    for pair in pairs:
        for variant in pair.variants:
            readings = variant.a.text, variant.b.text
            who = sigla[pair.a.article], sigla[pair.b.article]
            if readings[::-1] in found:
                readings, who = readings[::-1], who[::-1]
            having = found.setdefault(readings, (set(), set()))
            having[0].add(who[0])
            having[1].add(who[1])
    order = {name: place for place, name in enumerate(sigla.values())}
    return tuple(
        Difference(readings, (_sorted(here, order), _sorted(there, order)))
        for readings, (here, there) in found.items()
    )


def _sorted(names: set[str], order: dict[str, int]) -> tuple[str, ...]:
    return tuple(sorted(names, key=order.__getitem__))


def _text(passage: Passage, articles: dict[str, PageArticle]) -> str:
    return passage.span.of(articles[passage.article].article.text)


def _day(published: str) -> date | None:
    try:
        return date.fromisoformat(published[:10])
    except ValueError:
        return None
