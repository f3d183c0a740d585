"""What an installer is judged by in a clean system, without making one."""

import os
import subprocess
import sys

import installed
import installed_trial
import later_version
import pytest
from clean_root import HOME, CleanRoot
from console import Stop
from installed_trial import KINDS, STORY, Trial, raise_number

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="installs on Linux")


@pytest.fixture
def root(tmp_path):
    (tmp_path / "usr" / "lib").mkdir(parents=True)
    (tmp_path / "var" / "lib" / "dpkg").mkdir(parents=True)
    (tmp_path / "var" / "lib" / "dpkg" / "status").touch()
    return CleanRoot(tmp_path)


def test_what_a_system_keeps_for_itself_is_no_trace(root):
    before = root.files()
    (root.folder / "usr" / "lib" / "left").touch()
    (root.folder / "var" / "lib" / "dpkg" / "lock").touch()
    assert root.files() - before == {"./usr/lib/left"}


def test_a_command_runs_without_network_as_the_user(root):
    command = root.command(["true"], user="analyst")
    assert command[:2] == ["unshare", "--net"]
    assert "--userspec=1000:1000" in command
    assert command[-1] == "true"
    assert not [each for each in command if each.startswith("DISPLAY=")]


def trial(root, tmp_path, command):
    made = Trial(KINDS["deb"], root, None, "test")
    (root.inside(STORY).parent).mkdir(parents=True)
    before = root.files()
    root.inside(STORY).touch()
    for name in (".config/crossread/settings.json", command):
        file = root.inside(HOME / name)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    made.look_for_traces(before)
    return made


def test_settings_and_projects_are_no_trace(root, tmp_path):
    assert trial(root, tmp_path, ".local/state/crossread/log").failures == []


def test_a_file_of_the_program_is_one(root, tmp_path):
    assert trial(root, tmp_path, ".local/bin/crossread").failures == ["nothing is left of it"]


def test_the_newest_installer_is_taken(tmp_path, monkeypatch):
    monkeypatch.setattr(installed, "DIST", tmp_path)
    for number, name in enumerate(("crossread_0.2_amd64.deb", "crossread_0.1_amd64.deb")):
        (tmp_path / name).touch()
        os.utime(tmp_path / name, (number, number))
    assert installed.newest("crossread_*_amd64.deb").name == "crossread_0.1_amd64.deb"
    with pytest.raises(Stop, match="make release"):
        installed.newest("*.run")


def test_what_is_begun_is_ended_with_all_it_started():
    running = installed_trial.begin(["sh", "-c", "sleep 60 & echo $!; sleep 60"])
    installed_trial.end(running)
    assert running.returncode < 0
    group = subprocess.run(
        ["ps", "-o", "stat=", "-g", str(running.pid)], check=False, capture_output=True, text=True
    )
    assert all("Z" in line for line in group.stdout.splitlines())


def test_a_project_of_a_later_version_is_known_by_its_number(tmp_path):
    from workbench.model import ProjectError, ProjectProblem
    from workbench.project.project import Project

    file = tmp_path / "story.crossread"
    Project.create(file).close()
    file.write_bytes(raise_number(file.read_bytes()))
    with pytest.raises(ProjectError) as told:
        Project.open(file)
    assert told.value.problem is ProjectProblem.NEWER


def test_what_is_the_users_is_told_apart_by_its_content(root):
    made = Trial(KINDS["deb"], root, None, "test")
    for name in (".config/crossread/settings.json", ".cache/fontconfig/list"):
        root.inside(HOME / name).parent.mkdir(parents=True)
        root.inside(HOME / name).touch()
    root.inside(STORY).write_text("one", encoding="utf-8")
    before = made.users_files()
    assert sorted(before) == [".config/crossread/settings.json", STORY.name]
    root.inside(STORY).write_text("two", encoding="utf-8")
    assert made.users_files()[STORY.name] != before[STORY.name]


def test_a_result_is_one_line_with_what_failed():
    result = installed.Result("deb, bookworm", 3, ("removed",), "0.90 s", 61.2)
    assert " ".join(result.row().split()) == "deb, bookworm 3 of 4 0.90 s 61 s removed"


def test_what_a_trial_needs_is_named_at_once(monkeypatch):
    monkeypatch.setenv("PATH", "")
    with pytest.raises(Stop, match="debootstrap openbox util-linux xdotool xvfb"):
        installed.require()


def test_a_later_version_has_the_next_number(tmp_path):
    from release import version

    (tmp_path / "workbench").mkdir()
    for name in ("pyproject.toml", "workbench/__init__.py"):
        (tmp_path / name).write_bytes((installed.ROOT / name).read_bytes())
    later_version.raise_version(tmp_path)
    said = (tmp_path / "workbench" / "__init__.py").read_text(encoding="utf-8")
    assert f'"{version()}"' not in said
    with pytest.raises(Stop, match="once"):
        later_version.raise_version(tmp_path)
