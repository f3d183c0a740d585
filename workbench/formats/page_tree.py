"""The tree of a web page, and the paragraphs below any of its elements."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.formats.decoding import decode, is_binary, unify_line_ends
from workbench.formats.xml_tree import went_too_deep
from workbench.model.errors import FileError, FileProblem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from lxml.etree import _Element
    from lxml.html import HtmlElement

MAX_LEVELS = 2_048  # of elements in elements: the parser goes no deeper
DECLARATION_BYTES = 4_096  # browsers look for the declared encoding in the first 1,024

_NO_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_BLOCKS = frozenset(
    [
        *("address", "article", "blockquote", "body", "cell", "dd", "details", "div", "dl", "dt"),
        *("fieldset", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "head", "hr"),
        *("item", "li", "list", "main", "ol", "p", "pre", "quote", "row", "section", "summary"),
        *("table", "td", "th", "tr", "ul"),
    ]
)


def page_source(path: Path, data: bytes) -> str:
    """Decode a page, as it declares where that is true; raises FileError where it is no text."""
    declared = _DECLARED.search(data[:DECLARATION_BYTES])
    text = decode(data, declared[1].decode("ascii", "replace") if declared else "")
    if is_binary(text):
        raise FileError(str(path), FileProblem.UNKNOWN, "binary")
    return text


def page_tree(path: Path, text: str) -> HtmlElement | None:
    """Parse a page, None where nothing stands in it.

    It is given to the parser as UTF-8, so that no declaration in it counts any more. Raises
    FileError where elements stand in elements more than MAX_LEVELS deep: the parser would leave
    out all that follows and say nothing.
    """
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_pis=True, huge_tree=True)
    try:
        tree = html.document_fromstring(text.encode("utf-8", "replace"), parser)
    except etree.ParserError:  # nothing but comments and white space
        return None
    if went_too_deep(parser.error_log):
        raise FileError(str(path), FileProblem.TOO_LARGE, f"{MAX_LEVELS} levels")
    _clean(tree)
    return tree


def _clean(tree: HtmlElement) -> None:
    """Put spaces for characters that lxml reads but refuses to write: trees are changed."""
    for element in tree.iter():
        element.text = _NO_XML.sub(" ", element.text) if element.text else None
        element.tail = _NO_XML.sub(" ", element.tail) if element.tail else None


def shown_tree(path: Path, text: str) -> HtmlElement | None:
    """Parse a page and take out what is never shown, None where nothing stands in it.

    Raises FileError as `page_tree` does.
    """
    tree = page_tree(path, text)
    if tree is not None:
        drop(tree, ("script", "style", "title"))
    return tree


def drop(tree: HtmlElement, names: tuple[str, ...]) -> None:
    """Take out comments, elements of the given names, and those that the page itself hides."""
    from lxml import etree

    etree.strip_tags(tree, etree.Comment)
    hidden = tree.xpath(
        './/body//*[@hidden or contains(translate(@style, " ", ""), "display:none")]'
    )
    for element in (*tree.iter(*names), *hidden):
        if element.getparent() is not None:
            element.drop_tree()


def taken_apart(elements: Iterable[HtmlElement]) -> list[HtmlElement]:
    """Take each element out of any other that it stands in: the tree is changed.

    Where a page leaves out end tags, each would hold all that follow it as well, and theirs.
    """
    found = list(dict.fromkeys(elements))
    known = set(found)
    within = [each for each in found if not known.isdisjoint(each.iterancestors())]
    for each in within:
        each.drop_tree()
        each.tail = None  # which the outer one has kept
    return found


def blocks_below(root: _Element) -> Iterator[str]:
    """List the paragraphs below an element: blocks, and what two line breaks separate."""
    from lxml import etree

    pieces: list[str] = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        name = element.tag
        mark = (
            "\n\n" if name in _BLOCKS else "\n" if name in {"br", "lb"} and event == "start" else ""
        )
        pieces.append(mark)
        following = element.text if event == "start" else element.tail
        pieces.append(re.sub("[ \t\n\r\f]+", " ", unify_line_ends(following or "")))
    for block in re.split(r"\n[ \n]*\n", "".join(pieces)):
        lines = (line.strip(" ") for line in block.split("\n"))
        text = "\n".join(line for line in lines if line)
        if text.strip():
            yield text
