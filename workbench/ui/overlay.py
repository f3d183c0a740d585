"""Overlay: what a comparison has to show over the text of each article."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from workbench.model import Comparison, Kind, Quotation, Span
from workbench.text.word_count import word_starts, words_within

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workbench.model import Article, Cluster, PassagePair

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
    """A comparison seen from its articles; hues are indices, given in the order of appearance.

    What an article shows is gathered when it is first asked for: there may be thousands.
    """

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison
        self._marks: dict[str, tuple[Mark, ...]] = {}
        self._variants: dict[str, tuple[Span, ...]] = {}
        self._speeches: dict[str, tuple[Speech, ...]] = {}
        self._shares: dict[str, float] = {}

    @cached_property
    def hues(self) -> dict[str, int]:
        """The index of the hue of each cluster."""
        return {cluster.id: place for place, cluster in enumerate(self._comparison.clusters)}

    @cached_property
    def speakers(self) -> dict[str, int]:
        """The index of the hue of what each speaker says."""
        told = [(one.speaker, one.name) for one in self._comparison.quotations if one.speaker]
        places = {name: place for place, name in enumerate(dict.fromkeys(name for _, name in told))}
        return {speaker: places[name] for speaker, name in told}

    @cached_property
    def differences(self) -> dict[str, int]:
        """How many variants each pair has."""
        return {pair.id: len(pair.variants) for pair in self._comparison.pairs}

    def share(self, article: Article) -> float:
        """Return how much of the words of an article (0 to 1) others share, as reports say it."""
        share = self._shares.get(article.id)
        if share is None:
            starts = word_starts(article.text)
            within = words_within(starts, (mark.span for mark in self.marks(article.id)))
            share = self._shares[article.id] = within / max(1, len(starts))
        return share

    def clusters(self, article_id: str) -> Sequence[Cluster]:
        """Return the clusters that have a passage of an article, each once."""
        return tuple(
            {cluster.id: cluster for cluster in self._clusters.get(article_id, ())}.values()
        )

    def marks(self, article_id: str) -> tuple[Mark, ...]:
        """Return the shared passages of an article in the order of the text."""
        if article_id not in self._marks:
            marks = (
                Mark(passage.span, cluster.id, self.hues[cluster.id], cluster.kind)
                for cluster in self.clusters(article_id)
                for passage in cluster.passages
                if passage.article == article_id
            )
            self._marks[article_id] = tuple(sorted(marks, key=lambda mark: mark.span))
        return self._marks[article_id]

    def variants(self, article_id: str) -> tuple[Span, ...]:
        """Return the words of an article that differ elsewhere, in the order of the text."""
        if article_id not in self._variants:
            pairs = self._pairs.get(article_id, ())
            spans = {span for pair in pairs for span in _differing(pair, article_id)}
            self._variants[article_id] = tuple(sorted(spans))
        return self._variants[article_id]

    def speeches(self, article_id: str) -> tuple[Speech, ...]:
        """Return the quotations of an article in the order of the text, found by the lexer."""
        if article_id not in self._speeches:
            quotations = self._quotations.get(article_id, ())
            text = self._text(article_id)
            self._speeches[article_id] = tuple(self._heard(text, quotations)) if quotations else ()
        return self._speeches[article_id]

    def only_here(self, article_id: str) -> tuple[Span, ...]:
        """Return the stretches of an article that no other one has, neighbouring sentences joined.

        A stretch ends with its paragraph.
        """
        text = self._text(article_id)
        joined: list[Span] = []
        for span in sorted(self._only_here.get(article_id, ())):
            gap = text[joined[-1].end : span.start] if joined else "\n"
            if gap.strip() or "\n" in gap:
                joined.append(span)
            else:
                joined[-1] = Span(joined[-1].start, max(span.end, joined[-1].end))
        return tuple(joined)

    def _text(self, article_id: str) -> str:
        found = (one.text for one in self._comparison.articles if one.id == article_id)
        return next(found, "")

    @cached_property
    def _clusters(self) -> dict[str, list[Cluster]]:
        clusters: defaultdict[str, list[Cluster]] = defaultdict(list)
        for cluster in self._comparison.clusters:
            for passage in cluster.passages:
                clusters[passage.article].append(cluster)
        return clusters

    @cached_property
    def _pairs(self) -> dict[str, list[PassagePair]]:
        pairs: defaultdict[str, list[PassagePair]] = defaultdict(list)
        for pair in self._comparison.pairs:
            pairs[pair.a.article].append(pair)
            pairs[pair.b.article].append(pair)
        return pairs

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


def _differing(pair: PassagePair, article_id: str) -> Iterator[Span]:
    """Yield the words of one article that differ in a pair."""
    for variant in pair.variants:
        if pair.kind is Kind.REWORDED and not variant.flags:
            continue  # nearly all words differ there: only the telling ones are set off
        for passage, reading in ((pair.a, variant.a), (pair.b, variant.b)):
            if passage.article == article_id and reading.span.length:
                yield reading.span
