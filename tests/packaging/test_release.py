"""The parts of a release that need no hour to be built."""

import io
import lzma
import shutil
import tarfile
from pathlib import Path

import console
import deb
import icu_data
import man_page
import pytest
import release
import release_needs
import run_archive
import system_libraries
import windows_stage
from bundle import FIRST_DAY, CjkFont
from bundle_contents import EXCLUDED_MODULES, LOADED_BY_NAME, STRIPPED, WITH_FILES, kept
from console import Stop
from licences import bill_of_materials, third_party
from parts import Part, python_parts
from tree import settle

from workbench.cli.main import COMMANDS

ROOT = Path(__file__).resolve().parents[2]
ON_DEBIAN = shutil.which("dpkg-query") is not None
needs_debian = pytest.mark.skipif(not ON_DEBIAN, reason="asks what Debian has installed")


@pytest.mark.parametrize(
    "place",
    [
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "PySide6/Qt/lib/libQt6Network.so.6",
        "libstdc++.so.6",
        "wordfreq/data/large_en.msgpack.gz",
        "click-8.5.1.dist-info/RECORD",
    ],
)
def test_what_is_not_needed_is_left_out(place):
    assert kept([(place, "", "BINARY")]) == []


@pytest.mark.parametrize(
    "place",
    [
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platforms/libqoffscreen.so",
        "PySide6\\plugins\\platforms\\qwindows.dll",
        "libxcb-cursor.so.0",
        "wordfreq/data/small_en.msgpack.gz",
        "workbench/_resources/fonts/NotoSansCJKsc-subset.otf",
        "workbench/_resources/icons/crossread.png",
        "click-8.5.1.dist-info/METADATA",
    ],
)
def test_what_is_needed_stays(place):
    entry = (place, "", "BINARY")
    assert kept([entry]) == [entry]


def test_nothing_is_both_wanted_and_excluded():
    wanted = {*LOADED_BY_NAME, *WITH_FILES}
    assert not wanted & set(EXCLUDED_MODULES)
    assert not [pattern for pattern in STRIPPED if "numpy" in pattern]


def icu_package(items):
    header = bytearray(32)
    header[:2], header[2:4], header[12:16] = (32).to_bytes(2, "little"), b"\xda\x27", b"CmnD"
    return icu_data.pack(bytes(header), items)


def test_the_data_of_icu_is_packed_as_it_was():
    items = {"icudt73l/coll/root.res": b"abc", "icudt73l/root.res": b"x" * 40}
    package = icu_package(items)
    read = icu_data.unpack(package)
    assert {name: item.rstrip(b"\0") for name, item in read.items()} == items
    assert icu_data.pack(icu_data.header_of(package), read) == package


@pytest.mark.parametrize(
    ("name", "is_kept"),
    [
        ("icudt73l/coll/root.res", True),
        ("icudt73l/nfkc.nrm", True),
        ("icudt73l/coll/zh.res", False),
        ("icudt73l/ibm-37_P100-1995.cnv", False),
        ("icudt73l/unames.icu", False),
    ],
)
def test_of_icu_only_what_is_asked_for_stays(name, is_kept):
    assert icu_data.is_kept(name) is is_kept


def test_data_in_another_form_is_not_guessed_at():
    with pytest.raises(Stop, match="not known"):
        icu_data.header_of(b"\x20\x00" + b"?" * 40)


def test_the_man_page_has_every_command():
    page = man_page.page()
    for name in COMMANDS:
        assert f".SS crossread {name}".replace("-", "\\-") in page
    assert "\\-\\-repair" in page
    assert not [line for line in page.splitlines() if line.startswith("'")]


def test_parts_are_all_that_is_asked_for_and_what_that_asks_for():
    found = {part.name: part for part in python_parts(["jinja2>=3", "pip"])}
    assert list(found) == ["jinja2", "markupsafe"]
    assert "BSD" in found["jinja2"].licence
    assert found["markupsafe"].texts


