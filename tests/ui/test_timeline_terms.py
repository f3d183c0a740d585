"""The uses of a term, over time and by outlet."""

from dataclasses import replace

import pytest
from moments import DAYS, dated
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from tables import cells

from workbench.model import Passage, Span, Term, TermFamily
from workbench.ui.theme import DARK
from workbench.ui.timeline_terms import TermBars, TermBarsModel

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
LEFT = Qt.MouseButton.LeftButton


def use(article, start=0):
    return Passage(article, Span(start, start + 3))


FAMILY = TermFamily(
    (
        Term("the ferry", (use("one"), use("one", 5), use("two"))),
        Term("that ferry", (use("three"),)),
    ),
    1.0,
)


@pytest.fixture
def bars(desk, qtbot):
    made = TermBars(desk)
    qtbot.addWidget(made)
    made.resize(300, 176)
    made.show_family(FAMILY)
    qtbot.waitExposed(made)
    return made


def names(bars):
    count = bars.model.columnCount()
    return [bars.model.headerData(one, Qt.Orientation.Horizontal) for one in range(count)]


def test_the_uses_of_a_term_stand_by_date_and_by_outlet(bars, qtbot):
    assert names(bars) == ["20 Feb", "21 Feb", "22 Feb"]
    assert cells(bars) == [["", "1", "2"], ["1", "", ""]]
    told = bars.model.index(0, 2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "“the ferry”, 22 Feb: 2 uses"
    qtbot.mouseClick(bars.axis.buttons["outlet"], LEFT)
    assert names(bars) == ["Evening Star", "Morning Post"]
    assert cells(bars) == [["1", "2"], ["", "1"]]


def test_an_article_without_outlet_stands_under_its_letter(desk, bars, qtbot):
    desk.show_articles([replace(one, outlet="") for one in desk.articles])
    qtbot.mouseClick(bars.axis.buttons["outlet"], LEFT)
    assert names(bars) == ["A", "C", "B"]


def test_uses_on_many_days_stand_by_month(desk, bars):
    articles = dated(*DAYS)
    desk.show_articles(articles)
    bars.show_family(TermFamily((Term("it", tuple(use(one.id) for one in articles)),), 0.0))
    assert names(bars) == ["Jan 2024", "Feb 2024", "Mar 2024"]


def test_uses_are_drawn_and_nothing_is_shown_of_no_term(bars):
    before = bars.table.grab().toImage()
    bars.set_theme(DARK)
    assert bars.table.grab().toImage() != before
    bars.show_family(None)
    assert bars.isHidden()
    assert bars.model.rowCount() == 0


def test_the_model_of_the_bars_keeps_to_the_rules_of_qt(bars):
    model = TermBarsModel()
    QAbstractItemModelTester(model, FATAL)
    QAbstractItemModelTester(bars.model, FATAL)
    model.show((), (), None)
    bars.axis.buttons["outlet"].click()
    assert bars.model.rowCount() == 2
