"""Annotations are filtered by what they have and sorted by what a column says."""

import pytest

from workbench.model import Annotation, Article, Codebook, Placing, Selector, Span, Tag, Target
from workbench.ui import annotations_rows
from workbench.ui.annotations_rows import Column, Context, Wanted, arranging, row_of

ARTICLES = {
    "a1": Article("a1", "", "Harbour Post", "Zebra crossing", published="2024-02-21"),
    "a2": Article("a2", "", "Daily Ledger", "apple harvest", published="2024-03-01T08:00"),
    "a3": Article("a3", "", "", "No date"),
}
CONTEXT = Context(ARTICLES, Codebook((Tag("t1", "war"), Tag("t2", "Actors"))))


def words(article, quote, **more):
    return Target((Selector(article, Span(0, len(quote)), quote, **more),))


EACH = (
    Annotation("n1", words("a1", "Ferries  stop"), ("t1",), "check this", "Ben", "", "2"),
    Annotation("n2", words("a2", "a strike"), ("t1", "t2"), "", "Ada", "", "1"),
    Annotation("n3", Target((), "a3"), (), "On the whole", "Ada", "", "3"),
    Annotation("n4", Target(), ("t2",), "All told", "", "", "4"),
)
ROWS = [row_of(one) for one in EACH]


def arranged(wanted=None, column=None, *, backwards=False):
    work = arranging(ROWS, wanted or Wanted(), column, CONTEXT, backwards=backwards)
    while True:
        try:
            next(work)
        except StopIteration as end:
            return [row.id for row in end.value]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Wanted(), ["n1", "n2", "n3", "n4"]),
        (Wanted(words=("stop", "check")), ["n1"]),
        (Wanted(words=("ferries stop",)), ["n1"]),
        (Wanted(tags=frozenset({"t1"})), ["n1", "n2"]),
        (Wanted(tags=frozenset({"t1", "t2"})), ["n1", "n2", "n4"]),
        (Wanted(tags=frozenset()), ["n3"]),
        (Wanted(ids=frozenset({"n2", "n9"})), ["n2"]),
        (Wanted(author="Ada"), ["n2", "n3"]),
        (Wanted(author=""), ["n4"]),
        (Wanted(outlet="Harbour Post"), ["n1"]),
        (Wanted(outlet=""), ["n3"]),
        (Wanted(since="2024-02"), ["n1", "n2"]),
        (Wanted(since="2024-02-22"), ["n2"]),
        (Wanted(until="2024-02"), ["n1"]),
        (Wanted(since="2024-02-21", until="2024-02-21"), ["n1"]),
    ],
)
def test_only_those_wanted_are_listed(wanted, found):
    assert arranged(wanted) == found


@pytest.mark.parametrize(
    ("column", "order"),
    [
        (Column.WORDS, ["n3", "n4", "n2", "n1"]),
        (Column.TAGS, ["n3", "n4", "n1", "n2"]),
        (Column.MEMO, ["n2", "n4", "n1", "n3"]),
        (Column.OUTLET, ["n3", "n4", "n2", "n1"]),
        (Column.ARTICLE, ["n4", "n2", "n3", "n1"]),
        (Column.DATE, ["n3", "n4", "n1", "n2"]),
        (Column.AUTHOR, ["n4", "n2", "n3", "n1"]),
        (Column.CHANGED, ["n2", "n1", "n3", "n4"]),
        (None, ["n1", "n2", "n3", "n4"]),
    ],
)
@pytest.mark.parametrize("portion", [1, 2, 1000])
def test_they_are_sorted_by_any_column_and_backwards(column, order, portion, monkeypatch):
    monkeypatch.setattr(annotations_rows, "PORTION", portion)
    assert arranged(column=column) == order
    assert arranged(column=column, backwards=True) == order[::-1]


def test_a_row_leads_to_placed_words_alone():
    assert row_of(EACH[0]).span == Span(0, 13)
    doubtful = words("a1", "Gone", placing=Placing.DOUBTFUL)
    assert row_of(Annotation("n9", doubtful)).span is None


def test_a_passage_is_named_by_its_first_two_quotes():
    target = Target(tuple(Selector(a, Span(0, 3), a) for a in ("a1", "a2", "a3")))
    row = row_of(Annotation("n9", target))
    assert (row.words, row.articles) == ("a1 … a2", ("a1", "a2", "a3"))
