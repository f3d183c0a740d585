"""A small story and its comparison, as a project file keeps them."""

import pytest

from workbench.model import (
    Article,
    Boilerplate,
    Cluster,
    Comparison,
    Flag,
    Kind,
    LinkingWord,
    Passage,
    PassagePair,
    Quotation,
    Reading,
    Reason,
    Span,
    Term,
    TermFamily,
    Variant,
    VariantKind,
    Wording,
)
from workbench.store.project_file import create_file, open_file

FERRY = "The ferry left the old pier at six with ninety people on board, the harbour master said."
RARE = (LinkingWord("ferry", "ferries", 3.72, 2), LinkingWord("“pier”", "pier 😀", 0.0, 1))
LATE = "With ninety passengers on board, the ferry left the old pier at seven, an hour late. 😀"


def make_articles():
    return (
        Article(
            "a1",
            FERRY,
            "Harbour Post",
            "Ferry sails at six",
            "Ines Vale",
            "2024-02-21",
            "https://example.org/ferry",
            "en",
            "harbour-post.md",
            "Local",
            "A3",
            "HP-2024-117",
        ),
        Article("a2", LATE, "Daily Ledger", published="2024-02-22T08:30"),
        Article("a3", "Nothing of this is known here.\n"),
    )


def make_comparison(articles):
    first = Passage("a1", Span(4, 35))
    second = Passage("a2", Span(37, 70))
    variant = Variant(
        VariantKind.SUBSTITUTION,
        Reading(Span(32, 35), "six"),
        Reading(Span(65, 70), "seven"),
        (Flag.NUMBER, Flag.CUE),
    )
    pair = PassagePair("p1", Kind.EDITED, 0.875, first, second, (variant,), Reason(6, 1, RARE))
    plain = PassagePair("p2", Kind.VERBATIM, 1.0, second, first, (), Reason(2, 0))
    return Comparison(
        articles,
        (pair, plain),
        (
            Cluster("c1", Kind.EDITED, (first, second), ("p1", "p2"), first, "the harbour master"),
            Cluster("c2", Kind.REWORDED, (second,), ()),
        ),
        (Wording("six", "seven", (Flag.NUMBER,), ("p1",)),),
        (Passage("a3", Span(0, 30)),),
        (
            Quotation("a1", Span(0, 65), "Harbour master", Span(67, 85), "said", "c1"),
            Quotation("a2", Span(0, 34)),
        ),
        (Passage("a2", Span(40, 45)),),
        (
            TermFamily(
                (
                    Term("old pier", (Passage("a1", Span(23, 31)), Passage("a2", Span(55, 63)))),
                    Term("new pier", ()),
                ),
                2.25,
            ),
            TermFamily((Term("ferry", (Passage("a1", Span(4, 9)),)),), 0.0, chosen=True),
        ),
        (Boilerplate("All rights reserved.", "Harbour Post", (Passage("a3", Span(8, 30)),)),),
    )


@pytest.fixture
def articles():
    return make_articles()


@pytest.fixture
def comparison(articles):
    return make_comparison(articles)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "Fähre und “Hafen” 100%.crossread"


@pytest.fixture
def file(path):
    create_file(path)
    opened = open_file(path)
    yield opened
    opened.close()
