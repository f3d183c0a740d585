"""Manual places: which page of the manual tells of the part of the window that has the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

PLACES = {
    "articles_list": "reading-panes",
    "passages_list": "reading-from-passage-to-passage",
    "collation": "passages-the-collation",
    "decisions_list": "passages-decide",
    "boilerplate_list": "passages-what-was-left-out",
    "wording_list": "wording",
    "terms_list": "wording-terms",
    "quotations_list": "quotations",
    "matrix": "overview-matrix",
    "timeline": "overview-timeline",
    "find": "searching-find",
    "search_list": "searching-search",
    "annotate": "annotating",
    "codebook_list": "codebook",
    "annotations_list": "lists-the-list",
    "counts_list": "lists-the-counts",
    "review_list": "revisions-annotations-follow-their-words",
    "changes": "revisions-what-changed",
    "details": "details-articles",
    "outlets_list": "details-outlets",
    "import_files": "importing-the-look-before-anything-is-stored",
    "import_reports": "importing-reports",
    "import_exchange": "importing-other-programs",
    "export": "exporting",
    "backups": "projects-backups",
    "keys": "window-keys-of-your-own",
}
"""Parts by their object names, which are those of the actions that show them; pages by anchors."""


def place_told_of(part: QWidget | None) -> str:
    """Return the page, or the heading, that tells of a part or of what it is in; "" for none."""
    while part is not None:
        if part.objectName() in PLACES:
            return PLACES[part.objectName()]
        part = part.parentWidget()
    return ""
