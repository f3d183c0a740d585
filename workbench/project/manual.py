"""Manual: its pages, filled in with what the program tells of itself, and written out whole."""

from __future__ import annotations

import re
from dataclasses import asdict
from typing import TYPE_CHECKING

import workbench
from workbench import resources
from workbench.comparison.options import CompareOptions
from workbench.formats.from_manual import ManualPage, pages_named, read_page, words_of
from workbench.project.export_formats import EXPORT_FORMATS
from workbench.store.backup import DAYS, LATEST, WEEKS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from workbench.model import Report

__all__ = [
    "CONTENTS",
    "FORMATS",
    "ManualPage",
    "code",
    "manual_pages",
    "page_html",
    "picture",
    "table",
    "words_of",
    "write_manual",
]

CONTENTS = "contents"
"""The page that the manual begins with: the others come in the order in which it names them."""

FORMATS = ("html", "pdf")

_TITLE = "Crossread: the manual"
_TOLD = re.compile(r"\{\{ (\w+) \}\}|\{(\w+!?)\}")


def manual_pages(told: Mapping[str, str]) -> tuple[ManualPage, ...]:
    """Return all pages, the contents first.

    In their text `{name}` and `{{ name }}` stand for what is `told` under that name, or for what
    this module tells of files, formats and tables. Raises KeyError where nothing is told.
    """
    told = {**_own(), **told}
    text = _filled(CONTENTS, told)
    pages = [read_page(CONTENTS, text)]
    pages += (read_page(name, _filled(name, told)) for name in pages_named(text))
    return tuple(pages)


def page_html(page: ManualPage) -> str:
    """Return a page as the text browser of a window shows it."""
    from workbench.formats.to_help_page import write_help_page

    return write_help_page(page.blocks)


def picture(name: str) -> bytes:
    """Return a picture of the manual as PNG; raises OSError where there is none of that name."""
    from workbench.formats.blocks import PICTURES

    return resources.path(f"{PICTURES}/{name}").read_bytes()


def write_manual(pages: Iterable[ManualPage], form: str, report: Report) -> bytes:
    """Return pages as one document, without their table of contents, which each format has."""
    from workbench.formats.blocks import Document

    blocks = [block for page in pages if page.name != CONTENTS for block in page.blocks]
    facts = (("Version", workbench.__version__), ("In the program", "F1"))
    document = Document(_TITLE, "For those who compare articles", "", "en", facts, blocks)
    if form == "pdf":
        from workbench.formats.to_pdf import write_pdf

        return write_pdf(document, report)
    from workbench.formats.to_web_page import write_web_page

    return write_web_page(document, report)


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table as the pages have it; the words of a cell may be marked as theirs are."""
    lines = [heads, ["-"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(_cell(cell) for cell in line)} |" for line in lines)


def code(words: str) -> str:
    """Return words as the pages have what is typed: nothing for none."""
    return f"`{words}`" if words else ""


def _cell(words: str) -> str:
    return " ".join(words.split()).replace("|", "\\|")


def _filled(name: str, told: Mapping[str, str]) -> str:
    text = resources.read_text(f"manual/{name}.md")
    return _TOLD.sub(lambda found: told[found[1] or found[2]], text)


def _own() -> dict[str, str]:
    """Return what is told of numbers, files, formats and tables."""
    numbers = {f"option_{name}": str(value) for name, value in asdict(CompareOptions()).items()}
    kept = {"backups_latest": LATEST, "backups_days": DAYS, "backups_weeks": WEEKS}
    return {
        **numbers,
        **{name: str(value) for name, value in kept.items()},
        "format_table": table(
            ("Format", "Files"), ((code(each.name), code(each.suffix)) for each in EXPORT_FORMATS)
        ),
        "reader_table": _readers(),
        "file_tables": _tables(),
    }


def _readers() -> str:
    from workbench.formats.kinds import READERS

    rows = (
        (code(each.name), ", ".join(map(code, each.suffixes)), f"{each.max_bytes // 10**6:,} MB")
        for each in READERS
    )
    return table(("Kind", "Files", "Largest"), rows)


def _tables() -> str:
    from workbench.store.schema import TABLES

    return "\n\n".join(
        f"## {each.name}\n\nHolds {each.meaning}.\n\n"
        + table(
            ("Column", "What it holds"),
            (
                (code(name), meaning)
                for name, (_, meaning) in zip(each.column_names, each.columns, strict=True)
            ),
        )
        for each in TABLES
    )
