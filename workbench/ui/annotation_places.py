"""Annotation places: where in the window an annotation is worked at, and what stands out there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect

from workbench.model import TargetKind
from workbench.ui.annotation_panel import WIDTH
from workbench.ui.tag_colours import shown
from workbench.ui.theme import GRID

if TYPE_CHECKING:
    from PySide6.QtGui import QColor
    from PySide6.QtWidgets import QWidget

    from workbench.model import Annotation, Target
    from workbench.ui.desk import Desk
    from workbench.ui.main_window import MainWindow
    from workbench.ui.panes.board import Board
    from workbench.ui.panes.pane import Pane
    from workbench.ui.theme import Theme

QUOTED = 120  # characters of the words in the panel
FROM_TOP = 72  # pixels below the window's upper edge, where it is about no words


def heading_of(target: Target, desk: Desk) -> str:
    """Return what a target is, in a few words."""
    if target.kind is TargetKind.PROJECT:
        return "Project memo"
    if target.kind is TargetKind.PASSAGES:
        sigla = dict.fromkeys(desk.siglum(one.article) for one in target.selectors)
        return f"Passage in {' · '.join(sigla)}"
    article = desk.article(target.articles[0])
    outlet = article.outlet or article.headline
    named = f"{desk.siglum(article.id)}  {outlet}".strip()
    return named if target.kind is TargetKind.WORDS else f"Article {named}"


def quote_of(target: Target, place: int, desk: Desk) -> str:
    """Return the words that a target is about, those of one of its places; or a headline."""
    if target.selectors:
        words = " ".join(target.selectors[place].quote.split())
        cut = words if len(words) <= QUOTED else words[:QUOTED].rsplit(" ", 1)[0] + "…"
        return f"“{cut}”"
    return desk.article(target.article).headline if target.article else ""


def pane_of(board: Board, article_id: str) -> Pane | None:
    """Return the pane of an article, None where it is not open."""
    return next((pane for pane in board.panes if pane.article.id == article_id), None)


def places_of(target: Target, place: int, window: MainWindow) -> tuple[QRect, QRect]:
    """Return where the words of a target are, and the room beside them, in pixels of the window.

    Of an article it is the head of its pane; else the middle of the window.
    """
    article = target.selectors[place].article if target.selectors else target.article
    pane = pane_of(window.board, article) if window.board.isVisible() else None
    if pane is None:
        room = window.rect().adjusted(GRID, FROM_TOP, -GRID, -GRID)
        return QRect((window.width() - WIDTH) // 2, FROM_TOP, WIDTH, 1), room
    room = _in_window(window.board, window.board.rect(), window).adjusted(4, 4, -4, -4)
    if not target.selectors:
        return _in_window(pane.head, pane.head.rect(), window), room
    view = pane.view
    words = view.box_of(target.selectors[place].span).intersected(view.viewport().rect())
    return _in_window(view.viewport(), words, window), room


def bring_into_sight(target: Target, place: int, window: MainWindow) -> None:
    """Scroll, where its pane is open, until the words of a target are seen."""
    selector = target.selectors[place] if target.selectors else None
    pane = pane_of(window.board, selector.article) if selector else None
    if selector is None or pane is None:
        return
    port, box = pane.view.viewport(), pane.view.box_of(selector.span)
    if not box.intersects(port.rect()):
        window.board.show_span(selector.article, selector.span)
    elif not window.board.rect().contains(port.mapTo(window.board, box.center())):
        window.board.bring_into_sight(selector.article)


def mark_out(window: MainWindow, target: Target | None, found: Annotation | None) -> None:
    """Let the words of one annotation stand out in the panes, with ends to be dragged."""
    codebook = window.desk.annotated.codebook
    tags = [codebook.by_id[tag] for tag in found.tags if tag in codebook.by_id] if found else []
    colour = tags[0].colour if tags else ""

    def colour_of(theme: Theme) -> QColor:
        return shown(colour, theme)

    for pane in window.board.panes:
        selectors = target.selectors if target and found else ()
        spans = [one.span for one in selectors if one.article == pane.article.id]
        pane.view.annotated.choose(found.id if found else "")
        pane.view.annotation_grips.show(spans, colour_of)
        pane.view.viewport().update()


def _in_window(widget: QWidget, box: QRect, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)) + box.topLeft(), box.size())
