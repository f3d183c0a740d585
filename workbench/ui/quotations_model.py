"""Quotations model: a row for each thing said, a column for each outlet that quotes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.ui.rows_model import Row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.model import Quotation, Rendering, Saying
    from workbench.ui.desk import Desk

SPEAKER = "Speaker"
NOBODY = "not named"
BETWEEN = " … "


def quotation_heads(desk: Desk) -> tuple[str, ...]:
    """Return the heads: the speaker, and the outlets that quote anybody, in the project's order."""
    outlets = dict.fromkeys(_outlet(said, desk) for said in desk.comparison.quotations)
    return (SPEAKER, *outlets)


def quotation_rows(desk: Desk) -> Iterator[Row]:
    """Yield a row for each thing said, in the order in which the articles have it.

    It leads to a quotation, or None, for each column.
    """
    if not desk.comparison.quotations:  # the engine is slow to load, and the window must open fast
        return
    from workbench.comparison.sayings import sayings

    heads = quotation_heads(desk)
    for saying in sayings(desk.comparison):
        yield _row(saying, heads, desk)


def _row(saying: Saying, heads: tuple[str, ...], desk: Desk) -> Row:
    by_outlet: dict[str, list[Rendering]] = {head: [] for head in heads[1:]}
    for each in saying.renderings:
        by_outlet[_outlet(each.quotation, desk)].append(each)
    columns = by_outlet.values()
    name = saying.speaker or NOBODY
    return Row(
        (name, *(_cell(renderings, desk) for renderings in columns)),
        (saying.fullest, *(each[0].quotation if each else None for each in columns)),
        (),
        (name, *("\n".join(_tip(each, desk) for each in renderings) for renderings in columns)),
    )


def _cell(renderings: list[Rendering], desk: Desk) -> str:
    """Return what an outlet has, and before it what it made of the fullest quotation."""
    marks = dict.fromkeys(mark for each in renderings for mark in _marks(each))
    words = BETWEEN.join(_words(each.quotation, desk) for each in renderings)
    return f"[{', '.join(marks)}] {words}" if marks else words


def _marks(rendering: Rendering) -> Iterator[str]:
    if rendering.cut:
        yield "cut"
    if rendering.changed:
        yield "changed"
    if rendering.elsewhere:
        yield "another speaker"


def _tip(rendering: Rendering, desk: Desk) -> str:
    """Return the words with who is said to have said them, and how, and where they differ."""
    said = rendering.quotation
    told = " ".join(part for part in (said.speaker or NOBODY, said.cue) if part)
    lines = [f"“{_words(said, desk)}” — {told}"]
    lines += [f"“{each.a.text}” is “{each.b.text}” here" for each in rendering.variants]
    return "\n".join(lines)


def _words(said: Quotation, desk: Desk) -> str:
    return " ".join(said.span.of(desk.article(said.article).text).split())


def _outlet(said: Quotation, desk: Desk) -> str:
    return desk.article(said.article).outlet or desk.siglum(said.article)
