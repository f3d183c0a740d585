"""A crash of the whole program: what the next start says about it, and what the log has."""

import os
import subprocess
import sys

import pytest

from workbench.model import InputError, InputProblem, ProjectError, ProjectProblem
from workbench.project.logbook import Logbook
from workbench.ui.crash_notices import HARD
from workbench.ui.tasks import Crash

ENDED = """
import os, signal, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from workbench import app

def end(self, **options):
    QTimer.singleShot(0, lambda: os.kill(os.getpid(), signal.SIGSEGV))

app.Program.open = end
app._show((Path(sys.argv[1]),) * 3, None, False, (None, None))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no such signal")
def test_a_start_after_a_crash_tells_of_it(start, tmp_path):
    state = tmp_path / "data" / "state"
    run = subprocess.run(
        [sys.executable, "-c", ENDED.replace("__", "_"), str(state)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        check=False,
    )
    assert run.returncode < 0
    assert "Segmentation fault" in (state / HARD).read_text()
    program = start()
    program.crashes.look_back()
    assert "the last time" in program.window.notices.texts[-1]
    assert "Segmentation fault" in program.window.notices.details[-1]
    assert str(tmp_path) not in next((state / "reports").iterdir()).read_text()


def test_the_log_tells_what_was_done_and_names_nothing(program, qtbot, tmp_path):
    article = tmp_path / "Secret harbour.txt"
    article.write_text("Secret harbour\n\nThe ferry left at noon.", encoding="utf-8")
    with qtbot.waitSignal(program.session.imported):
        program.session.import_paths([article])
    program.session.tell(ProjectError(str(article), ProjectProblem.NEWER))
    program.session.tell(ValueError("Secret harbour"))
    program.session.tell(Crash("Traceback\nKeyError: (3 characters)"))
    program.session.tell(InputError(InputProblem.NO_FILES))
    program.window.close()
    lines = [line.split(" ", 1)[1] for line in Logbook(tmp_path / "data" / "state").last(99)]
    assert lines[0].startswith("start: Crossread ")
    assert lines[1:5] == [
        "project: for writing, empty",
        "work: read_paths",
        "done: read_paths",
        "failed: ProjectError, NEWER",
    ]
    assert {"mistake: ValueError", "mistake: KeyError", "failed: InputError, NO_FILES"} < set(lines)
    assert lines[-1] == "end"
    assert "Secret" not in "\n".join(lines)


def test_work_that_was_stopped_is_noted(program, qtbot, tmp_path):
    with qtbot.waitSignal(program.session.started) as begun:
        program.session.import_paths([tmp_path])
    task = begun.args[0]
    with qtbot.waitSignal(task.cancelled):
        task.cancel()
    assert Logbook(tmp_path / "data" / "state").last(1)[0].endswith("stopped: read_paths")
