"""Saved web pages: the article without the page around it, and what the page tells of it."""

from __future__ import annotations

import copy
import re
from typing import TYPE_CHECKING

from workbench.formats.decoding import decode, is_binary, unify_line_ends
from workbench.formats.page_publication import page_publication
from workbench.formats.publication import Publication
from workbench.model.errors import FileError, FileProblem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from lxml.etree import _Element
    from lxml.html import HtmlElement

    from workbench.model.article import Article

MAX_HTML_BYTES = 32 * 1024**2
MAX_ARTICLE_ELEMENTS = 50_000  # above, the page is read plainly: the search for its article is slow
DECLARATION_BYTES = 4_096  # browsers look for the declared encoding in the first 1,024

_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head)\b",
    re.IGNORECASE | re.DOTALL,
)
_NO_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_UNSEEN = (
    *(
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "math",
        "iframe",
        "object",
        "canvas",
        "nav",
    ),
    *("select", "button", "textarea", "audio", "video"),
)
_AROUND = ("head", "header", "footer", "aside", "form")
_BLOCKS = frozenset(
    [
        *("address", "article", "blockquote", "body", "cell", "dd", "details", "div", "dl", "dt"),
        *("fieldset", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "head", "hr"),
        *("item", "li", "list", "main", "ol", "p", "pre", "quote", "row", "section", "summary"),
        *("table", "td", "th", "tr", "ul"),
    ]
)


def is_html(head: bytes) -> bool:
    """Whether a file begins as a page does: with its doctype or root, after comments at most."""
    return _PAGE.match(decode(head)) is not None


def read_html(path: Path, data: bytes) -> Article:
    """Read the article in a page; raises FileError where the bytes are no text.

    Paragraphs are separated by a blank line. The headline is not repeated in the text. No
    address in the page is ever followed.
    """
    declared = _DECLARED.search(data[:DECLARATION_BYTES])
    text = decode(data, declared[1].decode("ascii", "replace") if declared else "")
    if is_binary(text):
        raise FileError(str(path), FileProblem.UNKNOWN, "binary")
    tree = _parse(text)
    if tree is None:
        return Publication().article(path, "")
    _clean(tree)
    publication = page_publication(tree)
    _drop(tree, _UNSEEN)
    blocks = _article_blocks(tree) or _page_blocks(tree)
    return publication.article(path, "\n\n".join(_after_headline(blocks, publication.headline)))


def _parse(text: str) -> HtmlElement | None:
    """Parse a page; it is given as UTF-8, so that no declaration in it counts any more."""
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_pis=True)
    try:
        return html.document_fromstring(text.encode("utf-8"), parser)
    except etree.ParserError:  # nothing but comments and white space
        return None


def _clean(tree: HtmlElement) -> None:
    """Put spaces for characters that lxml reads but refuses to write: trees are changed."""
    for element in tree.iter():
        element.text = _NO_XML.sub(" ", element.text) if element.text else None
        element.tail = _NO_XML.sub(" ", element.tail) if element.tail else None


def _drop(tree: HtmlElement, names: tuple[str, ...]) -> None:
    """Take out comments, elements of the given names, and those that the page itself hides."""
    from lxml import etree

    etree.strip_tags(tree, etree.Comment)
    hidden = tree.xpath(
        './/body//*[@hidden or contains(translate(@style, " ", ""), "display:none")]'
    )
    for element in (*tree.iter(*names), *hidden):
        if element.getparent() is not None:
            element.drop_tree()


def _article_blocks(tree: HtmlElement) -> list[str]:
    """Find the article's paragraphs, as trafilatura sees them."""
    from trafilatura import bare_extraction

    if sum(1 for _ in tree.iter()) > MAX_ARTICLE_ELEMENTS:
        return []
    found = bare_extraction(copy.deepcopy(tree), include_comments=False, include_formatting=False)
    body = getattr(found, "body", None)
    blocks = [] if body is None else list(_blocks(body))
    return _divided(blocks[0], _blocks(tree)) if len(blocks) == 1 else blocks


def _divided(whole: str, page: Iterator[str]) -> list[str]:
    """Divide into the page's own paragraphs what was found in one piece, as in short articles."""
    parts, expected, reached = [], "".join(whole.split()), 0
    for block in page:
        letters = "".join(block.split())
        if expected.startswith(letters, reached):
            parts.append(block)
            reached += len(letters)
    return parts if reached == len(expected) else [whole]


def _page_blocks(tree: HtmlElement) -> list[str]:
    """List all readable paragraphs of a page in which no article was found."""
    _drop(tree, _AROUND)
    return list(_blocks(tree))


def _blocks(root: _Element) -> Iterator[str]:
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


def _after_headline(blocks: list[str], headline: str) -> list[str]:
    """Leave out the headline and the little that stands above it, such as a menu or a section."""
    for index, block in enumerate(blocks):
        if headline and " ".join(block.split()) == headline:
            above, below = "".join(blocks[:index]), "".join(blocks[index + 1 :])
            return blocks[index + 1 :] if len(above) * 5 < len(below) else blocks
    return blocks
