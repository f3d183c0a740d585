"""Make the virtual environment that the lock file describes, and keep it current."""

import hashlib
import json
import os
import shutil
import sys
import tomllib
from importlib import invalidate_caches
from importlib.util import find_spec
from pathlib import Path

import system_libraries
from console import ON_WINDOWS, ROOT, Stop, ask, call, say

VENV = ROOT / ".venv"
STAMP = "crossread-stamp"

IMPORT_QT = "from PySide6.QtWidgets import QApplication; QApplication([])"
LOAD_XCB = """
import ctypes, pathlib, PySide6
ctypes.CDLL(pathlib.Path(PySide6.__file__).parent / "Qt/plugins/platforms/libqxcb.so")
"""


def tool(name: str, venv: Path = VENV) -> str:
    """Return the path of a command inside the virtual environment."""
    return str(venv / "Scripts" / f"{name}.exe" if ON_WINDOWS else venv / "bin" / name)


def lock_path(root: Path) -> Path:
    """Return where the pinned requirements are kept."""
    return root / "packaging" / "requirements.lock.txt"


def release_lock_path(root: Path) -> Path:
    """Return where the requirements are kept of which a release is made, and nothing else."""
    return root / "packaging" / "release.lock.txt"


def stamp(root: Path) -> str:
    """Digest everything that the content of the environment follows from.

    The place counts as well: the commands inside an environment name their own folder.
    """
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    parts = [
        str(root),
        "{}.{}".format(*sys.version_info[:2]),
        lock_path(root).read_text(encoding="utf-8"),
        json.dumps([project["project"], project["build-system"], project["tool"]["hatch"]]),
    ]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def is_current(root: Path, venv: Path) -> bool:
    """Tell whether the environment was finished and nothing it depends on has changed since."""
    written = venv / STAMP
    return (
        Path(tool("python", venv)).exists()
        and written.exists()
        and written.read_text(encoding="utf-8") == stamp(root)
    )


def remove(venv: Path) -> None:
    """Clear the place for a new environment, but never a folder that is something else."""
    if not venv.exists():
        return
    if not (venv / "pyvenv.cfg").exists():
        raise Stop(f"{venv} is no virtual environment: please move it out of the way.")
    try:
        shutil.rmtree(venv)
    except OSError as error:
        raise Stop(f"The old .venv cannot be removed ({error}): close what uses it.") from error


def pip_install(*arguments: str, venv: Path = VENV) -> None:
    """Let an environment's own pip install something, without a word unless it fails."""
    call(
        [tool("python", venv), "-m", "pip", "install", "-qq", *arguments],
        "The packages could not be installed; the lines above say why.",
        PIP_DISABLE_PIP_VERSION_CHECK="1",
        PIP_NO_INPUT="1",
        PIP_ROOT_USER_ACTION="ignore",
    )


def make_empty(venv: Path) -> None:
    """Make a virtual environment with nothing in it but pip."""
    # this may run inside the environment just removed: the Python below that one lasts
    interpreter = getattr(sys, "_base_executable", sys.executable)
    call([interpreter, "-m", "venv", str(venv)], "Python could not make a virtual environment.")


def build() -> None:
    """Make the environment from nothing, its stamp last: what was interrupted is begun again."""
    remove(VENV)
    say("Making the virtual environment .venv")
    make_empty(VENV)
    say("Installing the pinned packages (the first time some 200 MB are fetched)")
    pip_install("--require-hashes", "--only-binary", ":all:", "-r", str(lock_path(ROOT)))
    say("Installing the command crossread")
    pip_install("--no-deps", "--no-build-isolation", "--editable", str(ROOT))
    (VENV / STAMP).write_text(stamp(ROOT), encoding="utf-8")


def probe_qt() -> None:
    """Start Qt once, unseen, and raise Stop with the loader's words where it cannot start."""
    on_x = sys.platform == "linux" and os.environ.get("DISPLAY")
    script = IMPORT_QT + (LOAD_XCB if on_x else "")
    answer = ask([tool("python"), "-c", script], QT_QPA_PLATFORM="offscreen")
    if answer.returncode:
        reason = (answer.stderr.strip().splitlines() or ["no reason given"])[-1]
        raise Stop(
            f"Qt cannot start ({reason}): install the system libraries of "
            "packaging/system-libraries.txt, named there as in Debian."
        )


def can_make_environments() -> bool:
    """Tell whether this Python can; Debian keeps what that takes in a package of its own."""
    invalidate_caches()
    return find_spec("ensurepip") is not None


def venv_package() -> str:
    """Return what Debian and Ubuntu call the rest of this Python's module venv."""
    return "python{}.{}-venv".format(*sys.version_info[:2])


def add_system_libraries(*, for_tests: bool) -> bool:
    """Install the system packages that are missing; tell whether none is missing any more."""
    listed = Path(__file__).with_name("system-libraries.txt").read_text(encoding="utf-8")
    needs = system_libraries.parse(listed, for_tests=for_tests)
    if not can_make_environments():
        needs = (system_libraries.Need((venv_package(), "python3-venv")), *needs)
    return system_libraries.provide(needs)


def set_up(*, for_tests: bool) -> None:
    """Install everything that is missing; do and say nothing where nothing is."""
    complete = add_system_libraries(for_tests=for_tests)
    current = is_current(ROOT, VENV)
    if not current:
        if not can_make_environments():
            raise Stop(f"Python cannot make a virtual environment without {venv_package()}.")
        build()
    if not (complete and current):
        probe_qt()
