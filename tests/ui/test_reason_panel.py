"""Why passages were linked, in plain words, pair by pair."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QToolButton

from workbench.model import LinkingWord
from workbench.ui.reason_panel import ACTIONS, FEW

WORDS = (
    LinkingWord("harbour", "harbours", 3.9, 2),
    LinkingWord("Ferry", "ferry", 4.2, 3),
    LinkingWord("left", "left", 5.9, 3),
    LinkingWord("quayside", "quayside", 0.0, 1),
)


def with_words(desk, words, language=""):
    articles = tuple(replace(article, language=language) for article in desk.articles)
    first, *others = desk.comparison.pairs
    first = replace(first, reason=replace(first.reason, words=words))
    desk.show_articles(articles)
    desk.show_comparison(replace(desk.comparison, articles=articles, pairs=(first, *others)))


@pytest.fixture
def panel(window):
    with_words(window.desk, WORDS, "en")
    window.desk.choose("ferry")
    return window.collation.reasons


def rows(model, *above):
    index = model.index(0, 0).parent()
    for place in above:
        index = model.index(place, 0, index)
    return [
        tuple(model.index(row, column, index).data() for column in (0, 1))
        for row in range(model.rowCount(index))
    ]


def test_every_pair_says_how_close_it_is_and_why(panel):
    assert rows(panel.model) == [
        ("A · B", "edited, 90% alike"),
        ("A · C", "edited, 90% alike"),
    ]
    assert rows(panel.model, 0) == [
        ("Linked by", "6 shared words"),
        ("What differs", "2 differences"),
    ]
    assert rows(panel.model, 0, 0) == [
        ("harbour / harbours", "rare in English, in 2 of 3 articles"),
        ("Ferry", "uncommon in English, in 3 of 3 articles"),
        ("left", "common in English, in 3 of 3 articles"),
        ("quayside", "very rare in English, in 1 of 3 articles"),
    ]
    assert rows(panel.model, 0, 1) == [
        ("“noon” / “dusk”", "other words"),
        ("“left” / nothing", "left out"),
    ]
    assert rows(panel.model, 1) == [("Linked by", "6 shared words")]


def test_a_language_without_a_list_tells_nothing_about_rarity(window):
    with_words(window.desk, WORDS, "xx")
    window.desk.choose("ferry")
    model = window.collation.reasons.model
    assert rows(model, 0, 0)[0] == ("harbour / harbours", "in 2 of 3 articles")


def test_pairs_are_marked_by_any_of_their_rows(panel):
    assert panel.marked() == ()
    selection = panel.tree.selectionModel()
    flags = selection.SelectionFlag.Select | selection.SelectionFlag.Rows
    first = panel.model.index(0, 0)
    selection.select(panel.model.index(0, 0, panel.model.index(1, 0, first)), flags)
    assert [pair.id for pair in panel.marked()] == ["p1"]
    selection.select(panel.model.index(1, 0), flags)
    assert [pair.id for pair in panel.marked()] == ["p1", "p2"]


def test_nothing_is_marked_and_no_reason_stands_there_after_another_choice(panel, window):
    panel.reason.setCurrentText("chance")
    panel.tree.selectAll()
    window.desk.choose("band")
    assert panel.marked() == ()
    assert panel.reason.currentText() == ""
    window.desk.choose("")
    assert panel.model.rowCount() == 0


def test_the_reasons_of_few_pairs_stand_open(panel, window):
    assert panel.tree.isExpanded(panel.model.index(0, 0))
    desk = window.desk
    ferry, band = desk.comparison.clusters
    pairs = tuple(replace(desk.comparison.pairs[0], id=f"q{n}") for n in range(FEW + 1))
    many = replace(ferry, pairs=tuple(pair.id for pair in pairs))
    every = (*pairs, *desk.comparison.pairs)
    desk.show_comparison(replace(desk.comparison, pairs=every, clusters=(many, band)))
    assert panel.model.rowCount() == FEW + 1
    assert not panel.tree.isExpanded(panel.model.index(0, 0))


def test_each_verdict_has_a_button(panel, window, qtbot):
    buttons = {one.defaultAction().objectName() for one in panel.findChildren(QToolButton)}
    assert buttons == set(ACTIONS)
