"""The guards of conftest.py catch what they are for."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

PLANTED = """
import socket, subprocess, sys, tempfile, threading
import pytest

KEPT = []

def test_clean(): pass

def test_window(qapp):
    from PySide6.QtWidgets import QWidget
    KEPT.append(QWidget(objectName="forgotten"))

def test_closed_window(qtbot):
    from PySide6.QtWidgets import QWidget
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()

def test_thread():
    threading.Thread(target=threading.Event().wait, name="waiting", daemon=True).start()

def test_ending_thread():
    threading.Thread(target=sum, args=([1, 2],)).start()

def test_process():
    KEPT.append(subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE))

def test_file():
    tempfile.mkstemp(prefix="stray")

def test_socket():
    with pytest.raises(RuntimeError, match="network"):
        socket.socket(socket.AF_INET)

def test_address():
    with pytest.raises(RuntimeError, match="network"):
        socket.getaddrinfo("localhost", 80)

def test_home():
    from pathlib import Path
    import platformdirs
    for folder in (Path.home(), Path(platformdirs.user_config_dir()), Path(tempfile.gettempdir())):
        assert "crossread-tests-" in str(folder)

def test_qthread(qapp):
    from PySide6.QtCore import QThread
    KEPT.append(QThread(objectName="spinning"))
    KEPT[-1].start()

@pytest.fixture(scope="session", autouse=True)
def tidy_up():
    yield
    for thing in KEPT:
        getattr(thing, "quit", getattr(thing, "kill", getattr(thing, "close", None)))()
        getattr(thing, "wait", bool)()
"""

LEFT_BEHIND = {
    "test_window": "window forgotten",
    "test_qthread": "QThread spinning",
    "test_thread": "thread waiting",
    "test_process": "process ",
    "test_file": "temporary file stray",
}


@pytest.fixture
def planted(tmp_path):
    """Run the planted tests under a copy of the guards and return the lines of what went wrong."""
    guards = Path(__file__).with_name("conftest.py").read_text(encoding="utf-8")
    (tmp_path / "conftest.py").write_text(guards, encoding="utf-8")
    (tmp_path / "test_planted.py").write_text(PLANTED, encoding="utf-8")
    plain = ("-p", "no:cacheprovider", "-p", "no:randomly", "-p", "no:cov", "-p", "no:xdist")
    answer = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-rfE", *plain, "--rootdir", str(tmp_path)],
        cwd=tmp_path,
        env={**os.environ, "COLUMNS": "300"},
        capture_output=True,
        text=True,
        check=False,
    )
    return [line for line in answer.stdout.splitlines() if line.startswith(("ERROR ", "FAILED "))]


def test_each_guard_catches_its_offender_and_nothing_else(planted):
    told = {line.partition("::")[2].partition(" ")[0]: line for line in planted}
    assert told.keys() == LEFT_BEHIND.keys(), planted
    for name, words in LEFT_BEHIND.items():
        assert words in told[name]
