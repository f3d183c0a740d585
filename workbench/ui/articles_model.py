"""ArticlesModel: the project's articles in groups, as rows for a list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from workbench.ui.articles_grouping import NO_OUTLET, Grouping, grouped
from workbench.ui.sieve import Sieve
from workbench.ui.wording import called, count, length_words, long_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from PySide6.QtCore import QObject

    from workbench.model import Article
    from workbench.ui.desk import Desk

ROW = Qt.ItemDataRole.UserRole
BETWEEN = " · "  # the facts of an article

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a group: its words, how many articles are listed, an outlet's colour."""

    words: str
    articles: int
    colour: str = ""


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """One article: its words for the list, whether it is open, its outlet's colour if not above."""

    id: str
    siglum: str
    headline: str
    facts: str
    is_open: bool
    colour: str = ""


Row = Heading | ArticleRow


class ArticlesModel(QAbstractListModel):
    """Groups in their order, outlets at first, each followed by its articles by date.

    What the row of an article says is worked out when somebody looks at it.
    """

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._by = Grouping.OUTLET
        self._sought = ""
        self._found: frozenset[str] = frozenset()
        self._tags: Mapping[str, str] = {}
        self._sieve = Sieve(
            lambda key: _words(desk.article(key)), self, lambda key: self._tags.get(key, "")
        )
        self._sieve.sifted.connect(self._take)
        self._rows: list[Heading | Article] = []
        self._lengths: dict[str, str] = {}
        self._open: frozenset[str] = frozenset()
        desk.articles_changed.connect(self._look_anew)
        desk.outlets_changed.connect(self.refresh)
        desk.panes_changed.connect(self._show_open)

    @property
    def sought(self) -> str:
        """The words that are looked for."""
        return self._sought

    def search(self, words: str) -> None:
        """List only articles whose outlet, headline, byline, date, tags or text have all words.

        Where there are many, the list is as it was until they have been looked through.
        """
        self._sought = words.strip()
        if self._sought:
            self._sieve.sift((article.id for article in self._desk.articles), self._sought)
        else:
            self.refresh()

    def group(self, by: Grouping) -> None:
        """Put the articles together by something else."""
        self._by = by
        self.refresh()

    def set_tags(self, tags: Mapping[str, str]) -> None:
        """Know of articles, by their ids, with which tags they are annotated, a word for each."""
        self._tags = tags
        if self._sought:
            self.search(self._sought)

    def refresh(self) -> None:
        """Build the rows anew."""
        rows = self._build()
        if [_key(row) for row in rows] == [_key(row) for row in self._rows]:
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def _show_open(self) -> None:
        """Let the rows of articles that were opened, or closed, say so; a list places all anew."""
        before, self._open = self._open, frozenset(self._desk.open_ids)
        for place in self.places(before ^ self._open):
            self.dataChanged.emit(self.index(place), self.index(place))

    def row_of(self, index: Index) -> Row | None:
        """Return what stands in a row."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        return row if isinstance(row, Heading) else self._row(row)

    def is_heading(self, row: int) -> bool:
        """Tell whether a heading stands in a row; at once, for all rows are asked."""
        return isinstance(self._rows[row], Heading)

    def index_of(self, article_id: str) -> QModelIndex:
        """Return the index of an article, invalid where it is not listed."""
        place = self.places({article_id})
        return self.index(place[0]) if place else QModelIndex()

    def places(self, ids: Iterable[str]) -> list[int]:
        """Return the rows of articles, from top to bottom; those that are not listed have none."""
        wanted = frozenset(ids)
        return [
            place
            for place, row in enumerate(self._rows)
            if not isinstance(row, Heading) and row.id in wanted
        ]

    def ids(self, rows: Iterable[int]) -> tuple[str, ...]:
        """Return the ids of the articles in some rows."""
        found = (self._rows[row] for row in rows)
        return tuple(row.id for row in found if not isinstance(row, Heading))

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
        """Let articles be chosen, and headings not."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if isinstance(self._rows[index.row()], Heading):
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def _look_anew(self) -> None:
        self._sieve.forget()
        self.refresh()
        if self._sought:
            self.search(self._sought)

    def _take(self, found: Sequence[str]) -> None:
        if self._sought:
            self._found = frozenset(found)
            self.refresh()

    def _build(self) -> list[Heading | Article]:
        desk, found = self._desk, self._found
        listed = [one for one in desk.articles if not self._sought or one.id in found]
        rows: list[Heading | Article] = []
        for words, articles in grouped(listed, self._by, desk.outlet):
            is_outlet = self._by is Grouping.OUTLET
            colour = desk.outlet(articles[0].outlet).colour if is_outlet else ""
            rows.append(Heading(words, len(articles), colour))
            rows += articles
        return rows

    def _row(self, article: Article) -> ArticleRow:
        is_outlet = self._by is Grouping.OUTLET
        outlet = "" if is_outlet else article.outlet or NO_OUTLET
        facts = [outlet, long_date(article.published), self._length(article.text)]
        return ArticleRow(
            article.id,
            self._desk.siglum(article.id),
            called(article),
            BETWEEN.join(fact for fact in facts if fact),
            article.id in self._desk.open_ids,
            "" if is_outlet else self._desk.outlet(article.outlet).colour,
        )

    def _length(self, text: str) -> str:
        """Return how long a text is, counted once: an archive has millions of words."""
        length = self._lengths.get(text)
        if length is None:
            length = self._lengths[text] = length_words(text)
        return length


def _key(row: Heading | Article) -> str:
    return f"\n{row.words}" if isinstance(row, Heading) else row.id


def _words(article: Article) -> str:
    """Return what an article is found by; `outlet:` and `date:` before words are found as well."""
    return (
        f"outlet:{article.outlet}\ndate:{article.published} {long_date(article.published)}\n"
        f"{article.headline}\n{article.byline}\n{article.text}"
    )


def _spoken(row: Row) -> str:
    if isinstance(row, Heading):
        return f"{row.words}, {count(row.articles, 'article')}"
    return f"{row.siglum}, {row.headline}, {row.facts}" + (", open" if row.is_open else "")
