"""J2: pick a passage, see it word by word and why it was linked, and decide otherwise."""

import pytest
from PySide6.QtCore import QPoint, Qt

from workbench.model import AddArticles, Article, Span
from workbench.ui import collation_dock, judging
from workbench.ui.tasks import Crash

FERRY = "The old ferry left the harbour at nine in the morning with forty passengers on board"
MAYOR = "The mayor of the island promised a second ship before the winter storms arrive"
GULLS = "Gulls followed the wake as far as the lighthouse"
LEFT = Qt.MouseButton.LeftButton
TEXTS = (
    f"{FERRY}. {GULLS}. A brass band played. {MAYOR}.",
    f"A report follows. {FERRY.replace('forty', 'fifty')}. Nobody waved at all. {MAYOR}.",
    f"{MAYOR}. It rained.",
)
ALT = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.AltModifier
PATIENCE = 30_000


def has_articles(comparison):
    return bool(comparison.articles)


def waiting(program, qtbot):
    """Wait until a comparison is shown, at the end of the block."""
    signal = program.session.compared
    return qtbot.waitSignal(signal, check_params_cb=has_articles, timeout=PATIENCE)


@pytest.fixture
def compared(program, qtbot):
    """The program with three articles that share the mayor, and two of them the ferry."""
    articles = tuple(
        Article(f"a{number}", text, f"Outlet {number}", published=f"2024-02-2{number}")
        for number, text in enumerate(TEXTS, 1)
    )
    with waiting(program, qtbot):
        program.session.do(AddArticles(articles), "import")
    assert shared(program) == [("A · B", FERRY), ("A · B · C", MAYOR)]
    return program


def shared(program):
    """Return the shared passages: who has them, and the words of the first who does."""
    desk = program.desk
    return [
        (
            " · ".join(desk.siglum(passage.article) for passage in cluster.passages),
            cluster.passages[0].span.of(desk.article(cluster.passages[0].article).text),
        )
        for cluster in desk.comparison.clusters
    ]


def pick(program, qtbot, place):
    """Click a passage in the list."""
    listed = program.window.passages.table
    where = listed.visualRect(program.window.passages.model.index(place, 0)).center()
    qtbot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=where)


def pane(program, place=0):
    return program.window.board.panes[place].view


def press(program, qtbot, key, modifiers=Qt.KeyboardModifier.NoModifier):
    """Press a key that decides something, in whatever has the keyboard, and wait for it."""
    with waiting(program, qtbot):
        qtbot.keyClick(program.window.focusWidget(), key, modifiers)


