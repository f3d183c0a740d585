"""Timeline of terms: how often each form of a term is used, by date or by outlet, as bars."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout
from PySide6.QtWidgets import QWidget as Widget

from workbench.ui.choice import Choice
from workbench.ui.table import Table
from workbench.ui.theme import GRID, LIGHT, Theme, sans, scaled
from workbench.ui.timeline_sheet import MOST_PERIODS, period_name
from workbench.ui.wording import count, short_date

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QResizeEvent

    from workbench.comparison.term_counts import Counts
    from workbench.model import TermFamily
    from workbench.ui.desk import Desk

HEIGHT = 176
FORM_SHARE = 0.4  # of the width at most: the bars need the rest
COLUMN, OUTLET_COLUMN, MOST_COLUMN = 58, 88, 120
BAR = 6  # pixels
DATE, OUTLET = "date", "outlet"
AXES = {
    DATE: ("Date", "The uses of each form by day, or by month"),
    OUTLET: ("Outlet", "The uses of each form by outlet"),
}
USES = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class TermBarsModel(QAbstractTableModel):
    """A row for each form, a column for each date or outlet; `USES` gives number and most."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._forms: tuple[str, ...] = ()
        self._names: tuple[str, ...] = ()
        self._uses: tuple[tuple[int, ...], ...] = ()
        self._most = 1

    def show(self, forms: tuple[str, ...], names: tuple[str, ...], table: Counts | None) -> None:
        """Take over another table of uses."""
        self.beginResetModel()
        self._forms, self._names = forms, names
        self._uses = table.uses if table else ()
        self._most = max((number for row in self._uses for number in row), default=1)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many forms there are."""
        return 0 if parent.isValid() else len(self._forms)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many dates or outlets there are."""
        return 0 if parent.isValid() else len(self._names)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return a form, or a date or outlet."""
        heads = self._names if orientation == Qt.Orientation.Horizontal else self._forms
        told = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
        return heads[section] if role in told and 0 <= section < len(heads) else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return how often a form is used."""
        if not index.isValid():
            return None
        number = self._uses[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return str(number) if number else ""
        if role == USES:
            return number, self._most
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            form, name = self._forms[index.row()], self._names[index.column()]
            return f"“{form}”, {name}: {count(number, 'use')}"
        return None


class TermBarsDelegate(QStyledItemDelegate):
    """One cell: a number above a bar as long as it."""

    def __init__(self, parent: Widget) -> None:
        super().__init__(parent)
        self.theme: Theme = LIGHT

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of number and bar."""
        return QSize(COLUMN, sans(12).pixelSize() + BAR + GRID * 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        box: QRect = option.rect  # type: ignore[attr-defined]
        number, most = index.data(USES)
        painter.save()
        painter.setPen(QColor(self.theme.hairline))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        if number:
            room = box.adjusted(GRID // 2, 4, -GRID // 2, -5)
            painter.setFont(sans(12))
            painter.setPen(QColor(self.theme.ink))
            painter.drawText(
                room, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, str(number)
            )
            bar = QRect(room.left(), room.bottom() - BAR + 1, 1, BAR)
            bar.setWidth(max(2, round(room.width() * number / most)))
            painter.fillRect(bar, QColor(self.theme.accent))
        painter.restore()


class TermBars(Widget):
    """The uses of the family that is marked in the list of terms; hidden while there is none."""

    def __init__(self, desk: Desk, parent: Widget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._family: TermFamily | None = None
        self.model = TermBarsModel(self)
        self.axis = Choice("Uses by", AXES)
        self.table = Table(self.model, "Uses of each form")
        self._delegate = TermBarsDelegate(self.table)
        self.table.setItemDelegate(self._delegate)
        forms, names = self.table.verticalHeader(), self.table.horizontalHeader()
        for head in (forms, names):
            head.setProperty("tight", True)  # noqa: FBT003 - as Qt has it
            head.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # forms often differ at an end
            head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        forms.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID // 2, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.axis, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.table, 1)
        self.axis.chosen.connect(self._build)
        self.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave most of the room to the bars."""
        super().resizeEvent(event)
        self.table.verticalHeader().setMaximumWidth(round(self.width() * FORM_SHARE))

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours and sizes from now on."""
        self._delegate.theme = theme
        self.setFixedHeight(scaled(HEIGHT))
        self._share_room()
        self.table.viewport().update()

    def show_family(self, family: TermFamily | None) -> None:
        """Show the uses of a family's forms; nothing for none."""
        if family is not self._family:
            self._family = family
            self._build()
        self.setVisible(family is not None)

    def _build(self) -> None:
        if self._family is None:
            self.model.show((), (), None)
            return
        from workbench.comparison.term_counts import counts

        found = counts(self._family, self._desk.articles)
        forms = tuple(term.text for term in self._family.terms)
        if self.axis.current == OUTLET:
            table = found.by_outlet
            names = tuple(self._outlet(name) for name in table.names)
        else:
            is_by_day = bool(found.by_day.names) and len(found.by_day.names) <= MOST_PERIODS
            table = found.by_day if is_by_day else found.by_month
            named = short_date if is_by_day else period_name
            names = tuple(named(name) for name in table.names)
        self.model.show(forms, names, table)
        self._share_room()

    def _share_room(self) -> None:
        self.table.least = scaled(OUTLET_COLUMN if self.axis.current == OUTLET else COLUMN)
        self.table.most = scaled(MOST_COLUMN)
        self.table.share_room()

    def _outlet(self, name: str) -> str:
        """Return an outlet, or the siglum of an article that names none."""
        ids = {article.id for article in self._desk.articles if not article.outlet}
        return self._desk.siglum(name) if name in ids else name
