"""A few letters find a command: word beginnings count most, then letters in a row."""

import pytest

from workbench.ui.matching import fit


@pytest.mark.parametrize(
    ("typed", "better", "worse"),
    [
        ("np", "Next passage", "Unpin"),
        ("pas", "Next passage", "The productive and the simple"),
        ("find", "Find next", "A fish in a new dock"),
        ("dark", "Dark colours", "Drag a pane and keep it"),
        ("ex", "Export", "Next"),
        ("quit", "Quit", "Quit all of the many things that were begun here"),
        ("N P", "Next passage", "Open project"),
        ("aa", "A animal", "banana"),
    ],
)
def test_the_better_fit(typed, better, worse):
    assert fit(typed, better) > (fit(typed, worse) if fit(typed, worse) is not None else -99)


@pytest.mark.parametrize("words", ["", "bca", "ab", "cab"])
def test_letters_that_are_not_there_in_their_order_do_not_fit(words):
    assert fit("abc", words) is None


def test_nothing_typed_fits_everything():
    assert fit("", "Quit") == fit(" ", "Exit") == 0


def test_the_best_way_to_find_the_letters_counts():
    assert fit("pa", "spat, Paste") == fit("pa", "sxxt, Paste")
