"""Lay out the files that an installed Crossread has on Linux, as they lie below a prefix.

The bundle in `lib/crossread`, a link to it in `bin`, and what desktops read in `share`. The .deb
has them below `/usr`, the archives in a folder that install.sh installs from.
"""

import gzip
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from bundle import BUILD, BUNDLE, FONTS, VENV
from console import ROOT, call
from environment import tool

NAME = "crossread"
IDENTIFIER = "org.crossread.Crossread"
ICON_SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
SOURCES = ROOT / "packaging" / "linux"
DRAWING = ROOT / "resources" / "icons" / "crossread.svg"


def write_shared(share: Path) -> None:
    """Write the menu entry, file type, icons, man page and what a shop of programs shows."""
    for kind, suffix in (
        ("applications", ".desktop"),
        ("mime/packages", ".xml"),
        ("metainfo", ".metainfo.xml"),
    ):
        _copy(SOURCES / f"{IDENTIFIER}{suffix}", share / kind)
    _write_icons(share / "icons" / "hicolor")
    page = BUILD / "crossread.1"
    _run("man_page.py", page)
    write_packed(page.read_bytes(), share / "man" / "man1" / "crossread.1.gz")


def _write_icons(theme: Path) -> None:
    drawn = BUILD / "icons"
    _run("icons.py", drawn, *ICON_SIZES)
    for size in ICON_SIZES:
        _copy(drawn / f"{size}.png", theme / f"{size}x{size}" / "apps", f"{IDENTIFIER}.png")
    _copy(DRAWING, theme / "scalable" / "apps", f"{IDENTIFIER}.svg")


def write_licences() -> tuple[Path, Path]:
    """Write the licences and the list of all parts; return where they are."""
    _run("licences.py", BUNDLE, FONTS, BUILD)
    return BUILD / "THIRD-PARTY.md", BUILD / "sbom.cdx.json"


def _run(script: str, *arguments: object) -> None:
    call(
        [tool("python", VENV), str(ROOT / "packaging" / script), *map(str, arguments)],
        f"{script} failed; the lines above say why.",
    )


def _copy(file: Path, folder: Path, name: str = "") -> None:
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(file, folder / (name or file.name))


def write_packed(data: bytes, file: Path) -> None:
    """Write a gzip file that is the same each time."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(gzip.compress(data, 9, mtime=0))


def copy_bundle(folder: Path) -> None:
    """Copy the bundle and its links to `folder`, which is not there yet."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    shutil.copytree(BUNDLE, folder, symlinks=True)


def new_folder(name: str) -> Path:
    """Return an empty folder to lay files out in."""
    folder = BUILD / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def settle(folder: Path, seconds: int) -> None:
    """Give all files of a folder the same time, and the rights that files of programs have."""
    for path in everything(folder):
        if not path.is_symlink():
            runs = path.is_dir() or os.access(path, os.X_OK)
            path.chmod(0o755 if runs else 0o644)
        os.utime(path, (seconds, seconds), follow_symlinks=False)


def everything(folder: Path) -> Iterator[Path]:
    """Yield a folder and all in it, in the order of their names."""
    yield folder
    yield from sorted(folder.rglob("*"))
