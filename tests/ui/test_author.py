"""Annotations are signed with the analyst's name, or the system's where none was given."""

import getpass
from datetime import UTC, datetime

import pytest

from workbench.ui.author import author, now


def test_the_name_that_was_given_comes_first(settings, monkeypatch):
    monkeypatch.setattr(getpass, "getuser", lambda: "alee")
    assert author(settings) == "alee"
    settings.set("author", "Ann Lee")
    assert author(settings) == "Ann Lee"


@pytest.mark.parametrize("error", [OSError, KeyError, ImportError])
def test_a_system_may_know_nobody(settings, monkeypatch, error):
    def nobody():
        raise error("nobody")

    monkeypatch.setattr(getpass, "getuser", nobody)
    assert author(settings) == ""


def test_times_are_in_utc_to_the_second():
    time = datetime.fromisoformat(now())
    assert time.tzinfo == UTC
    assert time.microsecond == 0
    assert abs((datetime.now(UTC) - time).total_seconds()) < 60
