"""Whole projects as JSON: what such a file begins with, and the plain data in it."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from workbench.model import FileError, FileProblem

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FORMAT = "crossread-project"
VERSION = 1
MAX_PROJECT_BYTES = 1024**3
"""Some 100,000 articles with as many annotations."""

HEAD_BYTES = 256

_HEAD = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*"format"\s*:\s*"' + FORMAT.encode() + rb'"')
_LARGEST = 2**53  # beyond which other programs that read JSON are not exact


def is_project_json(head: bytes) -> bool:
    """Tell whether a file that begins so holds a whole project."""
    return _HEAD.match(head) is not None


def is_project_file(path: Path) -> bool:
    """Tell whether a file is there and holds a whole project as JSON."""
    try:
        if not path.is_file():
            return False
        with path.open("rb") as stream:
            return is_project_json(stream.read(HEAD_BYTES))
    except OSError:
        return False


def read_project_json(path: Path) -> Mapping[str, object]:
    """Return the members of a project in a file, as they stand there; raises FileError."""
    try:
        if path.stat().st_size > MAX_PROJECT_BYTES:
            raise FileError(str(path), FileProblem.TOO_LARGE, str(MAX_PROJECT_BYTES))
        data = path.read_bytes()
    except OSError as error:
        problem = FileProblem.DENIED if path.exists() else FileProblem.MISSING
        raise FileError(str(path), problem) from error
    try:
        told = _parsed(data)
    except (ValueError, RecursionError) as error:
        raise FileError(str(path), FileProblem.DAMAGED) from error
    if not isinstance(told, dict) or told.get("format") != FORMAT:
        raise FileError(str(path), FileProblem.NO_PROJECT)
    version = told.get("version")
    if version != VERSION:
        is_newer = isinstance(version, int) and version > VERSION
        raise FileError(str(path), FileProblem.NEWER if is_newer else FileProblem.DAMAGED)
    return told


def _parsed(data: bytes) -> object:
    """Return what stands in JSON; raises ValueError where no project can hold it."""
    told = json.loads(data.decode("utf-8-sig"), parse_int=_whole, parse_constant=_refuse)
    json.dumps(told, ensure_ascii=False).encode()  # raises where there are lone surrogates
    return told


def _whole(digits: str) -> int:
    number = int(digits)
    if abs(number) > _LARGEST:
        raise ValueError(digits)
    return number


def _refuse(name: str) -> float:
    """Refuse NaN and the infinities, which are no JSON."""
    raise ValueError(name)
