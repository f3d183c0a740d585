"""Word documents: paragraphs in order, as the document reads with its tracked changes accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.formats.decoding import unify_line_ends
from workbench.formats.document import Document, Paragraph, document_article
from workbench.formats.package import BROKEN_ZIP, COMPRESSIONS, ENCRYPTED_FLAG, whole_zip
from workbench.formats.publication import Publication
from workbench.formats.signatures import OLE, ZIP
from workbench.formats.xml_tree import local_name, parse_xml
from workbench.model.errors import FileError, FileProblem
from workbench.model.progress import Report, silent

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path
    from zipfile import ZipFile

    from lxml.etree import _Element

    from workbench.model.article import Article

MAX_DOCX_BYTES = 64 * 1024**2
MAX_EXPANDED_BYTES = 256 * 1024**2  # of all parts together, as the package declares
MAX_PART_BYTES = 64 * 1024**2  # the text of a thousand novels; in memory it grows tenfold
MAX_PARTS = 10_000

REPORT_EVERY = 500  # paragraphs: often enough to stop at once, too seldom to cost time

_MAIN_PART = "word/document.xml"
_PROPERTIES_PART = "docProps/core.xml"
_CUSTOM_PART = "docProps/custom.xml"
_DELIVERED = "LADocCount"  # a property that Nexis sets
_KIND_BY_FOLDER = {"xl": "xlsx", "ppt": "pptx", "visio": "vsdx"}
_SKIPPED = frozenset(  # deleted text, second copies of the same words, and what is not text
    ["del", "moveFrom", "Fallback", "rt", "pPr", "rPr", "sectPr", "instrText", "delText"]
)
_MARKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}


def is_docx(head: bytes) -> bool:
    """Whether a file begins like a ZIP, or like the container of encrypted documents."""
    return head.startswith((ZIP, OLE))


def read_docx(path: Path, data: bytes) -> Article:
    """Read the article in a Word document; raises FileError.

    Table cells are paragraphs of their own; notes, comments, headers and footers are left out.
    """
    return document_article(path, open_docx(path, data))


def open_docx(path: Path, data: bytes, report: Report = silent) -> Document:
    """Open a Word document; raises FileError.

    `report` is asked now and then and may raise Cancelled.
    """
    if not data.startswith(ZIP):
        raise FileError(str(path), *_container_problem(data))
    try:
        with whole_zip(data) as package:
            _check_bounds(path, package)
            main = _main_part(path, package)
            links = _links(path, package, main)
            paragraphs = tuple(_paragraphs(parse_xml(path, package.read(main)), links, report))
            return Document(paragraphs, _core_properties(path, package), _delivered(path, package))
    except BROKEN_ZIP as error:
        ours = b"[Content_Types].xml" in data or b"word/" in data
        problem = (FileProblem.DAMAGED,) if ours else (FileProblem.UNKNOWN, "zip")
        raise FileError(str(path), *problem) from error


def _container_problem(data: bytes) -> tuple[FileProblem, str]:
    """Tell what an OLE container is by the names of its streams."""
    if not data.startswith(OLE):
        return FileProblem.UNKNOWN, ""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return FileProblem.ENCRYPTED, ""
    return FileProblem.UNKNOWN, "doc" if "WordDocument".encode("utf-16-le") in data else "ole"


def _check_bounds(path: Path, package: ZipFile) -> None:
    """Refuse what would not fit, by the declared sizes: `zipfile` never expands beyond them."""
    parts = package.infolist()
    if len(parts) > MAX_PARTS:
        raise FileError(str(path), FileProblem.TOO_LARGE, f"{MAX_PARTS} parts")
    if sum(part.file_size for part in parts) > MAX_EXPANDED_BYTES:
        raise FileError(str(path), FileProblem.TOO_LARGE, str(MAX_EXPANDED_BYTES))
    texts = [part for part in parts if part.filename.endswith((".xml", ".rels"))]
    if any(part.file_size > MAX_PART_BYTES for part in texts):
        raise FileError(str(path), FileProblem.TOO_LARGE, str(MAX_PART_BYTES))
    if any(part.flag_bits & ENCRYPTED_FLAG for part in parts):
        raise FileError(str(path), FileProblem.ENCRYPTED)
    if any(part.compress_type not in COMPRESSIONS for part in texts):
        raise FileError(str(path), FileProblem.DAMAGED)


def _main_part(path: Path, package: ZipFile) -> str:
    """Find the part that holds the text: Word itself does not always call it document.xml."""
    names = package.namelist()
    if "_rels/.rels" in names:
        for relation in parse_xml(path, package.read("_rels/.rels")):
            if (relation.get("Type") or "").endswith("/officeDocument"):
                target = (relation.get("Target") or "").lstrip("/")
                if target in names and target.startswith("word/"):
                    return target
    if _MAIN_PART in names:
        return _MAIN_PART
    folders = {name.partition("/")[0] for name in names}
    kind = next((kind for folder, kind in _KIND_BY_FOLDER.items() if folder in folders), "zip")
    raise FileError(str(path), FileProblem.UNKNOWN, kind)


def _links(path: Path, package: ZipFile, main: str) -> dict[str, str]:
    """Return the addresses that the main part links to, by the names it gives them."""
    folder, _, name = main.rpartition("/")
    part = f"{folder}/_rels/{name}.rels"
    relations = parse_xml(path, package.read(part)) if part in package.namelist() else ()
    return {
        relation.get("Id") or "": relation.get("Target") or ""
        for relation in relations
        if (relation.get("Type") or "").endswith("/hyperlink")
    }


def _paragraphs(
    document: _Element, links: Mapping[str, str], report: Report
) -> Iterator[Paragraph]:
    """List the paragraphs that hold text; a text box follows the paragraph it hangs on."""
    from lxml import etree

    paragraphs: list[_Pieces] = []
    still_open: list[_Pieces] = []
    walker = etree.iterwalk(document, events=("start", "end"))
    for event, element in walker:
        name = local_name(element)
        if event == "start" and name in _SKIPPED:
            walker.skip_subtree()
        elif event == "start" and name == "p":
            if len(paragraphs) % REPORT_EVERY == 0:
                report(0, 1)
            paragraphs.append(_Pieces())
            still_open.append(paragraphs[-1])
        elif event == "start" and still_open:
            still_open[-1].take(name, element, links)
        elif event == "end" and name == "p":
            still_open.pop()
    found = (pieces.paragraph() for pieces in paragraphs)
    return (paragraph for paragraph in found if paragraph.text)


class _Pieces:
    """A paragraph while it is read."""

    __slots__ = ("_texts", "_url")

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._url = ""

    def take(self, name: str, element: _Element, links: Mapping[str, str]) -> None:
        if name == "hyperlink":
            targets = (links.get(value, "") for value in map(str, element.attrib.values()))
            self._url = self._url or next(filter(None, targets), "")
        else:
            self._texts.append((element.text or "") if name == "t" else _MARKS.get(name, ""))

    def paragraph(self) -> Paragraph:
        return Paragraph(unify_line_ends("".join(self._texts)).strip(" \n\t"), self._url)


def _delivered(path: Path, package: ZipFile) -> int | None:
    """How many documents a news database says it has delivered in this package."""
    if _CUSTOM_PART not in package.namelist():
        return None
    for each in parse_xml(path, package.read(_CUSTOM_PART)):
        count = "".join(child.text or "" for child in each).strip()
        if each.get("name") == _DELIVERED and count.isdecimal():
            return int(count)
    return None


def _core_properties(path: Path, package: ZipFile) -> Publication:
    if _PROPERTIES_PART not in package.namelist():
        return Publication()
    values = {local_name(e): e.text or "" for e in parse_xml(path, package.read(_PROPERTIES_PART))}
    return Publication.told(
        headline=values.get("title", ""),
        byline=values.get("creator", ""),
        published=values.get("created", "")[:10],
    )
