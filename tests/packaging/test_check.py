"""The check is silent about what is right and stops at what is wrong."""

import sys
from pathlib import Path

import check
import pytest
from console import Stop

ROOT = Path(__file__).resolve().parents[2]
MADE = {"build", "dist"}


def test_a_step_that_succeeds_says_only_its_name_and_time(capfd):
    check.perform(check.Step("layers", (sys.executable, "-c", "print('much ado')")))
    (line,) = capfd.readouterr().out.splitlines()
    assert line.startswith("layers ")
    assert line.endswith(" s")


def test_a_step_that_fails_says_why_and_stops(capfd):
    script = "import sys; print('this'); sys.exit('and that')"
    with pytest.raises(Stop, match="stopped at: types"):
        check.perform(check.Step("types", (sys.executable, "-c", script)))
    assert capfd.readouterr().out.splitlines()[1:] == ["this", "and that"]


def test_full_coverage_is_demanded_of_folders_that_are_there():
    for folder in check.WHOLLY_TESTED:
        assert (ROOT / "workbench" / folder / "__init__.py").is_file()
    (include,) = [part for part in check.coverage_step().command if "--include" in part]
    assert include.count("workbench/") == len(check.WHOLLY_TESTED)


def test_all_our_modules_are_held_to_the_size_limits():
    (step,) = [step for step in check.quiet_steps() if step.name == "size limits"]
    folders = {path for path in ROOT.glob("[!.]*/") if path.name not in MADE}
    ours = {folder.name for folder in folders if any(folder.rglob("*.py"))}
    assert ours == set(step.command[2:])
