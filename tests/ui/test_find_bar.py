"""The line in which one looks for words: typed, switched, stepped with keys and buttons."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from workbench.model import Span

CONTROL = Qt.KeyboardModifier.ControlModifier
FERRY = "The ferry left the harbour at noon."
SHIFT = Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def bar(window, qtbot):
    view = window.board.panes[0].view
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_F, CONTROL)
    assert window.find_bar.isVisible()
    assert window.find_bar.field.hasFocus()
    return window.find_bar


def marked(window):
    return {pane.article.id: len(pane.view.hit_extents()) for pane in window.board.panes}


def test_what_is_typed_is_marked_in_every_pane_and_counted(bar, window, qtbot):
    qtbot.keyClicks(bar.field, "ferry")
    assert marked(window) == {"one": 1, "two": 1, "three": 1}
    assert bar.said == "3 in the panes   ·   3 in 3 articles"
    assert bar.field.accessibleDescription() == bar.said


@pytest.mark.parametrize("enter", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_steps_on_and_back_with_shift(bar, window, qtbot, enter):
    qtbot.keyClicks(bar.field, "ferry")
    qtbot.keyClick(bar.field, enter)
    assert bar.said.startswith("1 of 3")
    assert window.finder.current == ("one", Span(4, 9))
    qtbot.keyClick(bar.field, enter, SHIFT)
    assert window.finder.current[0] == "three"


def test_f3_steps_where_the_keyboard_is_in_a_pane(bar, window, qtbot):
    qtbot.keyClicks(bar.field, "ferry")
    view = window.board.panes[1].view
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_F3)
    assert window.finder.current[0] == "two"
    qtbot.keyClick(view, Qt.Key.Key_F3, SHIFT)
    assert window.finder.current[0] == "one"


def test_f3_without_anything_looked_for_opens_the_bar(window, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_F3)
    assert window.find_bar.isVisible()


@pytest.mark.parametrize(
    ("switch", "words", "count"),
    [("whole_word", "song", 0), ("match_case", "the", 3), ("is_pattern", "n..n", 2)],
)
def test_switches_change_what_is_found(bar, window, qtbot, switch, words, count):
    qtbot.keyClicks(bar.field, words)
    before = window.finder.count(everywhere=True)[0]
    qtbot.mouseClick(getattr(bar, switch), LEFT)
    assert window.finder.count(everywhere=True)[0] == count != before


def test_what_is_no_pattern_is_said_while_it_is_typed(bar, qtbot):
    qtbot.mouseClick(bar.is_pattern, LEFT)
    qtbot.keyClicks(bar.field, "(no")
    assert bar.said.startswith("Not a pattern")
    qtbot.keyClicks(bar.field, "on)?")
    assert "in the panes" in bar.said


def test_nothing_found_is_said(bar, qtbot):
    qtbot.keyClicks(bar.field, "zeppelin")
    assert bar.said == "Not found"
    bar.field.clear()
    assert bar.said == ""


def test_a_step_into_an_article_that_is_closed_opens_it(bar, window, qtbot):
    window.desk.close_article("two")
    qtbot.keyClicks(bar.field, "dusk")
    assert bar.said == "0 in the panes   ·   1 in 1 article"
    qtbot.mouseClick(bar.everywhere, LEFT)
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    assert "two" in window.desk.open_ids
    assert bar.said.startswith("1 of 1")


def test_the_key_for_the_whole_project_switches_that_on(window, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_F, CONTROL | SHIFT)
    assert window.find_bar.everywhere.isChecked()
    qtbot.keyClick(window, Qt.Key.Key_F, CONTROL)
    assert not window.find_bar.everywhere.isChecked()


def test_selected_words_are_looked_for(window, qtbot):
    view = window.board.panes[0].view
    view.setFocus()
    view.select(Span(4, 9))
    qtbot.keyClick(view, Qt.Key.Key_F, CONTROL)
    assert window.find_bar.field.text() == "ferry"


@pytest.mark.parametrize("how", ["escape", "button"])
def test_closing_the_bar_takes_the_marks_away(bar, window, qtbot, how):
    qtbot.keyClicks(bar.field, "ferry")
    if how == "escape":
        qtbot.keyClick(bar.field, Qt.Key.Key_Escape)
    else:
        close = next(one for one in bar.children() if one.property("text") == "×")
        qtbot.mouseClick(close, LEFT)
    assert not bar.isVisible()
    assert marked(window) == {"one": 0, "two": 0, "three": 0}
    assert any(pane.view.hasFocus() for pane in window.board.panes)


def test_after_closing_the_keyboard_is_where_something_was_found(bar, window, qtbot):
    qtbot.keyClicks(bar.field, "dusk")
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    qtbot.keyClick(bar.field, Qt.Key.Key_Escape)
    assert window.board.focused_article() == "two"


def test_letters_typed_in_the_field_are_no_keys_of_the_window(bar, window, qtbot):
    qtbot.keyClicks(bar.field, "n1t")
    assert bar.field.text() == "n1t"
    assert window.desk.chosen == ""


def rows(bar):
    model = bar.hits.model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_the_whole_project_is_listed_article_by_article(bar, window, qtbot):
    qtbot.keyClicks(bar.field, "the")
    assert not bar.hits.isVisible()
    qtbot.mouseClick(bar.everywhere, LEFT)
    assert rows(bar) == [
        ["A  Morning Post – Ferry leaves", f"{FERRY} Nobody waved. A band played…", "2"],
        [
            "B  Evening Star – Ferry late",
            "Reports differ. The ferry left the harbour at dusk.",
            "2",
        ],
        ["C  Morning Post", f"A band played two old songs. {FERRY}", "2"],
    ]
    spoken = bar.hits.model().index(2, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("2 places: C  Morning Post, A band")
    assert bar.hits.isVisible()
    qtbot.mouseClick(bar.everywhere, LEFT)
    assert not bar.hits.isVisible()


def test_an_article_of_which_nothing_is_known_is_listed_by_its_words(bar, window, qtbot):
    window.desk.show_articles(replace(one, outlet="", headline="") for one in window.desk.articles)
    qtbot.keyClicks(bar.field, "songs")
    qtbot.mouseClick(bar.everywhere, LEFT)
    assert [row[0] for row in rows(bar)] == [f"A  {FERRY}", "C  A band played two old songs."]


def test_a_row_leads_to_its_article_which_is_opened(bar, window, qtbot):
    window.desk.close_article("three")
    qtbot.keyClicks(bar.field, "ferry")
    qtbot.mouseClick(bar.everywhere, LEFT)
    place = bar.hits.visualRect(bar.hits.model().index(2, 1)).center()
    qtbot.mouseClick(bar.hits.viewport(), LEFT, pos=place)
    assert window.finder.current[0] == "three"
    assert "three" in window.desk.open_ids
    assert bar.said.startswith("3 of 3")
    bar.hits.setFocus()
    bar.hits.setCurrentIndex(bar.hits.model().index(0, 0))
    qtbot.keyClick(bar.hits, Qt.Key.Key_Return)
    assert window.finder.current[0] == "one"


def test_the_row_of_where_one_is_is_marked_and_leads_on_in_its_article(bar, window, qtbot):
    qtbot.keyClicks(bar.field, "the")
    qtbot.mouseClick(bar.everywhere, LEFT)
    bar.field.setFocus()
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    assert bar.hits.currentIndex().row() == 0
    spans = []
    for _ in range(3):
        window.finder.go_to("two")
        spans.append(window.finder.current[1])
    assert spans[0] == spans[2] != spans[1]
    assert bar.hits.currentIndex().row() == 1
    window.finder.go_to("nothing")
    assert window.finder.current == ("two", spans[2])


def test_the_list_keeps_to_the_rules_of_qt(bar, window, qtbot):
    tester = QAbstractItemModelTester(bar.hits.model())
    qtbot.keyClicks(bar.field, "ferry")
    qtbot.mouseClick(bar.everywhere, LEFT)
    assert tester.model().rowCount() == 3
    assert tester.model().headerData(0, Qt.Orientation.Horizontal) == "Article"
    assert tester.model().headerData(0, Qt.Orientation.Vertical) is None
    assert not tester.model().index_of("nothing").isValid()
    window.find_bar.close_bar()
    assert tester.model().rowCount() == 0


def test_while_it_is_looked_the_list_grows_now_and_then(bar, window, qtbot, monkeypatch):
    monkeypatch.setattr(type(window.finder), "is_looking", True)
    bar.everywhere.setChecked(True)
    bar.field.setText("ferry")
    assert rows(bar) == []
    qtbot.waitUntil(lambda: len(rows(bar)) == 3)
