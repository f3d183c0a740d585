"""Excerpts are chosen and put in groups, with where they stand."""

from dataclasses import replace

import pytest

from workbench.model import (
    Annotation,
    Article,
    Cluster,
    Codebook,
    Comparison,
    Grouping,
    Kind,
    Passage,
    Placing,
    Span,
    Tag,
    Target,
)
from workbench.project.annotating import words_of
from workbench.project.excerpts import (
    annotated_excerpts,
    grouped,
)

FERRY = Article(
    "a1", "The ferry left. It was late.\n\nNobody waved. A band played on.",
    "Harbour Post", "Ferry leaves", published="2024-03-02T06:00:00",
)  # fmt: skip
PIER = Article("a2", "The old pier stands.", "Daily Ledger", "Pier stays", published="2024-03-01")
NOTE = Article("a3", "A ferry left.")
ARTICLES = (FERRY, PIER, NOTE)
CODEBOOK = Codebook((Tag("t1", "time"), Tag("t2", "late", "t1"), Tag("t0", "place", place=1)))


def words(article, text):
    start = article.text.index(text)
    return Span(start, start + len(text))


def note(name, article, text, *tags):
    return Annotation(name, words_of(article, words(article, text)), tags)


LATE = note("n1", FERRY, "late", "t2")
AGAIN = note("n2", FERRY, "late", "t1", "t0")
BAND = note("n3", FERRY, "waved. A band")
STANDS = note("n4", PIER, "stands", "t0")
BARE = note("n5", NOTE, "ferry")
NOTES = (STANDS, BAND, LATE, BARE, AGAIN, Annotation("n6", Target(), ("t1",), "All."))


def quotes(excerpts):
    return [excerpt.quote for excerpt in excerpts]


def test_annotated_words_stand_in_the_order_of_the_articles_and_once():
    excerpts = annotated_excerpts(NOTES, ARTICLES)
    assert quotes(excerpts) == ["late", "waved. A band", "stands", "ferry"]
    assert excerpts[0].annotations == (LATE, AGAIN)
    assert excerpts[0].tags == ("t2", "t1", "t0")
    assert quotes(annotated_excerpts(NOTES, (PIER,))) == ["stands"]


def test_an_excerpt_knows_where_it_stands():
    late, band, *_ = annotated_excerpts(NOTES, ARTICLES)
    assert (late.paragraph, late.before, late.after) == (1, "It was ", ".")
    assert (band.paragraph, band.before, band.after) == (2, "Nobody ", " played on.")


@pytest.mark.parametrize(
    ("text", "span", "paragraph"),
    [
        (FERRY.text, Span(28, 30), 2),
        ("  One.", Span(0, 1), 1),
        ("One. \n", Span(5, 6), 1),
        (" \n ", Span(0, 3), 1),
    ],
)
def test_blanks_between_sentences_are_their_own_context(text, span, paragraph):
    article = Article("a4", text)
    (excerpt,) = annotated_excerpts((Annotation("n1", words_of(article, span)),), (article,))
    assert (excerpt.context, excerpt.paragraph) == (span, paragraph)


@pytest.mark.parametrize("placing", [Placing.DOUBTFUL, Placing.KEPT])
def test_words_that_are_not_placed_are_left_out(placing):
    selector = replace(LATE.target.selectors[0], placing=placing)
    waiting = replace(LATE, target=Target((selector,)))
    assert annotated_excerpts((waiting,), ARTICLES) == ()


@pytest.mark.parametrize(
    ("by", "heads"),
    [
        (Grouping.ARTICLE, [("Ferry leaves", 2), ("Pier stays", 1), ("a3", 1)]),
        (Grouping.OUTLET, [("Daily Ledger", 1), ("Harbour Post", 2), ("", 1)]),
        (Grouping.DATE, [("2024-03-01", 1), ("2024-03-02", 2), ("", 1)]),
        (Grouping.TAG, [("time", 1), ("time › late", 1), ("place", 2), ("", 2)]),
    ],
)
def test_groups(by, heads):
    groups = grouped(annotated_excerpts(NOTES, ARTICLES), by, CODEBOOK)
    assert [(group.head, len(group.excerpts)) for group in groups] == heads


def test_places_go_out_with_and_without_annotations():
    late = Passage("a1", LATE.target.selectors[0].span)
    waved = Passage("a1", words(FERRY, "Nobody"))
    excerpts = annotated_excerpts((LATE, STANDS), (FERRY,), (waved, late, waved))
    assert [(each.quote, each.annotations) for each in excerpts] == [
        ("late", (LATE,)),
        ("Nobody", ()),
    ]


def test_groups_say_what_their_excerpts_have_in_common():
    excerpts = annotated_excerpts(NOTES, ARTICLES)
    keys = {by: [group.key for group in grouped(excerpts, by, CODEBOOK)] for by in Grouping}
    assert keys[Grouping.ARTICLE] == ["a1", "a2", "a3"]
    assert keys[Grouping.TAG] == ["t1", "t2", "t0", ""]
    assert keys[Grouping.DATE] == ["2024-03-01", "2024-03-02", ""]
    assert keys[Grouping.PASSAGE] == [""]


LONG = "Seventy-seven passengers waited on the pier for hours in the cold rain of March."


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("A ferry\n left.", "A ferry left."),
        (LONG, "Seventy-seven passengers waited on the pier for hours in …"),
        ("港" * 90, "港" * 60 + " …"),
    ],
)
def test_passages_are_called_by_how_the_earliest_of_them_begins(text, head):
    first, other = Article("a1", "Nothing."), Article("a2", text)
    sides = Passage("a1", Span(0, 8)), Passage("a2", Span(0, len(text)))
    clusters = (
        Cluster("c1", Kind.EDITED, sides, (), sides[1]),
        Cluster("c2", Kind.EDITED, sides, ()),
        Cluster("c3", Kind.EDITED, sides, ()),
    )
    excerpts = [
        replace(each, cluster=cluster)
        for each, cluster in zip(
            annotated_excerpts((), (first, other), sides), ("c2", "c1"), strict=True
        )
    ]
    alone = replace(excerpts[0], cluster="")
    groups = grouped(
        [alone, *excerpts], Grouping.PASSAGE, CODEBOOK, Comparison((first, other), (), clusters)
    )
    assert [(group.key, group.head) for group in groups] == [
        ("c1", head),
        ("c2", "Nothing."),
        ("", ""),
    ]
