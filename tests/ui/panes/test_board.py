"""Panes are dragged, widened, closed and added by mouse and keys; layers show what they say."""

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from workbench.model import Article, Cluster, Comparison, Kind, Passage, Quotation, Span
from workbench.ui.panes.board import WIDTH_STEP
from workbench.ui.panes.pane import LEAST_WIDTH
from workbench.ui.theme import LIGHT, TINT, TINT_CHOSEN, mixture

LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def board(window):
    return window.board


def pane(board, article):
    return next(one for one in board.panes if one.article.id == article)


def drag_head(qtbot, board, article, to):
    """Drag a pane by its head to a place of the screen; return the head, and the place on it."""
    head = pane(board, article).head
    start = QPoint(60, 8)
    end = head.mapFromGlobal(to)
    qtbot.mousePress(head, LEFT, pos=start)
    qtbot.mouseMove(head, start + QPoint(20, 0))
    qtbot.mouseMove(head, end)
    return head, end


def edge_of(board, article, share):
    one = pane(board, article)
    return one.mapToGlobal(QPoint(round(one.width() * share), 20))


@pytest.mark.parametrize(
    ("article", "place", "expected"),
    [
        ("one", ("three", 0.9), ("two", "three", "one")),
        ("one", ("two", 0.9), ("two", "one", "three")),
        ("one", ("two", 0.2), ("one", "two", "three")),
        ("three", ("one", 0.1), ("three", "one", "two")),
        ("three", ("two", 0.1), ("one", "three", "two")),
        ("two", ("two", 0.9), ("one", "two", "three")),
    ],
)
def test_a_pane_is_dragged_by_its_head(board, window, qtbot, article, place, expected):
    qtbot.waitUntil(lambda: board.panes[2].x() > board.panes[1].x() > 0)
    head, end = drag_head(qtbot, board, article, edge_of(board, *place))
    assert board._carrying.isVisible()
    qtbot.mouseRelease(head, LEFT, pos=end)
    assert not board._carrying.isVisible()
    assert window.desk.open_ids == expected


def test_a_click_on_the_head_moves_nothing(board, window, qtbot):
    qtbot.mouseClick(board.panes[0].head, LEFT, pos=QPoint(60, 8))
    assert not board._carrying.isVisible()
    assert window.desk.open_ids == ("one", "two", "three")


def test_keys_move_the_pane_and_the_keyboard_stays_in_it(board, window, qtbot):
    view = pane(board, "one").view
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Right, CONTROL | SHIFT)
    assert window.desk.open_ids == ("two", "one", "three")
    assert view.hasFocus()
    qtbot.keyClick(view, Qt.Key.Key_Left, CONTROL | SHIFT)
    assert window.desk.open_ids == ("one", "two", "three")


def test_keys_make_a_pane_wider_and_all_the_same_again(board, qtbot):
    view = pane(board, "one").view
    view.setFocus()
    before = pane(board, "one").width()
    qtbot.keyClick(view, Qt.Key.Key_Right, CONTROL | ALT)
    qtbot.waitUntil(lambda: pane(board, "one").width() == before + WIDTH_STEP)
    assert board.widths == {"one": before + WIDTH_STEP}
    qtbot.keyClick(view, Qt.Key.Key_0, CONTROL | ALT)
    qtbot.waitUntil(lambda: len({one.width() for one in board.panes}) <= 2)
    assert board.widths == {}


def test_no_pane_is_narrower_than_can_be_read(board, qtbot):
    for _ in range(40):
        board.widen("two", -WIDTH_STEP)
    qtbot.waitUntil(lambda: pane(board, "two").width() == LEAST_WIDTH)


def test_the_gap_is_dragged_to_make_the_pane_wider(board, qtbot):
    gap, before = board.ribbons[0], pane(board, "one").width()
    low = QPoint(gap.width() // 2, gap.height() - 5)
    qtbot.mousePress(gap, LEFT, pos=low)
    qtbot.mouseMove(gap, low + QPoint(60, 0))
    qtbot.mouseRelease(gap, LEFT, pos=low)
    assert board.widths["one"] > before
    qtbot.mouseDClick(board.ribbons[0], LEFT, pos=low)
    assert board.widths == {}


def test_widths_that_were_kept_are_given_again(window, board, qtbot):
    board.set_widths({"two": 500, "gone": 300})
    qtbot.waitUntil(lambda: pane(board, "two").width() == 500)
    window.desk.close_article("two")
    window.desk.open_article("two")
    qtbot.waitUntil(lambda: pane(board, "two").width() == 500)


def test_panes_are_closed_and_added_by_key(board, window, qtbot):
    view = pane(board, "two").view
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_W, CONTROL)
    assert window.desk.open_ids == ("one", "three")
    assert pane(board, "three").view.hasFocus()
    qtbot.keyClick(pane(board, "three").view, Qt.Key.Key_T, CONTROL)
    assert window.desk.open_ids == ("one", "three", "two")
    assert pane(board, "two").view.hasFocus()
    qtbot.keyClick(pane(board, "two").view, Qt.Key.Key_T, CONTROL)
    assert len(window.desk.open_ids) == 3


