"""Of what was chosen a report says no more than is known, and what it was chosen from."""

from dataclasses import replace

import pytest
from dossiers import make_dossier

from workbench.formats.blocks import Grid, Listing, Paragraph
from workbench.formats.report import compose
from workbench.model import (
    Article,
    ExcerptGroup,
    Methods,
    Outgoing,
    Part,
    Passage,
    Scope,
    Span,
)
from workbench.project.excerpts import annotated_excerpts

PARTS = (Part.OVERVIEW, Part.METHODS)


def told(scope, parts=PARTS, **given):
    """Return the paragraphs of a report, and the heads of its tables."""
    dossier = replace(make_dossier(), outgoing=Outgoing(scope, parts=parts), **given)
    blocks = list(compose(dossier, {}).blocks)
    texts = [
        "".join(run.text for run in block.runs) for block in blocks if isinstance(block, Paragraph)
    ]
    assert any(isinstance(block, Listing) for block in blocks)
    return "\n".join(texts), [block.heads for block in blocks if isinstance(block, Grid)]


@pytest.mark.parametrize("scope", [Scope.PROJECT, Scope.ARTICLES, Scope.SEARCH])
def test_of_articles_all_is_known_that_they_share(scope):
    text, heads = told(scope)
    assert "shared:" in text
    assert "This found " in text
    assert "In common" in heads[0]


@pytest.mark.parametrize("scope", [Scope.TAGS, Scope.ANNOTATIONS, Scope.PASSAGES, Scope.WORDS])
def test_of_passages_it_is_said_that_they_were_chosen(scope):
    text, heads = told(scope)
    assert "What was chosen of them stands in 25 shared passages: " in text
    assert "What was chosen stands in 49 pairs of passages, which make 25 shared" in text
    assert "In common" not in heads[0]
    assert sum(heads[0].count(head) for head in ("Headline", "Words")) == 2


def test_nothing_shared_is_not_said_of_the_articles():
    whole = make_dossier().comparison
    text, _ = told(Scope.TAGS, comparison=replace(whole, clusters=(), pairs=()))
    assert "What was chosen of them stands in no shared passage." in text
    assert "What was chosen stands in no shared passage." in text


def test_more_articles_were_compared_than_go_out():
    text, _ = told(Scope.ARTICLES, methods=Methods("Crossread", 2, articles=1200))
    assert "1,200 articles were compared, each with all the others. Of these, 5 articles" in text


def test_of_a_part_no_pairs_are_told_for_other_articles_may_link_its_passages():
    methods = Methods("Crossread", 2, articles=1200)
    text, _ = told(Scope.ARTICLES, methods=methods)
    assert "These have 25 shared passages: " in text
    assert "Some may be linked only by an article that is not here." in text
    nothing = replace(make_dossier().comparison, clusters=(), pairs=())
    text, _ = told(Scope.ARTICLES, methods=methods, comparison=nothing)
    assert "These have no shared passage." in text


@pytest.mark.parametrize(
    ("scope", "words"),
    [
        (
            Scope.PROJECT,
            (
                "These articles share no passage.\nThese articles quote nobody.\n"
                "No rival forms of a phrase were found in these articles."
            ),
        ),
        (
            Scope.PASSAGES,
            (
                "What was chosen stands in no shared passage.\nThese passages quote nobody.\n"
                "No rival forms of a phrase were found in these passages."
            ),
        ),
    ],
)
def test_nothing_is_said_of_articles_where_only_passages_were_looked_at(scope, words):
    nothing = replace(make_dossier().comparison, clusters=(), pairs=(), terms=())
    parts = (Part.PASSAGES, Part.QUOTATIONS, Part.TERMS, Part.METHODS)
    text, _ = told(scope, parts, comparison=nothing, sayings=())
    assert words in text


def test_the_matrix_is_of_all_that_is_shared():
    assert "not only those that were chosen" in told(Scope.PASSAGES)[0]
    assert "not only those that were chosen" not in told(Scope.ARTICLES)[0]


@pytest.mark.parametrize(
    ("quote", "context"),
    [("ferry", "The ferry left."), ("ferry ", "The ferry left."), (" ferry\n", "The ferry left.")],
)
def test_words_stand_apart_in_their_context_whatever_was_selected(quote, context):
    article = Article("a1", "The ferry\nleft.", "Harbour Post")
    place = Passage("a1", Span(*span_of(article.text, quote.replace("\n", " "))))
    groups = (ExcerptGroup("", annotated_excerpts((), (article,), (place,))),)
    text, _ = told(Scope.WORDS, groups=groups, parts=(Part.EXCERPTS, *PARTS))
    assert f"In context: {context}" in text.replace("\n", " ").replace("  ", " ")


def span_of(text, words):
    start = text.replace("\n", " ").index(words)
    return start, start + len(words)
