"""Laws of queries: any text is one or tells why not, and what is written is read as it was."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workbench.model import (
    AllOf,
    AnyOf,
    Dated,
    Field,
    Near,
    NoneOf,
    Phrase,
    QueryError,
)
from workbench.text.query import parse, phrases, read, written
from workbench.text.searchable import Searched, searchable

PIECES = st.sampled_from(
    [
        *("pier", "AND", "OR", "NOT", "NEAR", "NEAR/3", "(", ")", '"', "“", "-", "*", " ", "新质"),
        *("outlet:", "after:", "tag:", "2024-02", "：", "É", "\u0301", "\0", "/", "…", "İ", "ſ"),
    ]
)
TYPED = st.text() | st.lists(PIECES).map("".join) | st.lists(PIECES).map(" ".join)

WORDS = st.text(st.characters(exclude_characters='"“”„‟«»＂「」*', exclude_categories=["Cs"]))
TEXTS = WORDS.map(lambda words: " ".join(words.split())).filter(searchable)
FIELDS = st.sampled_from([field for field in Field if field not in (Field.AFTER, Field.BEFORE)])
PHRASES = st.builds(Phrase, TEXTS, FIELDS, st.booleans())
NEARS = st.builds(
    lambda one, text, within: Near(one, Phrase(text, one.field), within),
    PHRASES,
    TEXTS,
    st.integers(0, 9999),
)
DAYS = st.builds(
    Dated,
    st.sampled_from([Field.AFTER, Field.BEFORE]),
    st.dates().map(str) | st.just("2024") | st.just("2024-11"),
)


def joined(kind, parts):
    flat = [each for part in parts for each in (part.parts if isinstance(part, kind) else [part])]
    return kind(tuple(flat)) if len(flat) > 1 else flat[0]


CONDITIONS = st.recursive(
    PHRASES | NEARS | DAYS,
    lambda inner: st.one_of(
        inner.map(NoneOf),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: joined(AllOf, parts)),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: joined(AnyOf, parts)),
    ),
    max_leaves=8,
)


@given(TYPED)
def test_any_text_is_a_query_or_says_what_is_missing(typed):
    condition, problem = read(typed)
    assert problem is None or isinstance(problem, QueryError)
    assert parse(written(condition)) == condition
    read(typed, is_typing=True)


@settings(suppress_health_check=[HealthCheck.too_slow])  # the tables of Unicode, read once
@given(CONDITIONS)
def test_what_is_written_is_read_as_it_was(condition):
    assert parse(written(condition)) == condition


@given(TYPED, st.text())
def test_places_lie_in_the_text_and_hold_the_words(typed, text):
    sought = [each for each in phrases(read(typed)[0]) if isinstance(each, Phrase)]
    for phrase in sought:
        for span in Searched(f"{text} {phrase.text} {text}").places([phrase]):
            found = searchable(span.of(f"{text} {phrase.text} {text}"))
            assert found.startswith(searchable(phrase.text))


@given(st.text(), st.text())
def test_texts_side_by_side_have_the_words_of_both(one, other):
    assert searchable(f"{one} {other}") == f"{searchable(one)} {searchable(other)}".strip()
