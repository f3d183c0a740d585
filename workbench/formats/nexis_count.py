"""The line above each article of LexisNexis that counts it: "12 of 500 DOCUMENTS"."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from workbench.formats.press_record import Announcement

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_COUNT = re.compile(
    r"\s*(?:(?:Dokument|Document|Documento)\s+)?(\d{1,6})\s+(?:of|von|de|van|di|sur)\s+(\d{1,6})"
    r"(?:\s+(?:DOCUMENTS?|DOKUMENTEN?|DOCUMENTEN|DOCUMENTOS?|DOCUMENTI))?\s*",
    re.IGNORECASE,
)
_NOUN = re.compile(r"do[ck]um", re.IGNORECASE)


def page_lines(source: str) -> Iterator[str]:
    """List what stands between the marks of a page, each as one line."""
    return (piece.rpartition(">")[2].strip() for piece in source.split("<"))


def is_count(line: str) -> bool:
    """Whether a line is nothing but the count of an article."""
    return _NOUN.search(line) is not None and _COUNT.fullmatch(line) is not None


def announced_by(lines: Iterable[str], told: int | None = None) -> Announcement:
    """Return what the counts above the articles announce; a number `told` elsewhere goes before.

    Where their totals differ it is what most of them say. A file that begins with a later one
    goes on from another file: then it is as many as there are from its first to its last.
    """
    matches = (_COUNT.fullmatch(line) for line in lines if is_count(line))
    counts = [(int(match[1]), int(match[2])) for match in matches if match]
    if not counts:
        return Announcement(told)
    totals = Counter(total for _, total in counts)
    total = max(totals, key=lambda total: (totals[total], total))
    places = sorted({number for number, _ in counts})
    last = total if 1 in places else places[-1]
    absent = [(place, "") for place in range(places[0], last + 1) if place not in places]
    count = last - places[0] + 1 if told is None else told
    return Announcement(count, lambda _: absent, tuple(places), total)
