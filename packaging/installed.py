"""Try an installer where nothing of Crossread has ever been, as an ordinary user without network.

python3 packaging/installed.py deb bookworm (or run, or trixie) installs what lies in dist/ into a
clean Debian, lets the program test itself, starts it from its menu entry, with and without a
project, takes pictures, removes it, and looks for what is left. It must be run as root on a Debian
with debootstrap, xvfb, xdotool and openbox; the first time for each Debian it needs the network.
"""

import argparse
import json
import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from clean_root import HOME, USER, CleanRoot, clean_root
from console import ROOT, Stop, ask, say
from screen import Screen, screen
from tree import IDENTIFIER, NAME

DIST = ROOT / "dist"
PICTURES = ROOT / "build" / "installed"
TOOLS = ("debootstrap", "unshare", "Xvfb", "xdotool", "openbox")
MIME_TYPE = "application/vnd.crossread.project+sqlite3"
STORY = HOME / "My story.crossread"
RUNS = 7
SETTLED = 4.0  # seconds until the sample story is compared and drawn
# what belongs to the user and not to the installer: settings, drafts and the log
USERS_OWN = (f".config/{NAME}", f".local/share/{NAME}", f".local/state/{NAME}", ".cache")


@dataclass(frozen=True, slots=True)
class Kind:
    """An installer: how it is put in and taken out again, and where its files go."""

    pattern: str
    install: tuple[str, ...]
    uninstall: tuple[str, ...]
    user: str
    program: Path
    share: Path


KINDS = {
    "deb": Kind(
        f"{NAME}_*_amd64.deb",
        ("apt-get", "install", "-y", "{file}"),
        ("apt-get", "purge", "-y", NAME),
        "root",
        Path("/usr/lib") / NAME,
        Path("/usr/share"),
    ),
    "run": Kind(
        f"{NAME}-*-linux-x86_64.run",
        ("sh", "{file}", "--quiet", "--accept"),
        ("sh", str(HOME / ".local/lib" / NAME / "uninstall.sh"), "--uninstall"),
        USER,
        HOME / ".local/lib" / NAME,
        HOME / ".local/share",
    ),
}


