"""What was annotated is looked through, counted, and changed many at once; so are its tags."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication

from workbench.model import (
    AddArticles,
    Annotation,
    Article,
    ChangeAnnotations,
    ChangeCodebook,
    ChangeMetadata,
    Placing,
    ReviseArticle,
    Selector,
    Span,
    Tag,
    Target,
)
from workbench.project.annotating import words_of
from workbench.ui.annotations_rows import Column
from workbench.ui.tag_panel import Task

ARTICLES = (
    Article("a1", "The ferry left the harbour at nine.", "Harbour Post", "Ferry", language="en"),
    Article("a2", "Nobody waved, and the mayor slept.", "Daily Ledger", "Mayor", language="en"),
)
TAGS = (
    Tag("t1", "actors", place=0),
    Tag("t2", "state", "t1"),
    Tag("t3", "framing", place=1, key="f"),
)


def annotation(number, article, start, end, tags=(), memo=""):
    target = words_of(ARTICLES[article], Span(start, end))
    return Annotation(f"n{number}", target, tags, memo, "Ada", f"2024-03-0{number}")


EACH = (
    annotation(1, 0, 4, 9, ("t1",)),
    annotation(2, 0, 4, 22, ("t3",), "on the way"),
    annotation(3, 1, 22, 27, ("t1", "t2")),
)


class Files:
    """Answers with these paths."""

    def __init__(self, *paths):
        self.paths = paths

    def files(self, suffixes):
        return self.paths

    def new_file(self, title, name, kinds):
        return self.paths[0] if self.paths else None


@pytest.fixture
def annotated(program):
    """The program with two articles, tags, and three annotations, all listed."""
    session = program.session
    session.do(AddArticles(ARTICLES), "import")
    session.do(ChangeCodebook(TAGS), "tags")
    session.do(ChangeAnnotations(EACH), "annotations")
    program.window.show_dock("annotations_list")
    return program


@pytest.fixture
def docks(annotated):
    return annotated.window.annotation_docks


def listed(program):
    model = program.window.annotation_docks.list.model
    return [model.row_of(model.index(row, 0)).id for row in range(model.rowCount())]


def tags(program):
    return {one.id: one.tags for one in program.session.project.annotations(("n1", "n2", "n3"))}


def mark(program, *rows):
    table = program.window.annotation_docks.list.table
    table.clearSelection()
    for row in rows:
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        table.selectionModel().setCurrentIndex(table.model().index(row, 0), flags)


def change(program, task, *names, qtbot):
    """Choose tags by typing in the panel, and accept them."""
    program.window.annotation_docks.list.change_wanted.emit(task)
    panel = program.window.annotation_docks.list.panel
    for name in names:
        qtbot.keyClicks(panel.field.line, name)
        qtbot.keyClick(panel.field.line, Qt.Key.Key_Return)
    panel.save.click()


def tree(program):
    codebook = program.session.project.codebook()
    return [" / ".join(each.name for each in codebook.path(tag.id)) for tag in codebook.branch()]


def last_step(program):
    return program.session.undo_stack.undoText()


def test_a_row_leads_to_its_words(annotated):
    dock, window = annotated.window.annotation_docks.list, annotated.window
    window.desk.close_article("a2")
    dock.row_chosen.emit(dock.shelf.rows["n3"])
    assert "a2" in window.desk.open_ids


def test_many_are_tagged_in_one_step(annotated, qtbot):
    mark(annotated, 0, 1)
    change(annotated, Task.ADD, "state", "brand new", qtbot=qtbot)
    (new,) = (tag for tag in annotated.session.project.codebook().tags if tag.name == "brand new")
    assert tags(annotated)["n1"] == ("t1", "t2", new.id)
    assert tags(annotated)["n2"] == ("t3", "t2", new.id)
    assert last_step(annotated) == "tag ‘state’, ‘brand new’ on 2 annotations"
    annotated.session.undo()
    assert tags(annotated)["n2"] == ("t3",)
    assert tree(annotated) == ["actors", "actors / state", "framing"]


def test_tags_are_taken_off_replaced_and_set(annotated, qtbot):
    mark(annotated, 0, 2)
    change(annotated, Task.REMOVE, "actors", qtbot=qtbot)
    assert last_step(annotated) == "take ‘actors’ off 2 annotations"
    assert tags(annotated)["n3"] == ("t2",)
    change(annotated, Task.REPLACE, "framing", qtbot=qtbot)
    assert last_step(annotated) == "replace ‘state’ by ‘framing’ on 2 annotations"
    mark(annotated, 1)
    change(annotated, Task.SET, "actors", qtbot=qtbot)
    assert tags(annotated) == {"n1": (), "n2": ("t3", "t1"), "n3": ("t3",)}
    change(annotated, Task.ADD, qtbot=qtbot)
    assert last_step(annotated) == "set tags of 1 annotation"
    mark(annotated, 0, 1)
    change(annotated, Task.SET, "state", qtbot=qtbot)
    assert tags(annotated)["n2"] == ("t3", "t1", "t2")


def test_the_filter_follows_tags_that_are_moved_and_articles_that_are_corrected(annotated, docks):
    field = docks.list.filter
    field.tag.setCurrentIndex(field.tag.findData("t3"))
    assert listed(annotated) == ["n2"]
    docks.codebook.model.move_wanted.emit(("t2",), "t3", 0)
    assert listed(annotated) == ["n2", "n3"]
    field.clear()
    field.outlet.setCurrentIndex(field.outlet.findData("Daily Ledger"))
    other = replace(ARTICLES[0], outlet="Daily Ledger")
    annotated.session.do(ChangeMetadata((other,)), "correct")
    assert listed(annotated) == ["n1", "n2", "n3"]


def test_the_author_of_many_is_set(annotated, qtbot):
    mark(annotated, 0, 1, 2)
    dock = annotated.window.annotation_docks.list
    dock.change_wanted.emit(Task.AUTHOR)
    dock.panel.line.setText("Ben")
    qtbot.keyClick(dock.panel.line, Qt.Key.Key_Return)
    found = annotated.session.project.annotations(("n1", "n2", "n3"))
    assert {one.author for one in found} == {"Ben"}
    assert last_step(annotated) == "set author of 3 annotations"


def test_nothing_is_asked_where_nothing_is_marked(annotated):
    dock = annotated.window.annotation_docks.list
    dock.table.clearSelection()
    dock.change_wanted.emit(Task.ADD)
    assert dock.panel.isHidden()


def test_marked_ones_are_deleted_and_the_notice_brings_them_back(annotated, qtbot):
    mark(annotated, 0, 1)
    qtbot.keyClick(annotated.window.annotation_docks.list.table, Qt.Key.Key_Delete)
    assert listed(annotated) == ["n3"]
    assert "Deleted 2 annotations." in annotated.window.notices.texts
    annotated.session.undo()
    assert sorted(listed(annotated)) == ["n1", "n2", "n3"]


def test_a_memo_is_written_in_its_cell(annotated):
    model = annotated.window.annotation_docks.list.model
    model.setData(model.index(0, Column.MEMO), "new memo")
    assert model.index(0, Column.MEMO).data() == "new memo"
    assert last_step(annotated) == "change memo"


def test_words_that_are_not_placed_say_why(annotated):
    session = annotated.session
    session.do(ReviseArticle(Article("a1", "Other words.", language="en")), "revise")
    for placing, said in ((Placing.DOUBTFUL, "wait for review"), (Placing.KEPT, "earlier text")):
        target = Target((Selector("a1", Span(4, 9), "ferry", placing=placing),))
        session.do(ChangeAnnotations((Annotation("n1", target),)), "x")
        dock = annotated.window.annotation_docks.list
        dock.row_chosen.emit(dock.shelf.rows["n1"])
        assert said in annotated.window.notices.texts[-1]
    dock.row_chosen.emit(dock.shelf.rows["n1"])


def test_a_new_tag_stands_beside_the_chosen_one_or_below(annotated, docks):
    book = docks.codebook
    book.choose("t2")
    book.tag_wanted.emit("police", False)
    book.tag_wanted.emit("riot squad", True)
    assert tree(annotated)[1:4] == [
        "actors / state",
        "actors / police",
        "actors / police / riot squad",
    ]
    book.tag_wanted.emit("ACTORS", False)
    assert book.chosen().id == "t1"
    assert last_step(annotated) == "new tag ‘riot squad’"


def test_a_tag_is_renamed_moved_and_changed(annotated, docks):
    model = docks.codebook.model
    model.rename_wanted.emit("t3", "frames")
    assert last_step(annotated) == "rename tag ‘framing’ to ‘frames’"
    assert docks.list.model.index(1, Column.TAGS).data() == "frames"
    model.move_wanted.emit(("t3",), "t1", 0)
    assert tree(annotated) == ["actors", "actors / frames", "actors / state"]
    model.move_wanted.emit(("t1",), "t2", 0)
    assert annotated.window.notices.texts[-1] == "A tag cannot stand below itself."
    steps = annotated.session.undo_stack.count()
    model.move_wanted.emit(("t3",), "t1", 0)
    assert annotated.session.undo_stack.count() == steps


def test_a_key_goes_from_one_tag_to_another(annotated, docks):
    docks.codebook.choose("t1")
    docks.codebook.editor.key.setText("f")
    docks.codebook.editor.key.editingFinished.emit()
    assert [tag.key for tag in annotated.session.project.codebook().branch()] == ["f", "", ""]
    annotated.session.undo()
    assert [tag.key for tag in annotated.session.project.codebook().branch()] == ["", "", "f"]


def test_tags_are_joined_and_deleted_with_their_uses_kept(annotated, docks):
    docks.codebook.join_wanted.emit("t3", ("t3", "t1"))
    assert tags(annotated) == {"n1": ("t3",), "n2": ("t3",), "n3": ("t3", "t2")}
    assert last_step(annotated) == "join ‘actors’ into ‘framing’"
    docks.codebook.delete_wanted.emit(("t3",))
    assert tags(annotated) == {"n1": (), "n2": (), "n3": ("t2",)}
    assert "3 annotations stayed without" in annotated.window.notices.texts[-1]
    annotated.session.undo()
    annotated.session.undo()
    assert tags(annotated) == {one.id: one.tags for one in EACH}


def test_a_tag_is_split(annotated, docks):
    docks.codebook.choose("t1")
    docks.codebook.split.click()
    panel = docks.codebook.splitting
    role = Qt.ItemDataRole.CheckStateRole
    panel.model.setData(panel.model.index(1, 0), Qt.CheckState.Checked, role)
    panel.name.setText("officials")
    panel.split.click()
    (new,) = (tag for tag in annotated.session.project.codebook().tags if tag.name == "officials")
    assert tags(annotated)["n3"] == (new.id, "t2")
    assert last_step(annotated) == "split ‘officials’ off ‘actors’"
    panel.accepted.emit(Tag("t9", "gone"), "x", ())  # a tag that has gone meanwhile


def test_a_codebook_leaves_and_comes_back(annotated, docks, tmp_path):
    actions, path = annotated.window.actions_by_name, tmp_path / "Tags.qdc"
    gestures = annotated.reviewing.codebook
    gestures._asking = Files(path)
    actions["export_codebook"].trigger()
    assert annotated.window.notices.texts[-1] == f"The codebook was written to {path}."
    docks.codebook.delete_wanted.emit(("t2",))
    actions["import_codebook"].trigger()
    assert docks.codebook.coming.title.text() == "1 new tag, 0 changed, 2 as they are."
    docks.codebook.coming.bring.click()
    assert len(tree(annotated)) == 3
    assert last_step(annotated) == "import 1 tag"
    annotated.session.undo()
    assert tree(annotated) == ["actors", "framing"]


def test_a_file_that_is_no_codebook_is_named(annotated, tmp_path):
    path = tmp_path / "none.csv"
    path.write_text("nothing")
    annotated.reviewing.codebook._asking = Files(path)
    annotated.window.actions_by_name["import_codebook"].trigger()
    assert "holds no codebook" in annotated.window.notices.texts[-1]
    annotated.reviewing.codebook._asking = Files(tmp_path / "no" / "folder.qdc")
    annotated.window.actions_by_name["export_codebook"].trigger()
    assert "cannot be written" in annotated.window.notices.texts[-1]
    annotated.reviewing.codebook._asking = Files()
    said = annotated.window.notices.texts
    for name in ("import_codebook", "export_codebook"):
        annotated.window.actions_by_name[name].trigger()
    assert annotated.window.notices.texts == said


def test_an_empty_codebook_is_not_exported(program):
    program.window.actions_by_name["export_codebook"].trigger()
    assert program.window.notices.texts[-1] == "There are no tags to export yet."


def test_uses_of_a_tag_are_listed_with_those_below(annotated, docks):
    assert docks.codebook.model.uses("t1") == 2
    docks.codebook.uses_wanted.emit("t2")
    assert listed(annotated) == ["n3"]
    docks.codebook.uses_wanted.emit("t1")
    assert listed(annotated) == ["n1", "n3"]


def cells(docks):
    sheet = docks.counts.model.sheet
    return {
        (tag.name if tag else "All", head): number
        for tag, row in zip(sheet.tags, sheet.numbers, strict=True)
        for head, number in zip(sheet.heads, row, strict=True)
        if number
    }


def test_tags_are_counted_and_a_number_leads_to_its_annotations(annotated, docks, qtbot):
    annotated.window.show_dock("counts_list")
    qtbot.waitUntil(lambda: bool(docks.counts.model.rowCount()))
    assert cells(docks)["actors", "Harbour Post"] == 1
    assert cells(docks)["actors", "All"] == 2
    docks.counts.cell_wanted.emit(TAGS[0], "Harbour Post", "outlets")
    assert listed(annotated) == ["n1"]
    docks.counts.cell_wanted.emit(TAGS[2], "a1", "articles")
    assert listed(annotated) == ["n2"]
    assert docks.list.filter.also.text() == "‘framing’, Ferry"
    docks.counts.cell_wanted.emit(TAGS[0], "t2", "annotations")
    assert listed(annotated) == ["n3"]
    docks.counts.cell_wanted.emit(TAGS[0], None, "outlets")
    assert listed(annotated) == ["n1", "n3"]
    docks.counts.cell_wanted.emit(TAGS[0], "t3", "words")
    assert listed(annotated) == ["n1", "n2"]
    docks.counts.cell_wanted.emit(None, "", "dates")
    assert listed(annotated) == ["n1", "n2", "n3"]
    assert docks.list.filter.also.text() == "Any tag, No date"


def test_counts_follow_what_is_chosen_and_what_changes(annotated, docks):
    annotated.window.show_dock("counts_list")
    docks.counts.choice.buttons["words"].click()
    assert cells(docks)["actors", "framing"] == 1
    docks.counts.choice.buttons["annotations"].click()
    assert cells(docks)["actors", "state"] == 1
    annotated.session.do(ChangeAnnotations((), ("n3",)), "delete")
    assert ("actors", "state") not in cells(docks)
    docks.counts.copy.click()
    assert QGuiApplication.clipboard().text().startswith("\tactors\tframing\tUses")
