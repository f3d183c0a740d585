"""What is looked for is counted in open articles and in the project, and stepped through."""

import time

import pytest

from workbench.model import Article
from workbench.text.find import Query
from workbench.ui.desk import Desk
from workbench.ui.finder import Finder

RUNAWAY = Query("(a+)+$", is_pattern=True)


@pytest.fixture
def finder(desk):
    desk.close_article("two")
    return Finder(desk)


def settled(finder, qtbot):
    qtbot.waitUntil(lambda: not finder.is_looking)


def steps(finder, *ways):
    at = []
    for by in ways:
        finder.step(by)
        at.append((finder.current[0], finder.place))
    return at


def test_hits_are_counted_in_open_articles_and_in_all(finder, qtbot):
    finder.look_for(Query("ferry"))
    settled(finder, qtbot)
    assert finder.count(everywhere=False) == (2, 2)
    assert finder.count(everywhere=True) == (3, 3)
    assert {key: len(found) for key, found in finder.hits.items()} == dict.fromkeys(
        ("one", "two", "three"), 1
    )


def test_steps_go_round_the_open_articles(finder, qtbot):
    finder.look_for(Query("ferry"))
    settled(finder, qtbot)
    assert finder.place == 0
    assert steps(finder, 1, 1, 1, -1) == [("one", 1), ("three", 2), ("one", 1), ("three", 2)]


def test_steps_go_through_the_project_when_that_is_wished(finder, qtbot):
    finder.look_for(Query("ferry"))
    finder.set_everywhere(True)
    settled(finder, qtbot)
    assert steps(finder, 1, 1, 1, 1) == [("one", 1), ("two", 2), ("three", 3), ("one", 1)]


@pytest.mark.parametrize(("by", "article"), [(1, "three"), (-1, "one")])
def test_the_first_step_begins_where_one_is(finder, qtbot, by, article):
    finder.look_for(Query("ferry"))
    settled(finder, qtbot)
    finder.step(by, "three")
    assert finder.current[0] == article


def test_a_step_is_said_with_its_place(finder, qtbot):
    finder.look_for(Query("ferry"))
    settled(finder, qtbot)
    with qtbot.waitSignal(finder.hit_chosen) as said:
        finder.step(1)
    assert said.args == ["one", finder.hits["one"][0]]


def test_where_nothing_is_found_there_is_no_step(finder, qtbot):
    finder.look_for(Query("zeppelin"))
    settled(finder, qtbot)
    finder.step(1)
    assert finder.current is None
    assert finder.count(everywhere=True) == (0, 0)


def test_the_current_hit_has_no_place_once_its_pane_is_closed(finder, qtbot, desk):
    finder.look_for(Query("ferry"))
    settled(finder, qtbot)
    finder.step(1)
    desk.close_article("one")
    assert finder.place == 0
    finder.step(1)
    assert finder.current[0] == "three"


@pytest.mark.parametrize("empty", ["", "   "])
def test_nothing_is_looked_for_with_empty_words(finder, empty):
    finder.look_for(Query("ferry"))
    finder.look_for(Query(empty))
    assert (finder.hits, finder.is_asked) == ({}, False)


def test_what_is_no_pattern_is_said(finder):
    finder.look_for(Query("(", is_pattern=True))
    assert finder.problem.startswith("Not a pattern: ")
    assert finder.is_asked
    finder.step(1)
    assert finder.current is None


def test_new_articles_are_looked_through_too(finder, qtbot, desk, articles):
    finder.look_for(Query("ferry"))
    desk.show_articles((*articles, Article("four", "A ferry, a ferry!")))
    settled(finder, qtbot)
    assert len(finder.hits["four"]) == 2


def test_many_articles_are_looked_through_between_events(qapp, qtbot):
    desk = Desk()
    finder = Finder(desk)
    text = "Nobody waved from the quay that day. " * 800
    desk.show_articles([Article(f"a{place}", text) for place in range(300)])
    begun = time.perf_counter()
    finder.look_for(Query("quay"))
    assert time.perf_counter() - begun < 0.5
    assert finder.is_looking
    assert set(desk.open_ids) & set(finder.hits)
    settled(finder, qtbot)
    assert finder.count(everywhere=True) == (300 * 800, 300)


def test_a_runaway_pattern_is_given_up_and_said(qapp, qtbot):
    desk = Desk()
    finder = Finder(desk)
    desk.show_articles([Article(f"a{place}", "a" * 5_000 + "!") for place in range(40)])
    begun = time.perf_counter()
    finder.look_for(RUNAWAY)
    settled(finder, qtbot)
    assert time.perf_counter() - begun < 2
    assert "too long" in finder.problem
    assert finder.hits == {}
