"""Build a later version of what lies here, to see what an update does; installed.py needs it.

python3 packaging/later_version.py builds it from the last commit, unless it is there: in a clone of
its own, with the environment that a release is made in, called by the next number, and packed
quickly, for nobody ever gets it.
"""

import argparse
import json
import lzma
import shutil
import sys
from pathlib import Path

import bundle
from console import ROOT, Stop, ask, call, say

CLONE = ROOT / "build" / "later"
DIST = CLONE / "dist"
COMMIT = DIST / "commit"
KINDS = ("deb", "run")


def build() -> None:
    """Build it, unless that of the last commit is there; raises Stop where that fails."""
    commit = ask(["git", "rev-parse", "HEAD"]).stdout.strip()
    if COMMIT.is_file() and COMMIT.read_text(encoding="utf-8") == commit:
        return
    say("Building a later version, to update to")
    shutil.rmtree(CLONE, ignore_errors=True)
    cloned = ["git", "clone", "--quiet", "--shared", str(ROOT), str(CLONE)]
    call(cloned, "The repository could not be cloned; the lines above say why.")
    raise_version(CLONE)
    bundle.prepare()
    there = CLONE / bundle.VENV.relative_to(ROOT)
    there.parent.mkdir(parents=True)
    there.symlink_to(bundle.VENV)
    script = str(CLONE / "packaging" / Path(__file__).name)
    call([sys.executable, script, "--here"], "The later version could not be built.", PYTHONPATH="")
    COMMIT.write_text(commit, encoding="utf-8")


def raise_version(root: Path) -> None:
    """Give a clone the next version."""
    from release import version

    old = version()
    first, _, last = old.rpartition(".")
    new = f"{first}.{int(last) + 1}"
    for name in ("pyproject.toml", "workbench/__init__.py"):
        file = root / name
        text = file.read_text(encoding="utf-8")
        if text.count(f'"{old}"') != 1:
            raise Stop(f"{name} does not say the version once: {json.dumps(old)}.")
        file.write_text(text.replace(f'"{old}"', f'"{new}"'), encoding="utf-8")


def build_here() -> None:
    """Build what this module lies in, packed quickly."""
    import deb
    import release

    deb.LARGEST = sys.maxsize
    deb.FILTERS = ({"id": lzma.FILTER_X86}, {"id": lzma.FILTER_LZMA2, "preset": 0})
    release.release(release.parse_arguments(list(KINDS)))


def parse_arguments() -> argparse.Namespace:
    """Read what is to be done."""
    parser = argparse.ArgumentParser(description="Build a later version, to try an update with.")
    parser.add_argument("--here", action="store_true", help="of this folder, as it is")
    return parser.parse_args()


def main() -> int:
    """Build it and give back the exit status."""
    try:
        if parse_arguments().here:
            build_here()
        else:
            build()
    except Stop as stop:
        print(stop, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
