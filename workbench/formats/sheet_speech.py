"""Sheets of speech: rival terms with their uses by outlet, and who is quoted by whom."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from workbench.formats.bibliography import one_line
from workbench.formats.sheet_articles import ARTICLE, short_source
from workbench.formats.sheets import Column, Table, day, number, words, yes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.formats.report_matter import Matter
    from workbench.formats.sheets import Value
    from workbench.model import Rendering, Saying, Term


def terms(matter: Matter) -> Table:
    """Return the table of rival terms: the uses of each form by each outlet that uses any."""
    columns = (
        number("Family"),
        Column("Form", width=32),
        Column("Outlet", width=22),
        number("Uses"),
        number("Log-likelihood", 14),
        Column("Put together by the analyst", width=26),
    )
    return Table("Rival terms", columns, _term_rows(matter))


def quotations(matter: Matter) -> Table:
    """Return the table of quotations: each rendering of what was said."""
    columns = (
        number("Saying"),
        Column("Speaker", width=30),
        words("Quotation"),
        Column("Fullest", width=8),
        Column("Shortened", width=10),
        Column("Other words", width=12),
        Column("Other speaker", width=14),
        Column("Speaker named here", width=30),
        Column("Cue verb", width=12),
        Column("Outlet", width=22),
        Column("Headline", width=44),
        day("Published"),
        number("Start"),
        number("End"),
        number("Passage"),
        ARTICLE,
    )
    return Table("Quotations", columns, _quotation_rows(matter))


def _term_rows(matter: Matter) -> Iterator[tuple[Value, ...]]:
    for place, family in enumerate(matter.dossier.comparison.terms, 1):
        uses = [_uses(matter, term) for term in family.terms]
        outlets = sorted(set().union(*uses))
        for term, counts in zip(family.terms, uses, strict=True):
            for outlet in outlets:
                yield (
                    place,
                    one_line(term.text),
                    outlet,
                    counts[outlet],
                    round(family.log_likelihood, 2),
                    yes(family.chosen),
                )


def _uses(matter: Matter, term: Term) -> Counter[str]:
    """Count the uses of a form by the names of outlets, or what else articles are called."""
    return Counter(matter.name(matter.articles[use.article]) for use in term.uses)


def _quotation_rows(matter: Matter) -> Iterator[tuple[Value, ...]]:
    for place, saying in enumerate(matter.dossier.sayings, 1):
        for rendering in saying.renderings:
            yield (place, one_line(saying.speaker or ""), *_rendering(matter, saying, rendering))


def _rendering(matter: Matter, saying: Saying, rendering: Rendering) -> tuple[Value, ...]:
    quotation = rendering.quotation
    article = matter.articles[quotation.article]
    return (
        quotation.span.of(article.text),
        yes(quotation == saying.fullest),
        yes(rendering.cut),
        yes(rendering.changed),
        yes(rendering.elsewhere),
        one_line(quotation.speaker or ""),
        one_line(quotation.cue or ""),
        *short_source(article),
        quotation.span.start,
        quotation.span.end,
        matter.numbers.get(quotation.cluster or "", ""),
        article.id,
    )
