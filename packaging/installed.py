"""Try the installers where nothing of Crossread has ever been, as an ordinary user without network.

python3 packaging/installed.py tries all that lies in dist/: the .deb and the .run, each in a clean
Debian 12 and 13, and the installer for Windows under Wine. `installed.py deb bookworm` tries one.
Each is installed, tests itself, opens from its menu entry and by the type of a project, is updated
to a later version that is built for this, is removed, and what is left is looked for; pictures of
it lie in build/installed. For Debian it must be run as root on a Debian with debootstrap, xvfb,
xdotool and openbox; the first time for each Debian it needs the network.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import later_version
from clean_root import clean_root
from console import ROOT, Stop, say
from installed_trial import KINDS, Trial
from screen import screen
from windows_release import missing_packages

DIST = ROOT / "dist"
TOOLS = {
    "debootstrap": "debootstrap",
    "unshare": "util-linux",
    "Xvfb": "xvfb",
    "xdotool": "xdotool",
    "openbox": "openbox",
}
SUITES = ("bookworm", "trixie")


@dataclass(frozen=True, slots=True)
class Result:
    """What came of one trial; `opens_in` is the median time to the first window, in seconds."""

    what: str
    held: int
    failures: tuple[str, ...]
    opens_in: str
    seconds: float

    def row(self) -> str:
        """Return it as one line."""
        verdict = f"{self.held} of {self.held + len(self.failures)}"
        line = f"{self.what:<22}{verdict:>10}{self.opens_in:>15}{self.seconds:>10.0f} s"
        return "   ".join((line, *self.failures))


HEAD = f"{'':<22}{'held':>10}{'first window':>15}{'took':>12}"


def parse_arguments() -> argparse.Namespace:
    """Read what is to be tried, and where."""
    parser = argparse.ArgumentParser(
        description="Try the installers in dist/ in clean Debians and under Wine."
    )
    parser.add_argument("kind", nargs="?", choices=KINDS, help="only this one")
    parser.add_argument(
        "suite", nargs="?", help="only there: bookworm, trixie or another that debootstrap knows"
    )
    parser.add_argument(
        "--without-update", action="store_true", help="build no later version to update to"
    )
    return parser.parse_args()


def newest(pattern: str, folder: Path | None = None) -> Path:
    """Return the installer that was built last; raises Stop where there is none."""
    found = sorted((folder or DIST).glob(pattern), key=lambda path: path.stat().st_mtime)
    if not found:
        raise Stop(f"There is no {pattern} in dist/: build it with make release.")
    return found[-1]


def require() -> None:
    """Require all that is needed to make a clean Debian; raises Stop with what is missing."""
    if missing := missing_packages(TOOLS):
        raise Stop(f"To try the installers, install first: {missing}.")
    if os.geteuid():
        raise Stop("Only root can make a clean system: start it again with sudo.")


def try_one(name: str, suite: str, *, with_update: bool) -> Result:
    """Try one installer in one Debian; what stops it counts as a failure."""
    began = time.monotonic()
    kind = KINDS[name]
    file = newest(kind.pattern)
    later = newest(kind.pattern, later_version.DIST) if with_update else None
    say(f"{file.name} in a clean {suite}")
    with (
        tempfile.TemporaryDirectory() as folder,
        screen(Path(folder)) as shown,
        clean_root(suite) as root,
    ):
        trial = Trial(kind, root, shown, f"{suite}-{name}")
        try:
            trial.carry_out(file, later)
        except Stop as stop:
            trial.tell(str(stop), holds=False)
    opens_in = f"{trial.opens_in:.2f} s"
    took = time.monotonic() - began
    return Result(f"{name}, {suite}", trial.held, tuple(trial.failures), opens_in, took)


def try_windows() -> Result:
    """Try the installer for Windows, as windows_trial.py does."""
    began = time.monotonic()
    command = [sys.executable, str(ROOT / "packaging" / "windows_trial.py")]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert running.stdout is not None
    held = 0
    for line in running.stdout:
        say(line.rstrip())
        held += line.startswith("ok ")
    failures = ("see above",) if running.wait() else ()
    return Result("Windows, under Wine", held, failures, "-", time.monotonic() - began)


def main() -> int:
    """Try what was asked for, print what came of it, and give back the exit status."""
    arguments = parse_arguments()
    kinds = [arguments.kind] if arguments.kind else list(KINDS)
    suites = [arguments.suite] if arguments.suite else SUITES
    results = []
    try:
        require()
        for kind in kinds:
            newest(KINDS[kind].pattern)
        with_update = not arguments.without_update
        if with_update:
            later_version.build()
        for suite in suites:
            results += [try_one(kind, suite, with_update=with_update) for kind in kinds]
        if arguments.kind is None:
            results.append(try_windows())
    except Stop as stop:
        print(stop, file=sys.stderr)
        return 1
    say("\n".join(("", HEAD, *(each.row() for each in results))))
    return 1 if any(each.failures for each in results) else 0


if __name__ == "__main__":
    sys.exit(main())
