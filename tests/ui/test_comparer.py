"""The articles of a project are compared in the background, a few new ones among many first."""

from dataclasses import replace

import pytest

from workbench.model import (
    AddArticles,
    Article,
    ChangeMetadata,
    Comparison,
    ProjectError,
    ProjectProblem,
)
from workbench.project.project import Project
from workbench.ui import comparer, steps
from workbench.ui.comparer import Comparer
from workbench.ui.steps import Steps
from workbench.ui.tasks import Worker

FERRY = "The ferry left the old pier at six with ninety people on board, the harbour master said."
COUNCIL = "The council voted late on Tuesday to rebuild the northern lighthouse before the winter."
OLD = (
    Article("a1", f"{FERRY} Nobody waved.", "Harbour Post"),
    Article("a2", "A baker in Elin won three prizes for bread with rye and walnuts last week."),
    Article("a3", f"It was raining. {COUNCIL}", "Daily Ledger"),
    Article("a4", f"Late news. {COUNCIL}", "Evening Star"),
)
NEW = Article("a5", f"Reports say: {FERRY} More follows.", "Wire")
PATIENCE = 30_000


@pytest.fixture
def project(tmp_path):
    with Project.create(tmp_path / "story.crossread", AddArticles(OLD)) as made:
        yield made


@pytest.fixture
def made(qapp, monkeypatch):
    """Lend a comparer to which three articles are many, and what it has said."""
    monkeypatch.setattr(comparer, "MANY", 3)
    worker = Worker()
    made = Comparer(worker)
    made.said = []
    made.compared.connect(lambda comparison: made.said.append(ids(comparison)))
    yield made
    made.stop()
    worker.close()


def ids(comparison):
    return [article.id for article in comparison.articles]


def everything(count):
    return lambda comparison: len(comparison.articles) == count


def compare(qtbot, made, project, new=()):
    with qtbot.waitSignal(
        made.compared,
        timeout=PATIENCE,
        check_params_cb=everything(len(project.articles())),
    ):
        made.compare(project, new)


def wait_for_fingerprints(qtbot, project, count):
    qtbot.waitUntil(lambda: len(project.fingerprints()) == count, timeout=PATIENCE)


def test_a_few_new_articles_among_many_are_shown_first_with_what_they_share(made, project, qtbot):
    compare(qtbot, made, project)
    wait_for_fingerprints(qtbot, project, 4)
    project.apply(AddArticles((NEW,)))
    made.said.clear()
    compare(qtbot, made, project, (NEW,))
    assert made.said == [["a1", "a5"], ["a1", "a2", "a3", "a4", "a5"]]
    assert project.cached_comparison(project.options()) is not None
    wait_for_fingerprints(qtbot, project, 5)


def test_without_fingerprints_they_are_made_on_the_way(made, project, qtbot):
    project.apply(AddArticles((NEW,)))
    compare(qtbot, made, project, (NEW,))
    assert made.said == [["a1", "a5"], ["a1", "a2", "a3", "a4", "a5"]]
    assert len(project.fingerprints()) == 5


def test_many_new_articles_are_compared_with_all_at_once(made, project, qtbot, monkeypatch):
    monkeypatch.setattr(comparer, "FEW", 0)
    project.apply(AddArticles((NEW,)))
    compare(qtbot, made, project, (NEW,))
    assert made.said == [["a1", "a2", "a3", "a4", "a5"]]


def test_what_is_kept_is_shown_without_any_work(made, project, qtbot):
    compare(qtbot, made, project)
    qtbot.waitUntil(lambda: project.cached_comparison(project.options()) is not None)
    made.said.clear()
    with qtbot.assertNotEmitted(made.started):
        made.compare(project)
    assert made.said == [["a1", "a2", "a3", "a4"]]


def test_one_article_has_nothing_to_share(made, tmp_path):
    with Project.create(tmp_path / "one.crossread", AddArticles(OLD[:1])) as project:
        shown = []
        made.compared.connect(shown.append)
        made.compare(project)
    assert shown == [Comparison(())]


def test_what_is_asked_for_later_takes_the_place_of_the_earlier(made, project, qtbot):
    made.compare(project)
    project.apply(AddArticles((NEW,)))
    compare(qtbot, made, project)
    assert made.said == [["a1", "a2", "a3", "a4", "a5"]]


def test_a_file_that_cannot_grow_is_told_and_the_comparison_shown(
    made, project, qtbot, monkeypatch
):
    def refuse(*_):
        raise ProjectError("story.crossread", ProjectProblem.FULL)
        yield

    told = []
    made.failed.connect(told.append)
    monkeypatch.setattr(project, "keeping", refuse)
    monkeypatch.setattr(project, "keep_fingerprints", lambda _: next(refuse()))
    project.apply(AddArticles((NEW,)))
    compare(qtbot, made, project, (NEW,))
    qtbot.waitUntil(lambda: len(told) == 2)
    assert {error.problem for error in told} == {ProjectProblem.FULL}
    assert len(made.said) == 2


def test_stopped_work_is_told(made, project, qtbot):
    with qtbot.waitSignal(made.started) as started:
        made.compare(project)
    with qtbot.waitSignal(made.stopped, timeout=PATIENCE):
        started.args[0].cancel()
    assert made.said == []


def test_reading_what_is_kept_is_stopped_as_well(made, project, qtbot, monkeypatch):
    compare(qtbot, made, project)
    qtbot.waitUntil(lambda: project.cached_comparison(project.options()) is not None)
    made.said.clear()
    monkeypatch.setattr(steps, "SLICE", 0)
    made.compare(project)
    compare(qtbot, made, project)
    assert made.said == [["a1", "a2", "a3", "a4"]]


def test_what_is_stored_gives_way_to_what_is_to_be_stored_next(made, qapp, qtbot, monkeypatch):
    def storing(what):
        for _ in range(3):
            yield
        stored.append(what)

    stored = []
    monkeypatch.setattr(steps, "SLICE", 0)
    made._step(Steps(storing("first"), made))
    made._step(Steps(storing("second"), made))
    qtbot.waitUntil(lambda: bool(stored))
    qapp.processEvents()
    assert stored == ["second"]


def test_a_change_that_no_comparison_depends_on_is_not_compared_anew(made, project, qtbot):
    compare(qtbot, made, project)
    made.said.clear()
    project.apply(ChangeMetadata((replace(project.article("a1"), headline="A pier"),)))
    with qtbot.assertNotEmitted(made.started):
        made.follow(project)
    assert made.said == []


@pytest.mark.parametrize("name", ["outlet", "published", "language"])
def test_whatever_a_comparison_depends_on_is_followed(made, project, qtbot, name):
    compare(qtbot, made, project)
    value = {"outlet": "Other Post", "published": "2024-02-20", "language": "en"}[name]
    project.apply(ChangeMetadata((replace(project.article("a1"), **{name: value}),)))
    with qtbot.waitSignal(made.compared, timeout=PATIENCE):
        made.follow(project)


def test_what_was_stopped_is_compared_by_the_next_change(made, project, qtbot):
    made.compare(project)
    made.stop()
    with qtbot.waitSignal(made.compared, timeout=PATIENCE, check_params_cb=everything(4)):
        made.follow(project)
