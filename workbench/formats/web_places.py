"""Web places: where in an article the words of a file stand, and never a place that is guessed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workbench.formats.web_units import Unit
from workbench.model import Placing, Selector, Span, select

if TYPE_CHECKING:
    from workbench.formats.web_records import WebEarlier, WebWords
    from workbench.formats.web_sources import WebArticles
    from workbench.model import Article

TELLING = 64
"""Code points of a quote with its context that, where they stand once in a text, tell the place."""

LONGEST = 100_000
"""Code points of a quote with its context that are looked for word by word."""


@dataclass(frozen=True, slots=True)
class Placer:
    """Finds the places of words in the articles of a project, in the unit of a file."""

    articles: WebArticles
    unit: Unit

    def placed(self, words: WebWords, article: Article) -> Selector | None:
        """Return the selector of some words of an article, None where they are not found.

        First counts where the file says that they are, in any text the article has had; those of
        an earlier text are carried to the newest one, or else doubtful. Then comes what stands
        once with all around it, then what is like it enough (`workbench.text.anchor`).
        """
        if words.earlier:
            return self._earlier(words, words.earlier, article)
        return self._in_place(words, article) or _once(words, article) or _alike(words, article)

    def _in_place(self, words: WebWords, article: Article) -> Selector | None:
        for text in self.articles.texts(article.id):
            measure = self.articles.measure(text)
            span = measure.span_of(words, self.unit)
            if span and measure.has_context(words, span):
                found = _selector(words, text, span)
                return found if text is article else _carried(found, text.text, article)
        return None

    def _earlier(self, words: WebWords, there: WebEarlier, article: Article) -> Selector | None:
        """Return words of an earlier text as they were left: they may have no place in the new.

        Two projects may count the texts of an article differently.
        """
        texts = self.articles.texts(article.id)
        for text in sorted(texts, key=lambda text: text.revision != there.revision):
            measure = self.articles.measure(text)
            span = measure.span_of(there.words(words), Unit.CODE_POINTS)
            if span and measure.has_context(words, span):
                found = _selector(words, text, span)
                return found if text is article else replace(found, placing=there.placing)
        return None


def _selector(words: WebWords, text: Article, span: Span) -> Selector:
    found = select(text.id, text.text, span, text.revision)
    return replace(found, confidence=words.confidence)


def _once(words: WebWords, article: Article) -> Selector | None:
    """Return the words where they stand with all around them, if that is enough and only once."""
    row = words.prefix + words.quote + words.suffix
    at = article.text.find(row)
    if not words.quote or len(row) < TELLING or at < 0 or article.text.find(row, at + 1) >= 0:
        return None
    start = at + len(words.prefix)
    return select(article.id, article.text, Span(start, start + len(words.quote)), article.revision)


def _alike(words: WebWords, article: Article) -> Selector | None:
    """Return the words where quote and context are alike enough, and nowhere else."""
    row = words.prefix + words.quote + words.suffix
    if not words.quote or len(row) > LONGEST:
        return None
    span = Span(len(words.prefix), len(words.prefix) + len(words.quote))
    found = _carried(select(article.id, row, span), row, article)
    return found if found.placing is Placing.PLACED else None


def _carried(selector: Selector, before: str, article: Article) -> Selector:
    from workbench.text.anchor import carry

    return carry((selector,), before, article.text, article.revision)[0]
