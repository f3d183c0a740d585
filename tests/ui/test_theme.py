"""Every theme can be read, and its hues told apart, also by the colour-blind.

Words have the contrast of WCAG 2.1 AA (AAA where it is to be high), what carries meaning 3 : 1.
"""

import re
from dataclasses import fields
from itertools import combinations

import pytest
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QToolButton

from workbench.resources import read_text
from workbench.ui.theme import (
    CHROME,
    DARK,
    DARK_CONTRAST,
    LIGHT,
    LIGHT_CONTRAST,
    THEMES,
    TINT,
    TINT_CHOSEN,
    blend,
    mixture,
    palette,
    sans,
    serif,
    style_sheet,
    theme_for,
)

WORDS = {LIGHT: 4.5, DARK: 4.5, LIGHT_CONTRAST: 7.0, DARK_CONTRAST: 7.0}
SHAPES = 3.0
GROUNDS = ("paper", "chrome", "raised", "selected", "checked")
APART = 14  # CIE 1976 colour difference; one of 2.3 is just seen
VOICES_APART = 12

# Machado, Oliveira, Fernandes 2009, severity 1.0, for linear RGB
SIGHTS = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
TO_XYZ = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)
WHITE = (0.95047, 1.0, 1.08883)


def linear(colour):
    return [
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in QColor(colour).getRgbF()[:3]
    ]


def mixed(matrix, vector):
    return [sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix]


def luminance(colour):
    return mixed(TO_XYZ, linear(colour))[1]


