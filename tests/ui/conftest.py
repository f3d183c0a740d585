"""A small story for the pieces of the window: three articles, two passages they share."""

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from workbench.model import (
    Article,
    Cluster,
    Comparison,
    Kind,
    Passage,
    PassagePair,
    Reading,
    Reason,
    Span,
    Variant,
    VariantKind,
)
from workbench.settings import Settings
from workbench.ui.desk import Desk
from workbench.ui.main_window import MainWindow
from workbench.ui.theme import LIGHT
from workbench.ui.view_gestures import ViewGestures

FERRY = "The ferry left the harbour at noon."
BAND = "A band played two old songs."
TEXTS = {
    "one": f"{FERRY}\n\nNobody waved.\n\n{BAND}",
    "two": f"Reports differ.\n\n{FERRY.replace('noon', 'dusk')}",
    "three": f"{BAND}\n\n{FERRY}",
}


def passage(article, words):
    start = TEXTS[article].index(words)
    return Passage(article, Span(start, start + len(words)))


def pair(name, a, b, variants=()):
    return PassagePair(name, Kind.EDITED, 0.9, a, b, variants, Reason(6, 1))


def reading(article, word):
    return Reading(passage(article, word).span, word)


@pytest.fixture
def articles():
    return (
        Article("one", TEXTS["one"], "Morning Post", "Ferry leaves", published="2024-02-22"),
        Article("two", TEXTS["two"], "Evening Star", "Ferry late", published="2024-02-21"),
        Article("three", TEXTS["three"], "Morning Post", published="2024-02-20T08:00:00"),
    )


@pytest.fixture
def comparison(articles):
    first, second, third = (
        passage("one", FERRY),
        passage("two", FERRY.replace("noon", "dusk")),
        passage("three", FERRY),
    )
    changed = Variant(VariantKind.SUBSTITUTION, reading("one", "noon"), reading("two", "dusk"))
    gone = Variant(
        VariantKind.OMISSION, reading("one", "left"), Reading(Span(second.span.start, 17), "")
    )
    songs = (passage("one", BAND), passage("three", BAND))
    pairs = (
        pair("p1", first, second, (changed, gone)),
        pair("p2", first, third),
        pair("p3", *songs),
    )
    clusters = (
        Cluster("ferry", Kind.EDITED, (first, second, third), ("p1", "p2"), third),
        Cluster("band", Kind.VERBATIM, songs, ("p3",)),
    )
    return Comparison(articles, pairs, clusters)


@pytest.fixture
def desk(qapp, articles, comparison):
    made = Desk()
    made.show_articles(articles)
    made.show_comparison(comparison)
    return made


@pytest.fixture
def settings(tmp_path):
    return Settings(tmp_path / "settings.json")


@pytest.fixture
def window(desk, settings, qtbot):
    """The window with the small story, its views at work, and no project behind it."""
    made = MainWindow(desk, LIGHT)
    made.view_gestures = ViewGestures(made, settings)
    desk.articles_changed.emit()
    desk.panes_changed.emit()
    desk.comparison_changed.emit()
    made.resize(1400, 800)
    with qtbot.waitActive(made):
        made.show()
    yield made
    made.close()
    made.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
