"""Annotations gestures: from the list of annotations to the text, and to the edits of many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from workbench.model import ChangeCodebook, Codebook, EditGroup, Placing
from workbench.project.amending import (
    add_tags,
    delete,
    remove_tags,
    replace_tag,
    set_author,
    set_memo,
    set_tags,
)
from workbench.project.annotating import last_used
from workbench.ui.annotation_words import named
from workbench.ui.annotations_rows import AnnotationRow, Context, Wanted
from workbench.ui.author import now
from workbench.ui.tag_panel import Task
from workbench.ui.wording import count

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from workbench.model import Annotation, Edit
    from workbench.ui.main_window import MainWindow
    from workbench.ui.session import Session

NO_ROOM = "Eight panes are open; close one to make room."
WAITS = "These words were not found for certain in the later text; they wait for review."
KEPT = "These words stand in an earlier text of the article."


class AnnotationsGestures(QObject):
    """Keeps the list of annotations true, and changes the marked ones, each time in one step."""

    def __init__(self, window: MainWindow, session: Session) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._dock = window.annotation_docks.list
        self._panel = self._dock.panel
        self._marked: tuple[str, ...] = ()
        dock = self._dock
        session.project_leaving.connect(dock.shelf.close)
        session.annotations_changed.connect(self._take_changes)
        session.codebook_changed.connect(self._take_codebook)
        session.articles_changed.connect(self._take_articles)
        dock.contents_wanted.connect(lambda: dock.shelf.load(session.project))
        dock.shelf.failed.connect(session.tell)
        dock.row_chosen.connect(self.go_to)
        dock.change_wanted.connect(self._ask)
        dock.delete_wanted.connect(self._delete)
        dock.model.memo_written.connect(self._write_memo)
        self._panel.accepted.connect(self._change)

    def go_to(self, row: AnnotationRow) -> None:
        """Show what an annotation speaks of; say so where its words are not in the text."""
        if not row.article:
            return
        if not self._window.desk.open_article(row.article):
            self._window.notices.say(NO_ROOM)
        elif row.span is not None:
            self._window.board.show_span(row.article, row.span)
        else:
            self._window.board.bring_into_sight(row.article)
            if row.placing is Placing.DOUBTFUL:
                review = ("Review", lambda: self._window.show_dock("review_list"))
                self._window.notices.say(WAITS, action=review)
            elif row.placing is Placing.KEPT:
                self._window.notices.say(KEPT)

    def _take_changes(self, ids: Sequence[str] | None) -> None:
        dock, project = self._dock, self._session.project
        dock.model.can_write = not project.read_only
        if ids is None:
            dock.refresh()
        elif not dock.is_stale:
            dock.shelf.change(ids)

    def _take_codebook(self) -> None:
        codebook = self._session.project.codebook()
        self._dock.model.context = Context(self._dock.model.context.articles, codebook)
        self._dock.model.retell()
        self._dock.filter.offer_tags(codebook)
        self._dock.shelf.want(self._dock.filter.wanted)  # of other tags below the chosen one

    def _take_articles(self) -> None:
        articles = {article.id: article for article in self._session.project.articles()}
        self._dock.model.context = Context(articles, self._dock.model.context.codebook)
        self._dock.model.retell()
        self._dock.filter.offer_outlets(article.outlet for article in articles.values())
        if self._dock.shelf.wanted != Wanted():
            self._dock.shelf.arrange()

    def _ask(self, task: Task) -> None:
        rows = self._dock.marked()
        if not rows:
            return
        if task is Task.SET and len(rows) > 1:
            task = Task.ADD  # no tag of many goes unnamed
        self._marked = tuple(row.id for row in rows)
        codebook = self._session.project.codebook()
        self._panel.ask(task, count(len(rows), "annotation"), codebook, self._recent())
        given = dict.fromkeys(tag for row in rows for tag in row.tags)
        if task is Task.SET:
            self._panel.field.set_tags(rows[0].tags)
        elif task is Task.REPLACE:
            tags = [codebook.by_id[tag] for tag in given if tag in codebook.by_id]
            self._panel.offer_replaced(tags, codebook)
        elif task is Task.REMOVE:
            self._panel.field.offer(_only(codebook, given))
        elif task is Task.AUTHOR:
            self._panel.line.setText(rows[0].author)
        self._panel.open_at(self._dock.panel_place(), self._dock.table)

    def _recent(self) -> tuple[str, ...]:
        open_ids = self._window.desk.open_ids
        return last_used(self._session.project.annotations_of(open_ids))

    def _change(self, task: Task) -> None:
        annotations = self._session.project.annotations(self._marked)
        edit, words = self._planned(task, annotations)
        if edit is not None:
            self._do(edit, words)

    def _planned(self, task: Task, found: Sequence[Annotation]) -> tuple[Edit | None, str]:
        panel, at, whose = self._panel, now(), count(len(found), "annotation")
        names = named(panel.tags, panel.field.codebook)
        if task is Task.AUTHOR:
            return set_author(found, panel.author, at), f"set author of {whose}"
        if task is Task.SET:
            return set_tags(found, panel.tags, at), f"set tags of {whose}"
        if not panel.tags:
            return None, ""
        if task is Task.REMOVE:
            return remove_tags(found, panel.tags, at), f"take {names} off {whose}"
        if task is Task.REPLACE:
            old = panel.replaced.currentData() or ""
            gone = named((old,), panel.field.codebook)
            return replace_tag(found, old, panel.tags, at), f"replace {gone} by {names} on {whose}"
        return add_tags(found, panel.tags, at), f"tag {names} on {whose}"

    def _do(self, edit: Edit, words: str) -> None:
        created = self._panel.created
        self._session.do(EditGroup((ChangeCodebook(created), edit)) if created else edit, words)

    def _delete(self) -> None:
        ids = [row.id for row in self._dock.marked()]
        edit = delete(self._session.project.annotations(ids))
        if self._session.do(edit, f"delete {count(len(ids), 'annotation')}"):
            gone = f"Deleted {count(len(ids), 'annotation')}."
            self._window.notices.say(gone, action=("Undo", self._session.undo))

    def _write_memo(self, annotation_id: str, memo: str) -> None:
        found = self._session.project.annotations((annotation_id,))
        self._session.do(set_memo(found, memo, now()), "change memo")


def _only(codebook: Codebook, ids: Collection[str]) -> Codebook:
    """Return the codebook of some tags, with those above them."""
    kept = {each.id for id_ in ids if id_ in codebook.by_id for each in codebook.path(id_)}
    return Codebook(tuple(tag for tag in codebook.tags if tag.id in kept))
