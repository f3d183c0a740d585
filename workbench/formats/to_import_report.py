"""Import reports: what files announced and held, and what became of each article, as a page."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from workbench import resources
from workbench.formats.to_printable import to_printable, to_terminal
from workbench.model.errors import ArticleError

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.model.errors import FileError


@dataclass(frozen=True, slots=True)
class ReportedArticle:
    """An article that was read: what is known of it, and what became of it.

    `fate` is "article", "revision" or "left out", `likeness` what it was to the known ones, `other`
    the headline of the one that it is like, `words` a count.
    """

    headline: str
    outlet: str
    published: str
    words: int
    fate: str
    likeness: str
    other: str = ""


@dataclass(frozen=True, slots=True)
class ReportedFile:
    """A file: how many articles it announced (None where it does not say), held and lacked.

    `imported`, `revised`, `known` and `left_out` count what became of those it held; `articles`
    lists as many of them as are kept, those first that are not plainly imported.
    """

    path: str
    reader: str
    announced: int | None
    found: int
    missing: int
    unreadable: int
    imported: int
    revised: int
    known: int
    left_out: int
    skipped: tuple[FileError, ...] = ()
    articles: tuple[ReportedArticle, ...] = ()

    @property
    def name(self) -> str:
        """The name of the file without its folder."""
        return PurePath(self.path).name or self.path

    @property
    def unlisted(self) -> int:
        """How many of its articles are counted only."""
        return self.found - len(self.articles)

    @property
    def aside(self) -> tuple[ArticleError, ...]:
        """The articles that were set aside with their raw text."""
        return tuple(
            error for error in self.skipped if isinstance(error, ArticleError) and error.raw
        )


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What became of one import; `when` is ISO 8601."""

    when: str
    files: tuple[ReportedFile, ...]

    @property
    def title(self) -> str:
        """The day and the minute."""
        return self.when[:16].replace("T", " ")

    def total(self, field: str) -> int:
        """Return the sum of a count over all files; one that is not known is none."""
        return sum(getattr(file, field) or 0 for file in self.files)


@dataclass(frozen=True, slots=True)
class ReportWords:
    """The words that a report takes from above: the sentence of an error, a reader's name."""

    why: Callable[[FileError], str]
    reader: Callable[[str], str]


def import_report_to_html(report: ImportReport, words: ReportWords) -> str:
    """Return the report as a page that needs no network."""
    from workbench.formats.to_page import render

    style = resources.read_text("templates/page.css") + resources.read_text("templates/report.css")
    digest = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
    told = {"report": report, "why": words.why, "reader": words.reader}
    return to_printable(
        render("import_report.html.jinja", style=style, style_digest=digest, **told)
    )


def import_report_to_text(report: ImportReport, words: ReportWords) -> str:
    """Return the report as plain text, its lines as long as they are."""
    from workbench.formats.to_page import render

    told = {"report": report, "why": words.why, "reader": words.reader}
    return render("import_report.txt.jinja", plain=_on_one_line, **told)


def _on_one_line(text: str) -> str:
    return " ".join(to_terminal(text).split())
