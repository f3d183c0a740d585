"""Only here: the sentences of an article that no other article of the comparison has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.model import Passage
from workbench.text.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from workbench.model import Article, Boilerplate, PassagePair, Span


def only_here(
    articles: Sequence[Article],
    pairs: Iterable[PassagePair],
    boilerplate: Iterable[Boilerplate] = (),
) -> tuple[Passage, ...]:
    """Return, article by article, the sentences that neither a pair nor boilerplate touches."""
    shared: dict[str, list[Span]] = {article.id: [] for article in articles}
    for pair in pairs:
        shared[pair.a.article].append(pair.a.span)
        shared[pair.b.article].append(pair.b.span)
    for text in boilerplate:
        for passage in text.passages:
            shared[passage.article].append(passage.span)
    return tuple(
        Passage(article.id, sentence)
        for article in articles
        for sentence in _untouched(article.text, sorted(shared[article.id]))
    )


def _untouched(text: str, shared: list[Span]) -> list[Span]:
    """Return the sentences with a word in them that overlap none of the spans, which are sorted."""
    result = []
    reached, index = 0, 0
    for span in sentences(text):
        while index < len(shared) and shared[index].start < span.end:
            reached = max(reached, shared[index].end)
            index += 1
        if reached <= span.start and any(map(str.isalnum, text[span.start : span.end])):
            result.append(span)
    return result
