"""What an analyst does with the mouse and the keys to annotate three articles about a ferry.

Tests import it by its name, for this folder is on their path.
"""

from PySide6.QtCore import QPoint, Qt

from workbench.model import Span

FERRY = "The old ferry left the harbour at nine in the morning with forty passengers on board"
GULLS = "Gulls followed the wake as far as the lighthouse"
TEXTS = (
    f"{FERRY}. {GULLS}. A brass band played.",
    f"A report follows. {FERRY.replace('forty', 'fifty')}. Nobody waved at all.",
    f"It rained. {FERRY.replace('forty', 'more than thirty')}.",
)
LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
PATIENCE = 30_000


def view(program, place=0):
    return program.window.board.panes[place].view


def spot(program, point, place=0):
    """Return where a code point of a pane's article stands in its viewport."""
    box = view(program, place).box_of(Span(point, point + 1))
    return box.center() - QPoint(box.width() // 2, 0)


def drag(program, qtbot, words, place=0):
    """Select words with the mouse."""
    start = TEXTS[place].index(words)
    port = view(program, place).viewport()
    begin, end = spot(program, start, place), spot(program, start + len(words), place)
    qtbot.mousePress(port, LEFT, pos=begin)
    qtbot.mouseMove(port, end - QPoint(3, 0))
    qtbot.mouseMove(port, end)
    qtbot.mouseRelease(port, LEFT, pos=end)
    assert view(program, place).selected_words() == words


def click(program, qtbot, words, place=0):
    point = TEXTS[place].index(words) + 1
    qtbot.mouseClick(view(program, place).viewport(), LEFT, pos=spot(program, point, place))


def press(program, qtbot, key, modifiers=NONE):
    """Press a key in whatever has the keyboard."""
    qtbot.keyClick(program.window.focusWidget(), key, modifiers)


def write(program, qtbot, words):
    qtbot.keyClicks(program.window.focusWidget(), words)


def tag(program, qtbot, *names):
    for name in names:
        write(program, qtbot, name)
        press(program, qtbot, Qt.Key.Key_Return)


def annotate(program, qtbot, words, *names, memo="", place=0):
    """Select words, press A, take tags, write a memo, and save with Ctrl+Enter."""
    drag(program, qtbot, words, place)
    press(program, qtbot, Qt.Key.Key_A)
    tag(program, qtbot, *names)
    if memo:
        program.window.annotation_panel.memo.setFocus()
        write(program, qtbot, memo)
    press(program, qtbot, Qt.Key.Key_Return, CONTROL)
    assert not program.window.annotation_panel.isVisible()


def stored(program):
    """Return the annotations of the project: their words, the names of their tags, their memo."""
    project = program.session.project
    tags = project.codebook().by_id
    found = [one for portion in project.reading_annotations() for one in portion]
    return sorted(
        (
            tuple(selector.quote for selector in one.target.selectors),
            tuple(tags[id_].name for id_ in one.tags),
            one.memo,
        )
        for one in found
    )


def undone(program):
    return program.session.undo_stack.undoText()
