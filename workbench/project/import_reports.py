"""Import reports: what became of each import, kept with the project and written for keeping."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from typing import TYPE_CHECKING

from workbench.formats.to_import_report import (
    ImportReport,
    ReportedArticle,
    ReportedFile,
    ReportWords,
    import_report_to_html,
    import_report_to_text,
)
from workbench.model import ArticleError, FileError, FileProblem
from workbench.project.duplicates import Likeness
from workbench.project.import_preview import Fate
from workbench.project.writing import write_whole

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path
    from typing import Any

    from workbench.project.import_preview import Newcomer, Preview, ReadFile

__all__ = [
    "REPORTS", "ImportReport", "ReportWords", "kept_reports", "report_of", "report_text",
    "with_report", "write_report",
]  # fmt: skip

REPORTS = "import_reports"
"""The setting of the project that has the reports."""

MOST_REPORTS = 20
MOST_CHARACTERS = 1_000_000  # of all reports as they are kept; the oldest go first
MOST_LISTED = 1_000  # articles of a file; the others are counted
MOST_ERRORS = 1_000  # of a file
MOST_RAW = 10_000  # code points of what was set aside

_KNOWN = (Likeness.SAME, Likeness.RENAMED)


def report_of(preview: Preview, headlines: Mapping[str, str], when: str) -> ImportReport:
    """Return the report of an import as it stands in its preview.

    `headlines` are those of the known articles by their ids, `when` is ISO 8601.
    """
    named = {**headlines, **{each.article.id: each.article.headline for each in preview.newcomers}}
    by_file: dict[int, list[Newcomer]] = {}
    for each in preview.newcomers:
        by_file.setdefault(each.file, []).append(each)
    return ImportReport(
        when,
        tuple(
            _file(file, by_file.get(place, ()), named) for place, file in enumerate(preview.files)
        ),
    )


def with_report(kept: str, report: ImportReport) -> str:
    """Return the setting with one more report, without the oldest where they are too many."""
    reports = [_as_dict(each) for each in (report, *kept_reports(kept))][:MOST_REPORTS]
    sizes = [len(json.dumps(each, ensure_ascii=False)) for each in reports]
    while len(reports) > 1 and sum(sizes) > MOST_CHARACTERS:
        reports.pop()
        sizes.pop()
    return json.dumps(reports, ensure_ascii=False)


def kept_reports(kept: str) -> tuple[ImportReport, ...]:
    """Return the reports in the setting, the latest first; none where it is damaged."""
    try:
        return tuple(_from_dict(each) for each in json.loads(kept or "[]"))
    except (ValueError, TypeError, KeyError):
        return ()


def report_text(report: ImportReport, words: ReportWords) -> str:
    """Return a report as plain text."""
    return import_report_to_text(report, words)


def write_report(report: ImportReport, words: ReportWords, path: Path) -> None:
    """Write a report, as plain text where the name ends so, else as a page; raises OutputError."""
    is_text = path.suffix.lower() == ".txt"
    write = import_report_to_text if is_text else import_report_to_html
    write_whole(path, write(report, words))


def _file(file: ReadFile, newcomers: Sequence[Newcomer], named: Mapping[str, str]) -> ReportedFile:
    fates = [each.fate for each in newcomers]
    out = [each for each in newcomers if each.fate is Fate.OUT]
    known = sum(each.likeness in _KNOWN for each in out)
    listed = sorted(newcomers, key=_is_plain)[:MOST_LISTED]
    return ReportedFile(
        file.path,
        file.reader,
        file.announced,
        file.found,
        file.missing,
        file.unreadable,
        fates.count(Fate.ARTICLE),
        fates.count(Fate.REVISION),
        known,
        len(out) - known,
        tuple(map(_shortened, file.skipped[:MOST_ERRORS])),
        tuple(_article(each, named) for each in listed),
    )


def _is_plain(newcomer: Newcomer) -> bool:
    return newcomer.likeness is Likeness.NEW and newcomer.fate is Fate.ARTICLE


def _article(newcomer: Newcomer, named: Mapping[str, str]) -> ReportedArticle:
    article = newcomer.article
    return ReportedArticle(
        article.headline,
        article.outlet,
        article.published,
        len(article.text.split()),
        newcomer.fate.value,
        newcomer.likeness.value,
        named.get(newcomer.other, ""),
    )


def _shortened(error: FileError) -> FileError:
    """Return an error with no more of its raw text than is kept."""
    if not isinstance(error, ArticleError):
        return error
    return ArticleError(
        error.path,
        error.problem,
        error.detail,
        place=error.place,
        headline=error.headline,
        raw=error.raw[:MOST_RAW],
    )


def _as_dict(report: ImportReport) -> dict[str, Any]:
    files = [
        {**asdict(replace(file, skipped=())), "skipped": [_error_dict(one) for one in file.skipped]}
        for file in report.files
    ]
    return {"when": report.when, "files": files}


def _error_dict(error: FileError) -> dict[str, object]:
    told: dict[str, object] = {
        "path": error.path, "problem": error.problem.value, "detail": error.detail
    }  # fmt: skip
    if isinstance(error, ArticleError):
        told |= {"place": error.place, "headline": error.headline, "raw": error.raw}
    return told


def _from_dict(kept: Mapping[str, Any]) -> ImportReport:
    files = []
    for each in kept["files"]:
        articles = tuple(ReportedArticle(**one) for one in each.pop("articles"))
        skipped = tuple(_error(**one) for one in each.pop("skipped"))
        files.append(ReportedFile(**each, skipped=skipped, articles=articles))
    return ImportReport(kept["when"], tuple(files))


def _error(
    path: str, problem: str, detail: str, place: int = 0, headline: str = "", raw: str = ""
) -> FileError:
    if not place:
        return FileError(path, FileProblem(problem), detail)
    return ArticleError(path, FileProblem(problem), detail, place=place, headline=headline, raw=raw)
