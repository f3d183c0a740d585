"""Rows of words, with rows below them, behave as Qt asks of a model."""

import pytest
from PySide6.QtCore import QModelIndex, Qt

from workbench.ui.rows_model import PORTION, ROW, SORT, Row, RowsLater, RowsModel

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


def many(count):
    return (Row((f"row {place:04d}", place)) for place in range(count))


def read(model):
    for _ in model.reading_all():
        pass


def test_rows_are_made_as_far_as_somebody_looks(qapp):
    made = []

    def counted():
        for row in many(10 * PORTION):
            made.append(row)
            yield row

    model = RowsModel(("Term", "Uses"))
    model.show(counted())
    assert model.rowCount() == PORTION
    assert len(made) < 2 * PORTION
    assert model.canFetchMore(QModelIndex())
    model.fetchMore(QModelIndex())
    assert model.rowCount() == 2 * PORTION
    assert not model.canFetchMore(model.index(0, 0))
    model.fetchMore(model.index(0, 0))
    assert model.rowCount() == 2 * PORTION
    read(model)
    assert model.rowCount() == 10 * PORTION == len(made)
    assert not model.canFetchMore(QModelIndex())
    model.fetchMore(QModelIndex())
    assert model.row_of(model.index(10 * PORTION - 1, 0)).cells[1] == 10 * PORTION - 1


@pytest.mark.parametrize("count", [0, 1, PORTION, PORTION + 1])
def test_no_more_rows_are_promised_than_there_are(count):
    model = RowsModel(("Term", "Uses"))
    model.show(many(count))
    assert model.canFetchMore(QModelIndex()) == (count > PORTION)
    read(model)
    assert model.rowCount() == count


def test_other_rows_take_the_place_of_those_that_were_not_made():
    model = RowsModel(("Term", "Uses"))
    model.show(many(5 * PORTION))
    model.show(many(3))
    read(model)
    assert model.rowCount() == 3


@pytest.fixture
def late(qapp):
    """A model of two rows with a hundred below each, and what was made of them."""
    made = []

    def below(number):
        made.append(number)
        return Row((f"Use {number}", ""))

    uses = RowsLater(range(100), below, are_last=True)
    model = RowsModel(("Term", "Uses"))
    model.show(Row((name, 100), None, uses) for name in ("Ferry", "Boat"))
    return model, made


def test_rows_below_are_made_when_somebody_looks(late):
    model, made = late
    top = model.index(1, 0)
    assert model.hasChildren()
    assert model.hasChildren(top)
    assert not model.hasChildren(model.index(1, 1))
    assert model.rowCount(top) == 100
    assert not any(model.hasChildren(model.index(row, 0, top)) for row in range(100))
    assert made == []
    assert model.index(7, 0, top).data() == "Use 7"
    assert made == [7]
    assert model.parent(model.index(7, 0, top)) == top
    assert not model.hasChildren(model.index(7, 0, top))


def test_rows_of_a_part_are_made_later_too():
    rows = RowsLater(range(9), lambda number: Row((number,)))[2:4]
    assert [row.cells[0] for row in rows] == [2, 3]
    assert len(rows) == 2


def test_rows_are_found_by_what_they_or_those_around_them_say(late):
    model, made = late
    top, none = model.index(0, 0), QModelIndex()
    assert [model.has(row, none, "boat") for row in (0, 1)] == [False, True]
    assert len(made) == 100  # below the one that does not say it itself
    assert all(model.has(row, none, "use 99") for row in (0, 1))
    assert [row for row in range(100) if model.has(row, top, "use 99")] == [99]
    assert model.has(3, top, "ferry")
