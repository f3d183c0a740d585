"""Parts: what of other people's work is in a bundle, with version, licence and licence text.

Read in the environment that the bundle was made in, and from the system that it was made on.
"""

import json
import platform
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from console import Stop, ask

NEVER_SHIPPED = frozenset({"pip", "setuptools"})  # asked for by others, left out of the bundle
DOCS = Path("/usr/share/doc")
TEXTS = Path("/usr/share/common-licenses")
LICENCE_FILE = re.compile(
    r"(^|/)(un)?(licen[cs]e|copying|notice|authors|build_licenses)", re.IGNORECASE
)
LIBRARY = re.compile(r"\.so(\.|$)")


@dataclass(frozen=True, slots=True)
class Part:
    """One piece of somebody else's work."""

    name: str
    version: str
    licence: str
    address: str  # as package URLs name it, `pkg:…`
    texts: tuple[str, ...] = ()


def python_parts(requirements: Iterable[str]) -> list[Part]:
    """Return the packages that were asked for and all that they ask for, in order of names."""
    from packaging.requirements import Requirement
    from packaging.utils import canonicalize_name

    waiting, found = [Requirement(each) for each in requirements], dict[str, Part]()
    while waiting:
        requirement = waiting.pop()
        name = canonicalize_name(requirement.name)
        is_needed = requirement.marker is None or requirement.marker.evaluate({"extra": ""})
        if not is_needed or name in found or name in NEVER_SHIPPED:
            continue
        distribution = metadata.distribution(name)
        found[name] = _part(name, distribution)
        waiting += [Requirement(each) for each in distribution.requires or ()]
    return [found[name] for name in sorted(found)]


def _part(name: str, distribution: metadata.Distribution) -> Part:
    files = distribution.files or []
    texts = [each for each in files if _is_licence(each.as_posix())]
    return Part(
        name,
        distribution.version,
        _licence(distribution),
        f"pkg:pypi/{name}@{distribution.version}",
        tuple(_decoded(Path(str(each.locate())).read_bytes()) for each in sorted(texts)),
    )


def _decoded(text: bytes) -> str:
    """Return a text, which may be older than UTF-8."""
    try:
        return text.decode()
    except UnicodeDecodeError:
        return text.decode("latin-1")


def _is_licence(path: str) -> bool:
    return ".dist-info/" in path and bool(LICENCE_FILE.search(path.partition(".dist-info/")[2]))


def _licence(distribution: metadata.Distribution) -> str:
    """Return the name of a licence from where a package tells it, the most exact first."""
    told = distribution.metadata
    short = str(told["License"] or "").strip() if "License" in told else ""
    classes = [each for each in told.get_all("Classifier") or () if each.startswith("License ::")]
    named = [each.rpartition(" :: ")[2] for each in classes if "Other" not in each]
    whole = str(told["License-Expression"]) if "License-Expression" in told else ""
    return (
        whole
        or (short if short and "\n" not in short else "")
        or "; ".join(named)
        or "see its text"
    )


def crates(requirements: Iterable[str]) -> Iterator[Part]:
    """Yield what the packages tell of parts that were compiled into them."""
    seen = set()
    for part in python_parts(requirements):
        files = metadata.distribution(part.name).files or []
        for file in files:
            if "/sboms/" not in file.as_posix() or not file.name.endswith(".json"):
                continue
            for each in json.loads(file.read_text(encoding="utf-8")).get("components", ()):
                address = str(each.get("purl", "")).partition("?")[0]
                if address.startswith("pkg:cargo/") and address not in seen:
                    seen.add(address)
                    yield Part(each["name"], each["version"], _expression(each), address)


def _expression(component: dict[str, list[dict[str, object]]]) -> str:
    for each in component.get("licenses", ()):
        if isinstance(each.get("expression"), str):
            return str(each["expression"])
        if isinstance(told := each.get("license"), dict):
            return str(told.get("id") or told.get("name"))
    return "not told"


def system_parts(bundle: Path) -> list[Part]:
    """Return the packages of the system that libraries at the top of the bundle come from."""
    files = [path for path in bundle.iterdir() if path.is_file() and not path.is_symlink()]
    names = {path.name for path in files if LIBRARY.search(path.name)} - _pythons_own(bundle)
    found = {}
    for name in sorted(names):
        answer = ask(["dpkg-query", "--search", f"*/{name}"])
        for line in answer.stdout.splitlines():
            package = line.partition(":")[0]
            if package not in found and f"/{name}" in line:
                found[package] = _debian_part(package)
    return [found[package] for package in sorted(found)]


def _pythons_own(bundle: Path) -> set[str]:
    return {path.name for path in bundle.glob("libpython*")}


def _debian_part(package: str) -> Part:
    version = ask(["dpkg-query", "-W", "-f", "${Version}", package]).stdout.strip()
    text = _read(DOCS / package / "copyright")
    named = re.findall(r"^License: *(\S{1,40}(?: (?:and|or) \S{1,40})*)$", text, re.MULTILINE)
    licence = "; ".join(dict.fromkeys(named)) or "see its text"
    return Part(package, version, licence, f"pkg:deb/debian/{package}@{version}", (text,))


def other_parts(fonts: Path, bundle: Path) -> list[Part]:
    """Return what is neither a package of Python nor of the system: Python, Qt's terms, a font."""
    (icu,) = (path.name.rpartition(".")[2] for path in bundle.glob("libicudata.so.*"))
    version = platform.python_version()
    licence = _read(_python_licence())
    qt = metadata.version("PySide6-Essentials")
    starter = metadata.version("pyinstaller")
    terms = tuple(_read(TEXTS / name) for name in ("LGPL-3", "GPL-3"))
    (font,) = fonts.glob("*.licence.txt")
    return [
        Part("cpython", version, "PSF-2.0", f"pkg:generic/cpython@{version}", (licence,)),
        Part("icu", icu, "ICU", f"pkg:generic/icu@{icu}", (_first("libicu*/copyright"),)),
        Part("noto-sans-cjk", "part of it", "OFL-1.1", "pkg:generic/noto-cjk", (_read(font),)),
        Part(
            "pyinstaller",
            starter,
            "GPL-2.0-or-later WITH Bootloader-exception",
            f"pkg:pypi/pyinstaller@{starter}",
            _part("pyinstaller", metadata.distribution("pyinstaller")).texts,
        ),
        Part("qt", qt, "LGPL-3.0-only", f"pkg:generic/qt@{qt}", terms),
    ]


def _python_licence() -> Path:
    folders = [Path(sys.base_prefix, "lib", "python{}.{}".format(*sys.version_info[:2]))]
    places = [folder / "LICENSE.txt" for folder in folders]
    places += sorted(DOCS.glob("python3.*/copyright"))
    for place in places:
        if place.is_file():
            return place
    raise Stop("The licence of Python is not where it should be.")


def _first(pattern: str) -> str:
    """Return a text that any version of a package of the system has."""
    for path in sorted(DOCS.glob(pattern)):
        return _read(path)
    raise Stop(f"A licence is missing: there is no {DOCS / pattern}.")


def _read(path: Path) -> str:
    try:
        return _decoded(path.read_bytes())
    except OSError as error:
        raise Stop(f"A licence is missing: {path} cannot be read ({error.strerror}).") from error