def contrast(one, other):
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def as_seen(colour, sight):
    """Return a colour in CIE L*a*b* as somebody with this sight sees it."""
    seen = [min(1.0, max(0.0, value)) for value in mixed(SIGHTS[sight], linear(colour))]

    def bent(value):
        return value ** (1 / 3) if value > (6 / 29) ** 3 else value * (29 / 6) ** 2 / 3 + 4 / 29

    x, y, z = (bent(a / b) for a, b in zip(mixed(TO_XYZ, seen), WHITE, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def difference(one, other, sight):
    pairs = zip(as_seen(one, sight), as_seen(other, sight), strict=True)
    return sum((a - b) ** 2 for a, b in pairs) ** 0.5


def over(paper, tint):
    """Mix a half-transparent colour with what lies below it."""
    share = tint.alphaF()
    seen = [
        share * above + (1 - share) * below
        for above, below in zip(tint.getRgbF()[:3], QColor(paper).getRgbF()[:3], strict=True)
    ]
    return QColor.fromRgbF(*seen)


def tints(theme):
    return [
        over(theme.paper, blend(theme.hue(place), strength))
        for place in range(len(theme.hues))
        for strength in (TINT, TINT_CHOSEN)
    ]


@pytest.fixture(params=WORDS, ids=lambda theme: theme.name)
def theme(request):
    return request.param


def test_the_measures_themselves():
    assert contrast("#ffffff", "#000000") == pytest.approx(21, abs=0.01)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert as_seen("#ffffff", "usual") == pytest.approx((100, 0, 0), abs=0.02)
    assert difference("#ff0000", "#ff0000", "usual") == 0
    red, green = "#c80000", "#5c6d00"
    assert difference(red, green, "deuteranopia") < difference(red, green, "usual") / 2
    assert difference("#0060d0", "#007a6a", "tritanopia") < 40


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("words", ["ink", "dim"])
def test_words_can_be_read(theme, words, ground):
    assert contrast(getattr(theme, words), getattr(theme, ground)) >= WORDS[theme]


@pytest.mark.parametrize("words", ["accent", "warning"])
@pytest.mark.parametrize("ground", GROUNDS)
def test_coloured_words_can_be_read(theme, words, ground):
    assert contrast(getattr(theme, words), getattr(theme, ground)) >= 4.5


RULE = re.compile(r"([^{}]+)\{([^}]*)\}")
COLOUR = re.compile(
    r"(?<![-\w])(color|background|selection-color|selection-background-color): \$(\w+)"
)


def pairs_in(sheet):
    """Yield which rule of a style sheet sets words of which colour on which ground."""
    for rule, body in RULE.findall(sheet):
        colours = dict(COLOUR.findall(body))
        for words, ground in (
            ("color", "background"),
            ("selection-color", "selection-background-color"),
        ):
            if words in colours:
                grounds = [colours[ground]] if ground in colours else ["chrome", "raised", "paper"]
                yield from ((rule.strip(), colours[words], each) for each in grounds)


def test_the_words_of_every_rule_of_the_style_sheet_can_be_read(theme):
    sheet = read_text("themes/window.qss")
    found = list(pairs_in(sheet))
    assert ("QMenu::item:selected", "ink", "selected") in found
    assert ("QTabBar::tab", "dim", "chrome") in found
    weak = [
        (rule, words, ground)
        for rule, words, ground in found
        if contrast(getattr(theme, words), getattr(theme, ground))
        < (4.5 if "accent" in (words, ground) else WORDS[theme])
    ]
    assert weak == []


@pytest.mark.parametrize("made", [QLineEdit, QPlainTextEdit, QToolButton])
def test_hints_and_keys_can_be_read(qtbot, theme, made):
    widget = made()
    qtbot.addWidget(widget)
    widget.setStyleSheet(style_sheet(theme))
    widget.ensurePolished()
    hint = widget.palette().color(QPalette.ColorRole.PlaceholderText)
    assert hint.name(QColor.NameFormat.HexArgb) == "#ff" + theme.dim[1:]  # dim is readable itself


def test_every_colour_of_the_style_sheet_is_one_of_the_theme(theme):
    names = set(re.findall(r"\$(\w+)", read_text("themes/window.qss")))
    assert names <= {field.name for field in fields(theme)}


def test_what_is_selected_in_a_field_can_be_read(theme):
    colours = palette(theme)
    words, ground = QPalette.ColorRole.HighlightedText, QPalette.ColorRole.Highlight
    assert contrast(colours.color(words), colours.color(ground)) >= 4.5


def test_the_ends_of_a_passage_stand_out_from_its_ground(theme):
    for place, hue in enumerate(theme.hues):
        tint = over(theme.paper, blend(theme.hue(place), TINT_CHOSEN))
        assert contrast(hue, theme.paper) >= SHAPES
        assert difference(hue, tint, "usual") > 2 * APART


def test_selected_words_and_the_first_button_can_be_read(theme):
    assert contrast(theme.paper, theme.accent) >= 4.5


def test_every_hue_stands_out(theme):
    grounds = (theme.paper, theme.chrome)
    weak = [hue for hue in theme.hues for one in grounds if contrast(hue, one) < SHAPES - 0.25]
    assert weak == []
    assert [hue for hue in theme.hues if contrast(hue, theme.paper) < SHAPES] == []


def test_words_on_every_tint_can_be_read(theme):
    assert min(contrast(theme.ink, tint) for tint in tints(theme)) >= WORDS[theme]


@pytest.mark.parametrize("voice", range(6))
def test_quoted_words_can_be_read_on_paper_on_every_tint_and_where_found(theme, voice):
    grounds = [theme.paper, *tints(theme), theme.found]
    weakest = min(contrast(theme.voice(voice), ground) for ground in grounds)
    assert weakest >= 4.5


def test_found_words_can_be_read_and_their_ground_is_seen(theme):
    assert contrast(theme.ink, theme.found) >= WORDS[theme]
    assert (
        min(difference(theme.found, ground, "usual") for ground in (theme.paper, *tints(theme)))
        > 15
    )


def test_the_focus_frame_stands_out(theme):
    for ground in GROUNDS[:4]:
        assert contrast(theme.accent, getattr(theme, ground)) >= SHAPES


@pytest.mark.parametrize("name", ["light, high contrast", "dark, high contrast"])
def test_in_high_contrast_edges_stand_out_too(name):
    theme = THEMES[name]
    assert contrast(theme.hairline, theme.paper) >= SHAPES
    assert contrast(theme.hairline, theme.chrome) >= SHAPES


@pytest.mark.parametrize("sight", SIGHTS)
def test_hues_are_told_apart(theme, sight):
    near = [pair for pair in combinations(theme.hues, 2) if difference(*pair, sight) < APART]
    assert near == []


@pytest.mark.parametrize("sight", SIGHTS)
def test_voices_are_told_apart_from_each_other_and_from_other_words(theme, sight):
    words = (*theme.voices, theme.ink)
    near = [pair for pair in combinations(words, 2) if difference(*pair, sight) < VOICES_APART]
    assert near == []


def test_hues_repeat_after_the_last(theme):
    assert theme.hue(len(theme.hues)) == theme.hue(0)
    assert theme.voice(len(theme.voices)) == theme.voice(0)
    assert theme.voice(-1) == QColor(theme.dim)


def test_a_theme_is_found_by_its_name_and_by_what_it_is(theme):
    assert THEMES[theme.name] is theme
    assert theme.is_dark == (luminance(theme.paper) < luminance(theme.ink))
    assert theme_for(dark=theme.is_dark, contrast="contrast" in theme.name) is theme


def test_blending_leaves_the_hue_as_it_is(theme):
    hue = theme.hue(0)
    assert blend(hue, 0.25).alphaF() == pytest.approx(0.25, abs=0.001)
    assert hue.alphaF() == 1


@pytest.mark.parametrize("strength", [0, TINT, TINT_CHOSEN, 1])
def test_a_mixture_is_what_a_tint_on_paper_looks_like(theme, strength):
    wanted = over(theme.paper, blend(theme.hue(0), strength))
    found = mixture(QColor(theme.paper), theme.hue(0), strength)
    assert found.getRgbF() == pytest.approx(wanted.getRgbF(), abs=0.001)


def test_the_palette_and_the_sheet_use_the_theme(theme):
    colours = palette(theme)
    assert colours.color(QPalette.ColorRole.Text) == QColor(theme.ink)
    disabled = colours.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert disabled == QColor(theme.dim)
    other = theme_for(dark=not theme.is_dark, contrast=theme in (LIGHT_CONTRAST, DARK_CONTRAST))
    assert theme.ink in style_sheet(theme)
    assert other.dim not in style_sheet(theme)


@pytest.mark.parametrize("face", [serif, sans])
def test_a_face_has_the_height_asked_for(qapp, face):
    assert face(16).pixelSize() == 16
    assert face(16, semibold=True).weight() > face(16).weight()
    assert face(16).families() == face(20).families()


def test_words_grow_with_the_programs_own_font(qapp):
    usual = QGuiApplication.font()
    larger = QFont(usual)
    larger.setPixelSize(CHROME * 2)
    try:
        qapp.setFont(larger)
        assert sans(11).pixelSize() == 22
        assert serif(16).pixelSize() == 32
    finally:
        qapp.setFont(usual)
    assert sans(11).pixelSize() == 11
