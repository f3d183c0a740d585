"""Words and patterns are found where they stand, and no pattern holds anything up."""

import time

import pytest

from workbench.text.find import LONGEST, MOST_HITS, PatternError, Query, TooSlowError, prepare

TEXT = (
    "The “ferry” left; nobody said it’s late. THE FERRY — or the ferryman — waited.\n\n"
    "Straße und STRASSE. 新质生产力 means “new\u00a0quality productive\nforces”. (a+b)* costs 5€.\n"
)


def found(words, **how):
    return [span.of(TEXT) for span in prepare(Query(words, **how)).hits(TEXT, 1.0)]


@pytest.mark.parametrize(
    ("words", "how", "expected"),
    [
        pytest.param("ferry", {}, ["ferry", "FERRY", "ferry"], id="any case, inside words"),
        pytest.param("ferry", {"match_case": True}, ["ferry", "ferry"], id="small letters only"),
        pytest.param("ferry", {"whole_word": True}, ["ferry", "FERRY"], id="whole words only"),
        pytest.param("it's", {}, ["it’s"], id="another apostrophe"),
        pytest.param('"ferry"', {}, ["“ferry”"], id="other quotation marks"),
        pytest.param("ferry - or", {}, ["FERRY — or"], id="another dash"),
        pytest.param("new quality", {}, ["new\u00a0quality"], id="another space"),
        pytest.param("productive forces", {}, ["productive\nforces"], id="over a line end"),
        pytest.param("质生", {}, ["质生"], id="Chinese"),
        pytest.param("(a+b)*", {}, ["(a+b)*"], id="signs are no pattern"),
        pytest.param("  late ", {}, ["late"], id="spaces around"),
        pytest.param("harbour", {}, [], id="not there"),
        pytest.param(r"f\w+n\b", {"is_pattern": True}, ["ferryman"], id="a pattern"),
        pytest.param(r"^\w+", {"is_pattern": True}, ["The", "Straße", "forces"], id="line by line"),
        pytest.param(r"x*", {"is_pattern": True}, [], id="a pattern that matches nothing"),
        pytest.param(
            "ferry|late",
            {"is_pattern": True, "whole_word": True},
            ["ferry", "late", "FERRY"],
            id="a whole-word pattern with a choice",
        ),
    ],
)
def test_what_is_found(words, how, expected):
    assert found(words, **how) == expected


def test_no_more_hits_than_can_be_shown():
    hits = prepare(Query("a")).hits("a" * (MOST_HITS + 5), 1.0)
    assert len(hits) == MOST_HITS


@pytest.mark.parametrize(
    "pattern",
    [
        "(",
        "[",
        "*",
        "(?P<a",
        "a" * (LONGEST + 1),
        "((a{100}){100}){100}",
        "(a{1,300}){300}",
        "(?<=a+)b{99999}",
    ],
)
def test_what_is_no_pattern_says_why(pattern):
    begun = time.monotonic()
    with pytest.raises(PatternError, match=r"\w"):
        prepare(Query(pattern, is_pattern=True))
    assert time.monotonic() - begun < 1


@pytest.mark.parametrize("pattern", ["(a+)+$", "(a|aa)+$"])
def test_a_runaway_pattern_is_stopped(pattern):
    begun = time.monotonic()
    with pytest.raises(TooSlowError):
        prepare(Query(pattern, is_pattern=True)).hits("a" * 30_000 + "!", 0.05)
    assert time.monotonic() - begun < 1


def test_plain_words_are_never_too_slow():
    assert len(prepare(Query("quay")).hits("quay " * 1_000, 1e-9)) == 1_000
