"""Web JSON: a file of annotations taken apart, and members of whatever kind they turn out to be."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.formats import web_terms as term
from workbench.model import FileError, FileProblem, Tag

if TYPE_CHECKING:
    from collections.abc import Mapping

MAX_BYTES = 128 * 1024**2
"""Some 100,000 annotations, which take a gigabyte of memory while they are read."""

MAX_ANNOTATIONS = 100_000
"""Ten times as many as a large project has."""

MAX_DEPTH = 64
"""Values inside each other: a file of ours has ten."""

REPLACED = "\ufffd"
"""What stands for half a character, which no file can hold."""

_LARGEST = 2**53  # beyond which other programs that read JSON are not exact
_SURROGATE = re.compile("[\ud800-\udfff]")

Record = dict[str, object]


@dataclass(frozen=True, slots=True)
class WebFile:
    """The annotations of a file, the tags it describes, and how many it has that are elsewhere."""

    records: tuple[Record, ...]
    tags: tuple[Tag, ...] = ()
    absent: int = 0


def web_file(path: str, data: bytes) -> WebFile:
    """Return what stands in a file: a collection, a page, a list, or one annotation.

    Raises FileError where it is no JSON, holds no annotations, or more than the limits.
    """
    if len(data) > MAX_BYTES:
        raise FileError(path, FileProblem.TOO_LARGE, str(MAX_BYTES))
    try:
        told = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise FileError(path, FileProblem.DAMAGED) from error
    if not _is_flat(told):
        raise FileError(path, FileProblem.DAMAGED, f"> {MAX_DEPTH} levels")
    items = _items(told)
    if items is None:
        raise FileError(path, FileProblem.UNKNOWN)
    if len(items) > MAX_ANNOTATIONS:
        raise FileError(path, FileProblem.TOO_LARGE, f"{MAX_ANNOTATIONS} annotations")
    records = tuple(item for item in items if isinstance(item, dict))
    head = told if isinstance(told, dict) else {}
    announced = max(number_of(head, "total") or 0, len(items))
    return WebFile(records, _tags(head), announced - len(records))


def text_of(record: Mapping[str, object], name: str) -> str:
    """Return a member that is a text, or the first text in it; "" where there is none."""
    return next(iter(texts_of(record, name)), "")


def texts_of(record: Mapping[str, object], name: str) -> tuple[str, ...]:
    """Return the texts of a member, which may be one or a list; lone surrogates are replaced."""
    told = record.get(name)
    found = told if isinstance(told, list) else [told]
    return tuple(_SURROGATE.sub(REPLACED, each) for each in found if isinstance(each, str))


def records_of(record: Mapping[str, object], name: str) -> list[Record]:
    """Return the objects of a member, which may be one or a list."""
    told = record.get(name)
    found = told if isinstance(told, list) else [told]
    return [each for each in found if isinstance(each, dict)]


def record_of(record: Mapping[str, object], name: str) -> Record:
    """Return a member that is an object, an empty one where there is none."""
    return next(iter(records_of(record, name)), {})


def resources_of(record: Mapping[str, object], name: str) -> list[Record]:
    """Return the resources of a member: objects, or no more than their IRIs, in their order."""
    told = record.get(name)
    found = told if isinstance(told, list) else [told]
    told = {"all": [{"id": each} if isinstance(each, str) else each for each in found]}
    return records_of(told, "all")


def number_of(record: Mapping[str, object], name: str) -> int | None:
    """Return a member that is a whole number, not negative; None where there is none."""
    told = record.get(name)
    is_number = isinstance(told, int) and not isinstance(told, bool) and 0 <= told <= _LARGEST
    return told if is_number else None  # type: ignore[return-value]  # narrowed by a name


def _is_flat(told: object) -> bool:
    """Tell whether values are inside each other at most as often as MAX_DEPTH says."""
    level = [told]
    for _ in range(MAX_DEPTH):
        inside = [each for each in level if isinstance(each, dict | list)]
        if not inside:
            return True
        level = [
            each for one in inside for each in (one.values() if isinstance(one, dict) else one)
        ]
    return False


def _items(told: object) -> list[object] | None:
    """Return the annotations in a file, None where it is made for something else."""
    if isinstance(told, list):
        return told
    if not isinstance(told, dict):
        return None
    if "target" in told:
        return [told]
    found: list[object] = []
    pages = [told, *records_of(told, "first")]
    is_known = len(pages) > 1
    for page in pages:
        pages += records_of(page, "next")
        for name in ("items", "rows", "annotations"):
            items = page.get(name)
            if isinstance(items, list):
                is_known = True
                found += items
    return found if is_known else None


def _tags(told: Mapping[str, object]) -> tuple[Tag, ...]:
    """Return the tags that a file of ours describes, each once."""
    found: dict[str, Tag] = {}
    for each in records_of(told, term.CODEBOOK):
        iri, name = text_of(each, "id"), text_of(each, term.LABEL)
        if iri and name:
            above = text_of(record_of(each, term.BROADER), "id")
            tag = Tag(
                term.id_of(iri),
                name,
                term.id_of(above) if above else "",
                text_of(each, term.COLOUR),
                text_of(each, term.DEFINITION),
                text_of(each, term.EXAMPLE),
                text_of(each, term.KEY),
                number_of(each, term.PLACE) or 0,
            )
            found.setdefault(tag.id, tag)
    return tuple(found.values())
