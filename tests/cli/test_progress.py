"""Progress shows on a terminal, and only there."""

import io
import sys

import pytest

from workbench.cli.progress import progress
from workbench.model import silent


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.fixture
def terminal():
    return Terminal()


def test_nothing_is_drawn_where_there_is_no_terminal():
    with progress("Reading", io.StringIO()) as report:
        assert report is silent


def test_the_terminal_is_that_of_stderr(monkeypatch, terminal):
    monkeypatch.setattr(sys, "stderr", terminal)
    with progress("Reading") as report:
        report(1, 2)
    assert "50%" in terminal.getvalue()


def test_a_bar_grows_and_goes(terminal):
    with progress("Reading", terminal) as report:
        report(0, 4)
        report(1, 4)
        report(4, 4)
    empty, quarter, full, gone, end = terminal.getvalue().split("\r")[1:]
    assert empty == "Reading " + "░" * 30 + "   0%"
    assert (quarter.count("█"), quarter[-4:]) == (8, " 25%")
    assert (full.count("█"), full[-4:]) == (30, "100%")
    assert gone == " " * len(full)
    assert end == ""


def test_a_line_is_drawn_only_when_it_changes(terminal):
    with progress("Reading", terminal) as report:
        for done in range(10_000):
            report(done, 1_000_000)
    assert terminal.getvalue().count("%") == 2


def test_work_of_no_size_is_done(terminal):
    with progress("Reading", terminal) as report:
        report(0, 0)
    assert "100%" in terminal.getvalue()


def test_nothing_is_cleared_that_was_not_drawn(terminal):
    with progress("Reading", terminal):
        pass
    assert terminal.getvalue() == ""
