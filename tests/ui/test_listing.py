"""A list is sorted by its heads, filtered by its field, and tells which row is chosen."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel

from workbench.ui.listing import Listing
from workbench.ui.rows_model import PORTION, Row, RowsModel

ROWS = (
    Row(("pier", 20), "p", (Row(("old Pier", 19)), Row(("new pier", 1)))),
    Row(("ferry", 3), "f"),
    Row(("boat", 100), "b"),
)


@pytest.fixture
def listing(qtbot):
    made = Listing(RowsModel(("Term", "Uses")), "Terms")
    qtbot.addWidget(made)
    made.model.show(ROWS)
    made.show_rows("Nothing yet.")
    made.show()
    qtbot.waitExposed(made)
    return made


def shown(listing):
    view = listing.view.model()
    return [listing.shown(row).data() for row in range(view.rowCount())]


def click(qtbot, widget, place):
    qtbot.mouseClick(widget.viewport(), Qt.MouseButton.LeftButton, pos=place)


def click_head(qtbot, listing, column):
    header = listing.view.header()
    place = header.sectionViewportPosition(column) + 10
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place, 5))


def test_rows_stand_first_as_they_were_found(listing):
    assert shown(listing) == ["pier", "ferry", "boat"]
    assert listing.empty_words == ""


def test_a_head_sorts_numbers_and_a_third_click_brings_the_first_order_back(listing, qtbot):
    orders = []
    for _ in range(3):
        click_head(qtbot, listing, 1)
        orders.append(shown(listing))
    assert orders == [
        ["ferry", "pier", "boat"],
        ["boat", "pier", "ferry"],
        ["pier", "ferry", "boat"],
    ]


def test_the_field_leaves_rows_that_have_the_words_with_those_above_and_below(listing, qtbot):
    qtbot.keyClicks(listing.search, "OLD pier")
    assert shown(listing) == ["pier"]
    assert listing.view.model().rowCount(listing.shown(0)) == 1
    listing.search.setText("100")
    assert shown(listing) == ["boat"]
    listing.search.clear()
    assert len(shown(listing)) == 3


def test_a_click_and_the_arrow_keys_tell_the_row(listing, qtbot):
    told = []
    listing.row_chosen.connect(lambda index: told.append(listing.model.row_of(index).leads))
    listing.view.setFocus()
    click(qtbot, listing.view, listing.view.visualRect(listing.shown(1)).center())
    assert set(told) == {"f"}
    told.clear()
    qtbot.keyClick(listing.view, Qt.Key.Key_Down)
    qtbot.keyClick(listing.view, Qt.Key.Key_Down)
    assert told == ["b"]
    assert listing.view.currentIndex() == listing.shown(2)
    assert [row.leads for row in listing.marked_rows()] == ["b"]


def test_marking_by_other_means_leads_nowhere(listing):
    told = []
    listing.row_chosen.connect(told.append)
    listing.view.setFocus()
    listing.view.setCurrentIndex(listing.shown(1))
    listing.search.setText("boat")
    assert told == []


def test_without_rows_it_says_what_to_do(listing):
    below = QLabel("below")
    listing.add_below(below)
    below.show()
    assert below.isVisibleTo(listing)
    listing.model.show(())
    listing.show_rows("Nothing yet.")
    assert listing.empty_words == "Nothing yet."
    assert not below.isVisibleTo(listing)


@pytest.fixture
def wide(qtbot):
    """A list whose columns share the room."""
    made = Listing(RowsModel(("Term", "Uses", "Where")), "Terms", (100, 40, 60))
    qtbot.addWidget(made)
    made.model.show(Row((*row.cells, "here")) for row in ROWS)
    made.show_rows("Nothing yet.")
    made.resize(430, 300)
    made.show()
    qtbot.waitExposed(made)
    return made


def widths(listing):
    view = listing.view
    return [view.columnWidth(place) for place in range(3) if not view.isColumnHidden(place)]


def test_columns_fill_the_list_and_the_last_give_way(wide):
    assert sum(widths(wide)) == wide.view.viewport().width()
    assert len(widths(wide)) == 3
    wide.resize(160, 300)
    assert len(widths(wide)) == 2
    assert sum(widths(wide)) == wide.view.viewport().width()
    assert "Where: here" in wide.shown(0).data(Qt.ItemDataRole.ToolTipRole)


def test_a_column_that_was_dragged_keeps_its_width(wide):
    wide.view.header().resizeSection(0, 250)
    wide.resize(500, 300)
    assert widths(wide)[0] == 250


def test_the_ground_of_a_chosen_row_has_no_gaps(wide, qtbot):
    click(qtbot, wide.view, wide.view.visualRect(wide.shown(1)).center())
    row = wide.view.visualRect(wide.shown(1))
    line = wide.view.viewport().grab().toImage()
    high = row.top()  # above the letters of any font
    grounds = {line.pixel(x, high) for x in range(row.left() + 2, wide.view.viewport().width() - 2)}
    assert len(grounds) == 1


MANY = 4 * PORTION


@pytest.fixture
def long(listing, qtbot):
    listing.model.show(Row((f"word {place:04d}", MANY - place)) for place in range(MANY))
    listing.show_rows("Nothing yet.")
    qtbot.wait(1)
    assert listing.view.model().rowCount() < MANY
    return listing


def test_of_many_rows_more_are_made_when_one_comes_to_the_last(long, qtbot):
    before = long.view.model().rowCount()
    long.view.verticalScrollBar().setValue(long.view.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: long.view.model().rowCount() > before)


def test_all_rows_are_sorted_though_nobody_has_looked_at_them(long, qtbot):
    click_head(qtbot, long, 1)
    qtbot.waitUntil(lambda: long.view.model().rowCount() == MANY)
    assert shown(long)[0] == f"word {MANY - 1:04d}"


def test_all_rows_are_searched_though_nobody_has_looked_at_them(long, qtbot):
    qtbot.keyClicks(long.search, f"{MANY - 1:04d}")
    qtbot.waitUntil(lambda: shown(long) == [f"word {MANY - 1:04d}"])


def test_reading_stops_where_other_rows_come(long, qtbot):
    long.search.setText("ferry")
    long.model.show(ROWS)
    qtbot.waitUntil(lambda: shown(long) == ["ferry"])


def test_all_rows_are_marked_though_nobody_has_looked_at_them(long, qtbot):
    long.view.setFocus()
    qtbot.keyClick(long.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(long.marked_rows()) == MANY
