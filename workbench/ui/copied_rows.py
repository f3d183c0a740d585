"""Copied rows: what a list or a table has in its marked rows, as heads and cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt

from workbench.ui.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QAbstractItemModel
    from PySide6.QtWidgets import QAbstractItemView

MOST_ROWS = 500  # of a table on the clipboard, some 50 ms: for more there are files

Rows = tuple[tuple[str, ...], ...]


def marked_rows(view: QAbstractItemView) -> tuple[QModelIndex, ...]:
    """Return the first cells of the rows that are marked, from top to bottom, not too many."""
    found: dict[tuple[int, ...], QModelIndex] = {}
    selection = view.selectionModel().selection()
    for number in range(selection.count()):
        one = selection.at(number)
        for row in range(one.top(), min(one.bottom(), one.top() + MOST_ROWS) + 1):
            index = view.model().index(row, 0, one.parent())
            found[_place(index)] = index
    return tuple(found[place] for place in sorted(found))


def table_of(view: QAbstractItemView) -> tuple[tuple[str, ...], Rows]:
    """Return the heads and the cells of the marked rows, of an overview all of them."""
    model = view.model()
    columns = range(_width(model))
    heads = tuple(_head(model, column, Qt.Orientation.Horizontal) for column in columns)
    if isinstance(view, Table):
        rows = range(min(model.rowCount(), MOST_ROWS + 1))
        first = (_head(model, row, Qt.Orientation.Vertical) for row in rows)
        cells = (tuple(_cells(model.index(row, 0))) for row in rows)
        return ("", *heads), tuple((head, *told) for head, told in zip(first, cells, strict=True))
    return heads, tuple(tuple(_cells(index)) for index in marked_rows(view))


def _place(index: QModelIndex) -> tuple[int, ...]:
    """Return where a row stands, under the rows above it."""
    above = index.parent()
    return (*_place(above), index.row()) if above.isValid() else (index.row(),)


def _width(model: QAbstractItemModel) -> int:
    """Return how many columns there are; a list has one and may not be asked."""
    return 1 if isinstance(model, QAbstractListModel) else model.columnCount()


def _cells(first: QModelIndex) -> Iterator[str]:
    for column in range(_width(first.model())):
        index = first.siblingAtColumn(column)
        said = index.data()
        yield said if isinstance(said, str) else ""


def _head(model: QAbstractItemModel, section: int, orientation: Qt.Orientation) -> str:
    said = model.headerData(section, orientation)
    return said.strip() if isinstance(said, str) else ""
