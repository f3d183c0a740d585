"""Tables reach the clipboard as text, as rich text and as Markdown."""

import pytest
from PySide6.QtGui import QGuiApplication

from workbench.ui.clipboard import MARKDOWN, put_rows


@pytest.fixture
def clipboard(qapp):
    yield QGuiApplication.clipboard()
    QGuiApplication.clipboard().clear()


def test_rows_are_text_with_tabs_and_a_table(clipboard):
    put_rows(["A\tThe ferry", "B\tThe <b>boat</b>\tleft"])
    data = clipboard.mimeData()
    assert data.text() == "A\tThe ferry\nB\tThe <b>boat</b>\tleft"
    assert data.html() == (
        '<table cellspacing="0"><tr><td>A</td><td>The ferry</td><td></td></tr>'
        "<tr><td>B</td><td>The &lt;b&gt;boat&lt;/b&gt;</td><td>left</td></tr></table>"
    )
    lines = bytes(data.data(MARKDOWN).data()).decode().split("\n")
    assert lines[-1] == "| B | The \\<b\\>boat\\</b\\> | left |"


def test_no_rows_leave_an_empty_clipboard(clipboard):
    put_rows([])
    assert clipboard.text() == ""
