"""MatrixModel: a table of how much articles, or outlets, have in common, in words and numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from workbench.ui.matrix_sheet import EMPTY, Member, Sheet
from workbench.ui.wording import count

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

SHARE = Qt.ItemDataRole.UserRole
MEMBER = Qt.ItemDataRole.UserRole
LEAST = 0.005  # shares below would be rounded to nothing

Index = QModelIndex | QPersistentModelIndex


class MatrixModel(QAbstractTableModel):
    """The cells of a sheet; `SHARE` gives the share itself, `MEMBER` who heads a row or column."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sheet = EMPTY

    def show(self, sheet: Sheet) -> None:
        """Take over another sheet."""
        self.beginResetModel()
        self.sheet = sheet
        self.endResetModel()

    def members(self, index: Index) -> tuple[Member, Member] | None:
        """Return who heads the row and the column of a cell."""
        if not index.isValid():
            return None
        return self.sheet.rows[index.row()], self.sheet.columns[index.column()]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.sheet.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self.sheet.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return who heads a row or a column."""
        is_column = orientation == Qt.Orientation.Horizontal
        members = self.sheet.columns if is_column else self.sheet.rows
        if not 0 <= section < len(members):
            return None
        member = members[section]
        if role == MEMBER:
            return member
        if role == Qt.ItemDataRole.DisplayRole:
            return member.spoken
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{member.spoken}\n{member.facts}"
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's number, or what it says."""
        if not index.isValid():
            return None
        share = self.sheet.share(index.row(), index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return percent(share)
        if role == SHARE:
            return share
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.told(index)
        return None

    def told(self, index: Index) -> str:
        """Return in a sentence or two what a cell stands for."""
        row, column = index.row(), index.column()
        sheet = self.sheet
        one, other = sheet.rows[row], sheet.columns[column]
        share = sheet.share(row, column)
        if share is None:
            return f"{one.spoken}: {count(sheet.words[row], 'word')}, the article itself."
        if not sheet.common[row][column]:
            return f"{one.spoken} and {other.spoken} have nothing in common."
        said = _said(one, other, share, sheet.common[row][column], sheet.words[row])
        if one == other:
            return said
        back, words = sheet.back[row][column], sheet.column_words[column]
        return f"{said}\n{_said(other, one, back / max(1, words), back, words)}"


def _said(one: Member, other: Member, share: float, common: int, words: int) -> str:
    where = other.spoken if one != other else "its other articles"
    return (
        f"{one.spoken}: {percent(share)} of its {words:,} words are also in {where} ({common:,})."
    )


def percent(share: float | None) -> str:
    """Return a share (0 to 1) as "34%"; "<1%" where that is nothing, "–" for None."""
    if share is None:
        return "–"
    return "<1%" if 0 < share < LEAST else f"{share:.0%}"
