"""The ends of the chosen passage are dragged with the mouse, from word to word."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QToolTip

from workbench.model import Article, Kind, Span
from workbench.ui.overlay import Layers, Mark
from workbench.ui.panes.article_view import ArticleView
from workbench.ui.panes.grips import TIP
from workbench.ui.theme import LIGHT

LEFT = Qt.MouseButton.LeftButton
RIGHT = Qt.MouseButton.RightButton
TEXT = "The ferry 😀 left the old harbour at noon, and nobody waved.\n\n" + "Nothing else. " * 80
ARABIC = "قال المتحدث إن العبارة غادرت الميناء القديم عند الظهر"


def span_of(words, text=TEXT):
    start = text.index(words)
    return Span(start, start + len(words))


def make(qtbot, *passages, text=TEXT):
    view = ArticleView(Article("a", text, headline="Ferry leaves"), LIGHT)
    qtbot.addWidget(view)
    view.resize(900, 200)
    view.show()
    marks = [Mark(span_of(words, text), "c", 0, Kind.EDITED) for words in passages]
    view.set_layers(Layers(marks=tuple(marks)))
    view.set_chosen("c")
    return view


@pytest.fixture
def view(qtbot):
    return make(qtbot, "left the old harbour")


def place(view, point):
    """Return where a code point begins in the viewport."""
    return view.cursorRect(view._document.cursor(Span(point, point))).center()


def drag(qtbot, view, start, *ends, button=LEFT):
    """Press at a place, move the mouse over others, and let go at the last."""
    heard = []
    view.grips.dragged.connect(heard.append)
    qtbot.mousePress(view.viewport(), button, pos=start)
    for end in ends:
        move(view, end)
    qtbot.mouseRelease(view.viewport(), button, pos=ends[-1])
    return heard


def move(view, end, held=LEFT):
    local, seen = QPointF(end), view.viewport().mapToGlobal(QPointF(end))
    none = Qt.MouseButton.NoButton
    plain = Qt.KeyboardModifier.NoModifier
    event = QMouseEvent(QEvent.Type.MouseMove, local, seen, none, held, plain)
    QApplication.sendEvent(view.viewport(), event)


def words(view, heard):
    return [span.of(view._document.text) for span in heard]


@pytest.mark.parametrize(
    ("from_end", "to", "expected"),
    [
        (True, "noon", "left the old harbour at"),
        (True, "n, and", "left the old harbour at noon"),
        (True, ", and", "left the old harbour at noon"),
        (True, "harbour", "left the old"),
        (False, "The", "The ferry 😀 left the old harbour"),
        (False, "ferry", "ferry 😀 left the old harbour"),
        (False, "he old", "the old harbour"),
    ],
)
def test_an_end_is_dragged_to_another_word(view, qtbot, from_end, to, expected):
    passage = span_of("left the old harbour")
    start = place(view, passage.end if from_end else passage.start)
    heard = drag(qtbot, view, start, place(view, span_of(to).start))
    assert words(view, heard) == [expected]
    assert view.selected_words() == ""


def test_some_word_is_always_left(view, qtbot):
    passage = span_of("left the old harbour")
    heard = drag(qtbot, view, place(view, passage.end), place(view, 0))
    heard += drag(qtbot, view, place(view, passage.start), place(view, span_of("waved").end))
    assert words(view, heard)[0] == "left"
    assert words(view, heard)[-1] == "harbour"


def test_an_end_never_reaches_into_the_next_passage_of_the_cluster(qtbot):
    view = make(qtbot, "left the old", "at noon")
    start = place(view, span_of("left the old").end)
    assert words(view, drag(qtbot, view, start, place(view, span_of("waved").end))) == [
        "left the old harbour"
    ]
    start = place(view, span_of("at noon").start)
    assert words(view, drag(qtbot, view, start, place(view, 0)))[-1] == "harbour at noon"


def test_an_end_that_comes_back_changes_nothing(view, qtbot):
    end = place(view, span_of("left the old harbour").end)
    assert drag(qtbot, view, end, place(view, span_of("noon").end), end) == []


def test_what_is_dragged_is_seen_before_it_is_let_go(view, qtbot):
    end = place(view, span_of("left the old harbour").end)
    before = view.grab().toImage()
    qtbot.mousePress(view.viewport(), LEFT, pos=end)
    move(view, place(view, span_of("noon").end))
    assert view.grips.held == span_of("left the old harbour")
    assert view.grab().toImage() != before
    move(view, end)
    qtbot.mouseRelease(view.viewport(), LEFT, pos=end)
    assert view.grips.held is None
    assert view.grab().toImage() == before


@pytest.mark.qt_log_ignore("not accepted by receiving widget", extend=True)
def test_another_button_takes_nothing(view, qtbot):
    end = place(view, span_of("left the old harbour").end)
    assert drag(qtbot, view, end, place(view, span_of("noon").end), button=RIGHT) == []


def test_only_the_chosen_passage_has_ends_to_drag(view, qtbot):
    view.set_chosen("")
    end = place(view, span_of("left the old harbour").end)
    assert drag(qtbot, view, end, place(view, span_of("noon").end)) == []
    assert view.selected_words() == " at noon"


def test_an_end_under_the_mouse_shows_what_it_is_for(view):
    end = place(view, span_of("left the old harbour").end)
    move(view, end, held=Qt.MouseButton.NoButton)
    assert view.viewport().cursor().shape() == Qt.CursorShape.SizeHorCursor
    seen = view.viewport().mapToGlobal(end)
    QApplication.sendEvent(view.viewport(), QHelpEvent(QEvent.Type.ToolTip, end, seen))
    assert QToolTip.text() == TIP
    move(view, place(view, span_of("waved").end), held=Qt.MouseButton.NoButton)
    assert view.viewport().cursor().shape() == Qt.CursorShape.IBeamCursor


def test_the_text_moves_on_when_an_end_is_dragged_out_of_sight(view, qtbot):
    bar = view.verticalScrollBar()
    end = place(view, span_of("left the old harbour").end)
    below, above = QPoint(300, view.viewport().height() + 5), QPoint(300, -5)
    qtbot.mousePress(view.viewport(), LEFT, pos=end)
    for _ in range(3):
        move(view, below)
    reached = bar.value()
    assert reached > 0
    move(view, above)
    assert bar.value() < reached
    qtbot.mouseRelease(view.viewport(), LEFT, pos=above)


def test_ends_stand_on_the_other_side_where_words_run_from_the_right(qtbot):
    view = make(qtbot, "العبارة غادرت", text=ARABIC)
    passage = span_of("العبارة غادرت", ARABIC)
    heard = drag(
        qtbot, view, place(view, passage.end), place(view, span_of("القديم", ARABIC).start)
    )
    assert words(view, heard) == ["العبارة غادرت الميناء"]


def test_a_comparison_that_comes_meanwhile_lets_the_end_go(view, qtbot):
    end = place(view, span_of("left the old harbour").end)
    qtbot.mousePress(view.viewport(), LEFT, pos=end)
    view.set_layers(Layers())
    assert view.grips.held is None
    qtbot.mouseRelease(view.viewport(), LEFT, pos=end)
