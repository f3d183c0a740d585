"""The rows of an import: sorted, narrowed, ticked and corrected, one or many at once."""

import pytest
from PySide6.QtCore import Qt

from workbench.model import Article, ArticleError, FileError, FileProblem, FileReading
from workbench.project.duplicates import Likeness
from workbench.project.import_preview import Fate, judged, likenesses, preview
from workbench.ui.import_cells import COLUMNS, DIM, PROBLEM, Column, Kind
from workbench.ui.import_model import ImportModel

FERRY = "The ferry left the harbour at noon, with forty cars on board, and nobody waved at all."
KNOWN = (
    Article("a1", FERRY, "Ledger", "Ferry leaves", published="2024-02-21"),
    Article("a2", "A band played.", "Post", "Band plays"),
)
READ = FileReading(
    "/press/x.docx",
    "nexis",
    (
        Article("", FERRY, "Ledger", "Ferry leaves", language="en"),
        Article("", "A band played.", "Post", "Band and song", "Ann Lee"),
        Article(
            "", f"{FERRY} Or so it was said.", "Ledger", "Ferry leaves", published="2024-02-22"
        ),
        Article("", "One two three.", "", "Zebra", published="2024-02-20T08:00"),
        Article("", "One two.", "Post", "apple", published="2024-02-19"),
        Article("", "One two.", "Post", "apple", published="2024-02-19"),
    ),
    8,
    (
        ArticleError("/press/x.docx", FileProblem.DAMAGED, place=4, raw="Torn"),
        FileError("/press/x.docx", FileProblem.INCOMPLETE, "1"),
    ),
)


@pytest.fixture
def model(qapp):
    made = ImportModel()
    headlines = {article.id: article.headline for article in KNOWN}
    made.show(judged(KNOWN, preview([READ])), headlines.__getitem__)
    return made


def cell(model, row, column, role=Qt.ItemDataRole.DisplayRole):
    return model.data(model.index(row, COLUMNS.index(column)), role)


def column_of(model, column):
    return [cell(model, row, column) for row in range(model.rowCount())]


def set_cell(model, row, column, value, role=Qt.ItemDataRole.EditRole):
    return model.setData(model.index(row, COLUMNS.index(column)), value, role)


def test_it_is_a_sound_model(model, qtmodeltester):
    qtmodeltester.check(model)
    assert model.headerData(0, Qt.Orientation.Horizontal) == "Headline"
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.line(model.index(99, 0)) is None
    assert model.flags(model.index(99, 0)) == Qt.ItemFlag.NoItemFlags
    assert model.data(model.index(99, 0)) is None


def test_problems_of_a_file_stand_before_its_articles(model):
    assert column_of(model, Column.HEADLINE)[:3] == [
        "Article 4 of x.docx", "x.docx", "Ferry leaves"
    ]  # fmt: skip
    assert column_of(model, Column.WHAT) == [
        "Damaged, set aside",
        "1 announced article not there",
        "Same text as “Ferry leaves”",
        "Other date or headline for “Band plays”",
        "Revision of “Ferry leaves”",
        "New",
        "New",
        "Same text as “apple”",
    ]
    assert cell(model, 0, Column.HEADLINE, PROBLEM)
    assert not cell(model, 2, Column.HEADLINE, PROBLEM)
    assert "set aside" in cell(model, 0, Column.OUTLET, Qt.ItemDataRole.ToolTipRole)
    assert cell(model, 0, Column.OUTLET) == ""
    assert cell(model, 0, Column.OUTLET, DIM)
    assert cell(model, 0, Column.HEADLINE, Qt.ItemDataRole.DecorationRole) is None


def test_what_is_told_and_what_is_not(model):
    assert cell(model, 2, Column.DATE) == "Not known"
    assert cell(model, 5, Column.DATE) == "20 Feb 2024"
    assert cell(model, 5, Column.DATE, Qt.ItemDataRole.ToolTipRole) == "2024-02-20T08:00"
    assert cell(model, 5, Column.OUTLET, DIM)
    assert not cell(model, 5, Column.HEADLINE, DIM)
    assert cell(model, 2, Column.LANGUAGE) == "English"
    assert cell(model, 3, Column.LANGUAGE) == ""
    assert cell(model, 5, Column.WORDS) == "3"
    assert cell(model, 5, Column.READER) == "Nexis"
    assert cell(model, 5, Column.READER, Qt.ItemDataRole.ToolTipRole) == "x.docx"
    assert cell(model, 5, Column.BYLINE, Qt.ItemDataRole.DecorationRole) is None


def test_rows_are_sorted_and_what_is_marked_stays_so(model):
    zebra = column_of(model, Column.HEADLINE).index("Zebra")
    from PySide6.QtCore import QPersistentModelIndex

    marked = QPersistentModelIndex(model.index(zebra, 0))
    model.sort(COLUMNS.index(Column.HEADLINE))
    assert column_of(model, Column.HEADLINE)[2:] == [
        "apple", "apple", "Band and song", "Ferry leaves", "Ferry leaves", "Zebra"
    ]  # fmt: skip
    assert marked.row() == 7
    model.sort(COLUMNS.index(Column.WORDS), Qt.SortOrder.DescendingOrder)
    words = [int(one) for one in column_of(model, Column.WORDS) if one]
    assert words == sorted(words, reverse=True)
    model.sort(-1)
    assert column_of(model, Column.HEADLINE)[5] == "Zebra"


