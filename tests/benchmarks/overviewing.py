"""Opens the overviews of a window on many articles and prints how long each gesture holds it."""

import json
import sys
import time
from dataclasses import replace
from pathlib import Path

from corpus import make_archive
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from workbench.app import Program
from workbench.comparison.clusters import clusters
from workbench.model import (
    AddArticles,
    ChangeMetadata,
    Comparison,
    Kind,
    Passage,
    PassagePair,
    Reason,
)
from workbench.project.project import Project

ARTICLES, WORDS, OUTLETS = 10_000, 200, 60
FULL_HD = (1920, 1080)
SETTLED = 600  # milliseconds in which what a gesture has begun is over
PATIENCE = 60  # seconds


def fill(path: Path) -> None:
    """Make a project of ARTICLES articles, with a comparison that finds what was planted."""
    archive = make_archive(ARTICLES, WORDS)
    articles = tuple(
        replace(
            article,
            outlet=f"Outlet {place % OUTLETS:02d}",
            headline=f"Headline {place}",
            published=f"2024-{1 + place % 12:02d}-{1 + place // 12 % 28:02d}",
        )
        for place, article in enumerate(archive.articles)
    )
    pairs = tuple(
        PassagePair(
            f"p{place}",
            Kind.EDITED if each.edited else Kind.VERBATIM,
            0.9 if each.edited else 1.0,
            Passage(*each.first),
            Passage(*each.second),
            (),
            Reason(9, 1),
        )
        for place, each in enumerate(archive.planted, 1)
    )
    comparison = Comparison(articles, pairs, clusters(pairs, articles))
    with Project.create(path, AddArticles(articles)) as project:
        project.keep_comparison(comparison, project.options())


class Holds:
    """The longest time between two ticks of a timer that is due at every millisecond."""

    def __init__(self) -> None:
        self._last = time.perf_counter()
        self.longest = 0.0
        self._timer = QTimer(interval=1, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def begin(self) -> None:
        self._last, self.longest = time.perf_counter(), 0.0

    def _tick(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, now - self._last)
        self._last = now


def wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def gestures(program: Program):
    """Yield each gesture with its name, and what is so when it is over."""
    window, session, actions = program.window, program.session, program.window.actions_by_name
    matrix, timeline = window.overview.matrix, window.overview.timeline

    def enter(row: int, column: int) -> None:
        matrix.table.setCurrentIndex(matrix.model.index(row, column))
        QTest.keyClick(matrix.table, Qt.Key.Key_Return)

    def enter_shared() -> None:
        common = matrix.model.sheet.common
        row = next(place for place, cells in enumerate(common) if any(cells))
        enter(row, common[row].index(max(common[row])))

    def change_headline() -> None:
        article = session.project.articles()[ARTICLES // 2]
        session.do(ChangeMetadata((replace(article, headline="Another"),)), "change headline")

    def change_outlets() -> None:
        told = (replace(article, section="World") for article in session.project.articles())
        session.do(ChangeMetadata(tuple(told)), "change section")

    yield "matrix", actions["matrix"].trigger, lambda: matrix.model.rowCount() == OUTLETS
    yield "matrix by likeness", matrix.order.buttons["likeness"].click, lambda: True
    yield "two outlets opened", lambda: enter(2, 7), matrix.up.isVisible
    yield "two articles read", enter_shared, window.board.isVisible
    yield "timeline", actions["timeline"].trigger, timeline.isVisible
    yield "timeline by first", timeline.order.buttons["first"].click, lambda: True
    yield "one headline changed", change_headline, lambda: True
    yield "and taken back", session.undo, lambda: True
    yield "a section for all", change_outlets, lambda: True


def main() -> None:
    """Print seconds that each gesture held the window, and until it was over: FOLDER."""
    folder = Path(sys.argv[1])
    fill(folder / "many.crossread")
    app = QApplication([])
    app.setStyle("Fusion")
    program = Program(app, Project.open(folder / "many.crossread"), folder, folder)
    program.window.resize(*FULL_HD)
    program.open()
    while not program.desk.comparison.articles or any(program.session.project.index.waiting()):
        wait(SETTLED)
    holds, told = Holds(), []
    for name, act, is_over in gestures(program):
        holds.begin()
        begun = time.perf_counter()
        act()
        while not is_over() and time.perf_counter() - begun < PATIENCE:
            wait(5)
        over = time.perf_counter() - begun
        wait(SETTLED)
        told.append((name, holds.longest, over))
    sys.stdout.write(json.dumps(told) + "\n")
    program.window.close()


if __name__ == "__main__":
    main()
