"""What macOS is told agrees with itself, with the program and with the installers for Linux."""

import plistlib
import runpy
from pathlib import Path

import pytest
from bundle_contents import kept
from mac_bundle import APP, ICON, IDENTIFIER, IMAGE, MIME_TYPE, PROJECT_TYPE, SUFFIX, information

from workbench.cli.main import PROJECT_SUFFIX

ROOT = Path(__file__).resolve().parents[2]
MACOS = ROOT / "packaging" / "macos"


@pytest.fixture(scope="module")
def told():
    """Return the property list as it is read back."""
    return plistlib.loads(plistlib.dumps(information("1.2.3")))


def test_the_property_list_can_be_written_and_says_the_version(told):
    assert told == information("1.2.3")
    assert told["CFBundleShortVersionString"] == told["CFBundleVersion"] == "1.2.3"


def test_the_kind_of_file_is_declared_once_and_opened_by_the_program(told):
    (declared,) = told["UTExportedTypeDeclarations"]
    (opened,) = told["CFBundleDocumentTypes"]
    assert opened["LSItemContentTypes"] == [declared["UTTypeIdentifier"]] == [PROJECT_TYPE]
    assert PROJECT_TYPE.startswith(f"{told['CFBundleIdentifier']}.")
    tags = declared["UTTypeTagSpecification"]
    assert [f".{suffix}" for suffix in tags["public.filename-extension"]] == [PROJECT_SUFFIX]
    assert f".{SUFFIX}" == PROJECT_SUFFIX


def test_names_are_those_of_the_installers_for_linux(told):
    linux = ROOT / "packaging" / "linux"
    assert (linux / f"{told['CFBundleIdentifier']}.desktop").is_file()
    kinds = (linux / f"{IDENTIFIER}.xml").read_text(encoding="utf-8")
    assert f'mime-type type="{MIME_TYPE}"' in kinds


def test_one_icon_stands_for_the_program_and_its_files(told):
    (declared,) = told["UTExportedTypeDeclarations"]
    (opened,) = told["CFBundleDocumentTypes"]
    icons = {
        told["CFBundleIconFile"],
        declared["UTTypeIconFile"],
        opened["CFBundleTypeIconFile"],
    }
    assert icons == {ICON}


def test_the_program_may_do_nothing_that_is_not_needed():
    rights = plistlib.loads((MACOS / "entitlements.plist").read_bytes())
    assert rights == {"com.apple.security.cs.allow-unsigned-executable-memory": True}


def test_the_image_shows_the_program_beside_the_place_to_drag_it():
    app = f"/somewhere/{APP}"
    settings = runpy.run_path(str(MACOS / "dmg_settings.py"), {"defines": {"app": app}})
    assert settings["files"] == [app]
    assert set(settings["icon_locations"]) == {APP, *settings["symlinks"]}
    assert all(settings[name] == value for name, value in IMAGE.items())


def test_of_qt_only_what_draws_the_window_is_gathered():
    libraries = "PySide6/Qt/lib"
    needed = [f"{libraries}/Qt{name}.framework/Qt" for name in ("Core", "DBus", "Gui", "Widgets")]
    others = [f"{libraries}/Qt{name}.framework/Qt" for name in ("Network", "Qml", "GuiTools")]
    found = kept((place, "", "BINARY") for place in (*needed, *others))
    assert [place for place, _, _ in found] == needed


@pytest.mark.parametrize(
    "library", ["libz.1", "libpng16.16", "libexpat.1", "libcairo.2", "libX11.6"]
)
def test_what_a_linux_desktop_has_is_gathered_on_macos(library):
    entry = (f"{library}.dylib", "", "BINARY")
    assert kept([entry]) == [entry]
    name, _, number = library.rpartition(".")
    assert kept([(f"{name}.so.{number}", "", "BINARY")]) == []


def test_the_spec_builds_the_program_for_macos():
    spec = (ROOT / "packaging" / "crossread.spec").read_text(encoding="utf-8")
    compile(spec, "crossread.spec", "exec")
    assert "BUNDLE(" in spec
    assert "info_plist=information(" in spec
