"""Copying: marked words and rows onto the clipboard, as text, rich text and Markdown at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QPlainTextEdit, QTextEdit

from workbench.project.copying import Quoted, copied_table
from workbench.ui.clipboard import put_on_clipboard
from workbench.ui.collation_view import CollationView
from workbench.ui.copied_rows import MOST_ROWS, table_of
from workbench.ui.copied_sources import Sources, sources_of
from workbench.ui.export_choices import from_setting
from workbench.ui.export_options import STYLES
from workbench.ui.export_work import cite
from workbench.ui.exporting import SETTING
from workbench.ui.wording import count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QMenu, QWidget

    from workbench.project.copying import Copied
    from workbench.settings import Settings
    from workbench.ui.main_window import MainWindow
    from workbench.ui.panes.pane import Pane
    from workbench.ui.session import Session
    from workbench.ui.tasks import Task, Worker

NOTHING_MARKED = "Select words in a pane, or mark rows of a list, to copy them."
NOTHING_CITED = "Select words in a pane, or mark rows that quote some, to copy them with citation."
TOO_MANY = f"No more than {MOST_ROWS:,} rows can be copied. Export… writes all of them to a file."
ARTICLES = ("", "Outlet", "Headline", "Byline", "Date", "Address")
WRITTEN = (QLineEdit, QPlainTextEdit, QTextEdit, CollationView)


class Copying(QObject):
    """Does what Copy and Copy with citation say, wherever the keyboard is.

    The clipboard is set when all of it is ready; of two copies the later one counts.
    """

    def __init__(
        self, window: MainWindow, session: Session, worker: Worker, settings: Settings
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._worker = worker
        self._settings = settings
        self._task: Task | None = None
        self._actions = [window.actions_by_name[name] for name in ("copy", "copy_cited")]
        self._actions[0].triggered.connect(self.copy)
        self._actions[1].triggered.connect(self.copy_cited)
        session.project_leaving.connect(self._stop)
        window.board.pane_made.connect(self._serve_pane)
        self._serve_lists()

    def copy(self) -> None:
        """Copy the selected words, or the marked rows as a table."""
        field = self._window.focusWidget()
        if isinstance(field, WRITTEN):
            field.copy()
        elif isinstance(field, QAbstractItemView):
            self._copy_rows(field)

    def copy_cited(self) -> None:
        """Copy the selected words, or what the marked rows speak of, with citations."""
        found = sources_of(self._window, self._window.focusWidget())
        if found.is_empty:
            self._window.notices.say(NOTHING_CITED)
        elif max(map(len, (found.annotations, found.places, found.articles))) > MOST_ROWS:
            self._window.notices.say(TOO_MANY)
        else:
            self._cite(found)

    def add_to(self, menu: QMenu, article_id: str) -> None:
        """Offer in the menu of an article to copy its citation."""
        act = menu.addAction("Copy citation")
        act.triggered.connect(lambda: self._cite(Sources(articles=(article_id,))))

    def _serve_lists(self) -> None:
        """Offer both in the menus of what can be marked."""
        window = self._window
        overview = window.overview
        for view in (
            *(window.wording.listing.view, window.terms.listing.view),
            *(window.quotations.listing.view, window.passages.table, window.search.list),
        ):
            self._offer(view)
        for table in (overview.matrix.table, overview.timeline.table):
            table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
            table.addAction(self._actions[0])
        window.annotation_docks.list.row_menu.addActions(self._actions)

    def _serve_pane(self, pane: Pane) -> None:
        names = ("annotate", "find", "export")
        self._offer(pane.view, *(self._window.actions_by_name[name] for name in names))

    def _offer(self, view: QWidget, *more: QAction) -> None:
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        view.addActions([*self._actions, *more])

    def _copy_rows(self, view: QAbstractItemView) -> None:
        heads, rows = table_of(view)
        if view is self._window.articles.list:
            heads, rows = ARTICLES, tuple(self._article_rows())
        if not rows:
            self._window.notices.say(NOTHING_MARKED)
        elif len(rows) > MOST_ROWS:
            self._window.notices.say(TOO_MANY)
        else:
            put_on_clipboard(copied_table(heads, rows))

    def _article_rows(self) -> Iterator[tuple[str, ...]]:
        desk = self._window.desk
        for id_ in self._window.articles.marked_articles()[: MOST_ROWS + 1]:
            one = desk.article(id_)
            facts = (one.outlet, one.headline, one.byline, one.published, one.url)
            yield desk.siglum(id_), *facts

    def _cite(self, found: Sources) -> None:
        annotations = self._session.project.annotations(found.annotations)
        desk = self._window.desk
        ids = {*found.articles, *(place.article for place in found.places)}
        ids.update(id_ for each in annotations for id_ in each.target.articles)
        articles = tuple(article for article in desk.articles if article.id in ids)
        style = from_setting(self._settings.get(SETTING)).style
        task = self._worker.run(
            cite,
            articles,
            Quoted(annotations, found.places, found.in_sentences),
            self._session.project.codebook(),
            style,
        )
        number = len(found.annotations) or len(found.places) or len(found.articles)
        what = "citation" if found.articles and not found.places else "excerpt"
        self._run(task, f"Copied {count(number, what)}, cited as in {STYLES[style]}.")

    def _run(self, task: Task, words: str) -> None:
        self._stop()
        self._task = task
        task.succeeded.connect(lambda copied: self._put(task, copied, words))
        task.failed.connect(self._session.tell)
        self._session.started.emit(task, "Copying")

    def _put(self, task: Task, copied: Copied, words: str) -> None:
        if task is not self._task:
            return
        self._task = None
        put_on_clipboard(copied)
        self._window.notices.withdraw(words)
        self._window.notices.say(words)

    def _stop(self) -> None:
        task, self._task = self._task, None
        if task is not None:
            task.cancel()
