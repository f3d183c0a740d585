"""All pairs of an archive, by one process or several."""

import multiprocessing

import pytest

from workbench.comparison import linking
from workbench.comparison.archive import overlaps
from workbench.comparison.options import CompareOptions
from workbench.model import Article, Cancelled, InputError

OPTIONS = CompareOptions()
COPIED = "Herring boats returned to {} after two stormy weeks without sight of the lighthouse."


def archive(size):
    """Make articles of which every two neighbours share a sentence of their own."""
    return [
        Article(
            f"n{number}",
            " ".join(COPIED.format(f"port{k} quay{k} bay{k}") for k in (number, number + 1)),
        )
        for number in range(size)
    ]


def shown(pairs):
    return [(pair.id, pair.kind, pair.a, pair.b, pair.variants) for pair in pairs]


def test_every_pair_is_found_and_numbered():
    pairs = list(overlaps(archive(5)))
    assert {(pair.a.article, pair.b.article) for pair in pairs} >= {
        (f"n{number}", f"n{number + 1}") for number in range(4)
    }
    assert [pair.id for pair in pairs] == [f"p{number}" for number in range(1, len(pairs) + 1)]


def test_several_processes_give_the_same_and_leave_nothing_behind(monkeypatch):
    monkeypatch.setattr(linking, "PORTION", 2)
    alone = shown(overlaps(archive(30)))
    assert shown(overlaps(archive(30), OPTIONS, 2)) == alone
    assert multiprocessing.active_children() == []


def test_abandoned_work_ends(monkeypatch):
    monkeypatch.setattr(linking, "PORTION", 1)
    running = overlaps(archive(30), OPTIONS, 2)
    next(running)
    running.close()
    assert multiprocessing.active_children() == []


def test_cancelled_work_ends(monkeypatch):
    monkeypatch.setattr(linking, "PORTION", 1)

    def stop(done, total):
        if done > total * 0.8:
            raise Cancelled

    with pytest.raises(Cancelled):
        list(overlaps(archive(30), OPTIONS, 2, stop))
    assert multiprocessing.active_children() == []


def test_the_order_of_the_articles_decides_only_which_passage_comes_first():
    given = archive(6)
    usual = list(overlaps(given))
    turned = list(overlaps(reversed(given)))
    assert [(pair.b, pair.a, pair.similarity) for pair in turned] == [
        (pair.a, pair.b, pair.similarity) for pair in usual
    ]


def test_two_articles_with_one_id_are_refused():
    with pytest.raises(InputError):
        list(overlaps([Article("x", "a"), Article("x", "b")]))
