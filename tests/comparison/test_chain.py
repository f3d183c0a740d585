"""Runs that follow each other become candidates."""

from workbench.comparison.chain import chains


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
