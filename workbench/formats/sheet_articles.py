"""Sheet of articles: what is known of each, and what a cell of another sheet says of one."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from workbench.formats.bibliography import one_line
from workbench.formats.sheets import Column, Kind, Table, day, number, words
from workbench.model.outlet import Outlet
from workbench.model.siglum import siglum

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.formats.report_matter import Matter
    from workbench.formats.sheets import Value
    from workbench.model import Article

SHA = Column("SHA-256 of the text", width=24)
ARTICLE = Column("Article ID", width=12)
CITATION = words("Citation")
ADDRESS = Column("Address", Kind.LINK, 32)


def articles(matter: Matter) -> Table:
    """Return the table of articles, a row for each."""
    columns = (
        Column("Siglum", width=8),
        Column("Outlet", width=22),
        Column("Headline", width=44),
        Column("Byline", width=22),
        day("Published"),
        Column("Section"),
        Column("Page", width=8),
        Column("Language", width=10),
        Column("Country"),
        Column("Owner"),
        number("Characters", 12),
        number("Words printed", 14),
        ADDRESS,
        day("Retrieved"),
        Column("Record in the database", width=22),
        Column("File", width=24),
        number("Earlier texts", 12),
        CITATION,
        SHA,
        ARTICLE,
    )
    return Table("Articles", columns, _rows(matter))


def _rows(matter: Matter) -> Iterator[tuple[Value, ...]]:
    outlets = {outlet.name: outlet for outlet in matter.dossier.outlets}
    for place, article in enumerate(matter.dossier.articles):
        outlet = outlets.get(article.outlet, Outlet(article.outlet))
        yield (
            siglum(place),
            *source(article),
            one_line(article.section),
            one_line(article.page),
            article.language,
            one_line(outlet.country),
            one_line(outlet.group),
            len(article.text),
            article.printed_words or "",
            one_line(article.url),
            article.retrieved,
            one_line(article.record),
            PurePath(article.path).name,
            article.revision,
            citation(matter, article),
            article.sha256,
            article.id,
        )


def source(article: Article) -> tuple[str, str, str, str]:
    """Return outlet, headline, byline and date of an article."""
    told = (article.outlet, article.headline, article.byline)
    outlet, headline, byline = map(one_line, told)
    return outlet, headline, byline, article.published


def citation(matter: Matter, article: Article) -> str:
    """Return the citation of an article as plain words."""
    return "".join(run.text for run in matter.citation(article))


def short_source(article: Article) -> tuple[str, str, str]:
    """Return outlet, headline and date of an article."""
    outlet, headline, _, published = source(article)
    return outlet, headline, published
