"""Terms model: families of rival terms, their forms, and every use in its context, as rows."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from workbench.ui.rows_model import Row
from workbench.ui.wording import short_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.model import Passage, Term, TermFamily
    from workbench.ui.desk import Desk

HEADS = ("Term", "Uses", "Where", "Uneven")
UNEVEN = "How unevenly the outlets use the forms (log-likelihood); 0 where all use them alike"
BEFORE, AFTER = 24, 60  # characters shown on both sides of a use


def term_rows(desk: Desk) -> Iterator[Row]:
    """Yield a row for each family, with its forms below and their uses below these.

    It leads to the family, a form to the family and its form, a use to its passage.
    """
    for family in desk.comparison.terms:
        forms = tuple(_form(family, term, desk) for term in family.terms)
        uses = [use for term in family.terms for use in term.uses]
        name = " / ".join(term.text for term in family.terms)
        made = "made by you" if family.chosen else "found"
        yield Row(
            (name, len(uses), _outlets(uses, desk), family.log_likelihood),
            family,
            forms,
            (f"{name} ({made})", "", _outlets(uses, desk), UNEVEN),
        )


def _form(family: TermFamily, term: Term, desk: Desk) -> Row:
    uses = tuple(_use(use, desk) for use in term.uses)
    return Row((term.text, len(uses), _outlets(term.uses, desk), ""), (family, term.text), uses)


def _use(use: Passage, desk: Desk) -> Row:
    article = desk.article(use.article)
    text, span = article.text, use.span
    before = text[max(0, span.start - BEFORE) : span.start].partition(" ")[2]
    after = text[span.end : span.end + AFTER].rpartition(" ")[0]
    words = " ".join(f"… {before}{span.of(text)}{after} …".split())
    facts = (article.outlet, short_date(article.published))
    where = " · ".join(fact for fact in facts if fact)
    return Row((f"{desk.siglum(article.id)}  {words}", "", where, ""), use)


def _outlets(uses: tuple[Passage, ...] | list[Passage], desk: Desk) -> str:
    """Say how often each outlet has the uses, the one that has most first."""
    articles = (desk.article(use.article) for use in uses)
    counts = Counter(article.outlet or desk.siglum(article.id) for article in articles)
    ordered = sorted(counts.items(), key=lambda each: (-each[1], each[0]))
    return ", ".join(f"{outlet} {number}" for outlet, number in ordered)
