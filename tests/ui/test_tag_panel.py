"""The small frame in which tags for many annotations are chosen."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from workbench.model import Codebook, Tag
from workbench.ui.tag_panel import TagPanel, Task
from workbench.ui.theme import DARK, LIGHT

CODEBOOK = Codebook((Tag("t1", "actors"), Tag("t2", "state", "t1")))


@pytest.fixture
def place(qtbot):
    """Return a window with a field that the keyboard comes from."""
    window = QWidget()
    window.resize(600, 400)
    window.field = QLineEdit(window)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    window.field.setFocus()
    return window


@pytest.fixture
def panel(place):
    made = TagPanel(LIGHT, place)
    made.told = []
    made.accepted.connect(lambda task: made.told.append((task, made.tags)))
    return made


def show(panel, place, task, point=None):
    panel.ask(task, "3 annotations", CODEBOOK)
    panel.open_at(place.mapToGlobal(point or QPoint(20, 20)), place.field)


def test_a_tag_is_typed_and_taken_and_the_keyboard_goes_back(panel, place, qtbot):
    show(panel, place, Task.ADD)
    assert panel.title.text() == "Add tags to 3 annotations"
    qtbot.keyClicks(panel.field.line, "sta")
    qtbot.keyClick(panel.field.line, Qt.Key.Key_Return)
    qtbot.keyClick(panel.field.line, Qt.Key.Key_Return)
    assert panel.told == [(Task.ADD, ("t2",))]
    assert panel.isHidden()
    assert place.field.hasFocus()


def test_what_is_typed_counts_when_the_button_is_pressed(panel, place, qtbot):
    show(panel, place, Task.ADD)
    qtbot.keyClicks(panel.field.line, "brand new")
    panel.save.click()
    assert [tag.name for tag in panel.created] == ["brand new"]
    assert len(panel.told) == 1


def test_esc_puts_it_away(panel, place, qtbot):
    show(panel, place, Task.SET)
    qtbot.keyClick(panel.field.line, Qt.Key.Key_Escape)
    assert panel.isHidden()
    assert panel.told == []
    assert place.field.hasFocus()


def test_an_author_is_asked_for_in_a_line(panel, place, qtbot):
    show(panel, place, Task.AUTHOR)
    assert panel.field.isHidden()
    qtbot.keyClicks(panel.line, "  Ada  Lovelace ")
    qtbot.keyClick(panel.line, Qt.Key.Key_Return)
    assert panel.author == "Ada Lovelace"
    assert panel.told == [(Task.AUTHOR, ())]


def test_a_tag_to_replace_is_chosen_from_a_list(panel, place):
    show(panel, place, Task.REPLACE)
    panel.offer_replaced(CODEBOOK.tags, CODEBOOK)
    assert not panel.replaced.isHidden()
    assert [panel.replaced.itemText(row) for row in range(2)] == ["actors", "actors › state"]


def test_it_stays_inside_the_window(panel, place):
    show(panel, place, Task.ADD, QPoint(590, 390))
    assert place.rect().contains(panel.geometry())


def test_it_is_painted_in_other_colours(panel, place):
    show(panel, place, Task.ADD)
    before = panel.grab().toImage()
    panel.set_theme(DARK)
    assert panel.grab().toImage() != before
