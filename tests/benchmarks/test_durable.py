"""A project of 10,000 articles and 100,000 annotations: opened, annotated, backed up, checked."""

import pytest

SIZE = "10,000 + 100,000"
SCRIPT = "durable.py"


@pytest.fixture(scope="module")
def path(tmp_path_factory, table):
    path = tmp_path_factory.mktemp("durable") / "large.crossread"
    table("make a project", SIZE, "-", "make", path, script=SCRIPT)
    return path


@pytest.mark.timeout(600)
def test_a_large_project(path, table, monkeypatch):
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    for work, name, bar in (
        ("an annotation durable on disk", "annotate", "0.020 s"),
        ("open a project, articles read", "read", "2 s"),
        ("open a project in the window", "window", "2 s, 1 GB"),
        ("back up a project", "back_up", "-"),
        ("bring an old project up to date", "renew", "-"),
        ("check a project", "check", "-"),
    ):
        table(work, SIZE, bar, name, path, script=SCRIPT)
