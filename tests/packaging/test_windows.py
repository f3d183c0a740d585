"""The Windows installer agrees with the program, and its stage is laid out as it must be."""

import hashlib
import re
import sys
import tomllib
import zipfile
from pathlib import Path

import bundle
import pytest
import windows_release
import windows_stage
from console import Stop

from workbench.cli.main import PROJECT_SUFFIX

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = (ROOT / "packaging" / "windows" / "installer.nsi").read_text(encoding="utf-8")
LAUNCHER = (ROOT / "packaging" / "windows" / "launcher.c").read_text(encoding="utf-8")


def define(name):
    found = re.search(rf'^!define {name} "?([^";]+)"?', SCRIPT, re.MULTILINE)
    assert found, name
    return found[1].strip()


def section(name):
    found = re.search(rf"^Section{name}\n(.*?)^SectionEnd", SCRIPT, re.MULTILINE | re.DOTALL)
    assert found, name
    return found[1]


@pytest.fixture
def vendor(tmp_path, monkeypatch):
    """Return a folder in the place of packaging/vendor, with the checksum of b"python"."""
    checksum = hashlib.sha256(b"python").hexdigest()
    (tmp_path / "SHA256SUMS").write_text(f"{checksum}  python.zip\n")
    monkeypatch.setattr(windows_stage, "VENDOR", tmp_path)
    return tmp_path


def test_the_file_type_is_that_of_the_program_and_of_linux():
    linux = (ROOT / "packaging" / "linux" / "org.crossread.Crossread.xml").read_text("utf-8")
    assert define("SUFFIX") == PROJECT_SUFFIX
    assert f'mime-type type="{define("MIME")}"' in linux


def test_all_that_is_installed_is_removed_and_nothing_else():
    install, remove = section(""), section(' "Uninstall"')
    written = set(re.findall(r'File "\$\{STAGE\}/([\w.-]+)"', install))
    written |= set(re.findall(r'WriteUninstaller "\$INSTDIR\\([\w.-]+)"', install))
    assert written == {*windows_stage.PROGRAMS, "crossread-uninstall.exe"}
    assert set(re.findall(r'Delete "\$INSTDIR\\([\w.-]+)"', remove)) == written
    folders = re.findall(r'RMDir /r "(.+?)"', SCRIPT)
    assert set(folders) == {rf"$INSTDIR\{windows_stage.PARTS}"}
    keys = set(re.findall(r'WriteReg\w+ SHCTX "(.+?)"', install))
    assert {
        key.removesuffix(r"\DefaultIcon").removesuffix(r"\shell\open\command") for key in keys
    } == set(re.findall(r'DeleteRegKey (?:/ifempty )?SHCTX "(.+?)"', remove))


def test_every_sentence_is_in_both_languages():
    found = re.findall(r"^LangString (\w+) \$\{LANG_(\w+)\}", SCRIPT, re.MULTILINE)
    names = {name for name, _ in found}
    assert names
    assert set(found) == {(name, language) for name in names for language in ("ENGLISH", "GERMAN")}
    assert set(re.findall(r"\$\((\w+)\)", SCRIPT)) == names


def test_the_launcher_starts_what_the_stage_has():
    places = re.findall(r'INTERPRETER L"(.+?)"', LAUNCHER)
    folder = windows_stage.PARTS + r"\\python"
    assert set(places) == {rf"{folder}\\python.exe", rf"{folder}\\pythonw.exe"}
    assert "-m workbench" in LAUNCHER
    desktop = ROOT / "packaging" / "linux"
    (identifier,) = re.findall(r'APP_ID L"(.+?)"', LAUNCHER)
    assert (desktop / f"{identifier}.desktop").is_file()


def test_the_interpreter_finds_the_packages(tmp_path):
    folder = tmp_path / windows_stage.PARTS / "python"
    folder.mkdir(parents=True)
    windows_stage.tell_of_packages(folder)
    (file,) = folder.iterdir()
    assert file.name == "python311._pth"
    places = [line.replace("\\", "/") for line in file.read_text("ascii").splitlines()]
    found = [(folder / place).resolve() for place in places]
    assert found[-1] == (tmp_path / windows_stage.PACKAGES).resolve()
    assert "import site" not in places  # nothing of the user's own may come in


def test_the_interpreter_is_one_that_the_program_runs_with():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    number = "{}.{}".format(*windows_stage.PYTHON)
    assert f">={number}" in settings["project"]["requires-python"]
    checksum, name = windows_stage.archive()
    assert re.fullmatch(rf"python-{number}\.\d+-embed-amd64\.zip", name)
    assert re.fullmatch(r"[0-9a-f]{64}", checksum)
    page = (ROOT / "packaging" / "vendor" / "README.md").read_text(encoding="utf-8")
    assert f"`{name}`" in page


def test_without_the_interpreter_there_is_none(vendor):
    assert windows_stage.interpreter() is None


def test_the_named_interpreter_is_taken(vendor):
    (vendor / "python.zip").write_bytes(b"python")
    assert windows_stage.interpreter() == vendor / "python.zip"


