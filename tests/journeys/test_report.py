"""J7: what was found leaves as something that others can read, check and open."""

import csv
import json

import pytest
from exporter import (
    ALT,
    CONTROL,
    LEFT,
    PATIENCE,
    Answers,
    aim,
    export,
    open_page,
    page,
    pick,
    press,
    text_of,
    wait_for_preview,
)
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QToolButton

from workbench.model import (
    AddArticles,
    Annotation,
    Article,
    ChangeAnnotations,
    Comparison,
    Scope,
    Span,
)
from workbench.project.annotating import words_of
from workbench.project.searches import save_search
from workbench.ui.export_choices import Aim
from workbench.ui.export_offers import TO_DO
from workbench.ui.export_scopes import offers
from workbench.ui.export_view import NO_PART
from workbench.ui.export_words import NO_EXCERPT
from workbench.ui.exporting import COMPARING, NO_ARTICLES, NO_PREVIEW

FERRY = "The old ferry left the harbour at nine in the morning with forty passengers on board"
TEXTS = (
    f"{FERRY}. Gulls followed the wake as far as the lighthouse. A brass band played.",
    f"A report follows. {FERRY.replace('forty', 'fifty')}. “Nobody waved,” said Ann Lee.",
    f"It rained. {FERRY.replace('forty', 'more than thirty')}.",
)
OUTLETS = ("Harbour Post", "Evening Star", "Morning Mail")


@pytest.fixture
def told(program, qtbot):
    """The program with three articles that were compared."""
    program.settings.set("author", "Ann Lee")
    articles = tuple(
        Article(
            f"a{number}",
            text,
            OUTLETS[number - 1],
            "The ferry" if number == 1 else "",
            published=f"2024-02-2{number}",
            url="https://example.org/ferry" if number == 1 else "",
        )
        for number, text in enumerate(TEXTS, 1)
    )
    program.session.do(AddArticles(articles), "import")
    program.window.resize(1500, 900)
    qtbot.waitUntil(lambda: bool(program.desk.comparison.articles), timeout=PATIENCE)
    qtbot.waitUntil(lambda: len(program.window.board.panes) == len(TEXTS))
    return program


def select(program, words, place=0):
    """Select words in a pane and give it the keyboard."""
    view = program.window.board.panes[place].view
    start = TEXTS[place].index(words)
    view.select(Span(start, start + len(words)))
    view.setFocus()
    return view


def annotate(program, qtbot, words, name, memo="", place=0):
    """Select words, press A, take a tag, write a memo, and save with Ctrl+Enter."""
    select(program, words, place)
    press(program, qtbot, Qt.Key.Key_A)
    qtbot.keyClicks(program.window.focusWidget(), name)
    press(program, qtbot, Qt.Key.Key_Return)
    program.window.annotation_panel.memo.setFocus()
    qtbot.keyClicks(program.window.focusWidget(), memo)
    press(program, qtbot, Qt.Key.Key_Return, CONTROL)


@pytest.fixture
def annotated(told, qtbot):
    """The same with two annotations, each with a tag of its own."""
    annotate(told, qtbot, "forty passengers", "numbers", "Others say fifty.")
    annotate(told, qtbot, "fifty passengers", "rivals", place=1)
    return told


