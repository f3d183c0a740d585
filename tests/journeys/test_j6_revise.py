"""J6: an outlet corrects its article; annotations follow their words, the doubtful ones wait."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from workbench.model import (
    AddArticles,
    Annotation,
    Article,
    ChangeAnnotations,
    FileError,
    FileProblem,
    FileReading,
    Placing,
    Span,
)
from workbench.project.annotating import words_of

FIRST = "The ferry left the old harbour at nine with ninety people on board."
SECOND = "Nobody at the pier waved when the band began to play its second song."
THIRD = "The mayor promised a new bridge before the end of the year."
FOURTH = "Fishermen complained that nobody had asked them about the closure."
OLD = "\n\n".join((FIRST, SECOND, THIRD, FOURTH))
NEW = "\n\n".join(
    (
        FIRST.replace("ninety", "eighty"),
        FOURTH,
        THIRD.replace("a new bridge", "a wider road"),
        "The town hall did not comment.",
    )
)
ARTICLE = Article("a1", OLD, "Harbour Post", "Ferry leaves", "", "2024-02-21", language="en")
OTHER = Article("a2", "It rained all day long.", "Daily Ledger", "Rain", language="en")


def annotation(number, words):
    start = OLD.index(words)
    return Annotation(f"n{number}", words_of(ARTICLE, Span(start, start + len(words))))


EACH = (
    annotation(1, "the old harbour"),
    annotation(2, FOURTH),
    annotation(3, SECOND),
    annotation(4, "when the band began to play"),
)


class Files:
    """Answers with these paths."""

    def __init__(self, *paths):
        self.paths = paths

    def files(self, suffixes):
        return self.paths


@pytest.fixture
def annotated(program):
    program.session.do(AddArticles((ARTICLE, OTHER)), "import")
    program.session.do(ChangeAnnotations(EACH), "annotate")
    return program


@pytest.fixture
def review(annotated):
    return annotated.window.annotation_docks.review


@pytest.fixture
def revised(annotated, review, tmp_path, qtbot):
    """The program after the later text was imported from a file, and the review opened."""
    import_later(annotated, tmp_path, qtbot)
    annotated.window.show_dock("review_list")
    qtbot.waitUntil(lambda: review.then.toPlainText() != "", timeout=20_000)
    return annotated


def import_later(program, tmp_path, qtbot, text=NEW):
    path = tmp_path / "later.txt"
    path.write_text(text)
    program.reviewing.revisions._asking = Files(path)
    with qtbot.waitSignal(program.session.annotations_changed, timeout=20_000):
        program.reviewing.revisions.ask_later("a1")


def placings(program):
    ids = [one.id for one in EACH]
    found = program.session.project.annotations(ids)
    return {one.id: one.target.selectors[0].placing for one in found}


def quote(program, annotation_id):
    (found,) = program.session.project.annotations((annotation_id,))
    return found.target.selectors[0].quote


def test_annotations_follow_their_words_and_the_doubtful_ones_are_decided(revised, review, qtbot):
    article = revised.session.project.article("a1")
    assert (article.text, article.revision, article.headline) == (NEW, 1, "Ferry leaves")
    assert [one.article.text for one in revised.session.project.revisions("a1")] == [OLD]
    assert placings(revised) == {
        "n1": Placing.PLACED,
        "n2": Placing.PLACED,
        "n3": Placing.DOUBTFUL,
        "n4": Placing.DOUBTFUL,
    }
    assert quote(revised, "n2") == FOURTH
    assert "2 of 4 annotations wait for review." in revised.window.notices.texts
    assert revised.window.dock("review_list").windowTitle() == "Review 2"
    assert SECOND in review.then.toPlainText()
    assert review.now.toPlainText() in NEW

    review.select.click()
    assert "Select the words in the pane of ‘Ferry leaves’ first." in revised.window.notices.texts
    pane = next(one for one in revised.window.board.panes if one.article.id == "a1")
    pane.view.select(Span(NEW.index("The town hall"), len(NEW)))
    review.select.click()
    assert quote(revised, "n3") == "The town hall did not comment."
    words = "put annotation on “The town hall did not…”"
    assert revised.session.undo_stack.undoText() == words
    assert review.current.annotation.id == "n4"
    assert revised.window.dock("review_list").windowTitle() == "Review 1"

    review.keep.click()
    assert placings(revised)["n4"] is Placing.KEPT
    assert review._stack.currentWidget() is review._empty
    for _ in range(2):
        revised.session.undo()
    span = Span(NEW.index("eighty"), NEW.index("eighty") + 6)
    review.put_wanted.emit(review.current, span)
    assert quote(revised, "n4") == "eighty"
    review.listing.view.setFocus()
    qtbot.keyClick(review.listing.view, Qt.Key.Key_Delete)
    assert "n3" not in placings(revised)


def test_what_changed_is_read_side_by_side_until_it_is_taken_back(revised, qtbot):
    view, session = revised.window.overview.changes, revised.session
    pane = next(one for one in revised.window.board.panes if one.article.id == "a1")
    pane.head.changes_wanted.emit()
    qtbot.waitUntil(lambda: view.before.toPlainText() == OLD, timeout=20_000)
    assert view.after.toPlainText() == NEW
    assert revised.window.actions_by_name["changes"].isChecked()
    session.undo()
    assert session.project.article("a1").text == OLD
    assert set(placings(revised).values()) == {Placing.PLACED}
    assert "has had one text only" in view._empty.text()
    session.redo()
    assert session.project.article("a1").text == NEW
    assert list(placings(revised).values()).count(Placing.DOUBTFUL) == 2
    view.back.click()
    assert not revised.window.actions_by_name["changes"].isChecked()
    assert revised.window.board.isVisible()


def test_an_article_without_earlier_texts_says_so_and_how_it_gets_one(annotated):
    action, view = annotated.window.actions_by_name["changes"], annotated.window.overview.changes
    annotated.window.board.show_pane("a2")
    action.trigger()
    assert "“Rain” has had one text only" in view._empty.text()
    menu = annotated.detection.menu("a1")
    named = {action.text(): action for action in menu.actions()}
    named["What changed"].trigger()
    assert "“Ferry leaves”" in view._empty.text()
    annotated.reviewing.revisions._asking = Files()
    named["Import as later text…"].trigger()
    menu.deleteLater()


@pytest.mark.parametrize(
    ("reading", "said"),
    [
        (FileReading("same.txt", "text", (ARTICLE,)), "has the text that the article has already"),
        (FileReading("two.jsonl", "jsonl", (ARTICLE, OTHER)), "holds 2 articles"),
        (
            FileReading("no.txt", "", (), None, (FileError("no.txt", FileProblem.EMPTY),)),
            "“no.txt” is empty",
        ),
    ],
)
def test_a_file_that_is_no_later_text_changes_nothing(annotated, reading, said):
    steps = annotated.session.undo_stack.count()
    annotated.reviewing.revisions._revise("a1", (reading,))
    assert said in annotated.window.notices.texts[-1]
    annotated.reviewing.revisions._revise("a9", (replace(reading, articles=(OTHER,)),))
    assert annotated.session.undo_stack.count() == steps


def test_what_happens_meanwhile_counts(annotated, qtbot):
    gestures, session = annotated.reviewing.revisions, annotated.session
    article = session.project.article("a1")
    gestures._carry(article, replace(article, text=NEW))
    session.do(ChangeAnnotations((annotation(5, THIRD),)), "annotate")
    qtbot.waitUntil(lambda: session.project.article("a1").text == NEW, timeout=20_000)
    assert session.project.revisions("a1")[0].article.text == OLD
    tasks = []
    session.started.connect(lambda task, _: tasks.append(task))
    later = session.project.article("a1")
    gestures._carry(later, replace(later, text=f"{NEW} More."))
    with qtbot.waitSignal(tasks[0].succeeded, timeout=20_000):
        session.remove_articles(("a1",))
    assert [one.id for one in session.project.articles()] == ["a2"]


def test_without_a_pane_it_says_so(program):
    program.window.actions_by_name["import_later"].trigger()
    assert program.window.notices.texts[-1].startswith("Put the cursor into the pane")
