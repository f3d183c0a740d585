"""The lexer of news prose: true offsets, quotations by speaker, cues, names and numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.token import STANDARD_TYPES, Name, Number, Text, is_token_subtype

from workbench.model import Quotation, Span
from workbench.text.lexer import (
    CUE,
    QUOTATION,
    SPEAKER,
    NewsLexer,
    is_quotation,
    speaker_of,
)

TEXT = (
    "It rained. The mayor, Ann Lee, said: “We open 3,500 berths in May.” “Too late,” said Bo Ek, "
    "and Lee said nothing. “So-called” experts in Rome agreed: 12 % said so."
)
NAMES = ("Ann Lee, mayor", "Bo Ek")


def span_of(words, after=""):
    start = TEXT.index(words, TEXT.index(after) if after else 0)
    return Span(start, start + len(words))


QUOTATIONS = (
    Quotation("a", span_of("We open 3,500 berths in May."), NAMES[0], span_of("Ann Lee"), "said"),
    Quotation("a", span_of("Too late,"), NAMES[1], span_of("Bo Ek"), "said"),
    Quotation("a", span_of("So-called")),
)


def tokens(lexer, text=TEXT):
    return list(lexer.get_tokens_unprocessed(text))


def words_of(kind):
    return [words for _, found, words in tokens(NewsLexer(QUOTATIONS)) if found == kind]


def test_quotations_and_speakers_are_told_apart_by_who_spoke():
    lexer = NewsLexer(QUOTATIONS)
    assert lexer.speakers == NAMES
    assert words_of(QUOTATION.S0) == ["We open 3,500 berths in May."]
    assert words_of(QUOTATION.S1) == ["Too late,"]
    assert words_of(QUOTATION) == ["So-called"]
    assert words_of(SPEAKER.S0) == ["Ann Lee"]
    assert words_of(SPEAKER.S1) == ["Bo Ek"]


def test_the_cue_is_the_one_beside_the_quotation():
    cues = [place for place, kind, _ in tokens(NewsLexer(QUOTATIONS)) if kind == CUE]
    assert cues == [span_of("said").start, span_of("said", "Too late").start]


@pytest.mark.parametrize(
    ("cue", "expected"), [("late", []), ("shouted", []), ("nothing", ["nothing"])]
)
def test_a_cue_stands_outside_its_quotation_or_nowhere(cue, expected):
    said = Quotation("a", span_of("Too late,"), "Bo Ek", None, cue)
    assert [words for _, kind, words in tokens(NewsLexer((said,))) if kind == CUE] == expected


def test_names_and_numbers_outside_quotations():
    assert words_of(Name) == ["Lee", "Rome"]
    assert words_of(Number) == ["12 %"]


def test_without_quotations_all_that_is_in_quotation_marks_is_taken():
    quoted = [words for _, kind, words in tokens(NewsLexer()) if is_quotation(kind)]
    assert quoted == ["We open 3,500 berths in May.", "Too late,", "So-called"]
    assert NewsLexer().speakers == ()


def test_quotations_that_overlap_come_once():
    inner = Quotation("a", Span(span_of("berths").start, span_of("May").end), "Bo Ek")
    found = tokens(NewsLexer((*QUOTATIONS, inner)))
    assert "".join(words for _, _, words in found) == TEXT


@pytest.mark.parametrize(
    ("kind", "expected"),
    [(QUOTATION.S1, "Bo Ek"), (SPEAKER.S0, NAMES[0]), (QUOTATION, ""), (CUE, ""), (Text, "")],
)
def test_the_speaker_of_a_type(kind, expected):
    assert speaker_of(kind, NAMES) == expected


def test_every_type_is_below_one_that_all_styles_know():
    kinds = {kind for _, kind, _ in tokens(NewsLexer(QUOTATIONS))}
    assert all(any(is_token_subtype(kind, known) for known in STANDARD_TYPES) for kind in kinds)
    page = highlight(TEXT, NewsLexer(QUOTATIONS), HtmlFormatter())
    assert "Bo Ek" in page


@given(st.text(max_size=200), st.lists(st.tuples(st.integers(0, 200), st.integers(0, 60))))
def test_tokens_put_together_are_the_text(text, places):
    spans = [Span(min(a, len(text)), min(a + b, len(text))) for a, b in places]
    lexer = NewsLexer([Quotation("a", span, "Ann", span, "said") for span in spans])
    found = tokens(lexer, text)
    assert "".join(words for _, _, words in found) == text
    reached = 0
    for place, _, words in found:
        assert place == reached
        assert words
        reached += len(words)
