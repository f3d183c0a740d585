"""J5: search the whole project, go from what was found to the texts, and keep a search."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from workbench.model import (
    AddArticles,
    Annotation,
    Article,
    ChangeAnnotations,
    ChangeCodebook,
    Span,
    Tag,
    Target,
    select,
)
from workbench.project.project import Project
from workbench.ui.search_rows import RowKind

Key = Qt.Key
PATIENCE = 30_000


HEADLINES = ("Ferry late again", "Harbour board meets", "A calm week")
ARTICLES = tuple(
    Article(f"a{place}", f"{text}\n\n{'Nothing else was told. ' * 30}", outlet, headline)
    for place, (outlet, headline, text) in enumerate(
        zip(
            ("Morning Post", "Evening Star", "Northern Echo"),
            HEADLINES,
            (
                "The old ferry was late. The board spoke of the old ferry with regret.",
                "The board of the harbour met. The chairman said that the old ferry would go.",
                "It was a calm week, the chairman said.",
            ),
            strict=True,
        )
    )
)


@pytest.fixture
def story(program, qtbot):
    """The program with a small story that is indexed."""
    program.session.do(AddArticles(ARTICLES), "import")
    program.window.resize(1600, 900)
    settle(program, qtbot)
    return program


def settle(program, qtbot):
    """Wait until all that has changed is in the index."""
    qtbot.waitUntil(lambda: not program.searching.indexer.is_busy, timeout=PATIENCE)


def ask(program, qtbot, query):
    """Type a query, as an analyst does, and wait for what is found."""
    program.window.board.focus_pane(0)
    qtbot.keyClick(program.window.focusWidget(), Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    dock = program.window.search
    qtbot.waitUntil(dock.field.hasFocus)
    qtbot.keyClicks(dock.field, query)
    qtbot.waitUntil(lambda: program.searching.shown == query and not dock.is_waiting)
    return dock


def rows(dock):
    model = dock.model
    return [model.row(model.index(place)) for place in range(model.rowCount())]


def articles(program):
    return program.session.project.articles()


def pane_of(program, article_id):
    return program.window.board.panes[program.desk.open_ids.index(article_id)]


def strong(row):
    return [span.of(row.words).casefold() for span in row.strong]


def test_words_are_found_in_context_and_lead_to_the_text(story, qtbot):
    dock = ask(story, qtbot, '"old ferry" board')
    found = rows(dock)
    places = [row for row in found if row.kind is RowKind.PLACE]
    assert dock.said == f"{sum(row.kind is RowKind.ARTICLE for row in found)} articles"
    assert {word for row in places for word in strong(row)} == {"old ferry", "board"}
    qtbot.keyClick(dock.field, Key.Key_Down)
    qtbot.keyClick(dock.field, Key.Key_Down)
    qtbot.keyClick(dock.field, Key.Key_Return)
    chosen = found[1]
    pane = pane_of(story, chosen.article)
    top = pane.view.extent_of(chosen.span)[0] - pane.view.verticalScrollBar().value()
    assert 0 <= top < pane.view.viewport().height()
    assert dock.field.hasFocus()


def test_what_was_found_is_marked_until_the_field_is_empty(story, qtbot):
    marked = {}
    story.window.board.set_hits = lambda hits, current: marked.update(hits=hits, current=current)
    dock = ask(story, qtbot, "chairman")
    article = next(one for one in articles(story) if "chairman" in one.text)
    spans = marked["hits"][article.id]
    assert [span.of(article.text) for span in spans] == ["chairman"] * len(spans) != []
    qtbot.keyClick(dock.field, Key.Key_Down)
    qtbot.keyClick(dock.field, Key.Key_Down)
    qtbot.keyClick(dock.field, Key.Key_Return)
    assert marked["current"] is not None
    story.desk.close_article(story.desk.open_ids[-1])
    assert any(marked["hits"].values())  # other panes, the same search
    qtbot.keyClick(dock.field, Key.Key_Escape)
    assert marked["hits"] == {}


def test_finding_words_in_the_texts_has_the_marks_to_itself(story, qtbot):
    ask(story, qtbot, "chairman")
    story.window.find_bar.open("ferry")
    qtbot.waitUntil(lambda: not story.window.finder.is_looking)
    hits = story.window.finder.hits
    ids = story.desk.open_ids
    marked = {}
    story.window.board.set_hits = lambda found, current: marked.update(found)
    story.window.finder.changed.emit()
    assert {id_: marked.get(id_) for id_ in ids if id_ in hits} == {
        id_: hits[id_] for id_ in ids if id_ in hits
    }


def test_an_article_opens_in_place_of_the_last_pane_where_all_are_open(story, qtbot, monkeypatch):
    first = articles(story)[0]
    story.desk.close_article(first.id)
    monkeypatch.setattr("workbench.ui.desk.MOST_PANES", len(story.desk.open_ids))
    last = story.desk.open_ids[-1]
    dock = ask(story, qtbot, f'headline:"{first.headline}"')
    qtbot.keyClick(dock.field, Key.Key_Return)
    assert first.id in story.desk.open_ids
    assert last not in story.desk.open_ids


def test_annotations_are_found_by_their_words_and_tags(story, qtbot):
    article = articles(story)[1]
    target = Target((select(article.id, article.text, Span(0, 40)),))
    story.session.do(ChangeCodebook((Tag("t1", "Framing"),)), "add tag")
    note = Annotation("n1", target, ("t1",), "odd wording here", "Anna", "2024-01-01T00:00:00Z")
    story.session.do(ChangeAnnotations((note,)), "annotate")
    project_memo = Annotation("n2", Target(), (), "odd project", "Bo", "2024-01-02T00:00:00Z")
    story.session.do(ChangeAnnotations((project_memo,)), "annotate")
    settle(story, qtbot)
    dock = ask(story, qtbot, "odd")
    notes = [row for row in rows(dock) if row.kind is RowKind.NOTE]
    assert sorted(row.words for row in notes) == ["odd project", "odd wording here"]
    assert dock.said == "1 article, 2 annotations"
    index = next(n for n, row in enumerate(rows(dock)) if row.words == "odd wording here")
    dock.list.setCurrentIndex(dock.model.index(index))
    qtbot.keyClick(dock.field, Key.Key_Return)
    assert article.id in story.desk.open_ids
    index = next(n for n, row in enumerate(rows(dock)) if row.words == "The project")
    dock.list.setCurrentIndex(dock.model.index(index))
    qtbot.keyClick(dock.field, Key.Key_Return)
    assert not story.window.dock("annotations_list").visibleRegion().isEmpty()
    qtbot.keyClick(dock.field, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(story.searching.asking.found):
        qtbot.keyClicks(dock.field, "tag:framing")
    assert [row.kind for row in rows(dock)] == [RowKind.ARTICLE, RowKind.NOTE]


def test_what_is_changed_is_found_anew_and_undone(story, qtbot):
    dock = ask(story, qtbot, "uncanny")
    assert (dock.said, rows(dock)) == ("0 articles", [])
    article = articles(story)[0]
    note = Annotation("n1", Target(article=article.id), (), "uncanny", "Anna", "2024")
    with qtbot.waitSignal(story.searching.asking.found, timeout=PATIENCE):
        story.session.do(ChangeAnnotations((note,)), "annotate")
    assert dock.said == "1 article, 1 annotation"
    with qtbot.waitSignal(story.searching.asking.found, timeout=PATIENCE):
        story.session.undo()
    assert rows(dock) == []


def test_a_query_that_is_not_whole_says_what_is_missing(story, qtbot):
    dock = ask(story, qtbot, "ferry AND")
    assert dock.said == "Nothing stands after “AND”; put a word there."
    assert rows(dock)


def test_a_search_is_saved_renamed_and_deleted_and_each_is_undone(story, qtbot):
    given = iter(("Forces", "Strengths"))
    story.asking.words = lambda *_: next(given, "")
    dock = ask(story, qtbot, "harbour")
    menu = dock.saved.menu()

    def names():
        menu.fill()
        first = menu.actions()[0]
        return [first.text()] if first.isEnabled() else []

    def press(words):
        menu.fill()
        action = next(one for one in menu.actions() if one.text() == words)
        (action.menu().actions()[0] if action.menu() else action).trigger()

    press("Save this search…")
    assert names() == ["Forces"]
    press("Rename")
    assert names() == ["Strengths"]
    press("Rename")  # and say nothing
    assert names() == ["Strengths"]
    assert story.window.actions_by_name["undo"].text() == "Undo: rename search “Forces”"
    story.session.undo()
    press("Delete")
    assert names() == []
    story.session.undo()
    dock.field.clear()
    press("Forces")
    assert (dock.query, bool(rows(dock))) == ("harbour", True)


def test_the_last_searches_are_offered_again(story, qtbot):
    for query in ("ferry", "chairman", "ferry"):
        dock = ask(story, qtbot, query)
        qtbot.keyClick(dock.field, Key.Key_Return)
    assert story.settings.get("recent_searches") == '["ferry", "chairman"]'
    dock.field.clear()
    offered = [one for one in dock.help.findChildren(QToolButton) if one.text() == "chairman"]
    offered[0].click()
    assert dock.query == "chairman"
    dock.search("ferry")
    story.settings.set("recent_searches", "no JSON")
    dock.hide()
    dock.show()
    qtbot.keyClick(dock.field, Key.Key_Return)
    assert story.settings.get("recent_searches") == '["ferry"]'


def test_the_list_stays_where_it_was_when_something_changes(story, qtbot):
    story.window.resize(1600, 560)
    dock = ask(story, qtbot, "the")
    dock.list.setCurrentIndex(dock.model.index(4))
    bar = dock.list.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 20)
    bar.setValue(20)
    note = Annotation("n1", Target(), (), "memo", "Anna", "2024")
    with qtbot.waitSignal(story.searching.asking.found, timeout=PATIENCE):
        story.session.do(ChangeAnnotations((note,)), "annotate")
    assert dock.list.currentIndex().row() == 4
    assert bar.value() == 20


def test_another_project_is_searched_anew(story, qtbot):
    dock = ask(story, qtbot, "ferry")
    story.library.begin()
    assert (dock.query, rows(dock), dock.said) == ("", [], "")
    settle(story, qtbot)
    dock = ask(story, qtbot, "ferry")
    assert dock.said == "0 articles"


def test_a_project_that_is_only_read_is_searched_too(story, qtbot, tmp_path):
    path = tmp_path / "other.crossread"
    story.session.project.save_copy(path)
    with Project.open(path):
        story.library.open(path)
        assert story.session.project.read_only
        settle(story, qtbot)
        dock = ask(story, qtbot, "ferry")
        settle(story, qtbot)
        qtbot.waitUntil(lambda: bool(rows(dock)))
