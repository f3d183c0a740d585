"""REFI-QDA sources: the texts in another program's project, as articles of outlets."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from workbench.formats.decoding import decode, unify_line_ends
from workbench.formats.from_docx import open_docx
from workbench.formats.refi_names import ARTICLE_VARIABLES, DAY, OUTLET_VARIABLES, guid
from workbench.formats.refi_readings import Selected, Selections
from workbench.formats.xml_tree import local_name
from workbench.model.article import Article
from workbench.model.errors import FileError
from workbench.model.exchange import Loss, LossReason
from workbench.model.outlet import Outlet

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from lxml.etree import _Element

    from workbench.formats.refi_parts import RefiParts

_ALIASES = {
    "title": "headline",
    "author": "byline",
    "date": "published",
    "publication date": "published",
    "link": "url",
    "address": "url",
    "pages": "page",
    "outlet": "outlet",
    "source": "outlet",
    "newspaper": "outlet",
    "publication": "outlet",
    "publisher": "outlet",
}
_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d(?:T.*)?)?)?")
_OF_FILES = (".txt", ".docx", ".doc", ".pdf", ".rtf", ".odt", ".md")


class Losses:
    """What is not carried over, the same things counted together."""

    def __init__(self) -> None:
        self._counts: Counter[tuple[str, str, LossReason]] = Counter()

    def add(self, what: str, where: str, reason: LossReason, count: int = 1) -> None:
        """Count something that stays behind."""
        self._counts[what, where, reason] += count

    def all(self) -> tuple[Loss, ...]:
        """Return all of them, in the order in which they were met."""
        return tuple(Loss(*known, count) for known, count in self._counts.items())


@dataclass(frozen=True, slots=True)
class RefiSource:
    """A text with its article, the element that tells of it, and those that select words of it."""

    article: Article
    element: _Element
    selecting: tuple[_Element, ...]
    selections: Selections


def read_sources(parts: RefiParts, root: _Element, losses: Losses) -> tuple[RefiSource, ...]:
    """Return the sources that are text, or have one; the ids of their articles are their GUIDs.

    Cases without a name tell more of their sources, as Quirkos and MAXQDA have them.
    """
    names = {own_id(one): one.get("name") or "" for one in root.iter("{*}Variable")}
    notes = {own_id(one): one for one in children(root, "Notes")}
    outlets = _outlets_of(root, losses)
    telling = {
        source: case
        for case in children(root, "Cases")
        if not case.get("name")
        for source in _sources_of(case)
    }
    found: dict[str, RefiSource] = {}
    for element in children(root, "Sources"):
        texts = _texts(parts, element)
        if texts is None:
            selected = sum(local_name(one).endswith("Selection") for one in element)
            is_text = local_name(element) == "TextSource"
            reason = LossReason.UNREADABLE if is_text else LossReason.NOT_TEXT
            losses.add(_name(element), "", reason, max(1, selected))
            continue
        told, raw = texts
        case = telling.get(own_id(element), element)
        values = dict(value for one in (case, element) for value in _values(one, names))
        article = _article(element, unify_line_ends(raw), values, names, losses)
        if not article.outlet:
            article = replace(article, outlet=outlets.get(article.id, ""))
        selecting = (*told.iterchildren("{*}PlainTextSelection"), *_noting(element, notes))
        drawn = sum(1 for _ in element.iterchildren("{*}PDFSelection"))
        if drawn:
            losses.add("PDFSelection", article.headline, LossReason.NOT_TEXT, drawn)
        selections = Selections(raw, article.text, tuple(map(_selected, selecting)))
        placed = RefiSource(article, element, selecting, selections)
        found.setdefault(article.id, placed)
    return tuple(found.values())


def read_outlets(root: _Element) -> tuple[Outlet, ...]:
    """Return the cases that sources are of, or of which something is known, as outlets."""
    names = {own_id(one): one.get("name") or "" for one in root.iter("{*}Variable")}
    outlets: dict[str, Outlet] = {}
    for case in children(root, "Cases"):
        known = {key: value for key, value in _values(case, names) if key in OUTLET_VARIABLES}
        name = case.get("name") or ""
        if name and (known or next(case.iterchildren("{*}SourceRef"), None) is not None):
            outlets.setdefault(name, Outlet(name, **known))
    return tuple(outlets.values())


def own_id(element: _Element, attribute: str = "guid") -> str:
    """Return the GUID that an attribute tells in lower case, one that follows from any other id."""
    return guid(element.get(attribute) or "").lower()


def children(root: _Element, name: str) -> Iterator[_Element]:
    """Yield what stands in the parts of a project that have this name."""
    for part in root.iterchildren(f"{{*}}{name}"):
        yield from part.iterchildren("*")


def text_in(parts: RefiParts, element: _Element) -> str | None:
    """Return the plain text of a source or a note as it stands there, None where it has none."""
    content = next(element.iterchildren("{*}PlainTextContent"), None)
    if content is not None and content.text:
        return content.text
    try:
        if plain := parts.read(element.get("plainTextPath") or ""):
            return decode(plain)
        rich = parts.read(element.get("richTextPath") or "")
        return _rich_text(parts.path, rich) if rich else None
    except FileError:
        return None


def _rich_text(path: Path, data: bytes) -> str:
    return "\n".join(paragraph.text for paragraph in open_docx(path, data).paragraphs)


def _texts(parts: RefiParts, element: _Element) -> tuple[_Element, str] | None:
    """Return the element that selects words of a source, and its text; None where it has none."""
    kind = local_name(element)
    if kind == "TextSource":
        raw = text_in(parts, element)
        return (element, raw) if raw and raw.strip() else None
    if kind != "PDFSource":
        return None
    for told in element.iterchildren("{*}Representation"):
        raw = text_in(parts, told)
        if raw and raw.strip():
            return told, raw
    raw = _pdf_text(parts, element)
    return (element, raw) if raw else None


def _pdf_text(parts: RefiParts, element: _Element) -> str:
    from workbench.formats.from_pdf import read_pdf

    try:
        data = parts.read(element.get("path") or "")
        articles = read_pdf(parts.path, data).articles if data else ()
    except FileError:
        return ""
    return next((article.text for article in articles), "")


def _noting(element: _Element, notes: Mapping[str, _Element]) -> Iterator[_Element]:
    """Yield the selections of words of a source that notes on it make, as QualCoder has them."""
    for one in element.iterchildren("{*}NoteRef"):
        note = notes.get(own_id(one, "targetGUID"))
        if note is not None:
            yield from note.iterchildren("{*}PlainTextSelection")


def _selected(element: _Element) -> Selected:
    try:
        start, end = int(element.get("startPosition") or ""), int(element.get("endPosition") or "")
    except ValueError:
        start, end = -1, -1
    return Selected(start, end, element.get("name") or "")


def _outlets_of(root: _Element, losses: Losses) -> dict[str, str]:
    """Return the names of the first cases that sources are of; further cases are counted."""
    outlets: dict[str, str] = {}
    for case in children(root, "Cases"):
        name = case.get("name") or ""
        sources = _sources_of(case) if name else ()
        others = sum(outlets.setdefault(source, name) != name for source in sources)
        kinds = ("{*}SelectionRef", "{*}CodeRef")
        others += sum(1 for _ in case.iterchildren(*kinds))
        if others:
            losses.add(name or "Case", "", LossReason.NO_PLACE, others)
    return outlets


def _sources_of(case: _Element) -> list[str]:
    return [own_id(one, "targetGUID") for one in case.iterchildren("{*}SourceRef")]


def _values(element: _Element, names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the names of the variables of a source or a case with their values."""
    for value in element.iterchildren("{*}VariableValue"):
        variable = told = ""
        for one in value.iterchildren("*"):
            if local_name(one) == "VariableRef":
                variable = names.get(own_id(one, "targetGUID"), "")
            else:
                told = one.text or ""
        if variable and told:
            yield variable, told


def _article(
    element: _Element,
    text: str,
    values: Mapping[str, str],
    names: Mapping[str, str],
    losses: Losses,
) -> Article:
    known: dict[str, Any] = {}
    for name, value in values.items():
        field = name if name in ARTICLE_VARIABLES and name != DAY else _field(name)
        if field == "printed_words":
            known[field] = int(value) if value.isdecimal() and len(value) < len(str(10**9)) else 0
        elif field and (field == name or _is_fit(field, value)):
            known.setdefault(field, value)
        else:
            losses.add(name, "", LossReason.NO_PLACE)
    if "headline" not in names.values():
        known.setdefault("headline", _name(element))
    return Article(own_id(element), text, **known)


def _field(name: str) -> str:
    plain = " ".join(name.replace("_", " ").split()).casefold()
    return _ALIASES.get(plain, plain if plain in ARTICLE_VARIABLES else "")


def _is_fit(field: str, value: str) -> bool:
    return field != "published" or _DATE.fullmatch(value) is not None


def _name(element: _Element) -> str:
    """Return what a source is called, without the ending that the name of a file has."""
    name = element.get("name") or local_name(element)
    path = PurePosixPath(name)
    return name[: -len(path.suffix)] if path.suffix.casefold() in _OF_FILES else name