@dataclass(slots=True)
class Trial:
    """One installer in one clean system."""

    kind: Kind
    root: CleanRoot
    screen: Screen
    name: str
    failures: list[str] = field(default_factory=list)

    def tell(self, what: str, *, holds: bool, detail: str = "") -> None:
        """Say whether something holds, and remember it where it does not."""
        say(f"{'ok  ' if holds else 'FAIL'} {what}{f': {detail}' if detail else ''}")
        if not holds:
            self.failures.append(what)

    def carry_out(self, file: Path) -> None:
        """Install, use and remove the program."""
        before = self.root.files()
        self.install(file)
        self.test_itself()
        self.make_project()
        self.know_file_type()
        self.open_windows()
        self.measure()
        self.remove(before)

    def install(self, file: Path) -> None:
        """Put the program in; raises Stop where that fails, for then there is nothing to try."""
        inside = Path("/tmp") / file.name
        shutil.copyfile(file, self.root.inside(inside))
        began = time.monotonic()
        command = [each.format(file=inside) for each in self.kind.install]
        answer = self.root.run(command, user=self.kind.user)
        if answer.returncode:
            raise Stop(f"It cannot be installed:\n{answer.stdout[-1500:]}{answer.stderr[-1500:]}")
        took = time.monotonic() - began
        self.tell("installed without network", holds=True, detail=f"{took:.0f} s")
        libraries = self.kind.program / "_internal"
        plugin = libraries / "PySide6/Qt/plugins/platforms/libqxcb.so"
        missing = self.root.run(["env", f"LD_LIBRARY_PATH={libraries}", "ldd", str(plugin)])
        absent = [line.strip() for line in missing.stdout.splitlines() if "not found" in line]
        self.tell("Qt finds all libraries for a window", holds=not absent, detail=" ".join(absent))

    def program(self, *arguments: str, platform: str = "xcb") -> subprocess.CompletedProcess[str]:
        """Run the command of the installed program as the user would."""
        variables = (f"DISPLAY={self.screen.name}", f"QT_QPA_PLATFORM={platform}")
        return self.root.run(["env", *variables, str(self.kind.program / NAME), *arguments])

    def test_itself(self) -> None:
        """Let the program test itself, with a screen and without."""
        for platform in ("offscreen", "xcb"):
            answer = self.program("self-test", platform=platform)
            try:
                checks = json.loads(answer.stdout)["checks"]
            except ValueError:
                self.tell(f"self-test ({platform})", holds=False, detail=answer.stderr[-800:])
                continue
            failed = [f"{each['name']}: {each['why']}" for each in checks if not each["ok"]]
            self.tell(
                f"self-test ({platform})",
                holds=not failed and answer.returncode == 0,
                detail="; ".join(failed) or f"{len(checks)} checks",
            )

    def make_project(self) -> None:
        """Make a project of the sample story with the command line."""
        sample = self.kind.program / "_internal" / "workbench" / "_sample_docs"
        answer = self.program("import", str(STORY), str(sample))
        self.tell("a project is made", holds=answer.returncode == 0, detail=answer.stderr.strip())

    def know_file_type(self) -> None:
        """See that the desktop knows a project, by its suffix and by what is in it."""
        bare = HOME / "no suffix at all"
        self.root.run(["cp", str(STORY), str(bare)])
        for path, how in ((STORY, "suffix"), (bare, "content")):
            answer = self.root.run(["gio", "info", "-a", "standard::content-type", str(path)])
            self.tell(f"known by its {how}", holds=MIME_TYPE in answer.stdout)
        self.root.run(["rm", str(bare)])
        answer = self.root.run(["gio", "mime", MIME_TYPE])
        self.tell("opened by Crossread", holds=f"{IDENTIFIER}.desktop" in answer.stdout)

    def open_windows(self) -> None:
        """Start from the menu entry, light and dark, with a project and without."""
        for theme in ("light", "dark"):
            self.choose(theme)
            with self.started() as title:
                self.tell(f"a window from the menu entry ({theme})", holds=True, detail=title)
                self.photograph(f"empty-{theme}")
            with self.started(STORY) as title:
                self.tell("a project from the menu entry", holds="My story" in title, detail=title)
                self.photograph(f"project-{theme}")

    def choose(self, theme: str) -> None:
        """Set the colours as the user would have done."""
        text = json.dumps({"theme": theme, "tour": "done"})
        folder = HOME / ".config" / NAME
        script = f"mkdir -p {folder} && printf '%s' '{text}' > {folder}/settings.json"
        self.root.run(["sh", "-c", script])

    @contextmanager
    def started(self, *files: Path) -> Iterator[str]:
        """Start the program as a desktop does, lend the title of its window, and end it."""
        entry = self.kind.share / "applications" / f"{IDENTIFIER}.desktop"
        # gio does not wait for what it starts, and all would end with it
        launch = 'gio launch "$@" && sleep 120'
        command = ["sh", "-c", launch, "sh", str(entry), *map(str, files)]
        running = begin(self.on_screen(command))
        try:
            self.screen.await_window("Crossread")
            time.sleep(SETTLED)
            (number, *_) = self.screen.windows("Crossread")
            title = ask(["xdotool", "getwindowname", number], DISPLAY=self.screen.name)
            yield title.stdout.strip()
        finally:
            end(running)
            self.screen.await_none("Crossread")

    def on_screen(self, command: list[str]) -> list[str]:
        """Return a command for the inside that shows its windows on the screen."""
        return self.root.command(["env", f"DISPLAY={self.screen.name}", *command], user=USER)

    def photograph(self, what: str) -> None:
        """Keep a picture of the screen."""
        self.screen.photograph(PICTURES / f"{self.name}-{what}.png")

    def measure(self) -> None:
        """Print how long it takes from the start of the process until the window is there."""
        seconds = []
        for _ in range(RUNS + 1):
            began = time.monotonic()
            running = begin(self.on_screen([str(self.kind.program / NAME), str(STORY)]))
            try:
                seconds.append(self.screen.await_window("Crossread") - began)
            finally:
                end(running)
                self.screen.await_none("Crossread")
        warm = seconds[1:]
        spread = f"{min(warm):.2f} to {max(warm):.2f} s"
        say(f"     first window: median {statistics.median(warm):.2f} s of {RUNS}, {spread}")

    def remove(self, before: set[str]) -> None:
        """Take the program out again and look for what it has left."""
        answer = self.root.run(self.kind.uninstall, user=self.kind.user)
        self.tell("removed", holds=answer.returncode == 0, detail=answer.stderr.strip()[-300:])
        self.look_for_traces(before)

    def look_for_traces(self, before: set[str]) -> None:
        """See that all is gone but what is the user's."""
        left = sorted(self.root.files() - before)
        home = f".{HOME}"
        own = tuple(f"{home}/{each}" for each in USERS_OWN)
        parents = {
            f"{home}/{part}" for part in (".config", ".local", ".local/share", ".local/state")
        }
        mine = [each for each in left if not each.startswith((*own, f".{STORY}"))]
        traces = [each for each in mine if each not in parents]
        self.tell("nothing is left of it", holds=not traces, detail=" ".join(traces[:10]))
        self.tell("the user's project is left", holds=f".{STORY}" in left)


def begin(command: list[str]) -> subprocess.Popen[bytes]:
    """Start a command in a group of its own, so that it can be ended with all it starts."""
    return subprocess.Popen(command, start_new_session=True, stderr=subprocess.DEVNULL)


def end(running: subprocess.Popen[bytes]) -> None:
    """End a command at once, as a cut in the power would."""
    os.killpg(running.pid, signal.SIGKILL)
    running.wait()


def parse_arguments() -> argparse.Namespace:
    """Read what is to be tried, and where."""
    parser = argparse.ArgumentParser(description="Try an installer in a clean Debian.")
    parser.add_argument("kind", choices=KINDS)
    parser.add_argument("suite", help="bookworm, trixie or another that debootstrap knows")
    return parser.parse_args()


def newest(pattern: str) -> Path:
    """Return the installer that was built last; raises Stop where there is none."""
    found = sorted(DIST.glob(pattern), key=lambda path: path.stat().st_mtime)
    if not found:
        raise Stop(f"There is no {pattern} in dist/: build it with make release.")
    return found[-1]


def main() -> int:
    """Try an installer and give back the exit status."""
    arguments = parse_arguments()
    kind = KINDS[arguments.kind]
    try:
        if missing := [each for each in TOOLS if shutil.which(each) is None]:
            raise Stop(f"This needs {', '.join(missing)}.")
        if os.geteuid():
            raise Stop("Only root can make a clean system.")
        file = newest(kind.pattern)
        say(f"{file.name} in a clean {arguments.suite}")
        with (
            tempfile.TemporaryDirectory() as folder,
            screen(Path(folder)) as shown,
            clean_root(arguments.suite) as root,
        ):
            trial = Trial(kind, root, shown, f"{arguments.suite}-{arguments.kind}")
            trial.carry_out(file)
    except Stop as stop:
        print(stop, file=sys.stderr)
        return 1
    return 1 if trial.failures else 0


if __name__ == "__main__":
    sys.exit(main())
