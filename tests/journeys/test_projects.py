"""Projects in the window: kept without asking, named, opened again, and what goes wrong."""

import shutil
import sqlite3
from pathlib import Path

import pytest
from PySide6.QtCore import SIGNAL, Qt

from workbench.app import _first_project, _Keeper, run
from workbench.model import (
    AddArticles,
    Article,
    FileProblem,
    InputError,
    InputProblem,
    ProjectError,
)
from workbench.project.project import Project
from workbench.resources import sample_files
from workbench.settings import Settings
from workbench.ui.tasks import Crash


class Answers:
    """Stands where the system's dialogs stand and gives the answers a person would."""

    def __init__(self, **answers):
        self.answers = answers

    def files(self, suffixes):
        assert ".docx" in suffixes
        return self.answers["files"]

    def folder(self):
        return self.answers["folder"]

    def project(self):
        return self.answers["project"]

    def new_file(self, title, name, kinds):
        return self.answers["new_file"]


def ask(program, **answers):
    program.gestures._asking = Answers(**answers)


def do(program, name):
    program.window.actions_by_name[name].trigger()


def some_project(path):
    with Project.create(path) as project:
        project.apply(AddArticles((Article("a1", "A text of its own."),)))
    return path


def test_a_project_gets_a_name_and_its_draft_goes(program, tmp_path):
    program.session.import_text("A pasted article.")
    draft = program.session.project.path
    ask(program, new_file=tmp_path / "Story.crossread")
    do(program, "save_copy")
    assert program.session.project.path == tmp_path / "Story.crossread"
    assert program.window.windowTitle().startswith("Story")
    assert not draft.exists()
    assert len(program.session.project.articles()) == 1


def test_a_project_cannot_be_saved_where_there_is_no_folder(program, tmp_path):
    program.session.import_text("A pasted article.")
    before = program.session.project.path
    ask(program, new_file=tmp_path / "absent" / "Story.crossread")
    do(program, "save_copy")
    assert program.session.project.path == before
    assert "Story.crossread" in program.window.notices.texts[-1]


def test_a_project_is_opened_and_begun_anew(program, tmp_path):
    ask(program, project=some_project(tmp_path / "one.crossread"))
    do(program, "open_project")
    assert [article.id for article in program.desk.articles] == ["a1"]
    do(program, "new_project")
    assert program.desk.articles == ()
    assert (tmp_path / "one.crossread").exists()


@pytest.mark.parametrize("name", ["text.crossread", "other.crossread", "absent.crossread"])
def test_what_is_no_project_is_named_and_the_open_one_stays(program, tmp_path, name):
    (tmp_path / "text.crossread").write_text("no database at all", encoding="utf-8")
    with sqlite3.connect(tmp_path / "other.crossread") as other:
        other.execute("CREATE TABLE things (name TEXT)")
    other.close()
    before = program.session.project.path
    ask(program, project=tmp_path / name)
    do(program, "open_project")
    assert program.session.project.path == before
    assert name in program.window.notices.texts[-1]


def test_a_project_open_elsewhere_is_read_only_here(program, tmp_path):
    path = some_project(tmp_path / "one.crossread")
    with Project.open(path):
        ask(program, project=path)
        do(program, "open_project")
        assert program.session.project.read_only
        assert "Read-only" in program.window.status.text
        program.session.import_text("One more.")
        assert len(program.session.project.articles()) == 1
        assert program.window.notices.texts
        do(program, "new_project")


def test_an_article_is_removed_and_brought_back(program, qtbot):
    program.session.import_text("A pasted article.")
    listed = program.window.articles
    listed.list.setCurrentIndex(listed.model.index_of("a1"))
    do(program, "remove_article")
    assert program.session.project.articles() == ()
    assert program.window.actions_by_name["undo"].text() == "Undo: remove 1 article"
    do(program, "undo")
    assert [article.id for article in program.session.project.articles()] == ["a1"]


def test_a_folder_is_imported_and_the_work_can_be_cancelled(program, qtbot, tmp_path):
    for path in sample_files():
        shutil.copy(path, tmp_path)
    ask(program, folder=tmp_path)
    with qtbot.waitSignal(program.session.started) as started:
        do(program, "import_folder")
    with qtbot.waitSignal(started.args[0].cancelled):
        program.window.status.cancel()
    assert program.session.project.articles() == ()


def test_panes_are_moved_closed_and_opened_by_keys_and_list(program):
    for text in ("The first text.", "The second text.", "The third text."):
        program.session.import_text(text)
    board, desk = program.window.board, program.desk
    assert board.focused_article() == "a1"
    do(program, "next_pane")
    assert board.focused_article() == "a2"
    do(program, "previous_pane")
    assert board.focused_article() == "a1"
    do(program, "pane_right")
    assert desk.open_ids == ("a2", "a1", "a3")
    do(program, "close_pane")
    assert desk.open_ids == ("a2", "a3")
    program.window.articles.article_activated.emit("a1")
    assert desk.open_ids == ("a2", "a3", "a1")
    do(program, "larger")
    assert program.settings.get("type_size") == "17"
    do(program, "usual_size")
    assert program.settings.get("type_size") == "16"


