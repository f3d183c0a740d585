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
