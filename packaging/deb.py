"""Make the package for Debian, Ubuntu and their like.

Debian's format is two packed archives in a third. They are written here and not by `dpkg-deb`,
because that knows neither the filter for programs nor the large dictionary, which together make a
tenth of difference; what reads packages reads both.
"""

import hashlib
import io
import lzma
import tarfile
from collections.abc import Iterable
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

from bundle import size
from console import ROOT, Stop, say
from tree import (
    NAME,
    SOURCES,
    copy_bundle,
    everything,
    new_folder,
    settle,
    write_licences,
    write_packed,
    write_shared,
)

REVISION = "1"
LARGEST = 75_000_000  # bytes
MAINTAINER = "The Crossread authors <crossread@example.org>"
# The libraries that something in the bundle is linked with and that are not in it; the test of
# installed.py sees when one is missing. None is only recommended: apt would stop there without a
# network.
DEPENDS = (
    *("libc6 (>= 2.35)", "libstdc++6 (>= 11)", "libgcc-s1", "zlib1g", "libdbus-1-3"),
    *("libglib2.0-0t64 | libglib2.0-0", "libfontconfig1", "libfreetype6", "libegl1", "libgl1"),
    *("libx11-6", "libx11-xcb1", "libxcb1"),
)
SUGGESTS = ("fonts-inter", "fonts-noto-core", "libwayland-client0", "libwayland-cursor0")
CONTROL = """\
Package: crossread
Version: {version}
Architecture: amd64
Maintainer: {maintainer}
Installed-Size: {kilobytes}
Depends: {depends}
Suggests: {suggests}
Section: text
Priority: optional
Description: compare how several outlets cover one story
 Crossread is a workbench for media analysts. It reads articles side by side,
 finds what they share, shows exactly where the wording differs, tells who is
 quoted by whom, and exports excerpts with their citations.
 .
 Python, Qt and all libraries that not every desktop has are in the package;
 it needs no network, and nothing leaves the machine.
"""
CHANGELOG = """\
crossread ({version}) unstable; urgency=medium

  * Release {upstream}; what is new in it is told in changelog.gz.

 -- {maintainer}  {date}
"""
FILTERS = (
    {"id": lzma.FILTER_X86},
    {"id": lzma.FILTER_LZMA2, "preset": 9 | lzma.PRESET_EXTREME, "dict_size": 1 << 26},
)


def make_deb(version: str, seconds: int, folder: Path) -> Path:
    """Write the package into a folder; with the same bundle and time it is the same each time.

    Raises Stop where it is larger than it may be.
    """
    full = f"{version}-{REVISION}"
    root = new_folder("deb")
    lay_out(root / "usr", version, seconds)
    settle(root, seconds)
    say("Packing the .deb")
    control = {
        "control": control_file(full, size(root)),
        "md5sums": checksums(root),
    }
    made = folder / f"{NAME}_{full}_amd64.deb"
    members = (
        ("debian-binary", b"2.0\n"),
        ("control.tar.xz", _control_archive(control, seconds)),
        ("data.tar.xz", _data_archive(root)),
    )
    whole = archive(members, seconds)
    made.write_bytes(whole)
    if len(whole) > LARGEST:
        raise Stop(f"{made.name} takes {len(whole) / 1e6:.1f} MB, more than it may.")
    return made


def lay_out(usr: Path, version: str, seconds: int) -> None:
    """Lay out all files of the package below its `usr`."""
    copy_bundle(usr / "lib" / NAME)
    (usr / "bin").mkdir()
    (usr / "bin" / NAME).symlink_to(f"../lib/{NAME}/{NAME}")
    share = usr / "share"
    write_shared(share)
    docs = share / "doc" / NAME
    date = format_datetime(datetime.fromtimestamp(seconds, UTC))
    notes = CHANGELOG.format(
        version=f"{version}-{REVISION}", upstream=version, maintainer=MAINTAINER, date=date
    )
    write_packed(notes.encode(), docs / "changelog.Debian.gz")
    write_packed((ROOT / "CHANGELOG.md").read_bytes(), docs / "changelog.gz")
    licences, listed = write_licences()
    write_packed(licences.read_bytes(), docs / "THIRD-PARTY.md.gz")
    write_packed(listed.read_bytes(), docs / "sbom.cdx.json.gz")
    (docs / "copyright").write_bytes((SOURCES / "copyright").read_bytes())
    overrides = share / "lintian" / "overrides"
    overrides.mkdir(parents=True)
    (overrides / NAME).write_bytes((SOURCES / "lintian-overrides").read_bytes())


def control_file(version: str, content: int) -> str:
    """Return what the package says of itself; `content` is the bytes of all its files."""
    return CONTROL.format(
        version=version,
        maintainer=MAINTAINER,
        kilobytes=-(-content // 1024),
        depends=", ".join(DEPENDS),
        suggests=", ".join(SUGGESTS),
    )


def checksums(root: Path) -> str:
    """Return the sums by which Debian sees whether an installed file has been changed."""
    files = [path for path in everything(root) if path.is_file() and not path.is_symlink()]
    sums = ((hashlib.md5(path.read_bytes(), usedforsecurity=False), path) for path in files)
    return "".join(f"{found.hexdigest()}  {path.relative_to(root)}\n" for found, path in sums)


def _control_archive(texts: dict[str, str], seconds: int) -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:xz", format=tarfile.GNU_FORMAT) as tar:
        for name, text in texts.items():
            entry = tarfile.TarInfo(f"./{name}")
            entry.size, entry.mtime, entry.mode = len(text.encode()), seconds, 0o644
            entry.uname = entry.gname = "root"
            tar.addfile(entry, io.BytesIO(text.encode()))
    return packed.getvalue()


def _data_archive(root: Path) -> bytes:
    packed = io.BytesIO()
    with lzma.open(packed, "wb", filters=list(FILTERS)) as squeezed:
        write_tar(root, ".", squeezed)
    return packed.getvalue()


def write_tar(root: Path, name: str, out: io.BufferedIOBase | lzma.LZMAFile) -> None:
    """Write a folder as an archive in which it is called `name` and all is the system's own."""
    with tarfile.open(fileobj=out, mode="w", format=tarfile.GNU_FORMAT) as tar:
        for path in everything(root):
            inner = path.relative_to(root).as_posix()
            tar.add(path, name if inner == "." else f"{name}/{inner}", recursive=False, filter=_own)


def _own(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = "root"
    return entry


def archive(members: Iterable[tuple[str, bytes]], seconds: int) -> bytes:
    """Return the outermost archive, in the form that `ar` writes."""
    whole = bytearray(b"!<arch>\n")
    for name, data in members:
        whole += f"{name:<16}{seconds:<12}{0:<6}{0:<6}{0o100644:<8o}{len(data):<10}`\n".encode()
        whole += data + b"\n" * (len(data) % 2)
    return bytes(whole)
