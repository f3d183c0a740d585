"""Matrices of articles, and of outlets where there are many articles."""

import pytest

from workbench.model import Article, Kind, Passage, PassagePair, Reason, Span
from workbench.project.matrices import MOST_ARTICLES, MOST_OUTLETS, matrix_of

FOUR, TWO = "one two three four", "one two"


def pair(one, other):
    return PassagePair(
        "p", Kind.VERBATIM, 1.0, Passage(one, Span(0, 7)), Passage(other, Span(0, 7)), (),
        Reason(2, 0),
    )  # fmt: skip


def test_articles_are_told_by_share_of_their_words():
    articles = (
        Article("a1", FOUR, "Harbour Post", "Gone"),
        Article("a2", TWO, headline="Late"),
        Article("a3", ""),
    )
    found = matrix_of(articles, [pair("a1", "a2")])
    assert found.names == ("Harbour Post", "Late", "a3")
    assert found.shares == ((None, 0.5, 0.0), (1.0, None, 0.0), (0.0, 0.0, None))
    assert not found.by_outlet


def test_many_articles_are_told_by_outlet():
    articles = [Article(f"a{n}", FOUR, ("Post", "", "Ledger")[n % 3]) for n in range(27)]
    found = matrix_of(articles, [pair("a0", "a1"), pair("a3", "a4"), pair("a0", "a3")])
    assert len(articles) > MOST_ARTICLES
    assert found.by_outlet
    assert found.names == ("Ledger", "Post", "")
    assert found.shares == ((None, 0.0, 0.0), (0.0, None, 4 / 36), (0.0, 4 / 36, None))


@pytest.mark.parametrize("few", [1, MOST_OUTLETS])
def test_the_outlets_with_most_articles_are_shown(few):
    articles = [Article(f"a{n}", TWO, f"Outlet {n:02}") for n in range(MOST_OUTLETS + 5)]
    articles += [Article(f"b{n}", TWO, "Zeta") for n in range(few)]
    found = matrix_of(articles, [])
    assert len(found.names) == len(found.shares) == MOST_OUTLETS
    assert ("Zeta" in found.names) is (few > 1)
