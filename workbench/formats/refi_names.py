"""REFI-QDA names: what Crossread calls things in a project of REFI-QDA, and their GUIDs."""

from __future__ import annotations

import re
from uuid import NAMESPACE_URL, uuid5

NAMESPACE = "urn:QDA-XML:project:1.0"
ORIGIN = "Crossread"
PROJECT_PART = "project.qde"
SOURCES = "sources"
INTERNAL = "internal://"

TEXT, INTEGER, DATE = "Text", "Integer", "Date"
DAY = "date"
"""The variable that has the day of publication alone, in the type that other programs sort by."""

ARTICLE_VARIABLES = {
    "headline": TEXT,
    "byline": TEXT,
    "published": TEXT,
    DAY: DATE,
    "url": TEXT,
    "language": TEXT,
    "section": TEXT,
    "page": TEXT,
    "record": TEXT,
    "retrieved": TEXT,
    "printed_words": INTEGER,
}
"""The variables of an article by the fields that they hold, with their types."""

OUTLET_VARIABLES = {"short": TEXT, "country": TEXT, "group": TEXT, "colour": TEXT}
"""The variables of a case, which is an outlet."""

_GUID = re.compile(r"\{?([0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12})\}?")
_OURS = uuid5(NAMESPACE_URL, "crossread:refi-qda")


def guid(id_: str) -> str:
    """Return an id as a GUID in upper case: itself where it is one, else one that follows from it.

    Some programs refuse GUIDs in lower case.
    """
    found = _GUID.fullmatch(id_.strip())
    return found[1].upper() if found else derived("id", id_)


def derived(*parts: str) -> str:
    """Return the GUID, in upper case, that follows from what it is of: always the same."""
    name = "\n".join(parts).encode("utf-8", "replace").decode()
    return str(uuid5(_OURS, name)).upper()


def part_guid(annotation: str, place: int) -> str:
    """Return the GUID of one of the passages that an annotation is about."""
    return derived("part", annotation, str(place))


def passage_guid(source: str, start: int, end: int) -> str:
    """Return the GUID of a passage that was found, not marked by anybody."""
    return derived("passage", source, str(start), str(end))


def link_guid(kind: str, origin: str, target: str) -> str:
    """Return the GUID of a link: of a "pair" that was found, or of the "parts" of an annotation."""
    return derived(kind, origin, target)
