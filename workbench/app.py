"""The window's beginning and end: build everything once, wire it, run, and put it away."""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from platformdirs import user_config_path, user_data_path
from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QObject, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from workbench import resources
from workbench.messages import sentence
from workbench.model import (
    Comparison,
    CrossreadError,
    InputError,
    InputProblem,
    ProjectError,
    ProjectProblem,
)
from workbench.project.drafts import Drafts
from workbench.project.exporting import write_comparison
from workbench.project.faults import state_folder
from workbench.project.logbook import Logbook
from workbench.project.project import Project
from workbench.project.writing import write_whole
from workbench.settings import Settings
from workbench.ui.about import About
from workbench.ui.annotation_gestures import AnnotationGestures
from workbench.ui.application import Application
from workbench.ui.asking import Asking
from workbench.ui.background import warm_up
from workbench.ui.backing_up import BackingUp
from workbench.ui.copying import Copying
from workbench.ui.crash_notices import CrashNotices
from workbench.ui.crash_watch import CrashWatch
from workbench.ui.describing import Describing
from workbench.ui.desk import Desk
from workbench.ui.detection import Detection
from workbench.ui.dock_sizes import FIRST_SIZE
from workbench.ui.dressing import Dressing, chrome_font
from workbench.ui.engine import Engine
from workbench.ui.exporting import Exporting
from workbench.ui.fonts import load_fonts
from workbench.ui.gestures import Gestures
from workbench.ui.import_gestures import Importing
from workbench.ui.judging import Judging
from workbench.ui.library import Library
from workbench.ui.main_window import MainWindow
from workbench.ui.manual_gestures import UNTOLD, Commands, ManualGestures
from workbench.ui.noting import Noting
from workbench.ui.resuming import Resuming
from workbench.ui.reviewing import Reviewing
from workbench.ui.search_gestures import SearchGestures
from workbench.ui.session import Session
from workbench.ui.sharing import Sharing
from workbench.ui.tasks import Worker
from workbench.ui.unseen import unseen

NAME = "crossread"
FIRST_LOOK = 100  # milliseconds in which the window is painted before work begins that can wait


class Program(QObject):
    """The parts of the program, built once and wired; nothing else knows all of them."""

    def __init__(
        self,
        app: QApplication,
        project: Project,
        folder: Path,
        config: Path,
        state: Path | None = None,
    ) -> None:
        super().__init__()
        self.settings = Settings(config / "settings.json")
        self.worker = Worker(self)
        self.writer = Worker(self)  # what goes out waits for no comparison, nor stops any
        self.drafts = Drafts(folder / "drafts")
        self.session = Session(project, self.worker, self)
        self.desk = Desk(self)
        self.library = Library(self.session, self.drafts, self.settings, self.worker)
        self.dressing = Dressing(app, self.settings, self)
        self.window = MainWindow(self.desk, self.dressing.theme)
        self._keep_log(state or folder / "state")
        self.asking = Asking(self.window)
        self.engine = Engine(self)
        self._make_gestures()
        self._wire()
        self._warming = QTimer(self, singleShot=True, interval=FIRST_LOOK)
        self._warming.timeout.connect(lambda: self.worker.run(warm_up))

    def _make_gestures(self) -> None:
        self.gestures = Gestures(
            self.window, self.session, self.library, self.asking, self.settings
        )
        self.importing = Importing(
            self.window, self.session, self.worker, self.asking, self.settings
        )
        self.gestures.paths_chosen.connect(self.importing.look_at)
        self.manual = ManualGestures(self.window, self.gestures.keys, self.dressing)
        self.resuming = Resuming(self.window, self.session, self.library, self.settings)
        self.detection = Detection(self.window, self.session, self.worker, self.asking)
        self.judging = Judging(self.window, self.session, self.worker)
        self.reviewing = Reviewing(self.window, self.session, self.worker, self.asking)
        self.detection.menu_made.connect(self.reviewing.revisions.add_to)
        self.describing = Describing(self.window, self.session, self.settings, self.detection)
        self.backing_up = BackingUp(
            self.window, self.session, self.library, self.worker, self.asking
        )
        self.exporting = Exporting(
            self.window,
            self.session,
            self.library,
            self.writer,
            self.asking,
            self.settings,
        )
        self.copying = Copying(self.window, self.session, self.writer, self.settings)
        self.detection.menu_made.connect(self.copying.add_to)
        self.detection.menu_made.connect(self.exporting.add_to)
        self.sharing = Sharing(self.window, self.session, self.library)
        self.annotating = AnnotationGestures(self.window, self.session, self.settings, self.asking)
        self.searching = SearchGestures(self.window, self.session, self.settings, self.asking)

    def _keep_log(self, state: Path) -> None:
        log = Logbook(state)
        self.crashes = CrashNotices(self.window.notices, state, log, parent=self)
        self.noting = Noting(self.session, log)
        self.about = About(self.window, state)

    def _wire(self) -> None:
        self.dressing.serve(self.window)
        self.library.noticed.connect(self.window.notices.say)
        self.library.opened.connect(self._name_window)
        self.session.compared.connect(self.engine.load)
        self.session.crashed.connect(self.crashes.tell)
        self.window.closing.connect(self.close)
        self.detection.menu_made.connect(self.annotating.add_to)

    def open(self, *, sample: bool = False, why: str = "", wanted: Path | None = None) -> None:
        """Show the window with its project, or the sample story; load the rest meanwhile.

        `why` says why it is not the project that was `wanted`, or that was open last.
        """
        wanted = wanted or Path(self.settings.get("last_project"))
        self.window.show()
        self.window.welcome.setFocus()
        self.session.show()
        if why:
            self.window.notices.say(why)
            self.backing_up.offer(wanted)
        if sample:
            self.library.open_sample()
        self._warming.start()

    def close(self) -> None:
        """Put everything away; what was shown as saved is on disk already."""
        self._warming.stop()
        self.sharing.stop()
        self.engine.stop()
        self.worker.close()
        self.writer.close()
        self.session.close()
        self.drafts.discard_empty()
        self.noting.end()

    def _name_window(self, name: str, kept: str) -> None:
        self.window.setWindowTitle(f"{name} – Crossread")
        self.window.status.set_project(kept, str(self.session.project.path))


