"""Work in a process of its own: every task ends with exactly one answer, and nothing stays."""

import sys
from pathlib import Path

import pytest

from workbench.model import Comparison, FileError, FileProblem
from workbench.ui.tasks import GRACE, PORTION, Crash, Worker, _portions

PATIENCE = 20_000  # milliseconds for a process to start on a busy machine


@pytest.fixture
def errands(monkeypatch):
    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    import errands

    yield errands
    del sys.modules["errands"]


@pytest.fixture
def worker(qapp):
    made = Worker()
    yield made
    made.close()


class Answers:
    """Collects every signal that a task sends, in order."""

    def __init__(self, task):
        self.heard = []
        task.progressed.connect(lambda done, total: self.heard.append(("progress", done, total)))
        task.succeeded.connect(lambda value: self.heard.append(("done", value)))
        task.failed.connect(lambda error: self.heard.append(("failed", error)))
        task.cancelled.connect(lambda: self.heard.append(("cancelled",)))

    @property
    def last(self):
        return [one for one in self.heard if one[0] != "progress"]


def answer(qtbot, answers):
    qtbot.waitUntil(lambda: bool(answers.last), timeout=PATIENCE)
    assert len(answers.last) == 1
    return answers.last[0]


def test_a_task_reports_and_gives_its_result(qtbot, worker, errands):
    answers = Answers(worker.run(errands.add, 2, 3))
    assert answer(qtbot, answers) == ("done", 5)
    assert answers.heard == [("progress", 1, 2), ("done", 5)]


def test_a_task_may_have_processes_of_its_own(qtbot, worker, errands):
    answers = Answers(worker.run(errands.share_out, [-1, -2]))
    assert answer(qtbot, answers) == ("done", [1, 2])


@pytest.mark.parametrize("number", [3, PORTION, PORTION + 1, 3 * PORTION])
def test_a_large_result_comes_whole_however_long_its_parts(qtbot, worker, errands, number):
    answers = Answers(worker.run(errands.gather, number))
    assert answer(qtbot, answers) == ("done", errands.gather(number, report=None))
    counted = Answers(worker.run(errands.count_up, number))
    assert answer(qtbot, counted) == ("done", tuple(range(number)))


def test_no_portion_is_large():
    sent = list(_portions(Comparison(tuple(map(str, range(2 * PORTION + 5))))))
    assert [what for what, _ in sent] == ["portion"] * 3 + ["done"]
    assert [len(value[1]) for what, value in sent[:3]] == [PORTION, PORTION, 5]
    assert sent[-1] == ("done", Comparison(()))


def test_tasks_are_done_one_after_the_other_by_one_process(qtbot, worker, errands):
    order = []
    tasks = [worker.run(errands.tell_process) for _ in range(3)]
    for place, task in enumerate(tasks):
        task.succeeded.connect(lambda value, place=place: order.append((place, value)))
    qtbot.waitUntil(lambda: len(order) == 3, timeout=PATIENCE)
    assert [place for place, _ in order] == [0, 1, 2]
    assert len({process for _, process in order}) == 1


def test_a_task_stops_when_it_is_cancelled_and_the_process_goes_on(qtbot, worker, errands):
    first = Answers(worker.run(errands.tell_process))
    _, process = answer(qtbot, first)
    task = worker.run(errands.report_until_stopped)
    answers = Answers(task)
    qtbot.waitUntil(lambda: bool(answers.heard), timeout=PATIENCE)
    task.cancel()
    assert answer(qtbot, answers) == ("cancelled",)
    assert answer(qtbot, Answers(worker.run(errands.tell_process))) == ("done", process)


def test_a_task_that_never_reports_is_ended_after_the_grace(qtbot, worker, errands, tmp_path):
    begun = tmp_path / "begun"
    task = worker.run(errands.never_report, str(begun))
    answers = Answers(task)
    qtbot.waitUntil(begun.exists, timeout=PATIENCE)
    task.cancel()
    assert answers.last == []
    qtbot.waitUntil(lambda: bool(answers.last), timeout=GRACE + 2000)
    assert answers.last == [("cancelled",)]
    assert answer(qtbot, Answers(worker.run(errands.add, 1, 1))) == ("done", 2)


def test_a_result_that_comes_after_the_cancel_is_dropped(qtbot, worker, errands, tmp_path):
    begun, told = tmp_path / "begun", tmp_path / "told"
    task = worker.run(errands.answer_when_told, str(begun), str(told))
    answers = Answers(task)
    qtbot.waitUntil(begun.exists, timeout=PATIENCE)
    task.cancel()
    told.touch()
    assert answer(qtbot, answers) == ("cancelled",)
    assert answer(qtbot, Answers(worker.run(errands.add, 1, 1))) == ("done", 2)


def test_a_waiting_task_is_cancelled_at_once_and_never_begins(qtbot, worker, errands, tmp_path):
    begun = tmp_path / "begun"
    first = Answers(worker.run(errands.add, 1, 1))
    waiting = worker.run(errands.never_report, str(begun))
    answers = Answers(waiting)
    waiting.cancel()
    assert answers.heard == [("cancelled",)]
    last = Answers(worker.run(errands.add, 2, 2))
    assert answer(qtbot, last) == ("done", 4)
    assert first.last == [("done", 2)]
    assert not begun.exists()


def test_an_error_of_the_analysts_comes_back_whole(qtbot, worker, errands):
    what, error = answer(qtbot, Answers(worker.run(errands.fail)))
    assert what == "failed"
    assert isinstance(error, FileError)
    assert (error.path, error.problem, error.detail) == (
        "story.pdf",
        FileProblem.ENCRYPTED,
        "detail",
    )


def test_a_bug_comes_back_with_its_place_and_the_process_goes_on(qtbot, worker, errands):
    what, error = answer(qtbot, Answers(worker.run(errands.stumble)))
    assert what == "failed"
    assert isinstance(error, Crash)
    assert "no such key" in str(error)
    assert "in stumble" in str(error)
    assert answer(qtbot, Answers(worker.run(errands.add, 1, 1))) == ("done", 2)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no SIGKILL")
def test_a_process_that_dies_fails_its_task_and_the_next_one_works(qtbot, worker, errands):
    dying = Answers(worker.run(errands.die))
    after = Answers(worker.run(errands.add, 1, 1))
    what, error = answer(qtbot, dying)
    assert what == "failed"
    assert isinstance(error, Crash)
    assert answer(qtbot, after) == ("done", 2)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no SIGKILL")
def test_a_process_that_dies_between_two_tasks_is_replaced(qtbot, worker, errands):
    answer(qtbot, Answers(worker.run(errands.tell_process)))
    worker._process.kill()
    worker._process.join()
    worker._reader.join()
    assert answer(qtbot, Answers(worker.run(errands.add, 1, 1))) == ("done", 2)


def test_closing_ends_the_work_without_an_answer(qtbot, worker, errands, tmp_path):
    begun = tmp_path / "begun"
    running = Answers(worker.run(errands.never_report, str(begun)))
    waiting = Answers(worker.run(errands.add, 1, 1))
    qtbot.waitUntil(begun.exists, timeout=PATIENCE)
    worker.close()
    qtbot.wait(10)
    assert running.last == waiting.last == []
    worker.close()


def test_closing_what_never_began_is_nothing(qapp):
    Worker().close()


def test_warming_twice_starts_one_process(qtbot, worker, errands):
    worker.warm()
    process = worker._process.pid
    worker.warm()
    assert answer(qtbot, Answers(worker.run(errands.tell_process))) == ("done", process)
