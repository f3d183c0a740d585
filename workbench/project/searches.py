"""Searches: those that the analyst has named, kept as a setting of the project."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from workbench.model import SetSetting

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from workbench.model import Edit

SEARCHES = "searches"


def saved_searches(setting: Callable[[str], str]) -> dict[str, str]:
    """Return the queries by their names, in the order of these.

    `setting` gives a project's setting by its key, empty where it has none. What is not as this
    program writes it counts as not there.
    """
    try:
        found = json.loads(setting(SEARCHES) or "{}")
    except ValueError:
        return {}
    pairs = found.items() if isinstance(found, dict) else ()
    return dict(sorted((name, query) for name, query in pairs if isinstance(query, str)))


def save_search(searches: Mapping[str, str], name: str, query: str) -> Edit:
    """Return the edit that gives a query a name, in place of one that has it."""
    return _edit({**searches, name: query})


def rename_search(searches: Mapping[str, str], name: str, new: str) -> Edit:
    """Return the edit that gives a search another name."""
    others = {each: query for each, query in searches.items() if each != name}
    return _edit({**others, new: searches[name]})


def delete_search(searches: Mapping[str, str], name: str) -> Edit:
    """Return the edit that forgets a search."""
    return _edit({each: query for each, query in searches.items() if each != name})


def _edit(searches: Mapping[str, str]) -> Edit:
    value = json.dumps(searches, ensure_ascii=False, sort_keys=True) if searches else None
    return SetSetting(SEARCHES, value)
