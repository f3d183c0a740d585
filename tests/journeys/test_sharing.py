"""A project in the window that another program has open, or that lies where none can write."""

import os
import signal
import subprocess
import sys

import pytest
from ferry_story import do, ids, says
from PySide6.QtWidgets import QToolButton

from workbench.model import (
    Annotation,
    ChangeAnnotations,
    ChangeCodebook,
    ChangeOutlets,
    Outlet,
    ProjectProblem,
    SetSetting,
    Tag,
    Target,
)
from workbench.project.backups import backups
from workbench.project.project import Project
from workbench.store import opening
from workbench.store import project_file as projects
from workbench.ui.sharing import REMOTE, TAKEN_OVER, WHY_READ_ONLY

OTHER = """
import sys
from pathlib import Path
from workbench.model import AddArticles, Article
from workbench.project.project import Project
project = Project.open(Path(sys.argv[1]))
print("open", flush=True)
sys.stdin.readline()
project.apply(AddArticles((Article("a2", "It came back at seven."),)), "import 1 article")
print("stored", flush=True)
sys.stdin.readline()
"""


@pytest.fixture
def other(path):
    """Another program that has the project open, and stores an article when it is told to."""
    command = [sys.executable, "-c", OTHER, str(path)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen(command, **pipes) as process:
        assert process.stdout.readline() == "open\n"
        yield process
        process.kill()


def test_the_second_window_sees_what_the_first_stores_and_takes_over_after_a_crash(
    program, qtbot, path, other
):
    program.sharing.looking.setInterval(10)
    program.library.open(path)
    assert says(program, WHY_READ_ONLY[ProjectProblem.LOCKED])
    assert "Read-only" in program.window.status.text
    assert not program.session.do(SetSetting("story", "Ferry"), "name the story")
    other.stdin.write("store\n")
    other.stdin.flush()
    assert other.stdout.readline() == "stored\n"
    qtbot.waitUntil(lambda: ids(program) == ["a1", "a2"])
    assert program.sharing.looking.isActive()
    os.kill(other.pid, signal.SIGKILL)
    other.wait()
    qtbot.waitUntil(lambda: says(program, TAKEN_OVER))
    assert not says(program, WHY_READ_ONLY[ProjectProblem.LOCKED])
    assert "Saved" in program.window.status.text
    assert not program.sharing.looking.isActive()
    qtbot.waitUntil(lambda: [facts.articles for facts in backups(path)] == [2])
    assert program.window.actions_by_name["undo"].text() == "Undo: import 1 article"
    do(program, "undo")
    assert ids(program) == ["a1"]


@pytest.mark.parametrize(
    ("edit", "signal"),
    [
        (ChangeCodebook((Tag("t1", "Piers"),)), "codebook_changed"),
        (ChangeOutlets((Outlet("Harbour Post", "HP"),)), "outlets_changed"),
        (ChangeAnnotations((Annotation("n1", Target(article="a1")),)), "annotations_changed"),
        (SetSetting("story", "Ferry"), "articles_changed"),
    ],
)
def test_only_what_the_other_program_has_changed_is_shown_anew(program, qtbot, path, edit, signal):
    heard = []
    with Project.open(path) as other:
        program.library.open(path)
        for name in ("articles_changed", "codebook_changed", "outlets_changed"):
            getattr(program.session, name).connect(lambda name=name: heard.append(name))
        program.sharing.look()
        assert heard == []
        other.apply(edit)
        with qtbot.waitSignal(getattr(program.session, signal)):
            program.sharing.look()
        assert ("articles_changed" in heard) == (signal == "articles_changed")
        program.library.begin()


def test_what_the_other_program_leaves_unusable_is_told_and_not_tried_again(program, qtbot, path):
    with Project.open(path) as other:
        program.library.open(path)
        with other._file.writing() as connection:
            connection.execute("PRAGMA user_version = 99")
    program.sharing.look()
    assert "newer Crossread" in program.window.notices.texts[-1]
    assert not program.sharing.looking.isActive()
    assert ids(program) == ["a1"]


def test_a_project_in_a_folder_that_may_not_be_written_says_what_to_do(
    program, path, tmp_path, monkeypatch
):
    (tmp_path / "Story.crossread-lock").mkdir()  # no lock can be made, as in such a folder
    program.library.open(path)
    assert says(program, WHY_READ_ONLY[ProjectProblem.READ_ONLY])
    monkeypatch.setattr(program.asking, "new_file", lambda *_: tmp_path / "Mine.crossread")
    notice = program.window.notices._notices[-1]
    next(
        button for button in notice.findChildren(QToolButton) if button.text() == "Save as…"
    ).click()
    assert program.session.project.path == tmp_path / "Mine.crossread"
    assert not program.session.project.read_only
    assert not says(program, WHY_READ_ONLY[ProjectProblem.READ_ONLY])


def test_a_network_folder_gets_a_word_for_a_named_project(program, path, monkeypatch):
    for module in (projects, opening):
        monkeypatch.setattr(module, "is_remote", lambda _: True)
    program.library.begin()
    assert not says(program, REMOTE)
    program.library.open(path)
    assert says(program, REMOTE)
