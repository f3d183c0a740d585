"""Try the Windows installer under Wine: `python3 packaging/windows_trial.py`.

Installs for one user and for all, opens a project, installs once more, removes, and looks each time
at what is on the disk and in the registry. The programs and the script are those of a release; the
packages are a few files, and in the place of Python stands packaging/windows/stand_in.c, which says
how it was started. Needs wine, nsis and gcc-mingw-w64-x86-64 of Debian or Ubuntu.
"""

import filecmp
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import bundle
import windows_release
import windows_stage
from console import Stop, say
from windows_stage import PARTS, SOURCES

RELEASE = "0.0.1"
PATIENCE = 120  # seconds for one step of Wine, of which the first makes its folder
PAUSE = 0.2  # seconds
STATUS = "7"
NOT_POSSIBLE = 3  # what the installer ends with, as installer.nsi says
KEYS = (
    r"Software\Classes\.crossread",
    r"Software\Classes\Crossread.Project.1",
    r"Software\Crossread",
    r"Software\Microsoft\Windows\CurrentVersion\Uninstall\Crossread",
)
OPEN = r"Software\Classes\Crossread.Project.1\shell\open\command"


@dataclass(frozen=True, slots=True)
class Mode:
    """A way to install: its option, where the program and its menu entry go, and its registry."""

    option: str
    folder: str
    menu: str
    root: str


PROGRAMS = r"Microsoft\Windows\Start Menu\Programs"
MODES = (
    Mode(
        "/CurrentUser",
        r"%LOCALAPPDATA%\Programs\Crossread",
        rf"%APPDATA%\{PROGRAMS}\Crossread.lnk",
        "HKCU",
    ),
    Mode(
        "/AllUsers",
        r"%ProgramW6432%\Crossread",
        rf"%ProgramData%\{PROGRAMS}\Crossread.lnk",
        "HKLM",
    ),
)


class Holding:
    """Says what was looked at, and how long that took."""

    def __init__(self) -> None:
        self._last = time.monotonic()

    def __call__(self, what: str, *, so: bool) -> None:
        """Say what holds; raises Stop where it is not so."""
        if not so:
            raise Stop(f"FAIL {what}")
        took, self._last = time.monotonic() - self._last, time.monotonic()
        say(f"ok   {took:6.1f} s  {what}")


def wait_until(it_is: Callable[[], bool], what: str) -> None:
    """Wait for something; raises Stop where it takes too long."""
    last = time.monotonic() + PATIENCE
    while not it_is():
        if time.monotonic() > last:
            raise Stop(f"FAIL {what}")
        time.sleep(PAUSE)


class Wine:
    """Runs programs of Windows in a folder of its own, which goes with it."""

    def __init__(self, folder: Path) -> None:
        quiet = {"WINEDEBUG": "-all", "WINEDLLOVERRIDES": "mscoree,mshtml="}
        self._variables = {**os.environ, "WINEPREFIX": str(folder / "wine"), **quiet}
        self._variables.pop("DISPLAY", None)

    def run(self, *command: str, **variables: str) -> subprocess.CompletedProcess[str]:
        """Run a program to its end and return its exit status and what it says."""
        return self._ask(["wine", *command], variables)

    def _ask(
        self, command: Sequence[str], variables: Mapping[str, str]
    ) -> subprocess.CompletedProcess[str]:
        # files, as a pipe would wait for what Wine itself starts beside and does not end
        with tempfile.TemporaryFile() as said, tempfile.TemporaryFile() as complained:
            try:
                status = subprocess.run(
                    command,
                    check=False,
                    env={**self._variables, **variables},
                    stdout=said,
                    stderr=complained,
                    timeout=PATIENCE,
                ).returncode
            except subprocess.TimeoutExpired as late:
                raise Stop(f"FAIL {command[1]} does not end within {PATIENCE} s.") from late
            words = [_words(each) for each in (said, complained)]
        return subprocess.CompletedProcess(command, status, *words)

    def begin(self, program: Path, **variables: str) -> subprocess.Popen[bytes]:
        """Start a program and do not wait."""
        environment = {**self._variables, **variables}
        return subprocess.Popen(["wine", program], env=environment, stdout=subprocess.DEVNULL)

    def pose_as(self, version: str) -> None:
        """Take the part of a version of Windows."""
        self.run("reg", "add", r"HKCU\Software\Wine", "/v", "Version", "/d", version, "/f")

    def path(self, windows: str) -> Path:
        """Return where a folder or file of Windows lies here."""
        expanded = self.run("cmd", "/c", f"echo {windows}").stdout.strip()
        found = self._ask(["winepath", "-u", expanded], {})
        return Path(found.stdout.strip()).resolve()  # beyond Wine's link for the drive

    def registered(self, key: str) -> str:
        """Return the values of a key of the registry, nothing where it is not there."""
        answer = self.run("reg", "query", key)
        return "" if answer.returncode else answer.stdout

    def end(self) -> None:
        """End all programs that were started in this folder."""
        subprocess.run(["wineserver", "-k"], check=False, env=self._variables)
        subprocess.run(["wineserver", "-w"], check=False, env=self._variables, timeout=PATIENCE)


