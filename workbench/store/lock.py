"""Lock: how one program tells another that it has a project open for writing."""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

if sys.platform == "win32":  # pragma: no cover - each system covers its own half
    import msvcrt

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


_HELD = frozenset((errno.EAGAIN, errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK))
"""How systems say that another program has the lock; anything else means that there is none."""


class NoLocksError(OSError):
    """Files in this folder cannot be locked, as on some network drives."""


class SessionLock:
    """A file `NAME-lock` beside a project, locked for as long as the project is open for writing.

    The system drops the lock when the program ends in whatever way; a file left behind by a
    crash does no harm. SQLite's own locks last for one transaction only.
    """

    def __init__(self, path: Path, descriptor: int) -> None:
        self._path = path
        self._descriptor = descriptor

    @classmethod
    def take(cls, project: Path) -> SessionLock | None:
        """Lock the project, or return None where another program has it, or has only just left it.

        Raises OSError where the folder lets no file be made, NoLocksError where none be locked.
        """
        path = project.with_name(f"{project.name}-lock")
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
        lock = cls(path, descriptor)
        try:
            _lock(descriptor)
        except OSError as error:
            if error.errno in _HELD:
                os.close(descriptor)
                return None
            lock.release()
            raise NoLocksError(error.errno, error.strerror) from error
        if not _is_still_there(path, descriptor):
            os.close(descriptor)
            return None
        return lock

    def release(self) -> None:
        """Let others open the project for writing."""
        if sys.platform == "win32":  # pragma: no cover - an open file cannot be deleted there
            os.close(self._descriptor)
            with suppress(OSError):
                self._path.unlink()
        else:
            self._path.unlink(missing_ok=True)
            os.close(self._descriptor)


def _is_still_there(path: Path, descriptor: int) -> bool:
    """Tell whether the locked file is the one of that name: who had it may just have deleted it."""
    try:
        return os.path.samestat(os.fstat(descriptor), path.stat())
    except OSError:
        return False
