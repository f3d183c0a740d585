"""Lay out the folder that the Windows installer puts on a computer, on any system with Python 3.11.

The packages are those that are built for Windows, the interpreter is the embeddable Python of
packaging/vendor, and two small programs start it: see packaging/windows/launcher.c.
"""

import hashlib
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import bundle
from console import ROOT, Stop, call, say
from environment import make_empty, pip_install, tool
from icon_files import ICO_SIZES, draw_all, ico
from pe_imports import PE_SUFFIXES, imported

VENDOR = ROOT / "packaging" / "vendor"
SOURCES = ROOT / "packaging" / "windows"
BUILD = ROOT / "build" / "windows"
STAGE = BUILD / "stage"
TOOLS = BUILD / "tools"
ICON = BUILD / "crossread.ico"

PYTHON = (3, 11)
PARTS = "crossread-parts"
PACKAGES = f"{PARTS}/packages"
INTERPRETER = PARTS  # all that lies there and is no package
PROGRAMS = {"crossread.exe": ("-mwindows",), "crossread.com": ("-DCONSOLE",)}
COMPILER, RESOURCES = "x86_64-w64-mingw32-gcc", "x86_64-w64-mingw32-windres"

LEFT_OUT = re.compile(
    "|".join(
        (
            # what the lock file has for making releases
            r"^(altgraph|fontTools|ordlookup|pip|setuptools|pkg_resources|win32ctypes)(/|-)",
            r"^(PyInstaller|_pyinstaller_hooks_contrib|_distutils_hack|distutils-precedence)",
            r"^(pyinstaller|fonttools|pefile|peutils|pywin32_ctypes)\b",
            r"^(bin|share)/",
            # of Qt all but what the window is drawn with: no network, no other programs' parts
            r"^PySide6/(?!plugins/|_|Qt6?(Core|Gui|Widgets)\.|pyside6\.abi3|msvcp140|vcruntime140)",
            r"^PySide6/plugins/(?!platforms/q(windows|offscreen)\.|styles/)",
            r"^shiboken6/(concrt140|vcamp140|vccorlib140|vcomp140)",
            # lists for texts that are never asked for, and what only developers read
            r"^wordfreq/data/(?!small_)",
            r"^babel/locale-data/(?!(root|en|en_\w+)\.dat)",
            r"^tld/res/old/",
            r"^numpy/(f2py|distutils|_pyinstaller)/",
            r"/tests?/|\.(pyi|pyx|pxd|h|a|lib|c|typed)$",
        )
    )
)
NO_NETWORK = ("_ssl.pyd", "libssl-*.dll")
"""Files of Python's own that could reach a network."""

OF_WINDOWS = frozenset(
    f"{name}.dll"
    for name in (
        *("advapi32", "authz", "bcrypt", "bcryptprimitives", "combase", "comdlg32", "crypt32"),
        *("d2d1", "d3d11", "d3d12", "d3d9", "dcomp", "dwmapi", "dwrite", "dxgi", "gdi32", "imm32"),
        *("iphlpapi", "kernel32", "mpr", "msvcrt", "netapi32", "ntdll", "ole32", "oleaut32"),
        *("propsys", "psapi", "rpcrt4", "secur32", "setupapi", "shcore", "shell32", "shlwapi"),
        *(
            "uiautomationcore",
            "user32",
            "userenv",
            "uxtheme",
            "version",
            "winmm",
            "ws2_32",
            "wtsapi32",
        ),
    )
)
OF_PYTHON = frozenset({"python3.dll", "python311.dll", "vcruntime140.dll", "vcruntime140_1.dll"})


def archive() -> tuple[str, str]:
    """Return the checksum of the embeddable Python and the name of its file."""
    listed = (VENDOR / "SHA256SUMS").read_text(encoding="ascii")
    checksum, name = listed.split()
    return checksum, name


def interpreter() -> Path | None:
    """Return the embeddable Python that somebody has put into packaging/vendor, if it is there.

    Raises Stop where it is not the one whose checksum is in SHA256SUMS.
    """
    checksum, name = archive()
    file = VENDOR / name
    if not file.is_file():
        return None
    if hashlib.sha256(file.read_bytes()).hexdigest() != checksum:
        raise Stop(f"{name} in packaging/vendor is not the file that SHA256SUMS names.")
    return file


def fetch_packages(folder: Path) -> None:
    """Install the pinned packages that are built for Windows, and take away what is not needed."""
    if not Path(tool("uv", TOOLS)).exists():
        say("Fetching the installer of packages")
        make_empty(TOOLS)
        pip_install("uv", venv=TOOLS)
    say("Installing the packages for Windows")
    options = ("--python-platform", "x86_64-pc-windows-msvc", "--python-version", "3.11")
    checks = ("--no-deps", "--only-binary", ":all:", "--require-hashes", "--link-mode", "copy")
    wanted = ("-r", str(bundle.LOCK))
    command = [tool("uv", TOOLS), "pip", "install", "-q", "--target", str(folder)]
    call([*command, *options, *checks, *wanted], "The packages could not be installed.")
    leave_out(folder)


def leave_out(folder: Path) -> None:
    """Delete what the program does not need, and the folders that get empty."""
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
        elif LEFT_OUT.search(path.relative_to(folder).as_posix()):
            path.unlink()


