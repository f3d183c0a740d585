"""Tags are typed with completion, made on the fly, and taken off again."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QPlainTextEdit, QToolButton, QVBoxLayout, QWidget

from workbench.model import Codebook, Tag
from workbench.ui.tag_choices import MOST, TagChoicesModel, choices
from workbench.ui.tag_field import ROWS, TagField
from workbench.ui.theme import DARK, LIGHT

ECONOMY = Tag("e", "economy", colour="#2471a3", definition="What is made and sold", place=0)
GROWTH = Tag("g", "growth", "e", place=0)
FRAME = Tag("f", "frame of war", colour="#c0392b", place=1)
BOOK = Codebook((ECONOMY, GROWTH, FRAME))
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def form(qtbot):
    """A tag field above something else that can have the keyboard."""
    made = QWidget()
    qtbot.addWidget(made)
    made.field = TagField(LIGHT)
    made.memo = QPlainTextEdit()
    QAbstractItemModelTester(
        made.field.model, QAbstractItemModelTester.FailureReportingMode.Fatal, made
    )
    column = QVBoxLayout(made)
    column.addWidget(made.field)
    column.addWidget(made.memo)
    made.field.offer(BOOK)
    with qtbot.waitActive(made):
        made.show()
    made.field.setFocus()
    qtbot.waitUntil(made.field.line.hasFocus)
    return made


def offered(field):
    return [field.model.index(row, 0).data() for row in range(field.model.rowCount())]


def chips(field):
    return [chip for chip in field.chips.findChildren(QToolButton) if chip.isVisible()]


def words(found):
    return [(choice.words, choice.tag is None) for choice in found]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", ["frame of war", "economy", "economy › growth"]),
        ("war", ["frame of war", "+war"]),
        ("GRO", ["economy › growth", "+GRO"]),
        ("growth", ["economy › growth"]),
        ("eco", ["economy", "+eco", "economy › growth"]),
        ("  peace   talks ", ["+peace talks"]),
        ("onom", ["+onom", "economy", "economy › growth"]),
    ],
)
def test_tags_are_offered_the_likeliest_first(typed, expected):
    found = choices(BOOK, typed, ("f",), set())
    assert [("+" if made else "") + name for name, made in words(found)] == expected


def test_tags_that_were_taken_are_not_offered_nor_made_again():
    assert words(choices(BOOK, "growth", (), {"g"})) == []
    assert words(choices(BOOK, "", (), {"e", "f"})) == [("economy › growth", False)]


def test_no_more_tags_than_anybody_reads():
    book = Codebook(tuple(Tag(str(n), f"tag {n}", place=n) for n in range(MOST * 2)))
    assert len(choices(book, "", (), ())) == len(choices(book, "tag", (), ())) == MOST


def test_enter_takes_what_completes_the_letters(form, qtbot):
    field = form.field
    qtbot.keyClicks(field.line, "gro")
    with qtbot.waitSignal(field.changed):
        qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert field.tags == ("g",)
    assert not field.line.text()
    assert [chip.text() for chip in chips(field)] == ["growth  ×"]
    assert field.line.hasFocus()


def test_a_new_tag_is_made_on_the_fly(form, qtbot):
    field = form.field
    qtbot.keyClicks(field.line, "war")
    qtbot.keyClick(field.line, Qt.Key.Key_Down)
    assert field.list.currentIndex().data() == "Create tag ‘war’"
    qtbot.keyClick(field.line, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    (made,) = field.created
    assert (made.name, field.tags) == ("war", (made.id,))
    assert made.colour not in {"", ECONOMY.colour, FRAME.colour}
    qtbot.keyClicks(field.line, "War")
    assert "Create" not in str(offered(field))


def test_with_nothing_typed_enter_says_that_all_is_well(form, qtbot):
    with qtbot.waitSignal(form.field.accepted):
        qtbot.keyClick(form.field.line, Qt.Key.Key_Return)
    qtbot.keyClick(form.field.line, Qt.Key.Key_Down)
    with qtbot.assertNotEmitted(form.field.accepted):
        qtbot.keyClick(form.field.line, Qt.Key.Key_Return)
    assert form.field.tags == ("e",)


def test_a_tag_is_not_taken_twice(form, qtbot):
    form.field.set_tags(["g"])
    qtbot.keyClicks(form.field.line, "growth")
    with qtbot.assertNotEmitted(form.field.changed):
        qtbot.keyClick(form.field.line, Qt.Key.Key_Return)
    assert form.field.tags == ("g",)
    assert form.field.line.text() == ""


def test_a_key_or_a_click_takes_a_tag_off(form, qtbot):
    field = form.field
    field.set_tags(["e", "f", "g", "gone"])
    assert field.tags == ("e", "f", "g")
    qtbot.keyClick(field.line, Qt.Key.Key_Backspace)
    assert field.tags == ("e", "f")
    qtbot.mouseClick(chips(field)[0], LEFT)
    assert field.tags == ("f",)
    assert field.line.hasFocus()
    qtbot.keyClick(field.line, Qt.Key.Key_Backspace)
    assert field.tags == ()
    assert not field.chips.isVisible()
    qtbot.keyClick(field.line, Qt.Key.Key_Backspace)


def test_a_click_takes_a_tag(form, qtbot):
    field = form.field
    spot = field.list.visualRect(field.model.index(1, 0)).center()
    qtbot.mouseClick(field.list.viewport(), LEFT, pos=spot)
    assert field.tags == ("g",)


def test_the_list_is_there_while_the_line_has_the_keyboard(form, qtbot):
    field = form.field
    assert field.list.isVisible()
    qtbot.keyClick(field.line, Qt.Key.Key_Tab)
    assert form.memo.hasFocus() or field.focusWidget() is not field.line
    form.memo.setFocus()
    assert not field.list.isVisible()


def test_a_long_codebook_does_not_fill_the_screen(form):
    field = form.field
    field.offer(Codebook(tuple(Tag(str(n), f"tag {n}") for n in range(40))))
    assert field.list.height() <= ROWS * field.list.sizeHintForRow(0) + 2


def test_what_was_typed_is_taken_and_can_be_put_back(form):
    field = form.field
    made = Tag("n", "new here")
    field.set_tags(["n", "e"], [made], "frame")
    assert (field.tags, field.created, field.line.text()) == (("n", "e"), (made,), "frame")
    field.take_typed()
    assert field.tags == ("n", "e", "f")
    field.take_typed()
    assert field.tags == ("n", "e", "f")


def test_tags_that_the_codebook_loses_go(form):
    field = form.field
    field.set_tags(["e", "n"], [Tag("n", "new here")])
    field.offer(Codebook((GROWTH,)))
    assert [tag.name for tag in field.created] == ["new here"]
    assert field.tags == ("n",)
    field.offer(Codebook((GROWTH, Tag("n", "new here"))))
    assert (field.tags, field.created) == (("n",), ())


def test_every_row_says_what_it_means(form):
    model = form.field.model
    first = model.index(0, 0)
    assert first.data(Qt.ItemDataRole.ToolTipRole) == "What is made and sold"
    assert not first.data(Qt.ItemDataRole.DecorationRole).isNull()
    assert model.index(1, 0).data(Qt.ItemDataRole.ToolTipRole) is None
    assert model.data(model.index(9, 0)) is None


def test_it_is_read_in_the_dark(form):
    before = form.field.grab().toImage()
    form.field.set_tags(["e"])
    form.field.set_theme(DARK)
    assert form.field.grab().toImage() != before


def test_a_model_without_rows(qapp):
    model = TagChoicesModel(LIGHT)
    assert model.rowCount() == 0
    assert model.rowCount(model.index(0, 0)) == 0