def test_the_last_pane_is_closed_where_none_has_the_keyboard(window, qtbot):
    window.articles.search.setFocus()
    for left in (2, 1, 0, 0):
        window.actions_by_name["close_pane"].trigger()
        assert len(window.desk.open_ids) == left


def test_text_is_made_larger_smaller_and_usual_and_that_is_kept(board, settings, qtbot):
    view = board.panes[0].view
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Plus, CONTROL)
    assert view.document().defaultFont().pixelSize() == 17
    assert settings.get("type_size") == "17"
    qtbot.keyClick(view, Qt.Key.Key_0, CONTROL)
    qtbot.keyClick(view, Qt.Key.Key_Minus, CONTROL)
    assert view.document().defaultFont().pixelSize() == 15
    for _ in range(40):
        qtbot.keyClick(view, Qt.Key.Key_Minus, CONTROL)
    assert settings.get("type_size") == "12"


def test_gathering_brings_the_panes_of_a_passage_together(board, window, qtbot):
    view = pane(board, "two").view
    view.setFocus()
    window.desk.choose("band")
    qtbot.keyClick(view, Qt.Key.Key_G)
    assert window.desk.open_ids == ("one", "three", "two")


def test_stepping_scrolls_sideways_to_the_panes_of_the_passage(board, window, qtbot):
    for key in ("one", "two", "three"):
        board.set_widths({**board.widths, key: 900})
    bar = board.horizontalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 1500)
    bar.setValue(bar.maximum())
    window.desk.choose("band")
    qtbot.waitUntil(lambda: bar.value() == 0)
    pane(board, "three").view.setFocus()
    window.desk.choose("band")
    qtbot.waitUntil(lambda: bar.value() > 900)


def told(widget, place):
    QApplication.sendEvent(
        widget, QHelpEvent(QHelpEvent.Type.ToolTip, place, widget.mapToGlobal(place))
    )
    words = QToolTip.text()
    QToolTip.hideText()
    return words


def spot(view, span):
    box = view._placing.boxes(span)[0]
    return QPointF(box.left() + 6, box.center().y() - view.verticalScrollBar().value()).toPoint()


def test_hovering_over_words_names_the_passage(board, qtbot):
    view = pane(board, "one").view
    words = told(view.viewport(), spot(view, Span(0, 9)))
    assert words.startswith("The ferry left the harbour at noon.")
    assert "A · B · C" in words
    assert "edited" in words
    assert "7 words" in words


def test_hovering_over_a_quotation_names_the_speaker(board, window, comparison, qtbot):
    said = (Quotation("one", Span(4, 9), "Ann Lee"), Quotation("one", Span(10, 14)))
    window.desk.show_comparison(
        Comparison(comparison.articles, comparison.pairs, comparison.clusters, quotations=said)
    )
    view = pane(board, "one").view
    assert "Ann Lee" not in told(view.viewport(), spot(view, Span(4, 9)))
    qtbot.keyClick(view, Qt.Key.Key_3)
    assert told(view.viewport(), spot(view, Span(4, 9))).endswith("Said by Ann Lee")
    assert told(view.viewport(), spot(view, Span(10, 14))).endswith(
        "Nobody is named for these words"
    )


def ink(view, box):
    """Return the colours in a box of the page, as the viewport shows them now."""
    picture = view.viewport().grab().toImage()
    x, y = (
        range(round(box.left()), round(box.right())),
        range(round(box.top()), round(box.bottom())),
    )
    return {picture.pixelColor(a, b).name() for a in x for b in y}


