"""Many articles get what they lacked in one step; outlets are described, renamed and joined."""

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QLineEdit

from workbench.model import (
    AddArticles,
    Annotation,
    Article,
    ChangeAnnotations,
    ChangeCodebook,
    EditGroup,
    Tag,
    Target,
)
from workbench.ui.articles_grouping import Grouping
from workbench.ui.outlets_model import COLUMNS, Column

FERRY = "The ferry left the harbour at noon, and nobody knew when the next one would come."
ARTICLES = (
    Article("a1", f"{FERRY} The mayor waved.", "Post", "Ferry leaves", published="2024-02-21"),
    Article("a2", f"{FERRY} A band played.", "The Post", "Ferry and band", published="2024-02-22"),
    Article("a3", f"{FERRY} It rained.", "Star", "Ferry in rain", published="2024-03-01"),
    Article("a4", f"{FERRY} Nothing else happened.", "", "Ferry, again"),
)
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def story(program, qtbot):
    """The program with four articles, compared."""
    assert program.session.do(AddArticles(ARTICLES), "import 4 articles")
    compared(program, qtbot)
    return program


def compared(program, qtbot):
    qtbot.waitUntil(
        lambda: (
            {one.outlet for one in program.desk.comparison.articles}
            == {one.outlet for one in program.session.project.articles()}
        ),
        timeout=30_000,
    )


def click(program, qtbot, article, modifier=Qt.KeyboardModifier.NoModifier):
    listed = program.window.articles.list
    listed.scrollTo(program.window.articles.model.index_of(article))
    spot = listed.visualRect(program.window.articles.model.index_of(article)).center()
    qtbot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, modifier, spot)


def mark(program, qtbot, *articles):
    first, *others = articles
    click(program, qtbot, first)
    for each in others:
        click(program, qtbot, each, CONTROL)


def details(program, qtbot, articles):
    """Open the details with the key, and wait until they are those of so many articles."""
    panel = program.window.describing.details
    program.window.activateWindow()
    qtbot.keyClick(program.window, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: panel.isVisible() and len(panel.articles) == articles)
    return panel


def write(qtbot, panel, field, words):
    line = panel.form.lines[field]
    line.setFocus()
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_Delete)
    qtbot.keyClicks(line, words)


def outlets_of(program):
    return [article.outlet for article in program.session.project.articles()]


def undo_words(program):
    return program.window.actions_by_name["undo"].text()


def test_articles_are_marked_together_and_told_of_in_one_step(story, qtbot):
    open_before = story.desk.open_ids
    mark(story, qtbot, "a1", "a2", "a4")
    assert story.window.articles.marked_articles() == ("a1", "a2", "a4")
    assert story.desk.open_ids == open_before
    panel = details(story, qtbot, 3)
    outlet, language = panel.form.lines["outlet"], panel.form.lines["section"]
    assert (outlet.text(), outlet.placeholderText()) == ("", "Several values")
    assert outlet.toolTip() == "(nothing)\nPost\nThe Post"
    assert language.placeholderText() == ""
    assert not panel.apply.isEnabled()
    write(qtbot, panel, "outlet", "Harbour Post")
    qtbot.keyClick(outlet, Qt.Key.Key_Return, CONTROL)
    assert outlets_of(story) == ["Harbour Post", "Harbour Post", "Star", "Harbour Post"]
    assert undo_words(story) == "Undo: set outlet of 3 articles to ‘Harbour Post’"
    assert story.session.project.article("a2").headline == "Ferry and band"
    assert story.window.articles.marked_articles() == ("a1", "a2", "a4")
    assert panel.form.lines["outlet"].text() == "Harbour Post"
    compared(story, qtbot)
    qtbot.keyClick(story.window, Qt.Key.Key_Z, CONTROL)
    assert outlets_of(story) == ["Post", "The Post", "Star", ""]
    compared(story, qtbot)


def test_a_date_is_understood_as_it_is_written_and_refused_where_it_is_none(story, qtbot):
    mark(story, qtbot, "a4")
    panel = details(story, qtbot, 1)
    assert panel.heading.text() == "Ferry, again"
    write(qtbot, panel, "published", "some day")
    qtbot.keyClick(panel.form.lines["published"], Qt.Key.Key_Return, CONTROL)
    assert panel.said.text().startswith("“some day” is no date that can be told")
    assert story.session.project.article("a4").published == ""
    write(qtbot, panel, "published", "3 March 2024")
    qtbot.keyClick(panel.form.lines["published"], Qt.Key.Key_Tab)
    assert panel.form.lines["published"].text() == "2024-03-03"
    write(qtbot, panel, "language", "English")
    qtbot.mouseClick(panel.apply, Qt.MouseButton.LeftButton)
    article = story.session.project.article("a4")
    assert (article.published, article.language) == ("2024-03-03", "en")
    assert undo_words(story) == "Undo: set published and language of 1 article"
    compared(story, qtbot)