def add_program(folder: Path) -> None:
    """Copy the program with its resources, and the font that a release ships."""
    unwanted = shutil.ignore_patterns("__pycache__", "fonts")
    shutil.copytree(ROOT / "workbench", folder / "workbench", ignore=unwanted)
    shutil.copytree(ROOT / "resources", folder / "workbench" / "_resources", ignore=unwanted)
    shutil.copytree(ROOT / "sample_docs", folder / "workbench" / "_sample_docs", ignore=unwanted)
    shutil.copytree(bundle.FONTS, folder / "workbench" / "_resources" / "fonts")


def compile_packages(folder: Path) -> None:
    """Compile all modules, as an ordinary user may not write where they are installed."""
    if sys.version_info[:2] != PYTHON:
        raise Stop("The Windows installer is built with Python 3.11: its compiled modules go in.")
    command = [sys.executable, "-m", "compileall", "-q", "-s", str(folder), str(folder)]
    # never compared with the source, whose time an installer may change
    if subprocess.call([*command, "--invalidation-mode", "unchecked-hash"]):
        raise Stop("The modules could not be compiled; the lines above say why.")


def unpack_interpreter(archive: Path, folder: Path) -> None:
    """Unpack the embeddable Python, let it find the packages, and take the network out of it."""
    with zipfile.ZipFile(archive) as packed:
        packed.extractall(folder)
    for pattern in NO_NETWORK:
        for file in folder.glob(pattern):
            file.unlink()
    tell_of_packages(folder)


def tell_of_packages(folder: Path) -> None:
    """Write the one list of places where this interpreter looks for modules."""
    number = "{}{}".format(*PYTHON)
    lines = (f"python{number}.zip", ".", "..\\packages")
    (folder / f"python{number}._pth").write_text("\n".join(lines) + "\n", encoding="ascii")


def compile_programs(folder: Path, version: str) -> None:
    """Compile what starts the program, for the window and for the command line."""
    BUILD.mkdir(parents=True, exist_ok=True)
    if not ICON.is_file():
        ICON.write_bytes(ico(draw_all(ICO_SIZES, bundle.VENV)))
    resources = BUILD / "launcher.o"
    numbers = ",".join([*version.split("."), "0"])
    defined = (f'VERSION_TEXT=\\"{version}\\"', f"VERSION_NUMBERS={numbers}", 'ICON_FILE=\\"{}\\"')
    options = [f"-D{each}".format(os.fspath(ICON)) for each in defined]
    source = str(SOURCES / "launcher.rc")
    failed = "The launcher could not be compiled; the lines above say why."
    call([RESOURCES, *options, "-I", str(SOURCES), source, str(resources)], failed)
    for name, kind in PROGRAMS.items():
        compile_c(SOURCES / "launcher.c", folder / name, *kind, "-municode", str(resources))


def compile_c(source: Path, program: Path, *options: str) -> None:
    """Compile a program for Windows, the same each time; raises Stop where that fails."""
    strict = ("-Wall", "-Wextra", "-Werror", "-O2", "-s", "-Wl,--no-insert-timestamp")
    call([COMPILER, *strict, str(source), *options, "-o", str(program)], "It does not compile.")


def add_licences(page: Path, folder: Path) -> None:
    """Copy the page of licences, in which the places are those of the bundle for Linux."""
    words = page.read_text(encoding="utf-8").replace("_internal/PySide6", f"{PACKAGES}/PySide6")
    (folder / page.name).write_text(words, encoding="utf-8")


def unresolved(stage: Path) -> dict[str, list[str]]:
    """Return the libraries that would not be found on Windows, with who needs them."""
    files = [path for path in sorted(stage.rglob("*")) if path.suffix.lower() in PE_SUFFIXES]
    there: dict[str, set[str]] = {}
    for file in files:
        there.setdefault(_family(file, stage), set()).add(file.name.lower())
    everywhere = OF_WINDOWS | OF_PYTHON | there.get(INTERPRETER, set())
    missing: dict[str, list[str]] = {}
    for file in files:
        for name in sorted(imported(file) - everywhere - there[_family(file, stage)]):
            if not name.startswith(("api-ms-win-", "ext-ms-")):
                missing.setdefault(name, []).append(file.relative_to(stage).as_posix())
    return missing


def _family(file: Path, stage: Path) -> str:
    """Return what a file belongs to: Windows looks there for libraries, and nowhere else.

    A package may have a second folder for them, which it tells Windows of.
    """
    parts = file.relative_to(stage).as_posix().removeprefix(f"{PACKAGES}/").split("/")
    name = parts[0].removesuffix(".libs")
    return "PySide6" if name == "shiboken6" else name


def assemble(version: str, python: Path, licences: Path | None) -> Path:
    """Lay everything out anew and return the folder; raises Stop where something cannot be done."""
    shutil.rmtree(STAGE, ignore_errors=True)
    packages = STAGE / PACKAGES
    fetch_packages(packages)
    add_program(packages)
    compile_packages(packages)
    unpack_interpreter(python, STAGE / PARTS / "python")
    compile_programs(STAGE, version)
    if licences:
        add_licences(licences, STAGE / PARTS)
    for library, users in unresolved(STAGE).items():
        raise Stop(f"{library} is in no Windows, and {users[0]} needs it.")
    return STAGE
