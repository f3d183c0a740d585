"""The codebook as a tree: found, named, dragged, shifted by keys, joined, split."""

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from workbench.model import Annotation, Codebook, Selector, Span, Tag, Target
from workbench.project.codebook_files import merge_codebooks
from workbench.ui.codebook_coming import NOTHING_NEW
from workbench.ui.codebook_dock import CodebookDock
from workbench.ui.codebook_model import KEY, NAME, USES, CodebookModel
from workbench.ui.codebook_split import UsesModel
from workbench.ui.theme import DARK, LIGHT

CODEBOOK = Codebook(
    (
        Tag("t1", "actors", colour="#c0392b", definition="Who acts", key="a"),
        Tag("t2", "state", "t1"),
        Tag("t3", "police", "t1", place=1),
        Tag("t4", "framing", place=1, examples="“war”"),
    )
)
USES_OF = {"t1": 3, "t2": 1200}


def use(number, quote):
    target = Target((Selector("a1", Span(0, 5), quote),))
    return Annotation(f"n{number}", target, ("t1",), "a memo")


@pytest.fixture
def dock(qtbot):
    made = CodebookDock(LIGHT)
    qtbot.addWidget(made)
    made.tester = QAbstractItemModelTester(made.model)
    made.show_codebook(CODEBOOK, can_write=True)
    made.show_uses(USES_OF)
    made.resize(240, 700)
    with qtbot.waitActive(made):
        made.show()
    return made


@pytest.fixture
def moves(dock):
    told = []
    dock.model.move_wanted.connect(lambda *each: told.append(each))
    return told


def mark(dock, *tags):
    selection = dock.tree.selectionModel()
    dock.choose(tags[0])
    for tag in tags[1:]:
        flags = selection.SelectionFlag.Select | selection.SelectionFlag.Rows
        selection.select(dock.model.index_of(tag), flags)


def shown(dock):
    model, tree = dock.model, dock.tree
    return [
        tag.name
        for tag in CODEBOOK.branch()
        if not tree.isRowHidden((at := model.index_of(tag.id)).row(), at.parent())
    ]


def test_it_behaves_as_qt_asks(qtmodeltester, dock):
    qtmodeltester.check(dock.model, force_py=True)


def test_each_tag_says_its_uses_and_its_key(dock):
    state = dock.model.index_of("t2")
    assert state.parent() == dock.model.index_of("t1")
    told = [state.siblingAtColumn(column).data() for column in (NAME, USES, KEY)]
    assert told == ["state", "1,200", ""]
    spoken = Qt.ItemDataRole.AccessibleTextRole
    assert dock.model.index_of("t1", USES).data(spoken) == "3 uses"
    assert dock.model.index_of("t1").data(Qt.ItemDataRole.ToolTipRole) == "actors\nWho acts"
    assert dock.model.index_of("t9") == QModelIndex()


def test_an_empty_codebook_says_what_to_do(dock):
    dock.show_codebook(Codebook(), can_write=True)
    assert dock._empty.isVisible()


def test_searching_hides_what_has_not_the_letters_nor_anything_below(dock):
    dock.search.setText("POL")
    assert shown(dock) == ["actors", "police"]
    dock.search.setText("war")
    assert shown(dock) == ["framing"]
    dock.search.clear()
    assert len(shown(dock)) == 4


def test_enter_in_the_field_wants_a_new_tag_with_shift_below_the_chosen_one(dock, qtbot):
    told = []
    dock.tag_wanted.connect(lambda *both: told.append(both))
    dock.search.setFocus()
    for keys in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
        qtbot.keyClicks(dock.search, " two  words")
        qtbot.keyClick(dock.search, Qt.Key.Key_Return, keys)
    qtbot.keyClick(dock.search, Qt.Key.Key_Return)
    assert told == [("two words", False), ("two words", True)]
    assert dock.search.text() == ""


def test_f2_names_a_tag(dock, qtbot):
    told = []
    dock.model.rename_wanted.connect(lambda *both: told.append(both))
    dock.choose("t4")
    dock.tree.setFocus()
    qtbot.keyClick(dock.tree, Qt.Key.Key_F2)
    editor = dock.tree.viewport().findChild(type(dock.search))
    editor.setText(" frames  of reference ")
    with qtbot.waitSignal(dock.model.rename_wanted):
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert told == [("t4", "frames of reference")]
    assert not dock.model.setData(dock.model.index_of("t4"), "  ")
    assert dock.model.setData(dock.model.index_of("t4"), "framing")
    assert len(told) == 1


