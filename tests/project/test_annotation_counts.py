"""Tags are counted by outlet, article and date, and where they meet."""

import pytest

from workbench.model import Article
from workbench.project import annotation_counts
from workbench.project.annotation_counts import Columns, counted, gathering, meeting, met, tallying

ARTICLES = (
    Article("a1", "", "Harbour Post", published="2024-02-21"),
    Article("a2", "", "Daily Ledger", published="2024-02-22T08:30"),
    Article("a3", "", "Harbour Post"),
    Article("a4", "", "", published="2023"),
)
TAGGINGS = (
    ("n1", "t1", "a1", 0, 10),
    ("n1", "t1", "a2", 5, 10),
    ("n2", "t1", "a1", 4, 6),
    ("n2", "t2", "a1", 4, 6),
    ("n3", "t2", "", 0, 0),
    ("n4", "t2", "a3", 0, 0),
    ("n5", "t1", "a1", 20, 22),
    ("n5", "t1", "a3", 1, 2),
)


def result(work):
    while True:
        try:
            next(work)
        except StopIteration as end:
            return end.value


def test_portions_are_gathered_one_at_every_step():
    work = gathering(iter([list(TAGGINGS[:3]), list(TAGGINGS[3:])]))
    assert len(list(work)) == 2
    portions = iter([list(TAGGINGS[:3]), list(TAGGINGS[3:])])
    assert result(gathering(portions)) == TAGGINGS


def test_an_annotation_counts_once_for_each_tag_and_outlet():
    counts = result(tallying(TAGGINGS, ARTICLES, Columns.OUTLETS))
    assert counts.columns == ("Daily Ledger", "Harbour Post")
    assert counts.cells == {
        ("t1", "Harbour Post"): 3,
        ("t1", "Daily Ledger"): 1,
        ("t2", "Harbour Post"): 2,
    }
    assert counts.uses == {"t1": 3, "t2": 3}
    assert counts.all == {"Harbour Post": 4, "Daily Ledger": 1}
    assert counts.annotations == 5


def test_articles_keep_their_order():
    counts = result(tallying(TAGGINGS, ARTICLES, Columns.ARTICLES))
    assert counts.columns == ("a1", "a2", "a3")
    assert counts.cells["t1", "a1"] == 3


def test_few_days_are_shown_as_days_and_no_date_stands_last():
    assert result(tallying(TAGGINGS, ARTICLES, Columns.DATES)).columns == (
        "2024-02-21",
        "2024-02-22",
        "",
    )


@pytest.mark.parametrize(
    ("days", "column"),
    [
        ([f"2024-01-{day:02}" for day in range(1, 32)], "2024-01-01"),
        ([f"2024-{month:02}-{day:02}" for month in (1, 2) for day in range(1, 29)], "2024-01"),
        ([f"{year}-{month:02}-05" for year in range(2001, 2005) for month in range(1, 13)], "2001"),
    ],
)
def test_many_days_are_put_together_as_months_or_years(days, column):
    articles = [Article(f"a{number}", "", published=day) for number, day in enumerate(days)]
    given = [(f"n{number}", "t", one.id, 0, 1) for number, one in enumerate(articles)]
    assert result(tallying(given, articles, Columns.DATES)).columns[0] == column


def test_tags_meet_in_one_annotation():
    met = result(meeting(TAGGINGS))
    assert met.count("t2", "t1", on_words=False) == 1
    assert met.count("t1", "t9", on_words=False) == 0


@pytest.mark.parametrize(
    ("spans", "times"),
    [
        ([("t1", 0, 10), ("t2", 10, 20)], 0),
        ([("t1", 0, 10), ("t2", 9, 20)], 1),
        ([("t1", 0, 10), ("t2", 0, 10)], 1),
        ([("t1", 0, 10), ("t2", 1, 3), ("t2", 2, 4)], 1),
        ([("t1", 0, 10), ("t2", 1, 3), ("t2", 5, 7)], 2),
        ([("t1", 0, 10), ("t1", 2, 4)], 0),
        ([("t2", 0, 0), ("t1", 0, 10)], 0),
    ],
)
def test_tags_meet_where_their_words_overlap(spans, times):
    given = [(f"n{place}", tag, "a1", *span) for place, (tag, *span) in enumerate(spans)]
    assert result(meeting(given)).count("t1", "t2", on_words=True) == times


@pytest.mark.parametrize("columns", Columns)
def test_each_number_is_that_of_the_annotations_behind_it(columns):
    counts = result(tallying(TAGGINGS, ARTICLES, columns))
    for (tag, column), number in counts.cells.items():
        assert len(counted(TAGGINGS, ARTICLES, columns, tag, column)) == number
    for tag, number in counts.uses.items():
        assert len(counted(TAGGINGS, ARTICLES, columns, tag, None)) == number
    for column, number in counts.all.items():
        assert len(counted(TAGGINGS, ARTICLES, columns, None, column)) == number
    assert len(counted(TAGGINGS, ARTICLES, columns, None, None)) == counts.annotations


def test_the_annotations_in_which_tags_meet_are_found():
    assert met(TAGGINGS, "t2", "t1", on_words=False) == {"n2"}
    assert met(TAGGINGS, "t1", "t2", on_words=True) == {"n1", "n2"}
    apart = (("n1", "t1", "a1", 0, 5), ("n2", "t2", "a1", 5, 9), ("n3", "t2", "a2", 0, 5))
    assert met(apart, "t1", "t2", on_words=True) == frozenset()
    inside = (
        ("n1", "t1", "a1", 0, 9),
        ("n1", "t1", "a1", 0, 2),
        ("n2", "t2", "a1", 1, 2),
        ("n3", "t2", "a1", 3, 4),
    )
    assert met(inside, "t1", "t2", on_words=True) == {"n1", "n2", "n3"}


def test_much_is_counted_in_steps(monkeypatch):
    monkeypatch.setattr(annotation_counts, "PORTION", 2)
    assert len(list(tallying(TAGGINGS, ARTICLES, Columns.OUTLETS))) == 2
    assert len(list(meeting(TAGGINGS))) == 2 + 3


def test_words_of_different_articles_never_overlap():
    given = [("n1", "t1", "a1", 0, 10), ("n2", "t2", "a2", 0, 10)]
    assert result(meeting(given)).on_words == {}
