"""Fonts that come with the program are used, and a sign that nothing can draw is found."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from workbench.ui.fonts import load_fonts, undrawn
from workbench.ui.theme import sans, serif

DROID = Path("/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf")
DEJAVU = Path("/usr/share/fonts/truetype/dejavu")
LATIN_ALONE = "<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir></fontconfig>"
BEFORE_AND_AFTER = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from workbench.ui.fonts import load_fonts, undrawn
from workbench.ui.theme import sans

app = QApplication([])
print(ascii(undrawn("a\\u6c5f", sans(13))))
print(len(load_fonts(Path(sys.argv[1]))))
print(ascii(undrawn("a\\u6c5f", sans(13))))
"""


def test_a_sign_that_no_font_has_is_found(qapp):
    nobody_has = "\U0010fffd"
    for face in (sans, serif):
        assert undrawn(f"ferry {nobody_has}", face(13)) == nobody_has


def test_where_no_fonts_come_with_the_program_those_of_the_system_do(qapp, tmp_path):
    assert load_fonts(tmp_path / "none") == ()
    (tmp_path / "licence.txt").write_text("The terms of a font.")
    (tmp_path / "broken.otf").write_bytes(b"no font")
    assert load_fonts(tmp_path) == ()


def test_a_font_that_comes_with_the_program_draws_what_those_of_the_system_do_not(tmp_path):
    if not (DROID.is_file() and DEJAVU.is_dir()):
        pytest.skip("fonts-droid-fallback and fonts-dejavu-core are not installed")
    shutil.copy(DROID, tmp_path)
    settings = tmp_path / "fonts.conf"
    settings.write_text(LATIN_ALONE.format(fonts=DEJAVU, cache=tmp_path / "cache"))
    run = subprocess.run(
        [sys.executable, "-c", BEFORE_AND_AFTER, str(tmp_path)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "FONTCONFIG_FILE": str(settings)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.stdout.split() == ["'\\u6c5f'", "1", "''"], run.stderr
