"""Term tables: what pages and plain text show of the rival forms of a phrase."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.text.context import in_context

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from workbench.model import Article, Passage, Term, TermFamily

USES = 3  # of each form in context: enough to see how it is used
CONTEXT = 28  # code points before and after a use: with it they fill a line of a terminal


@dataclass(frozen=True, slots=True)
class PageUse:
    """One use of a form, under the siglum of its article, and what stands around it."""

    siglum: str
    before: str
    text: str
    after: str


@dataclass(frozen=True, slots=True)
class PageTerm:
    """A form, how often each of the family's outlets has it, and some of its uses.

    `counted` leaves out the outlets that do not have it.
    """

    text: str
    total: int
    counts: tuple[int, ...]
    counted: tuple[tuple[str, int], ...]
    uses: tuple[PageUse, ...]


@dataclass(frozen=True, slots=True)
class PageFamily:
    """Rival forms of a phrase, the most used first, and the names of the outlets that use them."""

    outlets: tuple[str, ...]
    log_likelihood: float
    terms: tuple[PageTerm, ...]


def page_families(
    families: Iterable[TermFamily],
    articles: Mapping[str, Article],
    names: Mapping[str, str],
    sigla: Mapping[str, str],
) -> tuple[PageFamily, ...]:
    """Return what is shown of the families; all three mappings go by the ids of the articles."""
    return tuple(_page_family(family, articles, names, sigla) for family in families)


def _page_family(
    family: TermFamily,
    articles: Mapping[str, Article],
    names: Mapping[str, str],
    sigla: Mapping[str, str],
) -> PageFamily:
    used = {use.article for term in family.terms for use in term.uses}
    outlets = tuple(dict.fromkeys(name for key, name in names.items() if key in used))
    terms = []
    for term in family.terms:
        counts = Counter(names[use.article] for use in term.uses)
        uses = tuple(_page_use(use, articles, sigla) for use in _chosen(term))
        row = tuple(counts[outlet] for outlet in outlets)
        counted = tuple((outlet, counts[outlet]) for outlet in outlets if counts[outlet])
        terms.append(PageTerm(term.text, len(term.uses), row, counted, uses))
    return PageFamily(outlets, family.log_likelihood, tuple(terms))


def _chosen(term: Term) -> list[Passage]:
    """Choose some uses in the order of the text, of as many articles as possible."""
    nth: Counter[str] = Counter()
    ranked = []
    for place, use in enumerate(term.uses):
        ranked.append((nth[use.article], place))
        nth[use.article] += 1
    return [term.uses[place] for place in sorted(place for _, place in sorted(ranked)[:USES])]


def _page_use(use: Passage, articles: Mapping[str, Article], sigla: Mapping[str, str]) -> PageUse:
    return PageUse(sigla[use.article], *in_context(articles[use.article], use.span, CONTEXT))
