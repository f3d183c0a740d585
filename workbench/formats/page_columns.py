"""Columns of a page: its lines in the order in which a reader goes through them."""

from __future__ import annotations

from dataclasses import replace
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workbench.formats.page_lines import Line

MIN_LINES = 4  # of a column, beside as many of another: fewer may be a heading or an address
MIN_WIDTH = 7.0  # of a column, in type sizes: what is narrower is a table
MIN_GUTTER = 0.5  # between columns, in type sizes
MAX_CROSSING = 0.3  # of a column's lines: so many headings and pictures may cut through it
MAX_LINES = 3_000  # of a page: above, the order of drawing is kept
MAX_DEPTH = 12  # of columns within columns


def in_reading_order(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines of one page column by column, as a newspaper is read.

    Where no columns are found the order of drawing stays, and what a wide blank divided is one
    line again. What runs across two columns is read between what stands above and below it.
    """
    if len(lines) > MAX_LINES:
        return tuple(lines)
    return tuple(_rejoined(_ordered(list(lines), MAX_DEPTH)))


def _ordered(lines: list[Line], depth: int) -> list[list[Line]]:
    """Return the lines in groups; only within a group one goes on from the line before it."""
    found = _gutter(lines) if depth and len(lines) >= 2 * MIN_LINES else None
    if found is None:
        return [lines]
    gutter, top, bottom = found
    above = [line for line in lines if line.baseline > top]
    below = [line for line in lines if line.baseline < bottom]
    groups = _ordered(above, depth - 1) if above else []
    inside = [line for line in lines if bottom <= line.baseline <= top]
    across = sorted((line for line in inside if _crosses(line, gutter)), key=_downwards)
    for high, low in zip([None, *across], [*across, None], strict=True):
        band = [
            line
            for line in inside
            if not _crosses(line, gutter)
            and (high is None or line.baseline <= high.baseline)
            and (low is None or line.baseline > low.baseline)
        ]
        for column in (
            [line for line in band if line.left < gutter],
            [line for line in band if line.left >= gutter],
        ):
            groups += _ordered(column, depth - 1) if column else []
        groups += [[low]] if low is not None else []
    return groups + (_ordered(below, depth - 1) if below else [])


def _downwards(line: Line) -> tuple[float, float]:
    return -line.baseline, line.left


def _gutter(lines: list[Line]) -> tuple[float, float, float] | None:
    """Find the gutter with the most lines beside it, and between which heights it runs.

    It stands where many lines begin and, beside them, as many end before it.
    """
    best: tuple[float, float, float] | None = None
    most = 0
    for edge in sorted({round(line.left) for line in lines}):
        right = [line for line in lines if abs(line.left - edge) <= 1]
        if len(right) < MIN_LINES or len(right) <= most:
            continue
        top, bottom = max(r.baseline for r in right), min(r.baseline for r in right)
        gutter = edge - 1.5
        beside = [line for line in lines if bottom <= line.baseline <= top]
        left = [one for one in beside if one.right < gutter - MIN_GUTTER * one.size]
        across = sum(_crosses(line, gutter) for line in beside)
        if across <= MAX_CROSSING * len(right) and _is_column(left) and _is_column(right):
            best, most = (gutter, top, bottom), len(right)
    return best


def _crosses(line: Line, gutter: float) -> bool:
    return line.left < gutter < line.right


def _is_column(lines: list[Line]) -> bool:
    """Whether lines are as many and as long as those of a column of prose."""
    return len(lines) >= MIN_LINES and (
        median((line.right - line.left) / max(line.size, 1.0) for line in lines) >= MIN_WIDTH
    )


def _rejoined(groups: list[list[Line]]) -> Iterator[Line]:
    """Put together again what stands at one height in one column."""
    for group in groups:
        held: Line | None = None
        for line in group:
            if held is not None and _goes_on(held, line):
                held = replace(held, text=f"{held.text} {line.text}", right=line.right)
                continue
            if held is not None:
                yield held
            held = line
        if held is not None:
            yield held


def _goes_on(line: Line, after: Line) -> bool:
    is_level = abs(line.baseline - after.baseline) <= line.size / 2
    return is_level and after.left > line.right
