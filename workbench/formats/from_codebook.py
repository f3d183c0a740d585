"""Codebooks read from files: our own JSON and CSV, and the REFI-QDA codebook of other programs."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import dataclass, replace
from itertools import count
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

from workbench.formats.decoding import decode
from workbench.formats.formulas import unguarded
from workbench.formats.to_codebook import COLUMNS, FORMAT
from workbench.formats.to_codebook_qdc import EXAMPLES
from workbench.formats.xml_tree import local_name, parse_xml
from workbench.model import Codebook, FileError, FileProblem, Tag

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from lxml.etree import _Element

MAX_TAGS = 10_000  # five times what the largest published codebooks have
MAX_LEVELS = 100  # more than a tree can be indented

_COLOUR = re.compile("#(?:[0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})")
_GUID = re.compile(r"\{?([0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12})\}?")
_NAMES = {"color": "colour", "description": "definition", "code": "name", "tag": "name"}


@dataclass(frozen=True, slots=True)
class _Entry:
    """A tag as a file tells it: `parent` is what the file calls the one above, by id or name."""

    tag: Tag
    called: str


def read_codebook_file(path: Path, data: bytes) -> Codebook:
    """Return the tags in a file by what it begins with: XML, JSON or a table.

    A tag without a GUID, or with that of another, gets one that follows from its name and that of
    the tag above. Raises FileError where it holds no tags, or more than MAX_TAGS or MAX_LEVELS.
    """
    text = decode(data).strip()
    if text.startswith("<"):
        entries = _from_qdc(parse_xml(path, data))
    elif text.startswith("{"):
        entries = _from_json(path, text)
    else:
        entries = _from_csv(path, text)
    tags = _checked(path, _joined(list(entries)))
    if not tags:
        raise FileError(str(path), FileProblem.NO_CODEBOOK, "no tags")
    return Codebook(tags)


def read_codes(path: Path, root: _Element) -> dict[str, Tag]:
    """Return the tags of a project by what it calls them, which need not be a GUID; none for none.

    Raises FileError where there are more than MAX_TAGS or MAX_LEVELS.
    """
    entries = [one for one in _from_qdc(root) if one.tag.name.strip()]
    tags = _checked(path, _joined(entries))
    found: dict[str, Tag] = {}
    for one, tag in zip(entries, tags, strict=True):
        found.setdefault(one.called, tag)
    return found


def _checked(path: Path, tags: tuple[Tag, ...]) -> tuple[Tag, ...]:
    if fault := _fault(Codebook(tags)):
        raise FileError(str(path), FileProblem.NO_CODEBOOK, fault)
    return tags


def _fault(codebook: Codebook) -> str:
    if len(codebook.tags) > MAX_TAGS:
        return f"> {MAX_TAGS} tags"
    levels, level = 0, codebook.below()
    while level and levels < MAX_LEVELS:
        levels, level = levels + 1, tuple(each for tag in level for each in codebook.below(tag.id))
    return f"> {MAX_LEVELS} levels" if level else ""


def _from_qdc(root: _Element) -> Iterator[_Entry]:
    """Yield the codes of a codebook, or of the project it is part of, each before those below."""
    top = root if local_name(root) == "Codes" else next(root.iter("{*}Codes"), None)
    waiting = [("", top)] if top is not None else []
    while waiting:
        called, element = waiting.pop(0)
        for number, code in enumerate(element.iterchildren("{*}Code")):
            own = code.get("guid") or f"{called}/{number}"
            yield _Entry(_code(code, called), own)
            waiting.append((own, code))


def _code(code: _Element, parent: str) -> Tag:
    told = next(code.iterchildren("{*}Description"), None)
    definition, _, examples = ((told.text if told is not None else "") or "").partition(EXAMPLES)
    return Tag("", code.get("name") or "", parent, code.get("color") or "", definition, examples)


def _from_json(path: Path, text: str) -> Iterator[_Entry]:
    try:
        told = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise FileError(str(path), FileProblem.DAMAGED) from error
    if told.get("format") != FORMAT or not isinstance(told.get("tags"), list):
        raise FileError(str(path), FileProblem.NO_CODEBOOK, "JSON")
    for record in told["tags"]:
        if isinstance(record, dict):
            yield _entry({key: str(record.get(key) or "") for key in COLUMNS})


def _from_csv(path: Path, text: str) -> Iterator[_Entry]:
    delimiter = max(",;\t", key=text.partition("\n")[0].count)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise FileError(str(path), FileProblem.DAMAGED) from error
    told = [head.strip().casefold() for head in (rows or [[]])[0]]
    heads = [_NAMES.get(head, head) for head in told]
    if "name" not in heads:
        raise FileError(str(path), FileProblem.NO_CODEBOOK, "no column “name”")
    for row in rows[1:]:
        cells = dict(zip(heads, map(unguarded, row), strict=False))
        yield _entry({key: cells.get(key, "") for key in COLUMNS})


def _entry(told: dict[str, str]) -> _Entry:
    called = told.pop("id")
    tag = Tag("", told["name"], told["parent"], told["colour"], told["definition"])
    return _Entry(replace(tag, examples=told["examples"], key=told["key"]), called)


def _joined(entries: Sequence[_Entry]) -> tuple[Tag, ...]:
    """Return the tags that have a name, with ids of their own, each below the one it names."""
    told = [one for one in entries if one.tag.name.strip()]
    ids = _ids(told)
    pairs = list(zip(told, ids, strict=True))[::-1]  # the first of two that are called alike wins
    meant = {one.tag.name: id_ for one, id_ in pairs} | {one.called: id_ for one, id_ in pairs}
    return tuple(
        replace(
            one.tag,
            id=id_,
            name=" ".join(one.tag.name.split()),
            parent=_above(one.tag.parent, meant, id_),
            colour=_colour(one.tag.colour),
            place=place,
        )
        for place, (one, id_) in enumerate(zip(told, ids, strict=True))
    )


def _above(parent: str, meant: Mapping[str, str], id_: str) -> str:
    """Return the id of the tag above, which a file calls `parent`; empty where it is at the top."""
    found = meant.get(parent, "") if parent else ""
    return "" if found == id_ else found


def _ids(told: Sequence[_Entry]) -> list[str]:
    ids: dict[str, None] = {}
    for one in told:
        found = _GUID.fullmatch(one.called.strip())
        id_ = found[1].lower() if found else ""
        tries = (_made(f"{one.tag.parent}/{one.tag.name}", number) for number in count())
        while not id_ or id_ in ids:
            id_ = next(tries)
        ids[id_] = None
    return list(ids)


def _made(name: str, number: int) -> str:
    return str(uuid5(NAMESPACE_URL, f"{FORMAT}:{number}:{name}"))


def _colour(told: str) -> str:
    """Return a colour as six hexadecimal digits, empty where it is none."""
    if not _COLOUR.fullmatch(told.strip()):
        return ""
    digits = told.strip()[1:].lower()
    return "#" + (digits if len(digits) > len("rgb") else "".join(digit * 2 for digit in digits))
