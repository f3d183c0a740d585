"""Runs that follow each other become candidates."""

from dataclasses import replace

import numpy as np

from workbench.comparison.chain import candidates, chains, promising
from workbench.comparison.corpus import read_words
from workbench.comparison.options import CompareOptions
from workbench.comparison.overlap import find_runs
from workbench.comparison.seeds import paired, shared_seeds
from workbench.comparison.weight import weigh
from workbench.model import Article, silent

OPTIONS = CompareOptions()


def candidate_runs(*texts, options=OPTIONS):
    corpus = read_words([Article(str(n), text) for n, text in enumerate(texts)], silent)
    values = weigh(corpus).values
    kept = np.zeros(len(corpus.hashes) + 1, bool)
    seeds = paired(corpus, shared_seeds(corpus, options), kept, options)
    runs, promise = promising(corpus, find_runs(corpus, seeds, options), values, options)
    found = list(candidates(runs, promise, len(texts), options))
    return [[candidate.articles for candidate in group] for group in found]


def test_the_candidates_of_two_articles_come_together():
    first, second = "old herring nets hang here", "grey gulls watch them dry"
    filler = " ".join(f"word{n}" for n in range(40))
    texts = f"{first} {filler} {second}", f"{second} and {first}", f"so {first}"
    assert candidate_runs(*texts) == [[(0, 1), (0, 1)], [(0, 2)], [(1, 2)]]


def test_runs_that_weigh_too_little_are_no_candidates():
    assert candidate_runs("it was to be the one", "so it was to be by then") == []


def test_light_runs_that_do_not_follow_each_other_are_no_candidates_either():
    heavier = replace(OPTIONS, seed_evidence=2.0)
    one, other = (
        "to the herring and so xx yy in the harbour and on",
        "in the harbour and on zz to the herring and so",
    )
    assert candidate_runs(one, other, options=heavier) == []
    assert candidate_runs(one, other) != []


def test_words_that_both_quote_are_candidates_whatever_they_weigh():
    assert candidate_runs("he “will be with us” he", "she “will be with us” she") == [[(0, 1)]]
    assert candidate_runs("he “will be with us” he", "she will be with us she") == []


def test_runs_in_the_same_order_with_small_gaps_are_one_chain():
    assert chains([(0, 100, 5), (8, 107, 6), (20, 118, 4)], gap=10) == [
        ((0, 100, 5), (8, 107, 6), (20, 118, 4))
    ]


def test_a_wide_gap_in_either_article_parts_them():
    assert len(chains([(0, 100, 5), (40, 107, 6)], gap=10)) == 2
    assert len(chains([(0, 100, 5), (8, 140, 6)], gap=10)) == 2


def test_runs_out_of_order_are_not_one_chain():
    assert len(chains([(0, 107, 5), (8, 100, 6)], gap=10)) == 2


def test_overlapping_runs_are_linked_unless_one_covers_the_other():
    assert len(chains([(0, 100, 6), (4, 103, 6)], gap=10)) == 1
    assert len(chains([(0, 100, 9), (1, 102, 5)], gap=10)) == 2


def test_every_run_is_in_one_chain_and_the_weightiest_is_taken_first():
    runs = [(0, 100, 5), (1, 300, 4), (8, 107, 6), (9, 308, 4), (16, 115, 5)]
    found = chains(runs, gap=10)
    assert sorted(run for chain in found for run in chain) == runs
    assert ((0, 100, 5), (8, 107, 6), (16, 115, 5)) in found


def test_a_run_that_two_chains_would_use_goes_to_one():
    found = chains([(0, 100, 9), (12, 112, 9), (13, 111, 4)], gap=10)
    assert ((0, 100, 9), (12, 112, 9)) in found
    assert ((13, 111, 4),) in found