def test_layers_are_painted_and_combine(board, window, comparison, qtbot):
    gone = Span(37, 50)
    found = Comparison(
        comparison.articles,
        comparison.pairs,
        comparison.clusters,
        quotations=(Quotation("one", Span(4, 20), "Ann Lee"),),
        only_here=(Passage("one", gone),),
    )
    window.desk.show_comparison(found)
    view = pane(board, "one").view
    bar = view._placing.boxes(Span(4, 9))[0]
    bar.setLeft(0)
    bar.setRight(5)
    bracket = view._placing.boxes(gone)[0]
    bracket.setLeft(7)
    bracket.setRight(12)
    voice, dim = LIGHT.voice(0).name(), LIGHT.dim
    assert voice not in ink(view, bar)
    assert dim not in ink(view, bracket)
    qtbot.keyClick(view, Qt.Key.Key_3)
    assert voice in ink(view, bar)
    assert dim not in ink(view, bracket)
    qtbot.keyClick(view, Qt.Key.Key_4)
    assert voice in ink(view, bar)
    assert dim in ink(view, bracket)
    assert view.every_extent()


def test_layers_that_are_on_are_kept(window, settings, qtbot):
    view = window.board.panes[0].view
    qtbot.keyClick(view, Qt.Key.Key_2)
    qtbot.keyClick(view, Qt.Key.Key_4)
    assert settings.get("layers") == "shared only_here annotations"
    assert not window.actions_by_name["wording"].isChecked()


def test_choosing_a_passage_shows_its_layer_and_the_switch_says_so(window, qtbot):
    view = window.board.panes[0].view
    qtbot.keyClick(view, Qt.Key.Key_1)
    qtbot.keyClick(view, Qt.Key.Key_N)
    assert window.actions_by_name["shared"].isChecked()


def test_the_head_tells_who_when_how_much_and_by_whom(window, board):
    window.desk.show_articles(
        [
            Article("x", "Text.", "Post", "Headline", "By Ann Lee", "2024-02-21"),
            *window.desk.articles,
        ]
    )
    words = [one.text() for one in pane(board, "x").head.findChildren(type(window.find_bar._said))]
    assert words == ["Post", "By Ann Lee"]
    assert "% shared" in pane(board, "one").head._shared.text()


def test_where_passages_overlap_the_closest_is_seen_and_the_chosen_before_all(board, window):
    articles = window.desk.articles
    near, far = (
        Cluster(name, kind, (Passage("one", Span(0, end)), Passage("two", Span(0, end))), ())
        for name, kind, end in (("near", Kind.VERBATIM, 9), ("far", Kind.REWORDED, 20))
    )
    window.desk.show_comparison(Comparison(articles, (), (near, far)))
    view = pane(board, "one").view

    def tint(hue, strength):
        return mixture(QColor(LIGHT.paper), LIGHT.hue(hue), strength).name()

    box = view._placing.boxes(Span(0, 9))[0]
    assert tint(0, TINT) in ink(view, box)
    assert tint(1, TINT) not in ink(view, box)
    window.desk.choose("far")
    assert tint(1, TINT_CHOSEN) in ink(view, box)
    assert tint(0, TINT) not in ink(view, box)


@pytest.mark.parametrize(
    ("text", "side"), [("The last one waved.", "left"), ("אמר הדובר.", "right")]
)
def test_only_here_is_marked_where_reading_begins(window, board, qtbot, text, side):
    article = Article("x", text)
    window.desk.show_articles([article, *window.desk.articles])
    found = Comparison(window.desk.articles, only_here=(Passage("x", Span(0, len(text))),))
    window.desk.show_comparison(found)
    window.actions_by_name["only_here"].trigger()
    view = pane(board, "x").view
    qtbot.waitUntil(lambda: pane(board, "x").width() < window.width() // 4)
    box = view._placing.boxes(Span(0, len(text)))[0]
    edge = box.left() - 2 if side == "left" else box.right() + 1
    assert LIGHT.dim in ink(view, QRectF(edge - 2, box.top() + 3, 4, 3))


def test_panes_out_of_sight_are_named_until_they_are_gathered(board, window, qtbot):
    for key in ("one", "two", "three"):
        board.set_widths({**board.widths, key: 420})
    window.resize(1100, 700)
    qtbot.waitUntil(lambda: board.horizontalScrollBar().maximum() > 400)
    window.desk.choose("band")
    qtbot.waitUntil(lambda: "Also in C, out of sight; G gathers" in window.status.text)
    board.horizontalScrollBar().setValue(board.horizontalScrollBar().maximum())
    assert "Also in A, out of sight" in window.status.text
    for key in ("one", "two", "three"):
        board.set_widths({**board.widths, key: 300})
    window.resize(1400, 700)
    window.actions_by_name["gather"].trigger()
    qtbot.waitUntil(lambda: "out of sight" not in window.status.text)
