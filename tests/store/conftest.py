"""A small story and its comparison, as a project file keeps them."""

import pytest

from workbench.model import (
    Article,
    Cluster,
    Comparison,
    Flag,
    Kind,
    Passage,
    PassagePair,
    Reading,
    Reason,
    Span,
    Variant,
    VariantKind,
    Wording,
)
from workbench.store.project_file import create_file, open_file

FERRY = "The ferry left the old pier at six with ninety people on board, the harbour master said."
LATE = "With ninety passengers on board, the ferry left the old pier at seven, an hour late. 😀"


@pytest.fixture
def articles():
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
        ),
        Article("a2", LATE, "Daily Ledger", published="2024-02-22T08:30"),
        Article("a3", "Nothing of this is known here.\n"),
    )


@pytest.fixture
def comparison(articles):
    first = Passage("a1", Span(4, 35))
    second = Passage("a2", Span(37, 70))
    variant = Variant(
        VariantKind.SUBSTITUTION,
        Reading(Span(32, 35), "six"),
        Reading(Span(65, 70), "seven"),
        (Flag.NUMBER, Flag.CUE),
    )
    pair = PassagePair("p1", Kind.EDITED, 0.875, first, second, (variant,), Reason(6, 1))
    plain = PassagePair("p2", Kind.VERBATIM, 1.0, second, first, (), Reason(2, 0))
    return Comparison(
        articles,
        (pair, plain),
        (
            Cluster("c1", Kind.EDITED, (first, second), ("p1", "p2"), first),
            Cluster("c2", Kind.REWORDED, (second,), ()),
        ),
        (Wording("six", "seven", (Flag.NUMBER,), ("p1",)),),
        (Passage("a3", Span(0, 30)),),
    )


@pytest.fixture
def path(tmp_path):
    return tmp_path / "Fähre und “Hafen” 100%.crossread"


@pytest.fixture
def file(path):
    create_file(path)
    opened = open_file(path)
    yield opened
    opened.close()
