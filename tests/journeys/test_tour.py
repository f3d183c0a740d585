"""The first run: the page of an empty window, and the tour that it offers until it was taken."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

TAKE = "Take a tour of six steps"


@pytest.fixture
def tour(program):
    return program.gestures.touring.tour


def links(program):
    return {
        one.text(): one
        for one in program.window.welcome.findChildren(QToolButton)
        if one.isVisible()
    }


def test_the_tour_is_one_click_away_and_opens_the_sample_story(program, tour, qtbot):
    qtbot.mouseClick(links(program)[TAKE], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(tour.isVisible, timeout=30_000)
    assert len(program.desk.articles) == 5
    assert program.window.focusWidget() is tour.next
    qtbot.keyClick(tour.next, Qt.Key.Key_Escape)
    assert not tour.isVisible()
    program.library.begin()
    assert program.window.welcome.isVisible()
    assert TAKE not in links(program)


def test_the_offer_can_be_declined_for_good(start, qtbot):
    first = start()
    qtbot.mouseClick(links(first)["Do not offer it again"], Qt.MouseButton.LeftButton)
    assert TAKE not in links(first)
    first.window.close()
    second = start()
    assert TAKE not in links(second)
    assert second.window.actions_by_name["tour"].isEnabled()


def test_the_menu_begins_it_on_what_is_open_and_ends_it(program, tour, qtbot):
    program.session.import_text("The ferry left at noon.")
    qtbot.waitUntil(lambda: len(program.desk.articles) == 1)
    action = program.window.actions_by_name["tour"]
    action.trigger()
    assert tour.isVisible()
    assert len(program.desk.articles) == 1
    action.trigger()
    assert not tour.isVisible()
    qtbot.waitUntil(lambda: program.session._comparer._task is None, timeout=20_000)


def test_the_tour_leads_back_from_the_matrix_to_the_texts(program, tour, qtbot):
    program.session.import_text("The ferry left at noon.")
    qtbot.waitUntil(lambda: len(program.desk.articles) == 1)
    program.window.actions_by_name["matrix"].trigger()
    assert not program.window.board.isVisible()
    program.window.actions_by_name["tour"].trigger()
    assert program.window.board.isVisible()
    assert tour.isVisible()
