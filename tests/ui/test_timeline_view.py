"""The timeline in the window: who had which passage when, and what a letter leads to."""

from dataclasses import replace

import pytest
from moments import entry
from PySide6.QtCore import QPoint, Qt
from tables import cells

from workbench.ui.desk import Desk
from workbench.ui.theme import DARK, LIGHT
from workbench.ui.timeline_delegate import entry_at, tiles
from workbench.ui.timeline_model import GAP, LINE
from workbench.ui.timeline_view import HOW_TO_READ, TimelineView

LEFT = Qt.MouseButton.LeftButton


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


def heads(view, role=Qt.ItemDataRole.DisplayRole):
    count = view.model.columnCount()
    return [view.model.headerData(one, Qt.Orientation.Horizontal, role) for one in range(count)]


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
