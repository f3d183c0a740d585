"""The list of shared passages: a row per cluster, in the order of the comparison."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt

from workbench.model import Comparison
from workbench.ui.desk import Desk
from workbench.ui.passages_dock import MANY, PassagesDock
from workbench.ui.passages_model import HEADS, ROW, PassagesModel
from workbench.ui.theme import LIGHT
from workbench.ui.timeline_sheet import RowOrder
from workbench.ui.wrapped_list import LATER


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
            "Morning Post, Evening Star, Daily News",
            "7 words",
            "edited",
            "20 Feb 2024",
        ],
        [
            "A band played two old songs.",
            "Morning Post, Daily News",
            "6 words",
            "word for word",
            "",
        ],
    ]


def test_an_outlet_that_is_not_known_is_called_by_its_siglum(qapp, articles, comparison):
    desk = Desk()
    model = PassagesModel(desk)
    desk.show_articles([replace(articles[0], outlet=""), *articles[1:]])
    desk.show_comparison(comparison)
    assert model.index(1, 1).data() == "A, Morning Post"


def test_a_row_is_found_by_its_cluster(model, desk):
    index = model.index_of("band")
    assert index.row() == 1
    row = index.data(ROW)
    assert (row.cluster, row.hue) == ("band", desk.hue("band"))
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == f"{row.words}: {row.facts}"
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
    assert not dock.list.currentIndex().isValid()
    qtbot.keyClicks(dock.search, "x")
    assert dock.empty_words == "No shared passage has these words."
    dock.search.clear()
    assert dock.list.currentIndex().data(ROW).cluster == "ferry"
    qtbot.mouseClick(dock.order.buttons["spread"], Qt.MouseButton.LeftButton)
    assert listed(dock.model) == ["ferry", "band"]
    assert dock.order.geometry().right() < dock.width()


def test_an_empty_dock_has_nothing_to_search(dock, desk):
    desk.show_comparison(Comparison(()))
    assert not dock.search.isVisible()
    assert dock.empty_words == "The articles are being compared."


def test_of_many_rows_all_are_of_one_height_and_one_far_below_is_reached(dock, desk, qtbot):
    band = desk.comparison.clusters[1]
    many = tuple(replace(band, id=f"band {place}") for place in range(3 * MANY))
    before = dock.grab().toImage()
    desk.show_comparison(replace(desk.comparison, clusters=(*desk.comparison.clusters, *many)))
    dock.list.setBatchSize(MANY)
    assert dock.grab().toImage() != before
    desk.choose(many[-1].id)
    last = dock.model.index(3 * MANY + 1, 0)
    assert not dock.list.visualRect(last).isValid()
    inside = dock.list.viewport().rect
    qtbot.waitUntil(lambda: inside().contains(dock.list.visualRect(last)))
    rows = [dock.list.visualRect(dock.model.index(row, 0)) for row in (0, 1, 3 * MANY + 1)]
    assert len({row.height() for row in rows}) == 1


def test_a_row_that_goes_before_it_has_a_place_is_forgotten(dock, desk, comparison, qtbot):
    band = desk.comparison.clusters[1]
    many = tuple(replace(band, id=f"band {place}") for place in range(3 * MANY))
    desk.show_comparison(replace(desk.comparison, clusters=many))
    dock.list.setBatchSize(1)
    desk.choose(many[-1].id)
    desk.show_comparison(comparison)
    qtbot.wait(LATER * 2)
    assert dock.list.verticalScrollBar().value() == 0
