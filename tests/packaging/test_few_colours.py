"""Pictures of the manual take little room, and nobody sees it."""

import pytest
from few_colours import MOST, with_few_colours
from PySide6.QtGui import QColor, QImage


def painted(width, height, colour):
    picture = QImage(width, height, QImage.Format.Format_RGB32)
    for x in range(width):
        for y in range(height):
            picture.setPixelColor(x, y, colour(x, y))
    return picture


@pytest.mark.parametrize("width", [1, 2, 3, 4, 5])
def test_few_colours_stay_as_they_are(width):
    picture = painted(width, 7, lambda x, y: QColor(x * 40, y * 30, 200))
    few = with_few_colours(picture)
    assert few.format() == QImage.Format.Format_Indexed8
    assert few.convertToFormat(QImage.Format.Format_RGB32) == picture


def test_of_many_colours_those_stay_that_are_seen_most():
    picture = painted(64, 64, lambda x, y: QColor(x * 4, y * 4, 0) if x < 32 else QColor(9, 9, 250))
    few = with_few_colours(picture)
    assert few.colorCount() == MOST
    assert few.pixelColor(40, 40) == QColor(9, 9, 250)
    for x in range(64):
        for y in range(64):
            there, here = picture.pixelColor(x, y), few.pixelColor(x, y)
            assert abs(there.red() - here.red()) + abs(there.green() - here.green()) <= 16


def test_a_table_is_as_short_as_asked_for_and_the_same_each_time():
    picture = painted(16, 16, lambda x, y: QColor(x * 16, y * 16, 128))
    assert with_few_colours(picture, 5).colorCount() == 5
    assert with_few_colours(picture, 5) == with_few_colours(picture, 5)
