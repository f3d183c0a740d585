"""How far strings are from each other."""

import pytest

from workbench.text.distance import distance, distances, likeness


@pytest.mark.parametrize(
    ("first", "second", "apart"),
    [
        ("", "", 0),
        ("", "abc", 3),
        ("abc", "", 3),
        ("abc", "abc", 0),
        ("kitten", "sitting", 3),
        ("harbour", "harbor", 1),
        ("teh", "the", 2),
        ("港口重新开放", "港口今天开放", 2),
        ("x" * 300, "x" * 150 + "y" + "x" * 150, 1),
    ],
)
def test_distance(first, second, apart):
    assert distance(first, second) == distance(second, first) == apart


def test_likeness():
    assert likeness("", "") == likeness("pier", "pier") == 1
    assert likeness("pier", "") == likeness("abcd", "wxyz") == 0
    assert likeness("pier", "peer") == 0.75


def test_a_pattern_is_found_anywhere():
    text = "the harbor master said"
    found = distances("harbour", text, anywhere=True)
    assert len(found) == len(text) + 1
    assert min(found) == found[text.index("harbor") + 6] == 1
    assert distances("", "ab", anywhere=True) == [0, 0, 0]
