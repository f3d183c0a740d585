"""The legend explains every sign, and every speaker by name."""

import pytest
from PySide6.QtCore import Qt

from workbench.model import Comparison, Quotation, Span
from workbench.ui.desk import Layer
from workbench.ui.legend import LEAST_HEIGHT, MOST_SHARE, MOST_SPEAKERS, Sample
from workbench.ui.theme import DARK


def speak(window, comparison, *speakers):
    said = tuple(Quotation("one", Span(i, i + 1), who) for i, who in enumerate(speakers))
    window.desk.show_comparison(
        Comparison(comparison.articles, comparison.pairs, comparison.clusters, quotations=said)
    )


def test_a_key_shows_it_and_puts_it_away(window, qtbot):
    view = window.board.panes[0].view
    qtbot.keyClick(view, Qt.Key.Key_L)
    assert window.legend.isVisible()
    assert window.actions_by_name["legend"].isChecked()
    qtbot.keyClick(view, Qt.Key.Key_L)
    assert not window.legend.isVisible()


def test_it_explains_every_layer(window):
    meanings = window.legend.meanings
    for words in ("word for word", "edited", "in other words"):
        assert f"Shared, {words}" in meanings
    for start in ("Differs", "Only in this article", "Found", "Said by nobody"):
        assert any(meaning.startswith(start) for meaning in meanings)


def test_it_names_the_speakers_while_quotations_are_shown(window, comparison):
    speak(window, comparison, "Ann Lee", "Bo Ek", "Ann Lee", None)
    assert "Said by Ann Lee" not in window.legend.meanings
    window.desk.show_layer(Layer.QUOTATIONS, on=True)
    assert [one for one in window.legend.meanings if one.startswith("Said by")] == [
        "Said by Ann Lee",
        "Said by Bo Ek",
        "Said by nobody named",
    ]


def test_no_more_speakers_than_can_be_told_apart(window, comparison):
    speak(window, comparison, *(f"Speaker {place}" for place in range(30)))
    window.desk.show_layer(Layer.QUOTATIONS, on=True)
    named = [one for one in window.legend.meanings if one.startswith("Said by Speaker")]
    assert len(named) == MOST_SPEAKERS


def test_it_leaves_most_of_the_texts_to_be_read(window, comparison, qtbot):
    speak(window, comparison, *(f"Speaker {place}" for place in range(30)))
    window.desk.show_layer(Layer.QUOTATIONS, on=True)
    window.legend.show_it(True)
    qtbot.waitUntil(lambda: window.legend.height() > LEAST_HEIGHT / 2)
    room = max(LEAST_HEIGHT, window.board.height() * MOST_SHARE + 1)
    assert window.legend.height() <= room


def test_every_sign_is_seen_in_every_theme(window, qtbot):
    window.legend.show_it(True)
    for theme in (None, DARK):
        if theme:
            window.set_theme(theme)
        pictures = [one.grab().toImage() for one in window.legend.findChildren(Sample)]
        assert len(pictures) == len(window.legend.meanings)
        assert all(a != b for n, a in enumerate(pictures) for b in pictures[:n])


@pytest.mark.parametrize("size", [(1000, 420), (1400, 900)])
def test_it_stays_inside_the_board(window, size, qtbot):
    window.legend.show_it(True)
    window.resize(*size)
    qtbot.waitUntil(lambda: window.board.rect().contains(window.legend.geometry()))