def test_what_is_written_waits_until_it_is_applied_or_taken_back(story, qtbot):
    mark(story, qtbot, "a1")
    panel = details(story, qtbot, 1)
    write(qtbot, panel, "byline", "Ines Vale")
    click(story, qtbot, "a3")
    qtbot.waitUntil(lambda: panel.said.text().startswith("Apply or revert"))
    assert panel.heading.text() == "Ferry leaves"
    panel.form.lines["byline"].setFocus()
    qtbot.keyClick(panel.form.lines["byline"], Qt.Key.Key_Escape)
    assert panel.heading.text() == "Ferry in rain"
    assert panel.form.lines["byline"].text() == ""
    assert [article.byline for article in story.session.project.articles()] == [""] * 4
    qtbot.keyClick(panel.form.lines["byline"], Qt.Key.Key_Escape)
    assert story.window.focusWidget() is story.window.articles.list


def test_what_is_written_goes_with_its_project(story, qtbot):
    mark(story, qtbot, "a1")
    panel = details(story, qtbot, 1)
    write(qtbot, panel, "byline", "Ines Vale")
    story.window.actions_by_name["new_project"].trigger()
    assert story.session.project.articles() == ()
    assert panel.articles == ()
    assert not panel.form.is_written


def choose(menu, words):
    next(action for action in menu.actions() if action.text() == words).trigger()


def test_the_menu_of_an_article_speaks_of_all_that_are_marked(story, qtbot):
    mark(story, qtbot, "a1", "a2")
    menu = story.detection.menu("a2")
    languages = next(action.menu() for action in menu.actions() if action.text() == "Language")
    choose(languages, "German")
    assert [one.language for one in story.session.project.articles()] == ["de", "de", "", ""]
    menu.deleteLater()
    menu = story.detection.menu("a4")
    languages = next(action.menu() for action in menu.actions() if action.text() == "Language")
    choose(languages, "English")
    assert story.session.project.article("a4").language == "en"
    choose(menu, "Details…")
    panel = story.window.describing.details
    qtbot.waitUntil(lambda: panel.isVisible() and len(panel.articles) == 2)
    menu.deleteLater()


def test_articles_are_found_by_a_tag_they_were_given(story, qtbot):
    tag = Tag("t1", "Framing")
    note = Annotation("n1", Target(article="a3"), ("t1",))
    edit = EditGroup((ChangeCodebook((tag,)), ChangeAnnotations((note,))))
    search, rows = story.window.articles.search, story.window.articles.model
    search.setFocus()
    qtbot.keyClicks(search, "tag:fram")
    assert rows.rowCount() == 0
    assert story.session.do(edit, "tag ‘Framing’")
    qtbot.waitUntil(lambda: rows.ids(range(rows.rowCount())) == ("a3",))
    story.session.undo()
    qtbot.waitUntil(lambda: rows.rowCount() == 0)


def test_marked_articles_are_removed_together(story, qtbot):
    mark(story, qtbot, "a1", "a3")
    story.window.actions_by_name["remove_article"].trigger()
    assert [one.id for one in story.session.project.articles()] == ["a2", "a4"]
    assert undo_words(story) == "Undo: remove 2 articles"


def cell(program, name, column):
    dock = program.window.describing.outlets
    return dock.model.index(dock.model.place_of(name), COLUMNS.index(column))


def write_cell(program, qtbot, name, column, words):
    table = program.window.describing.outlets.table
    table.setFocus()
    table.selectionModel().setCurrentIndex(
        cell(program, name, column), QItemSelectionModel.SelectionFlag.NoUpdate
    )
    qtbot.keyClick(table, Qt.Key.Key_Return)
    editor = table.findChild(QLineEdit)
    editor.selectAll()
    qtbot.keyClicks(editor, words)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: table.findChild(QLineEdit) is None)


def known(program, name):
    return next(one for one in program.session.project.outlets() if one.name == name)


@pytest.fixture
def outlets(story, qtbot):
    """The list of outlets, shown by its key."""
    story.window.activateWindow()
    qtbot.keyClick(story.window, Qt.Key.Key_F11, Qt.KeyboardModifier.ShiftModifier)
    dock = story.window.describing.outlets
    qtbot.waitUntil(dock.isVisible)
    return dock