def run(
    project: Path | None,
    *,
    sample: bool,
    picture: Path | None,
    comparison: Path | None,
    commands: Commands = UNTOLD.copy,
) -> int:
    """Open the window and return the exit status when it closes.

    With `picture` or `comparison` the window shows its articles until they are compared, writes
    the picture (PNG) or the comparison (HTML), and closes; nothing of the analyst's is touched.
    `commands` tells of the command line, for the manual. Raises CrossreadError where the project
    cannot be opened or a file not be written.
    """
    if picture or comparison:
        with TemporaryDirectory(prefix="crossread-") as folder, unseen():
            own = (Path(folder), Path(folder), Path(folder))
            return _show(own, project, sample, (picture, comparison))
    kept = (user_data_path(NAME), user_config_path(NAME), state_folder())
    return _show(kept, project, sample, (None, None), commands)


def _show(
    folders: tuple[Path, Path, Path],
    path: Path | None,
    sample: bool,  # noqa: FBT001 - handed on from `run`
    outputs: tuple[Path | None, Path | None],
    commands: Commands = UNTOLD.copy,
) -> int:
    folder, config, state = folders
    app = _application()
    if path is not None and any(outputs):
        project, why = Project.open(path), ""
    else:
        project, why = _first_project(folder, config, path, sample=sample)
    program = Program(app, project, folder, config, state)
    if isinstance(app, Application):  # which that of a test need not be
        app.file_asked.connect(program.library.open)
    program.manual.tell_commands(commands)
    keeper = _Keeper(program, *outputs, sample=sample) if any(outputs) else None
    if keeper is not None:
        program.window.resize(*FIRST_SIZE)
    with CrashWatch(program.crashes):
        program.open(sample=sample, why=why, wanted=path)
        program.crashes.look_back()
        _collect_again()
        status = app.exec()
    program.window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    if keeper is not None and keeper.error is not None:
        raise keeper.error
    return status


def _collect_again() -> None:
    """Let Python look for garbage, if it was kept from that, but never in what was made so far."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


def _application() -> QApplication:
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = Application(sys.argv[:1])
    app.setApplicationName("Crossread")
    app.setDesktopFileName("org.crossread.Crossread")  # by which Wayland finds the icon
    app.setWindowIcon(QIcon(str(resources.path("icons/crossread.png"))))
    # Qt would look for each of its few signs in thousands of places, and find what fits no theme
    QIcon.setThemeSearchPaths([":/icons"])
    app.setStyle("Fusion")
    load_fonts()
    app.setFont(chrome_font(app.font()))
    return app


def _first_project(
    folder: Path, config: Path, path: Path | None, *, sample: bool
) -> tuple[Project, str]:
    """Open what was asked for; else what was open last; else the newest draft or a new one.

    Return with it why what was wanted could not be opened, or an empty string. Raises ProjectError
    where there is nothing of the name that was asked for.
    """
    drafts = Drafts(folder / "drafts")
    if path is not None:
        return _named_project(path, drafts)
    if sample:
        return drafts.new(), ""
    last = Settings(config / "settings.json").get("last_project")
    why = ""
    if last:
        try:
            return Project.open(Path(last)), ""
        except CrossreadError as error:
            why = "" if drafts.holds(Path(last)) else sentence(error)
    latest = drafts.latest()
    return Project.open(latest) if latest else drafts.new(), why


def _named_project(path: Path, drafts: Drafts) -> tuple[Project, str]:
    """Open a project, or where it cannot be opened a draft; the window then says why.

    Whoever opens a project from a folder has no terminal to read the reason in.
    """
    try:
        return Project.open(path), ""
    except ProjectError as error:
        if error.problem is ProjectProblem.MISSING:
            raise
        return drafts.new(), sentence(error)


class _Keeper(QObject):
    """Writes the picture and the comparison once there is something to see, and closes."""

    def __init__(
        self, program: Program, picture: Path | None, comparison: Path | None, *, sample: bool
    ) -> None:
        super().__init__(program)
        self._program = program
        self._picture = picture
        self._comparison = comparison
        self._awaits_sample = sample
        self.error: Exception | None = None
        program.session.compared.connect(self._compared)
        program.session.failed.connect(self._give_up)

    def _compared(self, comparison: Comparison) -> None:
        if comparison.articles or not self._awaits_sample:
            self._program.desk.step(1)
            QTimer.singleShot(400, lambda: self._write(comparison))

    def _give_up(self, error: Exception) -> None:
        self.error = error
        self._program.window.close()

    def _write(self, comparison: Comparison) -> None:
        try:
            if self._comparison is not None:
                if not comparison.articles:
                    raise InputError(InputProblem.TOO_FEW_ARTICLES)
                write_comparison(comparison, "html", self._comparison)
            if self._picture is not None:
                write_whole(self._picture, self._grab())
        except CrossreadError as error:
            self.error = error
        self._program.window.close()

    def _grab(self) -> bytes:
        data = QByteArray()
        buffer = QBuffer(data)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self._program.window.grab().save(buffer, "PNG")
        return bytes(data.data())
