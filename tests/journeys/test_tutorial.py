"""The tutorial of the manual, gone through step by step with the keys that it names."""

from itertools import chain

import pytest
from PySide6.QtCore import Qt

from workbench.project.manual import manual_pages, words_of
from workbench.ui.manual_words import told_by_window

PATIENCE = 30_000  # milliseconds
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def story(program, qtbot):
    with qtbot.waitActive(program.window):
        program.window.activateWindow()
    qtbot.keyClick(program.window, Qt.Key.Key_O, CTRL | SHIFT)
    qtbot.waitUntil(lambda: bool(program.desk.comparison.clusters), timeout=PATIENCE)
    return program


@pytest.fixture
def press(story, qtbot):
    def press(key, modifiers=Qt.KeyboardModifier.NoModifier):
        qtbot.keyClick(story.window.focusWidget() or story.window, key, modifiers)

    story.window.board.focus_pane(0)
    return press


@pytest.fixture(scope="module")
def tutorial():
    pages = manual_pages(told_by_window() | {"command_list": ""})
    return next(words_of(page) for page in pages if page.name == "tutorial")


def annotations_of(project):
    return tuple(chain(*project.reading_annotations()))


def test_from_the_story_to_the_matrix(story, press, tutorial):
    window, desk = story.window, story.desk
    assert "5 articles" in window.status.text
    assert "25 shared passages" in window.status.text

    press(Qt.Key.Key_N)  # 2
    first = desk.comparison.clusters[0]
    assert desk.chosen == first.id
    words = {article.id: article.text for article in desk.articles}
    a, b = (passage.span.of(words[passage.article]) for passage in first.passages)
    assert "have gone back to their desks after the Spring Festival" in a
    assert "Back at their desks once the Spring Festival was over" in b
    assert "back at their desks once the Spring Festival was over" in tutorial

    window.dock("collation").hide()
    press(Qt.Key.Key_F4)  # 3
    assert window.collation.isVisible()
    press(Qt.Key.Key_N)
    press(Qt.Key.Key_N)
    third = desk.comparison.clusters[2]
    assert desk.chosen == third.id
    assert third.passages[0].span.of(words[third.passages[0].article]) in tutorial

    press(Qt.Key.Key_F12)  # 4
    assert window.quotations.isVisible()
    quoting = {each.article for each in desk.comparison.quotations if "Wei" in (each.speaker or "")}
    outlets = {article.outlet for article in desk.articles if article.id in quoting}
    assert outlets == {"The Daily Ledger", "Harbour Post"}

    for key, dock in ((Qt.Key.Key_F9, window.wording), (Qt.Key.Key_F11, window.terms)):  # 5
        press(key)
        assert dock.isVisible()


def test_the_matrix_and_the_timeline_show_what_is_told(story, press, tutorial, qtbot):
    window = story.window
    press(Qt.Key.Key_M)  # 6
    assert window.overview.isVisible()
    model = window.overview.matrix.model
    qtbot.waitUntil(lambda: model.rowCount() == 5, timeout=PATIENCE)
    told = [model.told(model.index(row, column)) for row in range(5) for column in range(5)]
    (wire,) = (one for one in told if one.startswith("C Meridian Wire: ") and "E Review" in one)
    assert f"{wire.split()[3]} of the Meridian Wire stands in the Review Weekly too" in tutorial
    press(Qt.Key.Key_Y)
    assert window.overview.isVisible()
    press(Qt.Key.Key_Y)
    assert window.board.isVisible()


def test_an_annotation_is_made_undone_and_done_again_and_goes_out(story, press, qtbot):
    window, project = story.window, story.session.project
    press(Qt.Key.Key_N)
    press(Qt.Key.Key_A)  # 7
    panel = window.annotation_panel
    assert panel.isVisible()
    qtbot.keyClicks(window.focusWidget(), "Back to work")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Tab)
    qtbot.keyClicks(window.focusWidget(), "Officials here, leaders there.")
    press(Qt.Key.Key_Return, CTRL)
    (made,) = annotations_of(project)
    assert made.memo == "Officials here, leaders there."
    assert [tag.name for tag in project.codebook().tags] == ["Back to work"]
    press(Qt.Key.Key_Z, CTRL)
    assert annotations_of(project) == ()
    press(Qt.Key.Key_Z, CTRL | SHIFT)
    assert annotations_of(project) == (made,)

    press(Qt.Key.Key_E, CTRL)  # 8
    page = window.importing.currentWidget()
    qtbot.waitUntil(lambda: "1 excerpt" in page.title.text(), timeout=PATIENCE)
    press(Qt.Key.Key_Escape)
    assert window.board.isVisible()
