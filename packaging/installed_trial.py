"""Installed trial: what an installer has to show in a system where nothing of it has ever been.

Install, self-test, a project made, the file type known, windows from the menu entry and from a
project, a project of a later version met, an update to a later version, removal without a trace.
"""

import hashlib
import json
import os
import shutil
import signal
import statistics
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from clean_root import HOME, USER, CleanRoot
from console import ROOT, Stop, ask, say
from screen import Screen
from tree import IDENTIFIER, NAME

PICTURES = ROOT / "build" / "installed"
MIME_TYPE = "application/vnd.crossread.project+sqlite3"
STORY = HOME / "My story.crossread"
LATER_STORY = HOME / "Later.crossread"
CHINESE = HOME / "新闻.crossread"
CHINESE_NEWS = """\
江边的旧码头将重新开放

市政府星期二宣布，旧码头将在春天重新开放。“渡船会回来的，”港务局局长说。
"""
NUMBER = slice(60, 64)  # the place of `user_version` in the header of SQLite's files
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
    held: int = 0
    failures: list[str] = field(default_factory=list)
    opens_in: float = float("nan")  # seconds, the median
    _last: float = field(default_factory=time.monotonic)

    def tell(self, what: str, *, holds: bool, detail: str = "") -> None:
        """Say whether something holds and how long it took to see; remember where it does not."""
        took, self._last = time.monotonic() - self._last, time.monotonic()
        verdict = "ok  " if holds else "FAIL"
        say(f"{verdict} {took:6.1f} s  {what}{f': {detail}' if detail else ''}")
        if holds:
            self.held += 1
        else:
            self.failures.append(what)

    def carry_out(self, file: Path, later: Path | None) -> None:
        """Install, use, update and remove the program; without a later installer no update."""
        before = self.root.files()
        self.know_where()
        self.install(file)
        self.find_libraries()
        self.test_itself()
        self.make_project()
        self.know_file_type()
        self.open_windows()
        self.open_chinese()
        self.measure()
        self.meet_later_project()
        if later:
            self.update(later)
        self.remove(before)

    def know_where(self) -> None:
        """See that there is no network, and that the user is an ordinary one."""
        told = self.root.run(["cat", "/proc/net/dev"]).stdout.splitlines()[2:]
        others = [line.split(":")[0].strip() for line in told if not line.strip().startswith("lo:")]
        self.tell("there is no network", holds=bool(told) and not others, detail=" ".join(others))
        who = self.root.run(["id", "-un"]).stdout.strip()
        may = self.root.run(["touch", "/usr/bin/mine"]).returncode == 0
        self.tell("the user is an ordinary one", holds=who == USER and not may, detail=who)

    def install(self, file: Path) -> None:
        """Put the program in; raises Stop where that fails, for then there is nothing to try."""
        inside = Path("/tmp") / file.name
        shutil.copyfile(file, self.root.inside(inside))
        command = [each.format(file=inside) for each in self.kind.install]
        answer = self.root.run(command, user=self.kind.user)
        if answer.returncode:
            raise Stop(f"It cannot be installed:\n{answer.stdout[-1500:]}{answer.stderr[-1500:]}")
        self.root.inside(inside).unlink()
        self.tell("installed", holds=True, detail=file.name)

    def find_libraries(self) -> None:
        """See that what draws windows finds all that it is linked with."""
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
                holds=not failed and answer.returncode == 0 and not answer.stderr,
                detail="; ".join(failed) or answer.stderr[-800:] or f"{len(checks)} checks",
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
            entry = self.kind.share / "applications" / f"{IDENTIFIER}.desktop"
            with self.started("launch", entry) as title:
                self.tell(f"a window from the menu entry ({theme})", holds=True, detail=title)
                self.photograph(f"empty-{theme}")
            with self.started("launch", entry, STORY) as title:
                self.tell("a project from the menu entry", holds="My story" in title, detail=title)
            with self.started("open", STORY) as title:
                self.tell("a project by its type", holds="My story" in title, detail=title)
                self.photograph(f"project-{theme}")

    def open_chinese(self) -> None:
        """Open a project in Chinese, its name as well; the picture shows if there are boxes."""
        news = HOME / "新闻.md"
        self.root.inside(news).write_text(CHINESE_NEWS, encoding="utf-8")
        self.program("import", str(CHINESE), str(news))
        with self.started("open", CHINESE) as title:
            self.tell("a project in Chinese", holds=CHINESE.stem in title, detail=title)
            self.photograph("chinese")
        self.root.run(["sh", "-c", 'rm -rf "$@"*', "sh", str(HOME / CHINESE.stem)])

    def choose(self, theme: str) -> None:
        """Set the colours as the user would have done."""
        text = json.dumps({"theme": theme, "tour": "done"})
        folder = HOME / ".config" / NAME
        script = f"mkdir -p {folder} && printf '%s' '{text}' > {folder}/settings.json"
        self.root.run(["sh", "-c", script])

    @contextmanager
    def started(self, how: str, *files: Path) -> Iterator[str]:
        """Start the program as a desktop does, lend the title of its window, and end it.

        `how` is a word of gio: `launch` a menu entry, or `open` a file by its type.
        """
        # gio does not wait for what it starts, and all would end with it
        script = 'gio "$@" && sleep 120'
        command = ["sh", "-c", script, "sh", how, *map(str, files)]
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
        self.opens_in = statistics.median(warm)
        detail = f"median {self.opens_in:.2f} s of {RUNS}, {spread}"
        self.tell("the window comes", holds=True, detail=detail)

    def meet_later_project(self) -> None:
        """See that a project of a later version is left as it is, and that this is said."""
        self.root.run(["cp", str(STORY), str(LATER_STORY)])
        file = self.root.inside(LATER_STORY)
        before = raise_number(file.read_bytes())
        file.write_bytes(before)
        answer = self.program("check", str(LATER_STORY))
        says_so = answer.returncode == 1 and "newer Crossread" in answer.stderr
        self.tell("says that a project is newer", holds=says_so, detail=answer.stderr.strip())
        untouched = file.read_bytes() == before
        self.tell("and leaves it as it is", holds=untouched)
        self.root.run(["rm", str(LATER_STORY)])

    def update(self, later: Path) -> None:
        """Put a later version in its place, and see that all that is the user's stays."""
        old, mine = self.program("--version").stdout.strip(), self.users_files()
        self.install(later)
        new = self.program("--version").stdout.strip()
        self.tell("updated", holds=old != new and bool(new), detail=f"{old} to {new}")
        changed = [path for path, held in mine.items() if self.users_files().get(path) != held]
        self.tell(
            "projects, settings and drafts are byte for byte what they were",
            holds=bool(mine) and not changed,
            detail=" ".join(changed) or f"{len(mine)} files",
        )
        answer = self.program("check", str(STORY))
        self.tell("the project is sound", holds=answer.returncode == 0, detail=answer.stderr[-300:])
        with self.started("open", STORY) as title:
            self.tell("and opens by its type", holds="My story" in title, detail=title)
        self.test_itself()

    def users_files(self) -> dict[str, str]:
        """Return what the user has, each with a sum of its content."""
        home = self.root.inside(HOME)
        places = (self.root.inside(STORY), *(home / each for each in USERS_OWN[:-1]))
        files = [each for place in places for each in (place, *place.rglob("*")) if each.is_file()]
        return {
            each.relative_to(home).as_posix(): hashlib.sha256(each.read_bytes()).hexdigest()
            for each in files
        }

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


def raise_number(project: bytes) -> bytes:
    """Return a project as a later version writes it: SQLite keeps our number in its header."""
    number = int.from_bytes(project[NUMBER], "big") + 1
    return project[: NUMBER.start] + number.to_bytes(4, "big") + project[NUMBER.stop :]


def begin(command: list[str]) -> subprocess.Popen[bytes]:
    """Start a command in a group of its own, so that it can be ended with all it starts."""
    return subprocess.Popen(command, start_new_session=True, stderr=subprocess.DEVNULL)


def end(running: subprocess.Popen[bytes]) -> None:
    """End a command at once, as a cut in the power would."""
    os.killpg(running.pid, signal.SIGKILL)
    running.wait()
