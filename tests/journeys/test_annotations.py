"""What else is done about annotations with mouse and keys, and what cannot be done."""

import pytest
from PySide6.QtCore import QPoint, Qt

from workbench.model import AddArticles, Article, ChangeCodebook, Codebook, Span, Tag
from workbench.project.project import Project
from workbench.ui import annotation_words
from workbench.ui.annotation_keys import sequence_of
from workbench.ui.desk import Layer

TEXTS = (
    "The old ferry left the harbour at nine. A brass band played two songs.",
    "Nobody waved at all. Gulls followed the wake as far as the lighthouse.",
)
LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def begun(program, qtbot):
    """The program with two articles and two tags."""
    articles = tuple(
        Article(f"a{number}", text, f"Outlet {number}") for number, text in enumerate(TEXTS, 1)
    )
    program.session.do(AddArticles(articles), "import")
    program.session.do(
        ChangeCodebook((Tag("s", "ships", key="1"), Tag("p", "places", key="x", place=1))), "tags"
    )
    program.window.resize(1200, 800)
    qtbot.waitUntil(lambda: len(program.window.board.panes) == len(TEXTS))
    qtbot.wait(1)
    return program


def view(program, place=0):
    return program.window.board.panes[place].view


def select(program, words, place=0):
    start = TEXTS[place].index(words)
    view(program, place).select(Span(start, start + len(words)))
    view(program, place).setFocus()


def put_cursor(program, words, place=0):
    start = TEXTS[place].index(words) + 1
    view(program, place).select(Span(start, start))
    view(program, place).setFocus()


def press(program, qtbot, key, modifiers=NONE):
    qtbot.keyClick(program.window.focusWidget(), key, modifiers)


def give(program, words, tag="s", place=0):
    select(program, words, place)
    program.annotating.give((tag,))


def quotes(program):
    found = [o for portion in program.session.project.reading_annotations() for o in portion]
    return sorted(one.target.selectors[0].quote for one in found)


def test_keys_walk_from_annotation_to_annotation(begun, qtbot):
    for words in ("ferry", "nine", "band"):
        give(begun, words)
    put_cursor(begun, "harbour")
    starts = []
    for key in (Qt.Key.Key_K,) * 3:
        press(begun, qtbot, key)
        starts.append(view(begun).cursor_point())
    assert starts == [TEXTS[0].index(words) for words in ("nine", "band", "ferry")]
    press(begun, qtbot, Qt.Key.Key_K, SHIFT)
    assert view(begun).cursor_point() == TEXTS[0].index("band")
    press(begun, qtbot, Qt.Key.Key_Return)
    assert begun.window.annotation_panel.quote.text() == "“band”"
    press(begun, qtbot, Qt.Key.Key_Escape)
    press(begun, qtbot, Qt.Key.Key_Delete)
    assert quotes(begun) == ["ferry", "nine"]
    assert view(begun).accessibleDescription() == "2 annotations"


def test_where_nothing_is_annotated_this_is_said(begun, qtbot):
    put_cursor(begun, "wake", 1)
    press(begun, qtbot, Qt.Key.Key_K)
    press(begun, qtbot, Qt.Key.Key_Return, SHIFT)
    press(begun, qtbot, Qt.Key.Key_Delete, CONTROL)
    press(begun, qtbot, Qt.Key.Key_A)
    press(begun, qtbot, Qt.Key.Key_A, SHIFT)
    assert begun.window.notices.texts == (
        annotation_words.NOT_HERE,
        annotation_words.NOT_HERE,
        annotation_words.SELECT_FIRST,
        annotation_words.NO_TAGS_YET,
    )


def test_an_action_edits_and_one_deletes(begun, qtbot):
    give(begun, "ferry")
    put_cursor(begun, "ferry")
    press(begun, qtbot, Qt.Key.Key_Return, SHIFT)
    assert begun.annotating.annotating.opened.annotation
    begun.window.actions_by_name["delete_annotation"].trigger()
    assert quotes(begun) == []
    assert not begun.window.annotation_panel.isVisible()
    press(begun, qtbot, Qt.Key.Key_Z, CONTROL)
    put_cursor(begun, "ferry")
    press(begun, qtbot, Qt.Key.Key_Delete, CONTROL)
    assert quotes(begun) == []


def test_delete_and_enter_mean_annotations_only_in_their_words(begun, qtbot):
    begun.window.articles.show()
    put_cursor(begun, "band")
    press(begun, qtbot, Qt.Key.Key_Return)
    assert not begun.window.annotation_panel.isVisible()
    give(begun, "ferry")
    put_cursor(begun, "band")
    press(begun, qtbot, Qt.Key.Key_Return)
    assert not begun.window.annotation_panel.isVisible()


def test_a_key_switches_the_layer_and_annotating_brings_it_back(begun, qtbot):
    give(begun, "ferry")
    assert view(begun).annotated.marks
    press(begun, qtbot, Qt.Key.Key_5)
    assert view(begun).annotated.marks == ()
    select(begun, "band")
    press(begun, qtbot, Qt.Key.Key_A)
    assert begun.desk.is_shown(Layer.ANNOTATIONS)
    assert view(begun).annotated.marks


def test_the_bar_in_the_margin_opens_it(begun, qtbot):
    give(begun, "ferry")
    margin = begun.window.board.panes[0].margin
    qtbot.mouseClick(margin, LEFT, pos=QPoint(4, 10))
    panel = begun.window.annotation_panel
    assert panel.isVisible()
    assert "ships" in margin.describe(begun.annotating.annotating.opened.annotation)
    qtbot.mouseClick(panel.listing, LEFT)
    assert not panel.isVisible()
    assert begun.window.dock("annotations_list").isVisible()


