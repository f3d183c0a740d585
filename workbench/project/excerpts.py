"""Excerpts: which words of a project go out, with what is said of them, and in which order."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING

from workbench.model import Excerpt, ExcerptGroup, Grouping, Placing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from workbench.model import Annotation, Article, Codebook, Span

    _Found = dict[tuple[str, Span], list[Annotation]]

DAY = len("2024-02-22")


def annotated_excerpts(
    annotations: Iterable[Annotation], articles: Iterable[Article]
) -> tuple[Excerpt, ...]:
    """Return the annotated words of these articles, in their order; the same words once.

    Words that wait for review, or are left with an old text, are in none.
    """
    found: _Found = defaultdict(list)
    for annotation in annotations:
        for selector in annotation.target.selectors:
            if selector.placing is Placing.PLACED:
                found[selector.article, selector.span].append(annotation)
    return _excerpts(found, articles)


def grouped(
    excerpts: Iterable[Excerpt], by: Grouping, codebook: Codebook
) -> tuple[ExcerptGroup, ...]:
    """Return excerpts in groups, those of each group in their order, and what has no head last.

    Outlets and days stand in their order, tags in that of the codebook, articles in that of the
    excerpts. An excerpt with several tags stands under each of them.
    """
    groups: dict[str, list[Excerpt]] = defaultdict(list)
    for excerpt in excerpts:
        for key in _keys(excerpt, by) or ("",):
            groups[key].append(excerpt)
    keys = [key for key in groups if key]
    if by is Grouping.TAG:
        keys = [tag.id for tag in codebook.branch() if tag.id in groups]
    elif by is not Grouping.ARTICLE:
        keys.sort()
    keys += [""] if "" in groups else []
    return tuple(
        ExcerptGroup(_head(key, groups[key][0], by, codebook), tuple(groups[key])) for key in keys
    )


def _keys(excerpt: Excerpt, by: Grouping) -> tuple[str, ...]:
    match by:
        case Grouping.TAG:
            return excerpt.tags
        case Grouping.OUTLET:
            return (excerpt.article.outlet,)
        case Grouping.DATE:
            return (excerpt.article.published[:DAY],)
        case _:
            return (excerpt.article.id,)


def _head(key: str, first: Excerpt, by: Grouping, codebook: Codebook) -> str:
    if by is Grouping.TAG:
        return " › ".join(tag.name for tag in codebook.path(key)) if key else ""
    return first.article.headline or key if by is Grouping.ARTICLE else key


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


def _of_article(article: Article, spans: Iterable[Span], found: _Found) -> Iterator[Excerpt]:
    from workbench.text.paragraphs import numbered_sentences

    sentences = numbered_sentences(article.text)
    for span in spans:
        context = span
        first = bisect_right(sentences, span.start, key=lambda each: each[1].end)
        for _, sentence in sentences[first:]:
            if sentence.start >= span.end:
                break
            context = context.joined(sentence)
        paragraph = sentences[min(first, len(sentences) - 1)][0] if sentences else 1
        yield Excerpt(article, span, paragraph, context, tuple(found[article.id, span]))
