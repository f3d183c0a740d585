"""TourSteps: what the tour says of each part of the window, and where that part is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from workbench.ui.main_window import MainWindow


@dataclass(frozen=True, slots=True)
class TourStep:
    """One step: a title, what it says, the part it is about, and the dock that this stands in.

    In the words the name of an action between braces stands for its key.
    """

    title: str
    words: str
    part: Callable[[MainWindow], QWidget | None]
    dock: str = ""


def told(words: str, actions: Mapping[str, QAction]) -> str:
    """Return the words with the keys that the actions have now; one without is told by its name."""
    keys = {
        name: action.shortcut().toString() or f"“{action.text()}”"
        for name, action in actions.items()
    }
    return words.format_map(keys)


def _first_pane(window: MainWindow) -> QWidget | None:
    return next((pane.view for pane in window.board.panes), None)


def _first_ribbons(window: MainWindow) -> QWidget | None:
    return next(iter(window.board.ribbons), None)


STEPS = (
    TourStep(
        "Your articles",
        "Every article of the project, by outlet or by date. {find_article} searches the list, "
        "Enter opens an article in a pane. Drop files anywhere to add more.",
        lambda window: window.articles,
        "articles_list",
    ),
    TourStep(
        "Side by side",
        "Each pane holds one article. Scroll one, and the others follow to the same passage; "
        "{together} lets each go its own way. {next_pane} leads to the next pane.",
        lambda window: window.board,
    ),
    TourStep(
        "Ribbons",
        "They join the words that two articles share. One colour is one passage, and the line "
        "below its words tells how close they are. {legend} explains every sign.",
        _first_ribbons,
    ),
    TourStep(
        "Shared passages",
        "All that the articles share, in one list. {next_passage} and {previous_passage} go from "
        "one to the next, and {collation} lays the chosen one out word by word.",
        lambda window: window.passages,
        "passages_list",
    ),
    TourStep(
        "Annotations",
        "Select words and press {annotate}: give them tags of your own and write a memo. What "
        "you write is stored at once, and {undo} takes any step back.",
        _first_pane,
    ),
    TourStep(
        "Export",
        "{export} takes what you found with you, its sources cited: as a document, as tables or "
        "as data. {palette} finds every other command by a few letters, {manual} opens the manual.",
        lambda window: window.toolbar.buttons["export"],
    ),
)
