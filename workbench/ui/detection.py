"""Detection: leads from the lists of what was found to the text, and from decisions to edits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu

from workbench.project.decisions import (
    add_family,
    join_families,
    set_kept_boilerplate,
    set_language,
    split_off,
)
from workbench.text.language import as_tag
from workbench.ui.background import put_together
from workbench.ui.language_menu import language_menu, language_name
from workbench.ui.wording import count

if TYPE_CHECKING:
    from workbench.comparison.options import CompareOptions
    from workbench.model import Comparison, Edit, Span
    from workbench.ui.asking import Asking
    from workbench.ui.main_window import MainWindow
    from workbench.ui.session import Session
    from workbench.ui.tasks import Worker


class Detection(QObject):
    """Connects the docks of wording, terms, quotations and boilerplate to the session.

    `menu_made` lets others add to the menu of an article.
    """

    menu_made = Signal(QMenu, str)

    def __init__(
        self, window: MainWindow, session: Session, worker: Worker, asking: Asking
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._worker = worker
        self._asking = asking
        self._told: frozenset[str] = frozenset()
        window.wording.passage_chosen.connect(window.desk.choose)
        for dock in (
            window.terms,
            window.quotations,
            window.boilerplate,
            window.decisions,
            window.collation,
        ):
            dock.place_chosen.connect(self._go_to)
        window.terms.family_wanted.connect(
            lambda forms: self._decide(add_family(self._options(), forms), "make a term")
        )
        window.terms.join_wanted.connect(
            lambda one, other: self._decide(
                join_families(self._options(), one, other), "join terms"
            )
        )
        window.terms.split_wanted.connect(
            lambda family, form: self._decide(
                split_off(self._options(), family, form), f"split off “{form}”"
            )
        )
        window.quotations.sayings_wanted.connect(self._put_together)
        window.boilerplate.keep_wanted.connect(self._keep_boilerplate)
        window.boilerplate.leave_out_wanted.connect(self._leave_out)
        window.articles.menu_wanted.connect(self._show_menu)
        session.compared.connect(self._take)

    def menu(self, article_id: str) -> QMenu:
        """Return the menu of an article in the list, and of all that are marked with it."""
        article = self._session.project.article(article_id)
        used = {each.language for each in self._session.project.articles()}
        menu = QMenu(self._window)
        menu.addMenu(
            language_menu(
                article.language,
                used,
                lambda tag: self._set_language(article_id, tag),
                lambda: self._ask_language(article_id),
                menu,
            )
        )
        self.menu_made.emit(menu, article_id)
        menu.addAction(self._window.actions_by_name["remove_article"])
        return menu

    def _put_together(self, comparison: Comparison) -> None:
        task = self._worker.run(put_together, comparison)
        task.succeeded.connect(lambda said: self._window.quotations.show_sayings(comparison, said))
        task.failed.connect(self._session.tell)

    def _options(self) -> CompareOptions:
        return self._session.project.options()

    def _decide(self, edit: Edit, words: str) -> None:
        self._session.do(edit, words)

    def _keep_boilerplate(self, texts: tuple[str, ...]) -> None:
        kept = (*self._options().kept_boilerplate, *texts)
        self._decide(set_kept_boilerplate(kept), "compare boilerplate")

    def _leave_out(self, texts: tuple[str, ...]) -> None:
        kept = [text for text in self._options().kept_boilerplate if text not in texts]
        self._decide(set_kept_boilerplate(kept), "leave out boilerplate")

    def _set_language(self, article_id: str, tag: str) -> None:
        marked = self._window.articles.marked_articles()
        meant = marked if article_id in marked else (article_id,)
        articles = [self._session.project.article(id_) for id_ in meant]
        other = [article for article in articles if article.language != tag]
        if other:
            name = language_name(tag) if tag else "unknown"
            self._decide(set_language(other, tag), f"set the language to {name}")

    def _ask_language(self, article_id: str) -> None:
        article = self._session.project.article(article_id)
        words = self._asking.words("Language", "Language or its tag, such as nl", article.language)
        if not words:
            return
        if tag := as_tag(words):
            self._set_language(article_id, tag)
        else:
            self._window.notices.say(f"“{words}” names no language; nothing was changed.")

    def _show_menu(self, article_id: str, place: QPoint) -> None:
        menu = self.menu(article_id)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def _go_to(self, article_id: str, span: Span) -> None:
        if self._window.desk.open_article(article_id):
            self._window.board.show_span(article_id, span)
        else:
            self._window.notices.say("Eight panes are open; close one to make room.")

    def _take(self, comparison: Comparison) -> None:
        """Say once for each set of texts that they were left out, and show what is kept."""
        self._window.boilerplate.set_kept(self._options().kept_boilerplate)
        texts = frozenset(each.text for each in comparison.boilerplate)
        if texts - self._told:
            self._window.notices.say(
                f"Left out as boilerplate: {count(len(texts), 'text')}.",
                action=("Show", lambda: self._window.show_dock("boilerplate_list")),
            )
        self._told = texts
