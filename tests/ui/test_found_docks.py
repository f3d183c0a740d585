"""The lists of what was found: each row says what it stands for and leads to the text."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt

from workbench.comparison.sayings import sayings
from workbench.model import (
    Boilerplate,
    Comparison,
    Flag,
    Passage,
    Quotation,
    Span,
    Term,
    TermFamily,
    Wording,
)
from workbench.ui.boilerplate_dock import EMPTY, KEPT, BoilerplateDock
from workbench.ui.desk import Desk
from workbench.ui.quotations_dock import QUICK, QuotationsDock
from workbench.ui.terms_dock import TermsDock
from workbench.ui.wording_dock import WordingDock

LEFT, GATE = Span(4, 18), Span(10, 14)


def made(qtbot, dock, desk, **found):
    """Show a dock and a comparison that has found something more."""
    widget = dock(desk)
    qtbot.addWidget(widget)
    widget.show()
    qtbot.waitExposed(widget)
    desk.show_comparison(replace(desk.comparison, **found))
    return widget


def cells(listing, index=None):
    """Return the cells of the rows below one, as they are shown."""
    view = listing.view.model()
    count = view.rowCount(index) if index else view.rowCount()
    return [
        [listing.shown(row, column, index).data() for column in range(view.columnCount())]
        for row in range(count)
    ]


def click(qtbot, listing, index):
    place = listing.view.visualRect(index).topLeft() + QPoint(12, 6)
    qtbot.mouseClick(listing.view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def mark(listing, *indices):
    selection = listing.view.selectionModel()
    selection.clearSelection()
    for index in indices:
        selection.select(index, selection.SelectionFlag.Select | selection.SelectionFlag.Rows)


WORDING = (
    Wording("noon", "dusk", (Flag.DATE, Flag.CUE), ("p1", "p3")),
    Wording("left", "", (), ("p1",)),
)


def test_a_difference_says_its_readings_and_leads_from_passage_to_passage(desk, qtbot):
    dock = made(qtbot, WordingDock, desk, wording=WORDING)
    assert cells(dock.listing) == [
        ["noon", "dusk", "2", "date, cue verb", "A B C"],
        ["left", "–", "1", "", "A B"],
    ]
    chosen = []
    dock.passage_chosen.connect(chosen.append)
    dock.passage_chosen.connect(desk.choose)
    for _ in range(3):
        click(qtbot, dock.listing, dock.listing.shown(0))
    assert chosen == ["ferry", "band", "ferry"]


def test_a_difference_outside_every_cluster_leads_nowhere(desk, qtbot):
    dock = made(qtbot, WordingDock, desk, wording=WORDING, clusters=())
    with qtbot.assertNotEmitted(dock.passage_chosen):
        click(qtbot, dock.listing, dock.listing.shown(0))


def test_a_list_behind_another_is_built_when_it_is_shown(desk, qtbot):
    dock = WordingDock(desk)
    qtbot.addWidget(dock)
    desk.show_comparison(replace(desk.comparison, wording=WORDING))
    assert dock.listing.model.rowCount() == 0
    dock.show()
    assert dock.listing.model.rowCount() == 2
    dock.hide()
    desk.show_comparison(desk.comparison)
    dock.listing.model.show(())
    dock.show()
    assert dock.listing.model.rowCount() == 2


@pytest.mark.parametrize("dock", [WordingDock, TermsDock, QuotationsDock])
def test_empty_lists_say_what_to_do(dock, qapp, qtbot, articles):
    desk = Desk()
    widget = dock(desk)
    qtbot.addWidget(widget)
    widget.show()
    first = widget.listing.empty_words
    desk.show_articles(articles)
    second = widget.listing.empty_words
    desk.show_comparison(Comparison(articles))
    third = widget.listing.empty_words
    assert len({first, second, third}) == 3
    assert all(words.endswith(".") for words in (first, second, third))


FAMILIES = (
    TermFamily(
        (
            Term("left", (Passage("one", LEFT), Passage("three", GATE), Passage("one", GATE))),
            Term("sailed", ()),
        ),
        3.25,
    ),
    TermFamily((Term("harbour", (Passage("two", GATE),)),), 0.0, chosen=True),
)


@pytest.fixture
def terms(desk, qtbot):
    return made(qtbot, TermsDock, desk, terms=FAMILIES)


def test_terms_stand_in_families_with_counts_and_uses(terms):
    listing = terms.listing
    family = listing.shown(0)
    assert cells(listing)[0] == ["left / sailed", "3", "Morning Post 3", "3.2"]
    assert "made by you" in listing.shown(1).data(Qt.ItemDataRole.ToolTipRole)
    assert cells(listing, family) == [
        ["left", "3", "Morning Post 3", ""],
        ["sailed", "0", "", ""],
    ]
    form = listing.shown(0, 0, family)
    listing.view.expandAll()
    assert cells(listing, form)[0][0].startswith("A  … ferry left")
    assert cells(listing, form)[0][2] == "Morning Post · 22 Feb"
    assert listing.view.isFirstColumnSpanned(0, form)
    assert not listing.view.isFirstColumnSpanned(0, family)


def test_a_use_leads_to_its_place_and_a_family_does_not(terms, qtbot):
    terms.listing.view.expandAll()
    family = terms.listing.shown(0)
    use = terms.listing.shown(1, 0, terms.listing.shown(0, 0, family))
    with qtbot.waitSignal(terms.place_chosen) as chosen:
        click(qtbot, terms.listing, use)
    assert chosen.args == ["three", GATE]
    with qtbot.assertNotEmitted(terms.place_chosen):
        click(qtbot, terms.listing, family)


def test_a_form_is_added_to_the_marked_family_or_makes_its_own(terms, qtbot):
    mark(terms.listing, terms.listing.shown(0, 0, terms.listing.shown(0)))
    with qtbot.waitSignal(terms.join_wanted) as joined:
        qtbot.keyClicks(terms.form, " put to sea ")
        qtbot.keyClick(terms.form, Qt.Key.Key_Return)
    assert joined.args == [("left", "sailed"), ("put to sea",)]
    assert terms.form.text() == ""
    with qtbot.waitSignal(terms.family_wanted) as made_anew:
        qtbot.keyClicks(terms.form, "pier / quay")
        qtbot.keyClick(terms.form, Qt.Key.Key_Return)
    assert made_anew.args == [("pier", "quay")]
    mark(terms.listing)
    with qtbot.waitSignal(terms.family_wanted) as alone:
        qtbot.keyClicks(terms.form, "pier")
        qtbot.keyClick(terms.form, Qt.Key.Key_Return)
    assert alone.args == [("pier",)]
    with qtbot.assertNotEmitted(terms.family_wanted):
        qtbot.keyClicks(terms.form, " / ")
        qtbot.keyClick(terms.form, Qt.Key.Key_Return)


def test_families_are_joined_and_forms_split_off_where_that_can_be(terms, qtbot):
    assert not terms.join.isEnabled()
    assert not terms.split.isEnabled()
    mark(terms.listing, terms.listing.shown(0), terms.listing.shown(1))
    assert terms.join.isEnabled()
    with qtbot.waitSignal(terms.join_wanted) as joined:
        qtbot.mouseClick(terms.join, Qt.MouseButton.LeftButton)
    assert joined.args == [("left", "sailed"), ("harbour",)]
    mark(terms.listing, terms.listing.shown(1, 0, terms.listing.shown(0)))
    assert not terms.join.isEnabled()
    with qtbot.waitSignal(terms.split_wanted) as split:
        qtbot.mouseClick(terms.split, Qt.MouseButton.LeftButton)
    assert split.args == [("left", "sailed"), "sailed"]


def quoted(desk, article, words, *said):
    start = desk.article(article).text.index(words)
    return Quotation(article, Span(start, start + len(words)), *said)


@pytest.fixture
def quotations(desk, qtbot):
    captain = ("Ines Vale, captain", None, "said")
    told = (
        quoted(desk, "one", "The ferry left the harbour at noon.", *captain, "ferry"),
        quoted(desk, "one", "Nobody waved."),
        quoted(desk, "two", "ferry left the harbour at dusk.", "Bo Rask", None, "told", "ferry"),
        quoted(desk, "three", "The ferry left", None, None, None, "ferry"),
    )
    dock = made(qtbot, QuotationsDock, desk, quotations=told)
    dock.resize(900, 300)
    return dock


def test_a_thing_said_is_one_row_with_a_column_for_each_outlet(quotations):
    head = quotations.listing.view.model().headerData
    assert [head(place, Qt.Orientation.Horizontal) for place in range(4)] == [
        "Speaker",
        "Outlets",
        "Morning Post",
        "Evening Star",
    ]
    rows = cells(quotations.listing)
    assert [row[0] for row in rows] == ["Ines Vale, captain", "not named"]
    assert [row[1] for row in rows] == ["2", "1"]
    assert rows[0][2] == "cut — The ferry left the harbour at noon. … The ferry left"
    assert rows[0][3] == "cut, changed, said by Bo Rask — ferry left the harbour at dusk."
    assert rows[1][3] == ""


def test_quotations_of_many_are_put_together_elsewhere(desk, articles, qtbot):
    told = [
        replace(quoted(desk, "one", "The ferry"), span=Span(0, end)) for end in range(1, QUICK + 2)
    ]
    dock = QuotationsDock(desk)
    qtbot.addWidget(dock)
    desk.show_comparison(replace(desk.comparison, quotations=tuple(told)))
    with qtbot.waitSignal(dock.sayings_wanted) as asked:
        dock.show()
    (part,) = asked.args
    assert [article.id for article in part.articles] == ["one"]
    assert part.quotations == tuple(told)
    assert part.pairs == ()
    assert "being put side by side" in dock.listing.empty_words
    said = sayings(part)
    dock.show_sayings(Comparison(articles), said)
    assert dock.listing.empty_words
    dock.show_sayings(part, said)
    assert dock.listing.model.rowCount() == len(said)
    dock.show_sayings(part, ())
    assert dock.listing.model.rowCount() == len(said)


def test_beside_the_pointer_stands_who_said_it_and_where_it_differs(quotations):
    tip = quotations.listing.shown(0, 3).data(Qt.ItemDataRole.ToolTipRole)
    words, told, *differences = tip.split("\n")
    assert words == "ferry left the harbour at dusk."
    assert told == "— Bo Rask (“told”)"
    assert "“dusk” where the fullest has “noon”" in differences
    tip = quotations.listing.shown(1, 2).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "Nobody waved.\n— speaker not named"


def test_a_cell_leads_to_what_its_outlet_has(quotations, qtbot):
    for column, article in ((0, "one"), (1, "one"), (3, "two")):
        with qtbot.waitSignal(quotations.place_chosen) as chosen:
            click(qtbot, quotations.listing, quotations.listing.shown(0, column))
        assert chosen.args[0] == article
    with qtbot.assertNotEmitted(quotations.place_chosen):
        click(qtbot, quotations.listing, quotations.listing.shown(1, 3))


BOILERPLATE = (
    Boilerplate("Read more\nhere.", "Morning Post", (Passage("one", LEFT), Passage("two", LEFT))),
    Boilerplate("Ends.", "", (Passage("three", GATE),)),
)


def test_what_was_left_out_is_listed_and_can_be_compared_again(desk, qtbot):
    dock = made(qtbot, BoilerplateDock, desk, boilerplate=BOILERPLATE)
    dock.set_kept(("Subscribe.",))
    dock.set_kept(("Subscribe.",))
    assert cells(dock.listing) == [
        ["Read more here.", "2", "Morning Post"],
        ["Ends.", "1", "several outlets"],
        ["Subscribe.", "", KEPT],
    ]
    with qtbot.waitSignal(dock.place_chosen) as chosen:
        click(qtbot, dock.listing, dock.listing.shown(0))
    assert chosen.args == ["one", LEFT]
    mark(dock.listing, dock.listing.shown(0), dock.listing.shown(2))
    with qtbot.waitSignal(dock.keep_wanted) as kept:
        qtbot.mouseClick(dock.keep, Qt.MouseButton.LeftButton)
    assert kept.args == [("Read more\nhere.",)]
    with qtbot.waitSignal(dock.leave_out_wanted) as left_out:
        qtbot.mouseClick(dock.leave_out, Qt.MouseButton.LeftButton)
    assert left_out.args == [("Subscribe.",)]
    with qtbot.assertNotEmitted(dock.place_chosen):
        click(qtbot, dock.listing, dock.listing.shown(2))


def test_where_nothing_was_left_out_it_says_so(desk, qtbot):
    dock = made(qtbot, BoilerplateDock, desk)
    assert dock.listing.empty_words == EMPTY
    assert not dock.keep.isEnabled()
