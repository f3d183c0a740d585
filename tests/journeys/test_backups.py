"""A project in the window is backed up, looked at as it was, and gone back to."""

from ferry_story import LATER, OLD, do, ids, says
from PySide6.QtWidgets import QToolButton

from workbench.model import AddArticles, ProjectProblem
from workbench.project.backups import backups, folder_of
from workbench.ui.backing_up import NO_BACKUP
from workbench.ui.library import GONE_BACK, MADE_AGAIN
from workbench.ui.sharing import WHY_READ_ONLY


def backed_up(program, qtbot, path, number=1):
    """Open a project and wait for its backup."""
    program.library.open(path)
    qtbot.waitUntil(lambda: len(list(backups(path))) == number)


def listed(program):
    do(program, "backups")
    return program.backing_up.listed


def mark(window, row):
    window.listing.view.setCurrentIndex(window.listing.shown(row))


def test_a_project_that_is_opened_is_backed_up_and_an_empty_draft_is_not(program, qtbot, path):
    draft = program.session.project.path
    backed_up(program, qtbot, path)
    assert not folder_of(draft).exists()
    assert program.window.notices.texts == ()
    assert [each.path for each in program.library.recent.projects] == [str(path)]


def test_opening_what_is_open_leaves_it_open(program, qtbot, path, tmp_path):
    backed_up(program, qtbot, path)
    project = program.session.project
    link = tmp_path / "link.crossread"
    link.symlink_to(path)
    for name in (path, link):
        program.library.open(name)
        assert program.session.project is project
    assert program.window.notices.texts == ()


def test_one_looks_at_a_backup_and_goes_back_to_it(program, qtbot, path):
    backed_up(program, qtbot, path)
    program.session.do(AddArticles((LATER,)), "import 1 article")
    window = listed(program)
    assert window.listing.model.rowCount() == 1
    assert not window.look.isEnabled()
    mark(window, 0)
    window.look.click()
    assert ids(program) == ["a1"]
    assert "Story, backup of" in program.window.windowTitle()
    assert "Backup" in program.window.status.text
    assert says(program, WHY_READ_ONLY[ProjectProblem.BACKUP])
    assert program.settings.get("last_project") == str(path)
    assert [each.path for each in program.library.recent.projects] == [str(path)]
    assert window.leave.isVisible()
    mark(window, 0)
    window.go_back.click()
    assert program.session.project.path == path
    assert ids(program) == ["a1"]
    assert says(program, GONE_BACK)
    assert not says(program, WHY_READ_ONLY[ProjectProblem.BACKUP])
    assert not window.leave.isVisible()
    assert [facts.articles for facts in backups(path)] == [2, 1]
    assert window.listing.model.rowCount() == 2


def test_one_leaves_a_backup_for_the_project_it_is_of(program, qtbot, path):
    backed_up(program, qtbot, path)
    window = listed(program)
    mark(window, 0)
    window.look.click()
    assert program.session.project.read_only
    window.leave.click()
    assert program.session.project.path == path
    assert not program.session.project.read_only
    window.close()
    assert program.backing_up.listed is None
    assert listed(program).isVisible()


def test_a_backup_is_restored_as_a_project_of_its_own(program, qtbot, path, tmp_path, monkeypatch):
    backed_up(program, qtbot, path)
    window = listed(program)
    mark(window, 0)
    answers = iter([None, tmp_path / "absent" / "x.crossread", tmp_path / "Again.crossread"])
    monkeypatch.setattr(program.asking, "new_file", lambda *_: next(answers))
    window.copy.click()
    assert program.session.project.path == path
    window.copy.click()
    assert "x.crossread" in program.window.notices.texts[-1]
    window.copy.click()
    assert program.session.project.path == tmp_path / "Again.crossread"
    assert not program.session.project.read_only
    assert ids(program) == ["a1"]


def test_what_cannot_be_gone_back_to_is_said_and_nothing_is_lost(program, qtbot, path):
    backed_up(program, qtbot, path)
    window = listed(program)
    mark(window, 0)
    (facts,) = backups(path)
    facts.path.write_bytes(b"nothing")
    window.go_back.click()
    assert "is not a Crossread project" in program.window.notices.texts[-1]
    assert ids(program) == ["a1"]
    path.unlink()
    program.library.begin()
    program.library.go_back(facts.path, path)
    assert "is not a Crossread project" in program.window.notices.texts[-1]
    assert ids(program) == []
    assert not path.exists()


