"""LexisNexis as it was, in a web page: each article between comments, its lines in order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.formats.nexis_article import old_article
from workbench.formats.nexis_count import announced_by, is_count, page_lines
from workbench.formats.page_tree import blocks_below, shown_tree
from workbench.formats.press_record import gather

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.formats.content import Content
    from workbench.formats.press_record import PressRecord
    from workbench.model.progress import Report
    from workbench.model.reading import FileReading

NAME = "nexis"

_DOCUMENT = re.compile(
    r"<DOCFULL>\s*-->(.*?)(?=<!--[^>]{0,200}?</DOCFULL>|<DOCFULL>|\Z)", re.DOTALL
)
_DOCUMENTS = re.compile(r"<meta\s[^>]{0,500}\bdocuments=\"(\d{1,6})\"", re.IGNORECASE)
_START = "<DOCFULL>"


def is_nexis_page(content: Content) -> bool:
    """Whether a page holds articles of LexisNexis."""
    return _START in content.source


def read_nexis_page(content: Content, report: Report) -> FileReading:
    """Read the articles of a page, which tells how many there should be."""
    count = _DOCUMENTS.search(content.source)
    announced = announced_by(page_lines(content.source), int(count[1]) if count else None)
    return gather(content.path, NAME, _records(content), report, announced)


def _records(content: Content) -> Iterator[PressRecord]:
    for match in _DOCUMENT.finditer(content.source):
        tree = shown_tree(content.path, match[1])
        blocks = [] if tree is None else list(blocks_below(tree))
        yield old_article([block for block in blocks if not is_count(block)])
