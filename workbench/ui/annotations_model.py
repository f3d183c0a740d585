"""AnnotationsModel: the annotations that are wanted, in the order wanted, as rows of a table."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from workbench.model import Codebook
from workbench.ui.annotation_words import moment
from workbench.ui.annotations_rows import AnnotationRow, Column, Context, sort_key
from workbench.ui.wording import called, long_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtCore import QObject

ROW = Qt.ItemDataRole.UserRole
HEADS = {
    Column.WORDS: "Words",
    Column.TAGS: "Tags",
    Column.MEMO: "Memo",
    Column.OUTLET: "Outlet",
    Column.ARTICLE: "Article",
    Column.DATE: "Date",
    Column.AUTHOR: "Author",
    Column.CHANGED: "Changed",
}
EDITED = (Column.TAGS, Column.MEMO)
THE_ARTICLE, THE_PROJECT = "The article", "The project"

Index = QModelIndex | QPersistentModelIndex


class AnnotationsModel(QAbstractTableModel):
    """Rows as they were arranged; single ones are put in, changed and taken out at their place.

    `memo_written` tells of a row whose memo was written in its cell.
    """

    memo_written = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.context = Context({}, Codebook())
        self.can_write = True
        self._rows: list[AnnotationRow] = []

    def show(self, rows: Sequence[AnnotationRow]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def add(self, rows: Iterable[AnnotationRow]) -> None:
        """Show more rows below the others."""
        more = list(rows)
        if more:
            last = len(self._rows)
            self.beginInsertRows(QModelIndex(), last, last + len(more) - 1)
            self._rows += more
            self.endInsertRows()

    def retell(self) -> None:
        """Paint all rows anew: tags or articles have other names."""
        if self._rows:
            last = self.index(len(self._rows) - 1, len(Column) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def replace(self, old: AnnotationRow, new: AnnotationRow) -> None:
        """Show a row as it is now, where it stands."""
        place = self.place_of(old)
        if place >= 0:
            self._rows[place] = new
            self.dataChanged.emit(self.index(place, 0), self.index(place, len(Column) - 1))

    def take_out(self, row: AnnotationRow) -> None:
        """Show a row no more."""
        place = self.place_of(row)
        if place >= 0:
            self.beginRemoveRows(QModelIndex(), place, place)
            del self._rows[place]
            self.endRemoveRows()

    def put_in(self, row: AnnotationRow, column: Column | None, *, backwards: bool) -> None:
        """Show a new row where the order by a column has it; at the end, or the start, for none."""
        place = 0 if backwards else len(self._rows)
        if column is not None:
            key = sort_key(column, self.context)
            order = _Backwards(self._rows) if backwards else self._rows
            place = bisect_left(order, key(row), key=key)
            place = len(self._rows) - place if backwards else place
        self.beginInsertRows(QModelIndex(), place, place)
        self._rows.insert(place, row)
        self.endInsertRows()

    def place_of(self, row: AnnotationRow) -> int:
        """Return the number of a row, -1 where it is not shown."""
        return next((place for place, one in enumerate(self._rows) if one is row), -1)

    def rows_between(self, first: int, last: int) -> Sequence[AnnotationRow]:
        """Return the rows with these numbers and all between them."""
        return self._rows[first : last + 1]

    def row_of(self, index: Index) -> AnnotationRow | None:
        """Return what stands in a row."""
        return self._rows[index.row()] if index.isValid() else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the head of a column."""
        if orientation == Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return HEADS[Column(section)]
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's words, what is edited in it, or the row itself under `ROW`."""
        row = self.row_of(index)
        if row is None or role == ROW:
            return row
        column = Column(index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.words(row, column)
        if role == Qt.ItemDataRole.EditRole:
            return row.memo if column is Column.MEMO else self.words(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.memo if column is Column.MEMO else self.words(row, column)
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tell of a memo that was written; the project tells in turn that it has changed."""
        row = self.row_of(index)
        if row is None or role != Qt.ItemDataRole.EditRole or index.column() != Column.MEMO:
            return False
        if value != row.memo:
            self.memo_written.emit(row.id, str(value))
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let tags and memos be edited."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        is_edited = self.can_write and index.column() in EDITED
        return usual | Qt.ItemFlag.ItemIsEditable if is_edited else usual

    def words(self, row: AnnotationRow, column: Column) -> str:
        """Return what a cell says, on one line."""
        match column:
            case Column.WORDS:
                return row.words or (THE_ARTICLE if row.article else THE_PROJECT)
            case Column.TAGS:
                tags = self.context.codebook.by_id
                return ", ".join(tags[tag].name for tag in row.tags if tag in tags)
            case Column.MEMO:
                return " ".join(row.memo.split())
            case Column.AUTHOR:
                return row.author
            case Column.CHANGED:
                return moment(row.changed)
            case _:
                return self._of_article(row, column)

    def _of_article(self, row: AnnotationRow, column: Column) -> str:
        article = self.context.articles.get(row.article)
        if article is None:
            return ""
        if column is Column.DATE:
            return long_date(article.published)
        if column is Column.OUTLET:
            told = (self.context.articles.get(id_) for id_ in row.articles)
            return ", ".join(dict.fromkeys(one.outlet for one in told if one and one.outlet))
        return called(article)


class _Backwards:
    """Rows from the last to the first, without copying them."""

    def __init__(self, rows: Sequence[AnnotationRow]) -> None:
        self._rows = rows

    def __len__(self) -> int:
        return len(self._rows)

    def __getitem__(self, place: int) -> AnnotationRow:
        return self._rows[len(self._rows) - 1 - place]
