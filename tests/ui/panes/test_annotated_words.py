"""Annotated words are marked over the text and beside it, and found again by mouse and cursor."""

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QHelpEvent, QImage, QPainter
from PySide6.QtWidgets import QApplication, QToolTip

from workbench.model import Article, Kind, Span, Tag
from workbench.ui.annotated import AnnotationMark
from workbench.ui.overlay import Layers, Mark
from workbench.ui.panes import annotation_signs
from workbench.ui.panes.annotated_words import LANES
from workbench.ui.panes.annotation_signs import LANE
from workbench.ui.panes.pane import Pane
from workbench.ui.theme import DARK, LIGHT, SERIF_FAMILIES, THEMES, serif

LEFT = Qt.MouseButton.LeftButton
TEXT = (
    "The ferry 😀 left the old harbour at noon, and nobody waved.\n\n"
    + "Nothing else happened there that day. " * 60
    + "\n\nThe end."
)
BOATS = Tag("b", "boats", colour="#c0392b")
PLACES = Tag("p", "places", colour="#2471a3")


def span_of(words):
    start = TEXT.index(words)
    return Span(start, start + len(words))


def mark(words, *tags, **known):
    return AnnotationMark(span_of(words), known.pop("id", words), 0, tags, **known)


@pytest.fixture
def pane(qtbot):
    made = Pane(Article("a", TEXT, headline="Ferry leaves"), "A", LIGHT, str)
    qtbot.addWidget(made)
    made.resize(420, 500)
    made.view.describe_annotation = made.margin.describe = lambda id_: f"about {id_}"
    with qtbot.waitExposed(made):
        made.show()
    return made


def shows(pane, *marks):
    pane.view.annotated.show(marks)


def place(pane, words):
    """Return the middle of some words in the viewport."""
    return pane.view.box_of(span_of(words)).center()


def clicked(pane, qtbot, words):
    heard = []
    pane.annotation_clicked.connect(heard.append)
    pane.mark_clicked.connect(heard.append)
    qtbot.mouseClick(pane.view.viewport(), LEFT, pos=place(pane, words))
    return heard


def picture(pane):
    return pane.view.viewport().grab().toImage(), pane.margin.grab().toImage()


def test_they_are_seen_over_the_words_and_beside_them(pane):
    before = picture(pane)
    shows(pane, mark("left the old harbour", BOATS))
    after = picture(pane)
    assert all(one != other for one, other in zip(before, after, strict=True))
    shows(pane)
    assert picture(pane) == before


def test_each_thing_said_looks_another_way(pane):
    looks = [
        mark("old harbour"),
        mark("old harbour", BOATS),
        mark("old harbour", PLACES),
        mark("old harbour", BOATS, PLACES),
        mark("old harbour", BOATS, has_memo=True),
        mark("old harbour", BOATS, is_shared=True),
    ]
    seen = []
    for each in looks:
        shows(pane, each)
        seen.append(pane.margin.grab().toImage())
    assert all(one != other for at, one in enumerate(seen) for other in seen[:at])


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_they_are_seen_in_every_theme(pane, theme):
    pane.set_theme(theme)
    before = picture(pane)
    shows(pane, mark("old harbour", BOATS))
    assert all(one != other for one, other in zip(before, picture(pane), strict=True))


def test_another_theme_paints_the_letters_anew(pane):
    shows(pane, mark("old harbour", BOATS))
    before = pane.margin.grab().toImage()
    pane.set_theme(DARK)
    assert pane.margin.grab().toImage() != before


def test_the_chosen_one_stands_out(pane):
    shows(pane, mark("old harbour", BOATS), mark("nobody waved"))
    before = picture(pane)[0]
    pane.view.annotated.choose("old harbour")
    chosen = picture(pane)[0]
    assert chosen != before
    pane.view.annotated.choose("nobody waved")
    assert picture(pane)[0] != chosen


def test_what_touches_the_same_lines_gets_lanes_of_its_own(pane):
    shows(pane, *(mark(words, id=words) for words in ("The ferry", "ferry", "left", "old")))
    rows = list(pane.view.annotated.between(0, 40))
    assert [row.lane for row in rows] == [0, 1, 2, LANES - 1]
    assert [mark.annotation for mark in pane.view.annotated.at(5)] == ["ferry", "The ferry"]
    assert pane.view.annotated.at(span_of("noon").start) == []


def test_a_lane_is_free_again_below(pane):
    shows(pane, mark("The ferry"), mark("The end."))
    assert {row.lane for row in pane.view.annotated.between(0, 90_000)} == {0}
    assert len(list(pane.view.annotated.between(0, 60))) == 1


def test_a_click_leads_to_all_that_lie_there_the_shortest_first(pane, qtbot):
    shows(pane, mark("left the old harbour"), mark("old"))
    assert clicked(pane, qtbot, "old") == [("old", "left the old harbour")]


def test_a_click_beside_them_leads_nowhere(pane, qtbot):
    shows(pane, mark("old"))
    assert clicked(pane, qtbot, "nobody") == []


def test_a_click_means_the_shorter_of_passage_and_annotation(pane, qtbot):
    passage = Mark(span_of("old harbour"), "c", 0, Kind.EDITED)
    pane.set_layers(Layers(marks=(passage,)))
    shows(pane, mark("left the old harbour at noon"))
    assert clicked(pane, qtbot, "old") == ["c"]
    shows(pane, mark("old harbour"))
    assert clicked(pane, qtbot, "old")[-1] == ("old harbour",)


