"""MatrixView: how much all articles have in common, outlets first where there are many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from workbench.ui.choice import Choice
from workbench.ui.desk import TO_COMPARE
from workbench.ui.matrix_delegate import (
    ARTICLE_WIDTH,
    MOST_WIDTH,
    OUTLET_WIDTH,
    MatrixDelegate,
    MatrixHead,
)
from workbench.ui.matrix_model import MatrixModel
from workbench.ui.matrix_place import MatrixPlace, go_to, outlets_of, place_in
from workbench.ui.matrix_sheet import (
    EMPTY,
    MOST_ARTICLES,
    Order,
    by_article,
    by_outlet,
    oblong,
    square,
)
from workbench.ui.overview_page import lay_out
from workbench.ui.parts import Elided, label, tool_button
from workbench.ui.shown_late import ShownLate
from workbench.ui.steps import Steps
from workbench.ui.table import Table
from workbench.ui.theme import sans, scaled
from workbench.ui.wording import count

if TYPE_CHECKING:
    from workbench.comparison.shares import Shares
    from workbench.ui.desk import Desk
    from workbench.ui.matrix_sheet import Member, Sheet
    from workbench.ui.theme import Theme

ORDERS = {
    Order.OUTLET.value: ("Outlet", "By outlet, then by date"),
    Order.DATE.value: ("Date", "By date, the earliest first"),
    Order.OWNER.value: ("Owner", "By who owns the outlet, then by outlet"),
    Order.LIKENESS.value: ("Likeness", "Those with much in common beside each other"),
}
HOW_TO_READ = (
    "Each row tells how much of its words the columns have too. Click a cell, or press Enter,"
    " to read the two side by side."
)


class MatrixView(ShownLate):
    """The table, what its cells say, and the way down to articles; built when it is shown.

    `pair_chosen` names two articles, or the same one twice.
    """

    pair_chosen = Signal(str, str)

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("matrix")
        self._desk = desk
        self._shares: Shares | None = None
        self._work: Steps | None = None
        self._opened: tuple[Member, Member] | None = None
        self._place = MatrixPlace()
        self.model = MatrixModel(self)
        self.table = Table(self.model, "Words in common, article by article")
        self._delegate = MatrixDelegate(theme, self.table)
        self.table.setItemDelegate(self._delegate)
        self.rows = MatrixHead(Qt.Orientation.Vertical, theme, self.table)
        self.columns = MatrixHead(Qt.Orientation.Horizontal, theme, self.table)
        self.table.setVerticalHeader(self.rows)
        self.table.setHorizontalHeader(self.columns)
        self.order = Choice("Order by", ORDERS)
        self.up = tool_button("‹ All outlets", name="All outlets", tip="Back to all outlets")
        self.title = label("", sans(13, semibold=True))
        self.left_out = Elided("")
        self.told = label("", sans(12), wraps=True)
        self.empty = label("", sans(13), dim=True, wraps=True)
        self._lay_out()
        self._connect()

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours and sizes from now on."""
        for part in (self._delegate, self.rows, self.columns):
            part.theme = theme
        for head in (self.rows, self.columns):
            head.measure()
        self._share_room()
        self.table.viewport().update()

    def refresh(self) -> None:
        """Count anew, at once or when the table is shown, and stay where one is."""
        if self._shares is not None:
            self._place = place_in(self.table, self.model, self._opened)
        self._shares = None
        if self._work is not None:
            self._work.stop()
            self._work = None
        super().refresh()

    def go_up(self) -> None:
        """Go back from the articles of two outlets to all outlets."""
        if self._opened is not None:
            opened, self._opened = self._opened, None
            self._build()
            self._mark(opened)

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.addWidget(self.up)
        bar.addWidget(self.title)
        bar.addWidget(self.left_out, 1)
        bar.addWidget(self.order)
        self._stack = lay_out(self, bar, self.table, self.told, self.empty)

    def _connect(self) -> None:
        self.table.wanted.connect(self._open)
        self.table.pointed.connect(self._tell)
        self.table.left.connect(self.go_up)
        self.up.clicked.connect(self.go_up)
        self.order.chosen.connect(self._build)
        self._desk.comparison_changed.connect(self.refresh)
        self._desk.outlets_changed.connect(self.refresh)
        self.contents_wanted.connect(self._count)

    def _count(self) -> None:
        from workbench.comparison.shares import measuring

        comparison = self._desk.comparison
        self._opened = None
        self._build()
        if len(comparison.articles) >= TO_COMPARE:
            self._work = Steps(measuring(comparison.articles, comparison.pairs), self)
            self._work.finished.connect(self._take)
            self._work.start()

    def _take(self, shares: Shares) -> None:
        self._work, self._shares = None, shares
        self._opened = outlets_of(self._place, self._outlets())
        self._build()
        go_to(self._place, self.table, self.model)

    def _build(self) -> None:
        """Show the sheet of what is opened, in the order that is chosen."""
        sheet = self._sheet()
        self.model.show(sheet)
        is_outlets = self._share_room()
        self.up.setVisible(self._opened is not None)
        self.title.setText(self._named(sheet))
        left_out = "articles" if self._opened or not is_outlets else "outlets"
        words = f"without {sheet.left_out:,} {left_out} that have little or nothing in common"
        self.left_out.setText(words if sheet.left_out else "")
        self.left_out.setToolTip(self.left_out.text())
        self.empty.setText(self._what_to_do())
        self._stack.setCurrentIndex(0 if sheet.rows else 1)
        self._tell(QModelIndex())

    def _share_room(self) -> bool:
        """Give the columns their widths, and tell whether they are outlets."""
        columns = self.model.sheet.columns
        is_outlets = bool(columns) and not columns[0].id
        self.table.least = scaled(OUTLET_WIDTH if is_outlets else ARTICLE_WIDTH)
        self.table.most = scaled(MOST_WIDTH)
        self.table.share_room()
        return is_outlets

    def _sheet(self) -> Sheet:
        shares, order = self._shares, Order(self.order.current)
        if shares is None:
            return EMPTY
        articles, desk = self._desk.comparison.articles, self._desk
        if self._opened is not None:
            one, other = (
                by_article(articles, each.places, desk.siglum, desk.outlet) for each in self._opened
            )
            return oblong(shares, one, other, order)
        outlets = self._outlets()
        if len(articles) > MOST_ARTICLES and len(outlets) > 1:
            return square(shares, outlets, order)
        every = by_article(articles, range(len(articles)), desk.siglum, desk.outlet)
        return square(shares, every, order)

    def _outlets(self) -> tuple[Member, ...]:
        return by_outlet(self._desk.comparison.articles, self._desk.outlet)

    def _named(self, sheet: Sheet) -> str:
        if self._opened is not None:
            one, other = self._opened
            return one.name if one == other else f"{one.name} and {other.name}"
        if sheet.rows and not sheet.rows[0].id:
            return f"All outlets: {len(sheet.rows):,}"
        return f"All articles: {len(sheet.rows):,}"

    def _what_to_do(self) -> str:
        if len(self._desk.articles) < TO_COMPARE:
            return "How much articles have in common is shown here once there are two of them."
        if not self._desk.comparison.articles:
            return "The articles are being compared."
        if self._shares is None:
            return f"The words of {count(len(self._desk.articles), 'article')} are being counted."
        return "No two of these articles have anything in common."

    def _tell(self, index: QModelIndex) -> None:
        """Say what a cell stands for, and let its heads stand out."""
        self.rows.set_current(index.row())
        self.columns.set_current(index.column())
        self.told.setText(self.model.told(index) if index.isValid() else HOW_TO_READ)

    def _open(self, index: QModelIndex) -> None:
        one, other = self.model.members(index) or (None, None)
        if one is None or other is None:
            return
        if one.id:
            self.pair_chosen.emit(one.id, other.id)
        elif self.model.sheet.common[index.row()][index.column()]:
            self._opened = (one, other)
            self._build()
            self.table.setCurrentIndex(self.model.index(0, 0))

    def _mark(self, members: tuple[Member, Member]) -> None:
        """Make the cell of two members the current one, where they are in the table."""
        rows, columns = self.model.sheet.rows, self.model.sheet.columns
        if members[0] in rows and members[1] in columns:
            place = (rows.index(members[0]), columns.index(members[1]))
            self.table.setCurrentIndex(self.model.index(*place))
