"""What was copied from a web page: all that was selected, paragraph by paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.formats.decoding import unify_line_ends
from workbench.formats.page_publication import page_publication
from workbench.formats.page_tree import blocks_below, drop, page_tree
from workbench.formats.publication import Publication, seen_in_text

if TYPE_CHECKING:
    from pathlib import Path

    from workbench.model.article import Article

_UNSEEN = ("head", "script", "style", "noscript", "template", "svg", "button", "select", "textarea")


def read_selection(path: Path, page: str) -> Article:
    """Read the words that were selected in a page; no search for its article leaves any out.

    The headline is not repeated in the text. No address in the page is ever followed. Raises
    FileError where its elements are too deep in each other.
    """
    tree = page_tree(path, unify_line_ends(page))
    if tree is None:
        return Publication().article(path, "")
    publication = page_publication(tree)
    drop(tree, _UNSEEN)
    blocks = list(blocks_below(tree))
    if blocks and publication.headline and " ".join(blocks[0].split()) == publication.headline:
        del blocks[0]
    text = "\n\n".join(blocks)
    return publication.or_else(seen_in_text(text)).article(path, text)
