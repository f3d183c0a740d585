"""`crossread self-test`: what it says of a sound program, and of one that is not."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import workbench
from workbench.cli import self_test
from workbench.cli.main import main
from workbench.cli.self_test import Network, as_json, carried_out, open_and_look
from workbench.project.proving import UnprovedError

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def installed(tmp_path):
    """The program as it is installed, away from its source tree."""
    package = tmp_path / "site" / "workbench"
    leave = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "workbench", package, ignore=leave)
    shutil.copytree(ROOT / "resources", package / "_resources", ignore=leave)
    shutil.copytree(ROOT / "sample_docs", package / "_sample_docs", ignore=leave)
    return package.parent


def test_an_installed_program_tests_itself(installed, tmp_path):
    out = tmp_path / "result.json"
    run = subprocess.run(
        [sys.executable, "-m", "workbench", "self-test", "--out", str(out)],
        cwd=installed,
        env={**os.environ, "PYTHONPATH": str(installed), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    result = json.loads(out.read_text(encoding="utf-8"))
    assert [each for each in result["checks"] if not each["ok"]] == []
    assert (run.returncode, run.stdout, run.stderr, result["ok"]) == (0, "", "", True)
    assert result["version"] == result["facts"]["Crossread"].split()[0] == workbench.__version__
    names = [each["name"] for each in result["checks"]]
    assert names[:3] == ["window", "start without network", "fonts"]
    assert {"comparison", "quotations", "project", "search", "no network"} < set(names)
    assert not list(Path(os.environ["TMPDIR"]).glob("crossread-*"))


def test_what_is_not_well_is_told_and_the_status_is_3(monkeypatch, capfdbinary):
    def trials(folder, open_window):
        yield "sound", lambda: None
        yield "window", lambda: open_and_look(folder, open_window)

    monkeypatch.setattr(self_test, "trials", trials)
    assert main(["self-test"], lambda *_all, **_options: 7) == 3
    result = json.loads(capfdbinary.readouterr().out)
    assert result["ok"] is False
    told = {each["name"]: each["why"] for each in result["checks"]}
    assert told == {"sound": "", "window": "the window ended with 7"}


def test_a_program_without_a_console_writes_to_a_file(monkeypatch, tmp_path):
    monkeypatch.setattr(self_test, "trials", lambda _folder, _open_window: iter(()))
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert main(["self-test", "--out", str(tmp_path / "out.json")], lambda *_all: 0) == 0
    assert json.loads((tmp_path / "out.json").read_text())["ok"] is True


def raising(error):
    def trial():
        raise error

    return trial


@pytest.mark.parametrize(
    ("error", "why"),
    [
        (UnprovedError("nobody is quoted"), "nobody is quoted"),
        (ImportError("no", name="lxml"), "ImportError: lxml"),
        (KeyError("x"), "KeyError: "),
    ],
)
def test_whatever_goes_wrong_is_why(error, why):
    check = carried_out("trial", raising(error))
    assert not check.ok
    assert why in check.why
    assert json.loads(as_json([check]))["checks"][0]["seconds"] >= 0


def test_a_picture_with_nothing_on_it_is_found(tmp_path):
    def open_window(_project, *, sample, picture, comparison):
        picture.write_bytes(self_test.PNG)
        comparison.write_text("</html>")
        return 0

    with pytest.raises(UnprovedError, match="picture is empty"):
        open_and_look(tmp_path, open_window)


def test_a_module_for_the_network_is_found(monkeypatch):
    monkeypatch.setitem(sys.modules, "PySide6.QtNetwork", None)
    with pytest.raises(UnprovedError, match="QtNetwork"):
        Network().require_nothing_loaded()


@pytest.mark.parametrize(
    ("event", "arguments", "reached"),
    [
        ("socket.connect", (None, "/run/user/1000/bus"), False),
        ("socket.bind", (None, b"\0local"), False),
        ("socket.connect", (None, ("192.0.2.1", 80)), True),
        ("socket.getaddrinfo", ("example.org", 80), True),
        ("socket.gethostbyname", ("example.org",), True),
        ("open", ("/etc/hosts", "r"), False),
    ],
)
def test_reaching_for_the_network_is_found(event, arguments, reached):
    network = Network()
    network._hear(event, arguments)
    if reached:
        with pytest.raises(UnprovedError, match=event):
            network.require_nothing_reached()
    else:
        network.require_nothing_reached()


def test_the_network_is_watched():
    network = Network()
    network.watch()
    sys.audit("socket.connect", None, ("192.0.2.1", 80))
    assert network.reached == "socket.connect"
