"""The workflow is whole as far as it can be seen from here: what it names is there."""

import importlib
import inspect
import re
import sys
from pathlib import Path

import installed
import pytest
import windows_release
import yaml
from release import KINDS
from release_needs import FONT, TOOLS

ROOT = Path(__file__).resolve().parents[2]
FILE = ROOT / ".github" / "workflows" / "installers.yml"
TEXT = FILE.read_text(encoding="utf-8")
JOBS = yaml.safe_load(TEXT)["jobs"]
STEPS = [step for job in JOBS.values() for step in job["steps"]]
COMMANDS = "\n".join(step["run"] for step in STEPS if "run" in step)
CALLED = [
    (name, words.replace("\\\n", " ").split())
    for name, words in re.findall(r"packaging/(\w+)\.py\"?((?:.*\\\n)*.*)", COMMANDS)
]


def used(action):
    return [step["with"] for step in STEPS if step.get("uses", "").startswith(f"{action}@")]


def test_every_step_does_one_thing():
    assert all(("run" in step) != ("uses" in step) for step in STEPS)
    assert all(step["name"] for step in STEPS if "run" in step)


def test_every_script_that_is_called_is_there():
    called = set(re.findall(r"\b(packaging/[\w/]+\.py)", COMMANDS))
    assert {"packaging/do.py", "packaging/mac_release.py"} <= called
    assert all((ROOT / name).is_file() for name in called)


@pytest.mark.parametrize(("script", "words"), CALLED)
def test_every_script_understands_what_it_is_told(script, words, monkeypatch):
    module = importlib.import_module(script)
    monkeypatch.setattr(sys, "argv", [script, *words])
    if "parse_arguments" in vars(module):
        assert module.parse_arguments()
    else:
        assert len(words) == len(inspect.signature(module.main).parameters)


def test_every_action_is_one_that_cannot_be_changed():
    actions = re.findall(r"uses: (.*)", TEXT)
    pinned = re.compile(r"actions/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
    assert [each for each in actions if not pinned.fullmatch(each)] == []
    assert len({each.split("@")[0] for each in actions}) == len(set(actions))


def test_the_targets_of_make_are_there():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"\bmake (\w+)", COMMANDS))
    assert targets
    assert all(re.search(rf"^{name}:", makefile, re.MULTILINE) for name in targets)


def test_jobs_wait_for_jobs_that_are_there():
    named = {job["needs"] for job in JOBS.values() if "needs" in job}
    assert named <= JOBS.keys()
    asked = set(re.findall(r"needs\.(\w+)\.outputs\.(\w+)", TEXT))
    assert asked
    assert all(name in JOBS[job]["outputs"] for job, name in asked)
    assert all(JOBS[job]["timeout-minutes"] for job in JOBS)


def test_what_is_fetched_was_kept_before():
    kept = {each["name"] for each in used("actions/upload-artifact")}
    assert {each["name"] for each in used("actions/download-artifact")} <= kept


def installed_in(job):
    """Return the packages that a job installs."""
    commands = "\n".join(step.get("run", "") for step in JOBS[job]["steps"])
    (packages,) = re.findall(r"apt-get install .*?\n((?:.*\\\n)*.*)\n", commands)
    return set(packages.replace("\\", "").split())


def test_what_the_builds_need_is_installed():
    installed = installed_in("linux")
    assert set(windows_release.TOOLS.values()) <= installed
    assert all(installed.intersection(need.names) for need in (*TOOLS, FONT))


def test_what_the_trials_need_is_installed():
    needed = {*installed.TOOLS.values(), *windows_release.TOOLS.values(), "wine"}
    assert needed - installed_in("trials") <= {"util-linux"}


@pytest.mark.parametrize("system", ["ubuntu", "windows", "macos"])
def test_every_system_checks_and_tests_the_program(system):
    systems = JOBS["check"]["strategy"]["matrix"]["system"]
    assert any(each.startswith(system) for each in systems)
    commands = [step.get("run", "") for step in JOBS["check"]["steps"]]
    assert any("packaging/do.py test" in each for each in commands)
    assert any("self-test" in each for each in commands)


def test_every_kind_of_installer_is_tried():
    assert set(KINDS) == {*installed.KINDS, "windows"}
    assert "packaging/installed.py" in COMMANDS
    assert "packaging/windows_proof.py dist/*-setup.exe" in COMMANDS
    assert "Crossread.app/Contents/MacOS/crossread self-test" in COMMANDS


def test_no_address_stands_in_it_and_nothing_may_be_written():
    assert "://" not in TEXT
    assert yaml.safe_load(TEXT)["permissions"] == {"contents": "read"}
