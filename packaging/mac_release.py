"""Build, sign and try the program for macOS, there: `python3 packaging/mac_release.py`, see --help.

One image is built for the processor that it is built on. packaging/macos/RELEASE.md has the steps
that need an account with Apple.
"""

import argparse
import platform
import shutil
import sys
from pathlib import Path

import bundle
from console import ROOT, Stop, ask, call, say
from environment import make_empty, pip_install, tool
from icon_files import ICNS_SIZES, draw_all, icns
from mac_age import oldest_system
from mac_bundle import APP, ICON, OLDEST_SYSTEM
from release import DIST, version

SETTINGS = ROOT / "packaging" / "macos"
PROGRAM = bundle.BUILD / APP
TOOLS = bundle.BUILD / "mac-tools"
UNSIGNED = "-"  # a signature by nobody, which only the machine itself believes


def build(font: bundle.CjkFont) -> None:
    """Gather the program with its icon and property list; raises Stop where it is for too few."""
    bundle.prepare()
    take_packages_for_older_systems()
    (bundle.BUILD / ICON).write_bytes(icns(draw_all(ICNS_SIZES, bundle.VENV)))
    bundle.freeze(font)
    for file, system in too_new(PROGRAM):
        raise Stop(f"{file.name} needs macOS {system}; build with the Python of python.org.")


def take_packages_for_older_systems() -> None:
    """Install the packages as an older macOS is given them: NumPy has others for newer ones."""
    python, number = tool("python", bundle.VENV), OLDEST_SYSTEM.replace(".", "_")
    where = ask([python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"])
    pip_install(
        *("--platform", f"macosx_{number}_{platform.machine()}", "--upgrade", "--no-deps"),
        *("--target", where.stdout.strip(), "--require-hashes", "--only-binary", ":all:"),
        *("-r", str(bundle.LOCK)),
        venv=bundle.VENV,
    )


def too_new(folder: Path) -> list[tuple[Path, str]]:
    """Return the files that are made for newer systems than the property list says, and which."""
    oldest = tuple(map(int, OLDEST_SYSTEM.split(".")))
    files = [path for path in sorted(folder.rglob("*")) if path.is_file() and not path.is_symlink()]
    told = ((file, oldest_system(file)) for file in files)
    return [(file, "{}.{}".format(*system)) for file, system in told if system and system > oldest]


def sign(identity: str) -> None:
    """Sign the program and all in it, so that the system lets it run; raises Stop on failure."""
    command = ["codesign", "--force", "--deep", "--sign", identity]
    if identity != UNSIGNED:
        entitlements = str(SETTINGS / "entitlements.plist")
        command += ["--timestamp", "--options", "runtime", "--entitlements", entitlements]
    call([*command, str(PROGRAM)], "The program could not be signed; the lines above say why.")
    check = ["codesign", "--verify", "--deep", "--strict", str(PROGRAM)]
    call(check, "The signature does not hold; the lines above say why.")


def make_image() -> Path:
    """Put the program into a disk image and return where that is."""
    if not Path(tool("dmgbuild", TOOLS)).exists():
        make_empty(TOOLS)
        pip_install("dmgbuild", venv=TOOLS)
    image = bundle.BUILD / f"crossread-{version()}-macos-{platform.machine()}.dmg"
    image.unlink(missing_ok=True)
    settings = ("-s", str(SETTINGS / "dmg_settings.py"), "-D", f"app={PROGRAM}")
    call(
        [tool("dmgbuild", TOOLS), *settings, "Crossread", str(image)],
        "The disk image could not be made; the lines above say why.",
        PYTHONPATH=str(ROOT / "packaging"),
    )
    return image


def notarise(image: Path, profile: str) -> None:
    """Let Apple look at the image, and fasten its answer to it for machines without a network."""
    submit = ["xcrun", "notarytool", "submit", str(image), "--keychain-profile", profile, "--wait"]
    call(submit, "Apple did not accept the image; the lines above say why.")
    call(["xcrun", "stapler", "staple", str(image)], "The answer could not be fastened to it.")


def parse_arguments() -> argparse.Namespace:
    """Read how the program is to be built and signed."""
    parser = argparse.ArgumentParser(description="Build the disk image for macOS into dist/.")
    parser.add_argument("--font", type=Path, required=True, help="the font for Chinese and others")
    parser.add_argument("--licence", type=Path, required=True, help="its terms")
    parser.add_argument("--identity", default=UNSIGNED, help="whose signature, by its name")
    parser.add_argument("--profile", help="the account that notarises, by its name in the keychain")
    return parser.parse_args()


def main() -> int:
    """Build the image and give back the exit status."""
    arguments = parse_arguments()
    try:
        if sys.platform != "darwin" or shutil.which("codesign") is None:
            raise Stop("The image for macOS is built on macOS, with the tools of Xcode.")
        build(bundle.CjkFont(arguments.font, arguments.licence))
        sign(arguments.identity)
        bundle.prove(PROGRAM / "Contents" / "MacOS" / "crossread")
        image = make_image()
        if arguments.profile:
            notarise(image, arguments.profile)
        DIST.mkdir(exist_ok=True)
        image = image.replace(DIST / image.name)
    except Stop as stop:
        print(stop, file=sys.stderr)
        return 1
    say(f"dist/{image.name}: {image.stat().st_size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
