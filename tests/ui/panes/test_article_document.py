"""The article as Qt lays it out keeps every place of the article's own text."""

import pytest

from workbench.model import Span
from workbench.ui.panes.article_document import ArticleDocument, Utf16Map
from workbench.ui.theme import serif

ZWJ_FAMILY = "👩‍👩‍👧"


@pytest.mark.parametrize(
    ("text", "units"),
    [
        pytest.param("", [0], id="nothing"),
        pytest.param("abc", [0, 1, 2, 3], id="one unit each"),
        pytest.param("a😀b", [0, 1, 3, 4], id="an emoji between letters"),
        pytest.param("😀😀", [0, 2, 4], id="two emoji"),
        pytest.param("e\u0301x", [0, 1, 2, 3], id="a combining accent stands alone"),
        pytest.param(ZWJ_FAMILY, [0, 2, 3, 5, 6, 8], id="a family of joined emoji"),
        pytest.param("אב 𐤀", [0, 1, 2, 3, 5], id="right to left"),
        pytest.param("a\ud83db", [0, 1, 2, 3], id="a lone surrogate is one unit"),
        pytest.param("a\x00b", [0, 1, 2, 3], id="a NUL is one unit"),
    ],
)
def test_code_points_and_units(text, units):
    counted = Utf16Map(text)
    assert [counted.to_unit(point) for point in range(len(text) + 1)] == units
    assert [counted.to_point(unit) for unit in units] == list(range(len(text) + 1))


def test_a_unit_inside_a_pair_belongs_to_its_character():
    assert [Utf16Map("a😀b").to_point(unit) for unit in range(5)] == [0, 1, 1, 2, 3]


def test_a_unit_after_the_end_is_the_end():
    assert Utf16Map("a😀").to_point(9) == 2


@pytest.mark.parametrize(
    "text",
    [
        "The ferry left 😀 at noon.\n\nNobody waved.",
        "Mu\u0308ller said cafe\u0301.",
        "אמר: the ferry \u202bנמל\u202c left.",
        "no\u00a0break, thin\u2009space, zero\u200bwidth, \ufeffmark",
        "tab\there\vand\fthere",
    ],
)
def test_what_can_be_shown_is_shown_as_it_is(qapp, text):
    document = ArticleDocument(text)
    block, shown = document.qt.begin(), []
    while block.isValid():
        shown.append(block.text())
        block = block.next()
    assert "\n".join(shown) == text


@pytest.mark.parametrize(
    "odd", ["\x00", "\r", "\u0085", "\u2028", "\u2029", "\ufdd0", "\ufdd1", "\ud83d"]
)
def test_what_cannot_be_shown_keeps_its_place(qapp, odd):
    document = ArticleDocument(f"ab{odd}cd")
    assert document.qt.toPlainText() == "ab\ufffdcd"
    assert document.qt.blockCount() == 1
    assert document.text == f"ab{odd}cd"


def test_a_span_and_its_cursor_are_the_same_place(qapp):
    text = "One 😀 two\n\nthree 😀 four"
    document = ArticleDocument(text)
    start = text.index("three")
    span = Span(start, len(text))
    cursor = document.cursor(span)
    assert cursor.selectedText() == "three 😀 four"
    assert document.span(cursor) == span
    assert document.units(span) == (start + 1, len(text) + 2)
    assert document.point(start + 1) == start


def test_a_blank_line_is_a_gap_lower_than_a_line(qapp):
    document = ArticleDocument("one\n\n \ntwo")
    document.set_font(serif(16), 25)
    document.qt.setTextWidth(400)
    layout = document.qt.documentLayout()
    blocks = [document.qt.findBlockByNumber(place) for place in range(4)]
    tops = [layout.blockBoundingRect(block).top() for block in blocks]
    assert tops[1] - tops[0] >= 25
    assert 0 <= tops[2] - tops[1] < 1
    assert 0 <= tops[3] - tops[2] < 1
    assert document.qt.toPlainText() == "one\n\n \ntwo"


def test_setting_type_leaves_nothing_to_undo(qapp):
    document = ArticleDocument("one\n\ntwo")
    document.set_font(serif(16), 25)
    assert not document.qt.isUndoAvailable()
