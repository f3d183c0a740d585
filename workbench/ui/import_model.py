"""ImportModel: the articles that were read, and what could not be, as rows to be corrected."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from workbench.project.duplicates import Likeness
from workbench.project.import_preview import Fate, Newcomer, Preview, as_told, with_likenesses
from workbench.ui.import_cells import (
    COLUMNS,
    HEADS,
    TO_CORRECT,
    Cells,
    Column,
    Kind,
    holds,
    is_of_kind,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from PySide6.QtCore import QObject

    from workbench.model import FileError
    from workbench.ui.import_cells import Line

Index = QModelIndex | QPersistentModelIndex
READ = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
FLAGS = dict.fromkeys((*TO_CORRECT, Column.WHAT), READ | Qt.ItemFlag.ItemIsEditable)
FLAGS[Column.HEADLINE] |= Qt.ItemFlag.ItemIsUserCheckable
FLAGS |= dict.fromkeys((Column.WORDS, Column.READER), READ)
MOST_BACK = 100  # corrections and choices that can be taken back


class ImportModel(QAbstractTableModel):
    """The rows of one preview, sorted and filtered here: ten thousand take no time.

    `corrected` tells that articles have other metadata now and may be alike to others, `chosen`
    that others are to be imported, `refused` which words are neither a date nor a language.
    """

    corrected = Signal()
    chosen = Signal()
    refused = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.cells = Cells(Preview(), lambda _: "")
        self._problems: list[tuple[int, FileError]] = []
        self._shown: list[int] = []
        self._kind = Kind.ALL
        self._sought = ""
        self._order: tuple[Column, bool] | None = None
        self._before: list[Preview] = []

    @property
    def preview(self) -> Preview:
        """What was read, as corrected and chosen by now."""
        return self.cells.preview

    def show(self, preview: Preview, headline: Callable[[str], str]) -> None:
        """Take over what was read; `headline` gives that of an article of the project by its id."""
        self.beginResetModel()
        self.cells = Cells(preview, headline)
        self._before = []
        self._kind, self._sought = Kind.ALL, ""
        self._problems = [
            (place, error) for place, file in enumerate(preview.files) for error in file.skipped
        ]
        self._list()
        self.endResetModel()
        self.chosen.emit()

    def judge(self, found: Sequence[tuple[Likeness, str]]) -> None:
        """Take over what the articles were found to be; rows stay where they are."""
        self._change(with_likenesses(self.preview, found))

    def narrow(self, kind: Kind, words: str = "") -> None:
        """List only rows of a kind, and of these only such that hold all the words."""
        self.beginResetModel()
        self._kind, self._sought = kind, words.casefold()
        self._list()
        self.endResetModel()

    def counts(self) -> dict[Kind, int]:
        """Count the rows of each kind."""
        tally = self.preview.tally().items()
        known = sum(n for (likeness, _, _), n in tally if likeness is not Likeness.NEW)
        lacking = sum(n for (_, fate, lacks), n in tally if lacks and fate is not Fate.OUT)
        problems = len(self._problems) + lacking
        return {Kind.ALL: self._size(), Kind.DUPLICATES: known, Kind.PROBLEMS: problems}

    def line(self, index: Index) -> Line | None:
        """Return what stands in a row."""
        return self._line(self._shown[index.row()]) if index.isValid() else None

    def newcomers(self, rows: Iterable[int]) -> tuple[int, ...]:
        """Return the places in the preview of the articles in some rows, without problems."""
        places = (self._shown[row] for row in rows)
        return tuple(sorted(place for place in places if place < len(self.preview.newcomers)))

    def correct(self, places: Sequence[int], column: Column, words: str) -> bool:
        """Give articles what the analyst says of them; False where the words are refused."""
        value = as_told(column.value, words)
        if value is None:
            self.refused.emit(column.value, words)
            return False
        self._keep()
        for_all = {column.value: value}
        self._replace(
            places,
            lambda each: replace(each, article=replace(each.article, **for_all)),  # type: ignore[arg-type]
        )
        self.corrected.emit()
        return True

    def choose(self, places: Sequence[int], fate: Fate) -> None:
        """Let this become of articles."""
        self._keep()
        self._replace(places, lambda each: replace(each, choice=fate))

    def tick(self, places: Sequence[int], *, on: bool) -> None:
        """Let articles be imported as is proposed for those of their kind, or leave them out."""

        def ticked(each: Newcomer) -> Newcomer:
            return replace(each, choice=each.fates[0] if on else Fate.OUT)

        self._keep()
        self._replace(places, ticked)

    def take_back(self) -> None:
        """Take the last correction or choice back."""
        if self._before:
            self._change(self._before.pop())
            self.corrected.emit()

    @property
    def can_take_back(self) -> bool:
        """Whether something was corrected or chosen."""
        return bool(self._before)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many rows are listed."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return the head of a column."""
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return HEADS[COLUMNS[section]]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let articles be ticked and corrected, and problems be read."""
        line = self.line(index)
        if line is None:
            return Qt.ItemFlag.NoItemFlags
        return FLAGS[COLUMNS[index.column()]] if isinstance(line, Newcomer) else READ

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what `Cells` say."""
        line = self.line(index)
        return None if line is None else self.cells.data(line, COLUMNS[index.column()], role)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick or correct one article."""
        places = self.newcomers([index.row()])
        column = COLUMNS[index.column()]
        if role == Qt.ItemDataRole.CheckStateRole:
            self.tick(places, on=Qt.CheckState(value) is Qt.CheckState.Checked)
            return True
        if role == Qt.ItemDataRole.EditRole and column is Column.WHAT:
            self.choose(places, Fate(str(value)))
            return True
        return role == Qt.ItemDataRole.EditRole and self.correct(places, column, str(value))

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column, or as the files were read for a negative one; what is marked stays."""
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        marked = [self._shown[index.row()] for index in before]
        is_reverse = order == Qt.SortOrder.DescendingOrder
        self._order = (COLUMNS[column], is_reverse) if column >= 0 else None
        self._list()
        rows = {place: row for row, place in enumerate(self._shown)}
        after = [
            self.index(rows[place], index.column())
            for place, index in zip(marked, before, strict=True)
        ]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _size(self) -> int:
        return len(self.preview.newcomers) + len(self._problems)

    def _line(self, place: int) -> Line:
        known = len(self.preview.newcomers)
        if place < known:
            return self.preview.newcomers[place]
        return self._problems[place - known][1]

    def _list(self) -> None:
        """List the places of the rows that are wanted, in the order that is."""
        places = [at for at in range(self._size()) if is_of_kind(self._line(at), self._kind)]
        if self._sought:
            places = [place for place in places if holds(self._line(place), self._sought)]
        if self._order is None:
            places.sort(key=self._by_file)
        else:
            column, is_reverse = self._order
            places.sort(key=lambda at: self.cells.key(self._line(at), column), reverse=is_reverse)
        self._shown = places

    def _by_file(self, place: int) -> tuple[int, int]:
        """As they were read, the problems of a file before its articles."""
        known = len(self.preview.newcomers)
        if place < known:
            return self.preview.newcomers[place].file, place
        return self._problems[place - known][0], -1

    def _keep(self) -> None:
        self._before = [*self._before[1 - MOST_BACK :], self.preview]

    def _replace(self, places: Iterable[int], change: Callable[[Newcomer], Newcomer]) -> None:
        newcomers = list(self.preview.newcomers)
        for place in places:
            newcomers[place] = change(newcomers[place])
        self._change(replace(self.preview, newcomers=tuple(newcomers)))

    def _change(self, preview: Preview) -> None:
        """Take over a preview of the same articles."""
        self.cells.preview = preview
        if self._shown:
            last = self.index(len(self._shown) - 1, len(COLUMNS) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        self.chosen.emit()
