"""Codebook files: the codebook as other programs write and read it, and how two become one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from workbench.model import ChangeCodebook, Codebook, FileError, FileProblem, Tag
from workbench.project.writing import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

MAX_CODEBOOK_BYTES = 32 * 1024**2
SUFFIXES = (".qdc", ".csv", ".json")
MEANINGS = ("name", "colour", "definition", "examples", "key")


@dataclass(frozen=True, slots=True)
class Merger:
    """What a codebook in a file brings: new tags, others that change, as they were and will be.

    `same` counts the tags that the project has already as the file has them.
    """

    new: tuple[Tag, ...]
    changed: tuple[tuple[Tag, Tag], ...]
    same: int

    @property
    def edit(self) -> ChangeCodebook:
        """The edit that brings it."""
        return ChangeCodebook((*self.new, *(after for _, after in self.changed)))


def read_codebook(path: Path) -> Codebook:
    """Return the codebook in a file: REFI-QDA (.qdc), CSV or JSON; raises FileError."""
    from workbench.formats.from_codebook import read_codebook_file

    try:
        if path.stat().st_size > MAX_CODEBOOK_BYTES:
            raise FileError(
                str(path), FileProblem.NO_CODEBOOK, f"> {MAX_CODEBOOK_BYTES // 1024**2} MB"
            )
        data = path.read_bytes()
    except OSError as error:
        problem = FileProblem.MISSING if not path.exists() else FileProblem.DENIED
        raise FileError(str(path), problem) from error
    return read_codebook_file(path, data)


def write_codebook(codebook: Codebook, path: Path) -> None:
    """Write the codebook in the form that the suffix names, else REFI-QDA; raises OutputError."""
    from workbench.formats.to_codebook import codebook_to_csv, codebook_to_json
    from workbench.formats.to_codebook_qdc import codebook_to_qdc

    forms = {".csv": codebook_to_csv, ".json": codebook_to_json}
    write_whole(path, forms.get(path.suffix.lower(), codebook_to_qdc)(codebook))


def merge_codebooks(codebook: Codebook, coming: Codebook) -> Merger:
    """Return what a codebook that comes from elsewhere would bring.

    A tag with a known GUID is the same tag: what the file says of it holds, as far as it says
    something, also where it stands. Else one of the same name has the same meaning: what is known
    of it holds, and only gaps are filled. A key that another tag has already is not taken over.
    """
    merging = _Merging(codebook)
    meant = meant_ids(codebook, coming)
    for tag in coming.branch():
        found = codebook.by_id.get(meant[tag.id])
        above = coming.path(tag.id)[:-1]
        parent = meant[above[-1].id] if above else ""
        if found is None:
            merging.put(merging.placed(tag, parent))
        elif found.id == tag.id:
            merging.put(merging.moved(replace(found, **_said(tag, MEANINGS)), parent))
        else:
            gaps = [name for name in MEANINGS if not getattr(found, name)]
            merging.put(replace(found, **_said(tag, gaps)))
    old, known = codebook.by_id, merging.known
    changed = [(old[id_], tag) for id_, tag in known.items() if id_ in old and old[id_] != tag]
    new = tuple(tag for id_, tag in known.items() if id_ not in old)
    return Merger(new, tuple(changed), len(coming.tags) - len(new) - len(changed))


def meant_ids(codebook: Codebook, coming: Codebook) -> dict[str, str]:
    """Return which tags of a codebook those from elsewhere are, by their ids; new ones themselves.

    One that the file has under its own GUID is no other tag of the file, whatever their names.
    """
    meant = {}
    for tag in coming.tags:
        named = None if tag.id in codebook.by_id else codebook.named(tag.name)
        meant[tag.id] = named.id if named and named.id not in coming.by_id else tag.id
    return meant


class _Merging:
    """The tags as they will be, those of the project and those that have come so far."""

    def __init__(self, codebook: Codebook) -> None:
        self.known = dict(codebook.by_id)
        self._keys = {tag.key: tag.id for tag in codebook.tags if tag.key}
        self._places = {
            parent: 1 + max(tag.place for tag in codebook.below(parent))
            for parent in ("", *self.known)
            if codebook.below(parent)
        }

    def put(self, tag: Tag) -> None:
        """Take a tag over, without its key where another has it."""
        if tag.key and self._keys.setdefault(tag.key, tag.id) != tag.id:
            tag = replace(tag, key="")
        self.known[tag.id] = tag

    def placed(self, tag: Tag, parent: str) -> Tag:
        """Return the tag below another one, after all that stand there."""
        place = self._places.get(parent, 0)
        self._places[parent] = place + 1
        return replace(tag, parent=parent, place=place)

    def moved(self, tag: Tag, parent: str) -> Tag:
        """Return the tag below another one, unless that is the same or stands below it."""
        above = parent
        while above in self.known and above != tag.id:
            above = self.known[above].parent
        return tag if parent == tag.parent or above == tag.id else self.placed(tag, parent)


def _said(tag: Tag, names: Iterable[str]) -> dict[str, Any]:
    return {name: getattr(tag, name) for name in names if getattr(tag, name)}
