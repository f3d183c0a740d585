"""Which words of a reworded passage stand for which."""

import pytest

from workbench.comparison.correspond import correspond


@pytest.fixture
def shown(sides):
    """Return a function that lays two texts side by side, "=" between what differs."""

    def show(one, other):
        first, second = sides(one, other)
        found = correspond(first, second)
        steps = []
        for step in found.steps:
            here = first.surface(first.span(step.a, step.a_end)) if step.a < step.a_end else ""
            there = second.surface(second.span(step.b, step.b_end)) if step.b < step.b_end else ""
            steps.append(here if step.equal else f"{here} = {there}".strip())
        return steps, [first.surface(first.span(step.a, step.a_end)) for step in found.moved]

    return show


def test_words_stand_for_each_other_between_equal_ones(shown):
    assert shown("Wei predicted ten piers", "Wei forecast ten piers") == (
        ["Wei", "predicted = forecast", "ten piers"],
        [],
    )


def test_a_phrase_stands_for_a_word(shown):
    steps, _ = shown("The price turned out high today", "The price was high today")
    assert steps == ["The price", "turned out = was", "high today"]


def test_words_of_one_side_are_one_step(shown):
    steps, _ = shown("ten piers in the old harbour opened", "ten piers opened")
    assert steps == ["ten piers", "in the old harbour =", "opened"]
    steps, _ = shown("ten piers opened", "ten piers in the old harbour opened")
    assert steps == ["ten piers", "= in the old harbour", "opened"]


def test_words_that_moved_are_an_omission_and_an_addition(shown):
    steps, moved = shown(
        "On Monday the minister opened ten new piers", "The minister opened ten piers on Monday"
    )
    assert moved == ["On Monday"]
    assert steps == [
        "On Monday =", "the minister opened ten", "new =", "piers", "= on Monday",
    ]  # fmt: skip


def test_moved_words_are_apart_from_words_that_are_only_missing(shown):
    steps, _ = shown(
        "Yesterday on Monday the minister opened ten piers",
        "The minister opened ten piers on Monday",
    )
    assert steps[:3] == ["Yesterday =", "on Monday =", "the minister opened ten piers"]


def test_neighbours_that_differ_are_places_of_their_own(shown):
    steps, _ = shown("ten big harbours opened", "ten large harbors opened")
    assert steps == ["ten", "big = large", "harbours = harbors", "opened"]


def test_the_steps_cover_all_words_in_order(sides):
    first, second = sides(
        "Compared with traditional tools, the new ones are cleaner and safer for all",
        "The new tools are cleaner as opposed to classic ones, and for all of us safer",
    )
    a = b = 0
    for step in correspond(first, second).steps:
        assert (step.a, step.b) == (a, b)
        a, b = step.a_end, step.b_end
    assert (a, b) == (len(first.words), len(second.words))
