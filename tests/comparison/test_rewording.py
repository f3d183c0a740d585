"""What two sentences share, and the stretches that share it."""

from dataclasses import replace

from workbench.comparison.options import CompareOptions
from workbench.comparison.rewording import Evidence

OPTIONS = CompareOptions()
STEMS = [0, 1, 2, 3, 4, 9, 9, 9, 5, 3, 2, 1, 6]
WEIGHTS = [3.0, 4.0, 4.0, 4.0, 3.0, 3.0, 3.0, 0, 0, 4.0]
FIRST, SECOND = (0, 5), (8, 13)


def evidence(against=WEIGHTS):
    return Evidence(STEMS, WEIGHTS, against, bytearray(len(STEMS)))


def test_sentences_share_stems_in_any_order():
    shared = evidence().shared(FIRST, SECOND, OPTIONS.reworded_cost)
    assert (shared.stems, shared.evidence) == (3, 12.0)
    assert shared.similarity == 24 / 36
    assert shared.density == 1
    assert (shared.a, shared.b) == ((1, 4), (9, 12))


def test_a_stretch_costs_nothing_where_words_cost_nothing():
    shared = evidence().shared(FIRST, SECOND, replace(OPTIONS, reworded_cost=10.0).reworded_cost)
    assert shared.a == (1, 4)
    assert evidence().similarity(FIRST, SECOND) == 24 / 36
    assert evidence().counts((5, 8)) == {9: 3}


def test_taken_words_are_left_out():
    known = evidence()
    known.taken[2:3] = b"\x01"
    shared = known.shared(FIRST, SECOND, OPTIONS.reworded_cost)
    assert shared.evidence == 4.0
    assert shared.a in {(1, 2), (3, 4)}
    known.taken[0:5] = b"\x01" * 5
    assert known.shared(FIRST, SECOND, OPTIONS.reworded_cost) is None
    assert known.bound(FIRST, SECOND) == 12.0


def test_what_only_one_has_may_count_more():
    heavier = [*WEIGHTS[:6], 9.0, *WEIGHTS[7:]]
    assert (
        evidence(heavier).shared(FIRST, SECOND, OPTIONS.reworded_cost).similarity
        < evidence().shared(FIRST, SECOND, OPTIONS.reworded_cost).similarity
    )


def test_words_in_a_row_are_told_from_words_here_and_there():
    scattered = evidence().shared(FIRST, SECOND, OPTIONS.reworded_cost)
    assert evidence().outside_run(scattered) == 8.0
    row = Evidence([1, 2, 3, 1, 2, 3], WEIGHTS, WEIGHTS, bytearray(6))
    assert row.outside_run(row.shared((0, 3), (3, 6), OPTIONS.reworded_cost)) == 0
    assert row.in_order((0, 3), (3, 6)) == 3
