"""Two texts of one article side by side: what was taken out, added and moved."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from workbench.model import Article, Revision, Span
from workbench.project.moved_sentences import moved_sentences
from workbench.project.revising import differences
from workbench.ui.revisions_text import RevisedText, Sign, fragments, marks_of
from workbench.ui.revisions_view import NO_ARTICLE, RevisionsView
from workbench.ui.theme import DARK, LIGHT

MOVED = "A band played two old songs on the pier. "
REST = "Nobody waved. The mayor was not there. His deputy spoke of a bridge that nobody wants."
OLD = f"The ferry left at noon. {MOVED}{REST}"
NEW = f"The ferry left at dusk. {REST} {MOVED}It rained."
ARTICLE = Article("a1", NEW, "Harbour Post", "Ferry leaves", revision=1)
REVISION = Revision(Article("a1", OLD), "2024-02-21T08:00:00")
SPANS = st.tuples(st.integers(0, 30), st.integers(0, 10)).map(lambda s: Span(s[0], sum(s)))


def said(text, spans):
    return [span.of(text).strip() for span in spans]


def changed(before, after):
    found = differences(before, after)
    return found, moved_sentences(before, after, found)


@pytest.fixture
def view(qtbot):
    made = RevisionsView(LIGHT)
    qtbot.addWidget(made)
    made.resize(900, 400)
    with qtbot.waitActive(made):
        made.show()
    return made


@pytest.fixture
def compared(view):
    view.offer(ARTICLE, (REVISION,))
    view.show_texts(OLD, NEW, changed(OLD, NEW))
    return view


def test_words_are_told_apart_as_taken_out_added_and_moved():
    old, new = marks_of(changed(OLD, NEW))
    assert said(OLD, old[Sign.REMOVED])[0].startswith("noon")
    assert said(NEW, new[Sign.ADDED])[0].startswith("dusk")
    assert said(OLD, old[Sign.MOVED]) == said(NEW, new[Sign.MOVED]) != []


@given(SPANS, st.lists(st.tuples(st.sampled_from(Sign), SPANS), max_size=6))
def test_fragments_cover_the_window_once_with_all_signs(window, marked):
    marks = {sign: [span for other, span in marked if other is sign] for sign in Sign}
    found = list(fragments(window, marks))
    covered = [place for each in found for place in range(each.span.start, each.span.end)]
    assert covered == list(range(window.start, window.end))
    for each in found:
        for sign in Sign:
            has_it = any(span.contains(each.span) for span in marks[sign])
            assert has_it == (sign in each.signs)


def test_it_says_what_to_do_where_there_is_nothing_to_compare(view):
    assert view._empty.text() == NO_ARTICLE
    view.show_nothing(Article("a1", "Text.", headline="Ferry"))
    assert "“Ferry” has had one text only" in view._empty.text()


def test_the_texts_stand_side_by_side(compared):
    assert compared.before.toPlainText() == OLD
    assert compared.after.toPlainText() == NEW
    assert compared.earlier.itemText(0) == "Text 1 of 2, imported 21 Feb 2024"
    assert "change" in compared.facts.text()


def test_the_earlier_texts_are_offered_the_latest_first(view):
    told = []
    view.texts_wanted.connect(lambda *both: told.append(both))
    second = Revision(Article("a1", "Second.", revision=1))
    view.offer(ARTICLE, (REVISION, second))
    assert told == [("a1", 1)]
    view.earlier.setCurrentIndex(1)
    view.earlier.activated.emit(1)
    assert told[-1] == ("a1", 0)


def test_keys_and_buttons_step_through_the_changes(compared, qtbot):
    changes = differences(OLD, NEW)
    compared.after.setFocus()
    qtbot.keyClick(compared.after, Qt.Key.Key_Down)
    assert compared._at == 0
    assert compared.before.textCursor().position() == changes[0].before.start
    compared.next.click()
    assert compared._at == 1
    qtbot.keyClick(compared.after, Qt.Key.Key_Up)
    compared.previous.click()
    assert compared._at == len(changes) - 1


def test_where_nothing_changed_there_is_nowhere_to_step(view):
    view.offer(ARTICLE, (REVISION,))
    view.show_texts("Same.", "Same.", changed("Same.", "Same."))
    view.step(1)
    assert view._at == -1
    assert not view.next.isEnabled()


def test_both_texts_scroll_together(view):
    long = "\n".join(f"Line {number}." for number in range(200))
    view.offer(ARTICLE, (REVISION,))
    view.show_texts(long, long, changed(long, long))
    bar, other = view.before.verticalScrollBar(), view.after.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    assert abs(other.value() - bar.value()) < 3
    other.setValue(0)
    assert bar.value() == 0


def test_the_button_leads_back(compared):
    told = []
    compared.left.connect(lambda: told.append(1))
    compared.back.click()
    assert told == [1]


def test_what_was_gone_to_stays_in_sight_in_another_width(qtbot):
    text = RevisedText("Text", LIGHT)
    qtbot.addWidget(text)
    text.resize(200, 120)
    text.show()
    words = "Many words that fill several lines of a narrow column. " * 40
    text.go_to(5)  # nothing is shown yet
    text.show_text(words, Span(0, len(words)), {Sign.CURRENT: [Span(1100, 1120)]})
    text.go_to(1100)
    text.resize(500, 120)
    assert 0 <= text.cursorRect().top() < text.viewport().height()


def test_it_is_painted_in_other_colours(compared):
    before = compared.grab().toImage()
    compared.set_theme(DARK)
    assert compared.grab().toImage() != before
