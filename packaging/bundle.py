"""Make the bundle: one folder with Crossread, Python, Qt and all else it needs, and nothing more.

It is made in a virtual environment of its own, so that nothing of the tools for development gets
in, by PyInstaller with the settings of crossread.spec, and made lean and tried afterwards.
"""

import hashlib
import json
import os
import shutil
import stat
import sys
from dataclasses import dataclass
from pathlib import Path

import icu_data
from bundle_contents import STRIPPED
from console import ROOT, Stop, ask, call, say
from environment import make_empty, pip_install, release_lock_path, tool
from fonts import FONT, LICENCE

LOCK = release_lock_path(ROOT)
BUILD = ROOT / "build" / "release"
VENV = BUILD / "venv"
FONTS = BUILD / "fonts"
BUNDLE = BUILD / "crossread"
LIBRARIES = BUNDLE / "_internal"
STAMP = VENV / "crossread-stamp"
LARGEST = 260_000_000  # bytes of the bundle: what more there is was not meant to be in it
FIRST_DAY = 315_532_800  # 1980 begins: no archive can name an earlier time


@dataclass(frozen=True, slots=True)
class CjkFont:
    """The font for Chinese, Japanese and Korean of which a part is shipped, and its licence."""

    file: Path = FONT
    licence: Path = LICENCE


def source_date() -> int:
    """Return the time that all files bear, in seconds: of the last commit where git tells it."""
    if given := os.environ.get("SOURCE_DATE_EPOCH"):
        return int(given)
    answer = ask(["git", "log", "-1", "--format=%ct"])
    return FIRST_DAY if answer.returncode else int(answer.stdout)


def prepare() -> None:
    """Make the environment that the lock file of releases describes, unless it is there."""
    stamp = hashlib.sha256(f"{sys.version}{LOCK.read_text(encoding='utf-8')}".encode()).hexdigest()
    if STAMP.is_file() and STAMP.read_text(encoding="utf-8") == stamp:
        return
    say("Installing what a release is made of")
    shutil.rmtree(VENV, ignore_errors=True)
    make_empty(VENV)
    pip_install("--require-hashes", "--only-binary", ":all:", "-r", str(LOCK), venv=VENV)
    STAMP.write_text(stamp, encoding="utf-8")


def freeze(font: CjkFont) -> None:
    """Let PyInstaller gather the program and all it needs, the same each time."""
    say("Making the font for Chinese, Japanese and Korean")
    shutil.rmtree(FONTS, ignore_errors=True)
    made = [tool("python", VENV), str(ROOT / "packaging" / "fonts.py"), str(FONTS)]
    options = ("--font", str(font.file), "--licence", str(font.licence))
    call([*made, *options], "The font could not be made; the lines above say why.")
    say("Gathering the program")
    answer = ask(
        [
            *(tool("pyinstaller", VENV), "--noconfirm", "--clean", "--log-level", "WARN"),
            *("--distpath", str(BUILD), "--workpath", str(BUILD / "work")),
            str(ROOT / "packaging" / "crossread.spec"),
        ],
        SOURCE_DATE_EPOCH=str(source_date()),
        PYTHONHASHSEED="1",
        # all of it is packed once more, which does better with what is not packed already
        PYINSTALLER_ZLIB_COMPRESSION_LEVEL="0",
    )
    if answer.returncode:
        raise Stop(f"The bundle could not be made:\n{answer.stderr.strip()}")


def make_lean() -> None:
    """Take symbols and data away that nothing asks for."""
    for pattern in STRIPPED:
        for file in sorted(LIBRARIES.glob(pattern)):
            if not file.is_symlink():
                call(["strip", "--strip-unneeded", str(file)], f"{file} could not be stripped.")
    for file in sorted((LIBRARIES / "PySide6" / "Qt" / "lib").glob("libicudata.so.*")):
        icu_data.shrink(file, BUILD / "work")


def set_rights() -> None:
    """Give all files the rights that files of programs have; drop links that lead nowhere."""
    for path in sorted(BUNDLE.rglob("*")):
        if path.is_symlink() and not path.exists():
            path.unlink()
        elif not path.is_symlink():
            runs = path.is_dir() or path == BUNDLE / "crossread"
            path.chmod(0o755 if runs else 0o644)
    BUNDLE.chmod(0o755)


def size(folder: Path) -> int:
    """Return the bytes of all files of a folder, each counted once."""
    found = [path.lstat() for path in folder.rglob("*")]
    return sum(each.st_size for each in found if stat.S_ISREG(each.st_mode))


def prove(program: Path) -> None:
    """Let an installed program test itself; raises Stop with what it cannot do."""
    out = BUILD / "self-test.json"
    out.unlink(missing_ok=True)
    answer = ask([str(program), "self-test", "--out", str(out)], QT_QPA_PLATFORM="offscreen")
    if not out.is_file():
        raise Stop(f"The program in the bundle does not run:\n{answer.stderr.strip()}")
    told = json.loads(out.read_text(encoding="utf-8"))
    failed = [f"{each['name']}: {each['why']}" for each in told["checks"] if not each["ok"]]
    if failed or answer.returncode:
        raise Stop("\n".join(["The program in the bundle fails its own test:", *failed]))
    say(f"The bundle passes its own test: {len(told['checks'])} checks")


def make_bundle(font: CjkFont) -> None:
    """Make the bundle anew and try it; raises Stop where anything fails."""
    prepare()
    freeze(font)
    make_lean()
    set_rights()
    taken = size(BUNDLE)
    say(f"The bundle takes {taken / 1e6:.1f} MB")
    if taken > LARGEST:
        raise Stop(f"That is more than the {LARGEST / 1e6:.0f} MB it may take.")
    prove(BUNDLE / "crossread")
