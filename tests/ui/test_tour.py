"""The tour: a bubble beside each part, led by keys, in nobody's way."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QLabel, QToolButton

from workbench.ui.tour import Tour
from workbench.ui.tour_steps import STEPS, told


@pytest.fixture
def tour(window):
    made = Tour(window)
    made.begin()
    yield made
    made.end()


def place_of(widget, window):
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def press(qtbot, window, *keys):
    for key in keys:
        qtbot.keyClick(window.focusWidget(), key)


def test_each_step_rings_its_part_and_says_its_keys(tour, window):
    for place, step in enumerate(STEPS):
        part = step.part(window)
        assert tour.title.text() == step.title
        assert tour.count.text() == f"{place + 1} of {len(STEPS)}"
        assert "{" not in tour.words.text()
        assert tour.ring.geometry().intersects(place_of(part, window)), step.title
        assert tour.ring.isVisible()
        assert window.rect().contains(tour.geometry())
        tour.step(1)
    assert not tour.isVisible()
    assert not tour.ring.isVisible()


@pytest.mark.parametrize("size", [(1280, 720), (1600, 1000), (900, 560)])
def test_the_bubble_is_whole_and_hides_no_small_part(tour, window, size, qtbot):
    window.resize(*size)
    for _ in STEPS:
        tour._settle()
        words = tour.words
        assert words.heightForWidth(words.width()) <= words.height()
        part = tour.ring.geometry()
        if part.width() < window.width() // 3:
            assert not tour.geometry().intersects(part), tour.title.text()
        tour.step(1)


def test_keys_lead_on_and_back_and_end_it(tour, window, qtbot):
    press(qtbot, window, Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Enter)
    assert tour.count.text().startswith("4 ")
    press(qtbot, window, Qt.Key.Key_Left)
    assert tour.count.text().startswith("3 ")
    with qtbot.waitSignal(tour.ended):
        press(qtbot, window, Qt.Key.Key_Escape)
    assert not tour.isVisible()


def test_back_stops_at_the_first_and_done_ends(tour, window, qtbot):
    press(qtbot, window, Qt.Key.Key_Left)
    assert tour.count.text().startswith("1 ")
    assert not tour.back.isEnabled()
    for _ in STEPS[1:]:
        qtbot.mouseClick(tour.next, Qt.MouseButton.LeftButton)
    assert tour.next.text() == "Done"
    qtbot.mouseClick(tour.back, Qt.MouseButton.LeftButton)
    assert tour.next.text() == "Next"
    tour.back.setFocus()
    press(qtbot, window, Qt.Key.Key_Return)
    assert tour.isVisible()
    tour.close_button.click()
    assert not tour.isVisible()


def test_keys_of_the_tour_are_kept_from_the_window_and_others_are_not(tour, window, qtbot):
    window.desk.choose("ferry")
    press(qtbot, window, Qt.Key.Key_Escape)
    assert window.desk.chosen == "ferry"
    tour.begin()
    press(qtbot, window, Qt.Key.Key_N)
    assert window.desk.chosen == "band"
    assert tour.isVisible()
    qtbot.keyClick(tour, Qt.Key.Key_Right)
    qtbot.keyClick(tour, Qt.Key.Key_X)
    assert tour.count.text().startswith("2 ")


def test_the_window_is_in_use_meanwhile_and_gets_its_keyboard_back(window, qtbot):
    view = window.board.panes[0].view
    view.setFocus()
    tour = Tour(window)
    tour.begin()
    assert window.focusWidget() is tour.next
    tour.end()
    assert window.focusWidget() is view
    tour.begin()
    other = window.board.panes[1].view
    other.setFocus()
    tour.end()
    assert window.focusWidget() is other


def test_where_a_part_is_hidden_the_bubble_stays_without_a_ring(tour, window, qtbot):
    assert tour.ring.isVisible()
    window.dock("articles_list").hide()
    qtbot.waitUntil(lambda: not tour.ring.isVisible())
    assert window.rect().contains(tour.geometry())
    window.show_dock("articles_list")
    qtbot.waitUntil(tour.ring.isVisible)


def test_without_an_open_pane_there_is_nothing_to_ring(tour, window):
    window.desk.show_articles(())
    for _ in STEPS:
        assert tour.isVisible()
        tour.step(1)


def test_the_bubble_follows_its_part(tour, window, qtbot):
    before = tour.ring.geometry()
    window.resize(window.width() - 200, window.height() - 100)
    qtbot.waitUntil(lambda: tour.ring.geometry() != before)
    assert tour.ring.geometry().intersects(place_of(window.articles, window))


def test_a_screen_reader_is_told_all_of_a_step(tour, window):
    assert tour.accessibleName() == f"Tour, 1 of {len(STEPS)}: {STEPS[0].title}"
    assert tour.words.text() in tour.next.accessibleDescription()
    assert all(button.accessibleName() for button in tour.findChildren(QToolButton))


def test_an_action_without_a_key_is_told_by_its_name(window):
    window.actions_by_name["legend"].setShortcuts([])
    assert told("{legend} and {annotate}", window.actions_by_name) == "“Legend” and A"


def test_the_ring_is_painted_and_lets_the_mouse_through(tour, window):
    assert tour.ring.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    picture = tour.ring.grab().toImage()
    assert picture.pixelColor(picture.width() // 2, 1) == window.palette().highlight().color()


def test_words_of_the_tour_are_no_markup(tour):
    assert {one.textFormat() for one in tour.findChildren(QLabel)} == {Qt.TextFormat.PlainText}
