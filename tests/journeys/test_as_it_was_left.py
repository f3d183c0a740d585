"""The program opens as it was left, and nothing that went wrong since keeps it from opening."""

import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QToolButton

from workbench.project.drafts import Drafts
from workbench.resources import sample_files
from workbench.settings import Settings

CONTROL = Qt.KeyboardModifier.ControlModifier


def do(program, name):
    program.window.actions_by_name[name].trigger()


def bring(program, qtbot, paths):
    with qtbot.waitSignal(
        program.session.compared, timeout=30_000, check_params_cb=lambda c: bool(c.articles)
    ):
        program.session.import_paths(paths)


def leave(program):
    program.window.close()


def save(program, path):
    program.library.save_as(path)
    return path


@pytest.fixture
def story(start, qtbot, tmp_path):
    """A saved project, left with panes moved, closed, widened and read in."""
    program = start()
    bring(program, qtbot, sample_files())
    save(program, tmp_path / "Story.crossread")
    window, desk = program.window, program.desk
    first, second, *_ = desk.open_ids
    desk.move_article(first, 2)
    desk.close_article(second)
    window.board.show_pane(first)
    do(program, "wider")
    do(program, "legend")
    do(program, "together")
    do(program, "larger")
    window.show_dock("quotations_list")
    qtbot.waitUntil(window.quotations.isVisible)
    window.board._panes[first].scroll_to(230)
    return program


def test_panes_widths_places_and_lists_are_as_they_were(story, start, qtbot):
    board = story.window.board
    panes, places, widths = story.desk.open_ids, board.places(), board.widths
    assert any(places.values())
    assert widths
    leave(story)
    again = start()
    window = again.window
    assert again.session.project.path.name == "Story.crossread"
    assert again.desk.open_ids == panes
    assert window.board.widths == widths
    qtbot.waitUntil(lambda: window.board.places() == places)
    assert window.quotations.isVisible()
    assert window.actions_by_name["quotations_list"].isChecked()
    assert window.legend.isVisible()
    assert window.actions_by_name["legend"].isChecked()
    assert again.settings.get("type_size") == "17"


def test_every_project_has_panes_of_its_own(story, tmp_path, qtbot):
    panes = story.desk.open_ids
    do(story, "new_project")
    assert story.desk.open_ids == ()
    bring(story, qtbot, sample_files()[:2])
    assert story.desk.open_ids == ("a1", "a2")
    assert story.window.board.widths == {}
    story.library.open(tmp_path / "Story.crossread")
    assert story.desk.open_ids == panes
    assert story.window.board.widths


def test_a_project_that_is_named_keeps_its_panes(start, qtbot, tmp_path):
    program = start()
    bring(program, qtbot, sample_files())
    program.desk.close_article("a2")
    panes = program.desk.open_ids
    save(program, tmp_path / "Story.crossread")
    assert program.desk.open_ids == panes
    assert [one.name for one in program.library.recent.projects] == ["Story"]


def test_an_unnamed_project_is_named_by_its_first_headline(program, qtbot):
    bring(program, qtbot, sample_files()[:2])
    headline = program.desk.articles[0].headline
    do(program, "new_project")
    assert [one.name for one in program.library.recent.projects] == [f"Unnamed project: {headline}"]
    (link,) = (
        one for one in program.window.welcome.findChildren(QToolButton) if headline in one.text()
    )
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert len(program.desk.articles) == 2


def test_a_recent_project_is_opened_from_the_menu(story, qtbot):
    do(story, "new_project")
    menu = story.gestures._recent
    menu.fill()
    menu.actions()[0].trigger()
    assert story.session.project.path.name == "Story.crossread"


def test_a_project_that_has_gone_is_named_and_another_one_opened(story, start, tmp_path):
    leave(story)
    (tmp_path / "Story.crossread").unlink()
    again = start()
    assert again.desk.articles == ()
    assert any("Story.crossread" in text for text in again.window.notices.texts)
    links = again.window.welcome.findChildren(QToolButton)
    (link,) = (one for one in links if "Story" in one.text())
    assert "no longer there" in link.text()
    assert not link.isEnabled()


def test_a_project_that_is_damaged_is_named_and_another_one_opened(story, start, tmp_path):
    leave(story)
    (tmp_path / "Story.crossread").write_bytes(b"no database at all")
    again = start()
    assert again.desk.articles == ()
    assert "Story.crossread" in again.window.notices.texts[0]


def test_damaged_memories_do_not_matter(story, start, tmp_path):
    leave(story)
    settings = Settings(tmp_path / "config" / "settings.json")
    for key in ("window", "docks", "recent"):
        settings.set(key, "~ neither Qt's nor ours ~")
    again = start()
    assert len(again.desk.open_ids) == len(sample_files())
    assert again.window.dock("articles_list").isVisible()


def test_articles_that_have_gone_meanwhile_are_left_out(story, start, tmp_path):
    leave(story)
    recent = story.library.recent
    left = recent.projects[0]
    recent.forget(tmp_path / "Story.crossread")
    recent.keep(type(left)(left.path, left.name, (type(left.panes[0])("a99"), *left.panes[:1])))
    again = start()
    assert again.desk.open_ids == (left.panes[0].article,)


def test_an_empty_draft_is_not_remembered(start, tmp_path):
    leave(start())
    again = start()
    assert again.library.recent.projects == ()
    assert again.window.notices.texts == ()


def test_a_copy_made_elsewhere_is_a_project_of_its_own(story, tmp_path, qtbot):
    do(story, "new_project")
    shutil.copy(tmp_path / "Story.crossread", tmp_path / "Copy.crossread")
    story.library.open(tmp_path / "Copy.crossread")
    assert len(story.desk.open_ids) == len(sample_files())
    assert [one.name for one in story.library.recent.projects] == ["Copy", "Story"]
    assert Drafts(tmp_path / "data" / "drafts").latest() is None


def test_the_keyboard_is_where_one_reads(program, qtbot):
    window = program.window
    assert isinstance(window.focusWidget(), QPushButton)
    bring(program, qtbot, sample_files()[:2])
    assert window.board.focused_article() == program.desk.open_ids[0]
    qtbot.keyClick(window, Qt.Key.Key_L, CONTROL)
    field = window.focusWidget()
    assert field is window.articles.search
    qtbot.keyClicks(field, "nothing")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    assert window.board.focused_article() == program.desk.open_ids[0]
    do(program, "new_project")
    assert isinstance(window.focusWidget(), QPushButton)
