"""Make the pictures of the manual from the program itself, on the sample story, off the screen."""

# ruff: noqa: TID251 - the pictures are of the window

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from console import ROOT, say
from few_colours import with_few_colours
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest

from workbench.ui.export_view import ExportView
from workbench.ui.main_window import BELOW, HIDDEN

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from workbench.app import Program

FOLDER = ROOT / "resources" / "manual" / "pictures"
FRONT = ROOT / "resources" / "pictures" / "window.png"  # on the first page of the repository
SIZE = (1440, 800)  # low enough for two pictures and their words on a printed page
FRONT_SIZE = (1600, 940)
PATIENCE = 30_000  # milliseconds for comparing the story
BEST_PACKED = 0  # of what Qt calls quality, which for PNG is how hard it tries to pack
CALM = 700  # milliseconds until what moves has come to rest


class Studio:
    """Leads the program through what the manual tells, and keeps what its window shows."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._window = program.window

    def take_all(self) -> None:
        """Take every picture: that of the front page, and the others in the tutorial's order."""
        self._open_story()
        self._window.resize(*FRONT_SIZE)
        self._choose_agency_copy()
        keep(self._window, FRONT)
        self._act("no_passage")
        self._window.resize(*SIZE)
        for name, prepare in (
            ("collation", self._show_passage),
            ("comparison", self._show_texts),
            ("annotating", self._annotate),
            ("quotations", self._show_quotations),
            ("matrix", self._show_matrix),
            ("timeline", lambda: self._act("timeline")),
            ("import", self._look_first),
            ("export", self._export),
        ):
            prepare()
            wait(CALM)
            keep(self._window, FOLDER / f"{name}.png")

    def _act(self, name: str) -> None:
        self._window.actions_by_name[name].trigger()
        wait(CALM)

    def _open_story(self) -> None:
        self._program.library.open_sample()
        wait_for(lambda: bool(self._program.desk.comparison.clusters))
        wait(CALM)

    def _show_passage(self) -> None:
        self._program.desk.step(1)

    def _show_texts(self) -> None:
        """Put the lists below away."""
        for name in (*BELOW, *HIDDEN):
            self._window.dock(name).hide()
        wait(CALM)
        self._program.desk.step(1)
        self._program.desk.step(-1)

    def _choose_agency_copy(self) -> None:
        """Choose the copy of an agency's words of which an outlet has left one out."""
        desk = self._program.desk
        of_most = sorted(desk.comparison.clusters, key=lambda each: -len(each.passages))
        desk.choose(of_most[1].id)
        wait(CALM)

    def _annotate(self) -> None:
        self._choose_agency_copy()
        self._act("annotate")
        panel = self._window.annotation_panel
        QTest.keyClicks(panel.tags.line, "Term changed")
        QTest.keyClick(panel.tags.line, Qt.Key.Key_Return)
        QTest.keyClicks(panel.memo, "The East River Times has left a word out.")

    def _show_quotations(self) -> None:
        self._window.annotation_panel.hide()
        desk = self._program.desk
        desk.choose(desk.comparison.clusters[2].id)  # a quotation in two outlets
        self._act("quotations")
        self._window.show_dock("quotations_list")

    def _show_matrix(self) -> None:
        self._show_texts()
        self._act("matrix")

    def _look_first(self) -> None:
        self._act("timeline")
        self._program.settings.set("look_first", "yes")
        self._program.importing.look_at((ROOT / "tests" / "formats" / "data",))
        wait_for(self._window.importing.isVisible)

    def _export(self) -> None:
        self._act("export")
        wait_for(self._has_preview)

    def _has_preview(self) -> bool:
        page = self._window.importing.currentWidget()
        return isinstance(page, ExportView) and bool(page.sample.text.toPlainText())


def keep(widget: QWidget, file: Path) -> None:
    """Write what a widget shows into a PNG file."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with_few_colours(widget.grab().toImage()).save(str(file), quality=BEST_PACKED)
    say(f"{file.relative_to(ROOT)}  {file.stat().st_size // 1000} kB")


def wait(milliseconds: int) -> None:
    """Let the window work for so long."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def wait_for(is_done: Callable[[], bool]) -> None:
    """Let the window work until something is done; raises TimeoutError where that takes long."""
    for _ in range(PATIENCE // 100):
        if is_done():
            return
        wait(100)
    raise TimeoutError


def main() -> int:
    """Start the program on a folder of its own, take all pictures and end it."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from workbench.app import Program, _application, _first_project

    app = _application()
    with tempfile.TemporaryDirectory() as folder:
        data, config = Path(folder) / "data", Path(folder) / "config"
        project, _ = _first_project(data, config, None, sample=False)
        program = Program(app, project, data, config)
        program.window.resize(*SIZE)
        program.open()
        try:
            Studio(program).take_all()
        finally:
            program.window.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
