"""Excerpts: which words of a project go out, with what is said of them, and in which order."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING

from workbench.model import Comparison, Excerpt, ExcerptGroup, Grouping, Placing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from workbench.model import Annotation, Article, Cluster, Codebook, Passage, Span

    _Found = dict[tuple[str, Span], list[Annotation]]

DAY = len("2024-02-22")

FIRST_WORDS = 60
"""Code points of a passage that name it."""

NOT_COMPARED = Comparison(())


def annotated_excerpts(
    annotations: Iterable[Annotation],
    articles: Iterable[Article],
    places: Iterable[Passage] = (),
) -> tuple[Excerpt, ...]:
    """Return the annotated words of these articles, and other places, in the order of the articles.

    The same words are there once. Words that wait for review, or are left with an old text, are in
    none.
    """
    found: _Found = defaultdict(list, {(place.article, place.span): [] for place in places})
    for annotation in annotations:
        for selector in annotation.target.selectors:
            if selector.placing is Placing.PLACED:
                found[selector.article, selector.span].append(annotation)
    return _excerpts(found, articles)


def grouped(
    excerpts: Iterable[Excerpt],
    by: Grouping,
    codebook: Codebook,
    comparison: Comparison = NOT_COMPARED,
) -> tuple[ExcerptGroup, ...]:
    """Return excerpts in groups, those of each group in their order, and what has no head last.

    Outlets and days stand in their order, tags in that of the codebook, articles in that of the
    excerpts, passages in that of the comparison. An excerpt with several tags stands under each.
    """
    groups: dict[str, list[Excerpt]] = defaultdict(list)
    for excerpt in excerpts:
        for key in _keys(excerpt, by) or ("",):
            groups[key].append(excerpt)
    keys = [key for key in _order(groups, by, codebook, comparison) if key]
    keys += [""] if "" in groups else []
    heads = _heads(by, codebook, comparison)
    return tuple(
        ExcerptGroup(_head(key, groups[key][0], by, heads), tuple(groups[key]), key) for key in keys
    )


def _order(
    groups: Iterable[str], by: Grouping, codebook: Codebook, comparison: Comparison
) -> list[str]:
    found = set(groups)
    match by:
        case Grouping.TAG:
            return [tag.id for tag in codebook.branch() if tag.id in found]
        case Grouping.PASSAGE:
            return [cluster.id for cluster in comparison.clusters if cluster.id in found]
        case Grouping.ARTICLE:
            return list(groups)
        case _:
            return sorted(found)


def _keys(excerpt: Excerpt, by: Grouping) -> tuple[str, ...]:
    match by:
        case Grouping.TAG:
            return excerpt.tags
        case Grouping.PASSAGE:
            return (excerpt.cluster,)
        case Grouping.OUTLET:
            return (excerpt.article.outlet,)
        case Grouping.DATE:
            return (excerpt.article.published[:DAY],)
        case _:
            return (excerpt.article.id,)


def _head(key: str, first: Excerpt, by: Grouping, heads: Mapping[str, str]) -> str:
    return first.article.headline or key if by is Grouping.ARTICLE else heads.get(key, key)


def _heads(by: Grouping, codebook: Codebook, comparison: Comparison) -> dict[str, str]:
    """Return what tags, or clusters, are called by their ids."""
    if by is Grouping.TAG:
        paths = {tag.id: codebook.path(tag.id) for tag in codebook.tags}
        return {id_: " › ".join(tag.name for tag in path) for id_, path in paths.items()}
    if by is Grouping.PASSAGE:
        texts = {article.id: article.text for article in comparison.articles}
        return {cluster.id: _first_words(cluster, texts) for cluster in comparison.clusters}
    return {}


def _first_words(cluster: Cluster, texts: Mapping[str, str]) -> str:
    """Return how the earliest passage of a cluster begins, else the first, cut between words."""
    passage = cluster.earliest or cluster.passages[0]
    words = " ".join(passage.span.of(texts[passage.article]).split())
    if len(words) <= FIRST_WORDS:
        return words
    return f"{words[:FIRST_WORDS].rpartition(' ')[0] or words[:FIRST_WORDS]} …"


def _excerpts(found: _Found, articles: Iterable[Article]) -> tuple[Excerpt, ...]:
    spans: dict[str, list[Span]] = defaultdict(list)
    for id_, span in found:
        spans[id_].append(span)
    return tuple(
        excerpt
        for article in articles
        if article.id in spans
        for excerpt in _of_article(article, sorted(spans[article.id]), found)
    )


def in_sentences(span: Span, sentences: Sequence[Span]) -> Span:
    """Return the sentences of a text, in their order, that have any of a span, and the span."""
    whole = span
    for sentence in sentences[_first(span, sentences) :]:
        if sentence.start >= span.end:
            break
        whole = whole.joined(sentence)
    return whole


def _first(span: Span, sentences: Sequence[Span]) -> int:
    return bisect_right(sentences, span.start, key=lambda sentence: sentence.end)


def _of_article(article: Article, spans: Iterable[Span], found: _Found) -> Iterator[Excerpt]:
    from workbench.text.paragraphs import numbered_sentences

    numbered = numbered_sentences(article.text)
    sentences = [sentence for _, sentence in numbered]
    for span in spans:
        nearest = min(_first(span, sentences), len(sentences) - 1)
        paragraph = numbered[nearest][0] if numbered else 1
        context = in_sentences(span, sentences)
        yield Excerpt(article, span, paragraph, context, tuple(found[article.id, span]))
