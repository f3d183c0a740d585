"""The whole program in a window, on folders of its own."""

import analyst
import annotated_story
import ferry_story
import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from workbench.app import Program, _first_project
from workbench.model import AddArticles, Article
from workbench.project.project import Project


@pytest.fixture
def start(qapp, qtbot, tmp_path):
    """Start the program as a system does, as often as wanted; each window is put away at last."""
    started = []

    def begin():
        data, config = tmp_path / "data", tmp_path / "config"
        project, why = _first_project(data, config, None, sample=False)
        program = Program(qapp, project, data, config)
        started.append(program)
        program.open(why=why)
        qtbot.waitExposed(program.window)
        return program

    yield begin
    for program in started:
        program.window.close()
        program.window.deleteLater()
        program.deleteLater()
    qapp.setStyleSheet("")
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def program(start):
    """The program with an empty draft, its window shown; put away afterwards."""
    return start()


@pytest.fixture
def path(tmp_path):
    """A project with the one article of the ferry, closed."""
    path = tmp_path / "Story.crossread"
    Project.create(path, AddArticles(ferry_story.ARTICLES)).close()
    return path


@pytest.fixture
def annotated(program):
    """The program with two articles, tags, and three annotations, all listed."""
    annotated_story.tell(program)
    program.window.show_dock("annotations_list")
    return program


@pytest.fixture
def docks(annotated):
    return annotated.window.annotation_docks


@pytest.fixture
def begun(program, qtbot):
    """The program with three articles that have the ferry."""
    program.settings.set("author", "Ann Lee")
    articles = tuple(
        Article(f"a{number}", text, f"Outlet {number}", published=f"2024-02-2{number}")
        for number, text in enumerate(analyst.TEXTS, 1)
    )
    program.session.do(AddArticles(articles), "import")
    program.window.resize(1500, 900)
    qtbot.waitUntil(lambda: len(program.window.board.panes) == len(analyst.TEXTS))
    qtbot.wait(1)
    return program


@pytest.fixture
def compared(begun, qtbot):
    """The same, once it has been compared."""
    qtbot.waitUntil(lambda: bool(begun.desk.comparison.articles), timeout=analyst.PATIENCE)
    return begun
