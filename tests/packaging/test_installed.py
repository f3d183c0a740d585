"""What an installer is judged by in a clean system, without making one."""

import os
import subprocess
import sys

import installed
import pytest
from clean_root import CleanRoot
from console import Stop

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
    kind = installed.KINDS["deb"]
    made = installed.Trial(kind, root, None, "test")
    (root.inside(installed.STORY).parent).mkdir(parents=True)
    before = root.files()
    root.inside(installed.STORY).touch()
    for name in (".config/crossread/settings.json", command):
        file = root.inside(installed.HOME / name)
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
    running = installed.begin(["sh", "-c", "sleep 60 & echo $!; sleep 60"])
    installed.end(running)
    assert running.returncode < 0
    group = subprocess.run(
        ["ps", "-o", "stat=", "-g", str(running.pid)], check=False, capture_output=True, text=True
    )
    assert all("Z" in line for line in group.stdout.splitlines())
