"""What desktops read of the program agrees with the program itself, and is well formed."""

import configparser
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from lxml import etree
from tree import ICON_SIZES, IDENTIFIER, NAME

from workbench.cli.main import PROJECT_SUFFIX
from workbench.store.schema import APPLICATION_ID

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "packaging" / "linux"
MIME_NAMESPACE = {"m": "http://www.freedesktop.org/standards/shared-mime-info"}
SQLITE_PLACE = 68  # where a SQLite file has its application_id
MIME_TYPE = "application/vnd.crossread.project+sqlite3"


@pytest.fixture(scope="module")
def entry():
    read = configparser.ConfigParser(interpolation=None)
    read.optionxform = str
    read.read(FOLDER / f"{IDENTIFIER}.desktop", encoding="utf-8")
    return read["Desktop Entry"]


@pytest.fixture(scope="module")
def mime():
    return etree.parse(FOLDER / f"{IDENTIFIER}.xml")


@pytest.fixture(scope="module")
def metainfo():
    return etree.parse(FOLDER / f"{IDENTIFIER}.metainfo.xml")


def test_the_menu_entry_starts_the_command_with_a_project(entry):
    assert entry["Exec"] == f"{NAME} %f"
    assert entry["Icon"] == IDENTIFIER
    assert entry["MimeType"] == f"{MIME_TYPE};"


def test_a_project_is_known_by_its_suffix(mime):
    (pattern,) = mime.xpath("//m:glob/@pattern", namespaces=MIME_NAMESPACE)
    assert pattern == f"*{PROJECT_SUFFIX}"


def test_a_project_is_known_by_what_is_in_it(mime):
    (outer,) = mime.xpath("//m:magic/m:match", namespaces=MIME_NAMESPACE)
    (inner,) = outer
    assert outer.get("value") == "SQLite format 3"
    assert int(inner.get("offset")) == SQLITE_PLACE
    assert int.from_bytes(inner.get("value").encode(), "big") == APPLICATION_ID


def test_all_name_the_same_type_and_program(mime, metainfo):
    assert mime.xpath("//m:mime-type/@type", namespaces=MIME_NAMESPACE) == [MIME_TYPE]
    assert metainfo.findtext("provides/mediatype") == MIME_TYPE
    assert metainfo.findtext("provides/binary") == NAME
    assert metainfo.findtext("id") == IDENTIFIER
    assert metainfo.findtext("launchable") == f"{IDENTIFIER}.desktop"


def test_the_newest_release_is_this_one(metainfo):
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert metainfo.find("releases/release").get("version") == project["version"]
    assert metainfo.findtext("project_license") == project["license"]


def test_every_german_word_has_an_english_one(entry, metainfo):
    assert {key.partition("[")[0] for key in entry if "[" in key} <= set(entry)
    by_language = [len(metainfo.xpath(f"//description//{tag}")) for tag in ("p", "li")]
    assert all(count % 2 == 0 for count in by_language)


@pytest.mark.parametrize(
    ("tool", "arguments"),
    [
        ("desktop-file-validate", [f"{IDENTIFIER}.desktop"]),
        ("appstreamcli", ["validate", "--no-net", f"{IDENTIFIER}.metainfo.xml"]),
        ("sh", ["-n", "install.sh"]),
    ],
)
def test_their_own_judge_finds_no_fault(tool, arguments):
    if shutil.which(tool) is None:
        pytest.skip(f"{tool} is not installed")
    judged = subprocess.run(
        [tool, *arguments], check=False, cwd=FOLDER, capture_output=True, text=True
    )
    assert judged.returncode == 0, judged.stdout + judged.stderr


def test_the_script_knows_the_same_names_and_sizes():
    script = (FOLDER / "install.sh").read_text(encoding="utf-8")
    assert f"name={NAME}\n" in script
    assert f"id={IDENTIFIER}\n" in script
    (sizes,) = re.findall(r'^sizes="([\d ]+)"$', script, re.MULTILINE)
    assert tuple(map(int, sizes.split())) == ICON_SIZES