def test_outlets_are_described_and_shown_by_colour_and_short_name(story, outlets, qtbot):
    assert outlets.model.rowCount() == 3
    write_cell(story, qtbot, "Post", Column.SHORT, "P")
    assert known(story, "Post").short == "P"
    assert undo_words(story) == "Undo: set short name of ‘Post’ to ‘P’"
    outlets.table.mark(("Post", "Star"))
    write_cell(story, qtbot, "Post", Column.GROUP, "Harbour Group")
    assert known(story, "Star").group == "Harbour Group"
    assert undo_words(story) == "Undo: set owner of ‘Post’ and ‘Star’ to ‘Harbour Group’"
    write_cell(story, qtbot, "Post", Column.COLOUR, "greenish")
    assert "“greenish” is no colour" in story.window.notices.texts[-1]
    outlets.table.mark(("Post",))
    qtbot.mouseClick(outlets.swatches["#2471a3"], Qt.MouseButton.LeftButton)
    assert known(story, "Post").colour == "#2471a3"
    heads = {pane.article.id: pane.head.chip for pane in story.window.board.panes}
    assert (heads["a1"].colour, heads["a1"].isVisible()) == ("#2471a3", True)
    assert not heads["a2"].isVisible()
    rows = story.window.articles.model
    headings = [rows.row_of(rows.index(place)) for place in range(rows.rowCount())]
    assert [row.colour for row in headings if getattr(row, "words", "") == "Post"] == ["#2471a3"]
    story.window.actions_by_name["matrix"].trigger()
    sheet = story.window.overview.matrix.model
    qtbot.waitUntil(lambda: sheet.rowCount() == 4)
    assert {row.short for row in sheet.sheet.columns} == {"P", ""}


def test_outlets_are_joined_and_come_apart_again(story, outlets, qtbot):
    write_cell(story, qtbot, "The Post", Column.COUNTRY, "Utopia")
    outlets.table.mark(("Post", "The Post"))
    assert outlets.into.currentData() == "Post"
    qtbot.mouseClick(outlets.join, Qt.MouseButton.LeftButton)
    assert outlets_of(story) == ["Post", "Post", "Star", ""]
    assert known(story, "Post").country == "Utopia"
    assert outlets.table.marked() == ("Post",)
    assert "Joined ‘The Post’ into ‘Post’." in story.window.notices.texts
    compared(story, qtbot)
    assert story.desk.comparison.clusters
    story.session.undo()
    assert outlets_of(story) == ["Post", "The Post", "Star", ""]
    assert known(story, "The Post").country == "Utopia"
    assert known(story, "Post").country == ""
    compared(story, qtbot)


def test_an_outlet_is_renamed_and_a_name_that_is_taken_joins_the_two(story, outlets, qtbot):
    write_cell(story, qtbot, "Star", Column.SHORT, "S")
    write_cell(story, qtbot, "Star", Column.NAME, "Evening Star")
    assert outlets_of(story) == ["Post", "The Post", "Evening Star", ""]
    assert known(story, "Evening Star").short == "S"
    assert undo_words(story) == "Undo: rename ‘Star’ to ‘Evening Star’"
    write_cell(story, qtbot, "The Post", Column.NAME, "Post")
    assert outlets_of(story) == ["Post", "Post", "Evening Star", ""]
    assert undo_words(story) == "Undo: join ‘The Post’ into ‘Post’"
    compared(story, qtbot)


def test_del_in_the_list_of_outlets_removes_no_article(story, outlets, qtbot):
    mark(story, qtbot, "a1")
    outlets.table.setFocus()
    qtbot.keyClick(outlets.table, Qt.Key.Key_Delete)
    assert len(story.session.project.articles()) == 4
    story.window.articles.list.setFocus()
    qtbot.keyClick(story.window.articles.list, Qt.Key.Key_Delete)
    assert len(story.session.project.articles()) == 3
    compared(story, qtbot)


def test_the_articles_of_an_outlet_are_listed(story, outlets, qtbot):
    outlets.table.mark(("The Post",))
    qtbot.mouseClick(outlets.list_button, Qt.MouseButton.LeftButton)
    rows = story.window.articles.model
    qtbot.waitUntil(lambda: rows.rowCount() == 2)
    assert rows.ids(range(2)) == ("a2",)


def test_the_list_stays_together_as_it_was_chosen(start, qtbot):
    program = start()
    assert program.session.do(AddArticles(ARTICLES), "import 4 articles")
    compared(program, qtbot)
    program.window.articles.groupings[Grouping.DATE].trigger()
    rows = program.window.articles.model
    assert rows.index(0).data() == "21 Feb 2024, 1 article"
    program.window.close()
    again = start()
    assert again.window.articles.groupings[Grouping.DATE].isChecked()
    rows = again.window.articles.model
    assert rows.index(0).data() == "21 Feb 2024, 1 article"
