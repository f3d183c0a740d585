"""J4: select words, tag them, write a memo, take anything back; nothing confirmed is lost."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from workbench.model import AddArticles, Article, Placing, Span
from workbench.project.tagging import change_tag
from workbench.ui import annotation_words

FERRY = "The old ferry left the harbour at nine in the morning with forty passengers on board"
GULLS = "Gulls followed the wake as far as the lighthouse"
TEXTS = (
    f"{FERRY}. {GULLS}. A brass band played.",
    f"A report follows. {FERRY.replace('forty', 'fifty')}. Nobody waved at all.",
    f"It rained. {FERRY.replace('forty', 'more than thirty')}.",
)
LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
PATIENCE = 30_000


@pytest.fixture
def begun(program, qtbot):
    """The program with three articles that have the ferry."""
    program.settings.set("author", "Ann Lee")
    articles = tuple(
        Article(f"a{number}", text, f"Outlet {number}", published=f"2024-02-2{number}")
        for number, text in enumerate(TEXTS, 1)
    )
    program.session.do(AddArticles(articles), "import")
    program.window.resize(1500, 900)
    qtbot.waitUntil(lambda: len(program.window.board.panes) == len(TEXTS))
    qtbot.wait(1)
    return program


@pytest.fixture
def compared(begun, qtbot):
    """The same, once it has been compared."""
    qtbot.waitUntil(lambda: bool(begun.desk.comparison.articles), timeout=PATIENCE)
    return begun


def view(program, place=0):
    return program.window.board.panes[place].view


def spot(program, point, place=0):
    """Return where a code point of a pane's article stands in its viewport."""
    box = view(program, place).box_of(Span(point, point + 1))
    return box.center() - QPoint(box.width() // 2, 0)


def drag(program, qtbot, words, place=0):
    """Select words with the mouse."""
    start = TEXTS[place].index(words)
    port = view(program, place).viewport()
    begin, end = spot(program, start, place), spot(program, start + len(words), place)
    qtbot.mousePress(port, LEFT, pos=begin)
    qtbot.mouseMove(port, end - QPoint(3, 0))
    qtbot.mouseMove(port, end)
    qtbot.mouseRelease(port, LEFT, pos=end)
    assert view(program, place).selected_words() == words


def click(program, qtbot, words, place=0):
    point = TEXTS[place].index(words) + 1
    qtbot.mouseClick(view(program, place).viewport(), LEFT, pos=spot(program, point, place))


def press(program, qtbot, key, modifiers=NONE):
    """Press a key in whatever has the keyboard."""
    qtbot.keyClick(program.window.focusWidget(), key, modifiers)


def write(program, qtbot, words):
    qtbot.keyClicks(program.window.focusWidget(), words)


def tag(program, qtbot, *names):
    for name in names:
        write(program, qtbot, name)
        press(program, qtbot, Qt.Key.Key_Return)


def annotate(program, qtbot, words, *names, memo="", place=0):
    """Select words, press A, take tags, write a memo, and save with Ctrl+Enter."""
    drag(program, qtbot, words, place)
    press(program, qtbot, Qt.Key.Key_A)
    tag(program, qtbot, *names)
    if memo:
        program.window.annotation_panel.memo.setFocus()
        write(program, qtbot, memo)
    press(program, qtbot, Qt.Key.Key_Return, CONTROL)
    assert not program.window.annotation_panel.isVisible()


def stored(program):
    """Return the annotations of the project: their words, the names of their tags, their memo."""
    project = program.session.project
    tags = project.codebook().by_id
    found = [one for portion in project.reading_annotations() for one in portion]
    return sorted(
        (
            tuple(selector.quote for selector in one.target.selectors),
            tuple(tags[id_].name for id_ in one.tags),
            one.memo,
        )
        for one in found
    )


def undone(program):
    return program.session.undo_stack.undoText()


def test_words_are_tagged_and_remembered_without_leaving_the_text(begun, qtbot):
    panel = begun.window.annotation_panel
    drag(begun, qtbot, "forty passengers")
    press(begun, qtbot, Qt.Key.Key_A)
    assert panel.isVisible()
    assert panel.heading.text() == "A  Outlet 1"
    assert panel.quote.text() == "“forty passengers”"
    tag(begun, qtbot, "numbers", "people")
    while begun.window.focusWidget() is not panel.memo:
        press(begun, qtbot, Qt.Key.Key_Tab)
    write(begun, qtbot, "Others say fifty")
    press(begun, qtbot, Qt.Key.Key_Return)
    write(begun, qtbot, "or more.")
    press(begun, qtbot, Qt.Key.Key_Return, CONTROL)
    assert stored(begun) == [
        (("forty passengers",), ("numbers", "people"), "Others say fifty\nor more.")
    ]
    assert undone(begun) == "tag ‘numbers’, ‘people’ on “forty passengers”"
    assert not panel.isVisible()
    assert view(begun).hasFocus()
    assert view(begun).cursor_point() == TEXTS[0].index(" on board")
    (mark,) = view(begun).annotated.marks
    assert [one.name for one in mark.tags] == ["numbers", "people"]
    (made,) = begun.session.project.annotations_of(["a1"])
    assert made.author == "Ann Lee"
    assert made.created == made.changed
    assert made.created.endswith("+00:00")


def test_the_bar_comes_up_at_selected_words_and_tags_them_at_once(begun, qtbot):
    bar = begun.window.annotation_bar
    annotate(begun, qtbot, "harbour", "places")
    drag(begun, qtbot, "lighthouse")
    assert not bar.isVisible()
    qtbot.waitUntil(bar.isVisible)
    assert view(begun).hasFocus()
    (button,) = bar.buttons
    qtbot.mouseClick(button, LEFT)
    assert not bar.isVisible()
    assert stored(begun) == [(("harbour",), ("places",), ""), (("lighthouse",), ("places",), "")]
    assert undone(begun) == "tag ‘places’ on “lighthouse”"
    drag(begun, qtbot, "Gulls")
    qtbot.waitUntil(bar.isVisible)
    qtbot.mouseClick(bar.annotate, LEFT)
    assert begun.window.annotation_panel.quote.text() == "“Gulls”"
    press(begun, qtbot, Qt.Key.Key_Escape)
    drag(begun, qtbot, "band")
    qtbot.waitUntil(bar.isVisible)
    click(begun, qtbot, "brass")
    assert not bar.isVisible()


def test_the_bar_stays_away_while_the_mouse_is_pressed(begun, qtbot, monkeypatch):
    bar, held = begun.window.annotation_bar, [LEFT]
    monkeypatch.setattr(QApplication, "mouseButtons", lambda: held[-1])
    drag(begun, qtbot, "harbour")
    with qtbot.waitSignals([begun.annotating.offer._pause.timeout] * 2):
        pass
    assert not bar.isVisible()
    held.append(Qt.MouseButton.NoButton)
    qtbot.waitUntil(bar.isVisible)


def test_a_key_repeats_the_last_tags_and_a_digit_gives_its_own(begun, qtbot):
    annotate(begun, qtbot, "harbour", "places", "sea")
    drag(begun, qtbot, "lighthouse")
    press(begun, qtbot, Qt.Key.Key_A, SHIFT)
    assert stored(begun)[1] == (("lighthouse",), ("places", "sea"), "")
    sea = begun.session.project.codebook().named("sea")
    begun.session.do(change_tag(replace(sea, key="7")), "give a key")
    drag(begun, qtbot, "wake")
    press(begun, qtbot, Qt.Key.Key_7, ALT)
    assert stored(begun)[2] == (("wake",), ("sea",), "")
    press(begun, qtbot, Qt.Key.Key_7, ALT)
    assert len(stored(begun)) == 3


def test_what_was_typed_and_not_saved_comes_back(begun, qtbot):
    panel = begun.window.annotation_panel
    drag(begun, qtbot, "harbour")
    press(begun, qtbot, Qt.Key.Key_A)
    tag(begun, qtbot, "places")
    write(begun, qtbot, "se")
    press(begun, qtbot, Qt.Key.Key_Escape)
    assert stored(begun) == []
    assert view(begun).hasFocus()
    assert view(begun).selected_words() == "harbour"
    drag(begun, qtbot, "wake")
    press(begun, qtbot, Qt.Key.Key_A)
    assert panel.draft.tags == ()
    press(begun, qtbot, Qt.Key.Key_Return)
    assert panel.said.text() == annotation_words.NOTHING_GIVEN
    press(begun, qtbot, Qt.Key.Key_Escape)
    drag(begun, qtbot, "harbour")
    press(begun, qtbot, Qt.Key.Key_A)
    assert panel.tags.line.text() == "se"
    press(begun, qtbot, Qt.Key.Key_Return, CONTROL)
    assert stored(begun) == [(("harbour",), ("places", "se"), "")]


def test_an_annotation_is_edited_in_place(begun, qtbot):
    panel = begun.window.annotation_panel
    annotate(begun, qtbot, "harbour", "places", memo="Which one?")
    click(begun, qtbot, "harbour")
    assert panel.isVisible()
    assert panel.memo.text == "Which one?"
    assert panel.made.text().startswith("Ann Lee, ")
    press(begun, qtbot, Qt.Key.Key_Backspace)
    tag(begun, qtbot, "sea")
    press(begun, qtbot, Qt.Key.Key_Return)
    assert stored(begun) == [(("harbour",), ("sea",), "Which one?")]
    assert undone(begun) == "change annotation on “harbour”"
    press(begun, qtbot, Qt.Key.Key_Left)
    press(begun, qtbot, Qt.Key.Key_Return)
    panel.memo.setFocus()
    write(begun, qtbot, "Old? ")
    press(begun, qtbot, Qt.Key.Key_Return, CONTROL)
    assert undone(begun) == "change memo on “harbour”"
    press(begun, qtbot, Qt.Key.Key_Return)
    press(begun, qtbot, Qt.Key.Key_Return, CONTROL)
    assert undone(begun) == "change memo on “harbour”"
    press(begun, qtbot, Qt.Key.Key_Delete)
    assert stored(begun) == []
    assert undone(begun) == "delete annotation on “harbour”"
    press(begun, qtbot, Qt.Key.Key_Z, CONTROL)
    assert stored(begun)[0][0] == ("harbour",)
    click(begun, qtbot, "harbour")
    qtbot.mouseClick(panel.delete, LEFT)
    assert stored(begun) == []
    assert not panel.isVisible()


def test_the_ends_of_an_annotation_are_moved_by_keys_and_by_mouse(begun, qtbot):
    panel = begun.window.annotation_panel
    annotate(begun, qtbot, "the harbour", "places")
    click(begun, qtbot, "harbour")
    press(begun, qtbot, Qt.Key.Key_Right, SHIFT | ALT)
    assert stored(begun)[0][0] == ("the harbour at",)
    assert panel.quote.text() == "“the harbour at”"
    press(begun, qtbot, Qt.Key.Key_Down, SHIFT | ALT)
    press(begun, qtbot, Qt.Key.Key_Left, SHIFT | ALT)
    assert stored(begun)[0][0] == ("harbour",)
    assert undone(begun) == "move the ends of the annotation on “harbour”"
    port = view(begun).viewport()
    end = TEXTS[0].index("harbour") + len("harbour")
    there = TEXTS[0].index("nine") + len("nine")
    qtbot.mousePress(port, LEFT, pos=spot(begun, end))
    qtbot.mouseMove(port, spot(begun, there))
    qtbot.mouseRelease(port, LEFT, pos=spot(begun, there))
    assert stored(begun)[0][0] == ("harbour at nine",)
    assert panel.isVisible()
    press(begun, qtbot, Qt.Key.Key_Escape)
    drag(begun, qtbot, "wake")
    press(begun, qtbot, Qt.Key.Key_A)
    write(begun, qtbot, "sea")
    press(begun, qtbot, Qt.Key.Key_Up, SHIFT | ALT)
    assert panel.quote.text() == "“the wake”"
    assert view(begun).selected_words() == "the wake"
    press(begun, qtbot, Qt.Key.Key_Return, CONTROL)
    assert stored(begun)[1] == (("the wake",), ("sea",), "")


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


def test_annotations_overlap_and_are_turned_over(begun, qtbot):
    panel = begun.window.annotation_panel
    annotate(begun, qtbot, "The old ferry left", "ships")
    annotate(begun, qtbot, "ferry left the harbour", "leaving")
    annotate(begun, qtbot, "left", "verbs")
    assert len({row.lane for row in view(begun).annotated.between(0, 9000)}) == 3
    click(begun, qtbot, "left")
    assert (panel.turn.text(), panel.quote.text()) == ("1 of 3", "“left”")
    press(begun, qtbot, Qt.Key.Key_Tab, CONTROL)
    assert (panel.turn.text(), panel.quote.text()) == ("2 of 3", "“The old ferry left”")
    qtbot.mouseClick(panel.on, LEFT)
    qtbot.mouseClick(panel.on, LEFT)
    assert panel.turn.text() == "1 of 3"
    press(begun, qtbot, Qt.Key.Key_Backtab, CONTROL | SHIFT)
    assert panel.turn.text() == "3 of 3"
    assert view(begun).annotated.chosen == panel_annotation(begun)
    click(begun, qtbot, "Gulls")
    assert not panel.isVisible()
    assert view(begun).annotated.chosen == ""


def panel_annotation(program):
    return program.annotating.annotating.opened.annotation


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


def test_all_is_taken_back_and_done_again_also_another_day(begun, start, qtbot):
    annotate(begun, qtbot, "harbour", "places", memo="Which one?")
    annotate(begun, qtbot, "lighthouse", "places")
    click(begun, qtbot, "lighthouse")
    press(begun, qtbot, Qt.Key.Key_Left, SHIFT | ALT)
    press(begun, qtbot, Qt.Key.Key_Up, SHIFT | ALT)
    press(begun, qtbot, Qt.Key.Key_Escape)
    expected = stored(begun)
    assert [quotes for quotes, _, _ in expected] == [("harbour",), ("the lighthouse",)]
    for _ in range(3):
        press(begun, qtbot, Qt.Key.Key_Z, CONTROL)
    assert stored(begun) == []
    assert begun.session.project.codebook().tags == ()
    for _ in range(3):
        press(begun, qtbot, Qt.Key.Key_Z, CONTROL | SHIFT)
    assert stored(begun) == expected
    begun.window.close()

    again = start()
    assert stored(again) == expected
    qtbot.waitUntil(lambda: len(view(again).annotated.marks) == 2)
    with qtbot.waitActive(again.window):
        again.window.activateWindow()
    view(again).setFocus()
    press(again, qtbot, Qt.Key.Key_Z, CONTROL)
    assert [quotes for quotes, _, _ in stored(again)] == [("harbour",), ("lighthouse",)]
    assert all(
        selector.placing is Placing.PLACED
        for one in again.session.project.annotations_of(["a1"])
        for selector in one.target.selectors
    )
    assert not again.window.grab().isNull()
