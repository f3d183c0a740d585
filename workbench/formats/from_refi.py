"""REFI-QDA projects of other programs: their texts, codes and codings, as far as they can come."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from workbench.formats.from_codebook import read_codes
from workbench.formats.refi_names import derived, guid, link_guid, part_guid, passage_guid
from workbench.formats.refi_parts import open_parts
from workbench.formats.refi_readings import find_fitting, spans_of
from workbench.formats.refi_sources import (
    Losses,
    children,
    own_id,
    read_outlets,
    read_sources,
    text_in,
)
from workbench.formats.to_printable import to_printable
from workbench.formats.xml_tree import local_name
from workbench.model.annotation import Annotation, Target, select
from workbench.model.errors import FileError, FileProblem
from workbench.model.exchange import Exchange, LossReason
from workbench.model.progress import Report, silent

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path
    from typing import BinaryIO

    from lxml.etree import _Element

    from workbench.formats.refi_parts import RefiParts
    from workbench.formats.refi_sources import RefiSource
    from workbench.model import Selector, Span, Tag

ROOT = "Project"
NOTE = "Note"
NOT_CARRIED = ("Sets", "Graphs")
MAX_CHARACTERS = 200_000_000
"""Of all quotes and memos: many selections may refer to one note, or have a whole text."""


def read_refi(path: Path, stream: BinaryIO, report: Report = silent) -> Exchange:
    """Return what a project of REFI-QDA holds; the ids of its articles are those of its sources.

    What the positions in it count is found out. `report` is told of sources and may raise
    Cancelled. Raises FileError where it is no such project, or larger than its bounds.
    """
    report(0, 1)
    parts = open_parts(path, stream)
    root = parts.project()
    if local_name(root) != ROOT:
        raise FileError(str(path), FileProblem.NO_EXCHANGE, local_name(root))
    losses = Losses()
    codes = _without_cases(read_codes(path, root), root)
    sources = read_sources(parts, root, losses)
    reading = _Reading(parts, root, codes, losses)
    tags = tuple(reading.defined(codes))
    fitting = find_fitting([source.selections for source in sources])
    for done, source in enumerate(sources):
        report(done, len(sources))
        reading.take_words(source, spans_of(source.selections, fitting))
    reading.take_passages()
    for source in sources:
        reading.take_article(source)
    reading.take_links()
    reading.take_project()
    for name in NOT_CARRIED:
        for one in children(root, name):
            losses.add(one.get("name") or local_name(one), "", LossReason.NO_PLACE)
    return Exchange(
        tuple(source.article for source in sources),
        read_outlets(root),
        tags,
        tuple(reading.annotations),
        losses.all(),
    )


class _Reading:
    """Turns selections, codings, notes and links into annotations, each thing once."""

    def __init__(
        self, parts: RefiParts, root: _Element, codes: Mapping[str, Tag], losses: Losses
    ) -> None:
        self._parts = parts
        self._root = root
        self._losses = losses
        self._tags = {guid(called).lower(): tag.id for called, tag in codes.items()}
        self._users = {own_id(one): one.get("name") or "" for one in children(root, "Users")}
        self._cases = {own_id(one): one.get("name") or "Case" for one in children(root, "Cases")}
        self._notes = {own_id(one): one for one in children(root, "Notes")}
        self._linked = self._known_links()
        self._passages = self._known_passages()
        self._members: dict[str, dict[int, tuple[Selector, _Element]]] = {}
        self._selectors: dict[str, Selector] = {}
        self._texts: dict[str, str] = {}
        self._told: set[str] = set()
        self._quoting: set[str] = set()
        self._taken: set[str] = set()
        self._left = MAX_CHARACTERS
        self.annotations: list[Annotation] = []

    def defined(self, codes: Mapping[str, Tag]) -> Iterator[Tag]:
        """Yield the tags, with the notes on them as part of their definitions."""
        noted = {guid(one.get("guid") or "").lower(): one for one in self._root.iter("{*}Code")}
        for called, tag in codes.items():
            code = noted.get(guid(called).lower())
            words = [] if code is None else map(self._text, self._notes_on(code))
            yield replace(tag, definition=_joined((tag.definition, *words)))

    def take_words(self, source: RefiSource, spans: Sequence[Span | None]) -> None:
        """Take what is said of some words of a source; what cannot be placed stays behind."""
        article = source.article
        for element, told, span in zip(
            source.selecting, source.selections.selected, spans, strict=True
        ):
            own = own_id(element)
            if own == passage_guid(guid(article.id), told.start, told.end).lower():
                continue  # found by a comparison, which is made again
            if span is None:
                words = told.name or f"{told.start}–{told.end}"
                self._losses.add(words, article.headline, LossReason.NOT_FOUND)
                continue
            self._spend(span.length)
            selector = self._selectors[own] = select(article.id, article.text, span)
            around = element.getparent()
            if around is not None and local_name(around) == NOTE:
                self._say_note(own_id(around), Target((selector,)), element)
            elif own in self._passages:
                note, place = self._passages[own]
                self._members.setdefault(note, {})[place] = (selector, element)
            else:
                self._say(element, Target((selector,)))

    def take_passages(self) -> None:
        """Take the annotations on several passages that Crossread has told as notes."""
        for id_, members in self._members.items():
            note = self._notes[id_]
            ordered = [members[place] for place in sorted(members)]
            target = Target(tuple(selector for selector, _ in ordered))
            tags = self._tags_of(ordered[0][1].iterchildren("{*}Coding"))
            self._add(id_, target, tags, self._text(id_), note)

    def take_article(self, source: RefiSource) -> None:
        """Take what is said of a source as such: each note, and the codings that have none."""
        element, target = source.element, Target((), source.article.id)
        codings = list(element.iterchildren("{*}Coding"))
        for id_ in self._notes_on(element):
            if id_ in self._notes and id_ not in self._quoting:
                own = [one for one in codings if id_ in _targets(one, "NoteRef")]
                codings = [one for one in codings if one not in own]
                self._add(id_, target, self._tags_of(own), self._text(id_), self._notes[id_])
        if memo := _described(element):
            self._add(derived("description", own_id(element)), target, (), memo, element)
        self._say_codings(codings, target, element)

    def take_links(self) -> None:
        """Take links between two selections as annotations on both; others stay behind.

        Those of a note with something are told where that is.
        """
        for link in children(self._root, "Links"):
            ends = [own_id(link, name) for name in ("originGUID", "targetGUID")]
            upper = [end.upper() for end in ends]
            if own_id(link).upper() == link_guid("pair", upper[0], upper[1]):
                self._told.add(derived("note", own_id(link).upper()).lower())
            elif own_id(link).upper() == link_guid("parts", upper[0], upper[1]):
                continue
            elif [end in self._told for end in ends if end in self._notes] != [True]:
                self._take_link(link, ends)

    def take_project(self) -> None:
        """Take the notes that nothing else has, and what the project says of itself."""
        for id_, note in self._notes.items():
            quoting = sum(1 for _ in note.iterchildren("{*}PlainTextSelection"))
            if quoting and id_ not in self._quoting:
                self._losses.add("PlainTextSelection", "Note", LossReason.NO_PLACE, quoting)
            if id_ not in self._told:
                tags = self._tags_of(note.iterchildren("{*}Coding"))
                self._add(id_, Target(), tags, self._text(id_), note)
        if memo := _described(self._root):
            self._add(derived("description", "project", memo), Target(), (), memo, self._root)

    def _take_link(self, link: _Element, ends: Sequence[str]) -> None:
        found = [self._selectors[end] for end in ends if end in self._selectors]
        name = link.get("name") or ""
        if len(found) < len(ends):
            self._losses.add(name or "Link", "", LossReason.NO_PLACE)
        else:
            notes = [self._text(id_) for id_ in _targets(link, "NoteRef")]
            self._add(own_id(link), Target(tuple(found)), (), _joined((name, *notes)), link)

    def _say_note(self, id_: str, target: Target, element: _Element) -> None:
        """Take a note on words that it selects itself."""
        self._quoting.add(id_)
        tags = self._tags_of(element.iterchildren("{*}Coding"))
        self._add(id_, target, tags, self._text(id_), self._notes[id_])

    def _say(self, element: _Element, target: Target) -> None:
        """Take what a selection says: of each person what that one has coded."""
        codings = list(element.iterchildren("{*}Coding"))
        author = self._author(element) or next(map(self._author, codings), "")
        own = [one for one in codings if self._author(one) in ("", author)]
        notes = [id_ for one in (element, *own) for id_ in self._notes_on(one)]
        memo = _joined((_described(element), *map(self._text, dict.fromkeys(notes))))
        tags = self._tags_of(own)
        coded = [id_ for one in codings for id_ in _targets(one, "CodeRef")]
        if tags or memo or not coded or not set(coded) <= self._cases.keys():
            self._add(own_id(element), target, tags, memo, element, author)
        self._say_codings([one for one in codings if one not in own], target, element)

    def _say_codings(self, codings: Iterable[_Element], target: Target, where: _Element) -> None:
        """Take codings as one annotation for each person who has made some."""
        people: dict[str, list[_Element]] = {}
        for coding in codings:
            people.setdefault(self._author(coding), []).append(coding)
        for author, own in people.items():
            notes = [id_ for one in own for id_ in _targets(one, "NoteRef")]
            memo = _joined(map(self._text, dict.fromkeys(notes)))
            signed = author or self._author(where)
            self._add(own_id(own[0]), target, self._tags_of(own), memo, own[0], signed)

    def _add(
        self,
        id_: str,
        target: Target,
        tags: Iterable[str],
        memo: str,
        signed: _Element,
        author: str = "",
    ) -> None:
        own, number = id_.lower(), 0
        while own in self._taken:
            number += 1
            own = derived("again", id_, str(number)).lower()
        self._taken.add(own)
        self._spend(len(memo))
        created, changed = _time(signed, "creationDateTime"), _time(signed, "modifiedDateTime")
        who = author or self._author(signed)
        self.annotations.append(
            Annotation(own, target, tuple(dict.fromkeys(tags)), memo, who, created, changed)
        )

    def _spend(self, characters: int) -> None:
        self._left -= characters
        if self._left < 0:
            raise FileError(str(self._parts.path), FileProblem.TOO_LARGE, str(MAX_CHARACTERS))

    def _tags_of(self, codings: Iterable[_Element]) -> tuple[str, ...]:
        targets = [id_ for coding in codings for id_ in _targets(coding, "CodeRef")]
        for id_ in targets:
            if id_ in self._cases:  # words that NVivo puts into a case
                self._losses.add(self._cases[id_], "", LossReason.NO_PLACE)
            elif id_ not in self._tags:
                self._losses.add("CodeRef", "", LossReason.DAMAGED)
        return tuple(self._tags[id_] for id_ in targets if id_ in self._tags)

    def _text(self, id_: str) -> str:
        """Return what a note says, with its name where that says more, and count it as told."""
        note = self._notes.get(id_)
        if note is None:
            return ""
        self._told.add(id_)
        if id_ not in self._texts:
            self._texts[id_] = self._read(note)
        return self._texts[id_]

    def _read(self, note: _Element) -> str:
        text = (text_in(self._parts, note) or "").replace("\r\n", "\n").replace("\r", "\n")
        memo = _joined((text, _described(note)))
        name = note.get("name") or ""
        has_name = to_printable(memo).strip().startswith(name.strip())
        return memo if has_name else _joined((name, memo))

    def _author(self, element: _Element) -> str:
        """Return who has made something, "" where nobody is named."""
        told = element.get("creatingUser") or element.get("modifyingUser") or ""
        return self._users.get(guid(told).lower(), "") if told else ""

    def _notes_on(self, element: _Element) -> list[str]:
        """Return the notes that something refers to, and those linked with it, as NVivo does."""
        return [*_targets(element, "NoteRef"), *self._linked.get(own_id(element), ())]

    def _known_links(self) -> dict[str, list[str]]:
        """Return the notes that links join with something else, by what that is."""
        linked: dict[str, list[str]] = {}
        for link in children(self._root, "Links"):
            ends = [own_id(link, name) for name in ("originGUID", "targetGUID")]
            for note, other in (ends, ends[::-1]):
                if note in self._notes and other not in self._notes:
                    linked.setdefault(other, []).append(note)
        return linked

    def _known_passages(self) -> dict[str, tuple[str, int]]:
        """Return what selections are passages of a note of ours, and which ones."""
        selections = self._root.iter("{*}PlainTextSelection")
        counts = Counter(id_ for one in selections for id_ in _targets(one, "NoteRef"))
        return {
            part_guid(id_.upper(), place).lower(): (id_, place)
            for id_, count in counts.items()
            if id_ in self._notes
            for place in range(count)
        }


def _without_cases(codes: Mapping[str, Tag], root: _Element) -> dict[str, Tag]:
    """Return the codes that are not cases as well, as NVivo has them; those below go up."""
    cases = {own_id(one) for one in children(root, "Cases")}
    left = {called: tag for called, tag in codes.items() if guid(called).lower() not in cases}
    ids = {tag.id for tag in left.values()}
    return {
        called: tag if tag.parent in ids else replace(tag, parent="")
        for called, tag in left.items()
    }


def _targets(element: _Element, name: str) -> list[str]:
    return [own_id(one, "targetGUID") for one in element.iterchildren(f"{{*}}{name}")]


def _described(element: _Element) -> str:
    told = next(element.iterchildren("{*}Description"), None)
    return (told.text if told is not None else "") or ""


def _joined(texts: Iterable[str]) -> str:
    return "\n\n".join(dict.fromkeys(text for text in texts if text.strip()))


def _time(element: _Element, name: str) -> str:
    """Return a time in UTC to the second; one without a zone counts as such."""
    try:
        told = datetime.fromisoformat((element.get(name) or "").strip())
    except ValueError:
        return ""
    known = told if told.tzinfo else told.replace(tzinfo=UTC)
    try:
        return known.astimezone(UTC).isoformat(timespec="seconds")
    except OverflowError:  # in the year 1, or 9999
        return ""
