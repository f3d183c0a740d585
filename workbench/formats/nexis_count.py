"""The line above each article of LexisNexis that counts it: "12 of 500 DOCUMENTS"."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

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


def absent_from(lines: Iterable[str], announced: int | None) -> list[tuple[int, str]]:
    """List the places that no line counts, from 1 to the number announced; nobody knows names."""
    matches = (_COUNT.fullmatch(line) for line in lines if is_count(line))
    numbers = {int(match[1]) for match in matches if match}
    return [(place, "") for place in range(1, (announced or 0) + 1) if place not in numbers]


def announced_count(lines: Iterable[str]) -> int | None:
    """How many articles the counts announce, None without any.

    Where they differ it is what most of them say. A file that begins with a later one goes on
    from another file: then it is as many as there are from its first to its last.
    """
    matches = (_COUNT.fullmatch(line) for line in lines if is_count(line))
    counts = [(int(match[1]), int(match[2])) for match in matches if match]
    if not counts:
        return None
    numbers = [number for number, _ in counts]
    if 1 not in numbers:
        return max(numbers) - min(numbers) + 1
    totals = Counter(total for _, total in counts)
    return max(totals, key=lambda total: (totals[total], total))
