"""The window follows the system's text size while it runs: what it says, and what holds that."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTabBar,
    QTableView,
    QTreeView,
)

from workbench.ui.dressing import Dressing
from workbench.ui.main_window import HIDDEN
from workbench.ui.parts import Elided
from workbench.ui.theme import CHROME

WORDY = (QAbstractButton, QLabel, QLineEdit, QTabBar)
ROOM = (1900, 1200)


@pytest.fixture
def usual(qapp):
    """The program's words as large as usual, whatever a test makes of them."""
    before = qapp.font()
    enlarge(qapp, CHROME)
    yield
    qapp.setFont(before)


@pytest.fixture
def dressed(usual, qapp, window, settings):
    """The window of the small story, dressed and with every dock on a tab."""
    settings.set("theme", "light")
    Dressing(qapp, settings, window).serve(window)
    window.resize(*ROOM)
    for name in HIDDEN:
        window.dock(name).show()
    qapp.processEvents()
    yield window
    qapp.setStyleSheet("")


def enlarge(qapp, pixels):
    font = QFont(qapp.font())
    font.setPixelSize(pixels)
    qapp.setFont(font)
    qapp.processEvents()
    qapp.processEvents()


def fonts(window):
    """Return how large the words of each widget are, with the widget, in a lasting order."""
    wordy = [each for kind in WORDY for each in window.findChildren(kind)]
    return {each: each.font().pixelSize() for each in wordy}


def rows(window):
    """Return how high the first row of each list is that has any."""
    found = {}
    for view in (*window.findChildren(QTableView), *window.findChildren(QTreeView)):
        if view.model() is not None and view.model().rowCount():
            is_table = isinstance(view, QTableView)
            found[view] = view.rowHeight(0) if is_table else view.sizeHintForRow(0)
    return found


def cut(window):
    """Return the words that are cut off: of labels and buttons in sight that do not say so."""
    found = []
    for each in window.findChildren(QLabel):
        is_seen = each.isVisible() and each.text() and not isinstance(each, Elided)
        high = each.fontMetrics().height()
        if is_seen and each.height() < high:
            found.append(f"{each.text()[:40]!r}: {each.height()} of {high}")
    for each in window.findChildren(QAbstractButton):
        is_seen = each.isVisible() and each.text()
        if is_seen and each.height() < each.fontMetrics().boundingRect(each.text()).height():
            found.append(f"button {each.text()!r}: {each.height()}")
    for head in window.findChildren(QHeaderView):
        is_level = head.isVisible() and head.orientation() == Qt.Orientation.Horizontal
        if is_level and head.height() < head.fontMetrics().height():
            found.append(f"head: {head.height()}")
    return found


def differing(before, after, times):
    """Return which widgets' words are not so many times as large as before."""
    return [
        f"{type(each).__name__} {each.objectName() or each.accessibleName()}: {size}, {after[each]}"
        for each, size in before.items()
        if each in after and after[each] != round(size * times)
    ]


@pytest.mark.parametrize("pixels", [20, 26])
def test_every_word_follows_at_once_and_back(qapp, dressed, pixels, qtbot):
    before, before_rows = fonts(dressed), rows(dressed)
    assert len(before) > 100
    enlarge(qapp, pixels)
    assert differing(before, fonts(dressed), pixels / CHROME) == []
    qtbot.waitUntil(lambda: cut(dressed) == [])
    enlarge(qapp, CHROME)
    assert differing(before, fonts(dressed), 1) == []
    assert rows(dressed) == before_rows


def test_rows_texts_and_docks_grow_with_the_words(qapp, dressed, qtbot):
    view = dressed.board.panes[0].view
    docks = [dressed.dock(name) for name in ("articles_list", "passages_list")]
    before, widths = rows(dressed), [dock.width() for dock in docks]
    size = view.document().defaultFont().pixelSize()
    enlarge(qapp, 2 * CHROME)
    after = rows(dressed)
    flat = {
        type(each).__name__: (height, after[each])
        for each, height in before.items()
        if after[each] < 1.5 * height
    }
    assert flat == {}
    assert view.document().defaultFont().pixelSize() == size * 2
    head, status = dressed.board.panes[0].head, dressed.statusBar()
    qtbot.waitUntil(
        lambda: all(dock.width() > width for dock, width in zip(docks, widths, strict=True))
    )
    qtbot.waitUntil(lambda: head.height() >= head.minimumSizeHint().height())
    qtbot.waitUntil(lambda: status.height() >= status.sizeHint().height())


@pytest.mark.parametrize("name", ["dark", "contrast"])
def test_other_colours_leave_the_size_as_it_is(qapp, dressed, name):
    enlarge(qapp, 2 * CHROME)
    before = fonts(dressed)
    dressed.actions_by_name[name].trigger()
    qapp.processEvents()
    assert differing(before, fonts(dressed), 1) == []


def test_the_systems_own_change_is_followed(qapp, dressed, monkeypatch, qtbot):
    larger = QFont(qapp.font())
    larger.setPixelSize(20)
    monkeypatch.setattr(QFontDatabase, "systemFont", lambda _: larger)
    QApplication.sendEvent(dressed.windowHandle(), QEvent(QEvent.Type.ThemeChange))
    assert qapp.font().pixelSize() == 20
    qtbot.waitUntil(lambda: dressed.toolbar.buttons["shared"].font().pixelSize() == 20)


def test_a_size_the_analyst_gave_to_the_texts_is_kept(qapp, dressed):
    for _ in range(3):
        dressed.actions_by_name["larger"].trigger()
    view = dressed.board.panes[0].view
    size = view.document().defaultFont().pixelSize()
    enlarge(qapp, 2 * CHROME)
    assert view.document().defaultFont().pixelSize() == size * 2
    dressed.actions_by_name["usual_size"].trigger()
    assert view.document().defaultFont().pixelSize() == (size - 3) * 2


def test_the_names_of_lists_are_read_whole_in_a_narrow_window_too(dressed, qapp):
    dressed.resize(1100, 700)
    qapp.processEvents()
    rows = dressed.findChildren(QTabBar)
    assert rows
    for row in rows:
        needed = [row.fontMetrics().horizontalAdvance(row.tabText(at)) for at in range(row.count())]
        assert all(row.tabRect(at).width() >= room for at, room in enumerate(needed))
