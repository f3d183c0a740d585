"""Write the lock file: every package pinned and hashed, for every system, without an address."""

import tempfile
from pathlib import Path

from console import ROOT, Stop, ask, say
from environment import lock_path, make_empty, pip_install, tool

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


def compile_lock(uv: str, *, upgrade: bool) -> None:
    """Resolve the dependencies of the program, of development and of building, for all systems."""
    run_uv(
        uv,
        "compile",
        "pyproject.toml",
        *("--group", "dev", "--group", "build"),
        *("--universal", "--python-version", PYTHONS[0], "--generate-hashes"),
        *("--no-annotate", "--no-header", "--quiet"),
        *(["--upgrade"] if upgrade else []),
        *("--output-file", str(lock_path(ROOT))),
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
    """Write the lock file; versions it names already are kept unless it is an upgrade."""
    with tempfile.TemporaryDirectory() as name:
        venv = Path(name) / "venv"
        say("Fetching the resolver")
        make_empty(venv)
        pip_install("uv", venv=venv)
        uv = tool("uv", venv)
        say(f"Writing {lock_path(ROOT).relative_to(ROOT)}")
        compile_lock(uv, upgrade=upgrade)
        try_everywhere(uv, Path(name) / "nothing")
    if "://" in lock_path(ROOT).read_text(encoding="utf-8"):
        raise Stop("The lock file names an address: look at it before it is committed.")
