"""What a person does on the page of exports to let something out of the window.

Tests import it by its name, for this folder is on their path.
"""

from PySide6.QtCore import Qt

from workbench.project.importing import read_files

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
PATIENCE = 30_000


class Answers:
    """Stands where the system's dialogs stand and gives the answers a person would."""

    def __init__(self, new_file=None):
        self.chosen = new_file
        self.asked = []
        self.shown = []

    def new_file(self, title, name, kinds):
        self.asked.append((title, name, kinds))
        return self.chosen

    def show_file(self, path):
        self.shown.append(path)


def press(program, qtbot, key, modifiers=NONE):
    """Press a key in whatever has the keyboard."""
    qtbot.keyClick(program.window.focusWidget() or program.window, key, modifiers)


def page(program):
    return program.window.importing.export


def open_page(program, qtbot, key=Qt.Key.Key_E, modifiers=CONTROL):
    press(program, qtbot, key, modifiers)
    qtbot.waitUntil(lambda: page(program).isVisible())


def aim(program, qtbot, wanted, form=""):
    """Choose for what, and as what."""
    qtbot.mouseClick(page(program).aim.buttons[wanted.value], LEFT)
    if form:
        qtbot.mouseClick(page(program).forms[wanted].buttons[form], LEFT)


def wait_for_preview(program, qtbot, words):
    shown = page(program).sample
    qtbot.waitUntil(
        lambda: words in shown.text.toPlainText() and not shown.said_words, timeout=PATIENCE
    )


def pick(picker, words):
    """Choose an entry of a list by its words, as the keyboard does."""
    picker.setCurrentIndex(picker.findText(words))


def export(program, qtbot, path):
    """Press Enter, name a file, and wait until it is there."""
    program.exporting._asking = answers = Answers(path)
    press(program, qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(
        lambda: any(str(path) in said for said in program.window.notices.texts), timeout=PATIENCE
    )
    assert not page(program).isVisible()
    return answers


def text_of(path):
    """Return what our own readers find in a file."""
    (reading,) = read_files([path])
    return reading.articles[0].text