def test_a_dragged_tag_comes_below_another_or_between_two(dock, moves):
    model = dock.model
    data = model.mimeData([model.index_of("t4"), model.index_of("t4", KEY), model.index_of("t3")])
    move = Qt.DropAction.MoveAction
    assert model.dropMimeData(data, move, -1, -1, model.index_of("t1"))
    assert model.dropMimeData(data, move, 0, 0, QModelIndex())
    assert moves == [(("t4", "t3"), "t1", 2), (("t4", "t3"), "", 0)]
    assert not model.dropMimeData(QMimeData(), move, 0, 0, QModelIndex())
    assert not model.dropMimeData(data, Qt.DropAction.IgnoreAction, 0, 0, QModelIndex())
    assert model.mimeTypes() == data.formats()
    assert model.supportedDropActions() == move


@pytest.mark.parametrize(
    ("tag", "key", "wanted"),
    [
        ("t3", Qt.Key.Key_Up, (("t3",), "t1", 0)),
        ("t2", Qt.Key.Key_Down, (("t2",), "t1", 2)),
        ("t4", Qt.Key.Key_Right, (("t4",), "t1", 2)),
        ("t2", Qt.Key.Key_Left, (("t2",), "", 1)),
        ("t1", Qt.Key.Key_Up, None),
        ("t4", Qt.Key.Key_Down, None),
        ("t1", Qt.Key.Key_Right, None),
        ("t4", Qt.Key.Key_Left, None),
    ],
)
def test_keys_move_a_tag(dock, moves, qtbot, tag, key, wanted):
    dock.choose(tag)
    qtbot.keyClick(dock.tree, key, Qt.KeyboardModifier.ControlModifier)
    assert moves == ([wanted] if wanted else [])


def test_enter_shows_uses_and_del_deletes(dock, qtbot):
    uses, deleted = [], []
    dock.uses_wanted.connect(uses.append)
    dock.delete_wanted.connect(deleted.append)
    dock.choose("t2")
    qtbot.keyClick(dock.tree, Qt.Key.Key_Return)
    qtbot.keyClick(dock.tree, Qt.Key.Key_Delete)
    assert (uses, deleted) == (["t2"], [("t2",)])


def test_marked_tags_are_joined_into_the_chosen_one(dock):
    told = []
    dock.join_wanted.connect(lambda *both: told.append(both))
    dock.choose("t4")
    assert not dock.join.isEnabled()
    mark(dock, "t4", "t2")
    assert dock.join.text() == "Join into ‘framing’"
    dock.join.click()
    assert told[0][0] == "t4"
    assert set(told[0][1]) == {"t4", "t2"}


def test_a_tag_that_was_given_can_be_split(dock):
    told = []
    dock.split_wanted.connect(told.append)
    dock.choose("t4")
    assert not dock.split.isEnabled()
    dock.choose("t1")
    dock.split.click()
    assert [tag.id for tag in told] == ["t1"]


def test_what_is_folded_up_and_chosen_stays_so(dock):
    dock.tree.collapse(dock.model.index_of("t1"))
    dock.choose("t4")
    dock.show_codebook(CODEBOOK, can_write=True)
    assert not dock.tree.isExpanded(dock.model.index_of("t1"))
    assert dock.chosen().id == "t4"
    dock.tree.expand(dock.model.index_of("t1"))
    dock.show_codebook(CODEBOOK, can_write=True)
    assert dock.tree.isExpanded(dock.model.index_of("t1"))


