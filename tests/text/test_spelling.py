"""Two spellings of the same words, and words that only look so."""

import pytest

from workbench.text.spelling import same


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("modernise", "modernize", True),
        ("Behaviours", "behaviors", True),
        ("travelling", "traveling", True),
        ("filling", "filing", False),
        ("per cent", "percent", True),
        ("the U.S. programme", "the US program", True),
        ("it's", "it is", True),
        ("she's", "she is", True),
        ("cannot", "can not", True),
        ("Müller", "Mueller", True),
        ("25 centres", "twenty-five centers", True),
        ("12.82", "1282", False),
        ("12.82", "12.83", False),
        ("covid-19", "covid19", True),
        ("10-15", "1015", False),
        ("million", "billion", False),
        ("goverment", "government", True),
        ("prescription", "proscription", False),
        ("interests", "interest", False),
        ("modern", "modernised", False),
        ("big harbour", "large harbor", False),
        ("harbour", "the harbor", False),
        ("", "a", False),
    ],
)
def test_same(one, other, expected):
    assert same(one.split(), other.split()) is expected
    assert same(other.split(), one.split()) is expected
