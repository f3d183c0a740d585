"""A panel stands beside its words and hides none of them, where there is room."""

from itertools import product

import pytest
from PySide6.QtCore import QPoint, QRect, QSize

from workbench.ui.beside import GAP, beside

ROOM = QRect(100, 50, 800, 600)
SIZE = QSize(300, 200)


def placed(words, size=SIZE):
    return QRect(beside(size, words, ROOM), size)


def test_below_where_it_fits():
    words = QRect(200, 100, 120, 20)
    assert placed(words).topLeft() == QPoint(200, words.bottom() + GAP)


def test_above_where_it_does_not():
    words = QRect(200, 600, 120, 20)
    assert placed(words).top() == words.top() - GAP - SIZE.height()


def test_at_the_side_of_many_lines():
    right = placed(QRect(110, 60, 200, 580))
    assert right.left() > 310
    left = placed(QRect(600, 60, 290, 580))
    assert left.right() < 600


def test_it_hides_the_least_where_there_is_no_room():
    words = QRect(110, 60, 780, 580)
    assert placed(words).bottom() == ROOM.bottom()


@pytest.mark.parametrize(("left", "top"), [*product((-50, 100, 500, 880), (0, 50, 300, 640))])
def test_it_stays_in_the_room(left, top):
    assert ROOM.contains(placed(QRect(left, top, 40, 20)))


def test_what_is_larger_than_the_room_begins_where_it_does():
    assert beside(QSize(900, 900), QRect(300, 300, 10, 10), ROOM) == ROOM.topLeft()
