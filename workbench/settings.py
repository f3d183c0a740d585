"""Settings of the program: each declared once, kept in one small file of the analyst's."""

from __future__ import annotations

import contextlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: its key, what it is at first, what it may be, and what it does."""

    key: str
    default: str
    choices: tuple[str, ...]
    meaning: str


SETTINGS = (
    Setting("theme", "system", ("system", "light", "dark"), "Colours of the window"),
    Setting("contrast", "no", ("no", "yes"), "Whether the colours have high contrast"),
    Setting("type_size", "16", tuple(str(size) for size in range(12, 29)), "Height of the text"),
    Setting("scroll_together", "yes", ("yes", "no"), "Whether the panes scroll together"),
    Setting(
        "layers", "shared wording annotations", (), "The layers that are shown over the articles"
    ),
    Setting("legend", "no", ("no", "yes"), "Whether the legend is shown"),
    Setting(
        "grouping",
        "outlet",
        ("outlet", "date", "group", "country"),
        "By what the articles of the list stand together",
    ),
    Setting("look_first", "no", ("no", "yes"), "Whether every import is looked at first"),
    Setting("tour", "offered", ("offered", "done"), "Whether the first page still offers the tour"),
    Setting("author", "", (), "The name that annotations are signed with; else the system's"),
    Setting("keys", "", (), "The keys that were changed, by action"),
    Setting("export", "", (), "What was chosen for exports last, and how articles are cited"),
    Setting("recent_searches", "", (), "What was searched for last"),
    Setting("last_project", "", (), "The project that was open last"),
    Setting("recent", "", (), "The projects that were open, and how they were left"),
    Setting("window", "", (), "Where the window stood, as Qt tells it"),
    Setting("docks", "", (), "Which lists stood where, as Qt tells it"),
)


class Settings:
    """The settings as they stand; a missing or damaged file means that all are as at first."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._declared = {setting.key: setting for setting in SETTINGS}
        self._values = self._read()

    def get(self, key: str) -> str:
        """Return a setting; KeyError where none of that key is declared."""
        setting = self._declared[key]
        value = self._values.get(key, setting.default)
        return value if not setting.choices or value in setting.choices else setting.default

    def set(self, key: str, value: str) -> None:
        """Change a setting and keep it; where it cannot be kept it holds until the program ends."""
        setting = self._declared[key]
        if setting.choices and value not in setting.choices:
            raise ValueError(value)
        self._values[key] = value
        part = self._path.with_name(f"{self._path.name}.part")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            part.write_text(json.dumps(self._values, indent=1, sort_keys=True), encoding="utf-8")
            part.replace(self._path)
        except OSError:
            with contextlib.suppress(OSError):
                part.unlink(missing_ok=True)

    def _read(self) -> dict[str, str]:
        try:
            found = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        if not isinstance(found, dict):
            return {}
        return {key: value for key, value in found.items() if isinstance(value, str)}
