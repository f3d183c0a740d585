"""Writing: output files come into being whole or not at all."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.model import OutputError, OutputProblem, ProjectError

if TYPE_CHECKING:
    from collections.abc import Iterator

_PROBLEMS = {
    errno.ENOENT: OutputProblem.NO_FOLDER,
    errno.ENOTDIR: OutputProblem.NO_FOLDER,
    errno.EISDIR: OutputProblem.FOLDER,
    errno.EACCES: OutputProblem.DENIED,
    errno.EPERM: OutputProblem.DENIED,
    errno.EROFS: OutputProblem.DENIED,
    errno.ENOSPC: OutputProblem.FULL,
    errno.EDQUOT: OutputProblem.FULL,
    errno.EFBIG: OutputProblem.FULL,
}


@contextmanager
def naming(path: Path) -> Iterator[None]:
    """Let a ProjectError of a file in the making name the file that was asked for."""
    try:
        yield
    except ProjectError as error:
        raise ProjectError(str(path), error.problem, error.detail) from error


def write_whole(path: Path, data: bytes | str) -> None:
    """Write `data`, text as UTF-8, so that `path` holds all of it or what it held before.

    Raises OutputError. A lone surrogate, which UTF-8 cannot hold, becomes a question mark.
    """
    content = data.encode("utf-8", "replace") if isinstance(data, str) else data
    with as_output_error(path):
        if _is_device(path):
            path.write_bytes(content)
            return
    with replacing(path) as part:
        part.write_bytes(content)


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Lend the name of a new file in the same folder, which takes the place of `path` at the end.

    Where the block raises, that file goes and `path` stays as it was. OSError becomes OutputError.
    """
    target = Path(os.path.realpath(path))
    part = target.with_name(f".crossread-{secrets.token_hex(6)}.part")
    with as_output_error(path):
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        try:
            yield part
            if target.exists():
                shutil.copymode(target, part)
            _sync(part, os.O_RDWR)
            part.replace(target)
        finally:
            with suppress(OSError):
                part.unlink(missing_ok=True)
        _sync_folder(target.parent)


@contextmanager
def as_output_error(path: Path) -> Iterator[None]:
    """Turn an OSError in the block into an OutputError that names `path`."""
    try:
        yield
    except OSError as error:
        problem = _PROBLEMS.get(error.errno or 0, OutputProblem.FAILED)
        raise OutputError(str(path), problem, error.strerror or "") from error


def _is_device(path: Path) -> bool:
    """Tell whether `path` is a pipe or a device such as /dev/null: those cannot be replaced."""
    return path.exists() and not path.is_file() and not path.is_dir()


def _sync(path: Path, flags: int) -> None:
    descriptor = os.open(path, flags)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _sync_folder(folder: Path) -> None:
    """Make the new name durable where the system lets a folder be opened (Windows does not)."""
    with suppress(OSError):
        _sync(folder, os.O_RDONLY)
