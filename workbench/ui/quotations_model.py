"""Quotations model: a row for each thing said, a column for each outlet that quotes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.ui.rows_model import Row

if TYPE_CHECKING:
    from workbench.model import Quotation
    from workbench.ui.desk import Desk

SPEAKER = "Speaker"
NOBODY = "not named"
BETWEEN = " … "


def quotation_heads(desk: Desk) -> tuple[str, ...]:
    """Return the heads: the speaker, and the outlets that quote anybody, in the project's order."""
    outlets = dict.fromkeys(_outlet(said, desk) for said in desk.comparison.quotations)
    return (SPEAKER, *outlets)


def quotation_rows(desk: Desk) -> list[Row]:
    """Return a row for each thing said, in the order of the articles.

    It leads to a quotation, or None, for each column.
    """
    heads = quotation_heads(desk)
    return [_row(said, heads, desk) for said in _things_said(desk.comparison.quotations)]


def _things_said(quotations: tuple[Quotation, ...]) -> list[list[Quotation]]:
    """Put together what one cluster covers; what none does stands alone."""
    found: dict[str, list[Quotation]] = {}
    for place, said in enumerate(quotations):
        found.setdefault(said.cluster or f"alone {place}", []).append(said)
    return list(found.values())


def _row(said: list[Quotation], heads: tuple[str, ...], desk: Desk) -> Row:
    by_outlet: dict[str, list[Quotation]] = {}
    for each in said:
        by_outlet.setdefault(_outlet(each, desk), []).append(each)
    speakers = dict.fromkeys(each.speaker for each in said if each.speaker)
    texts = [BETWEEN.join(_words(one, desk) for one in by_outlet.get(o, ())) for o in heads[1:]]
    tips = [_tip(by_outlet.get(outlet, []), desk) for outlet in heads[1:]]
    names = " / ".join(speakers) or NOBODY
    leads = (said[0], *(by_outlet.get(outlet, [None])[0] for outlet in heads[1:]))
    return Row((names, *texts), leads, (), (names, *tips))


def _tip(said: list[Quotation], desk: Desk) -> str:
    """Return the words with who is said to have said them, and how."""
    lines = []
    for each in said:
        told = " ".join(part for part in (each.speaker or NOBODY, each.cue) if part)
        lines.append(f"“{_words(each, desk)}” — {told}")
    return "\n".join(lines)


def _words(said: Quotation, desk: Desk) -> str:
    return " ".join(said.span.of(desk.article(said.article).text).split())


def _outlet(said: Quotation, desk: Desk) -> str:
    return desk.article(said.article).outlet or desk.siglum(said.article)
