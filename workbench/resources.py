"""Resources: where the plain files that belong to the program are found.

In a checkout they stand beside the package; in an installed program, inside it.
"""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def path(name: str) -> Path:
    """Return where the resource `name` is, such as `templates/comparison.html.jinja`."""
    return _folder("resources") / name


def read_text(name: str) -> str:
    """Return the words of a resource, read as UTF-8."""
    return path(name).read_text(encoding="utf-8")


def sample_files() -> tuple[Path, ...]:
    """Return the articles of the sample story, in the order of their names."""
    files = sorted(_folder("sample_docs").glob("*.md"))
    return tuple(file for file in files if file.name != "README.md")


def _folder(name: str) -> Path:
    installed = _PACKAGE / f"_{name}"
    return installed if installed.is_dir() else _PACKAGE.parent / name
