"""Crossread: compare how several outlets cover one story.

For notebooks and scripts, the same things as on the command line:

    import workbench

    result = workbench.compare([first_text, second_text])
    for pair in result.pairs:
        print(pair.kind, pair.similarity, pair.a.span, pair.b.span)

`compare` finds what a handful of articles share, `overlap` does it for an archive, `collate` lays
short texts out word by word, `quotes` tells who is quoted, `open_project` opens a project file. An
article is a string, then called "a1", "a2", … by its place, or an `Article`. Every span counts
Unicode code points into the article's text, its end exclusive. Every result has `as_dict()`, equal
to the JSON that the command of the same name writes. Nothing here needs Qt, and nothing is loaded
before it is called.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from os import PathLike

    from workbench.comparison.options import CompareOptions
    from workbench.model import Alignment, Article, Comparison, PassagePair, Quotations, Witness
    from workbench.project.project import Project

__version__ = "0.1.0"
__all__ = ["Article", "__version__", "collate", "compare", "open_project", "overlap", "quotes"]


def compare(articles: Iterable[str | Article], options: CompareOptions | None = None) -> Comparison:
    """Return everything that two or more articles share and where their wording differs.

    Raises InputError where there are fewer than two articles, or two with the same id.
    """
    from workbench.project.comparing import compare_articles

    return compare_articles(articles, options)


def collate(witnesses: Iterable[str | Witness]) -> Alignment:
    """Return one table of two or more short texts: a row per text, what corresponds in a column.

    A string is called "A", "B", … by its place. The order of the texts makes no difference but to
    the order of the rows. Raises InputError where there are fewer than two.
    """
    from workbench.comparison.collate import collate as collate_texts

    return collate_texts(witnesses)


def overlap(
    records: Iterable[Mapping[str, object] | str | Article], *, jobs: int | None = None
) -> Iterator[PassagePair]:
    """Yield every passage that two articles of an archive share.

    A record may also be a mapping with "id" and "text", and if wished "outlet", "headline",
    "published" and "url". `jobs` is how many processes work at once, by default one for each core;
    it makes no difference to the result. Raises RecordError where a mapping is not an article, and
    InputError where two articles have the same id.
    """
    from workbench.project.comparing import overlap_records

    return overlap_records(records, jobs)


def quotes(articles: Iterable[str | Article]) -> Quotations:
    """Return who is quoted in articles and in which words, and what is only mentioned.

    Each article is read for itself. Raises InputError where two have the same id.
    """
    from workbench.project.comparing import quote_articles

    return quote_articles(articles)


def open_project(path: str | PathLike[str]) -> Project:
    """Open a project file; raises ProjectError where it cannot be used."""
    from pathlib import Path

    from workbench.project.project import Project

    return Project.open(Path(path))


def __getattr__(name: str) -> object:
    if name != "Article":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from workbench.model import Article

    return Article
