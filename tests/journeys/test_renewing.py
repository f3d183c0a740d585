"""A project of an older Crossread is brought up to date in the window."""

import shutil

from ferry_story import OLD, ids, says

from workbench.project import renewing
from workbench.project.backups import backups
from workbench.ui.library import UP_TO_DATE


def test_an_old_project_is_brought_up_to_date_and_says_so(program, path):
    shutil.copy(OLD, path)
    program.library.open(path)
    assert says(program, UP_TO_DATE)
    assert ids(program) == ["a1", "a2", "a3"]


def test_a_large_old_project_is_brought_up_to_date_in_the_background(
    program, qtbot, path, monkeypatch
):
    shutil.copy(OLD, path)
    monkeypatch.setattr(renewing, "LARGE", 0)
    with qtbot.waitSignal(program.session.started) as started:
        program.library.open(path)
    assert started.args[1] == "Bringing the project up to date"
    assert ids(program) == []
    qtbot.waitUntil(lambda: ids(program) == ["a1", "a2", "a3"])
    assert says(program, UP_TO_DATE)


def test_who_opens_another_project_meanwhile_is_left_there(
    program, qtbot, path, tmp_path, monkeypatch
):
    old = tmp_path / "Old.crossread"
    shutil.copy(OLD, old)
    monkeypatch.setattr(renewing, "LARGE", path.stat().st_size)
    old.write_bytes(OLD.read_bytes() + bytes(path.stat().st_size))
    program.library.open(old)
    program.library.open(path)
    assert program.session.project.path == path
    qtbot.waitUntil(lambda: len(list(backups(path))) == 1)
    assert program.session.project.path == path


def test_what_cannot_be_brought_up_to_date_is_told(program, qtbot, path, monkeypatch):
    content = bytearray(OLD.read_bytes())
    content[len(content) // 2 :] = bytes(len(content) - len(content) // 2)
    path.write_bytes(content)
    monkeypatch.setattr(renewing, "LARGE", 0)
    before = program.session.project.path
    program.library.open(path)
    qtbot.waitUntil(lambda: any("is damaged" in text for text in program.window.notices.texts))
    assert program.session.project.path == before
    assert path.read_bytes() == content
