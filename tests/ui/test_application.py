"""A file that the system asks the program to open is told, once and as a path.

There is one application in a process, and that of the tests is Qt's: so this one has its own.
"""

import subprocess
import sys

SCRIPT = """
import sys
from PySide6.QtCore import QEvent
from PySide6.QtGui import QFileOpenEvent
from workbench.ui.application import Application

app = Application([])
told = []
app.file_asked.connect(told.append)
heard = app.sendEvent(app, QFileOpenEvent(sys.argv[1]))
app.sendEvent(app, QEvent(QEvent.Type.ApplicationActivate))
print(heard, *told, sep="|")
"""


def test_a_file_that_is_asked_for_is_told(tmp_path):
    project = tmp_path / "My störy.crossread"
    command = [sys.executable, "-X", "utf8", "-c", SCRIPT, str(project)]
    answer = subprocess.run(command, check=True, capture_output=True, encoding="utf-8")
    assert answer.stdout.strip() == f"True|{project}"
