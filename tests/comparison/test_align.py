"""Two extracts word by word."""

from workbench.comparison.align import align, merged
from workbench.comparison.align import differing as apart
from workbench.comparison.align import equal as same


def shown(steps, first, second):
    """Return equal words as a string, differing ones as a pair of strings."""
    result = []
    for step in steps:
        a = first.surface(first.span(step.a, step.a_end)) if step.a < step.a_end else ""
        b = second.surface(second.span(step.b, step.b_end)) if step.b < step.b_end else ""
        result.append(a if step.equal else (a, b))
    return result


def aligned(sides, one, other, runs=()):
    first, second = sides(one, other)
    return shown(align(first, second, runs), first, second)


def test_equal_and_differing_words(sides):
    assert aligned(sides, "the herring fleet left early", "the cod fleet left too early") == [
        "the", ("herring", "cod"), "fleet left", ("", "too"), "early",
    ]  # fmt: skip


def test_runs_are_taken_as_they_are_and_overlap_is_cut(sides):
    text = "a b c d e f g"
    assert aligned(sides, text, text, [(0, 0, 4), (2, 2, 3), (3, 3, 1)]) == [text]


def test_nothing_in_common(sides):
    assert aligned(sides, "herring fleet", "cod") == [("herring fleet", "cod")]


def test_a_shared_function_word_does_not_tear_a_substitution(sides):
    assert aligned(sides, "minister of commerce spoke", "head of trade spoke") == [
        ("minister of commerce", "head of trade"), "spoke",
    ]  # fmt: skip


def test_a_shared_word_with_a_meaning_stays(sides):
    assert aligned(sides, "big harbour plans today", "small harbour works today") == [
        ("big", "small"), "harbour", ("plans", "works"), "today",
    ]  # fmt: skip


def test_an_omission_and_a_substitution_are_not_joined(sides):
    assert aligned(sides, "big the herring left", "the cod left") == [
        ("big", ""), "the", ("herring", "cod"), "left",
    ]  # fmt: skip


def test_a_difference_of_one_side_begins_where_a_clause_does(sides):
    one = "she said the fleet left, the mayor said the fleet stayed"
    other = "she said the fleet stayed"
    assert ("", "") not in aligned(sides, one, other)
    first = "the quay was old, and wide, and it was grey"
    assert aligned(sides, first, "the quay was old, and it was grey") == [
        "the quay was old", ("and wide", ""), "and it was grey",
    ]  # fmt: skip


def test_neighbours_of_one_sort_are_merged_and_empty_steps_left_out():
    steps = [same(0, 1, 0, 1), same(1, 3, 1, 3), apart(3, 3, 3, 3), apart(3, 4, 3, 3)]
    assert merged([*steps, apart(4, 4, 3, 5)]) == [same(0, 3, 0, 3), apart(3, 4, 3, 5)]
