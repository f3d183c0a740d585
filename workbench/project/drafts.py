"""Drafts: projects that have no name yet, kept in a folder so that nothing is lost."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.model import ProjectError
from workbench.project.project import Project
from workbench.project.writing import as_output_error
from workbench.store.backup import forget_backups

if TYPE_CHECKING:
    from pathlib import Path

_NAME = re.compile(r"draft-([1-9][0-9]*)\.crossread")


class Drafts:
    """The drafts in one folder, which is made when the first draft is."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def new(self) -> Project:
        """Begin an empty project; raises ProjectError or OutputError."""
        with as_output_error(self._folder):
            self._folder.mkdir(parents=True, exist_ok=True)
        number = 1 + max((number for number, _ in self._numbered()), default=0)
        path = self._folder / f"draft-{number}.crossread"
        forget_backups(path)  # of one that had the same number
        return Project.create(path)

    def latest(self) -> Path | None:
        """Return the newest draft that holds articles and is not open elsewhere, if any."""
        for _, path in self._numbered():
            if _is_idle(path, empty=False):
                return path
        return None

    def holds(self, path: Path) -> bool:
        """Tell whether a project is a draft."""
        return path.parent.resolve() == self._folder.resolve()

    def discard(self, path: Path) -> None:
        """Delete a draft that is open nowhere, for it has been saved by name."""
        if self.holds(path):
            path.unlink(missing_ok=True)
            forget_backups(path)

    def discard_empty(self) -> None:
        """Delete the drafts that hold no article and are open nowhere."""
        for _, path in self._numbered():
            if _is_idle(path, empty=True):
                self.discard(path)

    def _numbered(self) -> list[tuple[int, Path]]:
        """Return the drafts with their numbers, the newest first."""
        matches = ((_NAME.fullmatch(path.name), path) for path in self._folder.glob("draft-*"))
        return sorted(((int(match[1]), path) for match, path in matches if match), reverse=True)


def title_of(path: Path) -> str:
    """Return what a project is called by its file, nothing where it is a draft without a name."""
    return "" if _NAME.fullmatch(path.name) else path.stem


def _is_idle(path: Path, *, empty: bool) -> bool:
    """Tell whether a draft may be written and is, or is not, without articles."""
    try:
        with Project.open(path) as project:
            return not project.read_only and project.is_empty is empty
    except ProjectError:
        return False
