"""A project of a newer Crossread, opened from a folder: the window says so, and leaves it alone."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from workbench.app import _first_project, run
from workbench.model import AddArticles, Article, ProjectError, ProjectProblem
from workbench.project.project import Project
from workbench.ui.main_window import MainWindow


@pytest.fixture
def newer(tmp_path):
    """A project as a later release would have left it."""
    path = tmp_path / "story.crossread"
    with Project.create(path) as project:
        project.apply(AddArticles((Article("a1", "The ferry left at noon."),)))
    content = bytearray(path.read_bytes())
    content[60:64] = (99).to_bytes(4, "big")
    path.write_bytes(content)
    return path


def test_the_window_opens_says_why_and_leaves_the_file_as_it_is(newer, qapp, tmp_path):
    before = newer.read_bytes()
    said = []

    def look():
        window = next(one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow))
        said.extend(window.notices.texts)
        window.close()

    QTimer.singleShot(300, look)
    assert run(newer, sample=False, picture=None, comparison=None) == 0
    qapp.setStyleSheet("")
    assert any("made by a newer Crossread" in words for words in said)
    assert newer.read_bytes() == before


def test_it_is_not_pictured(newer, qapp, tmp_path):
    with pytest.raises(ProjectError) as caught:
        run(newer, sample=False, picture=tmp_path / "x.png", comparison=None)
    assert caught.value.problem is ProjectProblem.NEWER


def test_a_name_of_nothing_is_told_on_the_terminal(tmp_path):
    with pytest.raises(ProjectError) as caught:
        _first_project(tmp_path, tmp_path, tmp_path / "none.crossread", sample=False)
    assert caught.value.problem is ProjectProblem.MISSING
