"""The command line as a whole: what opens the window, and what the exit status says."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import platformdirs
import pytest

import workbench
from workbench.cli.main import COMMANDS, main
from workbench.model import Cancelled, FileError, FileProblem


class Window:
    """Stands where the window is: takes down what it is asked for and ends as it is told."""

    def __init__(self, end=0):
        self.asked = []
        self.end = end

    def __call__(self, project, **options):
        self.asked.append((project, options))
        if isinstance(self.end, BaseException):
            raise self.end
        return self.end


PLAIN = {"sample": False, "picture": None, "comparison": None}


def run(*arguments, **options):
    return subprocess.run(
        [sys.executable, "-m", "workbench", *arguments],
        capture_output=True,
        encoding="utf-8",
        check=False,
        **options,
    )


@pytest.mark.parametrize(
    ("arguments", "asked"),
    [
        ([], (None, PLAIN)),
        (["story.crossread"], (Path("story.crossread"), PLAIN)),
        (["STORY.CROSSREAD"], (Path("STORY.CROSSREAD"), PLAIN)),
        (["--sample"], (None, {**PLAIN, "sample": True})),
        (
            ["--sample", "--picture", "w.png", "--comparison", "c.html"],
            (
                None,
                {"sample": True, "picture": Path("w.png"), "comparison": Path("c.html")},
            ),
        ),
    ],
)
def test_words_that_are_no_command_open_the_window(arguments, asked):
    window = Window(end=7)
    assert main(arguments, window) == 7
    assert window.asked == [asked]


def test_a_project_may_have_any_name_that_is_no_article(tmp_path):
    (tmp_path / "story.backup").write_bytes(b"")
    window = Window()
    assert main([str(tmp_path / "story.backup")], window) == 0
    assert window.asked == [(tmp_path / "story.backup", PLAIN)]


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["comapre", "a.txt"], "crossread compare FILE"),
        (["comapre"], "Did you mean 'compare'?"),
        (["xyzzy"], "no command and no project “xyzzy”."),
        (["ferry.txt"], "crossread import PROJECT FILE"),
        (["a.crossread", "b.crossread"], "one project at a time"),
        (["--smaple"], "--sample"),
        (["import"], "PROJECT"),
        (["check", "a", "b"], "unexpected"),
    ],
)
def test_wrong_usage_is_2_with_a_hint(arguments, hint, capsys):
    window = Window()
    assert main(arguments, window) == 2
    assert hint in capsys.readouterr().err
    assert window.asked == []


def test_help_names_every_command_and_what_opens_the_window(capsys):
    assert main(["--help"], Window()) == 0
    text = capsys.readouterr().out
    for name, entry in COMMANDS.items():
        assert f"  {name} " in text
        assert entry.does in text
    for option in ("--sample", "--picture PNG", "--comparison HTML", "--version"):
        assert option in text


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_its_own_help_that_begins_as_its_name_says(name, capsys):
    assert main([name, "--help"], Window()) == 0
    assert capsys.readouterr().out.startswith(f"Usage: crossread {name} ")


def test_the_version(capsys):
    assert main(["--version"], Window()) == 0
    assert capsys.readouterr().out == f"crossread {workbench.__version__}\n"


@pytest.mark.parametrize("arguments", [["--version", "--verbose"], ["--verbose", "--version"]])
def test_the_version_in_full_names_parts_and_folders(arguments, capsys):
    assert main(arguments, Window()) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == f"crossread {workbench.__version__}"
    names = {line.partition(": ")[0].lower() for line in lines}
    assert {"sqlite", "system", "click", "pyside6-essentials", "drafts", "settings"} <= names


def test_verbose_alone_is_wrong_usage(capsys):
    assert main(["--verbose"], Window()) == 2
    assert "--version" in capsys.readouterr().err


def test_what_the_user_can_act_on_is_1_and_one_sentence(capsys):
    window = Window(end=FileError("ferry.txt", FileProblem.MISSING))
    assert main([], window) == 1
    assert capsys.readouterr().err == "There is no file “ferry.txt”; check its name and folder.\n"


@pytest.mark.parametrize("end", [KeyboardInterrupt(), Cancelled()])
def test_an_interrupt_is_130_and_quiet(end, capsys):
    assert main([], Window(end)) == 130
    assert capsys.readouterr().err == ""


def test_an_exit_goes_through():
    with pytest.raises(SystemExit):
        main([], Window(SystemExit(5)))


@pytest.mark.parametrize(
    ("end", "words"),
    [
        (ModuleNotFoundError("No module named 'PySide6'", name="PySide6"), "install Crossread"),
        (
            ImportError("libEGL.so.1: cannot open shared object file", name="PySide6.QtGui"),
            "libEGL.so.1 is missing",
        ),
    ],
)
def test_a_window_without_qt_is_one_sentence(end, words, capsys):
    assert main([], Window(end)) == 1
    assert words in capsys.readouterr().err


@pytest.fixture
def reports(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return platformdirs.user_state_path("crossread", appauthor=False) / "reports"


@pytest.mark.parametrize(
    ("bug", "told"),
    [
        (ZeroDivisionError("by zero"), "ZeroDivisionError: by zero"),
        (ModuleNotFoundError("No module named 'x'", name="x"), "ModuleNotFoundError: x"),
    ],
)
def test_a_bug_is_3_and_names_the_report(bug, told, reports, capsys):
    assert main(["--sample", "story.crossread"], Window(bug)) == 3
    (report,) = reports.iterdir()
    error = capsys.readouterr().err
    assert str(report) in error
    assert "Traceback" not in error
    text = report.read_text(encoding="utf-8")
    assert "crossread --sample ….crossread" in text
    assert told in text
    assert "Traceback" in text


def test_a_bug_that_cannot_be_written_down_is_shown(tmp_path, reports, capsys):
    (tmp_path / "state").write_bytes(b"")
    assert main([], Window(ZeroDivisionError("by zero"))) == 3
    assert "ZeroDivisionError: by zero" in capsys.readouterr().err


HEAVY = ("numpy", "lxml", "docx", "pypdfium2", "sqlite3", "sqlite_utils", "PySide6", "platformdirs")


def test_a_program_without_a_console_has_no_streams(monkeypatch):
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert main(["story.crossread"], Window()) == 0
    assert main(["xyzzy"], Window()) == 2


def test_help_and_version_load_nothing_heavy():
    code = (
        "import sys; from workbench.__main__ import main\n"
        "main()\n"
        f"print([name for name in {HEAVY} if name in sys.modules])"
    )
    for option in ("--help", "--version"):
        result = subprocess.run(
            [sys.executable, "-c", code, option], capture_output=True, text=True, check=True
        )
        assert result.stdout.splitlines()[-1] == "[]"


def test_the_program_itself(tmp_path):
    assert run("--version").stdout == f"crossread {workbench.__version__}\n"
    missing = run("check", str(tmp_path / "none.crossread"))
    assert missing.returncode == 1
    assert missing.stdout == ""
    assert len(missing.stderr.splitlines()) == 1
    assert run("comapre").returncode == 2


def test_any_name_can_be_said_on_any_terminal(tmp_path):
    name = os.fsdecode(b"caf\xe9\xe2\x80\x9c.crossread")
    result = run("check", name, cwd=tmp_path, env={**os.environ, "PYTHONIOENCODING": "ascii"})
    assert result.returncode == 1
    assert "There is no project “caf\\udce9“.crossread”" in result.stderr


def test_a_reader_that_leaves_early_is_no_failure():
    reader, writer = os.pipe()
    os.close(reader)
    result = subprocess.run(
        [sys.executable, "-m", "workbench", "--help"],
        stdout=writer,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writer)
    assert (result.returncode, result.stderr) == (0, b"")


INTERRUPTED = """
import os, signal, sys
from workbench.cli.main import main
def window(project, **options):
    os.kill(os.getpid(), signal.SIGINT)
    while True: pass
sys.exit(main([], window))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no signal to itself")
def test_control_c_ends_quietly():
    result = subprocess.run(
        [sys.executable, "-c", INTERRUPTED],
        capture_output=True,
        check=False,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    assert (result.returncode, result.stderr) == (130, b"")