def offered(program):
    """Press the button of the last notice that offers backups, and return what it opens."""
    buttons = program.window.notices._notices[-1].findChildren(QToolButton)
    next(button for button in buttons if button.text() == "Backups…").click()
    return program.backing_up.listed


def test_a_damaged_project_offers_its_backups_and_gives_way_to_one(program, qtbot, path, tmp_path):
    backed_up(program, qtbot, path)
    program.library.begin()
    damaged = path.read_bytes()[:5000]
    path.write_bytes(damaged)
    program.library.open(path)
    assert "is damaged" in program.window.notices.texts[-2]
    assert program.window.notices.texts[-1] == "There is 1 backup of Story."
    window = offered(program)
    assert not window.leave.isVisible()
    mark(window, 0)
    window.go_back.click()
    assert program.session.project.path == path
    assert ids(program) == ["a1"]
    assert "Story (damaged).crossread" in program.window.notices.texts[-1]
    assert (tmp_path / "Story (damaged).crossread").read_bytes() == damaged
    assert program.backing_up._project_path() == path


def test_a_project_that_was_deleted_comes_back_from_a_backup(program, qtbot, path):
    backed_up(program, qtbot, path)
    program.library.begin()
    path.unlink()
    program.library.open(path)
    window = offered(program)
    mark(window, 0)
    window.go_back.click()
    assert program.session.project.path == path
    assert ids(program) == ["a1"]
    assert says(program, MADE_AGAIN)


def test_a_project_that_cannot_be_opened_now_stays_what_it_is(program, qtbot, path, monkeypatch):
    backed_up(program, qtbot, path)
    (facts,) = backups(path)
    program.library.begin()
    content = bytearray(path.read_bytes())
    content[60:64] = (99).to_bytes(4, "big")
    path.write_bytes(content)
    program.library.go_back(facts.path, path)
    assert "newer Crossread" in program.window.notices.texts[-1]
    assert path.read_bytes() == content


def test_what_was_open_last_and_is_damaged_offers_its_backups_at_the_start(start, qtbot, path):
    first = start()
    backed_up(first, qtbot, path)
    first.window.close()
    path.write_bytes(path.read_bytes()[:5000])
    second = start()
    assert ids(second) == []
    assert second.window.notices.texts[-1] == "There is 1 backup of Story."
    mark(offered(second), 0)
    second.backing_up.listed.go_back.click()
    assert ids(second) == ["a1"]


def test_a_damaged_backup_is_listed_as_such(program, qtbot, path):
    folder_of(path).mkdir()
    (folder_of(path) / "Story 2026-11-01 12.00.00 UTC.crossread").write_bytes(b"nothing")
    (folder_of(path) / "Story 2026-11-02 12.00.00 UTC, schema 2.crossread").write_bytes(
        OLD.read_bytes()
    )
    backed_up(program, qtbot, path, 3)
    window = listed(program)
    remarks = [row.cells[3] for row in map(window.listing.model.row_of, rows(window))]
    assert remarks == ["", "before it was brought up to date", "damaged"]
    mark(window, 2)
    assert not window.go_back.isEnabled()


def rows(window):
    return [window.listing.model.index(row, 0) for row in range(window.listing.model.rowCount())]


def test_a_project_without_backups_says_so(program):
    assert "no backup yet" in listed(program).listing.empty_words


def test_that_there_is_no_backup_is_said_once_and_work_goes_on(program, qtbot, path):
    folder_of(path).write_text("in the way")
    program.library.open(path)
    qtbot.waitUntil(lambda: says(program, NO_BACKUP))
    assert "Story.crossread-backups" in program.window.notices.details[-1]
    assert program.session.do(AddArticles((LATER,)), "import 1 article")
    assert program.window.notices.texts.count(NO_BACKUP) == 1


def test_of_a_project_that_was_left_no_missing_backup_is_told(program, qtbot, path):
    folder_of(path).write_text("in the way")
    ended = []
    run = program.worker.run

    def watch(function, *arguments):
        task = run(function, *arguments)
        task.failed.connect(ended.append)
        return task

    program.worker.run = watch
    program.library.open(path)
    program.library.begin()
    qtbot.waitUntil(lambda: bool(ended))
    assert not says(program, NO_BACKUP)
