"""The analyst decides: languages, terms and boilerplate are corrected in the window, and undone."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from workbench.model import AddArticles, Article, Boilerplate, Passage, Span

WORDS = "The old ferry leaves the harbour at nine in the morning, the mayor said on Monday."
TEXTS = (f"{WORDS} Read more about the harbour.", f"Once more: {WORDS.replace('ferry', 'boat')}")


def has_articles(comparison):
    return bool(comparison.articles)


@pytest.fixture
def compared(program, qtbot):
    """The program with two articles, compared."""
    articles = tuple(
        Article(f"a{number}", text, f"Outlet {number}", language="en")
        for number, text in enumerate(TEXTS, 1)
    )
    with qtbot.waitSignal(program.session.compared, check_params_cb=has_articles, timeout=30_000):
        program.session.do(AddArticles(articles), "import")
    return program


def languages(program):
    return [article.language for article in program.session.project.articles()]


def choose(program, article_id, language):
    """Choose a language in the menu of an article."""
    menu = program.detection.menu(article_id)
    (submenu,) = (action.menu() for action in menu.actions() if action.menu())
    (action,) = (action for action in submenu.actions() if action.text() == language)
    action.trigger()
    menu.deleteLater()


class Words:
    """Answers the one question of a test."""

    def __init__(self, answer):
        self.answer = answer

    def words(self, title, question, words):
        return self.answer


def test_a_language_is_corrected_in_the_menu_of_the_list_and_taken_back(compared):
    choose(compared, "a2", "German")
    assert languages(compared) == ["en", "de"]
    assert compared.session.undo_stack.undoText() == "set the language to German"
    choose(compared, "a2", "German")
    assert compared.session.undo_stack.count() == 2
    compared.session.undo()
    assert languages(compared) == ["en", "en"]


def test_another_language_is_asked_for(compared):
    for answer, expected in (("Norwegian", "no"), ("", "no"), ("7", "no")):
        compared.detection._asking = Words(answer)
        choose(compared, "a1", "Other…")
        assert languages(compared) == [expected, "en"]
    assert "“7” names no language" in compared.window.notices.texts[-1]


@pytest.mark.qt_log_ignore("^This plugin does not support", extend=True)
def test_the_menu_comes_where_the_list_is_clicked(compared, qtbot):
    articles = compared.window.articles
    place = articles.list.visualRect(articles.model.index_of("a1")).center()
    with qtbot.waitSignal(articles.menu_wanted) as wanted:
        articles.list.customContextMenuRequested.emit(place)
    assert wanted.args[0] == "a1"
    menus = compared.window.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly)
    (menu,) = (menu for menu in menus if menu.isVisible())
    menu.close()
    with qtbot.assertNotEmitted(articles.menu_wanted):
        articles.list.customContextMenuRequested.emit(QPoint(-5, -5))


def write(qtbot, program, words):
    """Write forms into the field of the terms, and wait for the comparison."""
    with qtbot.waitSignal(program.session.compared, check_params_cb=has_articles, timeout=30_000):
        qtbot.keyClicks(program.window.terms.form, words)
        qtbot.keyClick(program.window.terms.form, Qt.Key.Key_Return)


def test_terms_are_made_joined_and_split_and_taken_back(compared, qtbot):
    project, window = compared.session.project, compared.window
    window.show_dock("terms_list")
    write(qtbot, compared, "old ferry / old boat")
    assert project.options().families == (("old ferry", "old boat"),)
    window.terms.join_wanted.emit(("old ferry", "old boat"), ("harbour",))
    assert project.options().families == (("old ferry", "old boat", "harbour"),)
    window.terms.split_wanted.emit(("old ferry", "old boat", "harbour"), "harbour")
    assert project.options().families == (("old ferry", "old boat"), ("harbour",))
    for _ in range(3):
        compared.session.undo()
    assert project.options().families == ()


def test_what_was_left_out_is_told_shown_and_compared_all_the_same(compared, qtbot):
    project, window = compared.session.project, compared.window
    text = "Read more about the harbour."
    start = TEXTS[0].index(text)
    place = Passage("a1", Span(start, start + len(text)))
    left_out = replace(
        compared.desk.comparison, boilerplate=(Boilerplate(text, "Outlet 1", (place,)),)
    )
    compared.session.compared.emit(left_out)
    compared.session.compared.emit(left_out)
    assert window.notices.texts == ("Left out as boilerplate: 1 text.",)
    notice = window.notices.findChild(type(window.notices._notices[0]))
    (show,) = (b for b in notice.findChildren(type(window.terms.join)) if b.text() == "Show")
    qtbot.mouseClick(show, Qt.MouseButton.LeftButton)
    assert window.dock("boilerplate_list").isVisible()
    window.boilerplate.place_chosen.emit("a1", place.span)
    with qtbot.waitSignal(compared.session.compared, check_params_cb=has_articles, timeout=30_000):
        window.boilerplate.keep_wanted.emit((text,))
    assert project.options().kept_boilerplate == (text,)
    window.boilerplate.leave_out_wanted.emit((text,))
    assert project.options().kept_boilerplate == ()


def test_a_place_in_an_article_that_is_closed_opens_it(compared):
    compared.desk.close_article("a2")
    compared.window.quotations.place_chosen.emit("a2", Span(0, 4))
    assert "a2" in compared.desk.open_ids
