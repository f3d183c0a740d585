"""Report, rival terms: the forms of one phrase, and how often each outlet uses them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from workbench.formats.bibliography import one_line
from workbench.formats.blocks import Cell, Grid, Heading, Paragraph, Run, Style
from workbench.formats.report_words import count

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workbench.formats.blocks import Block
    from workbench.formats.report_matter import Matter
    from workbench.model import Term, TermFamily

FORMS = 5
"""Forms that a table upright on a page has room for; more go on in a table below."""

_EXPLAINED = (
    "Forms of one phrase that differ in a word, and how often each outlet uses them. The stronger "
    "the colour of a cell, the larger the share of that form among the uses of the outlet. An "
    "outlet that uses none of the forms is not listed. The log-likelihood (Dunning 1993) tells how "
    "unevenly the outlets use the forms: 0 where all use them alike."
)


def terms(matter: Matter) -> Iterator[Block]:
    """Yield a table for each family of rival forms."""
    families = matter.dossier.comparison.terms
    yield Heading(1, "Rival terms", "terms")
    if not families:
        where = "passages" if matter.dossier.outgoing.by_passage else "articles"
        yield Paragraph((Run(f"No rival forms of a phrase were found in these {where}."),))
        return
    yield Paragraph((Run(_EXPLAINED),))
    for family in families:
        yield from _family(matter, family)


def _family(matter: Matter, family: TermFamily) -> Iterator[Block]:
    yield Heading(2, f"“{one_line(family.terms[0].text)}”")
    chosen = " · put together by the analyst" if family.chosen else ""
    likelihood = f"{family.log_likelihood:,.1f}"
    yield Paragraph((Run(f"Log-likelihood {likelihood}{chosen}", Style.FAINT),))
    uses = [_uses(matter, term) for term in family.terms]
    totals: Counter[str] = Counter()
    for counted in uses:
        totals.update(counted)
    for first in range(0, len(uses), FORMS):
        end = min(len(uses), first + FORMS)
        yield _table(family.terms[first:end], uses[first:end], totals, last=end == len(uses))


def _table(
    forms: Sequence[Term], uses: Sequence[Counter[str]], totals: Counter[str], *, last: bool
) -> Grid:
    """Lay out some forms; the last of several tables has the sums of all."""
    rows = []
    for name in sorted(totals):
        cells = [_number(counted[name], counted[name] / totals[name]) for counted in uses]
        sums = [_number(totals[name])] if last else []
        rows.append((Cell((Run(name),)), *cells, *sums))
    sums = [_number(totals.total())] if last else []
    foot = (Cell((Run("All", Style.STRONG),)), *(_number(one.total()) for one in uses), *sums)
    heads = ("Outlet", *(form.text for form in forms), *(("All",) if last else ()))
    width = 0.7 / (len(heads) - 1)
    caption = f"Uses by outlet: {count(totals.total(), 'use')}"
    widths = (0.3, *(width for _ in heads[1:]))
    return Grid(caption, heads, (*rows, foot), widths, has_row_heads=True)


def _number(number: int, shade: float | None = None) -> Cell:
    return Cell((Run(f"{number:,}"),), is_number=True, shade=shade)


def _uses(matter: Matter, term: Term) -> Counter[str]:
    """Count the uses of a form by the names of outlets, or what else articles are called."""
    return Counter(matter.name(matter.articles[use.article]) for use in term.uses)
