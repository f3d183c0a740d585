"""Saved web pages: the article without the page around it, and what the page tells of it."""

from __future__ import annotations

import copy
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.formats.decoding import decode
from workbench.formats.page_publication import page_publication
from workbench.formats.page_tree import blocks_below, drop, page_source, page_tree
from workbench.formats.publication import Publication
from workbench.formats.saving import saved_on

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from lxml.html import HtmlElement

    from workbench.model.article import Article

MAX_HTML_BYTES = 32 * 1024**2
MAX_ARTICLE_ELEMENTS = 50_000  # above, the page is read plainly: the search for its article is slow

_PAGE = re.compile(
    r"\s*+(?><\?xml[^>]*>\s*|<!--.*?-->\s*)*+<(?:!doctype\s+html|html|head)\b",
    re.IGNORECASE | re.DOTALL,
)
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


def is_html(head: bytes) -> bool:
    """Whether a file begins as a page does: with its doctype or root, after comments at most."""
    return _PAGE.match(decode(head)) is not None


def read_html(path: Path, data: bytes) -> Article:
    """Read the article in a page; raises FileError where the bytes are no text.

    Paragraphs are separated by a blank line. The headline is not repeated in the text. No
    address in the page is ever followed.
    """
    source = page_source(path, data)
    tree = page_tree(path, source)
    if tree is None:
        return Publication().article(path, "")
    publication = replace(page_publication(tree), retrieved=saved_on(source))
    drop(tree, _UNSEEN)
    blocks = _article_blocks(tree) or _page_blocks(tree)
    return publication.article(path, "\n\n".join(_after_headline(blocks, publication.headline)))


def _article_blocks(tree: HtmlElement) -> list[str]:
    """Find the article's paragraphs, as trafilatura sees them."""
    from trafilatura import bare_extraction

    if sum(1 for _ in tree.iter()) > MAX_ARTICLE_ELEMENTS:
        return []
    found = bare_extraction(copy.deepcopy(tree), include_comments=False, include_formatting=False)
    body = getattr(found, "body", None)
    blocks = [] if body is None else list(blocks_below(body))
    return _divided(blocks[0], blocks_below(tree)) if len(blocks) == 1 else blocks


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
    drop(tree, _AROUND)
    return list(blocks_below(tree))


def _after_headline(blocks: list[str], headline: str) -> list[str]:
    """Leave out the headline and the little that stands above it, such as a menu or a section."""
    for index, block in enumerate(blocks):
        if headline and " ".join(block.split()) == headline:
            above, below = "".join(blocks[:index]), "".join(blocks[index + 1 :])
            return blocks[index + 1 :] if len(above) * 5 < len(below) else blocks
    return blocks
