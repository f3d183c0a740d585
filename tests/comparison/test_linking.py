"""The stages in turn, up to the pairs of every two articles."""

from workbench.comparison.linking import solve, tasks
from workbench.comparison.options import CompareOptions
from workbench.model import Article, silent

OPTIONS = CompareOptions()
COPIED = "Herring boats returned after two stormy weeks without sight of the lighthouse."


def work(*texts):
    return list(tasks([Article(str(n), text) for n, text in enumerate(texts)], OPTIONS, silent))


def test_articles_that_share_a_passage_are_a_task():
    (task,) = work(f"So. {COPIED}", "Nothing here.", f"{COPIED} And then.")
    assert task.articles == ("0", "2")
    (pair,) = solve(task, OPTIONS)
    assert (pair.a.article, pair.b.article) == ("0", "2")


def test_what_shares_a_seed_but_could_never_be_enough_is_no_task():
    assert work("xx of the herring at yy zz", "vv of the herring at uu") == []
