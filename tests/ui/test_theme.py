"""Both themes can be read: WCAG 2.1 AA contrast for words, 3 : 1 for what carries meaning."""

import pytest
from PySide6.QtGui import QColor, QPalette

from workbench.ui.theme import (
    DARK,
    LIGHT,
    THEMES,
    TINT_CHOSEN,
    blend,
    palette,
    sans,
    serif,
    style_sheet,
)

WORDS = 4.5
SHAPES = 3.0


def luminance(colour):
    def linear(value):
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(value) for value in QColor(colour).getRgbF()[:3])
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def over(paper, tint):
    """Mix a half-transparent colour with what lies below it."""
    share = tint.alphaF()
    mixed = [
        share * above + (1 - share) * below
        for above, below in zip(tint.getRgbF()[:3], QColor(paper).getRgbF()[:3], strict=True)
    ]
    return QColor.fromRgbF(*mixed)


@pytest.fixture(params=[LIGHT, DARK], ids=["light", "dark"])
def theme(request):
    return request.param


def test_the_measure_itself():
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("ground", ["paper", "chrome", "raised", "selected", "checked"])
@pytest.mark.parametrize("words", ["ink", "dim"])
def test_words_can_be_read(theme, words, ground):
    assert contrast(getattr(theme, words), getattr(theme, ground)) >= WORDS


@pytest.mark.parametrize("words", ["accent", "warning"])
def test_coloured_words_can_be_read(theme, words):
    assert contrast(getattr(theme, words), theme.paper) >= WORDS


def test_selected_words_and_the_first_button_can_be_read(theme):
    assert contrast(theme.paper, theme.accent) >= WORDS


def test_every_hue_stands_out_from_the_paper(theme):
    weak = [hue for hue in theme.hues if contrast(hue, theme.paper) < SHAPES]
    assert weak == []


def test_words_on_every_tint_can_be_read(theme):
    for hue in range(len(theme.hues)):
        tinted = over(theme.paper, blend(theme.hue(hue), TINT_CHOSEN))
        assert contrast(theme.ink, tinted) >= WORDS


def test_the_focus_frame_stands_out(theme):
    assert contrast(theme.accent, theme.chrome) >= SHAPES


def test_hues_repeat_after_the_last(theme):
    assert len(set(theme.hues)) == len(theme.hues)
    assert theme.hue(len(theme.hues)) == theme.hue(0)


def test_a_theme_is_found_by_its_name(theme):
    assert THEMES[theme.name] is theme
    assert theme.is_dark == (luminance(theme.paper) < luminance(theme.ink))


def test_blending_leaves_the_hue_as_it_is(theme):
    hue = theme.hue(0)
    assert blend(hue, 0.25).alphaF() == pytest.approx(0.25, abs=0.001)
    assert hue.alphaF() == 1


def test_the_palette_and_the_sheet_use_the_theme(theme):
    colours = palette(theme)
    assert colours.color(QPalette.ColorRole.Text) == QColor(theme.ink)
    disabled = colours.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert disabled == QColor(theme.dim)
    other = DARK if theme is LIGHT else LIGHT
    assert theme.ink in style_sheet(theme)
    assert other.ink not in style_sheet(theme)


@pytest.mark.parametrize("face", [serif, sans])
def test_a_face_has_the_height_asked_for(qapp, face):
    assert face(16).pixelSize() == 16
    assert face(16, semibold=True).weight() > face(16).weight()
    assert face(16).families() == face(20).families()