def test_an_article_is_annotated_from_the_list_too(begun, qtbot):
    begun.desk.close_article("a2")
    menu = begun.detection.menu("a2")
    (act,) = [one for one in menu.actions() if one.text() == "Annotate article…"]
    act.trigger()
    menu.deleteLater()
    panel = begun.window.annotation_panel
    assert panel.heading.text() == "Article B  Outlet 2"
    assert begun.window.rect().contains(panel.geometry())
    panel.memo.setPlainText("Closed, but not forgotten")
    press(begun, qtbot, Qt.Key.Key_Return, CONTROL)
    begun.desk.open_article("a2")
    assert begun.window.board.panes[1].head.annotations.text() == "1 annotation"


def test_words_out_of_sight_are_brought_into_it(begun, qtbot):
    long = "Nothing else happened there. " * 400
    begun.session.do(AddArticles((Article("a3", f"{long}The end.", "Outlet 3"),)), "import")
    qtbot.waitUntil(lambda: len(begun.window.board.panes) == 3)
    begun.window.resize(700, 600)
    qtbot.wait(1)
    text, end = view(begun, 2), Span(len(long), len(long) + 8)
    text.select(end)
    text.verticalScrollBar().setValue(0)
    begun.window.board.horizontalScrollBar().setValue(0)
    begun.window.actions_by_name["annotate"].trigger()
    assert text.viewport().rect().intersects(text.box_of(end))
    assert not text.visibleRegion().isEmpty()
    view(begun).setFocus()
    press(begun, qtbot, Qt.Key.Key_Escape)
    assert not begun.window.annotation_panel.isVisible()


def test_the_legend_names_the_tags_in_use(begun, qtbot):
    legend = begun.window.legend
    give(begun, "ferry")
    assert "Tag ships" in legend.meanings
    assert "Tag places" not in legend.meanings
    legend.show_it(True)
    give(begun, "band", "p")
    assert "Tag places" in legend.meanings
    begun.desk.show_layer(Layer.ANNOTATIONS, on=False)
    assert "Tag ships" not in legend.meanings


def test_the_panel_goes_with_the_texts_and_its_words_stay(begun, qtbot):
    panel = begun.window.annotation_panel
    select(begun, "band")
    press(begun, qtbot, Qt.Key.Key_A)
    panel.memo.setPlainText("half a thought")
    begun.window.actions_by_name["matrix"].trigger()
    assert not panel.isVisible()
    begun.window.actions_by_name["matrix"].trigger()
    select(begun, "band")
    begun.window.actions_by_name["annotate"].trigger()
    assert panel.memo.text == "half a thought"
    begun.library.begin()
    assert not panel.isVisible()
    assert begun.annotating.annotating.opened is None


def test_the_analyst_signs_with_another_name(begun, monkeypatch):
    monkeypatch.setattr(begun.asking, "words", lambda *_: "")
    begun.window.actions_by_name["your_name"].trigger()
    assert begun.settings.get("author") == ""
    monkeypatch.setattr(begun.asking, "words", lambda *_: "Ann Lee")
    begun.window.actions_by_name["your_name"].trigger()
    give(begun, "ferry")
    (made,) = begun.session.project.annotations_of(["a1"])
    assert made.author == "Ann Lee"


def test_letters_and_digits_are_keys_of_tags_but_for_those_of_menus(begun, qtbot):
    assert sequence_of(Tag("t", "t", key="7")).toString() == "Alt+7"
    assert sequence_of(Tag("t", "t", key="X")).toString() == "Alt+X"
    for key in ("", "+", "x1"):
        assert sequence_of(Tag("t", "t", key=key)).isEmpty()
    assert len(begun.annotating._keys._shortcuts) == 2
    begun.annotating._keys.offer(Codebook((Tag("f", "f", key="f"),)))
    assert begun.annotating._keys._shortcuts == []
    begun.annotating._keys.offer(Codebook((Tag("a", "a", key="2"), Tag("b", "b", key="2"))))
    select(begun, "ferry")
    with qtbot.waitSignal(begun.annotating._keys.tag_wanted) as heard:
        press(begun, qtbot, Qt.Key.Key_2, ALT)
    assert heard.args == ["a"]


def test_an_article_that_is_opened_later_shows_its_annotations(begun, qtbot):
    give(begun, "wake", "s", 1)
    begun.desk.close_article("a2")
    begun.desk.open_article("a2")
    assert len(view(begun, 1).annotated.marks) == 1
    begun.session.undo()
    assert view(begun, 1).annotated.marks == ()


def test_a_project_that_is_only_read_says_so(begun, qtbot, tmp_path):
    give(begun, "ferry")
    copy = tmp_path / "Copy.crossread"
    begun.session.project.save_copy(copy)
    with Project.open(copy):  # another program has it open
        begun.library.open(copy)
        assert begun.session.project.read_only
        qtbot.waitUntil(lambda: len(begun.window.board.panes) == len(TEXTS))
        qtbot.waitUntil(lambda: bool(view(begun).annotated.marks))
        panel = begun.window.annotation_panel
        select(begun, "band")
        press(begun, qtbot, Qt.Key.Key_A)
        assert panel.said.text() == annotation_words.READ_ONLY
        begun.annotating.annotating.save()
        begun.annotating.annotating.set_ends(Span(0, 3))
        press(begun, qtbot, Qt.Key.Key_Escape)
        select(begun, "band")
        press(begun, qtbot, Qt.Key.Key_1, ALT)
        put_cursor(begun, "ferry")
        press(begun, qtbot, Qt.Key.Key_Delete)
        assert begun.window.notices.texts[-2:] == (annotation_words.READ_ONLY,) * 2
        assert quotes(begun) == ["ferry"]
        begun.library.begin()
