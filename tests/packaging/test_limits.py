"""The size limits are held where they stand, and not a line sooner."""

import subprocess
import sys
from pathlib import Path

import limits
import pytest


def function(lines, head="def long():"):
    return f"{head}\n" + "    pass\n" * (lines - 1)


@pytest.mark.parametrize("head", ["def long():", "async def long():"])
def test_a_long_function_is_named(head):
    source = "first = 1\n" + function(41, head)
    assert list(limits.breaches("m.py", source)) == [
        "m.py:2: long: 41 lines in a function, 40 at most"
    ]


def test_a_long_method_is_named():
    method = "".join(f"    {line}\n" for line in function(41).splitlines())
    (told,) = limits.breaches("m.py", f"class C:\n{method}")
    assert "long: 41 lines" in told


def test_a_long_class_is_named():
    assert not list(limits.breaches("m.py", "class Long:\n" + "    x = 1\n" * 299))
    assert list(limits.breaches("m.py", "class Long:\n" + "    x = 1\n" * 300)) == [
        "m.py:1: Long: 301 lines in a class, 300 at most"
    ]


def test_forty_lines_and_decorators_are_granted():
    assert not list(limits.breaches("m.py", "@first\n@second\n" + function(40)))


def test_a_long_module_is_named():
    assert not list(limits.breaches("m.py", "x = 1\n" * 350))
    assert list(limits.breaches("m.py", "x = 1\n" * 351)) == [
        "m.py: 351 lines in a module, 350 at most"
    ]


@pytest.mark.parametrize(("lines", "status"), [(40, 0), (41, 1)])
def test_the_command_fails_for_a_breach_anywhere_below(tmp_path, lines, status):
    (tmp_path / "deep" / "er").mkdir(parents=True)
    (tmp_path / "deep" / "er" / "m.py").write_text(function(lines), encoding="utf-8")
    command = [sys.executable, limits.__file__, str(tmp_path)]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    assert answer.returncode == status
    assert ("m.py:1: long" in answer.stdout) == bool(status)


def test_a_folder_that_is_not_there_fails(tmp_path):
    assert limits.main([str(tmp_path / Path("missing"))]) == 1
