"""From manual: a page of the manual, in the little Markdown that it is written in, as blocks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.formats.blocks import Cell, Grid, Heading, Listing, Paragraph, Role, Run, Style

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

PageBlock = Heading | Paragraph | Listing | Grid

SUFFIX = ".md"
LEAST_SHARE, MOST_SHARE = 20, 60
"""Code points of the longest cell of a column, as far as they count for the column's width."""

_TITLE = 1  # level of the heading that a page begins with
_FENCE = "```"
_HEADING = re.compile(r"(#{1,6}) (.+)")
_ENTRY = re.compile(r"(?m)^- ")
_PICTURE = re.compile(r"!\[(.+)\]\(([\w-]+\.png)\)", re.DOTALL)
_RULE = re.compile(r"\|[\s|:-]+\|")
_CELL_END = re.compile(r"(?<!\\)\|")
_INLINE = re.compile(r"`([^`]+)`|\*\*([^*]+)\*\*|\*([^*]+)\*|\[([^\]]+)\]\(([^)\s]+)\)")
_STYLES = (Style.CODE, Style.STRONG, Style.EMPHASIS)
_NO_LETTERS = re.compile(r"\W+")
_LINE = re.compile(r"\s*\n\s*")


@dataclass(frozen=True, slots=True)
class ManualPage:
    """One page: its name, which links know it by, its title, and its blocks, the title first."""

    name: str
    title: str
    blocks: tuple[PageBlock, ...]


def read_page(name: str, text: str) -> ManualPage:
    """Return a page of headings, paragraphs, lists, tables, lines of code and pictures.

    Of these and of `code`, **strong**, *emphasis* and [links](page.md) alone its Markdown consists
    (CommonMark, and the tables of GitHub's); whatever else is there is text. The anchor of a page
    is its name, and that of a heading in it the name, a hyphen and the heading's words.
    """
    blocks = tuple(_block(name, lines) for lines in _parts(text.splitlines()))
    title = next((each.text for each in blocks if isinstance(each, Heading)), name)
    return ManualPage(name, title, blocks)


def pages_named(text: str) -> tuple[str, ...]:
    """Return the names of the pages that a page links to, each once, in their order."""
    links = (match[5] for match in _INLINE.finditer(text) if match[5])
    names = (link.partition("#")[0].removesuffix(SUFFIX) for link in links if SUFFIX in link)
    return tuple(dict.fromkeys(names))


def words_of(page: ManualPage) -> str:
    """Return all words of a page, a line for each paragraph, entry and cell."""
    return "\n".join(line for block in page.blocks for line in _lines(block))


def _lines(block: PageBlock) -> Iterator[str]:
    if isinstance(block, Heading):
        yield block.text
    elif isinstance(block, Paragraph):
        yield _plain(block.runs)
    elif isinstance(block, Listing):
        yield from map(_plain, block.entries)
    else:
        yield from (*block.heads, *(_plain(cell.runs) for row in block.rows for cell in row))


def _plain(runs: Sequence[Run]) -> str:
    return "".join(run.text for run in runs)


def _parts(lines: Sequence[str]) -> Iterator[list[str]]:
    """Yield the lines of each block: those between empty ones, and those of code as they are."""
    is_code = False
    part: list[str] = []
    for line in lines:
        if line == _FENCE:
            is_code = not is_code
            part.append(line)
        elif line.strip() or is_code:
            part.append(line)
        elif part:
            yield part
            part = []
    if part:
        yield part


def _block(page: str, lines: list[str]) -> PageBlock:
    if lines[0] == _FENCE:
        return Paragraph((Run("\n".join(lines[1:-1]), Style.CODE),))
    if heading := _HEADING.fullmatch(lines[0]):
        return _heading(page, len(heading[1]), heading[2])
    if lines[0].startswith("|"):
        return _grid(page, lines)
    text = "\n".join(lines)
    if text.startswith("- "):
        return Listing(tuple(_runs(page, entry) for entry in _ENTRY.split(text) if entry))
    if picture := _PICTURE.fullmatch(text):
        return Paragraph((Run(_LINE.sub(" ", picture[1])),), Role.SOURCE, picture[2])
    return Paragraph(_runs(page, text))


def _heading(page: str, level: int, text: str) -> Heading:
    anchor = page if level == _TITLE else f"{page}-{_slug(text)}"
    return Heading(level, text, anchor)


def _slug(text: str) -> str:
    return _NO_LETTERS.sub("-", text.lower()).strip("-")


def _grid(page: str, lines: Sequence[str]) -> Grid:
    rows = [
        tuple(cell.strip().replace("\\|", "|") for cell in _CELL_END.split(line.strip())[1:-1])
        for line in lines
        if not _RULE.fullmatch(line.strip())
    ]
    lengths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
    shares = [min(max(length, LEAST_SHARE), MOST_SHARE) for length in lengths]
    return Grid(
        "",
        rows[0],
        tuple(tuple(Cell(_runs(page, cell)) for cell in row) for row in rows[1:]),
        tuple(share / sum(shares) for share in shares),
    )


def _runs(page: str, text: str) -> tuple[Run, ...]:
    """Return the runs of a text; a line break in it is a mere space."""
    text = _LINE.sub(" ", text.strip())
    runs: list[Run] = []
    end = 0
    for match in _INLINE.finditer(text):
        runs.append(Run(text[end : match.start()]))
        runs.append(_run(page, match))
        end = match.end()
    runs.append(Run(text[end:]))
    return tuple(run for run in runs if run.text)


def _run(page: str, match: re.Match[str]) -> Run:
    if match[5]:
        return Run(match[4], link=_link(page, match[5]))
    return next(
        Run(words, style) for words, style in zip(match.groups(), _STYLES, strict=False) if words
    )


def _link(page: str, target: str) -> str:
    """Return a link to another page, or to a place in it, as one within the document."""
    name, has_place, place = target.partition("#")
    if SUFFIX not in name and name:
        return target
    name = name.removesuffix(SUFFIX) or page
    return f"#{name}-{place}" if has_place else f"#{name}"