def test_a_codebook_that_may_only_be_read_offers_no_change(dock, moves, qtbot):
    dock.show_codebook(CODEBOOK, can_write=False)
    mark(dock, "t1", "t4")
    told = []
    dock.tag_wanted.connect(lambda *both: told.append(both))
    dock.delete_wanted.connect(told.append)
    qtbot.keyClicks(dock.search, "new")
    qtbot.keyClick(dock.search, Qt.Key.Key_Return)
    qtbot.keyClick(dock.tree, Qt.Key.Key_Delete)
    qtbot.keyClick(dock.tree, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert (told, moves) == ([], [])
    assert not dock.join.isEnabled()
    flags = dock.model.flags(dock.model.index_of("t1"))
    assert not flags & Qt.ItemFlag.ItemIsEditable
    assert dock.model.flags(QModelIndex()) == Qt.ItemFlag.NoItemFlags


def test_the_editor_tells_of_a_field_when_it_is_left(dock, qtbot):
    told = []
    dock.editor.changed.connect(told.append)
    dock.choose("t1")
    editor = dock.editor
    assert editor.definition.toPlainText() == "Who acts"
    editor.definition.setFocus()
    editor.definition.setPlainText("Who does it")
    editor.examples.setFocus()
    assert [tag.definition for tag in told] == ["Who does it"]
    editor.swatches[1].click()
    assert told[-1].colour == "#2471a3"
    editor.colour.setText("no colour")
    editor.colour.editingFinished.emit()
    editor.name.setText("  ")
    editor.name.editingFinished.emit()
    assert len(told) == 2
    editor.key.setText("Z")
    editor.key.editingFinished.emit()
    assert told[-1].key == "z"


def test_what_was_written_is_told_before_another_tag_is_shown(dock):
    told = []
    dock.editor.changed.connect(told.append)
    dock.choose("t1")
    dock.editor.definition.setPlainText("changed")
    dock.choose("t4")
    assert [(tag.id, tag.definition) for tag in told] == [("t1", "changed")]
    mark(dock, "t1", "t4")
    assert not dock.editor.fields.isEnabled()


def test_uses_are_marked_for_a_new_tag(dock, qtbot):
    told = []
    panel = dock.splitting
    panel.accepted.connect(lambda *each: told.append(each))
    uses = (use(1, "the mayor"), use(2, "the police"))
    dock.show_below(panel)
    panel.ask(CODEBOOK.tags[0], uses)
    assert not panel.split.isEnabled()
    qtbot.keyClicks(panel.name, "officials")
    assert not panel.split.isEnabled()
    assert panel.model.setData(
        panel.model.index(1, 0), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole
    )
    qtbot.keyClick(panel.name, Qt.Key.Key_Return)
    assert told == [(CODEBOOK.tags[0], "officials", (uses[1],))]
    qtbot.keyClick(panel, Qt.Key.Key_Escape)
    assert dock._below.currentWidget() is dock.editor


def test_the_list_of_uses_behaves_as_qt_asks(qtmodeltester, qapp):
    model = UsesModel()
    model.show((use(1, "the mayor"), use(2, "the police")))
    qtmodeltester.check(model, force_py=True)
    role = Qt.ItemDataRole.CheckStateRole
    assert not model.setData(model.index(0, 0), "x")
    model.setData(model.index(0, 0), Qt.CheckState.Checked, role)
    model.setData(model.index(0, 0), Qt.CheckState.Unchecked, role)
    assert model.marked() == ()
    assert model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole) == "the mayor\na memo"


def test_what_a_file_brings_is_shown_before(dock, qtbot):
    told = []
    coming = Codebook((Tag("t9", "law"), Tag("t4", "frames", examples="“war”"), CODEBOOK.tags[0]))
    merger = merge_codebooks(CODEBOOK, coming)
    panel = dock.coming
    panel.accepted.connect(told.append)
    dock.show_below(panel)
    panel.ask(merger)
    assert panel.title.text() == "1 new tag, 1 changed, 1 as they are."
    rows = [[panel.listing.model.index(row, column).data() for column in (0, 1)] for row in (0, 1)]
    assert rows == [["law", "new"], ["frames", "other name"]]
    panel.bring.click()
    assert told == [merger]
    panel.ask(merge_codebooks(CODEBOOK, CODEBOOK))
    assert panel.listing.empty_words == NOTHING_NEW
    assert not panel.bring.isEnabled()
    qtbot.keyClick(panel, Qt.Key.Key_Escape)
    assert dock._below.currentWidget() is dock.editor


def test_colours_follow_the_theme(dock):
    before = dock.grab().toImage()
    dock.set_theme(DARK)
    assert dock.grab().toImage() != before


def test_a_model_without_tags_is_empty(qapp):
    model = CodebookModel(LIGHT)
    assert model.rowCount() == 0
    assert model.data(QModelIndex()) is None
