"""Counts gestures: counts tags in steps, and leads from a number to the annotations counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from workbench.project.annotation_counts import Columns, counted, gathering, meeting, met, tallying
from workbench.ui.annotations_filter import Narrowing
from workbench.ui.annotations_rows import Wanted
from workbench.ui.clipboard import put_rows
from workbench.ui.counts_dock import ANNOTATIONS, WORDS
from workbench.ui.counts_sheets import head_of, meeting_sheet, tally_sheet
from workbench.ui.steps import Steps

if TYPE_CHECKING:
    from collections.abc import Generator

    from workbench.model import Tag
    from workbench.project.annotation_counts import Tagging
    from workbench.project.project import Project
    from workbench.ui.counts_model import Sheet
    from workbench.ui.main_window import MainWindow
    from workbench.ui.session import Session


class CountsGestures(QObject):
    """Counts anew when somebody looks and annotations, tags or articles have changed."""

    def __init__(self, window: MainWindow, session: Session) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._dock = dock = window.annotation_docks.counts
        self._steps: Steps | None = None
        self._taggings: tuple[Tagging, ...] | None = None
        session.project_leaving.connect(self._stop)
        session.annotations_changed.connect(lambda _: self._forget())
        session.codebook_changed.connect(self._forget)
        session.articles_changed.connect(self._forget)
        dock.contents_wanted.connect(self._count)
        dock.choice_changed.connect(self._count)
        dock.cell_wanted.connect(self._show_counted)
        dock.copy_wanted.connect(lambda text: put_rows(text.splitlines()))

    def _forget(self) -> None:
        self._stop()
        self._taggings = None
        self._dock.refresh()

    def _stop(self) -> None:
        steps, self._steps = self._steps, None
        if steps is not None:
            steps.stop()

    def _count(self) -> None:
        self._stop()
        self._steps = Steps(self._counting(self._session.project), self)
        self._steps.finished.connect(self._show)
        self._steps.failed.connect(self._session.tell)
        self._steps.start()

    def _show(self, sheet: Sheet) -> None:
        self._steps = None
        self._dock.show_sheet(sheet)

    def _counting(self, project: Project) -> Generator[None, None, Sheet]:
        if self._taggings is None:
            self._taggings = yield from gathering(project.reading_taggings())
        codebook, choice = project.codebook(), self._dock.choice.current
        if choice in (ANNOTATIONS, WORDS):
            found = yield from meeting(self._taggings)
            return meeting_sheet(codebook, found, project.tag_uses(), on_words=choice == WORDS)
        columns, articles = Columns(choice), project.articles()
        counts = yield from tallying(self._taggings, articles, columns)
        return tally_sheet(codebook, counts, columns, {one.id: one for one in articles})

    def _show_counted(self, tag: Tag | None, key: str | None, choice: str) -> None:
        """List the annotations that a number has counted."""
        project, taggings = self._session.project, self._taggings or ()
        columns = Columns.OUTLETS if choice in (ANNOTATIONS, WORDS) else Columns(choice)
        named = [f"‘{tag.name}’" if tag else "Any tag"]
        if choice in (ANNOTATIONS, WORDS) and tag and key is not None:
            ids = met(taggings, tag.id, key, on_words=choice == WORDS)
            named.append(f"‘{project.codebook().by_id[key].name}’")
        else:
            articles = {article.id: article for article in project.articles()}
            ids = counted(taggings, tuple(articles.values()), columns, tag.id if tag else None, key)
            named += [head_of(key, columns, articles)] if key is not None else []
        self._window.show_dock("annotations_list")
        narrowing = Narrowing(", ".join(named), ids)
        self._window.annotation_docks.list.filter.ask(Wanted(), narrowing=narrowing)
