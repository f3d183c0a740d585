"""Fingerprints are kept beside the articles, and go with them."""

import pytest

from workbench.store.articles import add_articles, remove_articles
from workbench.store.fingerprints import keep_fingerprints, read_fingerprints
from workbench.store.verify import findings


@pytest.fixture
def full(file, articles):
    add_articles(file, articles, ["a1", "a2", "a3"])
    return file


def test_they_come_back_in_the_order_of_the_ids(full):
    keep_fingerprints(full, 1, [("a3", b"\0\xff"), ("a1", b"")])
    keep_fingerprints(full, 1, [("a3", b"new")])
    assert read_fingerprints(full, 1) == (("a1", b""), ("a3", b"new"))


def test_those_of_another_engine_count_for_nothing(full):
    keep_fingerprints(full, 1, [("a1", b"old"), ("a2", b"old")])
    keep_fingerprints(full, 2, [("a1", b"new")])
    assert read_fingerprints(full, 2) == (("a1", b"new"),)


def test_they_go_with_their_article(full):
    keep_fingerprints(full, 1, [("a1", b"x"), ("a2", b"y")])
    remove_articles(full, ["a1"])
    assert read_fingerprints(full, 1) == (("a2", b"y"),)
    keep_fingerprints(full, 1, [("a1", b"too late")])
    assert read_fingerprints(full, 1) == (("a2", b"y"),)
    assert list(findings(full)) == []
