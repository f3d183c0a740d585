"""Annotations and the steps that change them are named in words that an analyst would say."""

import os
import time
from dataclasses import replace

import pytest

from workbench.model import Annotation, Codebook, Selector, Span, Tag, Target
from workbench.ui.annotation_words import (
    elsewhere,
    made_by,
    moment,
    quoted,
    step_words,
    tip,
)

BOOK = Codebook(tuple(Tag(letter, f"tag {letter}") for letter in "abcd"))


def words(quote):
    return Target((Selector("one", Span(0, len(quote)), quote),))


WORDS = words("the harbour")
BARE = Annotation("x", WORDS)
FULL = replace(BARE, tags=("a", "b"), memo="Why?")


@pytest.fixture
def greenwich(monkeypatch):
    monkeypatch.setenv("TZ", "UTC")
    if hasattr(time, "tzset"):
        time.tzset()
    yield
    monkeypatch.undo()
    if hasattr(time, "tzset"):
        time.tzset()


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        (WORDS, "“the harbour”"),
        (words("one\ntwo"), "“one two”"),
        (words("the old harbour of the island town"), "“the old harbour of the…”"),
        (words("字" * 40), f"“{'字' * 28}…”"),
        (Target(WORDS.selectors * 2), "the passage"),
        (Target(article="one"), "the article"),
        (Target(), "the project"),
    ],
)
def test_what_it_is_about(target, expected):
    assert quoted(target) == expected


@pytest.mark.parametrize(
    ("before", "after", "places", "expected"),
    [
        (None, replace(BARE, tags=("a",)), 1, "tag ‘tag a’ on “the harbour”"),
        (None, FULL, 3, "tag ‘tag a’, ‘tag b’ on 3 passages"),
        (None, replace(BARE, tags=tuple("abcd")), 1, "4 tags on “the harbour”"),
        (None, replace(BARE, memo="Why?"), 1, "memo on “the harbour”"),
        (BARE, replace(BARE, memo="Why?"), 1, "memo on “the harbour”"),
        (FULL, replace(FULL, memo="How?"), 1, "change memo on “the harbour”"),
        (FULL, replace(FULL, tags=("a",)), 1, "take ‘tag b’ off “the harbour”"),
        (FULL, replace(FULL, tags=("a", "c")), 1, "change annotation on “the harbour”"),
        (FULL, replace(FULL, target=words("x")), 1, "change annotation on “x”"),
    ],
)
def test_what_a_step_is_called(before, after, places, expected):
    assert step_words(before, after, BOOK, places) == expected


@pytest.mark.usefixtures("greenwich")
def test_who_made_it_and_when():
    made = replace(BARE, author="Ann", created="2026-11-22T10:30:00+00:00")
    assert made_by(made) == "Ann, 22 Nov 2026, 10:30"
    assert made_by(replace(made, changed=made.created)) == "Ann, 22 Nov 2026, 10:30"
    changed = replace(made, author="", changed="2026-11-22T11:00:59Z")
    assert made_by(changed) == "22 Nov 2026, 10:30 – changed 22 Nov 2026, 11:00"
    assert moment("long ago") == "long ago"


@pytest.mark.skipif(os.name == "nt", reason="the clock's zone cannot be set from here")
def test_times_are_those_of_the_place(monkeypatch):
    monkeypatch.setenv("TZ", "EET-2")
    time.tzset()
    assert moment("2026-12-31T23:30:00+00:00") == "1 Jan 2027, 01:30"
    monkeypatch.undo()
    time.tzset()


def test_what_a_tip_says():
    assert tip(replace(FULL, author="Ann"), BOOK) == "tag a, tag b\nWhy?\nAnn"
    assert tip(replace(BARE, tags=("gone",)), BOOK) == "No tag"
    assert len(tip(replace(BARE, memo="a" * 900), BOOK)) < 250


def test_how_many_articles_have_the_words():
    assert elsewhere(2, 4) == "Also in the other articles: 2 of 4 have these words"
