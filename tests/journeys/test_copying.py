"""Words and rows are copied from anywhere: as text, as rich text, as Markdown, with citations."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QTextEdit

from workbench.model import (
    AddArticles,
    Annotation,
    Article,
    ChangeAnnotations,
    ChangeCodebook,
    CitationStyle,
    EditGroup,
    Span,
    Tag,
)
from workbench.project.annotating import words_of
from workbench.ui.clipboard import MARKDOWN
from workbench.ui.copying import NOTHING_CITED, NOTHING_MARKED, TOO_MANY
from workbench.ui.export_choices import Choices, as_setting

FERRY = "The old ferry left the harbour at nine in the morning with forty passengers on board"
TEXTS = (
    f"{FERRY}. Gulls followed the wake. “Nobody waved,” said Ann Lee. The sea route is old.",
    f"A report follows. {FERRY.replace('forty', 'fifty')}. <b>Hostile</b> words. The sea lane.",
)
ARTICLES = (
    Article(
        "a1",
        TEXTS[0],
        "Harbour Post",
        "The ferry",
        byline="Ann Lee",
        published="2024-02-21",
        url="https://example.org/ferry",
    ),
    Article("a2", TEXTS[1], "Evening Star", "=HYPERLINK(1)", published="2024-02-22"),
)
CITED = "Lee, A. (2024, February 21). The ferry"
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
PATIENCE = 30_000


@pytest.fixture
def told(program, qtbot):
    """The program with two articles that were compared, and an annotation with a memo."""
    note = Annotation("n1", words_of(ARTICLES[0], span("forty passengers")), ("t1",), "Or fifty?")
    edits = (
        AddArticles(ARTICLES),
        ChangeCodebook((Tag("t1", "numbers"),)),
        ChangeAnnotations((note,)),
    )
    program.session.do(EditGroup(edits), "import")
    program.window.resize(1500, 900)
    qtbot.waitUntil(lambda: bool(program.desk.comparison.clusters), timeout=PATIENCE)
    yield program
    QGuiApplication.clipboard().clear()


def span(words, place=0):
    start = TEXTS[place].index(words)
    return Span(start, start + len(words))


def select(program, words, place=0):
    view = program.window.board.panes[place].view
    view.select(span(words, place))
    view.setFocus()
    return view


def copy(program, qtbot):
    """Press Ctrl+C in whatever has the keyboard, and return what is on the clipboard."""
    QGuiApplication.clipboard().setText("")
    qtbot.keyClick(program.window.focusWidget(), Qt.Key.Key_C, CONTROL)
    return QGuiApplication.clipboard().text()


def cite(program, qtbot):
    """Press the key of Copy with citation; return text, rich text and Markdown."""
    QGuiApplication.clipboard().setText("")
    qtbot.keyClick(program.window.focusWidget(), Qt.Key.Key_C, CONTROL | ALT)
    clipboard = QGuiApplication.clipboard()
    qtbot.waitUntil(lambda: bool(clipboard.text()), timeout=PATIENCE)
    data = clipboard.mimeData()
    return data.text(), data.html(), bytes(data.data(MARKDOWN).data()).decode()


def show(program, name, view):
    program.window.show_dock(name)
    view.setFocus()
    return view


def test_selected_words_are_copied_as_they_are_and_with_their_citation(told, qtbot):
    view = select(told, "Gulls followed the wake")
    assert copy(told, qtbot) == "Gulls followed the wake"
    text, html, markdown = cite(told, qtbot)
    assert text.startswith(f"“Gulls followed the wake”\n— {CITED}")
    assert text.endswith("[paragraph 1]")
    assert '<a href="https://example.org/ferry">' in html
    assert html.startswith('<blockquote class="quote">“Gulls followed the wake”</blockquote>')
    assert markdown.startswith("> “Gulls followed the wake”\n\nLee, A.")
    assert told.window.notices.texts == ("Copied 1 excerpt, cited as in APA.",)
    field = told.window.articles.search
    field.setFocus()
    field.paste()
    assert field.text().startswith("“Gulls followed the wake”")
    rich = QTextEdit()
    qtbot.addWidget(rich)
    rich.paste()
    assert CITED in rich.toPlainText()
    view.setFocus()
    told.settings.set("export", as_setting(Choices(style=CitationStyle.MLA)))
    assert "Lee, Ann. “The ferry" in cite(told, qtbot)[0]
    select(told, "<b>Hostile</b> words", 1)
    text, html, markdown = cite(told, qtbot)
    assert text.startswith("“<b>Hostile</b> words”")
    assert "&lt;b&gt;Hostile" in html
    assert "\\<b\\>Hostile" in markdown


def test_the_chosen_passage_is_cited_where_nothing_is_selected(told, qtbot):
    told.window.board.panes[1].view.setFocus()
    qtbot.keyClick(told.window.focusWidget(), Qt.Key.Key_N)
    assert cite(told, qtbot)[0].startswith(f"“{FERRY.replace('forty', 'fifty')}")
    told.window.articles.search.setFocus()
    select(told, "wake")
    told.window.articles.search.setFocus()
    assert cite(told, qtbot)[0].startswith("“wake”")
    view = told.window.board.panes[0].view
    texts = [act.text() for act in view.actions()]
    assert texts[:2] == ["Copy", "Copy with citation"]
    assert view.contextMenuPolicy() == Qt.ContextMenuPolicy.ActionsContextMenu
    select(told, "wake")
    QGuiApplication.clipboard().setText("before")
    qtbot.keyClick(told.window.focusWidget(), Qt.Key.Key_C, CONTROL | ALT)
    with qtbot.waitSignal(told.copying._task.cancelled, timeout=PATIENCE):
        told.library.begin()
    assert QGuiApplication.clipboard().text() == "before"


def test_annotations_are_copied_as_rows_and_cited_with_tags_and_memo(told, qtbot, monkeypatch):
    table = show(told, "annotations_list", told.window.annotation_docks.list.table)
    qtbot.waitUntil(lambda: table.model().rowCount() == 1)
    assert copy(told, qtbot) == ""
    assert told.window.notices.texts == (NOTHING_MARKED,)
    qtbot.keyClick(table, Qt.Key.Key_C, CONTROL | ALT)
    assert told.window.notices.texts[-1] == NOTHING_CITED
    table.selectRow(0)
    assert copy(told, qtbot).startswith(
        "Words\tTags\tMemo\tOutlet\tArticle\tDate\tAuthor\tChanged\n"
        "forty passengers\tnumbers\tOr fifty?\tHarbour Post\tThe ferry\t21 Feb 2024"
    )
    html = QGuiApplication.clipboard().mimeData().html()
    assert "<th>Words</th>" in html
    assert "<td>forty passengers</td>" in html
    text = cite(told, qtbot)[0]
    assert text.startswith("“forty passengers”\n— Lee")
    assert text.endswith("Tags: numbers\n\nOr fifty?")
    menu = told.window.annotation_docks.list.row_menu
    assert [act.text() for act in menu.actions()][-2:] == ["Copy", "Copy with citation"]
    field = told.window.articles.search
    field.setText("harbour")
    field.setFocus()
    field.selectAll()
    assert copy(told, qtbot) == "harbour"
    monkeypatch.setattr("workbench.ui.copying.MOST_ROWS", 1)
    told.window.articles.list.setFocus()
    told.window.articles.list.selectAll()
    assert copy(told, qtbot) == ""
    assert told.window.notices.texts[-1] == TOO_MANY
    told.window.notices.clear()
    qtbot.keyClick(told.window.articles.list, Qt.Key.Key_C, CONTROL | ALT)
    assert told.window.notices.texts == (TOO_MANY,)


def test_articles_are_copied_as_rows_and_as_a_bibliography(told, qtbot):
    listed = told.window.articles
    listed.list.setFocus()
    listed.list.selectAll()
    text = copy(told, qtbot)
    assert text.split("\n") == [
        "\tOutlet\tHeadline\tByline\tDate\tAddress",
        "B\tEvening Star\t'=HYPERLINK(1)\t\t2024-02-22\t",
        "A\tHarbour Post\tThe ferry\tAnn Lee\t2024-02-21\thttps://example.org/ferry",
    ]
    text = cite(told, qtbot)[0]
    assert text.startswith(CITED)
    assert "=HYPERLINK(1)" in text
    assert told.window.notices.texts[-1] == "Copied 2 citations, cited as in APA."
    with qtbot.waitSignal(told.detection.menu_made) as made:
        listed.menu_wanted.emit("a2", QPoint(0, 0))
    offered = {act.text(): act for act in made.args[0].actions()}
    act = offered["Copy citation"]
    QGuiApplication.clipboard().setText("")
    act.trigger()
    qtbot.waitUntil(lambda: "HYPERLINK" in QGuiApplication.clipboard().text(), timeout=PATIENCE)
    offered["Export…"].trigger()
    assert told.window.importing.export.options.which.currentText() == "Marked in the list: B · A"
    made.args[0].close()


def test_what_was_found_is_copied_and_cited(told, qtbot):
    window = told.window
    passages = show(told, "passages_list", window.passages.table)
    passages.setCurrentIndex(passages.model().index(0, 0))
    assert "forty passengers" in cite(told, qtbot)[0]
    wording = show(told, "wording_list", window.wording.listing.view)
    qtbot.waitUntil(lambda: wording.model().rowCount() > 0)
    wording.setCurrentIndex(wording.model().index(0, 0))
    assert copy(told, qtbot).startswith("Wording\tAnother\tTimes\tConcerns\tArticles\n")
    text = cite(told, qtbot)[0]
    assert "forty passengers" in text
    assert "fifty passengers" in text
    quoted = show(told, "quotations_list", window.quotations.listing.view)
    qtbot.waitUntil(lambda: quoted.model().rowCount() == 1)
    quoted.setCurrentIndex(quoted.model().index(0, 2))
    assert cite(told, qtbot)[0].startswith("“Nobody waved,”\n— Lee")


def test_what_was_searched_and_counted_is_copied(told, qtbot):
    found = told.window.search
    show(told, "search_list", found.list)
    found.search("gulls")
    qtbot.waitUntil(lambda: found.model.rowCount() == 2)
    found.list.setFocus()
    found.list.setCurrentIndex(found.model.index(1))
    assert cite(told, qtbot)[0].startswith("“Gulls followed the wake.”")
    assert "Gulls followed the wake" in copy(told, qtbot)
    found.list.setCurrentIndex(found.model.index(0))
    assert cite(told, qtbot)[0].startswith(CITED)
    told.window.actions_by_name["matrix"].trigger()
    table = told.window.overview.matrix.table
    qtbot.waitUntil(lambda: table.model().rowCount() == 2)
    table.setFocus()
    lines = copy(told, qtbot).split("\n")
    assert lines[0] == "\tB Evening Star\tA Harbour Post"
    assert lines[1].startswith("B Evening Star\t–\t")
    assert len(lines) == 3
