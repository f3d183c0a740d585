"""All pairs of an archive, by one process or several."""

import multiprocessing
from dataclasses import replace

import pytest

from workbench.comparison import linking
from workbench.comparison.archive import added, overlaps
from workbench.comparison.compare import compare
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


def test_one_article_added_has_the_pairs_of_a_run_over_everything():
    given = archive(12)
    place = {article.id: index for index, article in enumerate((*given[:-1], given[-1]))}
    whole = [
        (pair.kind, pair.a, pair.b)
        for pair in overlaps(given)
        if given[-1].id in (pair.a.article, pair.b.article)
    ]
    pairs = added(given[-1], given[:-1])
    assert [(pair.kind, pair.a, pair.b) for pair in pairs] == sorted(
        whole, key=lambda pair: (place[pair[1].article], pair[1].span)
    )
    assert [pair.id for pair in pairs] == [f"p{n}" for n in range(1, len(pairs) + 1)]


def test_one_article_added_is_linked_with_every_copy_and_what_others_share_is_not_told():
    copies = [Article(f"c{n}", COPIED.format("Port Elin")) for n in range(5)]
    few = replace(OPTIONS, seed_articles=3)
    assert len(added(Article("new", copies[0].text), copies, few)) == 5
    assert added(Article("new", "Nothing here."), copies) == []


def test_known_boilerplate_of_an_archive_is_left_out_of_what_is_added_unless_it_is_kept():
    footer = "Subscribe to our weekly letter and never miss a tide again"
    old, new = (Article(name, f"Quay{name} is dark. {footer}.") for name in ("x", "y"))
    assert len(added(new, [old])) == 1
    assert added(new, [old], boilerplate=[footer]) == []
    keep = replace(OPTIONS, kept_boilerplate=(footer,))
    assert len(added(new, [old], keep, [footer])) == 1


def test_an_article_is_not_added_twice():
    with pytest.raises(InputError):
        added(Article("x", "a"), [Article("x", "b")])


def test_a_comparison_of_many_articles_is_the_same_on_several_cores(monkeypatch):
    monkeypatch.setattr("workbench.comparison.compare.MANY", 2)
    given = archive(4)
    assert compare(given, jobs=2) == compare(given)
