"""The list of articles: rows as high as their headlines, or alike where there are many."""

import pytest
from PySide6.QtGui import QFontMetrics

from workbench.model import Article
from workbench.ui.articles_delegate import whole_facts
from workbench.ui.articles_dock import MANY, ArticlesDock
from workbench.ui.desk import Desk
from workbench.ui.theme import LIGHT, sans

LONG = "The ferry that nobody had expected left the harbour at noon with ninety people on board"


def shown(qtbot, count):
    """Return a dock of so many articles, every other one with a long headline."""
    desk = Desk()
    dock = ArticlesDock(desk, LIGHT)
    dock.desk = desk  # or it goes
    qtbot.addWidget(dock)
    dock.resize(240, 400)
    dock.show()
    qtbot.waitExposed(dock)
    desk.show_articles(
        Article(f"a{place}", "Nobody waved.", "Post", LONG if place % 2 else "Ferry leaves")
        for place in range(count)
    )
    return dock


def heights(dock, rows):
    return {dock.list.visualRect(dock.model.index(row, 0)).height() for row in rows}


def placed(dock):
    return lambda: dock.list.visualRect(dock.model.index(dock.model.rowCount() - 1)).isValid()


def test_a_few_rows_are_as_high_as_their_headlines_need(qtbot):
    dock = shown(qtbot, 6)
    qtbot.waitUntil(placed(dock))
    assert len(heights(dock, range(1, 7))) == 2


@pytest.mark.parametrize("count", [MANY + 1])
def test_many_rows_are_alike_but_for_the_headings(qtbot, count):
    dock = shown(qtbot, count)
    qtbot.waitUntil(placed(dock))
    (heading,), (article,) = heights(dock, [0]), heights(dock, range(1, count))
    assert heading < article
    before = dock.list.viewport().grab().toImage()
    dock.model.search("ferry leaves")
    qtbot.waitUntil(lambda: dock.model.rowCount() < count)
    assert dock.list.viewport().grab().toImage() != before


def test_facts_that_have_no_room_are_left_out_whole(qapp):
    metrics = QFontMetrics(sans(11))
    facts = "Harbour Post · 20 Mar 2024 · 555 words"
    room = [metrics.horizontalAdvance(facts[:end]) for end in (len(facts), 30, 14)]
    shown = [whole_facts(facts, metrics, width) for width in room]
    assert shown == [facts, "Harbour Post · 20 Mar 2024", "Harbour Post"]
    assert whole_facts(facts, metrics, room[-1] // 2).endswith("…")