def test_another_interpreter_is_refused(vendor):
    (vendor / "python.zip").write_bytes(b"another")
    with pytest.raises(Stop, match="not the file that SHA256SUMS names"):
        windows_stage.interpreter()


def test_without_the_interpreter_the_build_says_so_and_goes_on(vendor, capsys):
    release = windows_release.Release("1.2.3", vendor / "dist", bundle.CjkFont())
    assert windows_release.make_windows(release) is None
    assert not release.folder.exists()
    assert "python.zip is not in packaging/vendor" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("absent", "version", "words"),
    [
        ("makensis", (3, 11), "install first: nsis."),
        ("x86_64-w64-mingw32-gcc", (3, 11), "install first: gcc-mingw-w64-x86-64."),
        ("", (3, 12), "Python 3.11"),
        ("", (3, 11), None),
    ],
)
def test_what_is_missing_is_named(monkeypatch, absent, version, words):
    monkeypatch.setattr("shutil.which", lambda name: None if name == absent else name)
    monkeypatch.setattr(sys, "version_info", version)
    said = windows_release.what_is_missing()
    assert (said == "") if words is None else (words in said)


def test_the_interpreter_is_unpacked_without_what_reaches_a_network(tmp_path):
    archive = tmp_path / "python.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        for name in ("python.exe", "_ssl.pyd", "libssl-3.dll", "_sqlite3.pyd", "python311._pth"):
            packed.writestr(name, name)
    folder = tmp_path / "python"
    windows_stage.unpack_interpreter(archive, folder)
    names = {path.name for path in folder.iterdir()}
    assert names == {"python.exe", "_sqlite3.pyd", "python311._pth"}
    assert "packages" in (folder / "python311._pth").read_text("ascii")


def test_only_what_the_program_needs_is_kept(tmp_path):
    kept = {
        *("PySide6/__init__.py", "PySide6/QtCore.pyd", "PySide6/Qt6Widgets.dll"),
        *("PySide6/plugins/platforms/qwindows.dll", "PySide6/plugins/styles/modern.dll"),
        *("wordfreq/data/small_en.msgpack.gz", "babel/locale-data/en_GB.dat", "numpy/testing/a.py"),
        *(
            "packaging/version.py",
            "pipeline/a.py",
            "lxml/etree.pyd",
            "typst-0.15.2.dist-info/RECORD",
        ),
    }
    unwanted = {
        *("PySide6/QtNetwork.pyd", "PySide6/Qt6Network.dll", "PySide6/opengl32sw.dll"),
        *("PySide6/plugins/tls/q.dll", "PySide6/qml/a/b.dll", "PySide6/QtCore.pyi"),
        *("wordfreq/data/large_en.msgpack.gz", "babel/locale-data/fr.dat", "numpy/tests/a.py"),
        *("pip/a.py", "pip-26.3.dist-info/RECORD", "bin/wheel", "PyInstaller/a.py", "pefile.py"),
        *("numpy/f2py/a.py", "pyinstaller-6.dist-info/RECORD", "setuptools/a.py"),
    }
    for name in kept | unwanted:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    windows_stage.leave_out(tmp_path)
    left = {path for path in tmp_path.rglob("*") if path.is_file() or not any(path.iterdir())}
    assert {path.relative_to(tmp_path).as_posix() for path in left} == kept


def test_the_page_of_licences_names_the_places_of_windows(tmp_path):
    page = tmp_path / "THIRD-PARTY.md"
    page.write_text("They lie in `_internal/PySide6`.", encoding="utf-8")
    (tmp_path / "parts").mkdir()
    windows_stage.add_licences(page, tmp_path / "parts")
    copied = (tmp_path / "parts" / "THIRD-PARTY.md").read_text(encoding="utf-8")
    assert copied == "They lie in `crossread-parts/packages/PySide6`."


def test_a_library_is_found_only_where_windows_looks(tmp_path, monkeypatch):
    packages = windows_stage.PACKAGES
    needs = {
        "crossread.exe": {"kernel32.dll", "api-ms-win-crt-heap-l1-1-0.dll"},
        f"{windows_stage.PARTS}/python/sqlite3.dll": {"vcruntime140.dll"},
        f"{packages}/numpy/core/a.pyd": {"python311.dll", "sqlite3.dll", "blas.dll", "qt6core.dll"},
        f"{packages}/numpy.libs/BLAS.dll": {"gone.dll"},
        f"{packages}/PySide6/Qt6Core.dll": {"shiboken6.dll"},
        f"{packages}/PySide6/plugins/platforms/q.dll": {"qt6core.dll"},
        f"{packages}/shiboken6/shiboken6.dll": set(),
    }
    for name in (*needs, f"{packages}/numpy/a.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()

    def asked(file):
        return needs[file.relative_to(tmp_path).as_posix()]

    monkeypatch.setattr(windows_stage, "imported", asked)
    assert windows_stage.unresolved(tmp_path) == {
        "qt6core.dll": [f"{packages}/numpy/core/a.pyd"],
        "gone.dll": [f"{packages}/numpy.libs/BLAS.dll"],
    }
