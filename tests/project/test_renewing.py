"""Large projects of an older schema are known before they are opened, and brought up to date."""

import shutil
from pathlib import Path

import pytest

from workbench.model import ProjectError
from workbench.project import renewing
from workbench.project.project import Project
from workbench.project.renewing import renew, takes_long

DATA = Path(__file__).parents[1] / "store" / "data"


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "story.crossread"
    shutil.copy(DATA / "schema-2.crossread", path)
    return path


def test_only_a_large_project_takes_long(path, monkeypatch):
    assert not takes_long(path)
    monkeypatch.setattr(renewing, "LARGE", path.stat().st_size - 1)
    assert takes_long(path)
    told = []
    assert renew(path, lambda done, total: told.append((done, total))) == 2
    assert told == [(0, 1)]
    monkeypatch.setattr(renewing, "LARGE", 0)
    assert not takes_long(path)
    assert renew(path) == 0
    with Project.open(path) as project:
        assert len(project.articles()) == 3


@pytest.mark.parametrize("content", [b"", b"notes" * 1_000, b"SQLite format 3\0" * 100])
def test_what_is_no_project_takes_no_time(tmp_path, monkeypatch, content):
    monkeypatch.setattr(renewing, "LARGE", -1)
    (tmp_path / "notes.txt").write_bytes(content)
    assert not takes_long(tmp_path / "notes.txt")
    assert not takes_long(tmp_path / "absent")
    assert not takes_long(tmp_path)
    with pytest.raises(ProjectError):
        renew(tmp_path / "notes.txt")
