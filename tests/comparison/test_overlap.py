"""Runs of the same words in any two articles."""

from dataclasses import replace

import numpy as np
import pytest

from workbench.comparison import overlap as module
from workbench.comparison import seeds as seeding
from workbench.comparison.corpus import read_words
from workbench.comparison.grouping import grouped
from workbench.comparison.options import CompareOptions
from workbench.comparison.overlap import find_runs
from workbench.comparison.seeds import paired, shared_seeds
from workbench.model import Article, silent

OPTIONS = CompareOptions()


def seeds(corpus, options):
    kept = np.zeros(len(corpus.hashes) + 1, bool)
    return paired(corpus, shared_seeds(corpus, options), kept, options)


def runs(*texts, options=OPTIONS):
    corpus = read_words([Article(str(n), text) for n, text in enumerate(texts)], silent)
    found = find_runs(corpus, seeds(corpus, options), options)
    first = corpus.first.tolist()
    return [
        (pair // len(texts), a - first[pair // len(texts)], pair % len(texts),
         b - first[pair % len(texts)], length)
        for a, b, length, pair in zip(
            found.a.tolist(), found.b.tolist(), found.length.tolist(), found.pair.tolist(),
            strict=True,
        )
    ]  # fmt: skip


def test_a_run_is_as_long_as_the_words_are_equal():
    assert runs("x one two three four five y", "one two THREE four, five z") == [(0, 1, 1, 0, 5)]


def test_a_run_needs_as_many_words_as_a_seed():
    assert runs("one two three x", "one two three y") == []
    shorter = replace(OPTIONS, seed_words=3)
    assert runs("one two three x", "one two three y", options=shorter) == [(0, 0, 1, 0, 3)]


def test_runs_do_not_reach_over_the_end_of_an_article():
    assert runs("a b one two", "three four", "one two three four") == []


def test_all_pairs_of_articles_are_found_at_once():
    text = "one two three four five"
    assert [(a, b) for a, _, b, _, _ in runs(text, "", text, text)] == [(0, 2), (0, 3), (2, 3)]


def test_what_only_one_article_repeats_is_no_run():
    assert runs("one two three four one two three four", "five six seven") == []


def test_what_too_many_articles_have_is_boilerplate():
    few = replace(OPTIONS, seed_articles=3)
    text = "one two three four"
    assert len(runs(*[text] * 3, options=few)) == 3
    assert runs(*[text] * 4, options=few) == []


def test_an_article_that_repeats_itself_is_bounded():
    once = replace(OPTIONS, seed_repeats=2)
    repeated = "one two three four " * 30
    assert len(runs(repeated, repeated, options=once)) < 40
    assert runs(repeated, "one two three four", options=once)[0] == (0, 0, 1, 0, 4)


def test_small_portions_give_the_same(monkeypatch):
    texts = [f"x{n} one two three four five six y{n} seven eight nine ten z" for n in range(6)]
    whole = runs(*texts)
    monkeypatch.setattr(module, "EXPANDED", 3)
    assert runs(*texts) == whole
    assert len(whole) == 30


@pytest.mark.parametrize("text", ["", "one two three"])
def test_too_little_to_share(text):
    assert runs(text, text) == []


def test_seeds_whose_cut_hashes_meet_by_chance_are_told_apart(monkeypatch):
    def careless(keys, places, limit):
        return grouped(keys * 0, places, limit)

    monkeypatch.setattr(seeding, "grouped", careless)
    assert runs("one two three four", "five six seven eight") == []
    assert runs("one two three four", "one two three four") == [(0, 0, 1, 0, 4)]


def test_runs_go_on_where_a_text_repeats_itself_beyond_what_is_paired():
    once = replace(OPTIONS, seed_repeats=2)
    repeated = "one two three four " * 30
    found = runs(f"start {repeated}end", f"begin {repeated}stop", options=once)
    assert found == [(0, 1, 1, 1, 120)]
    shorter = runs(repeated, f"zero {repeated}", options=once)
    assert shorter[0] == (0, 0, 1, 1, 120)


def test_a_run_goes_on_no_further_than_the_words_are_equal():
    once = replace(OPTIONS, seed_repeats=2)
    found = runs("a b c d " * 9 + "e f g h", "a b c d " * 7 + "e f g i", options=once)
    assert max(found, key=lambda run: run[-1]) == (0, 0, 1, 0, 28)
