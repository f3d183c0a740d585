"""Counts of tags: tables with totals and a matrix of tags, painted, copied and clicked."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from workbench.model import Article, Codebook, Tag
from workbench.project.annotation_counts import Columns, meeting, tallying
from workbench.ui import counts_sheets
from workbench.ui.counts_dock import CountsDock
from workbench.ui.counts_model import Sheet
from workbench.ui.counts_sheets import meeting_sheet, tally_sheet
from workbench.ui.theme import DARK, LIGHT

ARTICLES = (
    Article("a1", "", "Harbour Post", "Ferry", published="2024-02-21"),
    Article("a2", "", "", "=Bad", published=""),
)
BY_ID = {article.id: article for article in ARTICLES}
CODEBOOK = Codebook((Tag("t1", "actors"), Tag("t2", "state", "t1"), Tag("t3", "never")))
TAGGINGS = (
    ("n1", "t1", "a1", 0, 9),
    ("n1", "t2", "a1", 0, 9),
    ("n2", "t1", "a2", 0, 9),
    ("n3", "t1", "a1", 5, 9),
)
USES = {"t1": 3, "t2": 1}


def result(work):
    while True:
        try:
            next(work)
        except StopIteration as end:
            return end.value


def by(columns):
    return tally_sheet(CODEBOOK, result(tallying(TAGGINGS, ARTICLES, columns)), columns, BY_ID)


@pytest.fixture
def dock(qtbot):
    made = CountsDock(LIGHT)
    qtbot.addWidget(made)
    made.tester = QAbstractItemModelTester(made.model)
    made.resize(900, 240)
    made.show()
    return made


def test_tags_by_outlet_have_totals():
    sheet = by(Columns.OUTLETS)
    assert sheet.heads == ("Harbour Post", "Outlet not known", "All")
    assert sheet.numbers == ((2, 1, 3), (1, 0, 1), (0, 0, 0), (2, 1, 3))
    assert sheet.indents == (0, 1, 0, 0)
    assert sheet.greatest == 2


def test_articles_are_named_by_headline_and_dates_written_out():
    assert by(Columns.ARTICLES).heads == ("Ferry", "=Bad", "All")
    assert by(Columns.DATES).heads == ("21 Feb 2024", "No date", "All")


def test_of_many_columns_those_with_most_are_shown(monkeypatch):
    monkeypatch.setattr(counts_sheets, "MOST_COLUMNS", 1)
    assert by(Columns.OUTLETS).keys == ("Harbour Post", None)


def test_tags_that_meet_make_a_matrix():
    met = result(meeting(TAGGINGS))
    sheet = meeting_sheet(CODEBOOK, met, USES, on_words=False)
    assert sheet.heads == ("actors", "state", "Uses")
    assert sheet.numbers == ((0, 1, 3), (1, 0, 1))
    on_words = meeting_sheet(CODEBOOK, met, USES, on_words=True)
    assert on_words.numbers[0][1] == 1


def test_it_says_what_to_do_where_nothing_was_given(dock):
    assert dock._stack.currentWidget() is dock._empty
    dock.show_sheet(by(Columns.OUTLETS))
    assert dock._stack.currentWidget() is dock.table
    assert dock.copy.isEnabled()


def test_a_number_leads_to_what_it_counts_and_none_to_nothing(dock, qtbot):
    told = []
    dock.cell_wanted.connect(lambda *each: told.append(each))
    dock.show_sheet(by(Columns.OUTLETS))
    for row, column in ((1, 0), (1, 1), (3, 2), (0, 2)):
        place = dock.table.visualRect(dock.model.index(row, column)).center()
        qtbot.mouseClick(dock.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert [(tag and tag.id, key, choice) for tag, key, choice in told] == [
        ("t2", "Harbour Post", "outlets"),
        (None, None, "outlets"),
        ("t1", None, "outlets"),
    ]


def test_the_table_is_copied_for_a_spreadsheet(dock):
    told = []
    dock.copy_wanted.connect(told.append)
    dock.show_sheet(by(Columns.ARTICLES))
    dock.copy.click()
    assert told[0].splitlines() == [
        "\tFerry\t'=Bad\tAll",
        "actors\t2\t1\t3",
        "state\t1\t0\t1",
        "never\t0\t0\t0",
        "All\t2\t1\t3",
    ]


def test_each_choice_is_told_and_explained(dock):
    told = []
    dock.choice_changed.connect(lambda: told.append(dock.choice.current))
    dock.choice.buttons["words"].click()
    dock.show_sheet(Sheet())
    assert told == ["words"]
    assert dock.explained.text() == "Stretches of text that have both tags"


def test_cells_speak_and_darken_with_their_number(dock):
    dock.show_sheet(by(Columns.OUTLETS))
    model = dock.model
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "actors, Harbour Post: 2"
    strong, weak = (
        model.index(0, column).data(Qt.ItemDataRole.BackgroundRole).alphaF() for column in (0, 1)
    )
    assert strong > weak
    assert model.index(0, 2).data(Qt.ItemDataRole.BackgroundRole) is None
    assert model.index(1, 1).data() == ""
    heads = [model.headerData(row, Qt.Orientation.Vertical) for row in range(4)]
    assert heads == ["actors", "  state", "never", "All"]
    assert model.data(QModelIndex()) is None


def test_it_is_painted_in_other_colours(dock):
    dock.show_sheet(by(Columns.OUTLETS))
    before = dock.grab().toImage()
    dock.set_theme(DARK)
    assert dock.grab().toImage() != before
