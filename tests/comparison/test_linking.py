"""The stages in turn, up to the pairs of every two articles."""

from workbench.comparison import linking
from workbench.comparison.linking import portions, solve, solved, survey, tasks
from workbench.comparison.options import CompareOptions
from workbench.model import Article

OPTIONS = CompareOptions()
COPIED = "Herring boats returned after two stormy weeks without sight of the lighthouse."


def ground(*texts):
    return survey([Article(str(n), text) for n, text in enumerate(texts)], OPTIONS)


def work(*texts):
    return list(tasks(ground(*texts), OPTIONS))


def test_articles_that_share_a_passage_are_a_task():
    (task,) = work(f"So. {COPIED}", "Nothing here.", f"{COPIED} And then.")
    assert task.articles == ("0", "2")
    (pair,) = solve(task, OPTIONS)
    assert (pair.a.article, pair.b.article) == ("0", "2")


def test_what_shares_a_seed_but_could_never_be_enough_is_no_task():
    assert work("xx of the herring at yy zz", "vv of the herring at uu") == []


def test_portions_hold_every_task_in_order(monkeypatch):
    texts = [f"So. {COPIED}", f"{COPIED} And then.", f"Well. {COPIED}"]
    monkeypatch.setattr(linking, "PORTION", 30)
    cut = list(portions(work(*texts)))
    assert [len(portion) for portion in cut] == [2, 1]
    assert [task for portion in cut for task in portion] == work(*texts)
    one_by_one = [pair for task in work(*texts) for pair in solve(task, OPTIONS)]
    assert [pair for pairs in solved(ground(*texts), OPTIONS) for pair in pairs] == one_by_one
