"""Release needs: what has to be there before a release is begun, asked for all at once.

As for running and testing, packages of Debian are installed where that may be done without asking;
otherwise the command to type is said.
"""

import os
import shutil
import sys
from collections.abc import Collection
from pathlib import Path

import windows_release
import windows_stage
from bundle import FIRST_DAY, CjkFont
from console import ROOT, Stop, ask, say
from environment import can_make_environments, venv_package
from system_libraries import Need, parse, provide

WINDOWS = "windows"
TOOLS = (
    Need(("binutils",)),  # strip, ld and objcopy
    Need(("makeself",)),
    # the licence of ICU, of which Qt has a copy; its package is called by its number
    Need(("libicu72", "libicu76", "libicu74", "libicu70")),
)
FONT = Need(("fonts-noto-cjk",))
ROOM = 4_000_000_000  # bytes that a release takes while it is made


def require(kinds: Collection[str], font: CjkFont) -> None:
    """Provide all that installers of these kinds are made with; raises Stop where that fails."""
    if sys.platform != "linux" or shutil.which("dpkg-query") is None:
        raise Stop(
            "The installers for Linux and Windows are built on Debian, Ubuntu or their like."
        )
    if not provide(needs(kinds, font)):
        raise Stop("Nothing was begun: start the release again when the packages are there.")
    for file in (font.file, font.licence):
        if not file.is_file():
            raise Stop(f"The font that is shipped cannot be made: there is no {file}.")
    free = shutil.disk_usage(ROOT).free
    if free < ROOM:
        raise Stop(f"Making a release takes {ROOM / 1e9:.0f} GB, and {free / 1e9:.1f} are free.")


def needs(kinds: Collection[str], font: CjkFont) -> tuple[Need, ...]:
    """Return the packages of Debian that installers of these kinds are made with, and a font."""
    listed = (ROOT / "packaging" / "system-libraries.txt").read_text(encoding="utf-8")
    found = [*parse(listed, for_tests=False), *TOOLS, *_for_python()]
    if font == CjkFont():
        found.append(FONT)
    if (ROOT / ".git").exists():
        found.append(Need(("git",)))
    if WINDOWS in kinds and windows_stage.interpreter():
        found += [Need((name,)) for name in windows_release.TOOLS.values()]
    return tuple(found)


def _for_python() -> list[Need]:
    """Return what Debian keeps apart from its own Python."""
    found = []
    if not can_make_environments():
        found.append(Need((venv_package(), "python3-venv")))
    if Path(sys.base_prefix) == Path("/usr"):
        found.append(Need(("libpython{}.{}".format(*sys.version_info[:2]),)))
    return found


def epoch() -> int:
    """Return the time that all files bear, in seconds: that of the commit.

    Where there is no repository it is a fixed one. Raises Stop where git does not tell.
    """
    if given := os.environ.get("SOURCE_DATE_EPOCH"):
        return int(given)
    if not (ROOT / ".git").exists():
        return FIRST_DAY
    answer = ask(["git", "log", "-1", "--format=%ct"])
    if answer.returncode:
        raise Stop(f"git does not tell of what time the commit is:\n{answer.stderr.strip()}")
    if ask(["git", "status", "--porcelain"]).stdout:
        say("Not all of it is committed: the files bear the time of the last commit all the same")
    return int(answer.stdout)
