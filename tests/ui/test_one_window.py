"""Nothing but the window itself is ever a window: a part shown before it has a place flashes up."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from workbench.ui.main_window import MainWindow
from workbench.ui.theme import LIGHT


class Windows(QObject):
    """Keeps the kinds of all windows that are shown."""

    def __init__(self):
        super().__init__()
        self.shown = []

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(type(watched).__name__)
        return False


@pytest.fixture
def windows(qapp):
    made = Windows()
    qapp.installEventFilter(made)
    yield made
    qapp.removeEventFilter(made)


def test_the_window_alone_is_shown_while_it_is_made_and_filled(windows, desk, articles, qtbot):
    window = MainWindow(desk, LIGHT)
    qtbot.addWidget(window)
    assert windows.shown == []
    window.show()
    desk.show_articles(replace(article, revision=1, text="New.") for article in articles)
    for name in ("passages_list", "wording_list", "terms_list", "search_list", "codebook_list"):
        window.show_dock(name)
    qtbot.waitUntil(lambda: windows.shown == ["MainWindow"])
    window.close()
