"""A mistake of ours is shown, written down and told once, and names nothing of the analyst's."""

import faulthandler
import sys
import threading

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QToolButton

from workbench.project.logbook import Logbook
from workbench.ui.crash_notices import ENDED, MISTAKE, UNWRITTEN, WRITTEN, CrashNotices
from workbench.ui.crash_watch import CrashWatch
from workbench.ui.notices import Notices
from workbench.ui.theme import LIGHT

TRACE = "Traceback\n  workbench/ui/desk.py, line 1, in step\nKeyError: (3 characters)"


@pytest.fixture
def state(tmp_path):
    return tmp_path / "state"


@pytest.fixture
def notices(qtbot):
    made = Notices(LIGHT)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def shown():
    """The folders that were to be shown."""
    return []


@pytest.fixture
def crashes(notices, state, shown):
    return CrashNotices(notices, state, Logbook(state), shown.append)


def reports(state):
    return [path.read_text(encoding="utf-8") for path in sorted((state / "reports").glob("*"))]


def press(notices, words):
    buttons = [one for one in notices.findChildren(QToolButton) if one.text() == words]
    buttons[-1].click()


def test_a_mistake_is_shown_and_written_down(crashes, notices, state):
    crashes.tell(TRACE)
    assert notices.texts == (MISTAKE + WRITTEN,)
    assert notices.details == (TRACE,)
    (report,) = reports(state)
    assert TRACE in report
    assert "mistake: KeyError\n" in report


def test_the_same_mistake_is_told_once(crashes, notices, state):
    for trace in (TRACE, TRACE, f"{TRACE} of another kind"):
        crashes.tell(trace)
    assert len(notices.texts) == len(reports(state)) == 2


def test_the_report_can_be_copied_and_its_folder_shown(crashes, notices, state, shown):
    crashes.tell(TRACE)
    press(notices, "Copy report")
    assert [QApplication.clipboard().text()] == reports(state)
    press(notices, "Open its folder")
    assert shown == [state / "reports"]


def test_a_report_that_cannot_be_written_can_still_be_copied(crashes, notices, state):
    state.write_bytes(b"")
    crashes.tell(TRACE)
    assert notices.texts == (MISTAKE + UNWRITTEN,)
    press(notices, "Copy report")
    assert TRACE in QApplication.clipboard().text()


def test_the_end_that_a_system_made_is_told_the_next_time_and_once(crashes, notices, state):
    state.mkdir()
    crashes.hard_faults.write_text(
        "Fatal Python error: Segmentation fault\n\n"
        '  File "/people/wei/workbench/ui/desk.py", line 9 in step\n'
    )
    crashes.look_back()
    crashes.look_back()
    assert notices.texts == (ENDED + WRITTEN,)
    (report,) = reports(state)
    assert 'File "workbench/ui/desk.py", line 9' in report
    assert "wei" not in report
    assert "mistake: Fatal Python error: Segmentation fault\n" in report


def test_after_a_regular_end_there_is_nothing_to_tell(crashes, notices, state):
    crashes.look_back()
    with CrashWatch(crashes):
        pass
    crashes.look_back()
    assert notices.texts == ()


class Button(QObject):
    pressed = Signal()


SECRET = "Wei said so"


def fail():
    raise ValueError(SECRET)


def test_an_error_in_a_slot_is_told(crashes, notices, qtbot):
    button = Button()
    button.pressed.connect(fail)
    with qtbot.captureExceptions() as caught, CrashWatch(crashes):
        button.pressed.emit()
        qtbot.waitUntil(lambda: notices.texts != ())
    assert [kind for kind, _, _ in caught] == [ValueError]
    assert "in fail" in notices.details[0]
    assert SECRET not in notices.details[0]


def test_an_error_in_a_thread_is_told_in_the_window(crashes, notices, qtbot, monkeypatch):
    told = []
    monkeypatch.setattr(threading, "excepthook", told.append)
    with CrashWatch(crashes):
        thread = threading.Thread(target=fail)
        thread.start()
        thread.join()
        qtbot.waitUntil(lambda: notices.texts != ())
    assert len(told) == 1
    assert "in fail" in notices.details[0]


def test_an_exit_is_no_mistake(crashes, notices, monkeypatch):
    told = []
    monkeypatch.setattr(sys, "excepthook", lambda *all_of_it: told.append(all_of_it))
    monkeypatch.setattr(threading, "excepthook", told.append)
    with CrashWatch(crashes):
        sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
        threading.excepthook(
            threading.ExceptHookArgs((SystemExit, SystemExit(), None, threading.current_thread()))
        )
    assert len(told) == 2
    assert notices.texts == ()


def test_all_is_as_before_when_the_window_has_closed(crashes):
    before = sys.excepthook, threading.excepthook, faulthandler.is_enabled()
    with CrashWatch(crashes):
        assert sys.excepthook is not before[0]
    assert (sys.excepthook, threading.excepthook, faulthandler.is_enabled()) == before


@pytest.fixture
def no_faulthandler():
    """Take away for a while what pytest itself has put in."""
    was_enabled = faulthandler.is_enabled()
    faulthandler.disable()
    yield
    if was_enabled:
        faulthandler.enable(sys.__stderr__)


@pytest.mark.usefixtures("no_faulthandler")
def test_python_is_asked_to_write_where_it_is_as_the_system_ends_it(crashes, notices):
    with CrashWatch(crashes):
        assert faulthandler.is_enabled()
        crashes.hard_faults.write_text("Windows fatal exception: code 0x8001010d\n")
    assert not faulthandler.is_enabled()
    crashes.look_back()
    assert notices.texts == ()


@pytest.mark.usefixtures("no_faulthandler")
def test_where_nothing_can_be_written_the_window_opens_all_the_same(crashes, state):
    state.write_bytes(b"")
    with CrashWatch(crashes):
        assert not faulthandler.is_enabled()
