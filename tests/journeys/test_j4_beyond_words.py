"""J4 beyond words in one text: other articles, passages, articles and the project are annotated."""

from analyst import ALT, CONTROL, FERRY, LEFT, SHIFT, drag, press, stored, tag, undone, view, write
from PySide6.QtCore import Qt

from workbench.ui import annotation_words


def test_it_is_annotated_in_all_outlets_in_one_step(compared, qtbot):
    begun = compared
    panel = begun.window.annotation_panel
    drag(begun, qtbot, "with forty passengers")
    press(begun, qtbot, Qt.Key.Key_A)
    tag(begun, qtbot, "numbers")
    qtbot.waitUntil(panel.everywhere.isVisible)
    assert panel.everywhere.text() == "Also in the other articles: 2 of 2 have these words"
    panel.everywhere.setFocus()
    press(begun, qtbot, Qt.Key.Key_Space)
    press(begun, qtbot, Qt.Key.Key_Return, CONTROL)
    assert [quotes for quotes, _, _ in stored(begun)] == [
        ("with fifty passengers",),
        ("with forty passengers",),
        ("with more than thirty passengers",),
    ]
    assert undone(begun) == "tag ‘numbers’ on 3 passages"
    assert all(view(begun, place).annotated.marks for place in range(3))
    press(begun, qtbot, Qt.Key.Key_Z, CONTROL)
    assert stored(begun) == []
    drag(begun, qtbot, "brass band")
    press(begun, qtbot, Qt.Key.Key_A)
    qtbot.waitUntil(panel.nowhere.isVisible)
    assert not panel.everywhere.isVisible()


def test_a_passage_is_annotated_as_such(compared, qtbot):
    panel = compared.window.annotation_panel
    view(compared).setFocus()
    press(compared, qtbot, Qt.Key.Key_A, CONTROL | SHIFT)
    assert compared.window.notices.texts[-1] == annotation_words.NO_PASSAGE
    press(compared, qtbot, Qt.Key.Key_N)
    press(compared, qtbot, Qt.Key.Key_A, CONTROL | SHIFT)
    assert panel.heading.text() == "Passage in A · B · C"
    tag(compared, qtbot, "wire copy")
    press(compared, qtbot, Qt.Key.Key_Return)
    assert undone(compared) == "tag ‘wire copy’ on the passage"
    ((quotes, names, _),) = stored(compared)
    assert len(quotes) == 3
    assert names == ("wire copy",)
    assert all(view(compared, place).annotated.marks[0].is_shared for place in range(3))
    press(compared, qtbot, Qt.Key.Key_A, CONTROL | SHIFT)
    assert panel.listing.isVisible()
    press(compared, qtbot, Qt.Key.Key_Right, SHIFT | ALT)
    assert len([quotes for quotes, _, _ in stored(compared)]) == 1


def test_the_words_of_the_chosen_passage_are_annotated_where_nothing_is_selected(compared, qtbot):
    press(compared, qtbot, Qt.Key.Key_A)
    assert compared.window.notices.texts == (annotation_words.SELECT_FIRST,)
    press(compared, qtbot, Qt.Key.Key_Escape)
    view(compared, 1).setFocus()
    press(compared, qtbot, Qt.Key.Key_N)
    press(compared, qtbot, Qt.Key.Key_A)
    tag(compared, qtbot, "ferry")
    press(compared, qtbot, Qt.Key.Key_Return)
    assert stored(compared) == [((FERRY.replace("forty", "fifty"),), ("ferry",), "")]


def test_an_article_is_annotated_as_such(begun, qtbot):
    panel = begun.window.annotation_panel
    view(begun, 1).setFocus()
    press(begun, qtbot, Qt.Key.Key_A, CONTROL | ALT)
    assert panel.heading.text() == "Article B  Outlet 2"
    panel.memo.setFocus()
    write(begun, qtbot, "The second one")
    press(begun, qtbot, Qt.Key.Key_Return, CONTROL)
    assert undone(begun) == "memo on the article"
    head = begun.window.board.panes[1].head
    assert head.annotations.text() == "1 annotation"
    assert "The second one" in head.annotations.toolTip()
    qtbot.mouseClick(head.annotations, LEFT)
    assert panel.memo.text == "The second one"
    press(begun, qtbot, Qt.Key.Key_Escape)
    begun.window.articles.search.setFocus()
    begun.window.actions_by_name["annotate_article"].trigger()
    assert begun.window.notices.texts == (annotation_words.NO_PANE,)


def test_the_project_has_a_memo(begun, qtbot):
    panel = begun.window.annotation_panel
    view(begun).setFocus()
    begun.window.actions_by_name["project_memo"].trigger()
    assert panel.heading.text() == "Project memo"
    panel.memo.setFocus()
    write(begun, qtbot, "What is this about?")
    press(begun, qtbot, Qt.Key.Key_Return, CONTROL)
    assert undone(begun) == "memo on the project"
    assert view(begun).hasFocus()
    begun.window.actions_by_name["project_memo"].trigger()
    assert panel.memo.text == "What is this about?"
    begun.session.undo()
    assert not panel.isVisible()
