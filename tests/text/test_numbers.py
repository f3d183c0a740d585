"""Which number a word stands for."""

import pytest

from workbench.text.normalize import fold
from workbench.text.numbers import value


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("25", "25"),
        ("25th", "25"),
        ("twenty-five", "25"),
        ("zweiundzwanzig", "22"),
        ("fünfundzwanzig", "25"),
        ("1,000", "1000"),
        ("100.000", "100000"),
        ("12.82", "12.82"),
        ("14:20", "14:20"),
        ("third", "3"),
        ("dixième", "10"),
        ("siete", "7"),
        ("六", "6"),
        ("million", "1000000"),
        ("once", None),
        ("un", None),
        ("harbour", None),
        ("two-thirds", None),
        ("sixty-ten", None),
        ("", None),
    ],
)
def test_value(word, expected):
    assert value(fold(word)) == expected
