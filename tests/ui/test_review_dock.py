"""What waits for review: its old words, the places where it may belong, and what is decided."""

import pytest
from PySide6.QtCore import Qt

from workbench.model import Annotation, Article, Codebook, Placing, Selector, Span, Tag, Target
from workbench.project.moved_sentences import moved_sentences
from workbench.project.revising import differences
from workbench.text.anchor import Candidate
from workbench.ui.review_dock import NO_PLACE, NOTHING, ReviewDock, Waiting, waiting_in
from workbench.ui.theme import DARK, LIGHT

OLD = "The ferry left at noon. Nobody waved at the pier. The mayor slept."
NEW = "The ferry left at noon. Somebody waved from the pier. The mayor slept."
ARTICLE = Article("a1", NEW, headline="Ferry", revision=1)
WORDS = Span(OLD.index("Nobody"), OLD.index(" The mayor"))
NOW = Span(NEW.index("Somebody"), NEW.index(" The mayor"))
LATER = Span(NEW.index("The mayor"), len(NEW))


def doubtful(span=WORDS):
    return Selector("a1", span, span.of(OLD), placing=Placing.DOUBTFUL)


PLACED = Selector("a1", Span(0, 9), "The ferry", revision=1)
FIRST = Annotation("n1", Target((PLACED, doubtful())), ("t1",))
SECOND = Annotation("n2", Target((doubtful(Span(0, 9)),)))
ITEMS = waiting_in((FIRST, SECOND))
FOUND = (Candidate(NOW, 0.7), Candidate(LATER, 0.5))


def changed(before, after):
    found = differences(before, after)
    return found, moved_sentences(before, after, found)


@pytest.fixture
def dock(qtbot):
    made = ReviewDock(LIGHT)
    qtbot.addWidget(made)
    made.told = []
    made.shown.connect(lambda item: made.told.append(("shown", item)))
    made.put_wanted.connect(lambda item, span: made.told.append(("put", item, span)))
    for name in ("selection", "keep", "delete"):
        signal = getattr(made, f"{name}_wanted")
        signal.connect(lambda item, name=name: made.told.append((name, item)))
    made.resize(1200, 240)
    with qtbot.waitActive(made):
        made.show()
    return made


def show(dock, items=ITEMS):
    dock.show_waiting(items, {"a1": ARTICLE}, Codebook((Tag("t1", "crowd"),)))


def show_places(dock, found=FOUND):
    dock.show_places(ARTICLE, OLD, found, changed(OLD, NEW))


def test_only_doubtful_selectors_wait():
    assert [(item.annotation.id, item.place) for item in ITEMS] == [("n1", 1), ("n2", 0)]


def test_it_says_where_nothing_waits(dock):
    assert dock._stack.currentWidget() is dock._empty
    assert dock._empty.text() == NOTHING
    show_places(dock)  # an answer that comes too late
    assert dock.places.count() == 0


def test_each_row_says_words_tags_and_article_and_the_first_is_shown(dock):
    show(dock)
    cells = [dock.listing.shown(0, column).data() for column in range(3)]
    assert cells == ["Nobody waved at the pier.", "crowd", "Ferry"]
    assert dock.told == [("shown", ITEMS[0])]


def test_old_and_new_text_stand_side_by_side_with_the_places(dock):
    show(dock)
    show_places(dock)
    assert dock.then.toPlainText() == OLD
    assert dock.now.toPlainText() == NEW
    assert dock.places.item(0).text() == "70%  Somebody waved from the pier."
    assert dock.places.currentRow() == 0


def test_enter_puts_it_on_the_marked_place(dock, qtbot):
    show(dock)
    show_places(dock)
    qtbot.keyClick(dock.places, Qt.Key.Key_Down)
    qtbot.keyClick(dock.places, Qt.Key.Key_Return)
    assert dock.told[-1] == ("put", ITEMS[0], LATER)
    dock.places.setCurrentRow(0)
    dock.put.click()
    assert dock.told[-1] == ("put", ITEMS[0], NOW)


def test_enter_and_del_in_the_list_decide_too(dock, qtbot):
    show(dock)
    show_places(dock)
    qtbot.keyClick(dock, Qt.Key.Key_Return)
    assert dock.told[-1] == ("put", ITEMS[0], NOW)
    qtbot.keyClick(dock, Qt.Key.Key_Delete)
    assert dock.told[-1] == ("delete", ITEMS[0])


def test_the_buttons_say_what_is_wanted(dock):
    show(dock)
    for name in ("select", "keep", "delete"):
        getattr(dock, name).click()
    assert dock.told[1:] == [
        ("selection", ITEMS[0]),
        ("keep", ITEMS[0]),
        ("delete", ITEMS[0]),
    ]


def test_where_no_place_is_like_it_the_new_text_is_shown_around_the_old_place(dock):
    show(dock)
    show_places(dock, ())
    assert dock.advice.text() == NO_PLACE
    assert not dock.put.isEnabled()
    assert "Somebody" in dock.now.toPlainText()
    dock._put()
    assert dock.told[-1] == ("shown", ITEMS[0])


def test_the_new_text_is_shown_as_far_on_as_words_were_added(dock):
    longer = Article("a1", f"{'A new line. ' * 100}{OLD}", revision=1)
    show(dock, ITEMS[1:])
    dock.show_places(longer, OLD, (), changed(OLD, longer.text))
    assert "Nobody waved" in dock.now.toPlainText()


def test_rows_are_walked_by_keys(dock, qtbot):
    show(dock)
    qtbot.keyClick(dock.listing.view, Qt.Key.Key_Down)
    assert dock.told[-1] == ("shown", ITEMS[1])


def test_the_next_one_is_shown_when_one_was_decided(dock):
    show(dock)
    show(dock, ITEMS[1:])
    assert dock.current == ITEMS[1]
    show(dock, (Waiting(FIRST, 1), ITEMS[1]))
    assert dock.current == ITEMS[1]
    show(dock, ())
    assert dock.current is None
    assert dock.told[-1] == ("shown", None)


def test_it_is_painted_in_other_colours(dock):
    show(dock)
    show_places(dock)
    before = dock.grab().toImage()
    dock.set_theme(DARK)
    assert dock.grab().toImage() != before
