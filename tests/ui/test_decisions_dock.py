"""The list of what was decided about passages, and the way back."""

import pytest
from PySide6.QtCore import Qt

from workbench.model import Decision, Link, Passage, Span
from workbench.ui.decisions_dock import EMPTY, DecisionsDock

LINK = Link(Passage("one", Span(0, 9)), Passage("two", Span(17, 26)))
HALVES = (
    Link(Passage("one", Span(0, 3)), Passage("two", Span(17, 20))),
    Link(Passage("one", Span(4, 9)), Passage("two", Span(21, 26))),
)
GONE = Link(Passage("gone", Span(0, 9)), Passage("two", Span(0, 7)))
DECISIONS = (
    Decision((LINK,), (), "chance"),
    Decision((LINK,), HALVES),
    Decision(HALVES, (LINK,)),
    Decision((LINK,), HALVES[:1]),
    Decision((), (GONE,)),
)


@pytest.fixture
def dock(desk, qtbot):
    made = DecisionsDock(desk)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def cells(dock):
    model = dock.listing.model
    return [
        tuple(model.index(row, column).data() for column in range(model.columnCount()))
        for row in range(model.rowCount())
    ]


def test_at_first_the_list_says_what_it_is_for(dock):
    assert dock.listing.empty_words == EMPTY


def test_decisions_are_named_the_latest_first(dock):
    dock.set_decisions(DECISIONS)
    assert cells(dock) == [
        ("linked by hand", "nothing", "— · B", ""),
        ("ends corrected", "“The ferry”", "A · B", ""),
        ("joined", "“The”", "A · B", ""),
        ("split", "“The ferry”", "A · B", ""),
        ("rejected", "“The ferry”", "A · B", "chance"),
    ]


def test_marked_decisions_are_taken_back(dock, qtbot):
    dock.set_decisions(DECISIONS)
    assert not dock.take_back.isEnabled()
    dock.listing.view.selectAll()
    with qtbot.waitSignal(dock.take_back_wanted) as wanted:
        qtbot.mouseClick(dock.take_back, Qt.MouseButton.LeftButton)
    assert set(wanted.args[0]) == set(DECISIONS)


def test_a_row_leads_to_its_passage(dock, qtbot):
    dock.set_decisions(DECISIONS)
    with qtbot.waitSignal(dock.place_chosen) as led:
        dock.listing.row_chosen.emit(dock.listing.model.index(4, 0))
    assert led.args == ["one", LINK.a.span]
    with qtbot.assertNotEmitted(dock.place_chosen):
        dock.listing.row_chosen.emit(dock.listing.model.index(0, 0))
