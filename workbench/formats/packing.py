"""Packing: ZIP packages whose bytes depend on what is in them alone."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_DAY = (1980, 1, 1, 0, 0, 0)  # the first that ZIP knows
_PLAIN_FILE = 0o644 << 16


def packed(parts: Iterable[tuple[str, bytes]], *, stored: str = "") -> bytes:
    """Return a ZIP of named parts in their order; the one named `stored` is not compressed."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts:
            about = zipfile.ZipInfo(name, _DAY)
            about.compress_type = zipfile.ZIP_STORED if name == stored else zipfile.ZIP_DEFLATED
            about.create_system = 3
            about.external_attr = _PLAIN_FILE
            package.writestr(about, data)
    return target.getvalue()


def repacked(package: bytes) -> bytes:
    """Return a ZIP with the same parts in the same order, without when it was made."""
    with zipfile.ZipFile(BytesIO(package)) as found:
        return packed((name, found.read(name)) for name in found.namelist())
