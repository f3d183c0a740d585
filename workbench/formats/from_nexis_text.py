"""LexisNexis as it was, in plain text: wrapped lines, each article below a count."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.formats.decoding import unify_line_ends
from workbench.formats.nexis_article import is_old_label, old_article
from workbench.formats.nexis_count import announced_by, is_count
from workbench.formats.press_record import gather

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.formats.content import Content
    from workbench.formats.press_record import PressRecord
    from workbench.model.progress import Report
    from workbench.model.reading import FileReading

NAME = "nexis"

_BLANK_LINES = re.compile(r"\n[ \t]*\n\s*")


def is_nexis_text(content: Content) -> bool:
    """Whether a text holds articles of LexisNexis: a line counts each, and labels follow."""
    lines = content.source.splitlines()
    return any(map(is_count, lines)) and any(is_old_label(line) for line in lines)


def read_nexis_text(content: Content, report: Report) -> FileReading:
    """Read the articles of a text; the counts above them tell how many there should be."""
    lines = unify_line_ends(content.source).split("\n")
    return gather(content.path, NAME, _records(lines), report, announced_by(lines))


def _records(lines: list[str]) -> Iterator[PressRecord]:
    counts = [index for index, line in enumerate(lines) if is_count(line)]
    for start, end in zip(counts, [*counts[1:], len(lines)], strict=True):
        blocks = _BLANK_LINES.split("\n".join(lines[start + 1 : end]))
        yield old_article([" ".join(block.split()) for block in blocks if block.strip()])
