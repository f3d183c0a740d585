"""What holds for all decisions about passages, whatever they are."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.comparison.compare import compare
from workbench.comparison.decide import decided
from workbench.comparison.options import CompareOptions
from workbench.model import Article, Decision, Link, Passage, Span
from workbench.project.decisions import decisions, set_decisions

SENTENCES = (
    "The old ferry left the harbour at nine in the morning with forty passengers on board.",
    "Gulls followed the wake as far as the lighthouse on the northern shore of the island.",
    "The mayor of the island promised a second ship before the winter storms arrive.",
)
ARTICLES = tuple(
    Article(f"a{number}", " ".join(SENTENCES[(number + step) % 3] for step in range(3)))
    for number in range(3)
)
FOUND = compare(ARTICLES)
OPTIONS = CompareOptions()


@st.composite
def passages(draw, article):
    ends = st.integers(0, len(article.text))
    start, end = sorted(draw(st.lists(ends, min_size=2, max_size=2, unique=True)))
    return Passage(article.id, Span(start, end))


@st.composite
def links(draw):
    one, other = draw(st.permutations(ARTICLES))[:2]
    return Link(draw(passages(one)), draw(passages(other)))


found_links = st.sampled_from([Link(pair.a, pair.b) for pair in FOUND.pairs])
several = st.lists(st.one_of(links(), found_links), max_size=3).map(tuple)
any_decision = st.builds(Decision, several, several, st.text(max_size=9)).filter(
    lambda decision: decision.gone or decision.instead
)


@settings(deadline=None)
@given(st.lists(any_decision, max_size=4).map(tuple))
def test_decisions_are_stored_as_they_are(values):
    written = set_decisions(values).value or ""
    assert decisions(lambda _: written) == values
    assert not written or isinstance(json.loads(written), list)


@settings(max_examples=25, deadline=None)
@given(st.lists(any_decision, max_size=3).map(tuple))
def test_what_is_decided_hangs_together(values):
    after = decided(FOUND, values, OPTIONS)
    ids = [pair.id for pair in after.pairs]
    assert ids == [f"p{number}" for number in range(1, len(ids) + 1)]
    assert sorted(id_ for cluster in after.clusters for id_ in cluster.pairs) == sorted(ids)
    assert {id_ for row in after.wording for id_ in row.pairs} <= set(ids)
    texts = {article.id: article.text for article in ARTICLES}
    order = [article.id for article in ARTICLES]
    for pair in after.pairs:
        assert order.index(pair.a.article) < order.index(pair.b.article)
        assert 0 <= pair.similarity <= 1
        for side in (pair.a, pair.b):
            assert side.span.of(texts[side.article]).strip()
        for variant in pair.variants:
            assert variant.a.span.of(texts[pair.a.article]) == variant.a.text
            assert variant.b.span.of(texts[pair.b.article]) == variant.b.text


@settings(max_examples=25, deadline=None)
@given(st.lists(any_decision, max_size=2).map(tuple))
def test_to_decide_the_same_again_changes_nothing(values):
    once = decided(FOUND, values, OPTIONS)
    assert decided(FOUND, (*values, *values[-1:]), OPTIONS) == once


@settings(deadline=None)
@given(st.sets(st.sampled_from(FOUND.pairs)))
def test_rejected_pairs_are_gone_and_all_others_stay(gone):
    decision = Decision(tuple(Link(pair.a, pair.b) for pair in FOUND.pairs if pair in gone))
    after = decided(FOUND, (decision,) if gone else (), OPTIONS)
    kept = [(pair.a, pair.b) for pair in FOUND.pairs if pair not in gone]
    assert [(pair.a, pair.b) for pair in after.pairs] == kept
