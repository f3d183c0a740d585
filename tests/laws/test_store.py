"""Laws of the project file: what goes in comes out, and what is done can be undone."""

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.model import (
    AddArticles,
    Article,
    Boilerplate,
    ChangeMetadata,
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
    RemoveArticles,
    SetSetting,
    Span,
    Term,
    TermFamily,
    Variant,
    VariantKind,
    Wording,
)
from workbench.project.project import Project
from workbench.store.articles import add_articles, read_articles, remove_articles
from workbench.store.comparisons import keep_comparison, read_comparison
from workbench.store.project_file import create_file, open_file

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
IDS = st.integers(1, 9).map(lambda number: f"a{number}")
ARTICLES = st.lists(
    st.builds(Article, IDS, *[WORDS] * 11), max_size=5, unique_by=lambda article: article.id
)
SPANS = st.tuples(st.integers(0, 2**40), st.integers(0, 99)).map(lambda s: Span(s[0], sum(s)))
PASSAGES = st.builds(Passage, IDS, SPANS)
KINDS = st.sampled_from(Kind)
FLAGS = st.lists(st.sampled_from(Flag), max_size=3).map(tuple)
READINGS = st.builds(Reading, SPANS, WORDS)
VARIANTS = st.builds(Variant, st.sampled_from(VariantKind), READINGS, READINGS, FLAGS)


def tuples(values):
    return st.lists(values, max_size=3).map(tuple)


PAIRS = st.builds(
    PassagePair,
    WORDS,
    KINDS,
    st.floats(0, 1),
    PASSAGES,
    PASSAGES,
    tuples(VARIANTS),
    st.builds(
        Reason,
        st.integers(0, 999),
        st.integers(0, 999),
        tuples(st.builds(LinkingWord, WORDS, WORDS, st.floats(0, 9), st.integers(0, 999))),
    ),
)
NAMES = st.none() | WORDS
CLUSTERS = st.builds(
    Cluster, WORDS, KINDS, tuples(PASSAGES), tuples(WORDS), st.none() | PASSAGES, NAMES
)
QUOTATIONS = st.builds(Quotation, IDS, SPANS, NAMES, st.none() | SPANS, NAMES, NAMES)
TERMS = st.builds(Term, WORDS, tuples(PASSAGES))
COMPARISONS = st.builds(
    Comparison,
    ARTICLES.map(tuple),
    tuples(PAIRS),
    tuples(CLUSTERS),
    tuples(st.builds(Wording, WORDS, WORDS, FLAGS, tuples(WORDS))),
    tuples(PASSAGES),
    tuples(QUOTATIONS),
    tuples(PASSAGES),
    tuples(st.builds(TermFamily, tuples(TERMS), st.floats(0, 999), st.booleans())),
    tuples(st.builds(Boilerplate, WORDS, WORDS, tuples(PASSAGES))),
)
EDITS = st.lists(
    st.one_of(
        st.builds(AddArticles, ARTICLES.map(tuple)),
        st.builds(RemoveArticles, st.lists(IDS, unique=True).map(tuple)),
        st.builds(ChangeMetadata, ARTICLES.map(tuple)),
        st.builds(SetSetting, st.sampled_from("abc"), st.none() | WORDS),
    ),
    max_size=6,
)


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    """Lend one file for all examples: making one takes longer than all that is done with it."""
    path = tmp_path_factory.mktemp("laws") / "law.crossread"
    create_file(path)
    file = open_file(path)
    yield file
    file.close()


def read(file, key, articles):
    """Return a kept comparison, all its portions read."""
    steps = read_comparison(file, key, articles)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value


@given(articles=ARTICLES)
@settings(max_examples=30, deadline=None)
def test_articles_are_read_as_they_were_written(file, articles):
    ids = [article.id for article in articles]
    add_articles(file, articles, ids)
    try:
        assert list(read_articles(file)) == articles
    finally:
        remove_articles(file, ids)


@given(comparison=COMPARISONS)
@settings(max_examples=60, deadline=None)
def test_a_comparison_is_read_as_it_was_written(file, comparison):
    for _ in keep_comparison(file, "key", 1, "{}", comparison):
        pass
    assert read(file, "key", comparison.articles) == comparison


def fitting(edit, project):
    """Make an edit one that the project can take: new ids to add, known ones to remove."""
    known = {article.id for article in project.articles()}
    match edit:
        case AddArticles(articles):
            return AddArticles(tuple(article for article in articles if article.id not in known))
        case RemoveArticles(ids):
            return RemoveArticles(tuple(id_ for id_ in ids if id_ in known))
        case ChangeMetadata(articles):
            texts = {article.id: article.text for article in project.articles()}
            return ChangeMetadata(
                tuple(replace(one, text=texts[one.id]) for one in articles if one.id in texts)
            )
    return edit


def state(project):
    return project.articles(), [project.setting(key, "none") for key in "abc"]


@given(EDITS)
@settings(max_examples=30, deadline=None)
def test_edits_undone_in_turn_lead_back_and_done_again_lead_forward(edits):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "law.crossread"
        with Project.create(path) as project:
            states, inverses = [state(project)], []
            for edit in edits:
                inverses.append(project.apply(fitting(edit, project)).inverse)
                states.append(state(project))
            again = []
            for inverse, before in zip(reversed(inverses), reversed(states[:-1]), strict=True):
                again.append(project.apply(inverse).inverse)
                assert state(project) == before
            for edit, after in zip(reversed(again), states[1:], strict=True):
                project.apply(edit)
                assert state(project) == after
        with Project.open(path) as project:
            assert state(project) == states[-1]
