"""Remote: whether a file lies on another computer, where SQLite's shared memory does not reach."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

MOUNTS = Path("/proc/self/mountinfo")
"""Where Linux lists what is mounted."""

_KINDS = re.compile(
    r"nfs4?|cifs|smb\d?|smbfs|ncpfs|afs|9p|ceph|glusterfs|lustre|beegfs|gpfs|vboxsf|prl_fs"
    r"|davfs2?|fuse\.(sshfs|davfs2?|rclone|gvfsd-fuse|glusterfs|smbnetfs|s3fs|vmhgfs-fuse|curlftpfs)"
)
"""File systems whose files other computers may change."""

_OCTAL = re.compile(r"\\([0-7]{3})")  # how mountinfo writes a blank in a name
_POINT = 4  # field of mountinfo: where it is mounted


def is_remote(path: Path, mounts: Path = MOUNTS) -> bool:
    """Tell whether a file lies on a drive of another computer, as far as the system says."""
    if sys.platform == "win32":  # pragma: no cover - each system covers its own half
        return _is_remote_drive(path)
    try:
        lines = mounts.read_text("utf-8", "surrogateescape").splitlines()
    except OSError:  # macOS has no such list
        return False
    kind, depth = "", -1
    folder = Path(os.path.realpath(path)).parent
    for line in lines:
        before, _, after = line.partition(" - ")
        point = Path(_OCTAL.sub(_character, before.split(" ")[_POINT]))
        if folder.is_relative_to(point) and len(point.parts) >= depth:  # the last one lies on top
            kind, depth = after.split(" ")[0], len(point.parts)
    return bool(_KINDS.fullmatch(kind))


def _character(found: re.Match[str]) -> str:
    return chr(int(found[1], 8))


if sys.platform == "win32":  # pragma: no cover - each system covers its own half

    def _is_remote_drive(path: Path) -> bool:
        import ctypes

        drive = Path(os.path.realpath(path)).drive
        remote = 4  # DRIVE_REMOTE
        is_network = ctypes.windll.kernel32.GetDriveTypeW(f"{drive}\\") == remote
        return drive.startswith("\\\\") or is_network
