"""Build a release: the installers for Linux and Windows with sums, licences and list of parts.

python3 packaging/release.py, or `make release`, builds all into dist/. See --help.
"""

import argparse
import hashlib
import shutil
import sys
import time
import tomllib
from collections.abc import Sequence
from pathlib import Path

from bundle import BUNDLE, CjkFont, make_bundle, source_date
from console import ROOT, Stop, say
from deb import make_deb
from fonts import FONT, LICENCE
from run_archive import make_run
from tree import write_licences
from windows_release import Release, make_windows

DIST = ROOT / "dist"
SUMS = "SHA256SUMS"
MAKERS = {"deb": make_deb, "run": make_run}
WINDOWS = "windows"
KINDS = (*MAKERS, WINDOWS)
TOOLS = {
    "strip": "binutils",
    "ld": "binutils",
    "objcopy": "binutils",
    "dpkg-query": "dpkg",
    "makeself": "makeself",
}


def parse_arguments(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """Read what is to be built, and out of what."""
    parser = argparse.ArgumentParser(
        prog="release.py", description="Build the installers for Linux and Windows into dist/."
    )
    parser.add_argument("kinds", nargs="*", metavar="KIND", help=f"only these: {', '.join(KINDS)}")
    parser.add_argument(
        "--font", type=Path, default=FONT, help=f"the font for Chinese and others ({FONT})"
    )
    parser.add_argument("--licence", type=Path, default=LICENCE, help=f"its terms ({LICENCE})")
    parser.add_argument(
        "--keep-bundle", action="store_true", help="pack the bundle of the last time once more"
    )
    read = parser.parse_args(arguments)
    if unknown := set(read.kinds).difference(KINDS):
        parser.error(f"what is {', '.join(sorted(unknown))}?")
    return read


def missing_tools() -> tuple[str, ...]:
    """Return the packages of Debian that have to be there and are not."""
    return tuple(sorted({TOOLS[each] for each in TOOLS if shutil.which(each) is None}))


def version() -> str:
    """Return the version that is released."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return str(settings["project"]["version"])


def sums(folder: Path) -> str:
    """Return the checksums of all files, as `sha256sum --check` reads them."""
    files = sorted(path for path in folder.iterdir() if path.is_file() and path.name != SUMS)
    return "".join(f"{_sum(file)}  {file.name}\n" for file in files)


def _sum(file: Path) -> str:
    with file.open("rb") as data:
        return hashlib.file_digest(data, "sha256").hexdigest()


def release(arguments: argparse.Namespace | None = None) -> None:
    """Build all, or what was asked for; raises Stop with the reason where that cannot be done."""
    began = time.monotonic()
    arguments = arguments or parse_arguments([])
    if sys.platform != "linux":
        raise Stop("The installers for Linux and Windows are built on Linux.")
    if missing := missing_tools():
        raise Stop(f"To build a release, install first: {' '.join(missing)}.")
    font = CjkFont(arguments.font, arguments.licence)
    if not (arguments.keep_bundle and BUNDLE.is_dir()):
        make_bundle(font)
    DIST.mkdir(exist_ok=True)
    kinds = arguments.kinds or KINDS
    for kind in [each for each in kinds if each in MAKERS]:
        made = MAKERS[kind](version(), source_date(), DIST)
        say(f"dist/{made.name}: {made.stat().st_size / 1e6:.1f} MB")
    licences = write_licences()
    for file in licences:
        shutil.copyfile(file, DIST / file.name)
    if WINDOWS in kinds:
        make_windows(Release(version(), DIST, font), licences[0])
    (DIST / SUMS).write_text(sums(DIST), encoding="utf-8")
    say(f"dist/ has all of it, after {(time.monotonic() - began) / 60:.0f} minutes")


def main() -> int:
    """Build a release and give back the exit status."""
    try:
        release(parse_arguments())
    except Stop as stop:
        print(stop, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
