"""HitsModel: the articles in which something was found, with the first place and how many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from workbench.text.context import in_context
from workbench.ui.wording import count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

    from workbench.model import Article, Span
    from workbench.ui.desk import Desk

HEADS = ("Article", "First place", "Found")
WIDTH = 60  # characters shown on both sides of what was found
ARTICLE = Qt.ItemDataRole.UserRole
NUMBERS = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

Index = QModelIndex | QPersistentModelIndex
Found = tuple[str, tuple["Span", ...]]


class HitsModel(QAbstractTableModel):
    """A row for each article; what it says is worked out when somebody looks at it.

    `ARTICLE` gives the id of a row's article.
    """

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._rows: list[Found] = []

    def show(self, found: Sequence[Found]) -> None:
        """Take over where something was found, article by article."""
        if found != self._rows:
            self.beginResetModel()
            self._rows = list(found)
            self.endResetModel()

    def index_of(self, article_id: str) -> QModelIndex:
        """Return the index of an article, invalid where nothing was found in it."""
        ids = (article for article, _ in self._rows)
        place = next((row for row, each in enumerate(ids) if each == article_id), -1)
        return self.index(place, 0)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return in how many articles something was found."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many facts stand in a row."""
        return 0 if parent.isValid() else len(HEADS)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return the head of a column."""
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return HEADS[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's text, or the article of the row under `ARTICLE`."""
        if not index.isValid():
            return None
        article, spans = self._rows[index.row()]
        if role == ARTICLE:
            return article
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._said(index.column(), article, spans)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            cells = [self._said(column, article, spans) for column in range(len(HEADS) - 1)]
            return f"{count(len(spans), 'place')}: {', '.join(cells)}"
        is_number = role == Qt.ItemDataRole.TextAlignmentRole and index.column() == len(HEADS) - 1
        return NUMBERS if is_number else None

    def _said(self, column: int, article_id: str, spans: Sequence[Span]) -> str:
        article = self._desk.article(article_id)
        if column == 0:
            name = " – ".join(part for part in (article.outlet, article.headline) if part)
            name = name or article.text.strip().partition("\n")[0][:WIDTH]
            return f"{self._desk.siglum(article_id)}  {name}"
        if column == 1:
            return _line(article, spans[0])
        return f"{len(spans):,}"


def _line(article: Article, span: Span) -> str:
    """Return what was found with the words around it; "…" where there are more."""
    words = "".join(in_context(article, span, WIDTH))
    before = "…" if span.start > WIDTH else ""
    after = "…" if len(article.text) - span.end > WIDTH else ""
    return f"{before}{words}{after}"
