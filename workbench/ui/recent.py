"""Recent projects: those that were open last, and how each of them was left."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from workbench.settings import Settings

SETTING = "recent"
MOST = 12  # projects remembered: more nobody looks through


@dataclass(frozen=True, slots=True)
class LeftPane:
    """A pane as it was left: its article, the code point at its top, its width in pixels.

    The width is 0 where the pane shares the room with others.
    """

    article: str
    place: int = 0
    width: int = 0


@dataclass(frozen=True, slots=True)
class LeftProject:
    """A project as it was left: its file, what it was called, and its panes from left to right."""

    path: str
    name: str
    panes: tuple[LeftPane, ...] = ()

    @property
    def is_there(self) -> bool:
        """Tell whether the file still exists; asks the disk."""
        return Path(self.path).is_file()


class Recent(QObject):
    """The projects that were open, the latest first; damaged memories are forgotten."""

    changed = Signal()

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings

    @property
    def projects(self) -> tuple[LeftProject, ...]:
        """The projects, the latest first."""
        try:
            kept = json.loads(self._settings.get(SETTING) or "[]")
            return tuple(_project(each) for each in kept)
        except (ValueError, TypeError, KeyError):
            return ()

    def of(self, path: Path) -> LeftProject | None:
        """Return how a project was left, or None where that is not known."""
        return next((each for each in self.projects if each.path == str(path)), None)

    def keep(self, left: LeftProject) -> None:
        """Remember how a project was left; it goes first."""
        self._keep([left, *self._without(left.path)])

    def copy(self, path: Path, to: Path) -> None:
        """Remember a copy of a project as left like the project itself."""
        if left := self.of(path):
            self.keep(LeftProject(str(to), to.stem, left.panes))

    def forget(self, path: Path) -> None:
        """Forget a project."""
        self._keep(self._without(str(path)))

    def _without(self, path: str) -> list[LeftProject]:
        return [each for each in self.projects if each.path != path]

    def _keep(self, projects: list[LeftProject]) -> None:
        kept = json.dumps([asdict(each) for each in projects[:MOST]])
        if kept != self._settings.get(SETTING):
            self._settings.set(SETTING, kept)
            self.changed.emit()


def _project(kept: dict[str, object]) -> LeftProject:
    """Return what was kept; raises TypeError, ValueError or KeyError where it is damaged."""
    panes = kept["panes"]
    if not isinstance(panes, list):
        raise TypeError(panes)
    return LeftProject(str(kept["path"]), str(kept["name"]), tuple(_pane(each) for each in panes))


def _pane(kept: dict[str, object]) -> LeftPane:
    return LeftPane(str(kept["article"]), int(str(kept["place"])), int(str(kept["width"])))
