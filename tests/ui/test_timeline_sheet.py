"""The sheet of the timeline and its model: columns of time, rows of passages, and their stories."""

from dataclasses import replace

import pytest
from moments import DAYS, dated, entry
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from workbench.ui.timeline_model import TimelineModel
from workbench.ui.timeline_sheet import (
    MOST_PERIODS,
    MOST_TOLD,
    RowOrder,
    gap,
    line,
    ordered,
    period_name,
    periods,
    story,
)

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


def test_columns_are_days_and_what_has_no_date_comes_last():
    found = periods(dated("2024-02-22", "2024-02-20T08:00:00", "", "2024-02-20T09:00:00", "2024"))
    assert found == ("2024", "2024-02-20", "2024-02-22", "")
    assert periods([]) == ()


def test_many_days_become_months_and_many_months_years():
    assert len(DAYS) > MOST_PERIODS
    assert periods(dated(*DAYS)) == ("2024-01", "2024-02", "2024-03")
    months = [f"{year}-{month:02d}-01" for year in range(2000, 2010) for month in range(1, 13)]
    assert periods(dated(*months))[:2] == ("2000", "2001")
    years = [f"{year}" for year in range(1900, 2000)]
    assert len(periods(dated(*years))) == 100


@pytest.mark.parametrize(
    ("period", "name"),
    [("2024-02-21", "21 Feb 2024"), ("2024-02", "Feb 2024"), ("2024", "2024"), ("", "No date")],
)
def test_periods_have_names(period, name):
    assert period_name(period) == name


@pytest.mark.parametrize(
    ("before", "after", "days"),
    [
        ("2024-02-27", "2024-03-01", 2),
        ("2024-02-27", "2024-02-28", 0),
        ("2024-02", "2024-03-01", 0),
        ("2024-02-30", "2024-03-01", 0),
        ("2024-03-01", "", 0),
    ],
)
def test_days_without_an_article_are_counted(before, after, days):
    assert gap(before, after) == days


def test_a_line_has_each_article_once_at_its_time(desk):
    cluster = desk.cluster("ferry")
    twice = replace(cluster, passages=(*cluster.passages, cluster.passages[0]))
    found = line(twice, desk, periods(desk.articles))
    assert {period: [one.siglum for one in all_] for period, all_ in found.entries.items()} == {
        "2024-02-22": ["A"],
        "2024-02-21": ["B"],
        "2024-02-20": ["C"],
    }
    assert [one.siglum for one in found.all] == ["C", "B", "A"]
    assert [one.is_first for one in found.all] == [True, False, False]
    assert found.all[0].spoken == "C Morning Post, 08:00"


def test_a_cell_is_in_the_order_of_the_day(desk):
    day = (
        replace(desk.article("one"), published="2024-02-20T21:00"),
        replace(desk.article("two"), published="2024-02-20T06:30"),
        desk.article("three"),
    )
    desk.show_articles(day)
    found = line(desk.cluster("ferry"), desk, periods(day))
    assert [one.siglum for one in found.entries["2024-02-20"]] == ["B", "C", "A"]


def test_zones_and_vague_dates_are_in_the_order_of_time(desk):
    dates = ("2024-02-20T12:00:00+00:00", "2024-02-20T13:00:00+09:00", "soon")
    articles = [
        replace(one, published=date) for one, date in zip(desk.articles, dates, strict=True)
    ]
    desk.show_articles(articles)
    found = line(desk.cluster("ferry"), desk, periods(articles))
    assert [one.siglum for one in found.all] == ["B", "A", "C"]
    assert [one.siglum for one in found.entries["2024-02-20"]] == ["B", "A"]


def test_passages_are_ordered_by_text_first_seen_or_spread(desk):
    later = replace(desk.cluster("band"), earliest=desk.cluster("band").passages[0])
    clusters = (later, desk.cluster("ferry"), replace(later, id="none", earliest=None))
    found = {order: [one.id for one in ordered(clusters, desk, order)] for order in RowOrder}
    assert found == {
        RowOrder.TEXT: ["band", "ferry", "none"],
        RowOrder.FIRST: ["ferry", "band", "none"],
        RowOrder.SPREAD: ["ferry", "band", "none"],
    }


def test_a_story_says_who_had_it_first_and_who_then():
    told = story(
        [
            entry("C", "2024-02-20T08:00", first=True),
            entry("D", "2024-02-20T09:30", "Wire"),
            entry("B", "2024-02-21", "Star"),
            entry("A"),
        ]
    )
    assert told == (
        "First seen 20 Feb 2024, 08:00, C Post; then 09:30 D Wire; then 21 Feb 2024, B Star."
        " Without a date: A Post."
    )


def test_a_story_names_all_that_may_have_been_the_first():
    told = story(
        [
            entry("A", "2024-02-20", "Wire"),
            entry("B", "2024-02-20T09:30", "Star"),
            entry("C", "2024-02-22"),
        ]
    )
    assert told == ("First seen 20 Feb 2024, A Wire or 09:30 B Star; then 22 Feb 2024, C Post.")


def test_a_story_without_dates_claims_no_first():
    assert story([entry("A", outlet=""), entry("B", outlet="")]) == "Without a date: A, B."


def test_a_long_story_is_cut():
    many = [entry(f"A{place}", f"2024-02-{place + 1:02}") for place in range(MOST_TOLD + 3)]
    assert story(many).endswith("; then 3 more.")
    assert story([replace(one, published="") for one in many]).endswith(", 3 more.")


def test_the_model_keeps_to_the_rules_of_qt(desk):
    model = TimelineModel(desk)
    QAbstractItemModelTester(model, FATAL)
    model.show(RowOrder.FIRST)
    assert model.rowCount() == 2
    desk.show_articles(())
    model.show(RowOrder.TEXT)
    assert model.rowCount() == model.columnCount() == 0
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.entries(model.index(0, 0)) == ()
