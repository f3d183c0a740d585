"""The window wears what the system or the analyst wishes, and its words are as large."""

import pytest
from PySide6.QtGui import QFont

from workbench.ui.dressing import Dressing, chrome_font
from workbench.ui.panes.pane import LEAST_WIDTH
from workbench.ui.siglum_tile import tile_size
from workbench.ui.theme import CHROME, DARK, DARK_CONTRAST, LIGHT, LIGHT_CONTRAST


@pytest.fixture
def dressing(qapp, window, settings):
    made = Dressing(qapp, settings, window)
    made.serve(window)
    yield made
    qapp.setStyleSheet("")


def checked(window):
    names = ("dark", "contrast", "system_colours")
    return [name for name in names if window.actions_by_name[name].isChecked()]


def test_at_first_the_system_decides(dressing, window):
    assert dressing.theme in (LIGHT, DARK)
    assert "system_colours" in checked(window)


def test_actions_change_the_colours_and_the_choice_is_kept(dressing, window, settings):
    actions = window.actions_by_name
    if dressing.theme is LIGHT:
        actions["dark"].trigger()
    else:
        settings.set("theme", "dark")
        dressing.dress()
    assert (dressing.theme, settings.get("theme")) == (DARK, "dark")
    actions["contrast"].trigger()
    assert (dressing.theme, settings.get("contrast")) == (DARK_CONTRAST, "yes")
    actions["dark"].trigger()
    assert dressing.theme is LIGHT_CONTRAST
    assert checked(window) == ["contrast"]
    actions["contrast"].trigger()
    assert dressing.theme is LIGHT


def test_going_back_to_the_colours_of_the_system(dressing, window, settings):
    settings.set("theme", "dark")
    dressing.dress()
    window.actions_by_name["system_colours"].trigger()
    assert settings.get("theme") == "system"
    before = dressing.theme
    window.actions_by_name["system_colours"].trigger()
    assert settings.get("theme") == ("dark" if before.is_dark else "light")
    assert dressing.theme is before


def test_the_panes_wear_it_too(dressing, window, settings):
    pictures = []
    for theme in ("light", "dark"):
        settings.set("theme", theme)
        dressing.dress()
        picture = window.board.panes[0].grab().toImage()
        pictures.append(picture.pixelColor(3, picture.height() - 3).name())
    assert pictures == [LIGHT.paper, DARK.paper]


@pytest.mark.parametrize(
    ("system", "ours"), [(9, 13), (12, 13), (13, 13), (15, 13), (18, 18), (20, 20), (60, 26)]
)
def test_words_are_as_large_as_the_systems(qapp, system, ours):
    font = QFont()
    font.setPixelSize(system)
    assert chrome_font(font).pixelSize() == ours


@pytest.fixture
def large(qapp):
    """The program's words, twice as large as usual."""
    usual = qapp.font()
    larger = QFont(usual)
    larger.setPixelSize(CHROME * 2)
    qapp.setFont(larger)
    yield
    qapp.setFont(usual)


def test_where_words_are_large_all_that_holds_them_is(large, window):
    pane, overview = window.board.panes[0], window.overview
    assert pane.view.document().defaultFont().pixelSize() == 32
    assert pane.minimumWidth() == LEAST_WIDTH * 2
    heads = (overview.matrix.rows, overview.timeline.rows)
    assert [head.defaultSectionSize() for head in heads] == [80, 72]
    assert all(head.width() > 500 for head in heads)
    assert tile_size("A").height() == 36
    window.overview.matrix.refresh()
    assert overview.matrix.columns.height() == 128
