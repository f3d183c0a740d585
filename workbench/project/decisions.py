"""Decisions: what the analyst has decided about detection, kept as settings of the project."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.comparison.options import CompareOptions
from workbench.comparison.term_choices import added, joined, split
from workbench.model import ChangeMetadata, SetSetting

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from workbench.comparison.term_choices import Families, Family
    from workbench.model import Article, Edit

FAMILIES = "term_families"
KEPT_BOILERPLATE = "kept_boilerplate"


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


def add_family(options: CompareOptions, forms: Family) -> Edit:
    """Return the edit that makes a family of these forms, which leave those they were in."""
    return set_families(added(options.families, forms))


def join_families(options: CompareOptions, one: Family, other: Family) -> Edit:
    """Return the edit that makes two families one, whether found or made by the analyst."""
    return set_families(joined(options.families, one, other))


def split_off(options: CompareOptions, family: Family, form: str) -> Edit:
    """Return the edit that takes a form out of a family and counts it by itself."""
    return set_families(split(options.families, family, form))


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
