"""The colour of a tag can be seen on every paper, whatever colour that is."""

import pytest
from PySide6.QtGui import QColor

from workbench.model import Tag
from workbench.project.tagging import COLOURS
from workbench.ui.tag_colours import contrast, dot, shown, sign
from workbench.ui.theme import DARK, LIGHT, THEMES

ODD = ("", "#ffffff", "#000000", "#ffff00", "#202124", "#888888")


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
@pytest.mark.parametrize("colour", [*COLOURS, *ODD])
def test_it_stands_out(theme, colour):
    wanted = 4.5 if "contrast" in theme.name else 3.0
    assert contrast(shown(colour, theme), QColor(theme.paper)) >= wanted


def test_a_colour_that_stands_out_is_left_as_it_is():
    assert shown("#c0392b", LIGHT).name() == "#c0392b"
    assert (
        shown("#c0392b", DARK).name() != "#c0392b"
        or contrast(QColor("#c0392b"), QColor(DARK.paper)) >= 3.0
    )


def test_contrast_is_that_of_the_guidelines():
    assert contrast(QColor("#fff"), QColor("#000")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("#ffffff")) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(("name", "letter"), [("framing", "F"), ("‘war’", "W"), ("…", "•")])
def test_a_letter_stands_beside_the_colour(name, letter):
    assert sign(Tag("t", name)) == letter


def test_a_spot_has_the_colour(qapp):
    middle = dot("#c0392b", LIGHT).pixmap(10, 10).toImage().pixelColor(5, 5)
    assert middle.name() == "#c0392b"
