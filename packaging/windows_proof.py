"""Prove an installer on Windows itself: `py packaging/windows_proof.py SETUP.exe`.

Installs it for this user, lets the program test itself, opens and compares without a window, and
removes it again. For a machine that may be changed, such as one that a build is given.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from console import ON_WINDOWS, ROOT, Stop, say

PATIENCE = 300  # seconds
ARTICLES = ("daily-ledger", "harbour-post")
UNINSTALL_KEY = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\Crossread"


def run(*command: str) -> str:
    """Run a program to its end and return what it says; raises Stop where it fails."""
    answer = subprocess.run(
        command, check=False, capture_output=True, encoding="utf-8", timeout=PATIENCE
    )
    if answer.returncode:
        raise Stop(f"{command[0]} ended with {answer.returncode}:\n{answer.stdout}{answer.stderr}")
    return answer.stdout


def is_registered() -> bool:
    """Tell whether Windows has the program in its list."""
    answer = subprocess.run(["reg", "query", UNINSTALL_KEY], check=False, capture_output=True)
    return answer.returncode == 0


def prove(folder: Path, scratch: Path) -> None:
    """Let the installed program do its work; raises Stop where it cannot."""
    for name in ("crossread.com", "crossread.exe"):
        out = scratch / f"{name}.json"
        run(str(folder / name), "self-test", "--out", str(out))
        told = json.loads(out.read_text(encoding="utf-8"))
        say(f"{name} passes its own test: {len(told['checks'])} checks")
    say(run(str(folder / "crossread.com"), "--version", "--verbose").strip())
    articles = [str(ROOT / "sample_docs" / f"{name}.md") for name in ARTICLES]
    if not run(str(folder / "crossread.com"), "compare", *articles):
        raise Stop("The command line says nothing.")
    say("The command line compares")


def remove(folder: Path) -> None:
    """Remove the program, and wait until it is gone; raises Stop where something is left."""
    run(str(folder / "crossread-uninstall.exe"), "/CurrentUser", "/S")
    last = time.monotonic() + PATIENCE
    while folder.exists() or is_registered():
        if time.monotonic() > last:
            left = sorted(path.name for path in folder.rglob("*"))
            raise Stop(f"Something is left after removal: {left[:10]}")
        time.sleep(1)
    say("It is removed, and nothing is left")


def main(arguments: list[str]) -> int:
    """Prove one installer and give back the exit status."""
    scratch = Path(tempfile.mkdtemp(prefix="crossread-"))
    try:
        if not ON_WINDOWS or len(arguments) != 1:
            raise Stop("On Windows: py packaging/windows_proof.py SETUP.exe")
        folder = Path(os.environ["LOCALAPPDATA"]) / "Programs" / "Crossread"
        run(arguments[0], "/CurrentUser", "/S")
        say(f"Installed in {folder}")
        prove(folder, scratch)
        remove(folder)
    except Stop as stop:
        print(stop, file=sys.stderr)
        return 1
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