def test_a_report_is_seen_and_leaves_for_word(annotated, qtbot, tmp_path):
    program = annotated
    open_page(program, qtbot)
    view = page(program)
    assert program.window.focusWidget() is view.aim.buttons["report"]
    assert not program.window.articles.isVisible()
    wait_for_preview(program, qtbot, "Annotated excerpts")
    assert view.title.text() == "3 articles, 1 shared passage, 2 excerpts"
    assert "forty passengers" in view.sample.text.toPlainText()
    answers = export(program, qtbot, tmp_path / "Story.docx")
    assert answers.asked[0][1] == "Report.docx"
    assert answers.asked[0][2].startswith("Word document (*.docx);;PDF document (*.pdf)")
    text = text_of(tmp_path / "Story.docx")
    assert "forty passengers" in text
    assert "Others say fifty." in text
    assert program.window.articles.isVisible()
    show = {act.text(): act for act in program.window.notices.findChildren(QToolButton)}
    qtbot.mouseClick(show["Open"], LEFT)
    qtbot.mouseClick(show["Show folder"], LEFT)
    assert answers.shown == [tmp_path / "Story.docx", tmp_path]
    open_page(program, qtbot)
    program.exporting._asking = Answers(tmp_path / "none" / "out.docx")
    press(program, qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(
        lambda: any("does not exist" in said for said in program.window.notices.texts),
        timeout=PATIENCE,
    )


def test_a_report_leaves_as_pages_and_tables(annotated, qtbot, tmp_path):
    open_page(annotated, qtbot)
    aim(annotated, qtbot, Aim.REPORT, "html")
    export(annotated, qtbot, tmp_path / "story.html")
    assert "forty passengers" in text_of(tmp_path / "story.html")
    open_page(annotated, qtbot)
    aim(annotated, qtbot, Aim.REPORT, "pdf")
    export(annotated, qtbot, tmp_path / "story.pdf")
    assert "forty passengers" in text_of(tmp_path / "story.pdf")
    open_page(annotated, qtbot)
    aim(annotated, qtbot, Aim.TABLES, "csv")
    wait_for_preview(annotated, qtbot, "SHA-256")
    export(annotated, qtbot, tmp_path / "story.csv")
    with (tmp_path / "story.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["Quote"], row["Tags"], row["Memos"]) for row in rows] == [
        ("forty passengers", "numbers", "Others say fifty."),
        ("fifty passengers", "rivals", ""),
    ]


def test_excerpts_leave_by_tag_and_with_what_others_have(annotated, qtbot, tmp_path):
    program = annotated
    open_page(program, qtbot, Qt.Key.Key_X, CONTROL | ALT)
    view = page(program)
    wait_for_preview(program, qtbot, "fifty passengers")
    assert view.title.text() == "2 excerpts from 2 articles"
    pick(view.options.scope, "A tag")
    pick(view.options.which, "rivals")
    pick(view.options.grouping, "Tag")
    qtbot.mouseClick(
        view.options.variants, LEFT, pos=QPoint(8, view.options.variants.height() // 2)
    )
    wait_for_preview(program, qtbot, "In other articles")
    assert view.title.text() == "1 excerpt from 1 article"
    answers = export(program, qtbot, tmp_path / "rivals.odt")
    assert answers.asked[0][1] == "Excerpts.docx"
    text = text_of(tmp_path / "rivals.odt")
    assert "fifty passengers" in text
    assert "Others say fifty." not in text
    open_page(program, qtbot)
    assert view.choices.aim is Aim.EXCERPTS
    assert view.choices.form.name == "odt"
    assert view.options.which.currentText() == "rivals"
    assert view.options.variants.isChecked()


def test_what_is_marked_selected_chosen_or_searched_can_go_out(annotated, qtbot):
    program = annotated
    window, project = program.window, program.session.project
    select(program, "  Gulls followed ".strip())
    press(program, qtbot, Qt.Key.Key_N)
    program.session.do(save_search({}, "Boats", "ferry"), "save search")
    window.show_dock("annotations_list")
    table = window.annotation_docks.list.table
    qtbot.waitUntil(lambda: table.model().rowCount() == 2)
    table.selectRow(0)
    window.annotation_docks.list.filter.search.setText("forty")
    qtbot.waitUntil(lambda: table.model().rowCount() == 1)
    window.search.field.setText("gulls")
    found = offers(window, project)
    said = {scope: [each.said for each in offered] for scope, offered in found.items()}
    assert said[Scope.PROJECT] == ["3 articles with all that is known of them"]
    assert said[Scope.ARTICLES][0] == "Open in panes: A · B · C"
    assert said[Scope.ARTICLES][1:] == [f"{name}: 1 article" for name in sorted(OUTLETS)]
    assert said[Scope.TAGS] == ["numbers", "rivals"]
    assert said[Scope.ANNOTATIONS][-1] == "Listed as filtered: 1 annotation"
    assert said[Scope.PASSAGES][0].startswith("The chosen one: “The old ferry left")
    assert said[Scope.PASSAGES][-1] == "All: 1 passage"
    assert said[Scope.SEARCH] == ["Searched now: gulls", "Boats: ferry"]
    assert said[Scope.WORDS] == ["A  “Gulls followed”"]
    assert found[Scope.WORDS][0].words[0].span.of(TEXTS[0]) == "Gulls followed"


def test_marked_rows_lead_to_the_page_and_a_broken_search_has_no_preview(told, qtbot):
    program, window = told, told.window
    note = Annotation("n1", words_of(told.desk.article("a1"), Span(4, 13)))
    program.session.do(ChangeAnnotations((note,)), "annotate")
    window.show_dock("annotations_list")
    table = window.annotation_docks.list.table
    qtbot.waitUntil(lambda: table.model().rowCount() == 1)
    table.selectRow(0)
    window.search.field.setText("gulls (")
    (export_rows,) = (
        act for act in window.annotation_docks.list.row_menu.actions() if act.text() == "Export…"
    )
    export_rows.trigger()
    view = page(program)
    assert view.choices.aim is Aim.EXCERPTS
    assert view.options.chosen_scope is Scope.ANNOTATIONS
    pick(view.options.scope, "A search")
    qtbot.waitUntil(lambda: view.sample.said_words == NO_PREVIEW, timeout=PATIENCE)
    assert window.notices.texts


def test_where_there_is_nothing_the_page_says_what_to_do(told, qtbot):
    open_page(told, qtbot, Qt.Key.Key_X, CONTROL | ALT)
    view = page(told)
    qtbot.waitUntil(lambda: view.sample.said_words == NO_EXCERPT, timeout=PATIENCE)
    assert not view.export_button.isEnabled()
    press(told, qtbot, Qt.Key.Key_Return)
    assert view.isVisible()
    for scope in (Scope.TAGS, Scope.ANNOTATIONS, Scope.SEARCH, Scope.WORDS, Scope.PASSAGES):
        view.options.scope.setCurrentIndex(view.options.scope.findData(scope))
        if scope is not Scope.PASSAGES:
            assert view.sample.said_words == TO_DO[scope]
            assert not view.options.which.isVisible()
    aim(told, qtbot, Aim.REPORT)
    qtbot.waitUntil(view.export_button.isEnabled)
    for box in view.options.parts.values():
        box.setChecked(False)
    assert view.sample.said_words == NO_PART
    press(told, qtbot, Qt.Key.Key_Escape)
    assert not view.isVisible()
    assert told.window.board.isVisible()


def test_literature_leaves_in_the_format_that_a_file_name_asks_for(annotated, qtbot, tmp_path):
    program = annotated
    open_page(program, qtbot, Qt.Key.Key_B, CONTROL | ALT)
    wait_for_preview(program, qtbot, "TY  - NEWS")
    program.exporting._asking = Answers(None)
    press(program, qtbot, Qt.Key.Key_Return)
    assert page(program).isVisible()
    export(program, qtbot, tmp_path / "list.bib")
    assert "@article{" in (tmp_path / "list.bib").read_text("utf-8")
    open_page(program, qtbot)
    assert page(program).choices.form.name == "bibtex"
    wait_for_preview(program, qtbot, "@article{")
    export(program, qtbot, tmp_path / "list.txt")
    assert "@article{" in (tmp_path / "list.txt").read_text("utf-8")


def test_other_programs_are_told_what_they_cannot_carry(annotated, qtbot, tmp_path):
    open_page(annotated, qtbot)
    aim(annotated, qtbot, Aim.PROGRAMS, "refi-qda")
    view = page(annotated)
    qtbot.waitUntil(lambda: "no place for" in view.sample.said_words, timeout=PATIENCE)
    assert view.title.text() == "3 articles, 2 annotations, 2 tags"
    aim(annotated, qtbot, Aim.PROGRAMS, "web-annotations")
    wait_for_preview(annotated, qtbot, "forty passengers")
    export(annotated, qtbot, tmp_path / "notes.jsonld")
    assert "forty passengers" in json.dumps(json.loads((tmp_path / "notes.jsonld").read_bytes()))


def test_the_page_follows_what_is_changed_meanwhile(annotated, qtbot):
    program = annotated
    program.window.actions_by_name["import_reports"].trigger()
    open_page(program, qtbot)
    press(program, qtbot, Qt.Key.Key_Escape)
    assert program.window.importing.reports.isVisible()
    press(program, qtbot, Qt.Key.Key_Escape)
    found = program.desk.comparison
    program.desk.show_comparison(Comparison(()))
    open_page(program, qtbot)
    qtbot.waitUntil(lambda: page(program).sample.said_words == COMPARING)
    program.desk.show_comparison(found)
    program.session.compared.emit(found)
    wait_for_preview(program, qtbot, "Annotated excerpts")
    press(program, qtbot, Qt.Key.Key_Escape)
    open_page(program, qtbot, Qt.Key.Key_X, CONTROL | ALT)
    wait_for_preview(program, qtbot, "fifty passengers")
    press(program, qtbot, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: page(program).title.text() == "1 excerpt from 1 article")
    assert program.window.actions_by_name["undo"].isEnabled()
    program.window.actions_by_name["dark"].trigger()
    assert "forty passengers" in page(program).sample.text.toPlainText()
    program.library.begin()
    assert not page(program).isVisible()
    program.window.actions_by_name["export"].trigger()
    assert program.window.notices.texts[-1] == NO_ARTICLES
    assert not page(program).isVisible()
