"""The sheet of a matrix and its model: who stands where, what is shared, and what is said of it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QAbstractItemModelTester
from shared_words import ARTICLES, PAIRS, WORDS, article, many, pair

from workbench.comparison.shares import shares
from workbench.model import Article
from workbench.model.siglum import siglum
from workbench.ui.matrix_delegate import warmth
from workbench.ui.matrix_model import MatrixModel, percent
from workbench.ui.matrix_sheet import (
    EMPTY,
    MOST_MEMBERS,
    Order,
    by_article,
    by_outlet,
    oblong,
    square,
)
from workbench.ui.theme import THEMES


def letter(article_id):
    return siglum(int(article_id[1:]))


def sheet(order, members=None):
    found = shares(ARTICLES, PAIRS)
    return square(found, members or by_article(ARTICLES, range(4), letter), order)


@pytest.mark.parametrize(
    ("order", "ids"),
    [
        (Order.OUTLET, ["a3", "a0", "a1", "a2"]),
        (Order.DATE, ["a3", "a1", "a0", "a2"]),
        (Order.LIKENESS, ["a3", "a1", "a0", "a2"]),
    ],
)
def test_articles_are_ordered_by_outlet_date_or_likeness(order, ids):
    assert [member.id for member in sheet(order).rows] in (ids, ids[::-1])


def test_outlets_are_ordered_too_the_unknown_one_last():
    outlets = sheet(Order.OUTLET, by_outlet(ARTICLES)).rows
    assert [(one.name, one.facts, one.places) for one in outlets] == [
        ("Post", "2 articles", (0, 3)),
        ("Star", "1 article", (1,)),
        ("Outlet not known", "1 article", (2,)),
    ]


def test_an_article_is_named_by_what_is_known_of_it():
    known, unknown = by_article((replace(ARTICLES[0], text=" "), article(9, "")), (0, 1), letter)
    assert (known.spoken, known.facts) == ("A Post", "Ferry leaves · 22 Feb 2024")
    assert (unknown.spoken, unknown.facts) == (f"J {WORDS}", "")
    assert by_article((Article("a0", " "),), (0,), letter)[0].name == "Empty article"


def test_cells_hold_the_share_of_the_row_that_the_column_has():
    found = sheet(Order.DATE)
    assert found.words == (10, 10, 10, 10)
    assert found.share(0, 1) == 0.5
    assert found.share(0, 0) is None
    assert found.share(3, 0) == 0


def test_the_shares_of_an_outlet_with_itself_are_those_among_its_articles():
    found = sheet(Order.OUTLET, by_outlet(ARTICLES))
    assert found.common[0][0] == 4
    assert found.share(0, 0) == 0.2


def test_rows_and_columns_of_two_outlets_have_only_what_is_shared():
    articles = many().articles
    found = shares(articles, many().pairs)
    post, star, _ = by_outlet(articles)
    rows, columns = (by_article(articles, outlet.places, letter) for outlet in (post, star))
    table = oblong(found, rows, columns, Order.OUTLET)
    assert {one.outlet for one in table.rows} == {"Post"}
    assert {one.outlet for one in table.columns} == {"Star"}
    assert all(any(row) for row in table.common)
    assert all(any(column) for column in zip(*table.common, strict=True))
    assert table.left_out == len(rows) + len(columns) - len(table.rows) - len(table.columns) > 0


def test_no_more_are_shown_than_there_is_room_for():
    size = MOST_MEMBERS + 10
    articles = tuple(article(place, f"Outlet {place}") for place in range(size))
    pairs = tuple(pair(place, place + 1, 3 + (place > 9)) for place in range(0, size, 2))
    table = square(shares(articles, pairs), by_article(articles, range(size), letter), Order.DATE)
    assert len(table.rows) == MOST_MEMBERS
    assert table.left_out == 10
    assert "a0" not in {member.id for member in table.rows}


@pytest.mark.parametrize(
    ("share", "said"), [(None, "–"), (0, "0%"), (0.001, "<1%"), (0.344, "34%"), (1, "100%")]
)
def test_shares_are_said_in_percent(share, said):
    assert percent(share) == said


def test_the_model_keeps_to_the_rules_of_qt(qapp):
    model = MatrixModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show(sheet(Order.DATE))
    model.show(EMPTY)
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.members(model.index(0, 0)) is None


def luminance(colour):
    linear = [
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in QColor(colour).getRgbF()[:3]
    ]
    return sum(a * b for a, b in zip((0.2126729, 0.7151522, 0.072175), linear, strict=True))


def contrast(one, other):
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda one: one.name)
def test_numbers_can_be_read_on_every_ground(theme):
    least = 7.0 if "contrast" in theme.name else 4.5
    for percentage in range(101):
        assert contrast(theme.ink, warmth(percentage / 100, theme)) >= least
    assert contrast(theme.dim, warmth(0, theme)) >= least
    assert contrast(theme.dim, theme.chrome) >= least


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda one: one.name)
def test_the_more_is_shared_the_warmer_a_cell_is(theme):
    grounds = [contrast(theme.paper, warmth(share, theme)) for share in (0, 0.05, 0.3, 1)]
    assert grounds == sorted(set(grounds))
