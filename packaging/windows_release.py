"""Build the installer for Windows, on Linux: `python3 packaging/windows_release.py`, see --help.

Needs NSIS, a compiler for Windows, Python 3.11 and the embeddable Python in packaging/vendor.
"""

import argparse
import os
import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import bundle
import windows_stage
from console import ROOT, Stop, ask, call, say
from environment import tool
from tree import settle

SCRIPT = ROOT / "packaging" / "windows" / "installer.nsi"
TOOLS = {
    "makensis": "nsis",
    windows_stage.COMPILER: "gcc-mingw-w64-x86-64",
    windows_stage.RESOURCES: "binutils-mingw-w64-x86-64",
}
COMPRESSORS = ("lzma", "zlib")


@dataclass(frozen=True, slots=True)
class Release:
    """What is released, where its installers go, the font they share, and how they are packed."""

    version: str
    folder: Path
    font: bundle.CjkFont
    compressor: str = COMPRESSORS[0]


def missing_packages(tools: Mapping[str, str]) -> str:
    """Return the packages of Debian with those of some tools that are not there."""
    return " ".join(sorted({tools[each] for each in tools if shutil.which(each) is None}))


def what_is_missing() -> str:
    """Return in one sentence what has to be there for the installer and is not, or nothing."""
    if missing := missing_packages(TOOLS):
        return f"install first: {missing}."
    if sys.version_info[:2] != windows_stage.PYTHON:
        return "start the build with Python 3.11: its compiled modules go in."
    return ""


def pack(stage: Path, installer: Path, release: str, compressor: str) -> None:
    """Make an installer of what is laid out; raises Stop at the first warning.

    All files get the same time before, so that the installer is the same each time.
    """
    seconds = bundle.source_date()
    settle(stage, seconds)
    picture = windows_stage.BUILD / "installer.bmp"
    script = str(ROOT / "packaging" / "installer_picture.py")
    drawn = [tool("python", bundle.VENV), script, str(picture)]
    call(drawn, "The picture of the installer could not be drawn; the lines above say why.")
    os.utime(picture, (seconds, seconds))
    defined = {
        "VERSION": release,
        "STAGE": stage,
        "SIZE_KB": bundle.size(stage) // 1024,
        "COMPRESSOR": compressor,
        "ICON": windows_stage.ICON,
        "PICTURE": picture,
        "OUT": installer,
    }
    options = [f"-D{name}={value}" for name, value in defined.items()]
    command = ["makensis", "-V2", "-WX", "-INPUTCHARSET", "UTF8", *options, str(SCRIPT)]
    answer = ask(command, SOURCE_DATE_EPOCH=str(seconds))
    if answer.returncode:
        raise Stop(f"The installer could not be made:\n{answer.stdout}{answer.stderr}")


def make_font(font: bundle.CjkFont) -> None:
    """Make what the installers for all systems share, unless the one for Linux just did."""
    bundle.prepare()
    if not bundle.FONTS.is_dir():
        script = str(ROOT / "packaging" / "fonts.py")
        files = ("--font", str(font.file), "--licence", str(font.licence))
        command = [tool("python", bundle.VENV), script, str(bundle.FONTS), *files]
        call(command, "The font could not be made; the lines above say why.")


def make_windows(release: Release, licences: Path | None = None) -> Path | None:
    """Build the installer, with a page of licences; say why where it cannot be built.

    Raises Stop where something is there and fails.
    """
    python = windows_stage.interpreter()
    missing = what_is_missing()
    if python is None:
        _, name = windows_stage.archive()
        missing = f"{name} is not in packaging/vendor; the README there says more."
    if python is None or missing:
        say(f"The installer for Windows is left out: {missing}")
        return None
    make_font(release.font)
    stage = windows_stage.assemble(release.version, python, licences)
    release.folder.mkdir(exist_ok=True)
    installer = release.folder / f"crossread-{release.version}-windows-x64-setup.exe"
    say("Packing the installer for Windows")
    pack(stage, installer, release.version, release.compressor)
    say(f"{release.folder.name}/{installer.name}: {installer.stat().st_size / 1e6:.1f} MB")
    return installer


def parse_arguments() -> argparse.Namespace:
    """Read how the installer is to be built."""
    parser = argparse.ArgumentParser(description="Build the installer for Windows into dist/.")
    default = bundle.CjkFont()
    parser.add_argument("--font", type=Path, default=default.file, help="for Chinese and others")
    parser.add_argument("--licence", type=Path, default=default.licence, help="its terms")
    parser.add_argument(
        "--quick", action="store_true", help="pack in seconds instead of minutes, half as small"
    )
    return parser.parse_args()


def main() -> int:
    """Build the installer and give back the exit status."""
    from release import DIST, version

    arguments = parse_arguments()
    font = bundle.CjkFont(arguments.font, arguments.licence)
    release = Release(version(), DIST, font, COMPRESSORS[arguments.quick])
    try:
        made = make_windows(release)
    except Stop as stop:
        print(stop, file=sys.stderr)
        return 1
    return 0 if made else 1


if __name__ == "__main__":
    sys.exit(main())
