"""The timeline: who had which passage when, and the uses of terms over time."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester

from workbench.model import Article, Passage, Span, Term, TermFamily
from workbench.ui.desk import Desk
from workbench.ui.theme import DARK, LIGHT
from workbench.ui.timeline_delegate import entry_at, tiles
from workbench.ui.timeline_model import GAP, LINE, TimelineModel
from workbench.ui.timeline_sheet import (
    MOST_PERIODS,
    MOST_TOLD,
    Entry,
    RowOrder,
    gap,
    line,
    ordered,
    period_name,
    periods,
    story,
)
from workbench.ui.timeline_terms import TermBars, TermBarsModel
from workbench.ui.timeline_view import HOW_TO_READ, TimelineView

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
LEFT = Qt.MouseButton.LeftButton
DAYS = tuple(f"2024-{month:02d}-{day:02d}" for month in range(1, 4) for day in range(1, 29))


def dated(*dates):
    return [Article(f"a{place}", "", published=date) for place, date in enumerate(dates)]


def entry(siglum, published="", outlet="Post", *, first=False):
    return Entry(Passage(siglum, Span(0, 1)), siglum, outlet, published, first)


@pytest.fixture
def view(desk, qtbot):
    made = TimelineView(desk, LIGHT)
    qtbot.addWidget(made)
    made.resize(1200, 500)
    made.show()
    qtbot.waitExposed(made)
    return made


def click(view, qtbot, row, column, at=None):
    box = view.table.visualRect(view.model.index(row, column))
    qtbot.mouseClick(view.table.viewport(), LEFT, pos=at(box) if at else box.center())


def cells(view):
    model = view.model
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def heads(view, role=Qt.ItemDataRole.DisplayRole):
    count = view.model.columnCount()
    return [view.model.headerData(one, Qt.Orientation.Horizontal, role) for one in range(count)]


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


def test_a_story_without_dates_claims_no_first():
    assert story([entry("A", outlet=""), entry("B", outlet="")]) == "Without a date: A, B."


def test_a_long_story_is_cut():
    many = [entry(f"A{place}", "2024-02-20") for place in range(MOST_TOLD + 3)]
    assert story(many).endswith("then 3 more.")
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


def test_the_table_says_who_had_what_when(view):
    assert heads(view) == ["20 Feb 2024", "21 Feb 2024", "22 Feb 2024"]
    assert cells(view) == [["C", "B", "A"], ["C", "", "A"]]
    index = view.model.index(0, 0)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "20 Feb 2024: C Morning Post, 08:00 (first seen)"
    assert index.data(Qt.ItemDataRole.ToolTipRole) == spoken
    nobody = view.model.index(1, 1)
    assert nobody.data(Qt.ItemDataRole.AccessibleTextRole) == "21 Feb 2024: nobody"
    assert nobody.data(Qt.ItemDataRole.ToolTipRole) is None
    head = view.model.headerData(0, Qt.Orientation.Vertical, Qt.ItemDataRole.ToolTipRole)
    assert "first seen 20 Feb, Morning Post" in head
    assert view.model.headerData(0, Qt.Orientation.Vertical, LINE).cluster == "ferry"


def test_days_between_are_told(desk, view):
    articles = [
        replace(one, published=date)
        for one, date in zip(desk.articles, ("2024-02-22", "2024-02-26", ""), strict=True)
    ]
    desk.show_articles(articles)
    desk.show_comparison(replace(desk.comparison, articles=tuple(articles)))
    assert heads(view) == ["22 Feb 2024", "26 Feb 2024", "No date"]
    assert heads(view, GAP) == [0, 3, 0]
    assert heads(view, Qt.ItemDataRole.ToolTipRole) == [
        None,
        "3 days without an article before",
        None,
    ]
    view.grab()


def test_the_story_of_a_row_is_told_at_the_pointer_and_at_the_keys(view, qtbot):
    assert view.told.text() == HOW_TO_READ
    view.table.setCurrentIndex(view.model.index(1, 2))
    assert view.told.text().startswith("First seen 20 Feb 2024, 08:00, C Morning Post; then 22")
    qtbot.mouseMove(view.table.viewport(), QPoint(1, 1))
    qtbot.mouseMove(view.table.viewport(), view.table.visualRect(view.model.index(0, 1)).center())
    qtbot.waitUntil(lambda: "B Evening Star" in view.told.text())


def test_a_click_or_enter_leads_to_the_passage(view, qtbot):
    with qtbot.waitSignal(view.entry_chosen) as found:
        click(view, qtbot, 0, 1)
    cluster, passage = found.args
    assert (cluster, passage.article) == ("ferry", "two")
    qtbot.keyClick(view.table, Qt.Key.Key_Right)
    with qtbot.waitSignal(view.entry_chosen) as found:
        qtbot.keyClick(view.table, Qt.Key.Key_Return)
    assert found.args[1].article == "one"


def test_an_empty_cell_leads_nowhere(view, qtbot):
    with qtbot.assertNotEmitted(view.entry_chosen):
        click(view, qtbot, 1, 1)
        qtbot.keyClick(view.table, Qt.Key.Key_Return)


def test_the_letter_that_is_clicked_counts(desk, view, qtbot):
    articles = [replace(one, published="2024-02-20") for one in desk.articles]
    desk.show_articles(articles)
    desk.show_comparison(replace(desk.comparison, articles=tuple(articles)))
    entries = view.model.entries(view.model.index(0, 0))
    assert len(entries) == 3
    for wanted in entries:

        def middle(box, wanted=wanted):
            return next(
                tile.center().toPoint() for one, tile in tiles(box, entries) if one is wanted
            )

        with qtbot.waitSignal(view.entry_chosen) as found:
            click(view, qtbot, 0, 0, at=middle)
        assert found.args[1] == wanted.passage


def test_letters_without_room_are_counted(view):
    box = view.table.visualRect(view.model.index(0, 0))
    many = tuple(entry("ABC", first=not place) for place in range(40))
    placed = tiles(box, many)
    assert 0 < len(placed) < len(many)
    assert all(tile.right() < box.right() for _, tile in placed)
    assert entry_at(box, (), box.center()) is None


def test_a_chosen_passage_is_the_current_row(desk, view):
    desk.choose("band")
    assert view.table.currentIndex().row() == 1
    desk.choose("")
    assert view.table.currentIndex().row() == 1


def test_a_passage_chosen_behind_is_current_when_the_timeline_is_shown(desk, view):
    view.hide()
    view.refresh()
    desk.choose("band")
    view.show()
    assert view.table.currentIndex().row() == 1


def test_another_order_is_a_click_away(desk, view, qtbot):
    band = replace(desk.cluster("band"), earliest=desk.cluster("band").passages[0])
    desk.show_comparison(replace(desk.comparison, clusters=(band, desk.cluster("ferry"))))
    assert cells(view)[0] == ["C", "", "A"]
    qtbot.mouseClick(view.order.buttons["first"], LEFT)
    assert cells(view)[0] == ["C", "B", "A"]


def test_the_chosen_passage_can_be_seen_alone(desk, view, qtbot):
    assert not view.only_chosen.isEnabled()
    desk.choose("band")
    qtbot.mouseClick(view.only_chosen, LEFT)
    assert view.title.text() == "1 of 2 shared passages"
    assert cells(view) == [["C", "A"]]
    desk.choose("ferry")
    assert cells(view) == [["C", "B", "A"]]
    assert view.table.currentIndex().row() == 0
    desk.choose("")
    assert view.title.text() == "2 shared passages"
    assert not view.only_chosen.isEnabled()
    desk.choose("band")
    qtbot.mouseClick(view.only_chosen, LEFT)
    assert len(cells(view)) == 2


def test_an_empty_timeline_says_what_to_do(view, qtbot, desk, articles):
    desk.show_comparison(replace(desk.comparison, clusters=()))
    assert view.empty.text() == "No two of these articles share a passage."
    fresh = Desk()
    empty = TimelineView(fresh, LIGHT)
    qtbot.addWidget(empty)
    empty.build()
    assert "once there are two" in empty.empty.text()
    fresh.show_articles(articles)
    empty.build()
    assert empty.empty.text() == "The articles are being compared."


def test_the_timeline_is_painted_in_the_colours_of_the_theme(view):
    view.table.setCurrentIndex(view.model.index(0, 0))
    before = view.table.grab().toImage()
    view.set_theme(DARK)
    assert view.table.grab().toImage() != before


def use(article, start=0):
    return Passage(article, Span(start, start + 3))


FAMILY = TermFamily(
    (
        Term("the ferry", (use("one"), use("one", 5), use("two"))),
        Term("that ferry", (use("three"),)),
    ),
    1.0,
)


@pytest.fixture
def bars(desk, qtbot):
    made = TermBars(desk)
    qtbot.addWidget(made)
    made.resize(300, 176)
    made.show_family(FAMILY)
    qtbot.waitExposed(made)
    return made


def names(bars):
    count = bars.model.columnCount()
    return [bars.model.headerData(one, Qt.Orientation.Horizontal) for one in range(count)]


def test_the_uses_of_a_term_stand_by_date_and_by_outlet(bars, qtbot):
    assert names(bars) == ["20 Feb", "21 Feb", "22 Feb"]
    assert cells(bars) == [["", "1", "2"], ["1", "", ""]]
    told = bars.model.index(0, 2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "“the ferry”, 22 Feb: 2 uses"
    qtbot.mouseClick(bars.axis.buttons["outlet"], LEFT)
    assert names(bars) == ["Evening Star", "Morning Post"]
    assert cells(bars) == [["1", "2"], ["", "1"]]


def test_an_article_without_outlet_stands_under_its_letter(desk, bars, qtbot):
    desk.show_articles([replace(one, outlet="") for one in desk.articles])
    qtbot.mouseClick(bars.axis.buttons["outlet"], LEFT)
    assert names(bars) == ["A", "C", "B"]


def test_uses_on_many_days_stand_by_month(desk, bars):
    articles = dated(*DAYS)
    desk.show_articles(articles)
    bars.show_family(TermFamily((Term("it", tuple(use(one.id) for one in articles)),), 0.0))
    assert names(bars) == ["Jan 2024", "Feb 2024", "Mar 2024"]


def test_uses_are_drawn_and_nothing_is_shown_of_no_term(bars):
    before = bars.table.grab().toImage()
    bars.set_theme(DARK)
    assert bars.table.grab().toImage() != before
    bars.show_family(None)
    assert bars.isHidden()
    assert bars.model.rowCount() == 0


def test_the_model_of_the_bars_keeps_to_the_rules_of_qt(bars):
    model = TermBarsModel()
    QAbstractItemModelTester(model, FATAL)
    QAbstractItemModelTester(bars.model, FATAL)
    model.show((), (), None)
    bars.axis.buttons["outlet"].click()
    assert bars.model.rowCount() == 2
