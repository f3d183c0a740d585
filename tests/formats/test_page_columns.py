"""The lines of pages in the order in which they are read."""

import random

import pytest

from workbench.formats import page_columns
from workbench.formats.page_columns import in_reading_order
from workbench.formats.page_lines import Line

LEADING = 14.0


def column(name, count, *, left, width=180.0, top=700.0):
    return [
        Line(f"{name}{n}", 0, left, left + width, top - n * LEADING, 10.0) for n in range(count)
    ]


def line(text, top, *, left=50.0, width=460.0):
    return Line(text, 0, left, left + width, top, 10.0)


def rows(*columns):
    """Lines as programs draw them that know no columns: row by row."""
    return [each for row in zip(*columns, strict=True) for each in row]


def texts(lines):
    return " ".join(each.text for each in in_reading_order(lines))


def test_two_columns_are_read_one_after_the_other():
    left, right = column("a", 5, left=50), column("b", 5, left=260)
    assert texts(rows(left, right)) == "a0 a1 a2 a3 a4 b0 b1 b2 b3 b4"
    assert texts(left + right) == "a0 a1 a2 a3 a4 b0 b1 b2 b3 b4"
    assert texts(right + left) == "a0 a1 a2 a3 a4 b0 b1 b2 b3 b4"


def test_three_columns_below_a_heading_and_above_a_footer():
    lines = rows(
        *(
            column(name, 4, left=left, width=120)
            for name, left in zip("abc", (50, 190, 330), strict=True)
        )
    )
    around = [line("head", 730), *lines, line("foot", 600)]
    assert texts(around) == "head a0 a1 a2 a3 b0 b1 b2 b3 c0 c1 c2 c3 foot"


def test_what_runs_across_divides_what_stands_above_and_below_it():
    left, right = column("a", 9, left=50), column("b", 9, left=260)
    across = line("across", 700 - 4.5 * LEADING)
    told = "a0 a1 a2 a3 a4 b0 b1 b2 b3 b4 across a5 a6 a7 a8 b5 b6 b7 b8"
    assert texts([across, *rows(left, right)]) == told


def test_two_layouts_on_one_page():
    upper = rows(column("a", 4, left=50), column("b", 4, left=260))
    lower = rows(
        *(
            column(name, 5, left=left, width=110, top=600)
            for name, left in zip("cde", (50, 185, 320), strict=True)
        )
    )
    told = "a0 a1 a2 a3 b0 b1 b2 b3 c0 c1 c2 c3 c4 d0 d1 d2 d3 d4 e0 e1 e2 e3 e4"
    assert texts(upper + lower) == told


@pytest.mark.parametrize(
    "lines",
    [
        [],
        column("a", 1, left=50),
        column("a", 9, left=50),
        column("a", 4, left=50) + column("b", 4, left=62, top=640),  # indented
        column("b", 4, left=260) + column("a", 4, left=50, top=600),  # not beside each other
    ],
)
def test_where_there_are_no_columns_the_order_of_drawing_stays(lines):
    assert in_reading_order(lines) == tuple(lines)


def test_lines_that_are_too_few_are_no_column():
    assert texts(rows(column("a", 3, left=50), column("b", 3, left=260))) == "a0 b0 a1 b1 a2 b2"


def test_a_table_is_read_row_by_row():
    lines = rows(column("a", 6, left=50, width=40), column("b", 6, left=260))
    assert texts(lines) == "a0 b0 a1 b1 a2 b2 a3 b3 a4 b4 a5 b5"
    assert len(in_reading_order(lines)) == 6


def test_wide_blanks_within_a_line_divide_nothing():
    broken = [line("wide", 700, width=100), line("blank", 700, left=170, width=100)]
    (first, *rest) = in_reading_order([*broken, *column("a", 4, left=50, top=686)])
    assert (first.text, first.left, first.right) == ("wide blank", 50.0, 270.0)
    assert len(rest) == 4


def test_lines_and_depth_are_bounded(monkeypatch):
    lines = rows(column("a", 5, left=50), column("b", 5, left=260))
    monkeypatch.setattr(page_columns, "MAX_DEPTH", 0)
    assert texts(lines).startswith("a0 b0")
    monkeypatch.setattr(page_columns, "MAX_LINES", 9)
    assert in_reading_order(lines) == tuple(lines)


@pytest.mark.parametrize("seed", range(20))
def test_no_line_is_lost_or_told_twice(seed):
    chance = random.Random(seed)
    lines = [
        Line(
            f"l{n}",
            0,
            left := chance.choice([50.0, 190.0, 330.0]),
            left + chance.choice([60.0, 125.0, 260.0]),
            700.0 - chance.randrange(20) * LEADING,
            10.0,
        )
        for n in range(60)
    ]
    told = texts(lines).split()
    assert sorted(told) == sorted(each.text for each in lines)
