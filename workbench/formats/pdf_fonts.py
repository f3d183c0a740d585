"""Fonts of a PDF: which faces there are, and which letters none of them has."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench import resources

if TYPE_CHECKING:
    from collections.abc import Iterable

    from typst import Fonts

FACE = "Libertinus Serif"
"""The face of the text; Typst has it within, so that pages are the same everywhere."""

OTHER_FACES = (
    *("Noto Sans CJK SC", "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", "SimSun"),
    *("Noto Naskh Arabic", "Amiri", "Noto Serif", "DejaVu Serif", "Droid Sans Fallback"),
)
"""Faces for the letters that the first has not, the first of them in our own folder of fonts."""

_FOLDER = "fonts"
_LAST_KNOWN = "\u024f"  # of the letters that the face has all of
_PLACE = re.compile(r"─ [^\n]*?:(\d+):\d+\n")  # line and column of an error


def fonts(*, with_system: bool = True) -> Fonts:
    """Return the fonts that come with the program, and those of the system."""
    import typst

    folder = resources.path(_FOLDER)
    folders = [folder] if folder.is_dir() else []
    return typst.Fonts(include_system_fonts=with_system, font_paths=folders)


def faces(there: Fonts) -> tuple[str, ...]:
    """Return the faces of the text in the order in which they are asked for a letter."""
    known = set(there.families())
    return (FACE, *(face for face in OTHER_FACES if face in known))


def undisplayable(letters: Iterable[str], there: Fonts) -> frozenset[str]:
    """Return those of some letters that no font has: their words would be boxes without meaning.

    Sets each by itself, under a standard (PDF/A) that asks for every letter to be in a font.
    """
    import typst

    rare = sorted(letter for letter in set(letters) if letter > _LAST_KNOWN)
    if not rare:
        return frozenset()
    named = ", ".join(f'"{face}"' for face in faces(there))
    lines = [f"#set text(font: ({named},))", *(f'#"\\u{{{ord(letter):x}}}"' for letter in rare)]
    try:
        source = "\n\n".join(lines).encode()
        typst.compile(source, format="pdf", font_paths=there, pdf_standards="a-2b")
    except typst.TypstError as error:
        places = map(int, _PLACE.findall(error.diagnostic))
        return frozenset(rare[place // 2 - 1] for place in places)  # the third line has the first
    return frozenset()


def told_by_code(text: str, letters: Iterable[str]) -> str:
    """Return a text with some letters told by their code points, such as [U+4E2D]."""
    codes = {ord(letter): f"[U+{ord(letter):04X}]" for letter in letters}
    return text.translate(codes) if codes else text  # a copy of all of a report is large
