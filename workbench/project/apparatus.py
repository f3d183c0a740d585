"""Apparatus: the table of one cluster, a row per passage, with what differs in each cell."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from workbench.model import Apparatus, ApparatusCell, ApparatusRow, Span, VariantKind
from workbench.text.normalize import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from workbench.model import Alignment, Cluster, Comparison, Flag, Passage, PassagePair

_WORD = re.compile(r"\S+")

QUICK = 1_500
"""Code points of a cluster whose table takes some hundredths of a second."""


def length_of(cluster: Cluster) -> int:
    """Return how many code points all passages of a cluster have together."""
    return sum(passage.span.length for passage in cluster.passages)


def apparatus(cluster: Cluster, comparison: Comparison) -> Apparatus:
    """Lay the passages of a cluster out; takes time by the square of their length."""
    from workbench.comparison.collate_cluster import collate_cluster

    alignment = collate_cluster(cluster, comparison.articles)
    base = cluster.passages.index(cluster.earliest) if cluster.earliest else 0
    kinds = _kinds(alignment, base)
    columns = _columns(kinds)
    texts = {article.id: article.text for article in comparison.articles}
    spans = [
        _spans(["".join(cell) for cell in row], columns, passage)
        for row, passage in zip(alignment.table, cluster.passages, strict=True)
    ]
    pairs = [pair for pair in comparison.pairs if pair.id in cluster.pairs]
    rows = []
    for place, passage in enumerate(cluster.passages):
        flagged = list(_flagged(cluster.passages[base].article, passage.article, pairs))
        cells = tuple(
            ApparatusCell(
                span,
                span.of(texts[passage.article]),
                kinds[first][place],
                _flags(held, span, flagged) if kinds[first][place] else (),
            )
            for (first, _), held, span in zip(columns, spans[base], spans[place], strict=True)
        )
        rows.append(ApparatusRow(alignment.witnesses[place].siglum, passage, cells))
    differing = tuple(any(kinds[first]) for first, _ in columns)
    return Apparatus(cluster.id, tuple(rows), base, differing)


def before_column(shown: Apparatus, column: int) -> dict[Passage, int]:
    """Return where a column begins in each passage, in code points of its article."""
    return {row.passage: row.cells[column].span.start for row in shown.rows}


def before_word(shown: Apparatus, article: str, place: int) -> dict[Passage, int] | None:
    """Return where the word at a place of an article begins there, and in the other passages.

    Among words that differ it is where their column begins. None where no passage has the place.
    """
    for row in shown.rows:
        span = row.passage.span
        if row.passage.article == article and span.start <= place < span.end:
            at = max(at for at, cell in enumerate(row.cells) if cell.span.start <= place)
            if shown.differing[at]:
                return before_column(shown, at)
            within = place - row.cells[at].span.start
            number = sum(word.end() <= within for word in _WORD.finditer(row.cells[at].text))
            return {each.passage: _word_start(each.cells[at], number) for each in shown.rows}
    return None


def _word_start(cell: ApparatusCell, number: int) -> int:
    """Return where the word begins that so many come before; where the cell ends if none does."""
    starts = [found.start() for found in _WORD.finditer(cell.text)]
    return cell.span.start + starts[number] if number < len(starts) else cell.span.end


def _kinds(alignment: Alignment, base: int) -> list[tuple[VariantKind | None, ...]]:
    """Return, column by column, what each row has instead of the words of the base."""
    moved: dict[int, set[str]] = {}
    for each in alignment.transpositions:
        for place in (each.a, each.b):
            for column in range(place.start, place.end):
                moved.setdefault(column, set()).update(each.a.witnesses, each.b.witnesses)
    sigla = [witness.siglum for witness in alignment.witnesses]
    kinds = []
    for at, cells in enumerate(zip(*alignment.table, strict=True)):
        words = [_bare("".join(cell)) for cell in cells]
        movers = moved.get(at, set())
        kinds.append(
            tuple(
                _kind(words[base], here, has_moved={sigla[base], siglum} <= movers)
                for here, siglum in zip(words, sigla, strict=True)
            )
        )
    return kinds


def _bare(words: str) -> str:
    """Return what is compared of a cell: case, marks and blanks make no difference."""
    return "".join(filter(str.isalnum, fold(words)))


def _kind(base: str, here: str, *, has_moved: bool) -> VariantKind | None:
    if base == here:
        return None
    if has_moved:
        return VariantKind.TRANSPOSITION
    if not base:
        return VariantKind.ADDITION
    return VariantKind.SUBSTITUTION if here else VariantKind.OMISSION


def _columns(kinds: Sequence[tuple[VariantKind | None, ...]]) -> list[tuple[int, int]]:
    """Join columns that differ in the same way; words that stand for others stay by themselves."""

    def sort(at: int) -> tuple[object, ...]:
        return (kinds[at], at if VariantKind.SUBSTITUTION in kinds[at] else -1)

    groups = (list(group) for _, group in groupby(range(len(kinds)), key=sort))
    return [(group[0], group[-1] + 1) for group in groups]


def _spans(
    cells: Sequence[str], columns: Iterable[tuple[int, int]], passage: Passage
) -> list[Span]:
    """Return where the words of each column stand in the article, without blanks after them."""
    spans = []
    at = passage.span.start
    for first, end in columns:
        words = "".join(cells[first:end])
        spans.append(Span(at, at + len(words.rstrip())))
        at += len(words)
    return spans


def _flagged(
    base: str, here: str, pairs: Iterable[PassagePair]
) -> Iterator[tuple[Span, Span, tuple[Flag, ...]]]:
    """Yield where the readings of each variant stand in either article, and its flags."""
    for pair in pairs:
        if {pair.a.article, pair.b.article} == {base, here} and base != here:
            for variant in pair.variants:
                spans = variant.a.span, variant.b.span
                one, other = spans if pair.a.article == base else spans[::-1]
                yield one, other, variant.flags


def _flags(
    base: Span, here: Span, flagged: Iterable[tuple[Span, Span, tuple[Flag, ...]]]
) -> tuple[Flag, ...]:
    found: dict[Flag, None] = {}
    for one, other, flags in flagged:
        if one.shared(base) or other.shared(here):
            found |= dict.fromkeys(flags)
    return tuple(found)
