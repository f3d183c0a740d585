"""The page that shows what another program's file brings, and what cannot come."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy

from workbench.model import (
    Annotation,
    Article,
    Loss,
    LossReason,
    Outlet,
    Span,
    Tag,
    Target,
    select,
)
from workbench.project.codebook_files import Merger
from workbench.project.exchanging import Arrival
from workbench.ui.exchange_view import ExchangeView, coming_words

FERRY = Article("a1", "The ferry left the old pier at six.", headline="Ferry leaves")
OTHER = Article("a2", "Nobody waved at all, and nobody came back to the pier before the next day.")
TAGS = Merger((Tag("t1", "places"),), ((Tag("t2", "people"), Tag("t2", "persons")),), 3)
PLACE = select("a1", FERRY.text, Span(19, 27))
ARRIVAL = Arrival(
    (FERRY, OTHER),
    4,
    (Outlet("Post", country="UK"),),
    TAGS,
    (
        Annotation("n1", Target((PLACE,)), ("t1",), "Which\none?"),
        Annotation("n2", Target((), "a1"), ("t1",)),
        Annotation("n3", Target((PLACE, select("a2", OTHER.text, Span(0, 6))))),
    ),
    1,
    5,
    (
        Loss("the new pier", "Ferry leaves", LossReason.NOT_FOUND),
        Loss("Harbour.jpg", "", LossReason.NOT_TEXT, 2),
    ),
)
NOTHING = Arrival((), 0, (), Merger((), (), 0), (), 0, 0)


@pytest.fixture
def view(qtbot):
    made = ExchangeView()
    qtbot.addWidget(made)
    made.resize(1200, 700)
    with qtbot.waitExposed(made):
        made.show()
    made.show_arrival(ARRIVAL, "story.qdpx")
    return made


def rows(listing, parent=None):
    model = listing.view.model()
    above = parent or listing.view.rootIndex()
    return [
        [model.index(row, column, above).data() for column in range(model.columnCount())]
        for row in range(model.rowCount(above))
    ]


def test_it_says_what_comes_and_what_is_there(view):
    assert view.title.text() == "From story.qdpx"
    assert rows(view.coming) == [
        ["Articles", "2", "", "4"],
        ["Outlets", "", "1", ""],
        ["Tags", "1", "1", "3"],
        ["Annotations", "2", "1", "5"],
    ]
    named = [
        [cell for cell, *_ in rows(view.coming, view.coming.shown(place))] for place in range(4)
    ]
    assert named == [
        [
            "Ferry leaves",
            "Nobody waved at all, and nobody came back to the pier before the next day.",
        ],
        ["Post"],
        ["places", "persons"],
        ["“old pier” – Which one?", "Tags alone", "“old pier” – “Nobody”"],
    ]
    assert view.coming.view.isExpanded(view.coming.shown(0))
    assert view.import_button.text() == "Import 2 articles, 2 tags, 3 annotations"


def test_it_says_what_cannot_come_and_why(view):
    assert rows(view.lost) == [
        ["“the new pier” in “Ferry leaves”", "Words not in the text"],
        ["“Harbour.jpg”, 2 times", "No text"],
    ]
    view.show_arrival(NOTHING, "empty.qdpx")
    assert view.lost.empty_words == "Everything in the file has a place in Crossread."
    assert view.coming.empty_words == "There is nothing in the file that could come."
    assert (view.import_button.text(), view.import_button.isEnabled()) == (
        "Nothing to import",
        False,
    )
    assert view.cancel_button.hasFocus()


def test_enter_imports_and_escape_does_not(view, qtbot):
    accepted, rejected = QSignalSpy(view.accepted), QSignalSpy(view.rejected)
    qtbot.keyClick(view.import_button, Qt.Key.Key_Return)
    qtbot.keyClick(view.coming.view, Qt.Key.Key_Enter)
    qtbot.mouseClick(view.import_button, Qt.MouseButton.LeftButton)
    assert (accepted.count(), rejected.count()) == (3, 0)
    view.coming.search.setFocus()
    qtbot.keyClick(view.coming.search, Qt.Key.Key_Return)
    assert accepted.count() == 3
    qtbot.keyClick(view.coming.search, Qt.Key.Key_Escape)
    view.cancel_button.setFocus()
    qtbot.keyClick(view.cancel_button, Qt.Key.Key_Return)
    qtbot.mouseClick(view.cancel_button, Qt.MouseButton.LeftButton)
    assert (accepted.count(), rejected.count()) == (3, 3)
    qtbot.keyClick(view.coming.view, Qt.Key.Key_F9)
    assert (accepted.count(), rejected.count()) == (3, 3)


def test_nothing_is_accepted_where_nothing_comes(view, qtbot):
    view.show_arrival(NOTHING, "empty.qdpx")
    accepted = QSignalSpy(view.accepted)
    qtbot.keyClick(view.coming, Qt.Key.Key_Return)
    assert accepted.count() == 0


def test_details_of_outlets_alone_can_come():
    known = Arrival((), 2, (Outlet("Post", "P"),), Merger((), (), 0), (), 0, 0)
    assert coming_words(known) == "details of outlets"


def test_its_lists_behave_as_qt_asks(view, qtmodeltester):
    qtmodeltester.check(view.coming.model, force_py=True)
    qtmodeltester.check(view.lost.model, force_py=True)