@pytest.mark.parametrize(
    ("kind", "words", "headlines"),
    [
        (Kind.ALL, "ann", ["Band and song"]),
        (Kind.ALL, "post APPLE", ["apple", "apple"]),
        (Kind.ALL, "x.docx", ["Article 4 of x.docx", "x.docx"]),
        (Kind.DUPLICATES, "", ["Ferry leaves", "Band and song", "Ferry leaves", "apple"]),
        (Kind.PROBLEMS, "", ["Article 4 of x.docx", "x.docx", "Zebra"]),
        (Kind.DUPLICATES, "zebra", []),
    ],
)
def test_rows_are_narrowed(model, kind, words, headlines):
    model.narrow(kind, words)
    assert column_of(model, Column.HEADLINE) == headlines


def test_kinds_are_counted(model):
    assert model.counts() == {Kind.ALL: 8, Kind.DUPLICATES: 4, Kind.PROBLEMS: 3}
    for kind, number in model.counts().items():
        model.narrow(kind)
        assert model.rowCount() == number


def test_many_are_corrected_at_once_and_it_is_taken_back(model, qtbot):
    places = model.newcomers(range(8))
    assert places == (0, 1, 2, 3, 4, 5)
    assert not model.can_take_back
    with qtbot.waitSignals([model.corrected, model.dataChanged]):
        assert model.correct(places, Column.OUTLET, "  The  Globe ")
    assert {each.article.outlet for each in model.preview.newcomers} == {"The Globe"}
    model.take_back()
    assert cell(model, 2, Column.OUTLET) == "Ledger"
    model.take_back()
    assert not model.can_take_back


def test_dates_and_languages_are_understood_or_refused(model, qtbot):
    assert set_cell(model, 5, Column.DATE, "3 March 2024")
    assert model.preview.newcomers[3].article.published == "2024-03-03"
    with qtbot.waitSignal(model.refused) as refused:
        assert not set_cell(model, 5, Column.DATE, "soon")
    assert refused.args == ["published", "soon"]
    assert set_cell(model, 5, Column.LANGUAGE, "German")
    assert cell(model, 5, Column.LANGUAGE) == "German"
    assert not set_cell(model, 5, Column.LANGUAGE, "of the birds")
    assert not set_cell(model, 5, Column.OUTLET, "Globe", Qt.ItemDataRole.DisplayRole)


def test_ticks_say_what_is_imported(model):
    ticks = Qt.ItemDataRole.CheckStateRole
    assert cell(model, 2, Column.HEADLINE, ticks) == Qt.CheckState.Unchecked
    assert cell(model, 4, Column.HEADLINE, ticks) == Qt.CheckState.Checked
    assert cell(model, 4, Column.OUTLET, ticks) is None
    set_cell(model, 4, Column.HEADLINE, Qt.CheckState.Unchecked.value, ticks)
    set_cell(model, 2, Column.HEADLINE, Qt.CheckState.Checked.value, ticks)
    set_cell(model, 5, Column.HEADLINE, Qt.CheckState.Unchecked.value, ticks)
    assert column_of(model, Column.WHAT)[2:6] == [
        "Same text as “Ferry leaves”, on its own",
        "Other date or headline for “Band plays”",
        "Changed text of “Ferry leaves”",
        "New, left out",
    ]
    assert cell(model, 5, Column.HEADLINE, DIM)


def test_a_changed_text_becomes_what_the_analyst_chooses(model):
    edit = Qt.ItemDataRole.EditRole
    assert cell(model, 4, Column.WHAT, edit) == "revision"
    assert set_cell(model, 4, Column.WHAT, "article")
    assert model.preview.newcomers[2].fate is Fate.ARTICLE
    assert cell(model, 4, Column.WHAT) == "Changed text of “Ferry leaves”, on its own"


def test_only_articles_are_corrected(model):
    editable, tickable = Qt.ItemFlag.ItemIsEditable, Qt.ItemFlag.ItemIsUserCheckable
    flags = [
        [model.flags(model.index(row, place)) for place in range(len(COLUMNS))] for row in (0, 2)
    ]
    assert not any(each & (editable | tickable) for each in flags[0])
    assert [column for column, each in zip(COLUMNS, flags[1], strict=True) if each & editable] == [
        Column.HEADLINE, Column.WHAT, Column.OUTLET, Column.DATE, Column.BYLINE, Column.LANGUAGE
    ]  # fmt: skip
    assert [each & tickable == tickable for each in flags[1]] == [True] + [False] * 7


def test_what_articles_are_is_asked_again(model):
    model.correct((3,), Column.OUTLET, "Post")
    model.choose((5,), Fate.ARTICLE)
    model.judge(likenesses((), model.preview))
    assert [each.likeness for each in model.preview.newcomers[:3]] == [Likeness.NEW] * 3
    assert model.preview.newcomers[5].fate is Fate.ARTICLE
