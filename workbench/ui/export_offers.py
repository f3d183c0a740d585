"""Export offers: what of a project can go out, and what to do where there is nothing of that."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.model import Scope

if TYPE_CHECKING:
    from workbench.model import Passage

SCOPES = {
    Scope.PROJECT: "The whole project",
    Scope.ARTICLES: "Articles",
    Scope.TAGS: "A tag",
    Scope.ANNOTATIONS: "Annotations",
    Scope.PASSAGES: "Shared passages",
    Scope.SEARCH: "A search",
    Scope.WORDS: "Selected words",
}
TO_DO = {
    Scope.PROJECT: "There are no articles yet. Press Ctrl+I to choose files.",
    Scope.ARTICLES: "There are no articles yet. Press Ctrl+I to choose files.",
    Scope.TAGS: "There are no tags yet. Select words in a pane and press A to give them one.",
    Scope.ANNOTATIONS: (
        "No annotations are marked. Filter the list of annotations, or mark some of them,"
        " and come back."
    ),
    Scope.PASSAGES: "No passage is chosen. Choose one with N, or search the list, and come back.",
    Scope.SEARCH: "Nothing was searched for. Press Ctrl+G to search the project, and come back.",
    Scope.WORDS: "No words are selected. Select some in a pane, and come back.",
}


@dataclass(frozen=True, slots=True)
class Offer:
    """Something of the project that can go out: what it is called, and which things it is."""

    said: str
    scope: Scope
    ids: tuple[str, ...] = ()
    words: tuple[Passage, ...] = ()
    search: str = ""
