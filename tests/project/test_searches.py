"""Searches that have a name are kept with the project."""

import pytest

from workbench.model import SetSetting
from workbench.project.searches import (
    SEARCHES,
    delete_search,
    rename_search,
    save_search,
    saved_searches,
)

TWO = {"Ferry": "ferry -pier", "Старое": '"新质"'}


def kept(edit):
    """Return what is saved after an edit."""
    assert edit.key == SEARCHES
    return saved_searches({SEARCHES: edit.value or ""}.__getitem__)


def test_a_search_is_saved_under_its_name():
    assert kept(save_search({}, "Ferry", "ferry")) == {"Ferry": "ferry"}
    assert kept(save_search(TWO, "Ferry", "boat")) == {**TWO, "Ferry": "boat"}
    assert list(kept(save_search({"b": "x"}, "a", "y"))) == ["a", "b"]


def test_a_search_is_renamed():
    assert kept(rename_search(TWO, "Ferry", "Boat")) == {
        "Boat": "ferry -pier",
        "Старое": '"新质"',
    }
    assert kept(rename_search(TWO, "Ferry", "Ferry")) == TWO


def test_a_search_is_forgotten():
    assert kept(delete_search(TWO, "Ferry")) == {"Старое": '"新质"'}
    assert delete_search({"Ferry": "x"}, "Ferry") == SetSetting(SEARCHES, None)


@pytest.mark.parametrize("value", ["", "no JSON", "[]", "3", '{"a": 1}'])
def test_what_is_not_ours_counts_as_nothing(value):
    assert saved_searches(lambda _: value) == {}
