"""Decisions: what the analyst has decided about detection, kept as settings of the project."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.comparison.options import CompareOptions
from workbench.model import ChangeMetadata, SetSetting

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from workbench.model import Article, Edit

FAMILIES = "term_families"
KEPT_BOILERPLATE = "kept_boilerplate"

Families = tuple[tuple[str, ...], ...]


def decided_options(setting: Callable[[str], str]) -> CompareOptions:
    """Return the options of a comparison as the analyst wants them.

    `setting` gives a project's setting by its key, empty where it has none. What is not as this
    program writes it counts as not decided.
    """
    return CompareOptions(
        families=tuple(filter(None, map(_texts, _listed(setting(FAMILIES))))),
        kept_boilerplate=_texts(_listed(setting(KEPT_BOILERPLATE))),
    )


def set_families(families: Families) -> Edit:
    """Return the edit that makes these the analyst's term families."""
    return SetSetting(FAMILIES, _written(families))


def set_kept_boilerplate(texts: Iterable[str]) -> Edit:
    """Return the edit that lets these texts be compared although they are boilerplate."""
    return SetSetting(KEPT_BOILERPLATE, _written(dict.fromkeys(texts)))


def set_language(articles: Iterable[Article], language: str) -> Edit:
    """Return the edit that says in which language, a BCP 47 tag, these articles are written."""
    return ChangeMetadata(tuple(replace(article, language=language) for article in articles))


def _written(values: Iterable[object]) -> str | None:
    listed = list(values)
    return json.dumps(listed, ensure_ascii=False) if listed else None


def _listed(value: str) -> list[object]:
    try:
        found = json.loads(value or "[]")
    except ValueError:
        return []
    return found if isinstance(found, list) else []


def _texts(found: object) -> tuple[str, ...]:
    values = found if isinstance(found, list) else []
    return tuple(value for value in values if isinstance(value, str))
