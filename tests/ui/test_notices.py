"""Notices wait until they are read, and the oldest makes room."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QToolButton, QWidget

from workbench.ui.notices import MOST, Notice, Notices
from workbench.ui.theme import DARK, LIGHT


@pytest.fixture
def notices(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    made = Notices(LIGHT, window)
    yield made
    made.clear()


def button(notices, name):
    found = notices.findChildren(QToolButton)
    return next((one for one in found if one.accessibleName() == name), None)


def test_nothing_to_say_takes_no_room(notices):
    assert notices.isHidden()
    assert notices.texts == ()


def test_what_is_said_stands_there_until_it_is_put_away(notices, qtbot):
    notices.say("Two files gave no article.", "a.pdf: encrypted")
    assert not notices.isHidden()
    assert notices.texts == ("Two files gave no article.",)
    assert notices.details == ("a.pdf: encrypted",)
    qtbot.mouseClick(button(notices, "Put this notice away"), Qt.MouseButton.LeftButton)
    assert notices.texts == ()
    assert notices.isHidden()


def test_what_can_be_done_about_it_stands_beside_it(notices, qtbot):
    done = []
    notices.say("Left out: 2 texts.", action=("Show", lambda: done.append("shown")))
    qtbot.mouseClick(button(notices, "Show"), Qt.MouseButton.LeftButton)
    assert done == ["shown"]
    assert notices.texts == ("Left out: 2 texts.",)


def test_only_the_notice_that_is_clicked_goes(notices):
    for text in ("one", "two", "three"):
        notices.say(text)
    second = notices.findChildren(Notice)[1]
    button(second, "Put this notice away").click()
    assert notices.texts == ("one", "three")
    assert not notices.isHidden()


def test_the_oldest_makes_room(notices):
    for place in range(MOST + 2):
        notices.say(str(place))
    assert notices.texts == tuple(str(place) for place in range(2, MOST + 2))


def test_clearing_puts_all_away(notices):
    notices.say("one")
    notices.say("two")
    notices.clear()
    assert notices.texts == ()
    assert notices.isHidden()


def test_details_are_shown_on_request_and_only_where_there_are_any(notices):
    notices.say("Short.")
    assert button(notices, "Details") is None
    notices.say("More.", "All of it.")
    details = next(one for one in notices.findChildren(QLabel) if one.text() == "All of it.")
    assert details.isHidden()
    button(notices, "Details").click()
    assert not details.isHidden()
    button(notices, "Details").click()
    assert details.isHidden()


def test_a_file_name_is_never_taken_for_markup(notices):
    notices.say("<b>story</b>.html cannot be read.", "<img src=x>")
    formats = {one.textFormat() for one in notices.findChildren(QLabel) if one.text()}
    assert formats == {Qt.TextFormat.PlainText}


def test_a_screen_reader_hears_text_and_details(notices):
    notices.say("Two files gave no article.", "a.pdf: encrypted")
    notice = notices.findChild(Notice)
    assert notice.accessibleDescription() == "Two files gave no article. a.pdf: encrypted"


def test_notices_follow_the_theme(notices):
    notices.set_theme(DARK)
    assert DARK.selected in notices.styleSheet()
    assert LIGHT.selected not in notices.styleSheet()
