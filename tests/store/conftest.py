"""A small story and its comparison, as a project file keeps them."""

from dataclasses import replace

import pytest

from workbench.model import (
    Annotation,
    Article,
    Boilerplate,
    Cluster,
    Comparison,
    Flag,
    Kind,
    LinkingWord,
    Outlet,
    Passage,
    PassagePair,
    Placing,
    Quotation,
    Reading,
    Reason,
    Revision,
    Selector,
    Span,
    Tag,
    Target,
    Term,
    TermFamily,
    Variant,
    VariantKind,
    Wording,
    select,
)
from workbench.store.annotations import change_annotations
from workbench.store.articles import add_articles, retell_article
from workbench.store.codebook import change_codebook
from workbench.store.history import add_step
from workbench.store.outlets import keep_outlets
from workbench.store.project_file import create_file, open_file
from workbench.store.revisions import keep_revisions

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


TAGS = (
    Tag("t1", "People", colour="#336699", definition="Who was there", key="P"),
    Tag("t2", "Numbers", "t1", examples="ninety", place=1),
    Tag("t3", "Late", place=2),
)
OUTLET = Outlet("Harbour Post", "HP", "GB", "Vale Media", "#aa3322")
LATER = LATE.replace("an hour", "two hours")
STEP = (
    "import 3 articles",
    '{"edit":"RemoveArticles","ids":["a1","a2","a3"]}',
)


def make_annotations():
    """Annotations of every kind: words, an earlier text, passages, an article, the project."""
    ninety = select("a1", FERRY, Span(44, 50))
    earlier = select("a2", LATE, Span(72, 84))
    pier = select("a2", LATER, Span(55, 63), 1)
    times = {"created": "2026-11-20T09:00:00Z", "changed": "2026-11-21T09:00:00Z"}
    return (
        Annotation("n1", Target((ninety,)), ("t2", "t1"), "Who counted? 😀", "Ines", **times),
        Annotation("n2", Target((doubtful(earlier),)), (), "An hour, or two", **times),
        Annotation("n3", Target((select("a1", FERRY, Span(23, 31)), pier)), ("t3",), **times),
        Annotation("n4", Target(article="a3"), (), "Ask them", **times),
        Annotation("n5", Target(), ("t3",), "The whole story", **times),
    )


def doubtful(selector):
    words = (selector.quote, selector.prefix, selector.suffix)
    return Selector(selector.article, selector.span, *words, 0, 0.25, Placing.DOUBTFUL)


def annotate(file):
    """Put in what an analyst does with the articles, which the file has; `a2` is revised."""
    before = make_articles()[1]
    keep_revisions(file, [Revision(before, "2026-11-19T09:00:00Z")])
    retell_article(file, replace(before, text=LATER, revision=1))
    keep_outlets(file, [OUTLET])
    change_codebook(file, TAGS, [])
    change_annotations(file, make_annotations(), [])
    add_step(file, *STEP)


@pytest.fixture
def annotated(file, articles):
    """The file with the story in it, annotated."""
    add_articles(file, articles, [article.id for article in articles])
    annotate(file)
    return file


@pytest.fixture
def annotations():
    return make_annotations()


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


@pytest.fixture
def made(path, articles):
    """A project with the story in it, closed again."""
    create_file(path)
    file = open_file(path)
    add_articles(file, articles, [article.id for article in articles])
    file.close()
    return path
