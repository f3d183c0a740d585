"""Lines drawn on pages, and the paragraphs a reader makes of them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from workbench.model.progress import Report, silent
from workbench.model.span import Span

WIDE_GAP = 1.35  # of the usual distance between lines: more white than that ends a paragraph
SHORT_LINE = 0.8  # of the column's width: a sentence that ends before it ends a paragraph
OTHER_SIZE = 1.12  # of the type size: headings are at least so much larger than text
INDENT = 0.8  # of the type size
EDGE_LINES = 2  # at the top and bottom of a page may be running heads
LONGEST_WORD = 200  # code points: of a line that is longer only the end is looked at
LONGEST_END = 12  # code points: a sentence ends in a mark and some that close
REPEATED_SHARE = 0.4  # of the pages: heads that alternate left and right stand on half of them

REPORT_EVERY = 1_000  # lines: often enough to stop at once, too seldom to cost time

_SENTENCE_END = re.compile(r"[.!?…:。！？][\"'”’»」)\]]*$")
_HYPHENATED = re.compile(r"(\w+(?:-\w+)*)-$")
_BEGUN = re.compile(r"[\w-]*$")
_CONTINUED = re.compile(r"\w+")
_COMPOUND = re.compile(r"(?<!\w)\w++(?:-\w++)+")
_ONLY_PAGE = re.compile(r"\W*(?:page\s+)?1(?:\s*(?:/|of)\s*1)?\W*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page; the measures are in points, the baseline counts from the bottom."""

    text: str
    page: int
    left: float
    right: float
    baseline: float
    size: float


def without_running_heads(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Leave out what stands at the same edge of most pages, numbers in it aside."""
    pages: dict[int, list[Line]] = {}
    for line in lines:
        pages.setdefault(line.page, []).append(line)
    edges: dict[int, set[Line]] = {}
    for number, page in pages.items():
        by_height = sorted(page, key=lambda line: line.baseline)
        edges[number] = {*by_height[:EDGE_LINES], *by_height[-EDGE_LINES:]}
    counts = Counter(key for edge in edges.values() for key in {_edge_key(line) for line in edge})
    heads = {key for key, n in counts.items() if n > 1 and n > REPEATED_SHARE * len(pages)}
    return tuple(
        line
        for line in lines
        if line not in edges[line.page]
        or not (_edge_key(line) in heads or (len(pages) == 1 and _ONLY_PAGE.fullmatch(line.text)))
    )


def _edge_key(line: Line) -> tuple[str, int]:
    return re.sub(r"\d+", "#", line.text), round(line.baseline)


@dataclass(frozen=True, slots=True)
class Prose:
    """Paragraphs divided by blank lines, and the words in them that had been divided."""

    text: str
    rejoined: tuple[Span, ...]


def prose_of(lines: tuple[Line, ...], report: Report = silent) -> Prose:
    """Join lines into paragraphs, which may run on over columns and pages.

    A word divided at a line end is put together where it goes on in lower case; it keeps its
    hyphen where the same compound stands elsewhere with one. `report` is asked now and then and
    may raise Cancelled.
    """
    report(0, len(lines))
    compounds = frozenset(word for line in lines for word in _COMPOUND.findall(line.text))
    gaps = [gap for a, b in pairwise(lines) if 0 < (gap := _gap(a, b)) < 3 * a.size]
    usual_gap = sorted(gaps)[(len(gaps) - 1) // 2] if gaps else 0.0
    report(0, len(lines))
    reaches = _reaches(lines)
    writer = _Writer(compounds)
    previous: Line | None = None
    for place, line in enumerate(lines):
        if place % REPORT_EVERY == 0:
            report(place, len(lines))
        begins = previous is None or _begins_paragraph(
            previous, line, usual_gap, reaches[place - 1]
        )
        writer.add(line.text, begins=begins)
        previous = line
    return writer.prose()


class _Writer:
    """A text while it is put together from its lines."""

    def __init__(self, compounds: frozenset[str]) -> None:
        self._compounds = compounds
        self._pieces: list[str] = []
        self._length = 0
        self._rejoined: list[Span] = []

    def add(self, line: str, *, begins: bool) -> None:
        if self._pieces:
            self._write("\n\n" if begins else self._joint(line))
        self._write(line)

    def prose(self) -> Prose:
        return Prose("".join(self._pieces), tuple(self._rejoined))

    def _write(self, piece: str) -> None:
        self._pieces.append(piece)
        self._length += len(piece)

    def _joint(self, following: str) -> str:
        """Return what stands between the last line and the next, the hyphen taken away or not."""
        last = self._pieces[-1]
        divided = _HYPHENATED.search(last[-LONGEST_WORD:]) if last.endswith("-") else None
        is_soft = last.endswith("\u00ad")
        if divided is None and not is_soft:
            return " "
        rest = _CONTINUED.match(following)
        if not is_soft and not self._is_one_word(divided, rest, following):
            return ""
        begun = _BEGUN.search(last[-LONGEST_WORD:-1])
        self._pieces[-1] = last[:-1]
        self._length -= 1
        start = self._length - (len(begun[0]) if begun else 0)
        self._rejoined.append(Span(start, self._length + (rest.end() if rest else 0)))
        return ""

    def _is_one_word(
        self, divided: re.Match[str] | None, rest: re.Match[str] | None, following: str
    ) -> bool:
        if divided is None or not following[:1].islower():
            return False
        return rest is None or f"{divided[1]}-{rest[0]}" not in self._compounds


def _gap(above: Line, below: Line) -> float:
    """Measure how far down the next line stands; not positive at a new column or page."""
    return above.baseline - below.baseline if above.page == below.page else 0.0


def _reaches(lines: tuple[Line, ...]) -> list[float]:
    """Find, for each line, how far to the right the lines of its column go."""
    furthest: dict[tuple[int, int], float] = {}
    for line in lines:
        for column in _columns(line):
            furthest[column] = max(line.right, furthest.get(column, line.right))
    return [max(furthest[column] for column in _columns(line)) for line in lines]


def _columns(line: Line) -> tuple[tuple[int, int], ...]:
    """Name the strips of the page, one paragraph indent wide, that the line may begin in."""
    strip = int(line.left // max(3 * line.size, 1.0))
    return ((line.page, strip), (line.page, strip + 1))


def _begins_paragraph(above: Line, below: Line, usual_gap: float, reach: float) -> bool:
    sizes = sorted((above.size, below.size))
    if sizes[1] > OTHER_SIZE * sizes[0]:
        return True
    ended = _SENTENCE_END.search(above.text[-LONGEST_END:]) is not None
    gap = _gap(above, below)
    if gap <= 0:
        return ended and not below.text[:1].islower()
    if gap > WIDE_GAP * usual_gap:
        return True
    indented = INDENT * above.size < below.left - above.left
    short = above.right - above.left < SHORT_LINE * (reach - above.left)
    return indented or (short and ended)
