"""Words of a PDF: runs as the data from which a page is set, so that no word is ever code."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING
from unicodedata import category

from workbench.formats.blocks import Run, Style
from workbench.formats.to_printable import contained, to_printable
from workbench.text.direction import is_from_right

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

LONGEST = 20_000
"""Code points of a paragraph; a longer one goes on in another, for it is set as a whole."""

LONGEST_WORD = 40
LONGEST_CELL_WORD = 24
"""Letters of a word after which a line may end within it, in a paragraph and in a table."""

_WEB = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:-[A-Za-z]{4})?(?:-([A-Za-z]{2}))?(?![A-Za-z])")
_LETTERS = "[!-\u024f]"  # of scripts that do not break within words; others do, or have short ones
_SOFT_HYPHEN = "\u00ad"  # would be seen where a line ends, in the midst of words that are quoted
_SEEN = frozenset("LNPS")  # the first letters of the categories of what has a shape
_FILLERS = frozenset("\u115f\u1160\u3164\uffa0\u17b4\u17b5")  # letters without any
_MAY_BREAK = "\u200b"

Data = str | list[str] | dict[str, object]


def block_of(
    runs: Sequence[Run], home: str = "", longest_word: int = LONGEST_WORD
) -> dict[str, object]:
    """Return runs as a block: its pieces of words, and from which side they run.

    `home` is the language of the document, which is not said of each run again.
    """
    pieces = [piece(run, longest_word) for run in _joined(runs, home)]
    block: dict[str, object] = {"runs": pieces}
    if is_from_right("".join(run.text[:100] for run in runs)):
        block["right"] = 1
    return block


def _joined(runs: Iterable[Run], home: str) -> Iterator[Run]:
    """Yield runs, those that follow each other in one style as one: each costs time and memory."""

    def kind(run: Run) -> tuple[Style, str, str]:
        is_home = language_of(run.language).get("l", home) == home
        return run.style, run.link, "" if is_home else run.language

    for (style, link, language), group in groupby((run for run in runs if run.text), key=kind):
        yield Run("".join(contained(run.text) for run in group), style, link, language)


def piece(run: Run, longest_word: int = LONGEST_WORD) -> Data:
    """Return a run: its words alone where nothing else is to be said of it."""
    told: dict[str, object] = {}
    if run.style is not Style.PLAIN:
        told["s"] = run.style.value
    told |= language_of(run.language)
    if _is_seen(run.text):  # Typst fails at a link with nothing to click on
        told |= _target(run.link)
    if run.style is Style.CODE:
        longest_word = LONGEST
    words = lines_of(run.text, longest_word)
    return {"t": words, **told} if told else words


def _target(link: str) -> dict[str, object]:
    """Return where a link leads: to an anchor, or to an address of the web; else nothing."""
    if link.startswith("#"):
        return {"a": to_printable(link[1:])}
    return {"u": to_printable(link)} if _WEB.fullmatch(link) else {}


def lines_of(text: str, longest_word: int = LONGEST_WORD) -> str | list[str]:
    """Return words, or the lines of them; nothing in them turns what follows them."""
    lines = [_line(line, longest_word) for line in contained(to_printable(text)).split("\n")]
    return lines[0] if len(lines) == 1 else lines


def language_of(tag: str) -> dict[str, object]:
    """Return the language and the region of a BCP 47 tag, as far as it has them."""
    match = _LANGUAGE.match(tag)
    if not match:
        return {}
    told: dict[str, object] = {"l": match[1].lower()}
    return told | {"r": match[2].upper()} if match[2] else told


def portions(runs: Iterable[Run]) -> Iterator[tuple[Run, ...]]:
    """Yield runs paragraph by paragraph, none of which is too long."""
    portion: list[Run] = []
    length = 0
    for run in runs:
        for start in range(0, max(1, len(run.text)), LONGEST):
            text = run.text[start : start + LONGEST]
            if length and length + len(text) > LONGEST:
                yield tuple(portion)
                portion, length = [], 0
            portion.append(run if text == run.text else replace(run, text=text))
            length += len(text)
    if portion:
        yield tuple(portion)


def _line(line: str, longest_word: int) -> str:
    return re.sub(
        f"{_LETTERS}{{{longest_word}}}(?={_LETTERS})",
        lambda match: match[0] + _MAY_BREAK,
        line.replace("\t", " ").replace(_SOFT_HYPHEN, ""),
    )


def _is_seen(text: str) -> bool:
    """Tell whether anything of a text has a shape on paper."""
    return any(category(each)[0] in _SEEN for each in text if each not in _FILLERS)
