"""Lines that are painted need as much room as is kept for them, whatever face they are in."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QFont, QFontMetrics

from workbench.ui.panes.headline import MOST_LINES, Headline
from workbench.ui.panes.lines import line_height
from workbench.ui.theme import SANS_FAMILIES, SERIF_FAMILIES
from workbench.ui.wrapped_list import WRAP

SIZES = range(9, 25)


def face(family, pixels):
    font = QFont(family)
    font.setPixelSize(pixels)
    return font


@pytest.mark.parametrize("family", [*SANS_FAMILIES, *SERIF_FAMILIES])
def test_so_many_lines_are_as_high_as_they_are_painted(qapp, family):
    for pixels in SIZES:
        font = face(family, pixels)
        room = QRect(0, 0, 400, 10_000)
        for lines in range(1, 5):
            painted = QFontMetrics(font).boundingRect(room, WRAP, "\n".join(["Ág"] * lines))
            assert painted.height() == lines * line_height(font)


@pytest.mark.parametrize("family", SERIF_FAMILIES)
def test_a_headline_keeps_its_last_line_off_what_follows(qtbot, family):
    for pixels in SIZES:
        headline = Headline("Ministers talk of the new harbour " * 5, face(family, pixels))
        qtbot.addWidget(headline)
        metrics = QFontMetrics(headline.font())
        one, all_ = headline.height_at(100_000), headline.height_at(240)
        line = (all_ - one) / (MOST_LINES - 1)
        assert line >= metrics.height()
        assert all_ - (MOST_LINES - 1) * line >= metrics.height() + metrics.descent()
