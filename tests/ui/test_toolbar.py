"""The toolbar shows what there is room for: keys go first, then what is needed least."""

import pytest
from PySide6.QtCore import Qt

from workbench.ui.theme import GRID
from workbench.ui.toolbar import GIVING_WAY, LEFT, MIDDLE, RIGHT, Toolbar

LEFT_BUTTON = Qt.MouseButton.LeftButton
ALL = (*LEFT, *MIDDLE, *RIGHT)
AMPLE = 2400


def names(bar):
    return [name for name, button in bar.buttons.items() if button.isVisible()]


def with_keys(bar):
    return [name for name in names(bar) if bar.buttons[name].shows_key]


@pytest.fixture
def bar(window, qtbot):
    """A toolbar by itself, as wide as all its buttons need with their keys."""
    made = Toolbar(window.actions_by_name)
    qtbot.addWidget(made)
    made.resize(AMPLE, 40)
    made.show()
    made.resize(made.sizeHint().width() + GRID, 40)
    return made


def test_where_there_is_room_every_button_tells_its_key(bar):
    assert with_keys(bar) == list(ALL)


def test_where_there_is_less_the_layers_alone_tell_their_keys(bar):
    bar.resize(bar.width() - 20, 40)
    assert names(bar) == list(ALL)
    assert with_keys(bar) == list(MIDDLE)


def test_then_no_button_does_and_then_some_are_left_out(bar):
    told = []
    for width in range(bar.width(), bar.minimumSizeHint().width() - 1, -5):
        bar.resize(width, 40)
        told.append((len(names(bar)), len(with_keys(bar))))
        assert set(names(bar)) == set(ALL) - set(GIVING_WAY[: len(ALL) - len(names(bar))])
    assert told == sorted(told, reverse=True)
    assert (len(ALL), 0) in told
    assert told[-1][0] < len(ALL) - 3
    assert "shared" in names(bar)


@pytest.mark.parametrize("width", [1400, 1000, 700, 500])
def test_nothing_that_is_shown_is_cut(bar, qtbot, width):
    bar.resize(width, 40)
    shown = [bar.buttons[name] for name in names(bar)]
    qtbot.waitUntil(lambda: all(one.width() >= one.sizeHint().width() for one in shown))
    assert shown[-1].geometry().right() < bar.width()


def test_a_key_that_is_changed_finds_its_room(bar, window, qtbot):
    before = bar.buttons["find"].sizeHint().width()
    window.actions_by_name["find"].setShortcut("Ctrl+Alt+Shift+F12")
    qtbot.waitUntil(lambda: with_keys(bar) == list(MIDDLE))
    bar.resize(AMPLE, 40)
    qtbot.waitUntil(lambda: bar.buttons["find"].width() > before)


def test_the_overviews_are_a_click_away(window, qtbot):
    buttons = window.toolbar.buttons
    qtbot.mouseClick(buttons["matrix"], LEFT_BUTTON)
    assert window.overview.isVisible()
    qtbot.mouseClick(buttons["timeline"], LEFT_BUTTON)
    assert window.overview.shown == "timeline"
    qtbot.mouseClick(buttons["timeline"], LEFT_BUTTON)
    assert window.board.isVisible()
