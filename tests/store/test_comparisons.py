"""A comparison is kept row by row and read back equal."""

import json
from dataclasses import replace

import pytest

from workbench.model import Comparison
from workbench.store.comparisons import KEPT, keep_comparison, read_comparison
from workbench.store.project_file import open_file


def test_a_comparison_comes_back_equal_after_closing(file, path, comparison):
    keep_comparison(file, "key", 1, "{}", comparison)
    file.close()
    again = open_file(path)
    assert read_comparison(again, "key", comparison.articles) == comparison
    assert read_comparison(again, "another", comparison.articles) is None
    again.close()


def test_the_same_key_holds_the_latest(file, comparison):
    keep_comparison(file, "key", 1, "{}", comparison)
    fewer = replace(comparison, clusters=(), wording=())
    keep_comparison(file, "key", 1, "{}", fewer)
    assert read_comparison(file, "key", comparison.articles) == fewer


def test_only_the_latest_comparisons_stay(file, comparison):
    for number in range(KEPT + 2):
        keep_comparison(file, str(number), 1, "{}", comparison)
    kept = [n for n in range(KEPT + 2) if read_comparison(file, str(n), ()) is not None]
    assert kept == list(range(2, KEPT + 2))
    with file.reading() as connection:
        assert connection.execute("SELECT count(*) FROM variants").fetchone() == (KEPT,)


def test_the_rows_can_be_read_without_this_program(file, comparison):
    keep_comparison(file, "key", 7, '{"gap": 2}', comparison)
    with file.reading() as connection:
        assert connection.execute("SELECT engine, options FROM comparisons").fetchall() == [
            (7, '{"gap": 2}')
        ]
        a_text, b_text, flags = connection.execute(
            "SELECT a_text, b_text, flags FROM variants"
        ).fetchone()
    assert (a_text, b_text, json.loads(flags)) == ("six", "seven", ["number", "cue verb"])


def test_rows_that_another_program_has_spoilt_are_a_value_error(file, comparison):
    keep_comparison(file, "key", 1, "{}", comparison)
    with file.writing() as connection:
        connection.execute("UPDATE variants SET kind = 'whim'")
    with pytest.raises(ValueError, match="whim"):
        read_comparison(file, "key", comparison.articles)


def test_a_comparison_that_found_nothing_is_kept_too(file, articles):
    keep_comparison(file, "key", 1, "{}", Comparison(articles))
    assert read_comparison(file, "key", articles) == Comparison(articles)
