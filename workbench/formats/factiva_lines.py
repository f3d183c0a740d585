"""The lines above an article of Factiva, which have no labels: told apart by their shapes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.formats.press_dates import is_dated
from workbench.formats.press_words import is_rights
from workbench.text.language import as_tag

if TYPE_CHECKING:
    from collections.abc import Sequence

MAX_PAGE_CHARACTERS = 12

_WORDS = re.compile(r"\d[\d.,\s]*\s\w*[^\W\d]\w*|\d[\d.,\s]*\s\S+")
_CLOCK = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?(?: ?[AP]M)?(?: GMT| UTC)?", re.IGNORECASE)
_CODE = re.compile(r"[A-Z][A-Z0-9]{1,7}")
_RECORD = re.compile(
    r"(?:Document|Dokument|Documento)\s+((?=\w{1,32}\d{8})[a-z][a-z0-9]{15,39})\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class FactivaLines:
    """What the lines from the word count to the copyright tell; `above` are those before."""

    above: tuple[str, ...] = ()
    words: str = ""
    date: str = ""
    outlet: str = ""
    page: str = ""
    language: str = ""
    count: int = 0  # of all these lines


def factiva_lines(lines: Sequence[str]) -> FactivaLines | None:
    """Tell the lines apart, None where no word count is followed by a date."""
    for index in range(len(lines) - 1):
        if _WORDS.fullmatch(lines[index]) and is_dated(lines[index + 1]):
            return _from_words(lines, index)
    return None


def holds_number(source: str) -> bool:
    """Whether a number of an article stands anywhere in a text."""
    return _RECORD.search(source) is not None


def record_number(line: str) -> str:
    """Return the number that the last line of an article gives it; "" for other lines."""
    match = _RECORD.fullmatch(line.strip())
    return match[1] if match else ""


def _from_words(lines: Sequence[str], words: int) -> FactivaLines:
    date, at = lines[words + 1], words + 2
    if at < len(lines) and _CLOCK.fullmatch(lines[at]):
        date, at = f"{date} {lines[at]}", at + 1
    outlet = lines[at] if at < len(lines) else ""
    end = next((i for i in range(at + 1, len(lines)) if is_rights(lines[i])), None)
    facts = list(lines[at + 1 : end]) if end is not None else _until_language(lines[at + 1 :])
    language = as_tag(facts[-1]) if facts and not _CODE.fullmatch(facts[-1]) else ""
    between = facts[1:-1] if language else facts[1:]
    page = between[-1] if between and _is_page(between[-1]) else ""
    count = min(len(lines), at + 1 + len(facts) + (end is not None))
    return FactivaLines(
        above=tuple(lines[:words]),
        words=lines[words],
        date=date,
        outlet=outlet,
        page=page,
        language=language,
        count=count,
    )


def _until_language(lines: Sequence[str]) -> list[str]:
    """Return the lines up to the language, where no copyright ends them."""
    for index, line in enumerate(lines[:5]):
        if index and as_tag(line) and not _CODE.fullmatch(line):
            return list(lines[: index + 1])
    return list(lines[:1]) if lines and _CODE.fullmatch(lines[0]) else []


def _is_page(line: str) -> bool:
    return len(line) <= MAX_PAGE_CHARACTERS and any(character.isdigit() for character in line)
