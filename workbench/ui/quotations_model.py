"""Quotations model: a row for each thing said, a column for each outlet that quotes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.model import Comparison
from workbench.ui.rows_model import Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from workbench.model import Quotation, Rendering, Saying
    from workbench.ui.desk import Desk

HEADS = ("Speaker", "Outlets")
NOBODY = "not named"
BETWEEN = " … "


def quoted_part(comparison: Comparison) -> Comparison:
    """Return of a comparison only what tells who quotes what: enough for its sayings."""
    quoting = {said.article for said in comparison.quotations}
    return Comparison(
        tuple(article for article in comparison.articles if article.id in quoting),
        tuple(
            pair
            for pair in comparison.pairs
            if pair.variants and quoting >= {pair.a.article, pair.b.article}
        ),
        quotations=comparison.quotations,
    )


def quotation_heads(desk: Desk) -> tuple[str, ...]:
    """Return the heads: the speaker, how many quote it, and the outlets in the project's order."""
    outlets = dict.fromkeys(_outlet(said, desk) for said in desk.comparison.quotations)
    return (*HEADS, *outlets)


def quotation_rows(sayings: Iterable[Saying], desk: Desk) -> Iterator[Row]:
    """Yield a row for each thing said, in the order in which the articles have it.

    It leads to a quotation, or None, for each column.
    """
    outlets = quotation_heads(desk)[len(HEADS) :]
    for saying in sayings:
        yield _row(saying, outlets, desk)


def _row(saying: Saying, outlets: tuple[str, ...], desk: Desk) -> Row:
    by_outlet: dict[str, list[Rendering]] = {outlet: [] for outlet in outlets}
    for each in saying.renderings:
        by_outlet[_outlet(each.quotation, desk)].append(each)
    columns = by_outlet.values()
    name = saying.speaker or NOBODY
    quoting = sum(bool(renderings) for renderings in columns)
    return Row(
        (name, quoting, *(_cell(renderings, desk) for renderings in columns)),
        (
            *(saying.fullest for _ in HEADS),
            *(each[0].quotation if each else None for each in columns),
        ),
        (),
        (
            name,
            "How many outlets quote this",
            *("\n\n".join(_tip(each, desk) for each in renderings) for renderings in columns),
        ),
    )


def _cell(renderings: list[Rendering], desk: Desk) -> str:
    """Return what an outlet has, and before it what it made of the fullest quotation."""
    marks = dict.fromkeys(mark for each in renderings for mark in _marks(each))
    words = BETWEEN.join(_words(each.quotation, desk) for each in renderings)
    return f"{', '.join(marks)} — {words}" if marks else words


def _marks(rendering: Rendering) -> Iterator[str]:
    if rendering.cut:
        yield "cut"
    if rendering.changed:
        yield "changed"
    if rendering.elsewhere:
        yield f"said by {rendering.quotation.speaker or NOBODY}"


def _tip(rendering: Rendering, desk: Desk) -> str:
    """Return the words with who is said to have said them, and how, and where they differ."""
    said = rendering.quotation
    told = said.speaker or f"speaker {NOBODY}"
    if said.cue:
        told += f" (“{said.cue}”)"
    lines = [_words(said, desk), f"— {told}"]
    lines += [_difference(each.a.text, each.b.text) for each in rendering.variants]
    return "\n".join(lines)


def _difference(fullest: str, here: str) -> str:
    if not here.strip():
        return f"without “{fullest.strip()}”"
    if not fullest.strip():
        return f"with “{here.strip()}” added"
    return f"“{here.strip()}” where the fullest has “{fullest.strip()}”"


def _words(said: Quotation, desk: Desk) -> str:
    return " ".join(said.span.of(desk.article(said.article).text).split())


def _outlet(said: Quotation, desk: Desk) -> str:
    return desk.article(said.article).outlet or desk.siglum(said.article)
