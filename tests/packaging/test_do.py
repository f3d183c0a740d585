"""The one command finds a Python that will do, or says in one sentence that there is none."""

import ast
import sys
from pathlib import Path

import do
import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="makes small shell scripts")


@pytest.fixture
def launchers(tmp_path, monkeypatch):
    """Let only the launchers stand on the search path that a test puts there."""
    monkeypatch.setenv("PATH", str(tmp_path))

    def put(name, line):
        path = tmp_path / name
        path.write_text(f"#!/bin/sh\n{line}\n", encoding="utf-8")
        path.chmod(0o755)
        return str(path)

    return put


def test_a_launcher_without_its_python_is_passed_over(launchers):
    launchers("python3.11", "echo 'not installed' >&2; exit 127")
    good = launchers("python3.12", "echo 3 12")
    assert do.tested_python() == good


def test_a_launcher_for_another_python_is_passed_over(launchers):
    launchers("python3.11", "echo 3 9")
    assert do.tested_python() is None


def test_the_chore_is_handed_over_with_its_arguments(launchers, monkeypatch, tmp_path):
    launchers(
        "python3.13", f'[ "$1" = -c ] && echo 3 13 && exit; echo "$@" > {tmp_path}/told; exit 7'
    )
    monkeypatch.setattr(sys, "argv", ["do.py", "lock", "--upgrade"])
    assert do.hand_over() == 7
    assert (tmp_path / "told").read_text(encoding="utf-8") == "do.py lock --upgrade\n"


def test_without_any_python_one_sentence_says_so(launchers, monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["do.py", "run"])
    monkeypatch.setattr(do, "TESTED_PYTHONS", ((3, 98), (3, 99)))
    assert do.main() == 1
    (sentence,) = capsys.readouterr().err.splitlines()
    assert sentence.startswith("Crossread needs Python 3.11")


def test_an_old_python_can_read_the_script():
    source = Path(do.__file__).read_text(encoding="utf-8")
    assert ast.parse(source, feature_version=(3, 7))
