"""Copied sources: which words of which articles the marked rows of a list speak of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.model import Passage, Quotation, TermFamily
from workbench.ui.copied_rows import marked_rows
from workbench.ui.export_scopes import selected_words
from workbench.ui.rows_model import ROW
from workbench.ui.search_rows import RowKind, SearchRow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from PySide6.QtCore import QModelIndex
    from PySide6.QtWidgets import QAbstractItemView, QWidget

    from workbench.ui.desk import Desk
    from workbench.ui.main_window import MainWindow


@dataclass(frozen=True, slots=True)
class Sources:
    """What is to be quoted: annotations by their ids, words at places, or articles as a whole.

    `in_sentences` where the words say too little without the sentences that they stand in.
    """

    annotations: tuple[str, ...] = ()
    places: tuple[Passage, ...] = ()
    articles: tuple[str, ...] = ()
    in_sentences: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to be quoted."""
        return not (self.annotations or self.places or self.articles)


def sources_of(window: MainWindow, field: QWidget | None) -> Sources:
    """Return what the marked rows of a list speak of, or else the words selected in panes.

    Where none are selected they are those of the chosen passage in the pane with the keyboard.
    """
    desk = window.desk
    wording, terms = window.wording.listing.view, window.terms.listing.view
    quotations = window.quotations.listing.view
    lists: Mapping[QWidget, Callable[[], Sources]] = {
        window.annotation_docks.list.table: lambda: Sources(_annotated(window)),
        window.articles.list: lambda: Sources(articles=window.articles.marked_articles()),
        window.search.list: lambda: _found(window.search.list),
        window.passages.table: lambda: Sources(places=_passages(desk, (desk.chosen,))),
        wording: lambda: Sources(places=_passages(desk, _clusters(wording))),
        terms: lambda: Sources(places=_uses(terms), in_sentences=True),
        quotations: lambda: Sources(places=_said(quotations)),
    }
    found = lists.get(field) if field is not None else None
    return found() if found else Sources(places=_in_panes(window))


def _annotated(window: MainWindow) -> tuple[str, ...]:
    return tuple(row.id for row in window.annotation_docks.list.marked())


def _in_panes(window: MainWindow) -> tuple[Passage, ...]:
    here, desk = window.board.focused_article(), window.desk
    selected = selected_words(window)
    if any(each.article == here for each in selected):
        return tuple(each for each in selected if each.article == here)
    passages = _passages(desk, (desk.chosen,)) if here else ()
    return tuple(each for each in passages if each.article == here) or selected


def _passages(desk: Desk, clusters: Iterable[str]) -> tuple[Passage, ...]:
    found = (each for id_ in clusters if id_ for each in desk.cluster(id_).passages)
    return tuple(dict.fromkeys(found))


def _leads(view: QAbstractItemView) -> Iterator[object]:
    for index in marked_rows(view):
        row = index.data(ROW)
        yield row.leads if row is not None else None


def _clusters(view: QAbstractItemView) -> Iterator[str]:
    for leads in _leads(view):
        yield from leads if isinstance(leads, tuple) else ()


def _uses(view: QAbstractItemView) -> tuple[Passage, ...]:
    """Return the uses of terms: that of the row, or those of its form or of all its forms."""
    found: dict[Passage, None] = {}
    for leads in _leads(view):
        if isinstance(leads, Passage):
            found[leads] = None
            continue
        family, form = leads if isinstance(leads, tuple) else (leads, "")
        if isinstance(family, TermFamily):
            terms = (term for term in family.terms if form in ("", term.text))
            found.update(dict.fromkeys(use for term in terms for use in term.uses))
    return tuple(found)


def _said(view: QAbstractItemView) -> tuple[Passage, ...]:
    """Return the quotations of the marked cells."""
    chosen = sorted(view.selectionModel().selectedIndexes(), key=_cell)
    found = (index.data(ROW).leads[index.column()] for index in chosen)
    quoted = (each for each in found if isinstance(each, Quotation))
    return tuple(dict.fromkeys(Passage(each.article, each.span) for each in quoted))


def _cell(index: QModelIndex) -> tuple[int, int]:
    return index.row(), index.column()


def _found(view: QAbstractItemView) -> Sources:
    """Return the places of the marked rows; rows of articles stand for these."""
    rows = [index.data(ROW) for index in marked_rows(view)]
    found = [row for row in rows if isinstance(row, SearchRow)]
    heads = [row.article for row in found if row.kind is RowKind.ARTICLE and row.article]
    places = tuple(
        Passage(row.article, row.span)
        for row in found
        if row.span and row.kind is not RowKind.ARTICLE
    )
    return Sources(places=places, articles=tuple(dict.fromkeys(heads)), in_sentences=True)
