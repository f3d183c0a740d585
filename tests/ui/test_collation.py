"""The chosen passage word by word: a row per outlet, differences signed, explained and led to."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QMenu

from workbench.model import (
    Apparatus,
    ApparatusCell,
    ApparatusRow,
    Cluster,
    Comparison,
    Flag,
    Kind,
    VariantKind,
)
from workbench.project.apparatus import apparatus
from workbench.ui import collation_dock
from workbench.ui.collation_dock import BEING_LAID_OUT, NOTHING_CHOSEN
from workbench.ui.collation_model import DIFFERS, SIGLUM, SIGN, CollationModel
from workbench.ui.collation_view import WIDTHS, CollationView
from workbench.ui.collation_words import NOTHING, cell_words, named
from workbench.ui.theme import DARK, GRID

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
ROWS = Qt.Orientation.Vertical


def texts(model, row):
    return [model.index(row, column).data() for column in range(model.columnCount())]


@pytest.fixture
def collation(window):
    """The collation of the window, with the passage of the ferry chosen."""
    window.desk.choose("ferry")
    return window.collation


def test_the_model_keeps_the_rules_of_models(desk, qtmodeltester):
    model = CollationModel(desk)
    tester = QAbstractItemModelTester(model, FATAL)
    table = apparatus(desk.cluster("ferry"), desk.comparison)
    for shown in (None, table, table, None):
        model.show(shown)
        qtmodeltester.check(model)
    assert tester.model() is model
    assert (model.rowCount(), model.columnCount()) == (0, 0)
    assert model.place(model.index(0, 0)) is None
    assert model.passage(0) is None
    assert model.headerData(0, ROWS) is None


def test_there_is_a_row_for_every_outlet(collation):
    model = collation.model
    assert [model.headerData(row, ROWS, SIGLUM) for row in range(3)] == ["A", "B", "C"]
    assert model.headerData(1, ROWS) == "Evening Star, 21 Feb"
    assert model.headerData(1, ROWS, Qt.ItemDataRole.AccessibleTextRole) == "B Evening Star, 21 Feb"
    assert model.headerData(1, ROWS, Qt.ItemDataRole.DecorationRole) is None
    assert model.headerData(0, Qt.Orientation.Horizontal) is None
    assert texts(model, 1) == ["The ferry left the harbour at", "dusk", "."]


def test_differences_have_signs_and_the_earliest_is_named(collation):
    model = collation.model
    assert [model.index(row, 1).data(SIGN) for row in range(3)] == ["", "≠", ""]
    assert [model.index(0, column).data(DIFFERS) for column in range(3)] == [False, True, False]
    assert collation.facts == "3 passages · 2 differences · earliest: Morning Post, 20 Feb"
    assert "held against C" in collation.explanation.text()


def test_a_cell_is_explained_where_it_is_reached(collation, qtbot):
    collation.view.setFocus()
    collation.view.setCurrentIndex(collation.model.index(1, 0))
    assert collation.explanation.text().endswith("the same in all")
    qtbot.keyClick(collation.view, Qt.Key.Key_Right)
    assert collation.explanation.text() == "“dusk” where C has “noon”: other words"
    heard = collation.model.index(1, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard == "B, “dusk” where C has “noon”: other words"
    assert collation.model.index(1, 1).data(Qt.ItemDataRole.DecorationRole) is None


def test_enter_leads_to_the_words_in_the_article(collation, qtbot):
    collation.view.setFocus()
    collation.view.setCurrentIndex(collation.model.index(1, 1))
    with qtbot.waitSignal(collation.place_chosen) as led:
        qtbot.keyClick(collation.view, Qt.Key.Key_Return)
    article, span = led.args
    assert span.of(collation._desk.article(article).text) == "dusk"


def clipboard():
    return QGuiApplication.clipboard().text()


def test_cells_rows_and_the_table_are_copied_as_text(collation):
    view, model = collation.view, collation.model
    view.setCurrentIndex(model.index(1, 1))
    view.copy()
    assert clipboard() == "dusk"
    view.selectRow(1)
    view.copy()
    assert clipboard() == "B\tEvening Star, 21 Feb\tThe ferry left the harbour at\tdusk\t."
    menu = view.menu(0)
    copy_row, copy_table, *_ = menu.actions()
    copy_row.trigger()
    assert clipboard().startswith("A\tMorning Post, 22 Feb\t")
    copy_table.trigger()
    assert clipboard().count("\n") == 2
    menu.deleteLater()
    view.clearSelection()
    view.copy()
    assert clipboard().count("\n") == 2


@pytest.mark.qt_log_ignore("^This plugin does not support", extend=True)
def test_the_menu_comes_where_a_row_is_clicked(collation):
    view = collation.view
    view.customContextMenuRequested.emit(QPoint(5, 5))
    view.customContextMenuRequested.emit(QPoint(5, 10_000))
    (menu,) = (menu for menu in view.findChildren(QMenu) if menu.isVisible())
    menu.close()


def test_without_a_passage_the_dock_says_what_to_do(window):
    assert window.collation.empty_words == NOTHING_CHOSEN
    window.desk.choose("band")
    assert window.collation.empty_words == ""
    assert window.collation.explanation.text() == "All have the same words."
    window.desk.choose("")
    assert window.collation.empty_words == NOTHING_CHOSEN
    assert window.collation.model.rowCount() == 0


def test_a_hidden_dock_waits_until_it_is_shown(window):
    window.dock("collation").hide()
    window.desk.choose("ferry")
    assert window.collation.model.rowCount() == 0
    window.actions_by_name["collation"].trigger()
    assert window.collation.model.rowCount() == 3


def test_a_long_passage_is_asked_for(window, qtbot, monkeypatch):
    monkeypatch.setattr(collation_dock, "QUICK", 20)
    with qtbot.waitSignal(window.collation.table_wanted) as wanted:
        window.desk.choose("ferry")
    assert wanted.args == ["ferry"]
    assert window.collation.empty_words == BEING_LAID_OUT
    table = apparatus(window.desk.cluster("ferry"), window.desk.comparison)
    window.collation.show_table(replace(table, cluster="band"))
    assert window.collation.model.rowCount() == 0
    window.collation.show_table(table)
    assert window.collation.model.rowCount() == 3
    assert window.collation.empty_words == ""


def test_it_follows_theme_and_comparison(collation, window):
    window.set_theme(DARK)
    assert not window.grab().isNull()
    window.desk.show_comparison(Comparison(window.desk.articles))
    assert collation.empty_words == NOTHING_CHOSEN


def test_words_from_the_right_are_laid_out_from_the_right(collation):
    shown = collation.model.shown
    hebrew = ApparatusCell(shown.rows[0].cells[0].span, "“שלום עולם”")
    rows = tuple(replace(row, cells=(hebrew,)) for row in shown.rows)
    collation.show_table(Apparatus("ferry", rows, 0, (False,)))
    assert collation.view.layoutDirection() == Qt.LayoutDirection.RightToLeft


def test_long_cells_get_wide_where_not_all_rows_would_be_seen(collation, qtbot):
    shown = collation.model.shown
    long = ApparatusCell(shown.rows[0].cells[0].span, "the same words in all of them " * 5)
    rows = tuple(replace(row, cells=(long,)) for row in shown.rows)
    view = CollationView(collation.model, DARK)
    qtbot.addWidget(view)
    view.resize(900, 500)
    view.show()
    collation.model.show(Apparatus("ferry", rows, 0, (False,)))
    view.fit(0, from_right=False)
    assert WIDTHS[0] / 2 < view.columnWidth(0) < WIDTHS[0] + 2 * GRID + 3
    for height in (240, 140):
        view.resize(900, height)
        assert view.columnWidth(0) > WIDTHS[0]
        assert sum(map(view.rowHeight, range(len(rows)))) <= view.viewport().height()
    view.resize(900, 500)
    assert view.columnWidth(0) < WIDTHS[1]


def test_every_sort_of_cell_is_said_in_plain_words(collation):
    base = collation.model.shown.rows[0]
    span = base.cells[0].span
    one = ApparatusRow(
        "A",
        base.passage,
        (ApparatusCell(span, "eleven days"), ApparatusCell(span, ""), ApparatusCell(span, "now")),
    )
    other = ApparatusRow(
        "B",
        base.passage,
        (
            ApparatusCell(span, "9 days", VariantKind.SUBSTITUTION, (Flag.NUMBER,)),
            ApparatusCell(span, "not", VariantKind.ADDITION, (Flag.NEGATION,)),
            ApparatusCell(span, "", VariantKind.OMISSION),
        ),
    )
    third = ApparatusRow("C", base.passage, one.cells)
    shown = Apparatus("c", (one, other, third), 0, (True, True, True))
    assert [cell_words(shown, 1, column) for column in range(3)] == [
        "“9 days” where A has “eleven days”: other words, a number differs",
        "“not” where A has nothing: added, one denies it",
        "nothing where A has “now”: left out",
    ]
    assert cell_words(shown, 0, 1) == "nothing: the others are held against this row"
    assert cell_words(shown, 2, 2) == "“now”: as in A"
    assert named("word " * 20) == f"“{'word ' * 7}word…”"
    collation.show_table(replace(shown, cluster="ferry"))
    assert [collation.model.index(row, 1).data() for row in range(3)] == [NOTHING, "not", NOTHING]
    assert collation.model.index(1, 2).data() == ""


def test_a_passage_stays_chosen_where_it_is_found_again(window):
    window.desk.choose("ferry")
    found = window.desk.comparison
    ferry, band = found.clusters
    renamed = (replace(band, id="c1"), replace(ferry, id="c2", passages=ferry.passages[1:]))
    window.desk.show_comparison(replace(found, clusters=renamed))
    assert window.desk.chosen == "c2"
    assert window.collation.model.rowCount() == 2
    far = Cluster("c2", Kind.EDITED, band.passages, band.pairs)
    window.desk.show_comparison(replace(found, clusters=(far,)))
    assert window.desk.chosen == ""