def test_the_licences_are_told_with_their_texts():
    parts = [Part("one", "1.0", "MIT", "pkg:pypi/one@1.0", ("Permission ```is``` granted",))]
    compiled = [Part("two", "2.0", "Zlib", "pkg:cargo/two@2.0")]
    page = third_party(parts, compiled, "6.8.3")
    assert "| one | 1.0 | MIT |" in page
    assert "| two | 2.0 | Zlib |" in page
    assert "## one 1.0\n\n```\nPermission '''is''' granted\n```" in page
    listed = bill_of_materials("crossread", "0.1.0", parts, 0)
    assert '"timestamp": "1970-01-01T00:00:00Z"' in listed
    assert '"purl": "pkg:pypi/one@1.0"' in listed


def test_the_package_says_what_it_needs_in_one_line_each():
    control = deb.control_file("0.1.0-1", 2049)
    assert "\nInstalled-Size: 3\n" in control
    assert "Recommends" not in control
    assert all(len(line) <= 80 for line in control.partition("Description:")[2].splitlines())


def test_a_package_reads_as_it_was_written_and_is_the_same_each_time(tmp_path):
    root = tmp_path / "root"
    (root / "usr" / "bin").mkdir(parents=True)
    (root / "usr" / "bin" / "tool").write_text("#!/bin/sh\n", encoding="utf-8")
    (root / "usr" / "bin" / "tool").chmod(0o700)
    (root / "usr" / "bin" / "link").symlink_to("tool")
    made = []
    for _ in range(2):
        settle(root, 1_000_000_000)
        packed = io.BytesIO()
        with lzma.open(packed, "wb", filters=list(deb.FILTERS)) as squeezed:
            deb.write_tar(root, ".", squeezed)
        made.append(packed.getvalue())
    assert made[0] == made[1]
    with tarfile.open(fileobj=io.BytesIO(made[0])) as tar:
        entries = {each.name: each for each in tar}
    assert list(entries) == [".", "./usr", "./usr/bin", "./usr/bin/link", "./usr/bin/tool"]
    assert entries["./usr/bin/tool"].mode == 0o755
    assert {(each.uname, each.mtime) for each in entries.values()} == {("root", 1_000_000_000)}
    whole = deb.archive([("debian-binary", b"2.0\n"), ("odd", b"abc")], 5)
    assert whole.startswith(b"!<arch>\ndebian-binary   5           0     0     100644  4")
    assert whole.endswith(b"3         `\nabc\n")


@pytest.mark.skipif(shutil.which("makeself") is None, reason="makes an archive with makeself")
def test_an_archive_is_the_same_in_any_folder(tmp_path, monkeypatch):
    made = []
    for name in ("one", "an other"):
        root = tmp_path / name
        for module in (console, run_archive):
            monkeypatch.setattr(module, "ROOT", root)
        monkeypatch.setattr(run_archive, "new_folder", lambda _name, root=root: root / "run")
        monkeypatch.setattr(run_archive, "write_shared", lambda _share: None)
        monkeypatch.setattr(run_archive, "write_licences", lambda: ())
        monkeypatch.setattr(run_archive, "copy_bundle", lambda folder: folder.mkdir(parents=True))
        (root / "dist").mkdir(parents=True)
        made.append(run_archive.make_run("0.1.0", 1_000_000_000, root / "dist").read_bytes())
    assert made[0] == made[1]


def test_the_checksums_are_those_of_files_alone(tmp_path):
    (tmp_path / "a").write_bytes(b"")
    (tmp_path / "b").symlink_to("a")
    assert deb.checksums(tmp_path) == "d41d8cd98f00b204e9800998ecf8427e  a\n"


def test_sums_are_read_by_the_tool_for_them(tmp_path):
    (tmp_path / "a.deb").write_bytes(b"abc")
    (tmp_path / release.SUMS).write_text("old", encoding="utf-8")
    (line,) = release.sums(tmp_path).splitlines()
    assert line.startswith("ba7816bf8f01cfea")
    assert line.endswith("  a.deb")


def test_an_unknown_kind_is_asked_about(capsys):
    with pytest.raises(SystemExit):
        release.parse_arguments(["rpm"])
    assert "what is rpm?" in capsys.readouterr().err


@pytest.fixture
def places(tmp_path, monkeypatch):
    """Return where a release is made and where it goes, both of them not there yet."""
    monkeypatch.setattr(release, "MADE", tmp_path / "build" / "dist")
    monkeypatch.setattr(release, "DIST", tmp_path / "dist")
    return release.MADE, release.DIST


