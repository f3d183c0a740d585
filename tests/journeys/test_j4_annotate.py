"""J4: select words, tag them, write a memo, take anything back; nothing confirmed is lost."""

from dataclasses import replace

from analyst import (
    ALT,
    CONTROL,
    LEFT,
    SHIFT,
    TEXTS,
    annotate,
    click,
    drag,
    press,
    spot,
    stored,
    tag,
    undone,
    view,
    write,
)
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from workbench.model import Placing
from workbench.project.tagging import change_tag
from workbench.ui import annotation_words


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
