"""Queries: what is typed, what it means, what is missing, and how it is written again."""

import pytest

from workbench.model import (
    AllOf,
    AnyOf,
    Dated,
    Field,
    Near,
    NoneOf,
    Phrase,
    QueryError,
    QueryProblem,
)
from workbench.text.query import parse, phrases, read, written
from workbench.text.query_reader import DEEPEST, MOST
from workbench.text.query_words import LONGEST

A, B, C = Phrase("pier"), Phrase("ferry"), Phrase("storm")
IN_HEAD = Phrase("pier", Field.HEADLINE)
SINCE = Dated(Field.AFTER, "2024")
X = Phrase("China Daily", Field.OUTLET)

MEANT = [
    ("", None),
    (" — ", None),
    ("pier", A),
    ("pier ferry", AllOf((A, B))),
    ("pier AND ferry", AllOf((A, B))),
    ("pier and", AllOf((A, Phrase("and")))),
    ("pier OR ferry storm", AnyOf((A, AllOf((B, C))))),
    ("(pier OR ferry) storm", AllOf((AnyOf((A, B)), C))),
    ("pier OR (ferry OR storm)", AnyOf((A, B, C))),
    ("pier (ferry storm)", AllOf((A, B, C))),
    ("pier NOT ferry", AllOf((A, NoneOf(B)))),
    ("pier -ferry", AllOf((A, NoneOf(B)))),
    ("NOT NOT pier", NoneOf(NoneOf(A))),
    ("-(pier ferry) storm", AllOf((NoneOf(AllOf((A, B))), C))),
    ("pier - ferry & storm", AllOf((A, B, C))),
    ("re-open", Phrase("re-open")),
    ("“old  pier”", Phrase("old pier")),
    ("«old pier» 「ferry」", AllOf((Phrase("old pier"), B))),
    ("har*", Phrase("har", is_beginning=True)),
    ('"old har"*', Phrase("old har", is_beginning=True)),
    ('"old har*"', Phrase("old har", is_beginning=True)),
    ("pier NEAR ferry", Near(A, B, 10)),
    ("pier NEAR/3 ferry", Near(A, B, 3)),
    ("pier NEAR ferry NEAR/2 storm", AllOf((Near(A, B), Near(B, C, 2)))),
    ("storm pier NEAR ferry", AllOf((C, Near(A, B)))),
    ("NOT pier NEAR ferry", NoneOf(Near(A, B))),
    ('outlet:"China Daily"', X),
    ("OUTLET：“China Daily”", X),
    ("headline:har*", Phrase("har", Field.HEADLINE, is_beginning=True)),
    ("headline:pier NEAR headline:AND", Near(IN_HEAD, Phrase("AND", Field.HEADLINE))),
    ("after:2024 before:2024-02-29", AllOf((SINCE, Dated(Field.BEFORE, "2024-02-29")))),
    ("12:30 http://example.org", AllOf((Phrase("12:30"), Phrase("http://example.org")))),
    ('"AND" "outlet:x" "-x" "a(b"', AllOf(tuple(map(Phrase, ("AND", "outlet:x", "-x", "a(b"))))),
    ("新质生产力", Phrase("新质生产力")),
]  # fmt: skip

WRONG = [
    ('pier "old ferry', QueryProblem.OPEN_QUOTE, "old ferry", AllOf((A, Phrase("old ferry")))),
    ("pier (ferry", QueryProblem.OPEN_PARENTHESIS, "", AllOf((A, B))),
    ("pier) ferry", QueryProblem.STRAY_PARENTHESIS, "", AllOf((A, B))),
    ("AND pier", QueryProblem.NOTHING_BEFORE, "AND", A),
    ("OR pier", QueryProblem.NOTHING_BEFORE, "OR", A),
    ("pier AND", QueryProblem.NOTHING_AFTER, "AND", A),
    ("pier AND AND ferry", QueryProblem.NOTHING_AFTER, "AND", AllOf((A, B))),
    ("pier OR", QueryProblem.NOTHING_AFTER, "OR", A),
    ("pier NOT", QueryProblem.NOTHING_AFTER, "NOT", A),
    ("NOT AND pier", QueryProblem.NOTHING_AFTER, "NOT", A),
    ("-(—)", QueryProblem.NOTHING_AFTER, "NOT", None),
    ("pier outlet:", QueryProblem.NO_VALUE, "outlet:", A),
    ("pier tag:(ferry)", QueryProblem.NO_VALUE, "tag:", AllOf((A, B))),
    ('memo:"…" pier', QueryProblem.NO_VALUE, "memo:", A),
    ("after:yesterday pier", QueryProblem.NO_DAY, "yesterday", A),
    ("before:2024-13 pier", QueryProblem.NO_DAY, "2024-13", A),
    ("NEAR pier", QueryProblem.NOT_WORDS, "", A),
    ("pier NEAR", QueryProblem.NOT_WORDS, "", A),
    ("pier NEAR (ferry storm)", QueryProblem.NOT_WORDS, "", AllOf((A, B, C))),
    ("pier NEAR headline:pier", QueryProblem.NOT_WORDS, "", AllOf((A, IN_HEAD))),
    ("pier NEAR after:2024 NEAR ferry", QueryProblem.NOT_WORDS, "", AllOf((A, SINCE, B))),
    (f"pier{' ' * LONGEST}ferry", QueryProblem.TOO_LONG, "", A),
    (f"{'(' * (DEEPEST + 1)}pier", QueryProblem.TOO_LONG, "", A),
    (f"{'-' * (DEEPEST + 1)}pier", QueryProblem.TOO_LONG, "NOT", A),
    (f"{'pier ' * (MOST + 1)}", QueryProblem.TOO_LONG, "", AllOf((A,) * MOST)),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "meant"), MEANT)
def test_a_query_means(typed, meant):
    assert parse(typed) == meant


@pytest.mark.parametrize(("typed", "meant"), MEANT)
def test_what_is_written_means_the_same(typed, meant):
    assert parse(written(meant)) == meant


@pytest.mark.parametrize(("typed", "problem", "detail", "left"), WRONG)
def test_a_query_that_is_not_whole_says_so(typed, problem, detail, left):
    with pytest.raises(QueryError) as caught:
        parse(typed)
    assert (caught.value.problem, caught.value.detail) == (problem, detail)
    assert read(typed)[0] in (left, NoneOf(left))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("pier ferr", AllOf((A, Phrase("ferr", is_beginning=True)))),
        ("pier ferry ", AllOf((A, B))),
        ("pier f", AllOf((A, Phrase("f")))),
        ("outlet:chi", Phrase("chi", Field.OUTLET, is_beginning=True)),
        ('"old pie', Phrase("old pie", is_beginning=True)),
        ('"old pier"', Phrase("old pier")),
        ("pier AND", A),
    ],
)
def test_the_last_word_may_be_half_typed(typed, meant):
    assert read(typed, is_typing=True)[0] == meant


def test_only_what_is_to_be_found_is_looked_for_in_texts():
    query = parse("pier (ferry OR -storm) pier NEAR ferry after:2024 -sea")
    assert list(phrases(query)) == [A, B, Near(A, B)]
    assert list(phrases(None)) == []