def test_what_is_made_takes_the_place_of_what_was_there(places):
    made, dist = places
    for each in ("1", "2"):
        release.begin(and_keep=False)
        (made / f"crossread-{each}.run").touch()
        release.publish()
        assert [path.name for path in dist.iterdir()] == [f"crossread-{each}.run"]
        assert not list(made.parent.iterdir())


def test_one_kind_is_made_beside_what_is_there(places):
    made, dist = places
    dist.mkdir()
    (dist / "crossread.deb").touch()
    release.begin(and_keep=True)
    assert [path.name for path in made.iterdir()] == ["crossread.deb"]


def test_what_fails_leaves_what_was_there(places, tmp_path, monkeypatch):
    made, dist = places
    dist.mkdir()
    (dist / "crossread.deb").write_text("whole", encoding="utf-8")
    monkeypatch.setattr(release_needs, "require", lambda _kinds, _font: None)
    monkeypatch.setattr(release, "settle_in", lambda _seconds: None)
    monkeypatch.setattr(release, "make_bundle", lambda _font: None)
    monkeypatch.setattr(release, "make_papers", lambda: None)

    def fill_the_disk(kind, _font):
        (made / f"crossread.{kind}").write_text("half", encoding="utf-8")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(release, "make", fill_the_disk)
    with pytest.raises(Stop, match=r"as it was: .*No space left"):
        release.release(release.parse_arguments(["deb"]))
    assert (made / "crossread.deb").read_text(encoding="utf-8") == "half"
    assert (dist / "crossread.deb").read_text(encoding="utf-8") == "whole"


def test_all_that_is_needed_is_asked_for_at_once(monkeypatch):
    monkeypatch.setattr(windows_stage, "interpreter", lambda: Path("python.zip"))
    names = system_libraries.every_name(release_needs.needs(release.KINDS, CjkFont()))
    assert {"binutils", "makeself", "fonts-noto-cjk", "nsis", "libxcb-cursor0"} <= set(names)
    assert len(names) == len(set(names))


def test_without_the_python_for_windows_its_tools_are_not_asked_for(monkeypatch):
    monkeypatch.setattr(windows_stage, "interpreter", lambda: None)
    own = CjkFont(Path("own.ttc"), Path("own.txt"))
    names = system_libraries.every_name(release_needs.needs(release.KINDS, own))
    assert not {"nsis", "fonts-noto-cjk"} & set(names)


def test_the_time_of_a_release_is_given_or_that_of_the_commit(monkeypatch, tmp_path):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "5")
    assert release_needs.epoch() == 5
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    monkeypatch.setattr(release_needs, "ROOT", tmp_path)
    assert release_needs.epoch() == FIRST_DAY
    (tmp_path / ".git").mkdir()
    monkeypatch.setenv("GIT_DIR", str(tmp_path / ".git"))
    with pytest.raises(Stop, match="git does not tell"):
        release_needs.epoch()


@needs_debian
def test_a_release_does_not_begin_where_something_is_missing(monkeypatch):
    monkeypatch.setattr(release_needs, "provide", lambda _needs: False)
    with pytest.raises(Stop, match="Nothing was begun"):
        release_needs.require(release.KINDS, CjkFont())


@needs_debian
def test_a_release_does_not_begin_where_there_is_no_room(monkeypatch, tmp_path):
    font = CjkFont(Path(__file__), Path(__file__))
    monkeypatch.setattr(release_needs, "provide", lambda _needs: True)
    monkeypatch.setattr(release_needs, "ROOM", 1 << 62)
    with pytest.raises(Stop, match="are free"):
        release_needs.require(release.KINDS, font)
    with pytest.raises(Stop, match="there is no"):
        release_needs.require(release.KINDS, CjkFont(tmp_path / "no.ttc", tmp_path))


def test_on_other_systems_a_release_is_not_built(monkeypatch):
    monkeypatch.setenv("PATH", "")
    with pytest.raises(Stop, match="on Debian"):
        release_needs.require(release.KINDS, CjkFont())
