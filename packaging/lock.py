"""Write the lock files: every package pinned and hashed, for every system, without an address."""

import tempfile
from pathlib import Path

from console import ROOT, Stop, ask, say
from environment import lock_path, make_empty, pip_install, release_lock_path, tool

PLATFORMS = (
    "x86_64-manylinux_2_28",
    "aarch64-manylinux_2_39",  # the oldest that the pinned Qt is built for on this processor
    "x86_64-apple-darwin",
    "aarch64-apple-darwin",
    "x86_64-pc-windows-msvc",
)
PYTHONS = ("3.11", "3.12", "3.13")


def run_uv(uv: str, *arguments: str) -> None:
    """Run uv and raise Stop with its words where it fails."""
    answer = ask([uv, "pip", *arguments])
    if answer.returncode:
        raise Stop(f"The lock file could not be made: {answer.stderr.strip()}")


def compile_locks(uv: str, *, upgrade: bool) -> None:
    """Resolve what the program, development and building need, and for a release the same."""
    compile_lock(uv, lock_path(ROOT), "--group", "dev", "--group", "build", upgrade=upgrade)
    same = ("--constraint", str(lock_path(ROOT)))
    compile_lock(uv, release_lock_path(ROOT), "--group", "release", *same, upgrade=upgrade)


def compile_lock(uv: str, lock: Path, *what: str, upgrade: bool) -> None:
    """Resolve the dependencies of the program and what is named besides, for all systems."""
    run_uv(
        uv,
        "compile",
        "pyproject.toml",
        *what,
        *("--universal", "--python-version", PYTHONS[0], "--generate-hashes"),
        *("--no-annotate", "--no-header", "--quiet"),
        *(["--upgrade"] if upgrade else []),
        *("--output-file", str(lock)),
    )


def try_everywhere(uv: str, folder: Path) -> None:
    """Let uv find a built package for every requirement on every system."""
    for platform in PLATFORMS:
        say(f"Looking for built packages for {platform}")
        for version in PYTHONS:
            run_uv(
                uv,
                *("install", "--dry-run", "--target", str(folder)),
                *("--python-platform", platform, "--python-version", version),
                *("--only-binary", ":all:", "--require-hashes", "-r", str(lock_path(ROOT))),
            )


def write_lock(*, upgrade: bool) -> None:
    """Write the lock files; versions it names already are kept unless it is an upgrade."""
    with tempfile.TemporaryDirectory() as name:
        venv = Path(name) / "venv"
        say("Fetching the resolver")
        make_empty(venv)
        pip_install("uv", venv=venv)
        uv = tool("uv", venv)
        say("Writing the lock files")
        compile_locks(uv, upgrade=upgrade)
        try_everywhere(uv, Path(name) / "nothing")
    for lock in (lock_path(ROOT), release_lock_path(ROOT)):
        if "://" in lock.read_text(encoding="utf-8"):
            raise Stop(f"{lock.name} names an address: look at it before it is committed.")
