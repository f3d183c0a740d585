"""Why a variant deserves a look."""

import pytest

from workbench.comparison.flags import flags, spelling
from workbench.model import Flag


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("12.82", "nearly 13", {Flag.NUMBER}),
        ("five", "six", {Flag.NUMBER}),
        ("Monday", "Tuesday", {Flag.DATE}),
        ("March 5", "Tuesday", {Flag.DATE, Flag.NUMBER}),
        ("may", "might", set()),
        ("2024-03-06", "soon", {Flag.DATE, Flag.NUMBER}),
        ("in 1997", "", {Flag.DATE, Flag.NUMBER}),
        ("not", "", {Flag.NEGATION}),
        ("isn't", "is", {Flag.NEGATION}),
        ("said", "claimed", {Flag.CUE}),
        ("erklärte", "sagte", {Flag.CUE}),
        ("former minister", "head", {Flag.ROLE}),
        ("high-tech", "hi-tech", {Flag.SPELLING}),
        ("commerce", "trade", set()),
    ],
)
def test_flags(one, other, expected):
    assert set(flags(one.split(), other.split(), named=False)) == expected
    assert set(flags(other.split(), one.split(), named=False)) == expected


def test_a_name_is_flagged_unless_it_is_only_spelled_in_another_way():
    assert flags(["Nordhaven"], ["Suedhaven"], named=True) == (Flag.NAME,)
    assert flags(["Nord-Haven"], ["Nordhaven"], named=True) == (Flag.SPELLING,)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("modernise", "modernize", True),
        ("colour", "color", True),
        ("north-east", "northeast", True),
        ("per cent", "percent", True),
        ("U.S.", "US", True),
        ("naïve", "naive", True),
        ("programme", "program", True),
        ("centre", "center", True),
        ("million", "billion", False),
        ("12.82", "12.83", False),
        ("modern", "modernised", False),
        ("", "a", False),
    ],
)
def test_spelling(one, other, same):
    assert spelling(one.split(), other.split()) is same
    assert spelling(other.split(), one.split()) is same
