"""Rows of words, with rows below them, behave as Qt asks of a model."""

import pytest
from PySide6.QtCore import QModelIndex, Qt

from workbench.ui.rows_model import ROW, SORT, Row, RowsModel

USES = (Row(("at the ferry", ""), 1), Row(("the old ferry", ""), 2))
ROWS = (
    Row(("Ferry", 1200), "family", (Row(("ferry", 2), "form", USES), Row(("boat", 0.25)))),
    Row(("apple", 3), tips=("An apple", "Three")),
)


@pytest.fixture
def model(qapp):
    made = RowsModel(("Term", "Uses"))
    made.show(ROWS)
    return made


def test_it_behaves_as_qt_asks(qtmodeltester, model):
    qtmodeltester.check(model, force_py=True)


def test_qts_own_tester_finds_nothing_while_it_changes(model):
    from PySide6.QtTest import QAbstractItemModelTester

    tester = QAbstractItemModelTester(model)
    model.show(())
    assert model.rowCount() == 0
    model.show(ROWS, ("One", "Two", "Three")[:2])
    assert model.headerData(0, Qt.Orientation.Horizontal) == "One"
    assert tester.model() is model


def test_rows_stand_below_each_other(model):
    family = model.index(0, 0)
    form = model.index(0, 0, family)
    use = model.index(1, 0, form)
    assert [model.rowCount(index) for index in (QModelIndex(), family, form, use)] == [2, 2, 2, 0]
    assert model.row_of(use) == USES[1]
    assert model.parent(use) == form
    assert model.parent(form) == family
    assert not model.parent(family).isValid()
    assert not model.parent(QModelIndex()).isValid()
    assert model.rowCount(model.index(0, 1)) == 0
    assert not model.index(2, 0).isValid()
    assert not model.index(0, 2).isValid()


def test_numbers_are_said_and_sorted_as_numbers(model):
    number, share = model.index(0, 1), model.index(1, 1, model.index(0, 0))
    assert (number.data(), number.data(SORT)) == ("1,200", 1200)
    assert (share.data(), share.data(SORT)) == ("0.2", 0.25)
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    assert number.data(Qt.ItemDataRole.TextAlignmentRole) == right
    assert model.index(0, 0).data(Qt.ItemDataRole.TextAlignmentRole) is None


def test_words_are_sorted_in_any_case(model):
    assert [model.index(row, 0).data(SORT) for row in (0, 1)] == ["ferry", "apple"]


def test_a_cell_tells_more_beside_the_pointer(model):
    tip = Qt.ItemDataRole.ToolTipRole
    assert model.index(1, 1).data(tip) == "Three"
    assert model.index(0, 1).data(tip) == "Term: Ferry\nUses: 1,200"


def test_what_is_not_there_says_nothing(model):
    assert model.row_of(QModelIndex()) is None
    assert model.data(QModelIndex()) is None
    assert model.index(0, 0).data(Qt.ItemDataRole.DecorationRole) is None
    assert model.index(1, 0).data(ROW) == ROWS[1]
    assert model.headerData(0, Qt.Orientation.Vertical) is None
