"""Small widgets stand side by side and go on to the next line where they must."""

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from workbench.ui.flow_layout import FlowLayout

SIDE, GAP = 40, 4


@pytest.fixture
def row(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.flow = FlowLayout(GAP, made)
    for _ in range(3):
        box = QLabel()
        box.setFixedSize(SIDE, SIDE)
        made.flow.addWidget(box)
    made.show()
    return made


@pytest.mark.parametrize(("width", "lines"), [(3 * SIDE + 2 * GAP, 1), (2 * SIDE + GAP, 2), (1, 3)])
def test_it_is_as_high_as_it_must_be(row, width, lines):
    assert row.flow.hasHeightForWidth()
    assert row.flow.heightForWidth(width) == lines * SIDE + (lines - 1) * GAP


def test_things_are_placed_line_by_line(row):
    row.resize(2 * SIDE + GAP, 200)
    row.flow.activate()
    places = [row.flow.itemAt(at).geometry().topLeft().toTuple() for at in range(3)]
    assert places == [(0, 0), (SIDE + GAP, 0), (0, SIDE + GAP)]


def test_it_needs_room_for_its_largest(row):
    assert row.flow.sizeHint().toTuple() == (SIDE, SIDE)
    assert not row.flow.expandingDirections()


def test_things_are_taken_out(row):
    item = row.flow.takeAt(1)
    item.widget().deleteLater()
    assert row.flow.count() == 2
    assert row.flow.takeAt(5) is row.flow.itemAt(-1) is None
