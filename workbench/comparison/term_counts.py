"""Term counts: how often outlets use the forms of a term, and when."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.comparison.likelihood import log_likelihood

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from workbench.model import Article, TermFamily

DAY = len("2024-03-05")
MONTH = len("2024-03")


@dataclass(frozen=True, slots=True)
class Counts:
    """A table of uses: a row of `uses` for each form of the family, a column for each of `names`.

    `log_likelihoods` (Dunning 1993) tell of each form how unevenly its use, against that of all
    other forms, is spread over the columns.
    """

    names: tuple[str, ...]
    uses: tuple[tuple[int, ...], ...]
    log_likelihoods: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class TermCounts:
    """The uses of a family's forms by outlet, by day and by month, ISO 8601, in rising order.

    Articles of unknown outlet stand under their ids after the outlets; those of unknown date are
    in neither of the tables by date.
    """

    by_outlet: Counts
    by_day: Counts
    by_month: Counts


def counts(family: TermFamily, articles: Sequence[Article]) -> TermCounts:
    """Count the uses of a family's forms; every article used must be among `articles`."""
    known = {article.id: article for article in articles}
    return TermCounts(
        _counted(family, known, lambda article: (not article.outlet, article.outlet or article.id)),
        _counted(family, known, lambda article: _date(article, DAY)),
        _counted(family, known, lambda article: _date(article, MONTH)),
    )


def _date(article: Article, length: int) -> tuple[bool, str] | None:
    """Return the beginning of the date where it is known as precisely as that."""
    day = article.published[:length]
    return (False, day) if len(day) == length else None


def _counted(
    family: TermFamily,
    known: dict[str, Article],
    column_of: Callable[[Article], tuple[bool, str] | None],
) -> Counts:
    rows = [Counter(column_of(known[use.article]) for use in term.uses) for term in family.terms]
    columns = sorted({column for row in rows for column in row if column is not None})
    uses = [[row[column] for column in columns] for row in rows]
    totals = [sum(column) for column in zip(*uses, strict=True)]
    others = [[total - one for total, one in zip(totals, row, strict=True)] for row in uses]
    return Counts(
        tuple(name for _, name in columns),
        tuple(map(tuple, uses)),
        tuple(log_likelihood([row, rest]) for row, rest in zip(uses, others, strict=True)),
    )
