"""What a report says of dates, shares and names, and which words it sets off as different."""

import pytest

from workbench.formats.blocks import Style
from workbench.formats.report_marks import LEFT_OUT, Mark, marked, marks_against
from workbench.formats.report_words import (
    count,
    date_words,
    day_words,
    first_words,
    listed,
    percent,
    period_words,
    sentence,
    shortened,
)
from workbench.model import Article, Span


@pytest.mark.parametrize(
    ("published", "words", "day"),
    [
        ("2024-03-06", "6 Mar 2024", "6 March 2024"),
        ("2024-03-06T08:15:30+08:00", "6 Mar 2024, 08:15 +08:00", "6 March 2024"),
        ("2024-03-06 08:15:30.5Z", "6 Mar 2024, 08:15 UTC", "6 March 2024"),
        ("2024-03-06T08:15", "6 Mar 2024, 08:15", "6 March 2024"),
        ("2024-03", "Mar 2024", "March 2024"),
        ("2024", "2024", "2024"),
        ("20240306", "20240306", "20240306"),
        ("last\nspring", "last spring", "last sprin"),
        ("", "", ""),
    ],
)
def test_a_date_is_as_precise_as_it_is_known(published, words, day):
    assert date_words(published) == words
    assert day_words(published) == day


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2024-03-06", "2024-03-06", "6 March 2024"),
        ("2024-03-06", "2024-03-09", "6 to 9 March 2024"),
        ("2024-02-20", "2024-03-20", "20 February to 20 March 2024"),
        ("2023-12", "2024-01-05", "December 2023 to 5 January 2024"),
        ("2023", "2024", "2023 to 2024"),
    ],
)
def test_what_two_dates_have_in_common_is_told_once(first, last, words):
    assert period_words(first, last) == words


def test_numbers_and_names():
    assert count(1, "article") == "1 article"
    assert count(1200, "passage") == "1,200 passages"
    assert count(2, "pair of passages", "pairs of passages") == "2 pairs of passages"
    assert [percent(share) for share in (0, 0.002, 0.38, 0.999, 1)] == [
        *("0%", "<1%", "38%", ">99%", "100%"),
    ]
    assert listed(["A"]) == "A"
    assert listed(["A", "B", "C"]) == "A, B and C"
    assert sentence("in other words") == "In other words"


def test_long_words_are_cut_between_words():
    assert first_words("one two three", 9) == "one two…"
    assert first_words("incomprehensible", 5) == "incom…"
    assert shortened("one two three four five", 12) == "one … five"
    assert shortened("one\ntwo") == "one two"


def told(base, text, span=None):
    """Show differing words as *other*, +added+ and -left out-."""
    article = Article("a", text, language="en")
    span = span or Span(0, len(text))
    signs = {Style.VARIANT: "*", Style.ADDED: "+", Style.OMITTED: "-", Style.QUOTED: ""}
    runs = marked(article, span, marks_against(base, article, span))
    assert {run.language for run in runs} == {"en"}
    return "".join(f"{signs[run.style]}{run.text}{signs[run.style]}" for run in runs)


@pytest.mark.parametrize(
    ("base", "text", "shown"),
    [
        ("The old pier.", "the “Old” pier", "the “Old” pier"),
        ("the old pier", "the new pier", "the *new* pier"),
        ("the pier", "the new pier", "the +new+ pier"),
        ("the old pier", "the pier", "the -[old]- pier"),
        ("the pier, he said", "the pier, today", "the pier, *today*"),
        ("the pier closed", "the pier.", "the pier -[closed]-."),
        ("today the pier", "the pier", "-[today]- the pier"),
        ("one", "", " -[one]-"),
        ("", "one", "+one+"),
        ("新しい橋", "新橋", "新-[しい]-橋"),
    ],
)
def test_words_are_set_off_that_differ(base, text, shown):
    assert told(base, text).strip() == shown.strip()


def test_only_the_words_of_the_span_are_compared():
    assert told("a pier", "Gone: a new pier. More.", Span(6, 16)) == "a +new+ pier"


def test_many_words_left_out_are_told_by_the_first_and_the_last():
    (missing,) = [mark for mark in told("a " + "very " * 50 + "b", "a b").split("-") if "[" in mark]
    assert missing.startswith("[very very")
    assert " … " in missing
    assert len(missing) <= LEFT_OUT + len("[ … ]")


def test_marks_outside_the_span_are_not_shown_and_like_ones_are_joined():
    article = Article("a", "one two three four")
    marks = [
        Mark(Span(14, 18), Style.VARIANT),
        Mark(Span(0, 3), Style.VARIANT),
        Mark(Span(8, 13), Style.VARIANT),
        Mark(Span(4, 7), Style.VARIANT),
    ]
    assert [run.text for run in marked(article, Span(4, 13), marks[2:])] == ["two three"]
    assert [run.text for run in marked(article, Span(0, 7), [marks[0], marks[1]])] == [
        *("one", " two"),
    ]
