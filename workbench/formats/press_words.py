"""The words that news databases write around an article, in the languages of their menus."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from workbench import resources

if TYPE_CHECKING:
    from collections.abc import Mapping

RESOURCE = "press/words.toml"
MAX_LABEL_CHARACTERS = 40

_LABELLED = re.compile(rf"([^:\n]{{1,{MAX_LABEL_CHARACTERS}}}?)\s?:(?:\s+|$)(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class PressWords:
    """The tables of the resource, each from a folded word to what it stands for."""

    months: Mapping[str, int]
    weekdays: frozenset[str]
    by: frozenset[str]
    page: frozenset[str]
    edition: frozenset[str]
    rights: tuple[str, ...]
    databases: frozenset[str]
    nexis_marks: Mapping[str, frozenset[str]]
    nexis_head: Mapping[str, str]
    nexis_tail: Mapping[str, str]
    proquest: Mapping[str, str]


@cache
def press_words() -> PressWords:
    """Read the tables, once in a process: they never change while it runs."""
    tables = tomllib.loads(resources.read_text(RESOURCE))
    words, nexis = tables["words"], tables["nexis"]
    return PressWords(
        months={name: int(number) for name, number in _inverted(tables["months"]).items()},
        weekdays=frozenset(words["weekdays"]),
        by=frozenset(words["by"]),
        page=frozenset(words["page"]),
        edition=frozenset(words["edition"]),
        rights=tuple(words["rights"]),
        databases=frozenset(words["databases"]),
        nexis_marks={mark: frozenset(names) for mark, names in nexis["marks"].items()},
        nexis_head=_inverted(nexis["head"]),
        nexis_tail=_inverted(nexis["tail"]),
        proquest=_inverted(tables["proquest"]),
    )


def folded(words: str) -> str:
    """Return words as the tables have them: lower case, hyphens as spaces, none around them."""
    return " ".join(words.casefold().replace("-", " ").split()).rstrip(" .:")


def labelled(paragraph: str) -> tuple[str, str]:
    """Split a paragraph into its folded label and its value; ("", paragraph) where it has none."""
    match = _LABELLED.match(paragraph.strip())
    return (folded(match[1]), match[2].strip()) if match else ("", paragraph)


def is_rights(paragraph: str) -> bool:
    """Whether a paragraph has a line about copyright."""
    lines = (line.strip().casefold() for line in paragraph.split("\n", 8)[:8])
    return any(line.startswith(press_words().rights) for line in lines)


def _inverted(table: Mapping[str, list[str]]) -> dict[str, str]:
    return {name: meaning for meaning, names in table.items() for name in names}
