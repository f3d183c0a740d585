"""Saved web pages: the article without the page around it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.formats.decoding import decode, unify_line_ends
from workbench.formats.publication import seen_in_text

if TYPE_CHECKING:
    from pathlib import Path

    from workbench.model.article import Article

MAX_HTML_BYTES = 32 * 1024**2

_PAGE = re.compile(r"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.I | re.S)


def is_html(head: bytes) -> bool:
    """Whether a file begins as a page does: with its doctype or root, after comments at most."""
    return _PAGE.match(decode(head)) is not None


def read_html(path: Path, data: bytes) -> Article:
    """Read the article in a page."""
    from lxml import html

    tree = html.fromstring(decode(data) or "<html/>")
    text = unify_line_ends("".join(tree.itertext()))
    return seen_in_text(text).article(path, text)
