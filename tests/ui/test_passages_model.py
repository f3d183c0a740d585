"""The list of shared passages: a row per cluster, in the order of the comparison."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from workbench.model import Comparison
from workbench.ui.desk import Desk
from workbench.ui.passages_columns import HEADS, NUMBERS, Column
from workbench.ui.passages_dock import PassagesDock
from workbench.ui.passages_model import ROW, UNSORTED, PassagesModel
from workbench.ui.theme import LIGHT
from workbench.ui.timeline_sheet import RowOrder


@pytest.fixture
def model(desk):
    made = PassagesModel(desk)
    made.refresh()
    return made


def test_it_behaves_as_qt_asks(qtmodeltester, model):
    qtmodeltester.check(model, force_py=True)


def test_qts_own_tester_finds_nothing_while_it_changes(desk, comparison, model):
    from PySide6.QtTest import QAbstractItemModelTester

    tester = QAbstractItemModelTester(model)
    desk.show_comparison(Comparison(()))
    assert model.rowCount() == 0
    desk.show_comparison(comparison)
    assert model.rowCount() == 2
    assert tester.model() is model


def test_cells_tell_what_the_heads_say(desk, model, articles, comparison):
    desk.show_articles((*articles[:2], replace(articles[2], outlet="Daily News")))
    desk.show_comparison(comparison)
    orientation = Qt.Orientation.Horizontal
    heads = [model.headerData(place, orientation) for place in range(model.columnCount())]
    assert tuple(heads) == HEADS
    rows = [[model.index(row, place).data() for place in range(len(HEADS))] for row in range(2)]
    assert rows == [
        [
            "The ferry left the harbour at noon.",
            "A · B · C",
            "edited",
            "2",
            "7 words",
            "20 Feb 2024",
            "0",
        ],
        [
            "A band played two old songs.",
            "A · C",
            "word for word",
            "0",
            "6 words",
            "",
            "0",
        ],
    ]
    spoken = model.index(0, Column.OUTLETS).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "A Morning Post, B Evening Star, C Daily News"
    assert spoken in model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    alignments = [
        model.index(0, place).data(Qt.ItemDataRole.TextAlignmentRole) for place in range(len(HEADS))
    ]
    assert [place for place, side in enumerate(alignments) if side] == list(NUMBERS)


def test_an_outlet_that_is_not_known_is_called_by_its_siglum(qapp, articles, comparison):
    desk = Desk()
    model = PassagesModel(desk)
    desk.show_articles([replace(articles[0], outlet=""), *articles[1:]])
    desk.show_comparison(comparison)
    assert model.index(1, Column.OUTLETS).data(Qt.ItemDataRole.AccessibleTextRole) == (
        "A, C Morning Post"
    )


def test_a_row_is_found_by_its_cluster(model, desk):
    index = model.index_of("band")
    assert index.row() == 1
    row = index.data(ROW)
    assert (row.cluster, row.hue) == ("band", desk.hue("band"))
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == row.words
    assert not model.index_of("nothing").isValid()


def test_what_is_not_there_says_nothing(model):
    assert model.row_of(QModelIndex()) is None
    assert model.data(QModelIndex()) is None
    assert model.index(0, 0).data(Qt.ItemDataRole.DecorationRole) is None
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.rowCount(model.index(0, 0)) == model.columnCount(model.index(0, 0)) == 0


def listed(model):
    return [model.index(row, 0).data(ROW).cluster for row in range(model.rowCount())]


@pytest.mark.parametrize(
    ("sought", "found"),
    [
        ("noon", ["ferry"]),
        ("DUSK", ["ferry"]),
        ("word songs", ["band"]),
        ("evening star", ["ferry"]),
        ("", ["ferry", "band"]),
        ("nothing", []),
    ],
)
def test_passages_are_searched_by_words_outlets_and_kind(model, sought, found):
    model.search(sought)
    assert listed(model) == found


def test_passages_are_listed_in_the_order_chosen(model, desk, comparison):
    few = replace(comparison, clusters=comparison.clusters[::-1])
    desk.show_comparison(few)
    assert listed(model) == ["band", "ferry"]
    for order in (RowOrder.SPREAD, RowOrder.FIRST):
        model.order_by(order)
        assert listed(model) == ["ferry", "band"]
        assert model.index_of("band").row() == 1
    model.search("songs")
    model.order_by(RowOrder.TEXT)
    assert listed(model) == ["band"]


@pytest.mark.parametrize(
    ("column", "first"),
    [
        (Column.WORDS, "band"),
        (Column.OUTLETS, "band"),
        (Column.KIND, "band"),
        (Column.DIFFERENCES, "band"),
        (Column.LENGTH, "band"),
        (Column.FIRST, "ferry"),
    ],
)
def test_passages_are_listed_by_any_column_and_backwards(model, column, first):
    other = next(name for name in ("ferry", "band") if name != first)
    model.sort(column)
    assert listed(model) == [first, other]
    model.sort(column, Qt.SortOrder.DescendingOrder)
    assert listed(model) == [other, first]
    model.sort(UNSORTED)
    assert listed(model) == ["ferry", "band"]


def test_what_is_alike_in_a_column_stays_in_the_order_chosen(model):
    model.order_by(RowOrder.SPREAD)
    model.sort(Column.ANNOTATIONS)
    assert listed(model) == ["ferry", "band"]


def test_a_search_goes_on_in_another_comparison(model, desk, comparison):
    model.search("songs")
    desk.show_comparison(replace(comparison, clusters=comparison.clusters[:1]))
    assert listed(model) == []
    desk.show_comparison(comparison)
    assert listed(model) == ["band"]


@pytest.fixture
def dock(desk, qtbot):
    made = PassagesDock(desk, LIGHT)
    qtbot.addWidget(made)
    made.model.refresh()
    made.resize(240, 400)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_the_dock_is_searched_and_sorted_and_says_when_nothing_is_found(dock, desk, qtbot):
    desk.choose("ferry")
    qtbot.keyClicks(dock.search, "songs")
    assert listed(dock.model) == ["band"]
    assert not dock.table.currentIndex().isValid()
    qtbot.keyClicks(dock.search, "x")
    assert dock.empty_words == "No shared passage has these words."
    dock.search.clear()
    assert dock.table.currentIndex().data(ROW).cluster == "ferry"
    dock.model.order_by(RowOrder.FIRST)
    qtbot.mouseClick(dock.order.buttons["spread"], Qt.MouseButton.LeftButton)
    assert listed(dock.model) == ["ferry", "band"]
    assert dock.order.geometry().right() < dock.width()


def test_an_empty_dock_has_nothing_to_search(dock, desk):
    desk.show_comparison(Comparison(()))
    assert not dock.search.isVisible()
    assert dock.empty_words == "The articles are being compared."


def test_a_row_far_below_is_reached_at_once(dock, desk):
    band = desk.comparison.clusters[1]
    many = tuple(replace(band, id=f"band {place}") for place in range(3_000))
    desk.show_comparison(replace(desk.comparison, clusters=(*desk.comparison.clusters, *many)))
    desk.choose(many[-1].id)
    last = dock.table.currentIndex()
    assert last.row() == len(many) + 1
    assert dock.table.viewport().rect().contains(dock.table.visualRect(last))


def wide(dock, qtbot):
    dock.resize(1000, 400)
    qtbot.waitUntil(lambda: dock.table.is_wide)


def test_where_there_is_room_the_columns_stand_beside_each_other(dock, qtbot):
    table = dock.table
    narrow = table.rowHeight(0)
    assert table.columnWidth(0) == table.viewport().width()
    assert not table.horizontalHeader().isVisible()
    before = dock.grab().toImage()
    wide(dock, qtbot)
    assert table.horizontalHeader().isVisible()
    ends = [table.columnViewportPosition(place) for place in range(len(HEADS))]
    assert max(ends) < table.viewport().width()
    assert table.horizontalHeader().length() == table.viewport().width()
    assert table.rowHeight(0) < narrow
    assert dock.grab(before.rect()).toImage() != before
    dock.resize(240, 400)
    qtbot.waitUntil(lambda: not table.is_wide)
    assert table.rowHeight(0) == narrow


def click_head(table, column, qtbot):
    heads = table.horizontalHeader()
    place = QPoint(heads.sectionViewportPosition(column) + 20, heads.height() // 2)
    qtbot.mouseClick(heads.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_heads_sort_up_down_and_not(dock, desk, qtbot):
    wide(dock, qtbot)
    desk.choose("ferry")
    for expected in (["band", "ferry"], ["ferry", "band"], ["ferry", "band"]):
        click_head(dock.table, Column.LENGTH, qtbot)
        assert listed(dock.model) == expected
        assert dock.table.currentIndex().data(ROW).cluster == "ferry"
    assert dock.table.horizontalHeader().sortIndicatorSection() == UNSORTED
    click_head(dock.table, Column.KIND, qtbot)
    assert listed(dock.model) == ["band", "ferry"]
    qtbot.mouseClick(dock.order.buttons["first"], Qt.MouseButton.LeftButton)
    assert listed(dock.model) == ["ferry", "band"]
    assert dock.table.horizontalHeader().sortIndicatorSection() == UNSORTED


def test_keys_go_from_cell_to_cell_and_a_row_leads_to_its_passage(dock, desk, qtbot):
    table = dock.table
    dock.passage_chosen.connect(desk.choose)
    table.setFocus()
    desk.choose("ferry")
    for column in range(1, len(HEADS)):
        qtbot.keyClick(table, Qt.Key.Key_Right)
        index = table.currentIndex()
        assert (index.row(), index.column()) == (0, column)
        assert table.visualRect(index).intersects(table.viewport().rect())
    assert desk.chosen == "ferry"
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert desk.chosen == "band"
    assert table.currentIndex().column() == len(HEADS) - 1
    qtbot.keyClick(table, Qt.Key.Key_Tab)
    assert table.currentIndex().row() == 1


def test_the_row_under_the_pointer_stands_out(dock, qtbot):
    table = dock.table
    plain = table.grab().toImage()
    qtbot.mouseMove(table.viewport(), table.visualRect(table.model().index(0, 0)).center())
    table.entered.emit(table.model().index(1, 0))
    assert table.hovered == 1
    assert table.grab().toImage() != plain
    QApplication.sendEvent(table, QEvent(QEvent.Type.Leave))
    assert table.hovered == -1


def spoken(interface):
    return interface.text(QAccessible.Text.Name)


def test_a_screen_reader_walks_the_table_cell_by_cell(dock, desk):
    table = QAccessible.queryAccessibleInterface(dock.table)
    assert table.role() == QAccessible.Role.Table
    assert spoken(table) == "Shared passages"
    rows, columns = dock.model.rowCount(), len(HEADS)
    assert table.childCount() == (rows + 1) * (columns + 1)  # with heads
    cells = [
        [table.child(row * (columns + 1) + place) for place in range(1, columns + 1)]
        for row in range(rows + 1)
    ]
    assert {cell.role() for cell in cells[0]} == {QAccessible.Role.ColumnHeader}
    assert tuple(map(spoken, cells[0])) == HEADS
    assert {cell.role() for row in cells[1:] for cell in row} == {QAccessible.Role.Cell}
    assert list(map(spoken, cells[1])) == [
        "The ferry left the harbour at noon.",
        "A Morning Post, B Evening Star, C Morning Post",
        "edited",
        "2",
        "7 words",
        "20 Feb 2024",
        "0",
    ]
    desk.choose("band")
    assert spoken(cells[2][0]) == "A band played two old songs."
    assert cells[2][0].state().selected
    assert not cells[1][0].state().selected