def test_a_drag_selects_and_leads_nowhere(pane, qtbot):
    shows(pane, mark("left the old harbour"))
    heard = []
    pane.annotation_clicked.connect(heard.append)
    port = pane.view.viewport()
    qtbot.mousePress(port, LEFT, pos=place(pane, "left"))
    qtbot.mouseMove(port, place(pane, "old"))
    qtbot.mouseRelease(port, LEFT, pos=place(pane, "old"))
    qtbot.mouseClick(port, Qt.MouseButton.RightButton, pos=place(pane, "old"))
    assert heard == []


def test_the_bar_leads_to_its_annotation(pane, qtbot):
    shows(pane, mark("The ferry"), mark("old harbour"))
    heard = []
    pane.annotation_clicked.connect(heard.append)
    qtbot.mouseClick(pane.margin, LEFT, pos=QPoint(LANE + 4, 12))
    qtbot.mouseClick(pane.margin, LEFT, pos=QPoint(4, 12))
    qtbot.mouseClick(pane.margin, Qt.MouseButton.RightButton, pos=QPoint(4, 12))
    qtbot.mouseClick(pane.margin, LEFT, pos=QPoint(4, 200))
    assert heard == [("old harbour",), ("The ferry",)]


def test_a_hand_stands_over_a_bar(pane, qtbot):
    shows(pane, mark("The ferry"))
    qtbot.mouseMove(pane.margin, QPoint(4, 12))
    assert pane.margin.cursor().shape() == Qt.CursorShape.PointingHandCursor
    qtbot.mouseMove(pane.margin, QPoint(4, 200))
    assert pane.margin.cursor().shape() == Qt.CursorShape.ArrowCursor


def hint(widget, at):
    QToolTip.hideText()
    QApplication.sendEvent(widget, QHelpEvent(QHelpEvent.Type.ToolTip, at, widget.mapToGlobal(at)))
    return QToolTip.text()


def test_a_tip_says_what_it_says(pane):
    shows(pane, mark("The ferry"))
    assert hint(pane.margin, QPoint(4, 12)) == "about The ferry"
    assert pane.margin.mark_at(QPointF(4, 200)) is None
    assert hint(pane.view.viewport(), place(pane, "ferry")) == "about The ferry"


def test_it_scrolls_with_the_text_and_its_letter_stays_in_sight(pane):
    long = Span(0, TEXT.index("The end."))
    pane.view.annotated.show([AnnotationMark(long, "long", 0, (BOATS,))])
    pane.view.verticalScrollBar().setValue(200)
    seen = pane.margin.grab().toImage()
    assert pane.margin.mark_at(QPointF(4, 12)).annotation == "long"
    pane.view.verticalScrollBar().setValue(300)
    assert pane.margin.grab().toImage() == seen
    pane.view.verticalScrollBar().setValue(0)
    assert pane.margin.mark_at(QPointF(4, 12)).annotation == "long"


def test_a_larger_type_places_them_anew(pane):
    shows(pane, mark("nobody waved"))
    (before,) = pane.view.annotated.between(0, 9000)
    pane.view.set_type_size(26)
    (after,) = pane.view.annotated.between(0, 9000)
    assert after.bottom > before.bottom


def test_the_end_of_an_annotation_is_dragged(pane, qtbot):
    heard = []
    grips = pane.view.annotation_grips
    grips.dragged.connect(heard.append)
    grips.show([span_of("old harbour")], lambda theme: theme.hue(0))
    port = pane.view.viewport()
    end = pane.view.box_of(span_of("old harbour"))
    assert (
        hint(port, QPoint(end.right(), end.center().y()))
        == "Drag to move this end of the annotation"
    )
    qtbot.mousePress(port, LEFT, pos=QPoint(end.right(), end.center().y()))
    qtbot.mouseMove(port, place(pane, "noon"))
    qtbot.mouseRelease(port, LEFT, pos=place(pane, "noon"))
    assert heard in ([span_of("old harbour at noon")], [span_of("old harbour at")])


def test_words_out_of_sight_have_a_box_too(pane):
    assert pane.view.box_of(span_of("The end.")).top() > pane.view.viewport().height()
    assert pane.view.box_of(Span(3, 3)).isNull()


@pytest.mark.parametrize("from_right", [False, True])
def test_the_corners_stand_where_the_words_begin_and_end(qapp, from_right):
    picture = QImage(100, 60, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    lines = QRectF(10, 0, 80, 25), QRectF(10, 25, 80, 25)
    with QPainter(picture) as painter:
        painter.setFont(serif(16))
        red = QColor("#ff0000")
        annotation_signs.paint_line(painter, lines, 0, red, from_right=from_right)
    first, last = (90, 10) if from_right else (10, 90)
    below = round(annotation_signs.headroom(serif(16)) + annotation_signs.CORNER) - 1
    painted = [
        picture.pixelColor(x, y) != QColor("white")
        for x, y in ((first, below), (last, below), (first, 25 + below), (last, 25 + below))
    ]
    assert painted == [True, False, False, True]


@pytest.mark.parametrize("family", SERIF_FAMILIES)
def test_the_line_is_over_the_words_in_every_face(qapp, family):
    for pixels in range(12, 33):
        font = QFont(family)
        font.setPixelSize(pixels)
        metrics = QFontMetricsF(font)
        ink = metrics.ascent() + metrics.tightBoundingRect("bdfhkl").top()
        assert 0 < annotation_signs.headroom(font) <= max(annotation_signs.LINE, ink + 1)


def test_words_from_the_right_are_known_as_such(qtbot, monkeypatch):
    made = Pane(Article("a", "قال المتحدث إن العبارة غادرت الميناء القديم"), "A", LIGHT, str)
    qtbot.addWidget(made)
    told = []
    monkeypatch.setattr(
        annotation_signs, "paint_line", lambda *_, from_right: told.append(from_right)
    )
    made.view.annotated.show([AnnotationMark(Span(4, 20), "x", 0, (BOATS,))])
    made.view.grab()
    assert set(told) == {True}
