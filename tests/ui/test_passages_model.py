"""The list of shared passages: a row per cluster, in the order of the comparison."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt

from workbench.model import Comparison
from workbench.ui.desk import Desk
from workbench.ui.passages_model import HEADS, ROW, PassagesModel


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
            "7",
            "edited",
            "20 Feb 2024",
        ],
        ["A band played two old songs.", "Morning Post, Daily News", "6", "word for word", ""],
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
