"""Make the archive that installs itself for one user, on any Linux, without an administrator.

It is packed with gzip: where a desktop is small, nothing else that unpacks may be there.
"""

import os
import shutil
from datetime import UTC, datetime
from pathlib import Path

from console import ROOT, Stop, ask, say
from tree import NAME, SOURCES, copy_bundle, new_folder, settle, write_licences, write_shared

SCRIPT = "install.sh"


def make_run(version: str, seconds: int, folder: Path) -> Path:
    """Write the archive into a folder; needs makeself, and raises Stop where that fails."""
    root = new_folder("run")
    copy_bundle(root / NAME)
    write_shared(root / "share")
    for file in write_licences():
        shutil.copyfile(file, root / NAME / file.name)
    shutil.copyfile(SOURCES / SCRIPT, root / SCRIPT)
    (root / SCRIPT).chmod(0o755)
    settle(root, seconds)
    say("Packing the .run")
    made = folder / f"{NAME}-{version}-linux-x86_64.run"
    tar = f"--sort=name --mtime=@{seconds} --owner=0 --group=0 --numeric-owner"
    date = datetime.fromtimestamp(seconds, UTC).isoformat()
    # what was typed stands in the archive: nothing of the folder that it is made in
    places = [os.path.relpath(path, ROOT) for path in (root, made)]
    answer = ask(
        [
            # gzip writes no time with its letter n, so that the archive is the same each time
            *("makeself", "--gzip", "--complevel", "9n", "--nox11", "--sha256"),
            *("--tar-extra", tar, "--packaging-date", date),
            *(*places, f"Crossread {version}", f"./{SCRIPT}"),
        ]
    )
    if answer.returncode:
        raise Stop(f"The .run could not be made:\n{answer.stderr.strip()}")
    made.chmod(0o755)
    return made
