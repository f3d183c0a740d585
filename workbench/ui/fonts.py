"""Fonts: those that come with the program, and whether a sign has a shape in any."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFontDatabase, QTextLayout

from workbench.resources import path

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QFont

KINDS = (".otf", ".ttf", ".ttc")


def load_fonts(folder: Path | None = None) -> tuple[str, ...]:
    """Let the program use the fonts of a folder, its own where none is named; return families.

    A release ships one that has Chinese, Japanese and Korean; a checkout has none.
    """
    folder = folder or path("fonts")
    if not folder.is_dir():
        return ()
    files = sorted(file for file in folder.iterdir() if file.suffix in KINDS)
    numbers = [QFontDatabase.addApplicationFont(str(file)) for file in files]
    return tuple(name for each in numbers for name in QFontDatabase.applicationFontFamilies(each))


def undrawn(words: str, font: QFont) -> str:
    """Return the signs that are shown as a box, for no font that stands in for `font` has them."""
    return "".join(sign for sign in words if not _is_drawn(sign, font))


def _is_drawn(sign: str, font: QFont) -> bool:
    layout = QTextLayout(sign, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    runs = layout.glyphRuns()
    return bool(runs) and all(all(run.glyphIndexes()) for run in runs)  # 0 is the box
