"""Overlay: what a comparison has to show over the text of each article."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from workbench.model import Comparison, Kind, Quotation, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

NOBODY = -1  # the hue of words that nobody is named for


@dataclass(frozen=True, slots=True)
class Mark:
    """A shared passage as a pane shows it: where, of which cluster, in which hue and form."""

    span: Span
    cluster: str
    hue: int
    kind: Kind


@dataclass(frozen=True, slots=True)
class Speech:
    """A quotation as a pane shows it: where, who is said to have said it, in which hue."""

    span: Span
    speaker: str
    hue: int


@dataclass(frozen=True, slots=True)
class Layers:
    """What is shown over the text of one article, each layer in the order of the text."""

    marks: tuple[Mark, ...] = ()
    variants: tuple[Span, ...] = ()
    speeches: tuple[Speech, ...] = ()
    only_here: tuple[Span, ...] = ()


class Overlay:
    """A comparison seen from its articles; hues are indices, given in the order of appearance."""

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison
        self._texts = {article.id: article.text for article in comparison.articles}
        self.hues = {cluster.id: place for place, cluster in enumerate(comparison.clusters)}
        told = [(said.speaker, said.name) for said in comparison.quotations if said.speaker]
        places = {name: place for place, name in enumerate(dict.fromkeys(name for _, name in told))}
        self.speakers = {speaker: places[name] for speaker, name in told}
        self.differences = {pair.id: len(pair.variants) for pair in comparison.pairs}
        self._marks = self._gather_marks(comparison)
        self._variants = _gather_variants(comparison)
        self._speeches: dict[str, tuple[Speech, ...]] = {}

    def marks(self, article_id: str) -> tuple[Mark, ...]:
        """Return the shared passages of an article in the order of the text."""
        return self._marks.get(article_id, ())

    def variants(self, article_id: str) -> tuple[Span, ...]:
        """Return the words of an article that differ elsewhere, in the order of the text."""
        return tuple(sorted(self._variants.get(article_id, ())))

    def speeches(self, article_id: str) -> tuple[Speech, ...]:
        """Return the quotations of an article in the order of the text, found by the lexer."""
        if article_id not in self._speeches:
            quotations = self._quotations.get(article_id, ())
            text = self._texts.get(article_id, "")
            self._speeches[article_id] = tuple(self._heard(text, quotations)) if quotations else ()
        return self._speeches[article_id]

    def only_here(self, article_id: str) -> tuple[Span, ...]:
        """Return the stretches of an article that no other one has, neighbouring sentences joined.

        A stretch ends with its paragraph.
        """
        text = self._texts.get(article_id, "")
        joined: list[Span] = []
        for span in sorted(self._only_here.get(article_id, ())):
            gap = text[joined[-1].end : span.start] if joined else "\n"
            if gap.strip() or "\n" in gap:
                joined.append(span)
            else:
                joined[-1] = Span(joined[-1].start, max(span.end, joined[-1].end))
        return tuple(joined)

    @cached_property
    def _quotations(self) -> dict[str, list[Quotation]]:
        quotations: dict[str, list[Quotation]] = {}
        for said in self._comparison.quotations:
            quotations.setdefault(said.article, []).append(said)
        return quotations

    @cached_property
    def _only_here(self) -> dict[str, list[Span]]:
        spans: dict[str, list[Span]] = {}
        for passage in self._comparison.only_here:
            spans.setdefault(passage.article, []).append(passage.span)
        return spans

    def _heard(self, text: str, quotations: Sequence[Quotation]) -> Iterator[Speech]:
        from workbench.text.lexer import NewsLexer, is_quotation, speaker_of

        lexer = NewsLexer(quotations=quotations)
        for start, kind, words in lexer.get_tokens_unprocessed(text):
            if is_quotation(kind):
                speaker = speaker_of(kind, lexer.speakers)
                hue = self.speakers.get(speaker, NOBODY)
                yield Speech(Span(start, start + len(words)), speaker, hue)

    def _gather_marks(self, comparison: Comparison) -> dict[str, tuple[Mark, ...]]:
        marks: dict[str, list[Mark]] = {}
        for cluster in comparison.clusters:
            for passage in cluster.passages:
                mark = Mark(passage.span, cluster.id, self.hues[cluster.id], cluster.kind)
                marks.setdefault(passage.article, []).append(mark)
        return {key: _in_order(found) for key, found in marks.items()}


def _in_order(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    return tuple(sorted(marks, key=lambda mark: mark.span))


def _gather_variants(comparison: Comparison) -> dict[str, set[Span]]:
    variants: dict[str, set[Span]] = {}
    for pair in comparison.pairs:
        for variant in pair.variants:
            if pair.kind is Kind.REWORDED and not variant.flags:
                continue  # nearly all words differ there: only the telling ones are set off
            for passage, reading in ((pair.a, variant.a), (pair.b, variant.b)):
                if reading.span.length:
                    variants.setdefault(passage.article, set()).add(reading.span)
    return variants
