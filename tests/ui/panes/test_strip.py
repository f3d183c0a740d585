"""The strip: a click on a mark chooses its passage, a click beside it goes to that place."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from workbench.model import Kind, Span
from workbench.ui.overlay import Mark
from workbench.ui.panes.strip import Strip
from workbench.ui.theme import DARK, LIGHT

HEIGHT = 400
LEFT = Qt.MouseButton.LeftButton


def mark(cluster, hue=0):
    return Mark(Span(0, 4), cluster, hue, Kind.EDITED)


class Clicks(list):
    def __init__(self, strip):
        super().__init__()
        strip.mark_clicked.connect(self.append)
        strip.place_clicked.connect(self.append)


@pytest.fixture
def strip(qtbot):
    made = Strip(LIGHT, str)
    qtbot.addWidget(made)
    made.resize(made.sizeHint().width(), HEIGHT)
    made.set_marks(
        [(mark("long"), 0.25, 0.5), (mark("tiny", 1), 0.9, 0.9), (mark("end"), 1.0, 1.0)]
    )
    return made


@pytest.mark.parametrize(
    ("height", "expected"),
    [
        (101, "long"),
        (199, "long"),
        (361, "tiny"),
        (363, "tiny"),
        (HEIGHT - 1, "end"),
        (40, 0.1),
        (300, 0.75),
        (0, 0.0),
    ],
)
def test_clicks(strip, qtbot, height, expected):
    clicks = Clicks(strip)
    qtbot.mouseClick(strip, LEFT, pos=QPoint(strip.width() // 2, height))
    assert clicks == [expected]


def test_where_two_marks_overlap_the_later_one_is_chosen(strip, qtbot):
    strip.set_marks([(mark("below"), 0.2, 0.8), (mark("above"), 0.4, 0.6)])
    clicks = Clicks(strip)
    qtbot.mouseClick(strip, LEFT, pos=QPoint(3, HEIGHT // 2))
    qtbot.mouseClick(strip, LEFT, pos=QPoint(3, HEIGHT * 3 // 10))
    assert clicks == ["above", "below"]


def test_marks_are_painted_where_they_lie_in_their_hue(strip):
    strip.set_view(0.0, 0.1)
    for theme in (LIGHT, DARK):
        strip.set_theme(theme)
        picture = strip.grab().toImage()
        middle = strip.width() // 2
        assert picture.pixelColor(middle, 150) == QColor(theme.hue(0))
        assert picture.pixelColor(middle, 362) == QColor(theme.hue(1))
        assert picture.pixelColor(middle, 250) == QColor(theme.track)


def test_a_chosen_passage_stands_out_from_the_others(strip):
    strip.set_chosen("tiny")
    picture = strip.grab().toImage()
    middle = strip.width() // 2
    assert picture.pixelColor(middle, 362) == QColor(LIGHT.hue(1))
    assert picture.pixelColor(middle, 150) != QColor(LIGHT.hue(0))


def told(widget, place):
    """Return what the tip says when the mouse rests at a place."""
    QApplication.sendEvent(
        widget, QHelpEvent(QHelpEvent.Type.ToolTip, place, widget.mapToGlobal(place))
    )
    words = QToolTip.text()
    QToolTip.hideText()
    return words


def test_hovering_names_the_passage(strip):
    assert told(strip, QPoint(6, 150)) == "long"


def test_what_was_found_is_marked_over_the_passages(strip):
    strip.set_view(0.0, 0.1)
    strip.set_marks([(mark("long"), 0.25, 0.5)], [0.3, 0.7])
    picture = strip.grab().toImage()
    middle = strip.width() // 2
    assert picture.pixelColor(middle, 120) == QColor(LIGHT.ink)
    assert picture.pixelColor(middle, 280) == QColor(LIGHT.ink)
    assert picture.pixelColor(middle, 150) == QColor(LIGHT.hue(0))


def test_dragging_scrolls_along(strip, qtbot):
    clicks = Clicks(strip)
    qtbot.mousePress(strip, LEFT, pos=QPoint(6, 40))
    qtbot.mouseMove(strip, QPoint(6, 300))
    assert clicks[0] == 0.1
    assert clicks[-1] == 0.75
