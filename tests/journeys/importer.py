"""What a person does to bring something into the window, and what the look at it then says.

Tests import it by its name, for this folder is on their path.
"""

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication

from workbench.ui.import_cells import COLUMNS


def drop(window, data):
    """Drag data over the middle of a window and let it go there, as a file manager does."""
    place = window.rect().center()
    actions = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton)
    nothing = Qt.KeyboardModifier.NoModifier
    QGuiApplication.sendEvent(window, QDragEnterEvent(place, *actions, nothing))
    QGuiApplication.sendEvent(window, QDropEvent(QPointF(place), *actions, nothing))


def drop_files(program, qtbot, paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    before = len(program.window.importing.view.model.preview.files)
    drop(program.window, data)
    view = program.window.importing.view
    qtbot.waitUntil(
        lambda: view.isVisible() and len(view.model.preview.files) != before, timeout=30_000
    )
    return view


def settled(program, qtbot):
    """Wait until the program has told what corrected articles are."""
    qtbot.waitUntil(lambda: program.importing._judging is None, timeout=30_000)


def rows_of(view):
    return {str(view.model.index(row, 0).data()): row for row in range(view.model.rowCount())}


def said(view, headline, column):
    return view.model.index(rows_of(view)[headline], COLUMNS.index(column)).data()


def press(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def texts(program):
    return program.window.notices.texts
