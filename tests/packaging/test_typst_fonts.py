"""Fonts that are never asked for take no room in what is packed."""

import importlib.util
import struct
from pathlib import Path

import typst_fonts
from typst_fonts import Font, fonts_in, shrink, without

from workbench.formats.pdf_fonts import FACE


def font(name, tables=(b"CFF ", b"cmap", b"head", b"name"), system=3):
    text = name.encode("utf-16-be")
    names = struct.pack(">HHH", 0, 2, 30)
    names += struct.pack(">HHHHHH", 1, 0, 0, 4, 0, 0)
    names += struct.pack(">HHHHHH", system, 1, 0x409, 4, len(text), 0) + text
    first, listed, body = 12 + 16 * len(tables), b"", b""
    for tag in tables:
        data = names if tag == b"name" else b"\7" * 21
        listed += struct.pack(">4sIII", tag, 0, first + len(body), len(data))
        body += data
    return struct.pack(">4sH6x", b"OTTO", len(tables)) + listed + body


TEXT, FORMULAS = font("Text Regular"), font("Formulas Bold")
LIBRARY = b"\x7fELF" + TEXT + b"between" + FORMULAS + TEXT + b"OTTO" + FORMULAS + b"end"


def test_fonts_are_found_wherever_they_lie():
    first = len(b"\x7fELF")
    found = list(fonts_in(LIBRARY))
    assert found[0] == Font(first, first + len(TEXT), "Text Regular")
    assert [each.name for each in found] == ["Text Regular", "Formulas Bold"] * 2


def test_named_fonts_become_zeros_and_nothing_else_is_touched():
    blank = bytes(len(FORMULAS))
    assert without(LIBRARY, frozenset({"Formulas Bold"})) == LIBRARY.replace(FORMULAS, blank)
    assert without(LIBRARY, frozenset({"Formulas"})) == LIBRARY


def test_what_only_looks_like_a_font_is_passed_over():
    for data in (b"OTTO\0\x09short", font("No Outlines", (b"cmap", b"head", b"name", b"post"))):
        assert list(fonts_in(data)) == []


def test_a_font_without_a_name_for_windows_is_kept():
    (found,) = fonts_in(font("Elsewhere", system=0))
    assert found.name == ""


def test_the_library_has_the_fonts_of_which_all_this_is_told_and_keeps_the_others(tmp_path):
    (there,) = Path(importlib.util.find_spec("typst").origin).parent.glob("_typst.*")
    library = tmp_path / there.name
    library.write_bytes(there.read_bytes())
    names = {each.name for each in fonts_in(library.read_bytes())}
    assert names > typst_fonts.NEVER_ASKED
    shrink(library)
    assert library.stat().st_size == there.stat().st_size
    kept = {each.name for each in fonts_in(library.read_bytes())}
    assert kept == names - typst_fonts.NEVER_ASKED
    assert f"{FACE} Regular" in kept
