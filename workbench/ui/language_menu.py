"""Language menu: in which language an article is written, as recognised or as corrected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtWidgets import QWidget

COMMON = ("en", "de", "fr", "es", "it", "pt", "nl", "ru", "zh", "ja", "ar")
NOT_KNOWN = "Not known"


def language_name(tag: str) -> str:
    """Return what a language is called in English, or its BCP 47 tag where it has no name here."""
    language = QLocale(tag).language()
    if language in (QLocale.Language.C, QLocale.Language.AnyLanguage):
        return tag
    name = QLocale.languageToString(language)
    return name if "-" not in tag else f"{name} ({tag})"


def language_menu(
    current: str,
    others: Iterable[str],
    choose: Callable[[str], object],
    ask: Callable[[], object],
    parent: QWidget,
) -> QMenu:
    """Return a menu of languages by name, `current` ticked; `choose` gets a tag, or nothing.

    `others` are further tags to offer; `ask` is called where another is wanted.
    """
    menu = QMenu("Language", parent)
    group = QActionGroup(menu)
    tags = {*COMMON, *others, current} - {""}
    for tag in (*sorted(tags, key=language_name), ""):
        action = menu.addAction(language_name(tag) if tag else NOT_KNOWN)
        action.setCheckable(True)
        action.setChecked(tag == current)
        action.triggered.connect(lambda _=False, tag=tag: choose(tag))
        group.addAction(action)
    menu.addSeparator()
    menu.addAction("Other…").triggered.connect(lambda _=False: ask())
    return menu
