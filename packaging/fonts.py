"""Make the font for Chinese, Japanese and Korean that a release ships, from the system's own.

python packaging/fonts.py FOLDER writes the font and its licence there; a release puts them into
`resources/fonts`, from where the program loads them. Needs the packages fonts-noto-cjk and
fonttools of Debian or Ubuntu, or the same files from elsewhere by the options.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import shutil
import sys
from pathlib import Path

from console import Stop, ask, say

FONT = Path("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc")
LICENCE = Path("/usr/share/doc/fonts-noto-cjk/copyright")
NAME = "NotoSansCJKsc-subset.otf"
SIMPLIFIED_CHINESE = 2  # its number among the fonts of the collection: shapes differ by country
FEATURES = "kern,locl,vert,ccmp"
# whole blocks: scattered signs make tables that the subsetter cannot write
SIGNS = (
    "0020-024F,0370-052F,2000-206F,20AC,2190-22FF,2460-24FF,2500-25FF,"
    "3000-30FF,3130-318F,4E00-9FFF,AC00-D7A3,FF00-FFEF"
)


def parse_arguments() -> argparse.Namespace:
    """Read where the font lies and where it is to go."""
    parser = argparse.ArgumentParser(description="Make the font that a release ships.")
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="where the font is written")
    parser.add_argument("--font", type=Path, default=FONT, help=f"the collection ({FONT})")
    parser.add_argument("--licence", type=Path, default=LICENCE, help=f"its terms ({LICENCE})")
    return parser.parse_args()


def subsetter() -> tuple[str, ...]:
    """Return the command that makes a part of a font; raises Stop where there is none."""
    if command := shutil.which("pyftsubset"):
        return (command,)
    if importlib.util.find_spec("fontTools") is not None:
        return (sys.executable, "-m", "fontTools.subset")
    raise Stop("The font cannot be made: install fonttools first.")


def make_font(font: Path, licence: Path, folder: Path, signs: str = SIGNS) -> Path:
    """Write the part of the font that is needed, the same each time, and the terms of its use.

    Raises Stop where something is missing or fails.
    """
    for needed in (font, licence):
        if not needed.is_file():
            raise Stop(f"The font cannot be made: {needed} is missing; install fonts-noto-cjk.")
    folder.mkdir(parents=True, exist_ok=True)
    made = folder / NAME
    part = made.with_suffix(".part")
    answer = ask(
        [
            *subsetter(),
            os.fspath(font.resolve()),
            f"--font-number={SIMPLIFIED_CHINESE}",
            f"--layout-features={FEATURES}",
            f"--unicodes={signs}",
            # a fifth of the font; without them signs are no less sharp, and alike on all systems
            "--no-hinting",
            "--no-recalc-timestamp",
            f"--output-file={part.resolve()}",
        ]
    )
    if answer.returncode:
        raise Stop(f"The font cannot be made:\n{answer.stderr.strip()}")
    part.replace(made)
    shutil.copyfile(licence, folder / f"{NAME}.licence.txt")
    return made


def main() -> int:
    """Make the font and give back the exit status."""
    arguments = parse_arguments()
    try:
        made = make_font(arguments.font, arguments.licence, arguments.folder)
    except Stop as stop:
        print(stop, file=sys.stderr)
        return 1
    say(f"{made} ({made.stat().st_size / 1e6:.1f} MB)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
