"""Which words the marked rows of a list speak of, and what its rows say."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QItemSelectionModel

from workbench.model import Passage, Span, Term, TermFamily
from workbench.ui.copied_rows import marked_rows, table_of
from workbench.ui.copied_sources import Sources, sources_of

FIRST, SECOND, THIRD = (
    Passage("one", Span(4, 9)),
    Passage("three", Span(2, 6)),
    Passage("two", Span(8, 14)),
)
FAMILIES = (
    TermFamily((Term("ferry", (FIRST, SECOND)), Term("boat", (THIRD,))), 3.0),
    TermFamily((Term("song", (SECOND,)),), 0.0),
)


@pytest.fixture
def terms(window, comparison, qtbot):
    """The list of terms in front, all of it unfolded."""
    window.desk.show_comparison(replace(comparison, terms=FAMILIES))
    window.show_dock("terms_list")
    view = window.terms.listing.view
    qtbot.waitUntil(lambda: view.model().rowCount() == 2)
    view.expandAll()
    return view


def mark(view, *indexes):
    view.clearSelection()
    flag = QItemSelectionModel.SelectionFlag
    for index in indexes:
        view.selectionModel().select(index, flag.Select | flag.Rows)


def test_a_family_a_form_or_a_use_of_a_term_is_meant(window, terms):
    model = terms.model()
    family = model.index(0, 0)
    form = model.index(0, 0, family)
    use = model.index(1, 0, form)
    mark(terms, family)
    every = sources_of(window, terms)
    assert every == Sources(places=(FIRST, SECOND, THIRD), in_sentences=True)
    mark(terms, form)
    assert sources_of(window, terms).places == (FIRST, SECOND)
    mark(terms, use, model.index(1, 0))
    assert sources_of(window, terms).places == (SECOND,)
    mark(terms)
    assert sources_of(window, terms).is_empty


def test_rows_below_others_are_copied_in_their_order(terms):
    model = terms.model()
    family = model.index(0, 0)
    boat, ferry = model.index(1, 0, family), model.index(0, 0, family)
    mark(terms, model.index(1, 0), boat, ferry, family)
    assert [index.data() for index in marked_rows(terms)] == [
        "ferry / boat",
        "ferry",
        "boat",
        "song",
    ]
    heads, rows = table_of(terms)
    assert heads == ("Term", "Uses", "Where", "Uneven")
    assert rows[0] == ("ferry / boat", "3", "Morning Post 2, Evening Star 1", "3.0")


def test_an_overview_is_copied_with_what_heads_its_rows(window, qtbot):
    window.actions_by_name["timeline"].trigger()
    table = window.overview.timeline.table
    qtbot.waitUntil(lambda: table.model().rowCount() == 2)
    heads, rows = table_of(table)
    assert heads[0] == ""
    assert len(heads) == len(rows[0]) == table.model().columnCount() + 1
    assert rows[0][0].startswith("The ferry left")


def test_no_pane_and_no_words_mean_nothing(window):
    window.articles.search.setFocus()
    assert sources_of(window, window.articles.search).is_empty
    assert sources_of(window, None).is_empty
