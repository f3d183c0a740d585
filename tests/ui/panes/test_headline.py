"""A headline wraps, is cut with a sign where it is long, and runs from its own side."""

import pytest
from PySide6.QtGui import QColor, QPalette

from workbench.model import Article
from workbench.ui.panes.head import Head
from workbench.ui.panes.headline import MOST_LINES, Headline
from workbench.ui.theme import LIGHT, serif, style_sheet

LONG = "Ministers of all the provinces meet to talk of the new harbour and of " * 5
HEBREW = "השרים נפגשו לדבר על הנמל החדש"


def make(qtbot, words, width=240):
    made = Headline(words, serif(17, semibold=True))
    qtbot.addWidget(made)
    made.resize(width, made.height_at(width))
    made.show()
    return made


@pytest.mark.parametrize(
    "words", ["Ferry leaves", "Ministers meet to talk of the new harbour", LONG]
)
def test_lines_hold_the_words_and_fit(qtbot, words):
    headline = make(qtbot, words)
    lines = headline.lines()
    said = "".join(lines)
    assert len(lines) <= MOST_LINES
    assert " ".join(words.split()).startswith(said.rstrip("…").rstrip())
    assert said.endswith("…") == (words is LONG)
    assert all(headline.fontMetrics().horizontalAdvance(line.rstrip()) <= 240 for line in lines)
    assert headline.accessibleName() == " ".join(words.split())


def test_more_lines_are_higher_but_not_than_three(qtbot):
    high = [make(qtbot, LONG[:length]).height() for length in (10, 40, 60, 300)]
    assert high[0] < high[1] < high[2] == high[3]
    assert make(qtbot, "").lines() == [""]


def test_a_sign_outside_the_first_plane_is_not_torn(qtbot):
    words = "😀 " * 60
    assert set("".join(make(qtbot, words).lines())) == {"😀", " ", "…"}


def inked(headline):
    """Return the columns of pixels that hold something of the words."""
    colours = headline.palette()
    colours.setColor(QPalette.ColorRole.WindowText, QColor("#000000"))
    colours.setColor(QPalette.ColorRole.Window, QColor("#ffffff"))
    headline.setPalette(colours)
    headline.setAutoFillBackground(True)
    image = headline.grab().toImage()
    return [
        x
        for x in range(image.width())
        if any(image.pixelColor(x, y).lightness() < 128 for y in range(image.height()))
    ]


def test_words_from_the_right_stand_on_the_right(qtbot):
    assert inked(make(qtbot, "Ferry", 200))[0] < 10
    from_right = inked(make(qtbot, HEBREW[:5], 200))
    assert from_right[-1] > 190
    assert from_right[0] > 100


def test_a_link_to_earlier_texts_moves_no_headline(qtbot):
    heads = []
    for revision in (0, 1):
        head = Head(Article("a", "It left.", "Post", "Ferry leaves", revision=revision), "A", LIGHT)
        qtbot.addWidget(head)
        head.setStyleSheet(style_sheet(LIGHT))
        head.set_theme(LIGHT)
        head.resize(320, head.sizeHint().height())
        head.show()
        heads.append(head)
    assert [head.revised.isVisible() for head in heads] == [False, True]
    assert heads[0].sizeHint().height() == heads[1].sizeHint().height()
