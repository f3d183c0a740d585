"""The text of an article: marks lie at their words, clicks choose, copies are the article's own."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QFont, QGuiApplication, QMouseEvent, QTextCharFormat

from workbench.model import Article, Kind, Span
from workbench.ui.overlay import Layers, Mark
from workbench.ui.panes.article_view import ArticleView
from workbench.ui.theme import DARK, LIGHT

ROOT = Path(__file__).resolve().parents[3]
TEXT = (
    "The ferry 😀 left the old harbour at noon with a band on deck, and nobody who stood on the "
    "quay that day waved or sang.\n\nFares rise to 5\u00a0euros, the\u2028company said.\n\n"
    + "Nothing else was announced on the quay. "
    * 60
)
LEFT = Qt.MouseButton.LeftButton


def span_of(words, text=TEXT):
    start = text.index(words)
    return Span(start, start + len(words))


def mark(words, cluster="c", text=TEXT):
    return Mark(span_of(words, text), cluster, 0, Kind.EDITED)


def make(qtbot, text=TEXT):
    view = ArticleView(Article("a", text, headline="Ferry leaves"), LIGHT)
    qtbot.addWidget(view)
    view.resize(420, 300)
    view.show()
    return view


@pytest.fixture
def view(qtbot):
    return make(qtbot)


def middle(view, span):
    """Return a place in the viewport inside the first word of `span`, as Qt lays it out."""
    cursor = view._document.cursor(Span(span.start, span.start))
    after = view._document.cursor(Span(span.start + 1, span.start + 1))
    here, there = view.cursorRect(cursor), view.cursorRect(after)
    return QPoint((here.center().x() + there.center().x()) // 2, here.center().y())


def style_at(view, words):
    """Return the format that the first letter of `words` is laid out with."""
    start, _ = view._document.units(span_of(words))
    block = view._document.qt.findBlock(start)
    found = QTextCharFormat()
    for part in block.layout().formats():
        if part.start <= start - block.position() < part.start + part.length:
            found.merge(part.format)
    return found


def click(qtbot, view, place):
    heard = []
    view.mark_clicked.connect(heard.append)
    qtbot.mouseClick(view.viewport(), LEFT, pos=place)
    return heard


@pytest.mark.parametrize("words", ["The ferry", "old harbour", "sang.", "euros", "Nothing else"])
def test_a_mark_lies_at_its_words(view, words):
    view.set_layers(Layers(marks=(mark(words),)))
    assert view.mark_at(QPointF(middle(view, span_of(words)))).cluster == "c"
    before = Span(0, 1) if words != "The ferry" else span_of("left the")
    assert view.mark_at(QPointF(middle(view, before))) is None


def test_a_mark_of_several_lines_has_a_piece_in_each(view):
    words = "left the old harbour at noon with a band on deck, and nobody who stood on the quay"
    view.set_layers(Layers(marks=(mark(words),)))
    top, bottom = view.extents("c")[0]
    assert bottom - top > 2 * 20
    assert view.every_extent() == ((mark(words), top, bottom),)
    for inner in ("left", "nobody", "quay that"):
        assert view.mark_at(QPointF(middle(view, span_of(inner)))) is not None


def test_each_passage_of_a_cluster_has_its_extent(view):
    view.set_layers(Layers(marks=(mark("The ferry"), mark("euros"))))
    first, second = view.extents("c")
    assert first[1] < second[0]
    assert view.extents("nothing") == ()


def test_a_right_to_left_mark_lies_at_its_words(qtbot):
    text = "אמר הדובר כי המעבורת יצאה"
    view = make(qtbot, text)
    view.set_layers(Layers(marks=(mark("המעבורת", text=text),)))
    assert view.mark_at(QPointF(middle(view, span_of("המעבורת", text)))) is not None
    assert view.mark_at(QPointF(middle(view, span_of("אמר", text)))) is None


def test_marks_follow_the_size_of_type_and_window(view, qtbot):
    words = "nobody who stood"
    view.set_layers(Layers(marks=(mark(words),)))
    before = view.extents("c")
    with qtbot.waitSignal(view.laid_out):
        view.set_type_size(24)
    assert view.extents("c") != before
    assert view.mark_at(QPointF(middle(view, span_of(words)))) is not None
    with qtbot.waitSignal(view.laid_out):
        view.resize(300, 300)
    assert view.mark_at(QPointF(middle(view, span_of(words)))) is not None


@pytest.mark.parametrize("pixels", [12, 16, 28])
def test_lines_grow_no_longer_than_the_eye_can_follow(view, qtbot, pixels):
    view.set_type_size(pixels)
    view.resize(3000, 300)
    layout = view.document().firstBlock().layout()
    text = view.document().firstBlock().text()
    longest = max(layout.lineAt(at).textLength() for at in range(layout.lineCount()))
    assert 55 <= longest <= 80
    assert longest < len(text)


def test_marks_scroll_with_the_words(view):
    view.set_layers(Layers(marks=(mark("euros"),)))
    place = middle(view, span_of("euros"))
    view.verticalScrollBar().setValue(40)
    assert middle(view, span_of("euros")).y() == place.y() - 40
    assert view.mark_at(QPointF(middle(view, span_of("euros")))) is not None


def test_a_click_on_a_mark_chooses_its_passage(view, qtbot):
    view.set_layers(Layers(marks=(mark("old harbour", "ferry"),)))
    place = middle(view, span_of("old harbour"))
    assert click(qtbot, view, place) == ["ferry"]


def test_a_click_elsewhere_or_with_another_button_chooses_nothing(view, qtbot):
    view.set_layers(Layers(marks=(mark("old harbour", "ferry"),)))
    assert click(qtbot, view, middle(view, span_of("waved"))) == []
    heard = []
    view.mark_clicked.connect(heard.append)
    place = QPointF(middle(view, span_of("old harbour")))
    button, held = Qt.MouseButton.MiddleButton, Qt.KeyboardModifier.NoModifier
    for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
        event = QMouseEvent(kind, place, place, button, button, held)
        QCoreApplication.sendEvent(view.viewport(), event)
    assert heard == []


def test_a_drag_selects_and_chooses_nothing(view, qtbot):
    view.set_layers(Layers(marks=(mark("old harbour", "ferry"),)))
    heard = []
    view.mark_clicked.connect(heard.append)
    start = middle(view, span_of("old harbour"))
    end = middle(view, span_of("harbour"))
    qtbot.mousePress(view.viewport(), LEFT, pos=start)
    qtbot.mouseMove(view.viewport(), end)
    qtbot.mouseRelease(view.viewport(), LEFT, pos=end)
    assert heard == []


def test_of_overlapping_marks_the_shorter_is_chosen(view, qtbot):
    view.set_layers(
        Layers(marks=(mark("old harbour", "short"), mark("left the old harbour at noon", "long")))
    )
    assert click(qtbot, view, middle(view, span_of("old harbour"))) == ["short"]
    assert click(qtbot, view, middle(view, span_of("left"))) == ["long"]


@pytest.mark.parametrize(
    "words", ["5\u00a0euros", "the\u2028company", "ferry 😀 left", "sang.\n\nFares", TEXT]
)
def test_what_is_copied_is_the_articles_own_text(view, words):
    view.select(span_of(words))
    assert view.selected() == span_of(words)
    view.copy()
    assert QGuiApplication.clipboard().text() == words
    assert QGuiApplication.clipboard().mimeData().formats() == ["text/plain"]


def test_the_text_cannot_be_changed(view, qtbot):
    before = view.toPlainText()
    qtbot.keyClicks(view, "x")
    view.paste()
    view.cut()
    assert view.toPlainText() == before


def test_differing_words_are_set_off_and_set_back(view):
    def weights(words):
        return style_at(view, words).fontWeight()

    view.set_layers(Layers(variants=(span_of("noon"),)))
    assert weights("noon") > QFont.Weight.Normal
    assert weights("sang") <= QFont.Weight.Normal
    before = view.toPlainText()
    view.set_layers(Layers())
    assert weights("noon") <= QFont.Weight.Normal
    assert view.toPlainText() == before


def test_a_mark_tints_the_paper_and_stands_out_when_chosen(view):
    words = "old harbour"
    box = view.box_of(span_of(words))

    def colour():
        """Return what the words and the paper between them look like from afar."""
        image = view.viewport().grab(box).toImage()
        return image.scaled(1, 1, mode=Qt.TransformationMode.SmoothTransformation).pixelColor(0, 0)

    plain = colour()
    view.set_layers(Layers(marks=(mark(words),)))
    marked = colour()
    view.set_chosen("c")
    chosen = colour()
    hue = LIGHT.hue(0)
    distances = [abs(one.red() - hue.red()) for one in (plain, marked, chosen)]
    assert distances == sorted(distances, reverse=True)
    assert len(set(distances)) == 3
    view.set_theme(DARK)
    assert colour() != chosen


def test_a_screen_reader_hears_what_the_text_is(view):
    assert view.accessibleName() == "Text of Ferry leaves"


COPY_AND_QUIT = """
from PySide6.QtWidgets import QApplication
from workbench.model import Article, Span
from workbench.ui.panes.article_view import ArticleView
from workbench.ui.theme import LIGHT

app = QApplication([])
view = ArticleView(Article("a", "Some words"), LIGHT)
view.select(Span(0, 4))
view.copy()
"""


def test_what_was_copied_does_not_break_the_end_of_the_program():
    ended = subprocess.run([sys.executable, "-c", COPY_AND_QUIT], cwd=ROOT, check=False)
    assert ended.returncode == 0


@pytest.mark.parametrize(
    "change", [lambda view: view.resize(300, 300), lambda view: view.set_type_size(22)]
)
def test_what_is_read_stays_at_the_top_in_a_window_or_type_of_another_size(view, change):
    bar = view.verticalScrollBar()
    view.bring_to_top(TEXT.index("Nothing else") + 400)
    point, before = view.point_at_top(), bar.value()
    change(view)
    assert abs(bar.value() - view.extent_of(Span(point, point + 1))[0]) <= 1
    assert bar.value() != before
    view.bring_to_top(len(TEXT) + 7)
    assert bar.value() == bar.maximum()


def test_at_its_beginning_an_article_stays_there(view):
    view.set_type_size(22)
    view.resize(300, 300)
    assert view.verticalScrollBar().value() == 0
    assert view.point_at_top() == 0