def test_the_program_opens_as_it_was_left(program, tmp_path):
    program.session.import_text("A pasted article.")
    path = program.session.project.path
    program.window.close()
    assert Settings(tmp_path / "config" / "settings.json").get("last_project") == str(path)
    again, why = _first_project(tmp_path / "data", tmp_path / "config", None, sample=False)
    with again:
        assert (again.path, why) == (path, "")


def test_a_project_named_at_the_start_must_be_one(tmp_path, qapp):
    absent = tmp_path / "absent.crossread"
    with pytest.raises(ProjectError):
        run(absent, sample=False, picture=tmp_path / "x.png", comparison=None)


def test_a_picture_and_the_comparison_of_the_sample_story(tmp_path, qapp):
    picture, page = tmp_path / "window.png", tmp_path / "comparison.html"
    assert run(None, sample=True, picture=picture, comparison=page) == 0
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert "Meridian Wire" in page.read_text("utf-8")


def test_a_file_that_cannot_be_read_is_told_with_its_reason(program, qtbot, tmp_path):
    locked = tmp_path / "picture.png"
    locked.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    with qtbot.waitSignal(program.session.imported) as imported:
        program.session.import_paths((Path(locked),))
    (error,) = imported.args[0].rows[0].skipped
    assert error.problem in {FileProblem.UNKNOWN, FileProblem.MISNAMED}
    assert "picture.png" in program.window.notices.details[-1]


def test_every_action_does_something(program):
    idle = [
        name
        for name, action in program.window.actions_by_name.items()
        if not action.receivers(SIGNAL("triggered(bool)"))
        and not action.receivers(SIGNAL("toggled(bool)"))
    ]
    assert idle == []


def test_a_picture_of_a_project_with_nothing_to_compare_is_taken_all_the_same(tmp_path, qapp):
    path, picture = some_project(tmp_path / "one.crossread"), tmp_path / "window.png"
    assert run(path, sample=False, picture=picture, comparison=None) == 0
    assert picture.exists()
    with pytest.raises(InputError):
        run(path, sample=False, picture=None, comparison=tmp_path / "page.html")
    assert not (tmp_path / "page.html").exists()


def test_a_stopped_comparison_says_so_and_is_made_again_by_key(program, qtbot):
    program.session.import_text("The ferry leaves the harbour at nine in the morning, they said.")
    with qtbot.waitSignal(program.session.started) as started:
        program.session.import_text(
            "They said the ferry leaves the harbour at nine in the morning."
        )
    with qtbot.waitSignal(started.args[0].cancelled):
        program.window.status.cancel()
    assert "F5" in program.window.notices.texts[-1]
    with qtbot.waitSignal(program.session.compared, check_params_cb=lambda c: bool(c.articles)):
        qtbot.keyClick(program.window, Qt.Key.Key_F5)
    assert program.desk.comparison.clusters


def test_what_speaks_of_a_removed_article_goes_at_once(program, qtbot):
    words = "The ferry leaves the harbour at nine in the morning, the mayor said on Monday."
    for text in (words, f"Once more: {words}", f"And again: {words}"):
        with qtbot.waitSignal(program.session.compared):
            program.session.import_text(text)
    assert program.desk.comparison.clusters
    program.session.remove_articles(("a3",))
    known = {article.id for article in program.desk.articles}
    for cluster in program.desk.comparison.clusters:
        assert {passage.article for passage in cluster.passages} <= known
    with qtbot.waitSignal(program.session.compared, check_params_cb=lambda c: bool(c.articles)):
        program.session.refresh()


def test_what_is_being_read_is_dropped_when_the_project_changes(program, qtbot):
    program.session.import_paths(sample_files())
    do(program, "new_project")
    with qtbot.waitSignal(program.session.compared, check_params_cb=lambda c: bool(c.articles)):
        program.session.import_paths(sample_files()[:2])
    assert len(program.session.project.articles()) == 2


@pytest.mark.parametrize(
    "error", [InputError(InputProblem.TOO_FEW_ARTICLES, "1"), Crash("the working process ended")]
)
def test_whoever_waits_for_a_picture_hears_that_the_work_failed(program, tmp_path, error):
    keeper = _Keeper(program, tmp_path / "window.png", None, sample=True)
    program.session._comparer.failed.emit(error)
    assert keeper.error is error
    assert not program.window.isVisible()
    assert not (tmp_path / "window.png").exists()