@pytest.fixture
def archive(tmp_path):
    """Lay out what the .run unpacks, with a program that only tells its version."""
    if sys.platform == "win32":
        pytest.skip("installs on Linux")
    folder = tmp_path / "unpacked"
    share = folder / "share"
    for place, suffix in (
        ("applications", ".desktop"),
        ("mime/packages", ".xml"),
        ("metainfo", ".metainfo.xml"),
    ):
        (share / place).mkdir(parents=True)
        shutil.copy(FOLDER / f"{IDENTIFIER}{suffix}", share / place)
    for size in ICON_SIZES:
        icons = share / "icons" / "hicolor" / f"{size}x{size}" / "apps"
        icons.mkdir(parents=True)
        (icons / f"{IDENTIFIER}.png").touch()
    for file in (
        share / "icons" / "hicolor" / "scalable" / "apps" / f"{IDENTIFIER}.svg",
        share / "man" / "man1" / f"{NAME}.1.gz",
    ):
        file.parent.mkdir(parents=True)
        file.touch()
    program = folder / NAME / NAME
    program.parent.mkdir()
    program.write_text("#!/bin/sh\necho 0.1.0\n", encoding="utf-8")
    program.chmod(0o755)
    shutil.copy(FOLDER / "install.sh", folder)
    return folder


def install(archive, home, *options):
    subprocess.run(
        ["sh", "install.sh", *options],
        cwd=archive,
        env={"HOME": str(home), "PATH": "/usr/bin:/bin"},
        check=True,
        capture_output=True,
    )


def below(folder):
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}


def test_what_was_installed_for_one_user_goes_without_a_trace(archive, tmp_path):
    home = tmp_path / "the home"
    (home / ".config").mkdir(parents=True)
    (home / "story.crossread").touch()
    before = below(home)
    install(archive, home)
    command = home / ".local" / "bin" / NAME
    assert subprocess.check_output([command, "--version"], text=True) == "0.1.0\n"
    menu = home / ".local" / "share" / "applications" / f"{IDENTIFIER}.desktop"
    assert f'Exec="{command}" %f\n' in menu.read_text(encoding="utf-8")
    install(archive, home)
    subprocess.run(
        ["sh", home / ".local" / "lib" / NAME / "uninstall.sh", "--uninstall"],
        env={"HOME": str(home), "PATH": "/usr/bin:/bin"},
        check=True,
        capture_output=True,
    )
    assert below(home) == before


def test_what_others_have_there_stays(archive, tmp_path):
    home = tmp_path / "home"
    others = [
        home / ".local" / "share" / "applications" / "other.desktop",
        home / ".local" / "share" / "mime" / "packages" / "other.xml",
        home / ".local" / "bin" / "other",
    ]
    for file in others:
        file.parent.mkdir(parents=True)
        file.touch()
    others[1].write_text(f'<mime-info xmlns="{MIME_NAMESPACE["m"]}"/>', encoding="utf-8")
    install(archive, home)
    install(archive, home, "--uninstall")
    assert all(file.exists() for file in others)
    assert not (home / ".local" / "lib").exists()


def test_the_icon_of_the_window_is_the_drawing(qapp):
    from PySide6.QtGui import QImage

    image = QImage(str(ROOT / "resources" / "icons" / "crossread.png"))
    assert (image.width(), image.height()) == (256, 256)
    drawing = etree.parse(ROOT / "resources" / "icons" / "crossread.svg").getroot()
    sheets = [each for each in drawing.iter() if each.get("fill") == "#fbfaf6"]
    assert len(sheets) == 2
    for sheet in sheets:
        x = int(sheet.get("x")) + 12
        y = int(sheet.get("y")) + int(sheet.get("height")) - 6
        assert image.pixelColor(x, y).name() == "#fbfaf6"
    assert image.pixelColor(0, 0).alpha() == 0
