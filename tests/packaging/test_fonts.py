"""The font that a release ships has the signs that are asked for, and its terms with it."""

import pytest
from console import Stop
from fonts import FONT, LICENCE, NAME, make_font, subsetter

SIGNS = "4E00-4E0F,AC00"


@pytest.fixture
def command():
    """Return what makes a part of a font; skip where that or the font is not installed."""
    try:
        found = subsetter()
    except Stop:
        pytest.skip("fonttools is not installed")
    if not FONT.is_file():
        pytest.skip("fonts-noto-cjk is not installed")
    return found


@pytest.mark.usefixtures("command")
def test_the_font_has_the_signs_asked_for_and_is_the_same_each_time(tmp_path, qapp):
    from PySide6.QtGui import QRawFont

    made = [make_font(FONT, LICENCE, tmp_path / name, SIGNS) for name in ("one", "two")]
    assert made[0].read_bytes() == made[1].read_bytes()
    font = QRawFont(str(made[0]), 16)
    assert font.familyName() == "Noto Sans CJK SC"
    assert font.supportsCharacter(0x4E00)
    assert not font.supportsCharacter(0x6C5F)
    assert "Open Font License" in (tmp_path / "one" / f"{NAME}.licence.txt").read_text()


def test_without_the_font_it_says_what_to_install(tmp_path):
    with pytest.raises(Stop, match="install fonts-noto-cjk"):
        make_font(tmp_path / "none.ttc", tmp_path / "none.txt", tmp_path / "out")


def test_without_the_tool_it_says_what_to_install(monkeypatch):
    monkeypatch.setattr("shutil.which", lambda _name: None)
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    with pytest.raises(Stop, match="install fonttools"):
        subsetter()


def test_what_is_no_font_is_told_and_leaves_nothing(tmp_path):
    try:
        subsetter()
    except Stop:
        pytest.skip("fonttools is not installed")
    (tmp_path / "font.ttc").write_bytes(b"no font")
    (tmp_path / "terms.txt").write_bytes(b"terms")
    with pytest.raises(Stop, match="cannot be made"):
        make_font(tmp_path / "font.ttc", tmp_path / "terms.txt", tmp_path / "out")
    assert list((tmp_path / "out").iterdir()) == []
