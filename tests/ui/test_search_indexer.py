"""The index is filled little by little, and the search says how far it is."""

import pytest

from workbench.model import AddArticles, Article, ProjectError, ProjectProblem
from workbench.project.project import Project
from workbench.project.search_index import LONGEST
from workbench.project.searching import Order
from workbench.ui.search_asking import SearchAsking
from workbench.ui.search_indexer import SearchIndexer
from workbench.ui.session import Session
from workbench.ui.tasks import Worker

LONG = tuple(Article(f"a{n}", "ferry " * (LONGEST // 3)) for n in range(6))


@pytest.fixture
def session(qapp, tmp_path):
    worker = Worker()
    made = Session(Project.create(tmp_path / "story.crossread", AddArticles(LONG)), worker)
    yield made
    made.close()
    worker.close()


@pytest.fixture
def indexer(session):
    return SearchIndexer(session)


@pytest.fixture
def asking(session):
    return SearchAsking(session)


def ask(asking, qtbot, query):
    with qtbot.waitSignal(asking.found):
        asking.ask(query, Order.RELEVANCE, is_typing=False)
    return asking.result


def test_it_begins_with_a_project_and_tells_when_it_is_done(session, indexer, asking, qtbot):
    assert asking.indexed == (0, len(LONG))
    session.project_changed.emit()
    assert indexer.is_busy
    with qtbot.waitSignal(indexer.advanced, check_params_cb=lambda: not indexer.is_busy):
        pass
    assert asking.indexed == (len(LONG), len(LONG))
    assert len(ask(asking, qtbot, "ferry").articles) == len(LONG)


def test_what_is_left_for_later_is_found_by_then(session, indexer, asking, qtbot):
    session.project_changed.emit()
    qtbot.waitUntil(lambda: asking.indexed[0] > 0)
    indexer.stop()
    ready, total = asking.indexed
    assert (0 < ready < total, indexer.is_busy) == (True, False)
    assert len(ask(asking, qtbot, "ferry").articles) == ready
    indexer.want()
    assert not indexer.is_busy  # it may be written: what changes it begins anew
    session.articles_changed.emit()
    qtbot.waitUntil(lambda: asking.indexed == (total, total))


def test_a_project_that_is_only_read_waits_until_it_is_asked(session, indexer, asking, qtbot):
    reader = Project.open(session.project.path)
    writer, session.project = session.project, reader
    with qtbot.waitSignal(indexer.advanced, raising=False, timeout=600) as told:
        session.project_changed.emit()
    assert not told.signal_triggered
    indexer.want()
    indexer.want()
    qtbot.waitUntil(lambda: asking.indexed == (len(LONG), len(LONG)), timeout=10_000)
    writer.close()


def test_a_fault_of_the_file_is_told_once(session, indexer, qtbot, monkeypatch):
    full = ProjectError("story", ProjectProblem.FULL)

    def fail():
        raise full
        yield

    monkeypatch.setattr(session.project.index, "filling", fail)
    with qtbot.waitSignal(session.failed) as told:
        session.project_changed.emit()
    assert (told.args, indexer.is_busy) == ([full], False)


def test_a_search_that_the_file_fails_is_told(session, asking, qtbot, monkeypatch):
    damaged = ProjectError("story", ProjectProblem.DAMAGED)

    def fail(*_):
        raise damaged
        yield

    monkeypatch.setattr("workbench.project.searching.looking", fail)
    with qtbot.waitSignal(session.failed) as told:
        asking.ask("ferry", Order.RELEVANCE, is_typing=False)
    assert (told.args, asking.result) == ([damaged], None)
    assert (asking.hits(0), asking.places("a0")) == ((), ())


def test_only_the_latest_search_is_answered(session, asking, qtbot, monkeypatch):
    def slow(_index, condition, _order):
        for _ in range(3):
            yield
        return condition

    monkeypatch.setattr("workbench.project.searching.looking", slow)
    monkeypatch.setattr("workbench.ui.steps.SLICE", 0)
    answers = []
    asking.found.connect(lambda: answers.append(asking.result.text))
    asking.ask("one", Order.RELEVANCE, is_typing=False)
    asking.ask("two", Order.RELEVANCE, is_typing=False)
    qtbot.waitUntil(lambda: answers == ["two"])
