"""The system packages are named rightly, and those named are enough to open a window."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import system_libraries
from system_libraries import Need

LIST = Path(system_libraries.__file__).with_name("system-libraries.txt")
SHORT = """
# all of them
libegl1          # a reason
libglib2.0-0 | libglib2.0-0t64

[test]
xvfb  # a screen
"""
WINDOW = """
from PySide6.QtWidgets import QApplication, QWidget
application = QApplication([])
window = QWidget()
window.show()
application.processEvents()
print(application.platformName(), window.isVisible())
"""


def test_the_list_is_read():
    glib = Need(("libglib2.0-0", "libglib2.0-0t64"))
    needs = (Need(("libegl1",)), glib)
    assert system_libraries.parse(SHORT, for_tests=False) == needs
    assert system_libraries.parse(SHORT, for_tests=True) == (*needs, Need(("xvfb",)))


def test_the_shipped_list_names_each_package_once():
    needs = system_libraries.parse(LIST.read_text(encoding="utf-8"), for_tests=True)
    names = system_libraries.every_name(needs)
    assert {"libegl1", "libxcb-cursor0", "fonts-inter", "xvfb"} <= set(names)
    assert len(names) == len(set(names))


def test_any_name_meets_a_need():
    needs = system_libraries.parse(SHORT, for_tests=True)
    present = frozenset({"libglib2.0-0t64", "libegl1"})
    assert system_libraries.unmet(needs, present) == (Need(("xvfb",)),)


@pytest.mark.parametrize(
    ("on_offer", "chosen"),
    [
        ({"old", "new"}, "old"),
        ({"new"}, "new"),
        (set(), "old"),
    ],
)
def test_the_name_that_can_be_had_is_chosen(on_offer, chosen):
    need = Need(("old", "new"))
    assert system_libraries.choose([need], frozenset(on_offer)) == (chosen,)


def test_the_command_can_be_typed_as_it_stands():
    packages = ("libegl1", "libglib2.0-0")
    install = "apt-get install -y --no-install-recommends libegl1 libglib2.0-0"
    with_sudo = system_libraries.command_to_type(packages, with_sudo=True)
    assert with_sudo == f"sudo apt-get update && sudo {install}"
    without = system_libraries.command_to_type(packages, with_sudo=False)
    assert without == f"su -c 'apt-get update && {install}'"


@pytest.fixture
def screen():
    """Lend the name of an X display that nobody sees."""
    if not shutil.which("Xvfb"):
        pytest.skip("Xvfb is not installed")
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "800x600x24"]
    command += ["-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL) as server:
        os.close(writing)
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        yield f":{number}"
        server.terminate()


def test_a_window_opens_on_x(screen):
    variables = {**os.environ, "DISPLAY": screen, "QT_QPA_PLATFORM": "xcb"}
    answer = subprocess.run(
        [sys.executable, "-c", WINDOW], env=variables, capture_output=True, text=True, check=False
    )
    assert answer.stdout == "xcb True\n", answer.stderr
