"""The tutorial of the manual, gone through step by step with the keys that it names."""

from collections import Counter
from itertools import chain

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

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

    assert window.collation.isVisible()  # 3
    press(Qt.Key.Key_N)
    press(Qt.Key.Key_N)
    third = desk.comparison.clusters[2]
    assert desk.chosen == third.id
    assert third.passages[0].span.of(words[third.passages[0].article]) in tutorial


def test_who_changed_the_phrase_is_found_out(story, press, tutorial, qtbot):
    window, desk = story.window, story.desk
    choose_second_of_most(window, qtbot)  # 3
    chosen = desk.cluster(desk.chosen)
    words = {article.id: article for article in desk.articles}
    said = {
        words[one.article].outlet: one.span.of(words[one.article].text) for one in chosen.passages
    }
    assert said["Meridian Wire"].startswith("President Xi Jinping told lawmakers")
    has_quality = {outlet: "new quality productive" in each for outlet, each in said.items()}
    assert has_quality == {"Meridian Wire": True, "East River Times": False, "Review Weekly": True}

    press(Qt.Key.Key_F11)  # 4
    assert window.terms.isVisible()
    (family,) = desk.comparison.terms
    outlets = {
        term.text: Counter(words[use.article].outlet for use in term.uses) for term in family.terms
    }
    assert outlets["new quality productive forces"].total() == 11
    assert outlets["new productive forces"] == {
        "East River Times": 3, "The Daily Ledger": 1, "Harbour Post": 1,
    }  # fmt: skip
    assert "it stands 11 times in the five articles" in tutorial
    assert "“new productive forces” 5 times" in tutorial
    press(Qt.Key.Key_F9)
    assert window.wording.isVisible()
    assert ("new quality", "new", 4) in first_differences(desk.comparison)

    press(Qt.Key.Key_F12)  # 5
    assert window.quotations.isVisible()
    quoting = {each.article for each in desk.comparison.quotations if "Wei" in (each.speaker or "")}
    assert {words[article].outlet for article in quoting} == {"The Daily Ledger", "Harbour Post"}


def choose_second_of_most(window, qtbot):
    """Put what most outlets have first in the list of passages, and click its second row."""
    (button,) = (
        each for each in window.passages.order.findChildren(QAbstractButton)
        if each.text() == "Articles"
    )  # fmt: skip
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    table = window.passages.table
    place = table.visualRect(table.model().index(1, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)


def first_differences(comparison):
    return [(each.a, each.b, len(each.pairs)) for each in comparison.wording[:6]]


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
    press(Qt.Key.Key_F9)
    press(Qt.Key.Key_F8)  # 7
    choose_second_of_most(window, qtbot)
    press(Qt.Key.Key_A)
    panel = window.annotation_panel
    assert panel.isVisible()
    assert "Meridian Wire" in panel.heading.text()
    qtbot.keyClicks(window.focusWidget(), "Term changed")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Tab)
    qtbot.keyClicks(window.focusWidget(), "Without quality in the East River Times.")
    press(Qt.Key.Key_Return, CTRL)
    (made,) = annotations_of(project)
    assert made.memo == "Without quality in the East River Times."
    assert [tag.name for tag in project.codebook().tags] == ["Term changed"]
    press(Qt.Key.Key_Z, CTRL)
    assert annotations_of(project) == ()
    press(Qt.Key.Key_Z, CTRL | SHIFT)
    assert annotations_of(project) == (made,)

    press(Qt.Key.Key_E, CTRL)  # 8
    page = window.importing.currentWidget()
    qtbot.waitUntil(lambda: "1 excerpt" in page.title.text(), timeout=PATIENCE)
    press(Qt.Key.Key_Escape)
    assert window.board.isVisible()
