"""Where spans lie on the page: boxes line by line, extents, and what of it is in sight."""

import pytest

from workbench.model import Span
from workbench.ui.panes.article_document import ArticleDocument
from workbench.ui.panes.placing import Placed, Placing
from workbench.ui.theme import serif

WIDTH = 300
GUTTER = 14
TEXT = (
    "The ferry 😀 left the old harbour at noon with a band on deck and nobody waved.\n\n"
    "Second paragraph.\n\nאמר הדובר כי המעבורת יצאה.\n"
)


@pytest.fixture
def placing(qapp):
    document = ArticleDocument(TEXT, GUTTER)
    document.set_font(serif(16), 25)
    document.qt.setTextWidth(WIDTH)
    made = Placing(document)
    made.document = document
    return made


def span_of(words):
    start = TEXT.index(words)
    return Span(start, start + len(words))


def test_a_span_within_a_line_has_one_box(placing):
    (box,) = placing.boxes(span_of("The ferry"))
    assert box.left() == pytest.approx(GUTTER, abs=1)
    assert 40 < box.width() < 120
    assert placing.extent(span_of("The ferry")) == (box.top(), box.bottom())


def test_a_span_of_several_lines_has_a_box_in_each(placing):
    span = span_of("left the old harbour at noon with a band on deck and nobody")
    boxes = placing.boxes(span)
    assert len(boxes) > 1
    assert [box.top() for box in boxes] == sorted({box.top() for box in boxes})
    assert boxes[1].left() == pytest.approx(GUTTER, abs=1)
    assert placing.extent(span) == (boxes[0].top(), boxes[-1].bottom())


def test_a_span_over_paragraphs_leaves_out_the_gap(placing):
    boxes = placing.boxes(span_of("waved.\n\nSecond"))
    assert len(boxes) == 2
    assert boxes[1].top() > boxes[0].bottom()


def test_boxes_of_neighbouring_words_do_not_overlap(placing):
    (first,), (second,) = (placing.boxes(span_of(words)) for words in ("The", "ferry"))
    assert first.right() <= second.left()


def test_right_to_left_words_have_their_boxes(placing):
    (first,) = placing.boxes(span_of("אמר"))
    (last,) = placing.boxes(span_of("יצאה"))
    assert last.right() < first.left()
    assert first.width() > 10


def test_an_empty_span_has_no_box_and_a_place(placing):
    span = Span(4, 4)
    assert placing.boxes(span) == ()
    top, bottom = placing.extent(span)
    assert bottom > top


def test_a_span_in_the_gap_between_paragraphs_has_a_place(placing):
    start = TEXT.index("\n\n") + 1
    top, bottom = placing.extent(Span(start, start + 1))
    assert top >= placing.extent(span_of("waved."))[0]
    assert bottom >= top


def test_after_a_new_layout_boxes_are_measured_anew(placing):
    before = placing.boxes(span_of("nobody waved."))
    placing.document.qt.setTextWidth(2000)
    assert placing.boxes(span_of("nobody waved.")) == before
    placing.forget()
    assert placing.boxes(span_of("nobody waved.")) != before


def test_what_is_in_sight(placing):
    long, short, late = span_of(TEXT[:70]), span_of("ferry"), span_of("Second")
    placed = Placed(placing, [(late, "late"), (short, "short"), (long, "long")])
    assert [thing for thing, _, _ in placed] == ["short", "long", "late"]
    top, bottom = placing.extent(late)
    assert placed.in_sight(top, bottom) == ["late"]
    assert set(placed.in_sight(0, 5)) == {"long", "short"}
    low = placing.extent(long)[1]
    assert placed.in_sight(low - 5, low - 1) == ["long"]
    assert placed.in_sight(bottom + 1, bottom + 90) == []
    ((_, boxes),) = placed.between(top, bottom)
    assert boxes == placing.boxes(late)
    assert Placed(placing, []).in_sight(0, 900) == []
