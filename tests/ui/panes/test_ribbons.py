"""Ribbons: a click on a band chooses its passage, and bands stay in sight when scrolled past."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from workbench.ui.panes.ribbons import TAB, WIDTH, Ribbon, Ribbons
from workbench.ui.theme import LIGHT

HEIGHT = 300
STRAIGHT = Ribbon("straight", 0, (20.0, 60.0), (20.0, 60.0))
SLANTED = Ribbon("slanted", 1, (100.0, 120.0), (200.0, 220.0))


@pytest.fixture
def ribbons(qtbot):
    made = Ribbons(LIGHT, str)
    qtbot.addWidget(made)
    made.resize(WIDTH, HEIGHT)
    return made


def click(qtbot, ribbons, x, y, button=Qt.MouseButton.LeftButton):
    heard = []
    ribbons.ribbon_clicked.connect(heard.append)
    qtbot.mouseClick(ribbons, button, pos=QPoint(x, y))
    ribbons.ribbon_clicked.disconnect(heard.append)
    return heard


@pytest.mark.parametrize(
    ("x", "y", "expected"),
    [
        (2, 40, ["straight"]),
        (WIDTH - 2, 40, ["straight"]),
        (2, 110, ["slanted"]),
        (WIDTH // 2, 160, ["slanted"]),
        (WIDTH - 2, 210, ["slanted"]),
        (2, 210, []),
        (WIDTH // 2, 80, []),
    ],
)
def test_clicks(ribbons, qtbot, x, y, expected):
    ribbons.set_ribbons([STRAIGHT, SLANTED], "")
    assert click(qtbot, ribbons, x, y) == expected


def test_only_the_left_button_chooses(ribbons, qtbot):
    ribbons.set_ribbons([STRAIGHT], "")
    assert click(qtbot, ribbons, 20, 40, Qt.MouseButton.RightButton) == []


def test_where_two_ribbons_cross_the_later_one_is_chosen(ribbons, qtbot):
    ribbons.set_ribbons([STRAIGHT, Ribbon("over", 1, (20.0, 60.0), (20.0, 60.0))], "")
    assert click(qtbot, ribbons, 20, 40) == ["over"]


@pytest.mark.parametrize(
    ("ribbon", "x"),
    [
        (Ribbon("half", 0, (100.0, 140.0), None), 2),
        (Ribbon("half", 0, None, (100.0, 140.0)), WIDTH - 2),
    ],
)
def test_a_passage_that_one_pane_lacks_reaches_a_little_way(ribbons, qtbot, ribbon, x):
    ribbons.set_ribbons([ribbon], "")
    assert click(qtbot, ribbons, x, 120) == ["half"]
    assert click(qtbot, ribbons, WIDTH - x, 120) == []
    assert TAB < WIDTH / 2


@pytest.mark.parametrize(
    ("ends", "y"), [((-90.0, -50.0), 1), ((HEIGHT + 50.0, HEIGHT + 90.0), HEIGHT - 2)]
)
def test_a_passage_out_of_sight_keeps_an_edge_in_sight(ribbons, qtbot, ends, y):
    ribbons.set_ribbons([Ribbon("away", 0, ends, ends)], "")
    assert click(qtbot, ribbons, WIDTH // 2, y) == ["away"]


def test_the_chosen_ribbon_is_stronger(ribbons):
    def ink(chosen):
        ribbons.set_ribbons([STRAIGHT], chosen)
        return ribbons.grab().toImage().pixelColor(WIDTH // 2, 40)

    hue = QColor(LIGHT.hue(0))
    distances = [abs(ink(chosen).red() - hue.red()) for chosen in ("", "straight")]
    assert distances[1] < distances[0]


def told(widget, place):
    """Return what the tip says when the mouse rests at a place."""
    QApplication.sendEvent(
        widget, QHelpEvent(QHelpEvent.Type.ToolTip, place, widget.mapToGlobal(place))
    )
    words = QToolTip.text()
    QToolTip.hideText()
    return words


def test_hovering_names_the_passage(ribbons):
    ribbons.set_ribbons([STRAIGHT, SLANTED], "")
    assert told(ribbons, QPoint(4, 40)) == "straight"
    assert told(ribbons, QPoint(4, 110)) == "slanted"


def test_the_mouse_shows_what_a_click_would_do(ribbons, qtbot):
    ribbons.set_ribbons([STRAIGHT], "")
    ribbons.show()
    qtbot.waitExposed(ribbons)
    shapes = []
    for place in (QPoint(4, 40), QPoint(4, 250)):
        qtbot.mouseMove(ribbons, place)
        shapes.append(ribbons.cursor().shape())
    assert shapes == [Qt.CursorShape.PointingHandCursor, Qt.CursorShape.SplitHCursor]


def test_dragging_beside_the_ribbons_tells_how_far(ribbons, qtbot):
    heard = []
    ribbons.set_ribbons([STRAIGHT], "")
    ribbons.width_dragged.connect(heard.append)
    qtbot.mousePress(ribbons, Qt.MouseButton.LeftButton, pos=QPoint(20, 250))
    qtbot.mouseMove(ribbons, QPoint(35, 250))
    qtbot.mouseRelease(ribbons, Qt.MouseButton.LeftButton, pos=QPoint(35, 250))
    qtbot.mouseMove(ribbons, QPoint(40, 250))
    assert heard == [15]
    heard.clear()
    qtbot.mousePress(ribbons, Qt.MouseButton.LeftButton, pos=QPoint(20, 40))
    qtbot.mouseMove(ribbons, QPoint(35, 40))
    assert heard == []
