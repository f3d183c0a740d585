"""The form of details: what articles have in common, what is written, and what is refused."""

import pytest
from PySide6.QtCore import Qt

from workbench.model import Article
from workbench.project.describing import FIELDS
from workbench.ui.metadata_panel import MetadataPanel
from workbench.ui.metadata_words import NAMES, heading, listed, named, short, step_words

ARTICLES = (
    Article("a1", "Text.", "Post", "Ferry leaves", published="2024-02-21", language="en-US"),
    Article("a2", "Text.", "Star", "Ferry late", published="2024-02-21", language="en-US"),
)


@pytest.fixture
def panel(qtbot):
    made = MetadataPanel()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"outlet": "Reuters"}, "set outlet of 12 articles to ‘Reuters’"),
        ({"outlet": ""}, "clear outlet of 12 articles"),
        ({"outlet": "Post", "page": "3"}, "set outlet and page of 12 articles"),
        ({"outlet": "Post", "page": "3", "section": "A"}, "change details of 12 articles"),
    ],
)
def test_a_step_says_what_it_sets(values, words):
    assert step_words(values, 12) == words


def test_long_and_many_names_are_cut():
    assert short("x" * 60) == f"‘{'x' * 39}…’"
    assert named(["Post", "Star"]) == "‘Post’ and ‘Star’"
    assert named(["Post", "Star", "Herald"]) == "3 outlets"
    assert listed(["b", "", "a", "b"]) == "(nothing)\na\nb"
    assert listed(map(str, range(1000, 3000))).endswith("1005\nand 1,994 more")
    assert heading(()) == ""
    assert heading(ARTICLES) == "2 articles"
    assert heading((Article("a", "Text."),)) == "Article without headline"


def test_every_field_has_a_name():
    assert list(NAMES) == list(FIELDS)


def test_without_articles_it_says_what_to_do(panel):
    assert panel.empty_words.startswith("Mark articles in the list")
    panel.show_articles(ARTICLES[:1])
    assert panel.empty_words == ""
    panel.show_articles(())
    assert panel.empty_words


def test_only_what_is_written_is_applied(panel, qtbot):
    panel.show_articles(ARTICLES)
    outlet, published = panel.form.lines["outlet"], panel.form.lines["published"]
    assert (outlet.text(), outlet.placeholderText()) == ("", "Several values")
    assert published.text() == "2024-02-21"
    assert published.toolTip().startswith("2024-02-21\nA date")
    assert outlet.toolTip() == "Post\nStar"
    assert panel.form.values() == {}
    qtbot.keyClicks(outlet, "Herald")
    assert panel.form.names["outlet"].text() == "Outlet •"
    published.selectAll()
    qtbot.keyClicks(published, "03/04/2024")
    with qtbot.waitSignal(panel.applied) as applied:
        qtbot.mouseClick(panel.apply, Qt.MouseButton.LeftButton)
    assert applied.args == [{"outlet": "Herald", "published": "2024-03-04"}]


def test_what_is_written_and_erased_clears_all(panel, qtbot):
    panel.show_articles(ARTICLES)
    outlet = panel.form.lines["outlet"]
    qtbot.keyClicks(outlet, "P")
    qtbot.keyClick(outlet, Qt.Key.Key_Backspace)
    assert outlet.placeholderText() == "Nothing, for all of them"
    assert panel.form.values() == {"outlet": ""}


def test_what_is_written_as_it_was_changes_nothing(panel, qtbot):
    panel.show_articles(ARTICLES[:1])
    outlet = panel.form.lines["outlet"]
    qtbot.keyClicks(outlet, "x")
    assert panel.apply.isEnabled()
    qtbot.keyClick(outlet, Qt.Key.Key_Backspace)
    assert not panel.apply.isEnabled()
    with qtbot.assertNotEmitted(panel.applied):
        qtbot.keyClick(outlet, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


@pytest.mark.parametrize(
    ("field", "words", "said"),
    [
        ("published", "soon", "“soon” is no date that can be told"),
        ("retrieved", "13/13/2024", "“13/13/2024” is no date"),
        ("language", "zzzzzzzzzz", "“zzzzzzzzzz” names no language"),
        ("url", "page 3", "“page 3” is no address"),
    ],
)
def test_words_that_cannot_be_stored_are_refused_with_the_reason(panel, qtbot, field, words, said):
    panel.show_articles(ARTICLES[1:])
    line = panel.form.lines[field]
    line.selectAll()
    qtbot.keyClicks(line, words)
    with qtbot.assertNotEmitted(panel.applied):
        qtbot.keyClick(line, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert panel.said.text().startswith(said)
    qtbot.keyClicks(line, "!")
    assert panel.said.text() == ""


def test_what_is_written_is_taken_back(panel, qtbot):
    panel.show_articles(ARTICLES[:1])
    qtbot.keyClicks(panel.form.lines["byline"], "Ines Vale")
    qtbot.mouseClick(panel.revert, Qt.MouseButton.LeftButton)
    assert panel.form.lines["byline"].text() == ""
    assert not panel.form.is_written
    with qtbot.waitSignal(panel.left):
        qtbot.keyClick(panel.form.lines["byline"], Qt.Key.Key_Escape)


def test_known_values_are_offered_and_count_as_written(panel, qtbot):
    panel.show_articles(ARTICLES)
    panel.offer({"outlet": ["Star", "", "Harbour Post", "post"]})
    line = panel.form.lines["outlet"]
    line.setFocus()
    qtbot.keyClicks(line, "POST")
    completer = line.completer()
    offered = [completer.completionModel().index(row, 0).data() for row in range(2)]
    assert offered == ["Harbour Post", "post"]
    qtbot.keyClick(completer.popup(), Qt.Key.Key_Down)
    qtbot.keyClick(completer.popup(), Qt.Key.Key_Return)
    assert panel.form.values() == {"outlet": "Harbour Post"}


def test_a_project_that_is_only_read_is_not_changed(panel, qtbot):
    panel.show_articles(ARTICLES[:1], can_write=False)
    assert "read-only" in panel.said.text()
    qtbot.keyClicks(panel.form.lines["byline"], "Ines Vale")
    assert panel.form.lines["byline"].text() == ""
    assert not panel.apply.isEnabled()
