import math

import pytest

from workbench.comparison.likelihood import are_apart, is_telling, log_likelihood


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ([], 0.0),
        ([[]], 0.0),
        ([[0, 0], [0, 0]], 0.0),
        ([[3, 4]], 0.0),
        ([[2, 4], [3, 6]], 0.0),
        ([[5, 0], [0, 5]], 20 * math.log(2)),
        # Dunning 1993, table 2: the bigram "the swiss" in its corpus
        ([[110, 2442], [111, 29114]], 270.72),
    ],
)
def test_log_likelihood(table, expected):
    assert log_likelihood(table) == pytest.approx(expected, abs=0.01)


def test_nothing_is_never_below_zero():
    assert str(log_likelihood([[1, 2], [10, 20], [100, 200]])) == "0.0"


@pytest.mark.parametrize(
    ("table", "telling"),
    [
        ([[3, 0], [0, 3]], True),
        ([[1, 0], [0, 1]], False),
        ([[3, 3], [3, 3]], False),
        ([[4, 0], [3, 0]], False),
        ([[4, 4], [0, 0]], False),
        ([[1, 1, 0, 3, 0], [2, 2, 3, 0, 4]], True),
        ([[1, 0, 0, 0, 0], [0, 1, 1, 1, 1]], False),
        ([], False),
    ],
)
def test_only_what_is_beyond_chance_tells(table, telling):
    assert is_telling(table) is telling


@pytest.mark.parametrize(
    ("table", "apart"),
    [
        ([[1, 1, 0, 0], [0, 0, 1, 1]], True),
        ([[9, 0], [1, 10]], True),
        ([[3, 0], [1, 4]], False),
        ([[1, 1], [1, 1]], False),
        ([[0], [0]], False),
        ([], False),
    ],
)
def test_rows_keep_apart_where_columns_do_not_mix_them(table, apart):
    assert are_apart(table) is apart
