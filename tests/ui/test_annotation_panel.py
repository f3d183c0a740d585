"""The panel is filled in, saved and put away with the keyboard, and keeps beside its words."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QTextEdit, QVBoxLayout, QWidget

from workbench.model import Codebook, Tag
from workbench.ui.annotation_bar import MOST, AnnotationBar
from workbench.ui.annotation_panel import WIDTH, AnnotationPanel, Draft, Subject
from workbench.ui.annotation_words import NOWHERE_ELSE, READ_ONLY
from workbench.ui.memo_field import MOST_LINES, MemoField
from workbench.ui.theme import DARK, LIGHT

TAGS = tuple(Tag(letter, f"tag {letter}", place=at) for at, letter in enumerate("abcde"))
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def window(qtbot):
    """Something to annotate, and actions that have keys of their own in it."""
    made = QWidget()
    qtbot.addWidget(made)
    made.text = QTextEdit()
    QVBoxLayout(made).addWidget(made.text)
    made.resize(1000, 700)
    made.done = []
    made.acts = {}
    for name, key in (("no_passage", "Esc"), ("end_later", "Shift+Alt+Right"), ("annotate", "A")):
        action = QAction(name, made)
        action.setShortcut(QKeySequence(key))
        action.triggered.connect(lambda _=False, name=name: made.done.append(name))
        made.addAction(action)
        made.acts[name] = action
    return made


@pytest.fixture
def panel(window, qtbot):
    made = AnnotationPanel(LIGHT, window.acts, window)
    made.tags.offer(Codebook(TAGS))
    made.tell(Subject("A  Morning Post", "“the harbour”"))
    made.fill(Draft(("a",), memo="Why?"))
    made.offer_everywhere(2, 4)
    with qtbot.waitActive(window):
        window.show()
    made.show_at(QRect(100, 100, 80, 20), window.rect())
    made.tags.setFocus()
    qtbot.waitUntil(made.tags.line.hasFocus)
    return made


def test_it_gives_back_what_stands_in_the_fields(panel, qtbot):
    assert panel.draft == Draft(("a",), memo="Why?")
    qtbot.keyClicks(panel.tags.line, "new")
    qtbot.keyClick(panel.tags.line, Qt.Key.Key_Return)
    qtbot.keyClicks(panel.tags.line, "ta")
    panel.everywhere.setChecked(True)
    draft = panel.draft
    assert [tag.name for tag in draft.created] == ["new"]
    assert (draft.typed, draft.everywhere) == ("ta", True)
    panel.fill(draft)
    assert panel.draft == draft


@pytest.mark.parametrize("field", ["line", "memo", "save"])
@pytest.mark.parametrize(
    ("pressed", "expected"),
    [
        ((Qt.Key.Key_Return, CONTROL), ("save_wanted", [])),
        ((Qt.Key.Key_Enter, CONTROL), ("save_wanted", [])),
        ((Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier), ("put_away", [])),
        ((Qt.Key.Key_Tab, CONTROL), ("turned", [1])),
        ((Qt.Key.Key_Backtab, CONTROL | SHIFT), ("turned", [-1])),
        ((Qt.Key.Key_Right, SHIFT | ALT), ("ends_moved", [0, 1])),
    ],
)
def test_keys_mean_the_same_in_every_field(panel, window, qtbot, field, pressed, expected):
    widget = {"line": panel.tags.line, "memo": panel.memo, "save": panel.save}[field]
    widget.setFocus()
    signal, brings = expected
    with qtbot.waitSignal(getattr(panel, signal)) as heard:
        qtbot.keyClick(widget, *pressed)
    assert heard.args == brings
    assert window.done == []
    assert panel.memo.text == "Why?"


def test_letters_are_letters_in_the_fields(panel, window, qtbot):
    panel.memo.setFocus()
    qtbot.keyClick(panel.memo, Qt.Key.Key_A)
    qtbot.keyClick(panel.tags.line, Qt.Key.Key_A)
    assert panel.tags.line.text() == "a"
    assert window.done == []


def test_enter_in_the_empty_tag_field_saves(panel, qtbot):
    with qtbot.waitSignal(panel.save_wanted):
        qtbot.keyClick(panel.tags.line, Qt.Key.Key_Return)
    with qtbot.assertNotEmitted(panel.save_wanted):
        qtbot.keyClicks(panel.tags.line, "tag b")
        qtbot.keyClick(panel.tags.line, Qt.Key.Key_Return)
        panel.memo.setFocus()
        qtbot.keyClick(panel.memo, Qt.Key.Key_Return)
    assert panel.draft.tags == ("a", "b")


@pytest.mark.parametrize(
    ("button", "signal"),
    [
        ("save", "save_wanted"),
        ("delete", "delete_wanted"),
        ("listing", "listing_wanted"),
        ("close_button", "put_away"),
        ("back", "turned"),
        ("on", "turned"),
    ],
)
def test_buttons_do_what_they_say(panel, qtbot, button, signal):
    panel.tell(Subject("A", is_stored=True, turn="1 of 2"))
    with qtbot.waitSignal(getattr(panel, signal)):
        qtbot.mouseClick(getattr(panel, button), LEFT)


def test_it_says_what_it_is_about(panel):
    panel.tell(Subject("B  Evening Star", "“dusk”", "Ann, 22 Nov 2026", "2 of 3", is_stored=True))
    assert panel.accessibleDescription() == "B  Evening Star. “dusk”"
    assert panel.made.isVisible()
    assert panel.turn.text() == "2 of 3"
    assert panel.delete.isVisible()
    panel.tell(Subject("Project memo"))
    hidden = (panel.quote, panel.made, panel.turn, panel.on, panel.delete, panel.listing)
    assert not any(part.isVisible() for part in hidden)
    assert not panel.said.isVisible()


def test_read_only_it_says_so_and_takes_nothing(panel):
    panel.tell(Subject("A", is_stored=True, is_read_only=True))
    assert panel.said.text() == READ_ONLY
    for part in (panel.tags.line, panel.memo, panel.save, panel.delete):
        assert not part.isEnabled()


def test_what_was_said_goes_when_something_is_written(panel, qtbot):
    panel.say("Give a tag.")
    assert panel.said.isVisible()
    qtbot.keyClicks(panel.memo, "x")
    assert not panel.said.isVisible()


def test_other_articles_are_offered_where_they_have_the_words(panel):
    assert panel.everywhere.text().endswith("2 of 4 have these words")
    panel.everywhere.setChecked(True)
    panel.offer_everywhere(0, 4)
    assert panel.nowhere.text() == NOWHERE_ELSE
    assert panel.nowhere.isVisible()
    assert not panel.everywhere.isVisible()
    assert not panel.draft.everywhere
    panel.offer_everywhere(0, 0)
    assert not panel.nowhere.isVisible()


def test_it_grows_with_what_it_holds_and_stays_in_the_window(panel, window, qtbot):
    before = panel.height()
    assert panel.width() == WIDTH
    assert panel.y() > 120
    panel.memo.setPlainText("\n".join("line" for _ in range(30)))
    qtbot.waitUntil(lambda: panel.height() > before)
    assert window.rect().contains(panel.geometry())
    panel.show_at(QRect(900, 650, 80, 20), window.rect())
    assert window.rect().contains(panel.geometry())
    assert not panel.geometry().intersects(QRect(900, 650, 80, 20))


def test_a_memo_shows_two_lines_at_least_and_eight_at_most(qtbot):
    field = MemoField()
    qtbot.addWidget(field)
    least = field.height()
    field.setPlainText("one")
    assert field.height() == least
    field.setPlainText("\n" * 3)
    assert field.height() > least
    field.setPlainText("\n" * (MOST_LINES * 3))
    most = field.height()
    field.setPlainText("\n" * (MOST_LINES * 6))
    assert field.height() == most
    assert field.text == ""


def test_it_is_read_in_the_dark(panel):
    before = panel.grab().toImage()
    panel.set_theme(DARK)
    assert panel.grab().toImage() != before


def test_the_bar_offers_the_last_tags_and_annotates(window, qtbot):
    bar = AnnotationBar(window.acts["annotate"], LIGHT, window)
    bar.offer(TAGS)
    assert [button.text() for button in bar.buttons] == [tag.name for tag in TAGS[:MOST]]
    with qtbot.waitActive(window):
        window.show()
    window.text.setFocus()
    bar.show_at(QRect(100, 100, 80, 20), window.rect())
    assert not bar.geometry().intersects(QRect(100, 100, 80, 20))
    with qtbot.waitSignal(bar.tag_wanted) as heard:
        qtbot.mouseClick(bar.buttons[1], LEFT)
    assert heard.args == ["b"]
    qtbot.mouseClick(bar.annotate, LEFT)
    assert window.done == ["annotate"]
    assert window.text.hasFocus()
    bar.set_theme(DARK)
    bar.offer(())
    assert bar.buttons == ()
