"""RIS: the articles as literature for EndNote, Zotero, Citavi and library catalogues."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.formats.bibliography import entry_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbench.formats.bylines import Name
    from workbench.model import Article

LINE_END = "\r\n"  # as the format wants it


def to_ris(articles: Iterable[Article]) -> str:
    """Return a bibliography of the articles as RIS, each field on one line."""
    return LINE_END.join(map(_record, articles))


def _record(article: Article) -> str:
    entry = entry_of(article)
    fields = (
        *(("AU", _name(name)) for name in entry.authors),
        ("TI", entry.title),
        ("T2", entry.outlet),
        ("PY", f"{entry.published[0]:04}" if entry.published else ""),
        ("DA", _date(entry.published)),
        ("Y2", _date(entry.retrieved)),
        ("SE", entry.section),
        ("SP", entry.page),
        ("LA", entry.language),
        ("UR", entry.url),
        ("ID", entry.id),
    )
    told = [(tag, value) for tag, value in fields if value]
    lines = [("TY", "NEWS"), *told, ("ER", "")]
    return "".join(f"{tag}  - {value}{LINE_END}" for tag, value in lines)


def _name(name: Name) -> str:
    return f"{name.family}, {name.given}" if name.given else name.family


def _date(day: tuple[int, ...]) -> str:
    """Return a day as the format wants it: year/month/day/, what is not known left empty."""
    year, *rest = [f"{part:02}" for part in day] or [""]
    return "/".join([f"{year:0>4}", *rest, *[""] * (3 - len(rest))]) if day else ""
