"""Work on the window's own thread goes on in steps, between which the window answers."""

import gc

import pytest

from workbench.model import ProjectError, ProjectProblem
from workbench.ui import steps
from workbench.ui.steps import Steps


def counting(done, last):
    for number in range(last):
        done.append(number)
        yield
    return "all"


def failing():
    yield
    raise ProjectError("p.crossread", ProjectProblem.FULL)


@pytest.fixture
def slow(monkeypatch):
    """Let every step be a slice of its own."""
    monkeypatch.setattr(steps, "SLICE", 0)


def test_little_work_is_over_at_once(qapp):
    told, done = [], []
    work = Steps(counting(done, 3), qapp)
    work.finished.connect(told.append)
    work.start()
    assert (told, done) == (["all"], [0, 1, 2])
    assert gc.isenabled()


def test_much_work_goes_on_between_events(qapp, qtbot, slow):
    done = []
    work = Steps(counting(done, 9), qapp)
    with qtbot.waitSignal(work.finished) as finished:
        work.start()
        assert done == [0]
    assert finished.args == ["all"]
    assert len(done) == 9


def test_work_that_is_stopped_is_left_undone(qapp, slow):
    told, done = [], []
    work = Steps(counting(done, 9), qapp)
    work.finished.connect(told.append)
    work.start()
    work.stop()
    before = list(done)
    for _ in range(20):
        qapp.processEvents()
    assert (told, done) == ([], before)


def test_what_the_user_can_act_on_is_told(qapp):
    told = []
    work = Steps(failing(), qapp)
    work.failed.connect(told.append)
    work.start()
    assert told[0].problem is ProjectProblem.FULL
    assert gc.isenabled()
