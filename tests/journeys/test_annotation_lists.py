"""What was annotated is looked through, counted, and changed many at once."""

from dataclasses import replace

from annotated_story import ARTICLES, TAGS, last_step, listed, tags, tree
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication

from workbench.model import (
    Annotation,
    Article,
    ChangeAnnotations,
    ChangeMetadata,
    Placing,
    ReviseArticle,
    Selector,
    Span,
    Target,
)
from workbench.ui.annotations_rows import Column
from workbench.ui.tag_panel import Task


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