def undo(program, qtbot):
    press(program, qtbot, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def row(program, number):
    model = program.window.collation.model
    return [model.index(number, column).data() for column in range(model.columnCount())]


def test_a_passage_is_collated_and_explained_and_leads_back_to_the_text(compared, qtbot):
    window = compared.window
    pick(compared, qtbot, 0)
    assert row(compared, 0)[1:] == ["forty", "passengers on board"]
    assert row(compared, 1)[1] == "fifty"
    assert "earliest: Outlet 1, 21 Feb" in window.collation.facts
    view = window.collation.view
    place = view.visualRect(window.collation.model.index(1, 1)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert "a number differs" in window.collation.explanation.text()
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert compared.window.windowHandle() is not None
    with qtbot.waitSignal(window.collation.place_chosen) as led:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert led.args[1].of(TEXTS[1]) == "fifty"
    reasons = window.collation.reasons.model
    assert reasons.index(0, 0).data() == "A · B"
    assert not window.grab().isNull()


def test_a_passage_is_rejected_for_a_reason_and_comes_back(compared, qtbot):
    window = compared.window
    window.show_dock("decisions_list")
    pick_first = window.passages
    window.show_dock("passages_list")
    pick(compared, qtbot, 0)
    qtbot.keyClicks(window.collation.reasons.reason.lineEdit(), "a stock phrase")
    pane(compared).setFocus()
    press(compared, qtbot, Qt.Key.Key_R)
    assert shared(compared) == [("A · B · C", MAYOR)]
    assert pick_first.model.rowCount() == 1
    assert compared.session.undo_stack.undoText() == "reject the passage"
    window.show_dock("decisions_list")
    decisions = window.decisions.listing
    assert decisions.model.index(0, 3).data() == "a stock phrase"
    with qtbot.waitSignal(compared.session.compared, timeout=PATIENCE):
        decisions.view.selectAll()
        qtbot.mouseClick(window.decisions.take_back, Qt.MouseButton.LeftButton)
    assert len(shared(compared)) == 2
    undo(compared, qtbot)
    assert len(shared(compared)) == 1
    undo(compared, qtbot)
    assert len(shared(compared)) == 2
    assert compared.session.project.decisions() == ()


def test_only_the_marked_pairs_are_rejected(compared, qtbot):
    pick(compared, qtbot, 1)
    panel = compared.window.collation.reasons
    for place in (1, 2):
        panel.tree.scrollTo(panel.model.index(place, 0))
        where = panel.tree.visualRect(panel.model.index(place, 0)).topLeft() + QPoint(30, 6)
        control = Qt.KeyboardModifier.ControlModifier
        qtbot.mouseClick(panel.tree.viewport(), Qt.MouseButton.LeftButton, control, where)
    assert [(pair.a.article, pair.b.article) for pair in panel.marked()] == [
        ("a1", "a3"),
        ("a2", "a3"),
    ]
    pane(compared).setFocus()
    press(compared, qtbot, Qt.Key.Key_R)
    assert shared(compared) == [("A · B", FERRY), ("A · B", MAYOR)]
    assert compared.session.undo_stack.undoText() == "reject A · C · B"


def test_a_passage_is_rejected_in_one_outlet(compared, qtbot):
    pick(compared, qtbot, 1)
    menu = compared.window.collation.view.menu(1)
    (reject,) = (action for action in menu.actions() if action.text().startswith("Reject"))
    with waiting(compared, qtbot):
        reject.trigger()
    menu.deleteLater()
    assert shared(compared) == [("A · B", FERRY), ("A · C", MAYOR)]
    assert compared.session.undo_stack.undoText() == "reject the passage in B"


def test_passages_are_split_at_the_cursor_and_joined_again(compared, qtbot):
    desk = compared.desk
    pick(compared, qtbot, 0)
    view = pane(compared)
    view.setFocus()
    view.select(Span(FERRY.index("at nine"), FERRY.index("at nine")))
    press(compared, qtbot, Qt.Key.Key_S)
    first, second = FERRY.split(" at nine")
    assert shared(compared)[:2] == [("A · B", first), ("A · B", f"at nine{second}")]
    assert desk.chosen == "c2"
    pick(compared, qtbot, 0)
    pane(compared).setFocus()
    press(compared, qtbot, Qt.Key.Key_J)
    assert shared(compared)[0] == ("A · B", FERRY)
    assert compared.session.undo_stack.undoText() == "join two passages"
    undo(compared, qtbot)
    assert len(shared(compared)) == 3
    undo(compared, qtbot)
    assert len(shared(compared)) == 2
    pick(compared, qtbot, 0)
    view = compared.window.collation.view
    view.setFocus()
    view.setCurrentIndex(compared.window.collation.model.index(0, 1))
    press(compared, qtbot, Qt.Key.Key_S)
    assert shared(compared)[1] == ("A · B", "forty passengers on board")


def test_a_passage_gets_the_words_that_are_selected(compared, qtbot):
    pick(compared, qtbot, 0)
    view = pane(compared)
    view.setFocus()
    view.select(Span(0, len(f"{FERRY}. {GULLS}. ")))
    press(compared, qtbot, Qt.Key.Key_E)
    assert shared(compared)[0] == ("A · B", f"{FERRY}. {GULLS}")
    pane(compared, 2).setFocus()
    pane(compared, 2).select(Span(TEXTS[2].index("It rained"), len(TEXTS[2])))
    press(compared, qtbot, Qt.Key.Key_E)
    assert shared(compared)[0][0] == "A · B · C"


def test_ends_are_moved_word_by_word_as_one_decision(compared, qtbot):
    pick(compared, qtbot, 0)
    pane(compared).setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Down):
        press(compared, qtbot, key, ALT)
    assert shared(compared)[0] == ("A · B", f"{FERRY}. Gulls".removeprefix("The "))
    assert len(compared.session.project.decisions()) == 1
    assert compared.session.undo_stack.count() == 5
    press(compared, qtbot, Qt.Key.Key_Up, ALT)
    assert shared(compared)[0] == ("A · B", f"{FERRY}. Gulls")


def test_an_end_is_dragged_to_another_word_and_taken_back(compared, qtbot):
    pick(compared, qtbot, 0)
    view = pane(compared)
    view.verticalScrollBar().setValue(0)
    last = compared.desk.cluster(compared.desk.chosen).passages[0].span.end
    end, later = (
        view.cursorRect(view._document.cursor(Span(at, at))).center()
        for at in (last, TEXTS[0].index("Gulls") + len("Gulls"))
    )
    with waiting(compared, qtbot):
        qtbot.mousePress(view.viewport(), LEFT, pos=end)
        qtbot.mouseMove(view.viewport(), later)
        qtbot.mouseRelease(view.viewport(), LEFT, pos=later)
    assert shared(compared)[0] == ("A · B", f"{FERRY}. Gulls")
    assert compared.session.undo_stack.undoText() == "correct the ends of the passage"
    undo(compared, qtbot)
    assert shared(compared)[0] == ("A · B", FERRY)


def test_what_was_decided_holds_when_the_program_starts_again(compared, start, qtbot):
    pick(compared, qtbot, 0)
    pane(compared).setFocus()
    press(compared, qtbot, Qt.Key.Key_R)
    compared.window.close()
    again = start()
    qtbot.waitUntil(lambda: has_articles(again.desk.comparison), timeout=PATIENCE)
    assert shared(again) == [("A · B · C", MAYOR)]


def test_what_cannot_be_done_is_said(compared, qtbot):
    window = compared.window
    pick(compared, qtbot, 1)
    window.articles.search.setFocus()
    for action, words in (
        ("join_passage", judging.NOTHING_FOLLOWS),
        ("split_passage", judging.NOT_INSIDE),
        ("set_passage", judging.NOTHING_MARKED),
        ("end_later", judging.NOT_IN_PANE),
    ):
        window.actions_by_name[action].trigger()
        assert window.notices.texts[-1] == words
    view = pane(compared, 2)
    view.setFocus()
    view.select(compared.desk.cluster(compared.desk.chosen).passages[2].span)
    for action, words in (("set_passage", judging.NO_CHANGE), ("start_earlier", judging.NO_WORD)):
        window.actions_by_name[action].trigger()
        assert window.notices.texts[-1] == words
    window.desk.choose("")
    window.actions_by_name["reject_passage"].trigger()
    assert window.notices.texts[-1] == judging.CHOOSE
    assert compared.session.project.decisions() == ()


def test_a_long_passage_is_laid_out_in_the_background(compared, qtbot, monkeypatch):
    monkeypatch.setattr(collation_dock, "QUICK", 10)
    window = compared.window
    pick(compared, qtbot, 0)
    window.actions_by_name["split_passage"].trigger()
    assert window.notices.texts == (judging.NOT_INSIDE,)
    pick(compared, qtbot, 1)
    qtbot.waitUntil(lambda: window.collation.model.rowCount() == 3, timeout=PATIENCE)
    window.desk.choose("c1")
    compared.judging._task.failed.emit(Crash("a fault"))
    assert "made a mistake" in window.notices.texts[-1]
