"""Stems of several languages."""

import pytest

from workbench.text.normalize import fold
from workbench.text.stems import stem


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("emphasized", "emphasizing", "en"),
        ("förderung", "förderungen", "de"),
        ("développé", "développer", "fr-CA"),
        ("barcos", "barco", "es"),
    ],
)
def test_inflected_forms_have_one_stem(one, other, language):
    assert stem(fold(one), language) == stem(fold(other), language)
    assert stem(fold(one), language) != stem("anything", language)


def test_a_language_without_an_algorithm_keeps_its_words():
    assert stem("vodu", "cs") == "vodu"
    assert stem("vodu", "") == "vodu"
