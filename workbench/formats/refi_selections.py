"""REFI-QDA selections: what the analyst has said, as elements of another program's project."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from workbench.formats.refi_names import (
    INTERNAL,
    NAMESPACE,
    derived,
    guid,
    link_guid,
    part_guid,
    passage_guid,
)
from workbench.formats.to_printable import to_printable
from workbench.model.annotation import TargetKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lxml.etree import _Element

    from workbench.model import Annotation, Article, Passage, PassagePair, Span

NAME_LENGTH = 1_000
"""Code points of a quote that the name of a selection has at most."""

TITLE_LENGTH = 60
"""Code points of a memo that the name of a note has at most: its first line."""

LONG = 1_000_000
"""Code points from which a memo is a file: parsers of XML refuse texts of ten million bytes."""

UTC = "+00:00"

_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?")


@dataclass(slots=True)
class Source:
    """What stands below the element of a text, in the order that the schema asks for."""

    guid: str
    selections: list[_Element] = field(default_factory=list)
    codings: list[_Element] = field(default_factory=list)
    notes: list[_Element] = field(default_factory=list)


class Selections:
    """Turns annotations and pairs into selections of sources, notes and links.

    What has no time of its own has that of `made`, for some programs stumble over what has none.
    `files` are the texts that are too long for the XML, by the names of their parts; `dated` says
    as an attribute when all was made.
    """

    def __init__(
        self, articles: Iterable[Article], users: Mapping[str, str], made: str = ""
    ) -> None:
        self.dated = {"creationDateTime": _time(made)} if _time(made) else {}
        self._articles = {article.id: article for article in articles}
        self._users = users
        self.sources = {id_: Source(source_guid(one)) for id_, one in self._articles.items()}
        self.notes: list[_Element] = []
        self.links: list[_Element] = []
        self.on_project: list[_Element] = []
        self.files: dict[str, str] = {}
        self._passages: dict[str, _Element] = {}

    def annotate(self, annotation: Annotation) -> None:
        """Put an annotation in, whose words stand where its selectors say."""
        own = guid(annotation.id)
        match annotation.target.kind:
            case TargetKind.WORDS:
                self._select_words(own, annotation)
            case TargetKind.PASSAGES:
                self._select_passages(own, annotation)
            case TargetKind.ARTICLE:
                source = self.sources[annotation.target.article]
                source.codings += self._codings(own, annotation, note=own)
                source.notes.append(reference("NoteRef", own))
                self._note(own, annotation.memo, self._signed(annotation))
            case _:
                self.on_project.append(reference("NoteRef", own))
                note = self._note(own, annotation.memo, self._signed(annotation))
                note.extend(self._codings(own, annotation))

    def pair(self, pair: PassagePair) -> None:
        """Put a pair that was found in, as a link and, where links are not read, as a note."""
        ends = [self._passage(one) for one in (pair.a, pair.b)]
        link = link_guid("pair", *ends)
        note = derived("note", link)
        words = f"{pair.kind.value} {pair.similarity:.2f}"
        self._link(link, ends[0], ends[1], note, words)
        quotes = "".join(f"\n\n{self._told(one)}" for one in (pair.a, pair.b))
        self._note(note, words + quotes, self.dated)
        for end in ends:
            self._passages[end].append(reference("NoteRef", note))

    def _select_words(self, own: str, annotation: Annotation) -> None:
        (selector,) = annotation.target.selectors
        known = self._signed(annotation)
        selection = self._select(selector.article, own, selector.span, known)
        is_long = len(annotation.memo) > LONG
        if annotation.memo and not is_long:
            element("Description", selection).text = to_printable(annotation.memo)
        selection.extend(self._codings(own, annotation))
        if is_long:
            note = derived("memo", own)
            self._note(note, annotation.memo, known)
            selection.append(reference("NoteRef", note))

    def _select_passages(self, own: str, annotation: Annotation) -> None:
        """Select each passage, with the tags, and join all by links and the note with the memo."""
        known = self._signed(annotation)
        for place, selector in enumerate(annotation.target.selectors):
            part = part_guid(own, place)
            selection = self._select(selector.article, part, selector.span, known)
            selection.extend(self._codings(part, annotation))
            selection.append(reference("NoteRef", own))
            if place:
                first = part_guid(own, 0)
                self._link(link_guid("parts", first, part), first, part, own)
        self._note(own, annotation.memo, known)

    def _passage(self, passage: Passage) -> str:
        """Return the GUID of a selection of a passage, which is made once."""
        source = self.sources[passage.article].guid
        found = passage_guid(source, passage.span.start, passage.span.end)
        if found not in self._passages:
            self._passages[found] = self._select(passage.article, found, passage.span, self.dated)
        return found

    def _select(self, id_: str, own: str, span: Span, known: Mapping[str, str]) -> _Element:
        quote = span.of(self._articles[id_].text)[:NAME_LENGTH]
        made = element(
            "PlainTextSelection",
            guid=own,
            name=to_printable(quote),
            startPosition=str(span.start),
            endPosition=str(span.end),
            **known,
        )
        self.sources[id_].selections.append(made)
        return made

    def _codings(self, own: str, annotation: Annotation, note: str = "") -> list[_Element]:
        known = self._signed(annotation)
        known.pop("modifiedDateTime", None)
        codings = []
        for tag in annotation.tags:
            coding = element("Coding", guid=derived("coding", own, tag), **known)
            coding.append(reference("CodeRef", guid(tag)))
            if note:
                coding.append(reference("NoteRef", note))
            codings.append(coding)
        return codings

    def _note(self, own: str, memo: str, known: Mapping[str, str]) -> _Element:
        name = to_printable(memo.strip().partition("\n")[0][:TITLE_LENGTH])
        told = {"guid": own, **({"name": name} if name else {}), **known}
        if len(memo) > LONG:
            self.files[f"{own}.txt"] = memo
            note = element("Note", plainTextPath=f"{INTERNAL}{own}.txt", **told)
        else:
            note = element("Note", **told)
            element("PlainTextContent", note).text = to_printable(memo)
        self.notes.append(note)
        return note

    def _link(self, own: str, origin: str, target: str, note: str, name: str = "") -> None:
        known = {"name": name} if name else {}
        ends = {"originGUID": origin, "targetGUID": target}
        link = element("Link", guid=own, **known, direction="Associative", **ends)
        link.append(reference("NoteRef", note))
        self.links.append(link)

    def _signed(self, annotation: Annotation) -> dict[str, str]:
        """Return who made an annotation, and when as far as the format can tell."""
        told = {
            "creatingUser": self._users.get(annotation.author, ""),
            "creationDateTime": _time(annotation.created),
            "modifiedDateTime": _time(annotation.changed),
        }
        return self.dated | {key: value for key, value in told.items() if value}

    def _told(self, passage: Passage) -> str:
        article = self._articles[passage.article]
        source = (article.outlet, article.published, article.headline)
        return ", ".join(filter(None, source)) + ": " + passage.span.of(article.text)


def source_guid(article: Article) -> str:
    """Return the GUID of an article: that of its id and text, for ids are those of one project."""
    return derived("source", article.id, article.sha256)


def element(name: str, parent: _Element | None = None, /, **known: str) -> _Element:
    """Return a new element of the format, below another one if that is given."""
    from lxml import etree

    tag = f"{{{NAMESPACE}}}{name}"
    if parent is not None:
        return etree.SubElement(parent, tag, known)
    return etree.Element(tag, known, nsmap={None: NAMESPACE})  # type: ignore[dict-item]  # the stubs forget it


def reference(name: str, target: str) -> _Element:
    """Return an element that refers to another one by its GUID."""
    return element(name, targetGUID=target)


def _time(told: str) -> str:
    """Return a time as other programs write it, empty for what is none."""
    if not _TIME.fullmatch(told):
        return ""
    try:
        datetime.fromisoformat(told)
    except ValueError:
        return ""
    return told.removesuffix(UTC) + "Z" if told.endswith(UTC) else told
