"""The log: bounded in size and number, and never in the way."""

import re

import pytest

from workbench.project import logbook
from workbench.project.logbook import Logbook


@pytest.fixture
def log(tmp_path):
    return Logbook(tmp_path / "state")


def test_a_line_has_its_time_and_is_one_line(log):
    log.note("work:\n  compare")
    (line,) = log.path.read_text(encoding="utf-8").splitlines()
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ work: compare", line)


def test_the_last_lines_are_read_back(log):
    assert log.last(2) == []
    for number in range(4):
        log.note(f"line {number}")
    assert [line.split(" ", 1)[1] for line in log.last(2)] == ["line 2", "line 3"]


def test_a_full_file_gives_way_and_the_oldest_goes(log, monkeypatch):
    monkeypatch.setattr(logbook, "LARGEST", 40)
    for number in range(12):
        log.note(f"line {number}")
    files = sorted(log.path.parent.iterdir())
    assert [file.name for file in files] == ["log-1.txt", "log-2.txt", "log.txt"]
    lines = [re.findall(r"line \d+", file.read_text()) for file in files]
    assert lines == [["line 8", "line 9"], ["line 6", "line 7"], ["line 10", "line 11"]]


def test_where_nothing_can_be_written_the_program_goes_on(tmp_path):
    (tmp_path / "state").write_bytes(b"")
    log = Logbook(tmp_path / "state")
    log.note("lost")
    assert log.last(1) == []
