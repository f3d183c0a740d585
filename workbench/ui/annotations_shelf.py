"""AnnotationsShelf: reads the project's annotations in steps and keeps the list of them true."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from workbench.ui.annotations_rows import (
    AnnotationRow,
    Column,
    Context,
    Wanted,
    arranging,
    is_wanted,
    row_of,
)
from workbench.ui.steps import Steps

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from workbench.project.project import Project
    from workbench.ui.annotations_model import AnnotationsModel

AT_ONCE = 200  # changed annotations that are read at a time: some 5 ms
AT_A_TIME = 10_000  # rows that are shown at a time while they are read: each time all is painted
FEW = 50  # changed rows that are put to their places one by one; for more all are arranged anew


class AnnotationsShelf(QObject):
    """All annotations of a project as rows, of which the model shows those that are wanted.

    What is asked for while it works is done when it has finished; `settled` says that it has.
    """

    settled = Signal()
    failed = Signal(object)

    def __init__(self, model: AnnotationsModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: dict[str, AnnotationRow] = {}
        self.wanted = Wanted()
        self._model = model
        self._project: Project | None = None
        self._column: Column | None = None
        self._backwards = False
        self._is_stale = False
        self._must_arrange = False
        self._changed: dict[str, None] = {}
        self._steps: Steps | None = None

    @property
    def is_working(self) -> bool:
        """Whether rows are being read, sought or sorted."""
        return self._steps is not None

    def load(self, project: Project) -> None:
        """Read all annotations of a project anew."""
        self._project = project
        self._is_stale = True
        self._start()

    def close(self) -> None:
        """Forget the project: it is being left."""
        self._stop()
        self._project = None
        self._changed.clear()
        self._is_stale = self._must_arrange = False
        self.rows = {}
        self._model.show(())

    def change(self, ids: Iterable[str]) -> None:
        """Read annotations anew that were made, changed or taken out."""
        self._changed.update(dict.fromkeys(ids))
        self._start()

    def want(self, wanted: Wanted) -> None:
        """Show other annotations."""
        if wanted != self.wanted:
            self.wanted = wanted
            self.arrange()

    def sort(self, column: Column | None, *, backwards: bool) -> None:
        """Show them in the order of a column, or for None of when they were made."""
        self._column, self._backwards = column, backwards
        self.arrange()

    def arrange(self) -> None:
        """Choose and sort the rows anew."""
        self._must_arrange = True
        self._start()

    def _start(self) -> None:
        if self._steps is None and self._project is not None:
            self._steps = Steps(self._working(), self)
            self._steps.finished.connect(self._finish)
            self._steps.failed.connect(self._fail)
            self._steps.start()

    def _stop(self) -> None:
        steps, self._steps = self._steps, None
        if steps is not None:
            steps.stop()

    def _finish(self) -> None:
        self._steps = None
        self.settled.emit()

    def _fail(self, error: object) -> None:
        self._steps = None
        self.failed.emit(error)

    def _working(self) -> Iterator[None]:
        while self._project is not None:
            if self._is_stale:
                yield from self._loading(self._project)
            elif self._changed:
                yield from self._changing(self._project)
            elif self._must_arrange:
                yield from self._arranging(self._model.context)
            else:
                return

    def _loading(self, project: Project) -> Iterator[None]:
        self._is_stale = False
        self._changed.clear()
        self.rows = {}
        self._model.show(())
        self._must_arrange = self._column is not None or self._backwards
        more: list[AnnotationRow] = []
        for portion in project.reading_annotations():
            rows = [row_of(annotation) for annotation in portion]
            self.rows.update((row.id, row) for row in rows)
            more += rows
            if len(more) >= AT_A_TIME or not self._model.rowCount():
                self._add(more)
                more = []
            yield
            if self._is_stale:
                return
        self._add(more)

    def _add(self, rows: Iterable[AnnotationRow]) -> None:
        """Show more rows as they come, where they come in their order."""
        if not self._must_arrange:
            context = self._model.context
            self._model.add(row for row in rows if is_wanted(row, self.wanted, context))

    def _changing(self, project: Project) -> Iterator[None]:
        ids, self._changed = list(self._changed), {}
        for start in range(0, len(ids), AT_ONCE):
            some = ids[start : start + AT_ONCE]
            found = {one.id: row_of(one) for one in project.annotations(some)}
            if len(ids) <= FEW:
                for id_ in some:
                    self._place(self.rows.get(id_), found.get(id_))
            for id_ in some:
                if id_ not in found:
                    self.rows.pop(id_, None)
            self.rows.update(found)
            yield
        self._must_arrange |= len(ids) > FEW

    def _arranging(self, context: Context) -> Iterator[None]:
        self._must_arrange = False
        work = arranging(
            self.rows.values(), self.wanted, self._column, context, backwards=self._backwards
        )
        while True:
            try:
                next(work)
            except StopIteration as end:
                self._model.show(end.value)
                return
            yield
            if self._must_arrange or self._changed or self._is_stale:
                self._must_arrange = True
                return

    def _place(self, old: AnnotationRow | None, new: AnnotationRow | None) -> None:
        is_shown = old is not None and self._model.place_of(old) >= 0
        belongs = new is not None and is_wanted(new, self.wanted, self._model.context)
        if old and new and is_shown and belongs:
            self._model.replace(old, new)
        elif old and is_shown:
            self._model.take_out(old)
        elif new and belongs:
            self._model.put_in(new, self._column, backwards=self._backwards)