def _words(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read().decode("utf-8", "replace").replace("\r\n", "\n")


def lay_out(stage: Path) -> None:
    """Make a small stage: real programs, a stand-in for Python, a few files for packages."""
    bundle.prepare()  # draws the icon
    python = stage / PARTS / "python"
    packages = stage / windows_stage.PACKAGES
    for folder in (python, packages / "workbench"):
        folder.mkdir(parents=True)
    windows_stage.compile_programs(stage, RELEASE)
    windows_stage.compile_c(SOURCES / "stand_in.c", python / "python.exe")
    windows_stage.compile_c(SOURCES / "stand_in.c", python / "pythonw.exe", "-mwindows")
    windows_stage.tell_of_packages(python)
    (packages / "workbench" / "__init__.py").write_text('"""Stand-in."""\n', encoding="utf-8")
    (packages / "Zeitungen – 新.txt").write_text("a name in other letters\n", encoding="utf-8")


def differences(one: Path, other: Path) -> list[str]:
    """Return the names of what is not the same in two folders."""
    found: list[str] = []
    compared = [filecmp.dircmp(one, other)]
    while compared:
        pair = compared.pop()
        found += [*pair.left_only, *pair.right_only, *pair.diff_files, *pair.funny_files]
        compared += pair.subdirs.values()
    return found


class Trial:
    """One way to install, from the first installation to the removal."""

    def __init__(self, wine: Wine, mode: Mode, installer: Path, stage: Path, hold: Holding) -> None:
        self._wine, self._mode, self._hold = wine, mode, hold
        self._installer, self._stage = installer, stage
        self._folder = wine.path(mode.folder)
        self._note = stage.parent / "note"

    def run(self) -> None:
        """Try all; raises Stop at the first thing that is not as it should be."""
        say(f"{self._mode.option}: {self._mode.folder}")
        self._install()
        self._start()
        self._open_by_type()
        self._refuse_while_running()
        self._update()
        self._remove()

    def _install(self) -> None:
        status = self._wine.run(str(self._installer), self._mode.option, "/S").returncode
        self._hold("installs without a question", so=status == 0)
        differ = differences(self._stage, self._folder)
        self._hold("the files are those of the stage", so=differ == ["crossread-uninstall.exe"])
        self._hold("is in the Start menu", so=self._wine.path(self._mode.menu).is_file())
        command = self._wine.registered(rf"{self._mode.root}\{OPEN}")
        self._hold("projects are opened with it", so='\\crossread.exe" "%1"' in command)
        told = self._wine.registered(rf"{self._mode.root}\{KEYS[-1]}")
        listed = all(each in told for each in (RELEASE, "EstimatedSize", "QuietUninstallString"))
        self._hold("is in the list of programs", so=listed)

    def _start(self) -> None:
        words = ("a b", "ö新", 'say "x"', "")
        given = {"STAND_IN_NOTE": self._windows(self._note), "STAND_IN_STATUS": STATUS}
        for name, python in (("crossread.exe", "pythonw.exe"), ("crossread.com", "python.exe")):
            answer = self._wine.run(str(self._folder / name), *words, **given)
            line = self._read_note()
            passed = line.endswith(r' -I -X utf8 -m workbench "a b" ö新 "say \"x\"" ""')
            self._hold(f"{name} starts {python} with its arguments", so=passed and python in line)
            self._hold("and ends with its status", so=answer.returncode == int(STATUS))
        self._hold("the words of crossread.com are seen", so="stand-in" in answer.stdout)
        hidden = self._folder / PARTS / "python"
        hidden.rename(hidden.with_name("gone"))
        answer = self._wine.run(str(self._folder / "crossread.com"))
        hidden.with_name("gone").rename(hidden)
        self._hold("without Python it says so", so="install it again" in answer.stderr)

    def _open_by_type(self) -> None:
        if self._mode.root == "HKCU":
            return  # what one user alone opens is registered, but `wine start` does not ask there
        project = self._stage.parent / "My story.crossread"
        project.write_bytes(b"")
        given = {"STAND_IN_NOTE": self._windows(self._note)}
        self._wine.run("start", "/wait", "/unix", str(project), **given)
        self._hold(
            "a double-click opens a project", so=self._read_note().endswith('My story.crossread"')
        )

    def _refuse_while_running(self) -> None:
        flag = self._stage.parent / "running"
        flag.write_bytes(b"")
        given = {"STAND_IN_WAIT": self._windows(flag), "STAND_IN_NOTE": self._windows(self._note)}
        running = self._wine.begin(self._folder / "crossread.exe", **given)
        try:
            self._read_note()
            status = self._wine.run(str(self._installer), self._mode.option, "/S").returncode
            self._hold("the installer touches nothing while it runs", so=status == NOT_POSSIBLE)
            status = self._uninstall_in_place()
            self._hold("nor does the uninstaller", so=status == NOT_POSSIBLE)
        finally:
            flag.unlink()
            running.wait(PATIENCE)

    def _uninstall_in_place(self) -> int:
        """Run the uninstaller where it lies, and not as a copy, so that its status can be had.

        The place may hold blanks and must not be quoted, which only a batch file can do.
        """
        folder, batch = self._windows(self._folder), self._stage.parent / "uninstall.bat"
        uninstaller = f"{folder}\\crossread-uninstall.exe"
        batch.write_text(f'@"{uninstaller}" {self._mode.option} /S _?={folder}\r\n', "ascii")
        return self._wine.run("cmd", "/c", self._windows(batch)).returncode

    def _update(self) -> None:
        stale = self._folder / windows_stage.PACKAGES / "workbench" / "of_an_earlier_version.py"
        stale.write_bytes(b"")
        self._wine.run(str(self._installer), self._mode.option, "/S")
        differ = differences(self._stage, self._folder)
        self._hold("an update leaves nothing old", so=differ == ["crossread-uninstall.exe"])

    def _remove(self) -> None:
        own = self._folder / "My notes.txt"
        own.write_text("mine", encoding="utf-8")
        uninstaller = str(self._folder / "crossread-uninstall.exe")
        # it ends at once, and a copy of it does the work
        status = self._wine.run(uninstaller, self._mode.option, "/S").returncode
        wait_until(lambda: not self._registered(), "the uninstaller comes to its end")
        self._hold("is removed without a question", so=status == 0)
        self._hold("a file of the user's stays", so=own.is_file())
        left = sorted(path.name for path in self._folder.iterdir())
        self._hold("nothing else is left of it", so=left == ["My notes.txt"])
        self._hold(
            "nor in the Start menu or the registry",
            so=not self._wine.path(self._mode.menu).exists(),
        )
        shutil.rmtree(self._folder)

    def _registered(self) -> list[str]:
        """Return which of its places in the registry are there."""
        return [key for key in KEYS if self._wine.registered(rf"{self._mode.root}\{key}")]

    def _windows(self, path: Path) -> str:
        return f"Z:{path}".replace("/", "\\")

    def _is_noted(self) -> bool:
        return self._note.is_file() and self._note.stat().st_size > 0

    def _read_note(self) -> str:
        """Wait until the stand-in has said how it was started, and take that away."""
        wait_until(self._is_noted, "the program starts its interpreter")
        line = self._note.read_text(encoding="utf-8")
        self._note.unlink()
        return line


def try_all(folder: Path) -> None:
    """Build a small installer and try it; raises Stop where something is not as it should be."""
    stage, installer = folder / "stage", folder / "Crossread setup.exe"
    lay_out(stage)
    windows_release.pack(stage, installer, RELEASE, "zlib")
    hold, wine = Holding(), Wine(folder)
    try:
        wine.pose_as("win7")
        status = wine.run(str(installer), "/S").returncode
        hold("an older Windows is refused", so=status == NOT_POSSIBLE)
        wine.pose_as("win10")
        for mode in MODES:
            Trial(wine, mode, installer, stage, hold).run()
    finally:
        wine.end()


def main() -> int:
    """Try the installer and give back the exit status."""
    try:
        if missing := windows_release.missing_packages({**windows_release.TOOLS, "wine": "wine"}):
            raise Stop(f"To try the installer for Windows, install first: {missing}.")
        with tempfile.TemporaryDirectory(prefix="crossread-") as name:
            try_all(Path(name))
    except Stop as stop:
        print(stop, file=sys.stderr)
        return 1
    say("The installer does what it should.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
