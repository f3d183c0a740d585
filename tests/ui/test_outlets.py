"""The list of outlets: sorted, searched, written in place, joined."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLineEdit

from workbench.model import Article, Outlet
from workbench.ui.matrix_sheet import by_article, by_outlet
from workbench.ui.outlet_chip import CHIP, OutletChip
from workbench.ui.outlets_dock import OutletsDock
from workbench.ui.outlets_model import COLUMNS, Column, OutletsModel
from workbench.ui.theme import DARK, LIGHT

OUTLETS = (
    Outlet("Post", "P", "Utopia", "Harbour Group", "#2471a3"),
    Outlet("Star", country="Arcadia"),
    Outlet("herald"),
)
ARTICLES = {"Post": 2, "herald": 12}


@pytest.fixture
def model(qapp):
    made = OutletsModel()
    made.show(OUTLETS, ARTICLES, can_write=True)
    return made


@pytest.fixture
def dock(qtbot):
    made = OutletsDock(LIGHT)
    qtbot.addWidget(made)
    made.resize(900, 300)
    made.show()
    made.show_outlets(OUTLETS, ARTICLES, can_write=True)
    return made


def names(model):
    return [model.row_of(place).outlet.name for place in range(model.rowCount())]


def test_it_behaves_as_qt_asks(qtmodeltester, model):
    qtmodeltester.check(model, force_py=True)


def test_qts_own_tester_finds_nothing_while_it_changes(model):
    tester = QAbstractItemModelTester(model)
    model.search("utopia")
    model.show(OUTLETS[:1], {}, can_write=False)
    model.search("nothing of the kind")
    model.search("")
    model.show((), {}, can_write=True)
    model.show(OUTLETS, ARTICLES, can_write=True)
    assert tester.model() is model


@pytest.mark.parametrize(
    ("column", "order", "expected"),
    [
        (Column.NAME, Qt.SortOrder.AscendingOrder, ["herald", "Post", "Star"]),
        (Column.NAME, Qt.SortOrder.DescendingOrder, ["Star", "Post", "herald"]),
        (Column.ARTICLES, Qt.SortOrder.DescendingOrder, ["herald", "Post", "Star"]),
        (Column.COUNTRY, Qt.SortOrder.AscendingOrder, ["Star", "Post", "herald"]),
    ],
)
def test_rows_are_sorted_by_any_column(model, column, order, expected):
    model.sort(COLUMNS.index(column), order)
    assert names(model) == expected


def test_all_that_is_known_is_searched(model):
    model.search("HARBOUR uto")
    assert names(model) == ["Post"]
    assert (model.known, model.place_of("Star"), model.place_of("Post")) == (3, None, 0)


def test_cells_tell_what_is_known(model):
    place = model.place_of("herald")
    articles = model.index(place, COLUMNS.index(Column.ARTICLES))
    assert articles.data() == "12"
    assert articles.data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight
    head = model.headerData(
        articles.column(), Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole
    )
    assert head & Qt.AlignmentFlag.AlignRight
    post = model.index(model.place_of("Post"), 0)
    assert post.data(Qt.ItemDataRole.ToolTipRole) == "Post\n2 articles\nP\nUtopia\nHarbour Group"
    assert model.data(QModelIndex()) is None
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    short = COLUMNS.index(Column.SHORT)
    tip = model.headerData(short, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
    assert tip == "What narrow columns show"


def test_all_but_the_number_can_be_written_unless_the_project_is_only_read(model):
    editable = Qt.ItemFlag.ItemIsEditable
    flags = [bool(model.flags(model.index(0, place)) & editable) for place in range(len(COLUMNS))]
    assert flags == [True, False, True, True, True, True]
    model.show(OUTLETS, ARTICLES, can_write=False)
    assert not model.flags(model.index(0, 0)) & editable
    assert model.flags(QModelIndex()) == Qt.ItemFlag.NoItemFlags


def test_what_is_written_is_told(model, qtbot):
    index = model.index(model.place_of("Star"), COLUMNS.index(Column.SHORT))
    with qtbot.waitSignal(model.written) as written:
        assert model.setData(index, "S")
    assert written.args == [("Star",), "short", "S"]
    assert not model.setData(index, "S", Qt.ItemDataRole.CheckStateRole)


def write(dock, qtbot, name, column, words):
    table = dock.table
    index = dock.model.index(dock.model.place_of(name), COLUMNS.index(column))
    table.edit(index)
    editor = table.findChild(QLineEdit)
    assert editor.accessibleName()
    qtbot.keyClicks(editor, words)
    with qtbot.waitSignal(dock.model.written) as written:
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: table.findChild(QLineEdit) is None)
    return written.args


def test_a_name_is_written_for_one_outlet_and_all_else_for_the_marked_ones(dock, qtbot):
    dock.table.mark(("herald", "Star"))
    assert write(dock, qtbot, "Star", Column.GROUP, "X") == [("herald", "Star"), "group", "X"]
    assert write(dock, qtbot, "Post", Column.GROUP, "X")[0] == ("Post",)
    dock.table.mark(("herald", "Star"))
    assert write(dock, qtbot, "Star", Column.NAME, "Sun")[0] == ("Star",)


def test_two_marked_outlets_can_be_joined_into_the_larger(dock, qtbot):
    assert not dock.join.isVisible()
    dock.table.mark(("Post", "Star", "herald"))
    offered = [dock.into.itemData(place) for place in range(dock.into.count())]
    assert offered == ["herald", "Post", "Star"]
    assert not dock.list_button.isVisible()
    with qtbot.waitSignal(dock.join_wanted) as wanted:
        qtbot.mouseClick(dock.join, Qt.MouseButton.LeftButton)
    assert wanted.args == ["herald", ("herald", "Post", "Star")]


def test_a_colour_is_given_and_taken_with_a_click(dock, qtbot):
    dock.table.mark(("Star",))
    for colour in ("#2471a3", ""):
        with qtbot.waitSignal(dock.model.written) as written:
            qtbot.mouseClick(dock.swatches[colour], Qt.MouseButton.LeftButton)
        assert written.args == [("Star",), "colour", colour]


def test_what_is_marked_stays_so_where_it_moves(dock):
    dock.table.mark(("Star",))
    dock.model.sort(0, Qt.SortOrder.DescendingOrder)
    assert dock.table.marked() == ("Star",)


def test_a_project_that_is_only_read_offers_nothing(dock):
    dock.show_outlets(OUTLETS, ARTICLES, can_write=False)
    dock.table.mark(("Post", "Star"))
    assert not dock.join.isVisible()
    assert not any(swatch.isEnabled() for swatch in dock.swatches.values())


def test_it_says_what_to_do_where_there_is_nothing(dock):
    assert (dock.empty_words, dock.number.text()) == ("", "3 outlets")
    dock.search.setText("nothing of the kind")
    assert (dock.empty_words, dock.number.text()) == ("No outlet fits.", "0 of 3 outlets")
    dock.show_outlets((), {}, can_write=True)
    assert dock.empty_words.startswith("No article names its outlet yet")


def test_a_chip_has_its_outlets_colour_or_is_out_of_sight(qtbot):
    chip = OutletChip(LIGHT)
    qtbot.addWidget(chip)
    chip.set_colour("#2471a3")
    assert chip.grab().toImage().pixelColor(CHIP // 2, CHIP // 2) == QColor("#2471a3")
    chip.set_theme(DARK)
    assert chip.isVisible()
    chip.set_colour("")
    assert not chip.isVisible()


def test_members_of_the_matrix_know_their_outlets():
    known = {outlet.name: outlet for outlet in OUTLETS}.__getitem__
    articles = (Article("a1", "Text.", "Post"), Article("a2", "Text.", "Star"))
    post, star = by_outlet(articles, known)
    assert (post.short, post.owner, post.colour) == ("P", "Harbour Group", "#2471a3")
    assert post.facts == "1 article · Harbour Group"
    assert (star.short, star.owner, star.facts) == ("", "", "1 article")
    assert by_article(articles, (0,), str, known)[0].short == "P"
