"""Build a release: the installers for Linux and Windows with all that goes with them.

python3 packaging/release.py, or `make release`, builds all into dist/. See --help. All is made
aside; dist/ is as it was until everything is whole.
"""

import argparse
import hashlib
import os
import shutil
import sys
import time
import tomllib
from collections.abc import Sequence
from pathlib import Path

import release_needs
from bundle import BUILD, BUNDLE, VENV, CjkFont, make_bundle
from console import ROOT, Stop, call, say
from deb import make_deb
from environment import tool
from fonts import FONT, LICENCE
from release_needs import WINDOWS
from run_archive import make_run
from tree import NAME, write_licences
from windows_release import Release, make_windows

DIST = ROOT / "dist"
MADE = BUILD / "dist"  # called like DIST, which it becomes
SUMS = "SHA256SUMS"
MAKERS = {"deb": make_deb, "run": make_run}
KINDS = (*MAKERS, WINDOWS)
MANUALS = ("html", "pdf")


def parse_arguments(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """Read what is to be built, and out of what."""
    parser = argparse.ArgumentParser(
        prog="release.py", description="Build the installers for Linux and Windows into dist/."
    )
    parser.add_argument(
        "kinds",
        nargs="*",
        metavar="KIND",
        help=f"only these, beside what is there: {', '.join(KINDS)}",
    )
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


def version() -> str:
    """Return the version that is released."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return str(settings["project"]["version"])


def release(arguments: argparse.Namespace | None = None) -> None:
    """Build all, or what was asked for; raises Stop with the reason where that cannot be done."""
    began = time.monotonic()
    arguments = arguments or parse_arguments([])
    kinds = arguments.kinds or KINDS
    font = CjkFont(arguments.font, arguments.licence)
    release_needs.require(kinds, font)
    settle_in(release_needs.epoch())
    try:
        if not (arguments.keep_bundle and BUNDLE.is_dir()):
            make_bundle(font)
        begin(and_keep=bool(arguments.kinds))
        make_papers()
        for kind in kinds:
            make(kind, font)
        (MADE / SUMS).write_text(sums(MADE), encoding="utf-8")
        publish()
    except OSError as error:
        raise Stop(f"The release is not made, and dist/ is as it was: {error}.") from error
    for file in sorted(DIST.iterdir()):
        say(f"  dist/{file.name:<42}{file.stat().st_size / 1e6:8.1f} MB")
    say(f"dist/ has all of it, after {(time.monotonic() - began) / 60:.1f} minutes")


def settle_in(seconds: int) -> None:
    """Let nothing of this machine and hour get into what is made, here or by what is called."""
    os.umask(0o022)
    os.environ.update(
        SOURCE_DATE_EPOCH=str(seconds), LC_ALL="C.UTF-8", TZ="UTC", PYTHONHASHSEED="0"
    )


def begin(*, and_keep: bool) -> None:
    """Make the folder that is to become dist/, empty or with what dist/ has."""
    shutil.rmtree(MADE, ignore_errors=True)
    MADE.mkdir(parents=True)
    if and_keep and DIST.is_dir():
        shutil.copytree(DIST, MADE, dirs_exist_ok=True)


def make_papers() -> None:
    """Write what is read: licences, list of parts, the manual, and the page of `man`."""
    say("Writing the licences, the list of parts and the manual")
    for file in write_licences():
        shutil.copyfile(file, MADE / file.name)
    script, page = str(ROOT / "packaging" / "man_page.py"), str(MADE / f"{NAME}.1")
    call([tool("python", VENV), script, page], "The page of man could not be written.")
    for kind in MANUALS:
        out = str(MADE / f"{NAME}-{version()}-manual.{kind}")
        command = [str(BUNDLE / NAME), "manual", "--format", kind, "-o", out]
        call(command, f"The manual could not be written as {kind}.", QT_QPA_PLATFORM="offscreen")


def make(kind: str, font: CjkFont) -> None:
    """Make one installer; that for Windows may say why it is left out."""
    if kind == WINDOWS:
        make_windows(Release(version(), MADE, font), BUILD / "THIRD-PARTY.md")
    else:
        MAKERS[kind](version(), int(os.environ["SOURCE_DATE_EPOCH"]), MADE)


def sums(folder: Path) -> str:
    """Return the checksums of all files, as `sha256sum --check` reads them."""
    files = sorted(path for path in folder.iterdir() if path.is_file() and path.name != SUMS)
    return "".join(f"{_sum(file)}  {file.name}\n" for file in files)


def _sum(file: Path) -> str:
    with file.open("rb") as data:
        return hashlib.file_digest(data, "sha256").hexdigest()


def publish() -> None:
    """Put what was made in the place of dist/."""
    before = MADE.with_name("dist-before")
    shutil.rmtree(before, ignore_errors=True)
    if DIST.is_dir():
        DIST.rename(before)
    MADE.rename(DIST)
    shutil.rmtree(before, ignore_errors=True)


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
