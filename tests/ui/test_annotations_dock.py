"""The list of annotations: filled in steps, filtered, sorted, changed in place."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from workbench.model import (
    AddArticles,
    Annotation,
    Article,
    ChangeAnnotations,
    ChangeCodebook,
    ProjectError,
    ProjectProblem,
    Span,
    Tag,
    Target,
)
from workbench.project.annotating import words_of
from workbench.project.project import Project
from workbench.ui import annotations_shelf
from workbench.ui.annotations_dock import NONE_FITS, NOTHING, AnnotationsDock
from workbench.ui.annotations_filter import Narrowing
from workbench.ui.annotations_model import AnnotationsModel
from workbench.ui.annotations_rows import Column, Context, Wanted, row_of
from workbench.ui.tag_panel import Task
from workbench.ui.theme import DARK, LIGHT

ARTICLES = (
    Article("a1", "The ferry left the harbour.", "Harbour Post", "Ferry", published="2024-02-21"),
    Article("a2", "Nobody waved.", "Daily Ledger", published="2024-02-22"),
)
TAGS = (Tag("t1", "actors", colour="#c0392b"), Tag("t2", "state", "t1"), Tag("t3", "framing"))


def annotation(number, tags=(), memo="", author="Ada", target=None):
    target = target or words_of(ARTICLES[0], Span(4, 9))
    return Annotation(f"n{number}", target, tags, memo, author, f"2024-03-0{number}", "2024-03-09")


EACH = (
    annotation(1, ("t1",), "first memo"),
    annotation(2, ("t2", "t3"), author="Ben"),
    annotation(3, (), "third", target=words_of(ARTICLES[1], Span(0, 6))),
    annotation(4, ("t3",), target=Target((), "a2")),
    annotation(5, (), "on all", target=Target()),
)


@pytest.fixture
def project(tmp_path):
    with Project.create(tmp_path / "p.crossread", AddArticles(ARTICLES)) as made:
        made.apply(ChangeCodebook(TAGS))
        made.apply(ChangeAnnotations(EACH))
        yield made


@pytest.fixture
def dock(qtbot, project):
    made = AnnotationsDock(LIGHT)
    qtbot.addWidget(made)
    articles = {article.id: article for article in ARTICLES}
    made.model.context = Context(articles, project.codebook())
    made.filter.offer_tags(project.codebook())
    made.filter.offer_outlets(article.outlet for article in ARTICLES)
    made.tester = QAbstractItemModelTester(made.model)
    made.resize(1200, 240)
    made.show()
    made.shelf.load(project)
    return made


def ids(dock):
    model = dock.model
    return [model.row_of(model.index(row, 0)).id for row in range(model.rowCount())]


def cells(dock, row):
    return [str(dock.model.index(row, column).data()) for column in range(len(Column))]


def editor_in(table):
    (editor,) = (each for each in table.viewport().children() if each.isWidgetType())
    return editor


def apply(dock, project, edit):
    project.apply(edit)
    dock.shelf.change([*(one.id for one in edit.put), *edit.removed])


def test_all_are_listed_with_what_is_known_of_them(dock):
    assert ids(dock) == ["n1", "n2", "n3", "n4", "n5"]
    assert cells(dock, 0)[:7] == [
        *("ferry", "actors", "first memo", "Harbour Post", "Ferry", "21 Feb 2024", "Ada")
    ]
    assert cells(dock, 3)[:5] == ["The article", "framing", "", "Daily Ledger", "Nobody waved."]
    assert cells(dock, 4)[0] == "The project"
    assert dock.number.text() == "5 annotations"


def test_where_nothing_is_annotated_it_says_what_to_do(qtbot):
    empty = AnnotationsDock(LIGHT)
    qtbot.addWidget(empty)
    assert empty.empty_words == NOTHING


def test_it_is_read_in_portions_while_the_window_answers(qtbot, project, dock, monkeypatch):
    monkeypatch.setattr("workbench.store.annotations.PORTION", 2)
    monkeypatch.setattr("workbench.ui.steps.SLICE", 0)
    dock.shelf.load(project)
    assert dock.shelf.is_working
    assert len(dock.shelf.rows) == 2
    dock.filter.search.setText("memo")
    with qtbot.waitSignal(dock.shelf.settled):
        pass
    assert ids(dock) == ["n1"]
    assert len(dock.shelf.rows) == 5


def test_what_changes_while_it_is_read_is_read_again(qtbot, project, dock, monkeypatch):
    monkeypatch.setattr("workbench.store.annotations.PORTION", 2)
    monkeypatch.setattr("workbench.ui.steps.SLICE", 0)
    dock.shelf.load(project)
    apply(dock, project, ChangeAnnotations((annotation(1, memo="other"),), ("n2",)))
    dock.shelf.load(project)
    with qtbot.waitSignal(dock.shelf.settled):
        pass
    assert ids(dock) == ["n1", "n3", "n4", "n5"]
    assert cells(dock, 0)[2] == "other"


def test_the_fields_filter(dock):
    field = dock.filter
    field.tag.setCurrentIndex(field.tag.findData("t1"))
    assert ids(dock) == ["n1", "n2"]  # with the tag below it
    field.author.setCurrentIndex(field.author.findData("Ben"))
    assert ids(dock) == ["n2"]
    field.all.click()
    assert len(ids(dock)) == 5
    field.tag.setCurrentIndex(1)
    assert ids(dock) == ["n3", "n5"]
    field.clear()
    field.outlet.setCurrentIndex(field.outlet.findData("Daily Ledger"))
    assert ids(dock) == ["n3", "n4"]
    field.clear()
    field.since.setText("2024-02-22")
    assert ids(dock) == ["n3", "n4"]
    field.since.setText("2024-02-")  # no date yet
    assert len(ids(dock)) == 5
    field.since.clear()
    field.search.setText("MEMO first")
    assert ids(dock) == ["n1"]
    assert dock.number.text() == "1 of 5 annotations"
    field.search.setText("nothing like it")
    assert dock.empty_words == NONE_FITS


def test_another_view_may_ask_for_more_than_the_fields_can_say(dock):
    counted = Narrowing("‘state’ in 2024", frozenset({"n2", "n3"}))
    dock.filter.ask(Wanted(), "t2", counted)
    assert ids(dock) == ["n2"]
    assert dock.filter.also.text() == "‘state’ in 2024"
    dock.filter.ask(Wanted(outlet="Harbour Post"))
    assert ids(dock) == ["n1", "n2"]
    dock.filter.clear()
    assert dock.filter.also.isHidden()


def test_a_filter_whose_tag_has_gone_asks_for_all(dock, project):
    dock.filter.tag.setCurrentIndex(dock.filter.tag.findData("t3"))
    dock.filter.offer_tags(type(project.codebook())(TAGS[:2]))
    assert len(ids(dock)) == 5


def test_a_head_sorts_up_down_and_not_at_all(dock):
    dock.table._sort(Column.WORDS)
    assert ids(dock) == ["n4", "n5", "n1", "n2", "n3"]
    dock.table._sort(Column.WORDS)
    assert ids(dock) == ["n3", "n2", "n1", "n5", "n4"]
    dock.table._sort(Column.WORDS)
    assert ids(dock) == ["n1", "n2", "n3", "n4", "n5"]


def test_single_changes_keep_the_others_where_they_are(dock, project):
    resets = []
    dock.model.modelReset.connect(lambda: resets.append(1))
    apply(dock, project, ChangeAnnotations((annotation(2, memo="new words"),)))
    assert cells(dock, 1)[2] == "new words"
    apply(dock, project, ChangeAnnotations((annotation(6),), ("n1",)))
    assert ids(dock) == ["n2", "n3", "n4", "n5", "n6"]
    assert resets == []


def test_a_new_one_comes_to_its_place_in_the_order(dock, project):
    for backwards in (False, True):
        dock.shelf.sort(Column.MEMO, backwards=backwards)
        number = 7 + backwards
        apply(dock, project, ChangeAnnotations((annotation(number, memo="h" * number),)))
        memos = [cells(dock, row)[2] for row in range(dock.model.rowCount())]
        assert memos == sorted(memos, reverse=backwards)


def test_what_no_longer_fits_goes_and_what_fits_comes(dock, project):
    dock.filter.search.setText("memo")
    apply(dock, project, ChangeAnnotations((annotation(1, memo="other"),)))
    assert ids(dock) == []
    apply(dock, project, ChangeAnnotations((annotation(2, memo="a memo"),)))
    assert ids(dock) == ["n2"]


def test_many_changes_arrange_all_anew(dock, project, monkeypatch):
    monkeypatch.setattr(annotations_shelf, "FEW", 1)
    monkeypatch.setattr(annotations_shelf, "AT_ONCE", 1)
    apply(dock, project, ChangeAnnotations((annotation(6), annotation(1, memo="other")), ("n2",)))
    assert ids(dock) == ["n1", "n3", "n4", "n5", "n6"]
    assert cells(dock, 0)[2] == "other"


def test_a_project_that_is_left_is_forgotten(dock):
    dock.shelf.close()
    dock.shelf.change(["n1"])
    assert (ids(dock), dock.shelf.rows) == ([], {})


def test_a_file_that_cannot_be_read_is_told(dock, project, monkeypatch):
    told = []
    dock.shelf.failed.connect(told.append)

    def fail():
        raise ProjectError("p", ProjectProblem.DAMAGED)
        yield

    monkeypatch.setattr(project, "reading_annotations", fail)
    dock.shelf.load(project)
    assert told[0].problem is ProjectProblem.DAMAGED
    assert not dock.shelf.is_working


def test_enter_writes_the_memo_in_its_cell(dock, qtbot):
    told = []
    dock.model.memo_written.connect(lambda *both: told.append(both))
    table = dock.table
    table.setCurrentIndex(dock.model.index(0, Column.MEMO))
    qtbot.keyClick(table, Qt.Key.Key_Return)
    editor = editor_in(table)
    assert editor.toPlainText() == "first memo"
    editor.setPlainText("one line")
    qtbot.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert told == [("n1", "\none line")]


def test_f2_edits_the_memo_from_any_cell_and_esc_leaves_it(dock, qtbot):
    told = []
    dock.model.memo_written.connect(lambda *both: told.append(both))
    table = dock.table
    table.setCurrentIndex(dock.model.index(2, Column.WORDS))
    qtbot.keyClick(table, Qt.Key.Key_F2)
    editor = editor_in(table)
    editor.setPlainText("unwanted")
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert told == []


def test_enter_on_tags_wants_them_changed_and_elsewhere_leads_to_the_text(dock, qtbot):
    wanted, led = [], []
    dock.change_wanted.connect(wanted.append)
    dock.row_chosen.connect(lambda row: led.append(row.id))
    dock.table.setCurrentIndex(dock.model.index(1, Column.TAGS))
    qtbot.keyClick(dock.table, Qt.Key.Key_Return)
    assert wanted == [Task.SET]
    dock.table.setCurrentIndex(dock.model.index(1, Column.OUTLET))
    qtbot.keyClick(dock.table, Qt.Key.Key_Return)
    qtbot.keyClick(dock.table, Qt.Key.Key_Down)
    assert led == ["n2", "n3"]


def test_what_may_only_be_read_is_not_edited(dock, qtbot):
    dock.model.can_write = False
    led = []
    dock.row_chosen.connect(lambda row: led.append(row.id))
    dock.table.setCurrentIndex(dock.model.index(0, Column.MEMO))
    qtbot.keyClick(dock.table, Qt.Key.Key_Return)
    assert led == ["n1"]
    assert not dock.change.isEnabled()


def test_a_click_leads_to_the_text_and_del_deletes_what_is_marked(dock, qtbot):
    led, deleted = [], []
    dock.row_chosen.connect(lambda row: led.append(row.id))
    dock.delete_wanted.connect(lambda: deleted.append([row.id for row in dock.marked()]))
    qtbot.keyClick(dock.table, Qt.Key.Key_Delete)
    place = dock.table.visualRect(dock.model.index(1, 0)).center()
    qtbot.mouseClick(dock.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert led == ["n2"]
    dock.table.selectAll()
    qtbot.keyClick(dock.table, Qt.Key.Key_Delete)
    assert deleted == [["n1", "n2", "n3", "n4", "n5"]]


def test_the_menu_offers_each_change(dock):
    wanted = []
    dock.change_wanted.connect(wanted.append)
    for action in dock.menu.actions():
        action.trigger()
    assert wanted == [Task.ADD, Task.REMOVE, Task.REPLACE, Task.AUTHOR]


def test_an_annotation_is_found_in_the_list(dock):
    dock.mark("n4")
    assert [row.id for row in dock.marked()] == ["n4"]
    dock.mark("n9")
    assert [row.id for row in dock.marked()] == ["n4"]
    dock.filter.search.setText("memo")
    dock.mark("n3")
    assert [row.id for row in dock.marked()] == ["n3"]
    assert dock.filter.search.text() == ""


def test_one_that_is_not_read_yet_is_marked_when_it_is(dock, project, qtbot, monkeypatch):
    monkeypatch.setattr("workbench.store.annotations.PORTION", 1)
    monkeypatch.setattr("workbench.ui.steps.SLICE", 0)
    dock.shelf.load(project)
    dock.mark("n5")
    assert dock.marked() == ()
    with qtbot.waitSignal(dock.shelf.settled):
        pass
    assert [row.id for row in dock.marked()] == ["n5"]


def test_tags_are_shown_by_colour_and_name_in_each_theme(dock):
    before = dock.table.grab().toImage()
    dock.set_theme(DARK)
    assert dock.table.grab().toImage() != before


def test_the_model_refuses_what_is_no_memo(qapp):
    model = AnnotationsModel()
    model.show([row_of(EACH[0])])
    assert not model.setData(model.index(0, Column.WORDS), "x")
    assert not model.setData(QModelIndex(), "x")
    assert model.setData(model.index(0, Column.MEMO), "first memo")
    assert model.flags(QModelIndex()) == Qt.ItemFlag.NoItemFlags
    assert model.data(QModelIndex()) is None
