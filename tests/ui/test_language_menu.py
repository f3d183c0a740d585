"""The languages of an article are offered by name, the present one ticked."""

import pytest
from PySide6.QtWidgets import QWidget

from workbench.ui.language_menu import NOT_KNOWN, language_menu, language_name


@pytest.fixture
def parent(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def test_names():
    assert language_name("de") == "German"
    assert language_name("zh-Hant").startswith("Chinese")
    assert language_name("pt-BR") == "Portuguese (pt-BR)"
    assert language_name("qqq") == "qqq"


def test_the_present_language_is_ticked_and_another_is_chosen(parent):
    chosen, asked = [], []
    menu = language_menu("de", ["fi", ""], chosen.append, lambda: asked.append(1), parent)
    by_name = {action.text(): action for action in menu.actions()}
    assert [name for name, action in by_name.items() if action.isChecked()] == ["German"]
    by_name["Finnish"].trigger()
    by_name[NOT_KNOWN].trigger()
    assert chosen == ["fi", ""]
    by_name["Other…"].trigger()
    assert asked == [1]


def test_an_article_of_no_known_language_says_so(parent):
    menu = language_menu("", [], print, print, parent)
    assert [action.text() for action in menu.actions() if action.isChecked()] == [NOT_KNOWN]
