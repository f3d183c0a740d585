"""Write what a release owes to others: the licences of all its parts, and the list of them.

python packaging/licences.py BUNDLE FONTS OUT writes THIRD-PARTY.md and sbom.cdx.json into OUT. It
runs in the environment that the bundle was made in. The list is in the form of CycloneDX 1.6.
"""

import json
import sys
import tomllib
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from bundle import source_date
from console import ROOT, Stop
from parts import Part, crates, other_parts, python_parts, system_parts

QT_TERMS = """\
Qt and PySide are used under the GNU Lesser General Public License, version 3, whose text is below
together with that of the GNU General Public License it is a part of. They are not changed. They lie
as files of their own in the folder `_internal/PySide6` of the program: whoever wants another build
of the same version puts it in their place, and the program uses it. The libraries of ICU lie there
too; the data of one of them, `libicudata`, has been cut down to what Qt asks for. The source of Qt
{version} and of PySide {version} is published by the Qt Project (qt.io, under "archive", "qt" and
"QtForPython"), and the authors of Crossread give it to whoever asks."""


def third_party(parts: Iterable[Part], compiled: Iterable[Part], qt_version: str) -> str:
    """Return the page with the terms of all parts, and the texts of their licences."""
    parts = list(parts)
    lines = ["# What Crossread is built on", "", QT_TERMS.format(version=qt_version), ""]
    lines += _table(parts)
    lines += ["", "Compiled into some of them, in the language Rust:", "", *_table(compiled)]
    for part in parts:
        if part.texts:
            lines += ["", f"## {part.name} {part.version}"]
        for text in part.texts:
            lines += ["", "```", text.strip().replace("```", "'''"), "```"]
    return "\n".join(lines) + "\n"


def _table(parts: Iterable[Part]) -> list[str]:
    rows = [f"| {part.name} | {part.version} | {part.licence} |" for part in parts]
    return ["| part | version | licence |", "|---|---|---|", *rows]


def bill_of_materials(name: str, version: str, parts: Iterable[Part], seconds: int) -> str:
    """Return the list of parts for programs that look for known weaknesses."""
    told = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "timestamp": datetime.fromtimestamp(seconds, UTC).isoformat().replace("+00:00", "Z"),
            "component": {"type": "application", "name": name, "version": version},
        },
        "components": [_component(part) for part in parts],
    }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _component(part: Part) -> dict[str, object]:
    return {
        "type": "library",
        "bom-ref": part.address,
        "name": part.name,
        "version": part.version,
        "licenses": [{"license": {"name": part.licence}}],
        "purl": part.address,
    }


def main(arguments: list[str]) -> int:
    """Write both files and give back the exit status."""
    bundle, fonts, out = map(Path, arguments)
    libraries = bundle / "_internal"
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needs = project["dependencies"]
    try:
        parts = [*python_parts(needs), *other_parts(fonts, libraries), *system_parts(libraries)]
    except Stop as stop:
        print(stop, file=sys.stderr)
        return 1
    compiled = list(crates(needs))
    (qt,) = [part.version for part in parts if part.name == "qt"]
    page = third_party(parts, compiled, qt)
    listed = bill_of_materials(
        project["name"], project["version"], [*parts, *compiled], source_date()
    )
    (out / "THIRD-PARTY.md").write_text(page, encoding="utf-8")
    (out / "sbom.cdx.json").write_text(listed, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
