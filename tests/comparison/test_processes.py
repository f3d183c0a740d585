"""The same function over many items, in this process or in several."""

import multiprocessing
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from workbench.comparison import processes as module
from workbench.comparison.processes import AHEAD, processes

ROOT = Path(__file__).resolve().parents[2]
LONG_WORK = """
import os
import time
from workbench.comparison.processes import processes

if __name__ == "__main__":
    with processes(2) as each:
        print(next(each(abs, [-7])), flush=True)
        list(each(time.sleep, [600, 600]))
"""


def own_process(_):
    return os.getpid()


def failing(item):
    raise ValueError(item)


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_come_in_the_order_of_the_items(jobs):
    with processes(jobs) as each:
        assert list(each(abs, range(-20, 0))) == list(range(20, 0, -1))
        assert list(each(abs, ())) == []
    assert multiprocessing.active_children() == []


def test_one_job_needs_no_other_process_and_two_are_others():
    with processes(1) as each:
        assert set(each(own_process, range(3))) == {os.getpid()}
    with processes(2) as each:
        assert os.getpid() not in set(each(own_process, range(3)))


def test_items_are_taken_only_a_little_ahead():
    taken = []

    def items():
        for number in range(100):
            taken.append(number)
            yield number

    with processes(2) as each:
        next(each(abs, items()))
        assert len(taken) <= 2 * AHEAD + 1


def test_errors_come_back_and_the_processes_end():
    with pytest.raises(ValueError, match="7"), processes(2) as each:
        list(each(failing, [7]))
    assert multiprocessing.active_children() == []


def test_the_processes_die_with_a_parent_that_is_killed(tmp_path):
    script = tmp_path / "long_work.py"
    script.write_text(LONG_WORK)
    parent = subprocess.Popen(
        [sys.executable, str(script)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert parent.stdout.readline().strip() == b"7"
    parent.kill()
    assert parent.communicate(timeout=60)[0] == b""  # ends only when nobody holds the pipe


def test_a_child_leaves_interrupts_to_its_parent(monkeypatch):
    begun = []
    monkeypatch.setattr(module, "_die_with_parent", lambda: begun.append(True))
    before = signal.getsignal(signal.SIGINT)
    try:
        module._begin()
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, before)
    assert begun == [True]


def test_a_child_ends_once_its_parent_has(monkeypatch):
    ended = []
    parent = multiprocessing.get_context("spawn").Process(target=abs, args=(1,))
    parent.start()
    monkeypatch.setattr(module, "parent_process", lambda: parent)
    monkeypatch.setattr(module.os, "_exit", ended.append)
    module._die_with_parent()
    assert ended == [1]
    monkeypatch.setattr(module, "parent_process", lambda: None)
    module._die_with_parent()
    assert ended == [1]
