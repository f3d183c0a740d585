"""A comparison is kept row by row and read back equal."""

import json
from dataclasses import replace

import pytest

from workbench.model import Comparison
from workbench.store import comparisons
from workbench.store.articles import write_setting
from workbench.store.comparisons import KEPT, keep_comparison
from workbench.store.project_file import open_file
from workbench.store.verify import count_rows


def read(file, key, articles):
    steps = comparisons.read_comparison(file, key, articles)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value


def keep(file, key, comparison, engine=1, options="{}"):
    for _ in keep_comparison(file, key, engine, options, comparison):
        pass


def test_a_comparison_comes_back_equal_after_closing(file, path, comparison):
    keep(file, "key", comparison)
    file.close()
    again = open_file(path)
    assert read(again, "key", comparison.articles) == comparison
    assert read(again, "another", comparison.articles) is None
    again.close()


def test_the_same_key_holds_the_latest(file, comparison):
    keep(file, "key", comparison)
    fewer = replace(comparison, clusters=(), wording=())
    keep(file, "key", fewer)
    assert read(file, "key", comparison.articles) == fewer


def test_only_the_latest_comparisons_stay(file, comparison):
    for number in range(KEPT + 2):
        keep(file, str(number), comparison)
    kept = [n for n in range(KEPT + 2) if read(file, str(n), ()) is not None]
    assert kept == list(range(2, KEPT + 2))
    with file.reading() as connection:
        assert connection.execute("SELECT count(*) FROM variants").fetchone() == (KEPT,)


def test_a_large_comparison_is_kept_in_portions(file, comparison, monkeypatch):
    monkeypatch.setattr(comparisons, "PORTION", 1)
    keep(file, "key", comparison)
    assert read(file, "key", comparison.articles) == comparison


def test_until_the_last_portion_nobody_reads_it_and_others_may_write(file, comparison):
    steps = keep_comparison(file, "key", 1, "{}", comparison)
    for _ in steps:
        assert read(file, "key", comparison.articles) is None
        write_setting(file, "story", "Ferry")
    assert read(file, "key", comparison.articles) == comparison


def test_what_was_abandoned_goes_with_the_next(file, comparison, monkeypatch):
    monkeypatch.setattr(comparisons, "PORTION", 1)
    steps = keep_comparison(file, "key", 1, "{}", comparison)
    for _ in range(4):
        next(steps)
    assert count_rows(file, "comparisons") == 1
    keep(file, "another", comparison)
    assert count_rows(file, "comparisons") == 1
    assert count_rows(file, "pairs") == 2


def test_the_rows_can_be_read_without_this_program(file, comparison):
    keep(file, "key", comparison, 7, '{"gap": 2}')
    with file.reading() as connection:
        assert connection.execute("SELECT engine, options FROM comparisons").fetchall() == [
            (7, '{"gap": 2}')
        ]
        a_text, b_text, flags = connection.execute(
            "SELECT a_text, b_text, flags FROM variants"
        ).fetchone()
    assert (a_text, b_text, json.loads(flags)) == ("six", "seven", ["number", "cue verb"])


def test_rows_that_another_program_has_spoilt_are_a_value_error(file, comparison):
    keep(file, "key", comparison)
    with file.writing() as connection:
        connection.execute("UPDATE variants SET kind = 'whim'")
    with pytest.raises(ValueError, match="whim"):
        read(file, "key", comparison.articles)


def test_a_comparison_that_found_nothing_is_kept_too(file, articles):
    keep(file, "key", Comparison(articles))
    assert read(file, "key", articles) == Comparison(articles)
