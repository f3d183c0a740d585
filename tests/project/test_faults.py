"""What is written down of a mistake of ours: enough to find it, and nothing of the analyst's."""

import errno
import sqlite3
from pathlib import Path

import platformdirs
import pytest

from workbench.model import FileError, FileProblem
from workbench.project import faults
from workbench.project.faults import report_on, shortened, state_folder, trace_of, write_report
from workbench.project.logbook import Logbook

SECRET = "Wei said the harbour is closed"


def raised(error, cause=None):
    try:
        raise error from cause
    except type(error) as caught:
        return caught


def from_sqlite():
    try:
        sqlite3.connect(":memory:").execute(f"SELECT '{SECRET}")
    except sqlite3.Error as error:
        return error


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (ValueError(SECRET), f"ValueError: ({len(SECRET)} characters of its own words left out)"),
        (KeyError(SECRET), "KeyError: ("),
        (FileError(f"/people/wei/{SECRET}.txt", FileProblem.MISSING), "FileError: MISSING"),
        (OSError(errno.ENOSPC, "No space left", f"/people/wei/{SECRET}"), "OSError: ENOSPC"),
        (OSError(SECRET), "OSError: "),
        (ImportError(SECRET, name="lxml", path=f"/people/{SECRET}"), "ImportError: lxml"),
        (AttributeError("'Span' object has no attribute 'begin'"), "no attribute 'begin'"),
        (from_sqlite(), "OperationalError: SQLITE_ERROR"),
    ],
)
def test_of_an_error_only_what_is_not_private_is_told(error, told):
    trace = trace_of(raised(error))
    assert told in trace.splitlines()[-1]
    assert SECRET not in trace
    assert "wei" not in trace


def test_a_trace_says_where_it_was_and_what_it_came_of():
    first = raised(ValueError("a"))
    trace = trace_of(raised(TypeError("b"), first))
    blocks = trace.split("\n\n")
    assert [block.splitlines()[0] for block in blocks] == ["Traceback (most recent call last):"] * 2
    assert blocks[0].splitlines()[1] == "  test_faults.py, line 20, in raised"
    assert blocks[1].endswith("TypeError: b")


def test_what_an_error_came_of_by_chance_is_told_unless_it_is_hidden():
    error = TypeError("b")
    error.__context__ = raised(KeyError(SECRET))
    assert "KeyError" in trace_of(error)
    error.__suppress_context__ = True
    assert "KeyError" not in trace_of(error)


def test_a_frame_without_its_line_is_told_too():
    with pytest.raises(ZeroDivisionError) as caught:
        exec(compile("1 / 0", "made.py", "exec"))
    assert "  made.py, line 1, in <module>\nZeroDivisionError" in trace_of(caught.value)


@pytest.mark.parametrize(
    ("file", "short"),
    [
        ("/people/wei/program/workbench/ui/desk.py", "workbench/ui/desk.py"),
        (r"\people\wei\workbench\app.py", "workbench/app.py"),
        ("/people/wei/.venv/lib/python3.11/site-packages/click/core.py", "click/core.py"),
        ("/usr/lib/python3/dist-packages/numpy/x.py", "numpy/x.py"),
        ("/people/wei/.pyenv/lib/python3.11/json/decoder.py", "decoder.py"),
        ("<frozen runpy>", "<frozen runpy>"),
        ("", ""),
    ],
)
def test_a_file_is_told_without_the_folders_of_the_user(file, short):
    assert shortened(file) == short


def test_a_report_says_what_runs_and_what_was_done(tmp_path):
    log = Logbook(tmp_path)
    log.note("start")
    text = report_on("the trace", "the window", log)
    assert text.startswith("Crossread: ")
    for words in ("SQLite: ", "Doing: the window", "the trace", " start\n"):
        assert words in text


def test_reports_are_kept_in_number(tmp_path, monkeypatch):
    monkeypatch.setattr(faults, "MOST_REPORTS", 3)
    written = [write_report(str(number), tmp_path / "reports") for number in range(5)]
    assert sorted((tmp_path / "reports").iterdir()) == written[-3:]
    assert written[-1].read_text() == "4"


def test_the_state_lies_in_the_users_own_folder():
    assert state_folder() == Path(platformdirs.user_state_path("crossread", appauthor=False))
