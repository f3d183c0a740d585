"""What the analyst decides about passages, as links that go and links that come instead."""

import pytest

from workbench.model import (
    Article,
    Cluster,
    Comparison,
    Decision,
    Kind,
    Link,
    Passage,
    PassagePair,
    Reason,
    Span,
)
from workbench.project.verdicts import added, correct, join, moved, reject, split


def passage(article, start, end):
    return Passage(article, Span(start, end))


def pair(name, a, b):
    return PassagePair(name, Kind.EDITED, 0.9, passage(*a), passage(*b), (), Reason(9, 1))


def link(a, b):
    return Link(passage(*a), passage(*b))


FIRST = pair("p1", ("x", 0, 50), ("y", 100, 160))
OTHER = pair("p2", ("x", 0, 40), ("z", 0, 40))
NEXT = pair("p3", ("x", 60, 90), ("y", 170, 200))
LATER = pair("p4", ("x", 95, 99), ("y", 210, 220))
FAR = pair("p5", ("x", 100, 120), ("z", 4000, 4020))
CLUSTER = Cluster(
    "c1",
    Kind.EDITED,
    (passage("x", 0, 50), passage("y", 100, 160), passage("z", 0, 40)),
    ("p1", "p2"),
)
COMPARISON = Comparison(
    tuple(Article(name, "word " * 1000) for name in "xyz"),
    (FIRST, OTHER, NEXT, LATER, FAR),
    (CLUSTER,),
)


def test_rejected_pairs_go_for_a_reason_in_one_line():
    decision = reject((FIRST, OTHER), " a stock\nphrase ")
    assert decision == Decision(
        (Link(FIRST.a, FIRST.b), Link(OTHER.a, OTHER.b)), (), "a stock phrase"
    )
    assert reject((FIRST,)).why == ""


def test_a_pair_is_split_where_both_its_passages_are_cut():
    x, y, z = CLUSTER.passages
    decision = split((FIRST, OTHER), {x: 45, y: 150, z: 20})
    assert decision == Decision(
        (Link(FIRST.a, FIRST.b),),
        (
            link(("x", 0, 45), ("y", 100, 150)),
            link(("x", 45, 50), ("y", 150, 160)),
        ),
    )


@pytest.mark.parametrize("at", [0, 50, 400])
def test_nothing_is_split_at_an_edge(at):
    x, y, _ = CLUSTER.passages
    assert split((FIRST,), {x: at, y: 150}) is None


def test_pairs_are_joined_with_the_nearest_that_follows_in_both_articles():
    assert join(CLUSTER, COMPARISON) == Decision(
        (Link(FIRST.a, FIRST.b), Link(NEXT.a, NEXT.b)),
        (link(("x", 0, 90), ("y", 100, 200)),),
    )


def test_nothing_is_joined_with_what_is_far_away():
    alone = Comparison(COMPARISON.articles, (OTHER, FAR), (CLUSTER,))
    assert join(CLUSTER, alone) is None


def test_all_pairs_of_a_passage_get_its_new_ends():
    decision = correct(CLUSTER, passage("x", 10, 45), COMPARISON)
    assert decision == Decision(
        (Link(FIRST.a, FIRST.b), Link(OTHER.a, OTHER.b)),
        (Link(passage("x", 10, 45), FIRST.b), Link(passage("x", 10, 45), OTHER.b)),
    )
    second_side = correct(CLUSTER, passage("y", 90, 160), COMPARISON)
    assert second_side.instead == (Link(FIRST.a, passage("y", 90, 160)),)


def test_the_same_ends_again_are_no_decision():
    alone = Cluster("c1", Kind.EDITED, (FIRST.a, FIRST.b), ("p1",))
    assert correct(alone, FIRST.a, COMPARISON) is None


def test_a_passage_of_an_article_without_one_is_linked_with_the_first():
    alone = Cluster("c1", Kind.EDITED, (FIRST.a, FIRST.b), ("p1",))
    decision = correct(alone, passage("z", 5, 9), COMPARISON)
    assert decision == Decision((), (Link(FIRST.a, passage("z", 5, 9)),))


TEXT = "One two, three. Four"


@pytest.mark.parametrize(
    ("start_by", "end_by", "words"),
    [
        (0, 0, "two, three"),
        (0, 1, "two, three. Four"),
        (0, -1, "two"),
        (1, 0, "three"),
        (-1, 0, "One two, three"),
        (0, 2, None),
        (-2, 0, None),
        (2, 0, None),
    ],
)
def test_ends_move_by_words(start_by, end_by, words):
    start = TEXT.index("two")
    passage = Passage("x", Span(start, TEXT.index(".") + 1))
    found = moved(passage, TEXT, start_by, end_by)
    assert (found.span.of(TEXT) if found else None) == words


def test_a_decision_that_goes_on_from_the_last_takes_its_place():
    first = Decision((Link(FIRST.a, FIRST.b),), (link(("x", 0, 45), ("y", 100, 160)),))
    second = Decision(first.instead, (link(("x", 0, 40), ("y", 100, 160)),))
    third = Decision(second.instead, first.gone)
    assert added((), first) == (first,)
    assert added((first,), second) == (Decision(first.gone, second.instead),)
    assert added(added((first,), second), third) == ()


def test_a_decision_with_a_reason_or_about_something_else_comes_last():
    first = Decision((Link(FIRST.a, FIRST.b),), (link(("x", 0, 45), ("y", 100, 160)),))
    rejected = Decision(first.instead, (), "chance")
    other = reject((OTHER,))
    assert added((first,), rejected) == (first, rejected)
    assert added((first,), other) == (first, other)
    assert added((other,), other) == (other, other)
