"""Articles that share some of their first words, for the matrix.

Tests import it by its name, for this folder is on their path.
"""

from workbench.model import Article, Comparison, Kind, Passage, PassagePair, Reason, Span

WORDS = "one two three four five six seven eight nine ten"


def article(place, outlet, published="", headline=""):
    return Article(f"a{place}", WORDS, outlet, headline, published=published)


def pair(a, b, words):
    """Let two articles share their first words."""
    span = Span(0, len(" ".join(WORDS.split()[:words])))
    sides = Passage(f"a{a}", span), Passage(f"a{b}", span)
    return PassagePair(f"p{a}-{b}", Kind.EDITED, 1.0, *sides, (), Reason(words, 0))


ARTICLES = (
    article(0, "Post", "2024-02-22", "Ferry leaves"),
    article(1, "Star", "2024-02-21"),
    article(2, ""),
    article(3, "Post", "2024-02-20"),
)
PAIRS = (pair(0, 1, 3), pair(1, 3, 5), pair(0, 3, 2))
MANY = 70


def many():
    """Seventy articles of three outlets, each second one like the next."""
    outlets = ("Post", "Star", "Wire")
    articles = tuple(article(place, outlets[place % 3], "2024-01-01") for place in range(MANY))
    return Comparison(articles, tuple(pair(place, place + 1, 4) for place in range(0, MANY, 2)))
