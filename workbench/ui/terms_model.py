"""Terms model: families of rival terms, their forms, and every use in its context, as rows."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from workbench.ui.rows_model import Row, RowsLater
from workbench.ui.wording import short_date

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from workbench.model import Passage, Term, TermFamily
    from workbench.ui.desk import Desk

HEADS = ("Term", "Uses", "Where", "Uneven")
UNEVEN = "How unevenly the outlets use the forms (log-likelihood); 0 where all use them alike"
BEFORE, AFTER = 24, 60  # characters shown on both sides of a use


def term_rows(desk: Desk) -> Iterator[Row]:
    """Yield a row for each family, with its forms below and their uses below these.

    It leads to the family, a form to the family and its form, a use to its passage.
    """
    outlets = {one.id: one.outlet or desk.siglum(one.id) for one in desk.articles}
    for family in desk.comparison.terms:
        uses = [use for term in family.terms for use in term.uses]
        where = _where(uses, outlets)
        name = " / ".join(term.text for term in family.terms)
        made = "made by you" if family.chosen else "found"
        yield Row(
            (name, len(uses), where, family.log_likelihood),
            family,
            RowsLater(family.terms, partial(_form, family, outlets, desk)),
            (f"{name} ({made})", "", where, UNEVEN),
        )


def _form(family: TermFamily, outlets: Mapping[str, str], desk: Desk, term: Term) -> Row:
    uses = RowsLater(term.uses, partial(_use, desk), are_last=True)
    return Row((term.text, len(uses), _where(term.uses, outlets), ""), (family, term.text), uses)


def _use(desk: Desk, use: Passage) -> Row:
    article = desk.article(use.article)
    text, span = article.text, use.span
    before = text[max(0, span.start - BEFORE) : span.start].partition(" ")[2]
    after = text[span.end : span.end + AFTER].rpartition(" ")[0]
    words = " ".join(f"… {before}{span.of(text)}{after} …".split())
    facts = (article.outlet, short_date(article.published))
    where = " · ".join(fact for fact in facts if fact)
    return Row((f"{desk.siglum(article.id)}  {words}", "", where, ""), use)


def _where(uses: Sequence[Passage], outlets: Mapping[str, str]) -> str:
    """Say how often each outlet has the uses, the one that has most first."""
    counts = Counter(outlets[use.article] for use in uses)
    ordered = sorted(counts.items(), key=lambda each: (-each[1], each[0]))
    return ", ".join(f"{outlet} {number}" for outlet, number in ordered)
