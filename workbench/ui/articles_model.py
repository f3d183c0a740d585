"""ArticlesModel: the project's articles by outlet, as rows for a list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from workbench.ui.sieve import Sieve
from workbench.ui.wording import count, length_words, long_date

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

    from workbench.model import Article
    from workbench.ui.desk import Desk

ROW = Qt.ItemDataRole.UserRole
NO_OUTLET = "Outlet not known"

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class OutletRow:
    """The heading of one outlet: its name and how many of its articles are listed."""

    outlet: str
    articles: int


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """One article: its words for the list, and whether it lies open in a pane."""

    id: str
    siglum: str
    headline: str
    facts: str
    is_open: bool


Row = OutletRow | ArticleRow


class ArticlesModel(QAbstractListModel):
    """Outlets in alphabetical order, each followed by its articles by date.

    What the row of an article says is worked out when somebody looks at it.
    """

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._sought = ""
        self._found: frozenset[str] = frozenset()
        self._sieve = Sieve(lambda key: _words(desk.article(key)), self)
        self._sieve.sifted.connect(self._take)
        self._rows: list[OutletRow | Article] = []
        self._lengths: dict[str, str] = {}
        desk.articles_changed.connect(self._look_anew)
        desk.panes_changed.connect(self.refresh)

    def search(self, words: str) -> None:
        """List only articles whose outlet, headline, byline or text holds all these words.

        Where there are many, the list is as it was until they have been looked through.
        """
        self._sought = words.strip()
        if self._sought:
            self._sieve.sift((article.id for article in self._desk.articles), self._sought)
        else:
            self.refresh()

    def refresh(self) -> None:
        """Build the rows anew."""
        rows = self._build()
        if len(rows) == len(self._rows):
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row_of(self, index: Index) -> Row | None:
        """Return what stands in a row."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        return row if isinstance(row, OutletRow) else self._row(row)

    def index_of(self, article_id: str) -> QModelIndex:
        """Return the index of an article, invalid where it is not listed."""
        for place, row in enumerate(self._rows):
            if not isinstance(row, OutletRow) and row.id == article_id:
                return self.index(place)
        return QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a row's text, or the row itself under `ROW`."""
        row = self.row_of(index)
        if row is None:
            return None
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return _spoken(row)
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(row, ArticleRow):
            return f"{row.headline}\n{row.facts}"
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let articles be chosen, and outlets not."""
        row = self.row_of(index)
        if isinstance(row, ArticleRow):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.ItemIsEnabled if row else Qt.ItemFlag.NoItemFlags

    def _look_anew(self) -> None:
        self._sieve.forget()
        self.refresh()
        if self._sought:
            self.search(self._sought)

    def _take(self, found: Sequence[str]) -> None:
        if self._sought:
            self._found = frozenset(found)
            self.refresh()

    def _build(self) -> list[OutletRow | Article]:
        by_outlet: dict[str, list[Article]] = {}
        for article in self._desk.articles:
            if not self._sought or article.id in self._found:
                by_outlet.setdefault(article.outlet or NO_OUTLET, []).append(article)
        rows: list[OutletRow | Article] = []
        for outlet in sorted(by_outlet, key=lambda name: (name == NO_OUTLET, name.casefold())):
            articles = sorted(by_outlet[outlet], key=lambda article: article.published or "9")
            rows.append(OutletRow(outlet, len(articles)))
            rows += articles
        return rows

    def _row(self, article: Article) -> ArticleRow:
        facts = [long_date(article.published), self._length(article.text)]
        return ArticleRow(
            article.id,
            self._desk.siglum(article.id),
            article.headline or article.text.strip().split("\n", 1)[0][:90] or "Empty article",
            " · ".join(fact for fact in facts if fact),
            article.id in self._desk.open_ids,
        )

    def _length(self, text: str) -> str:
        """Say how long a text is; it is counted once: an archive has millions of words."""
        length = self._lengths.get(text)
        if length is None:
            length = self._lengths[text] = length_words(text)
        return length


def _words(article: Article) -> str:
    return f"{article.outlet}\n{article.headline}\n{article.byline}\n{article.text}"


def _spoken(row: Row) -> str:
    if isinstance(row, OutletRow):
        return f"{row.outlet}, {count(row.articles, 'article')}"
    return f"{row.siglum}, {row.headline}, {row.facts}" + (", open" if row.is_open else "")
