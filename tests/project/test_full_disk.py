"""A disk that is full, or a file that may not grow, leaves a project as it was, and says so."""

import json
import subprocess
import sys

import pytest

from workbench.messages import sentence
from workbench.model import AddArticles, Article, ProjectError, ProjectProblem
from workbench.project.backups import backups, folder_of
from workbench.project.checking import check
from workbench.project.project import Project

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no limit can be set there")

WORK = """
import json, resource, signal, sys
from pathlib import Path
from workbench.model import AddArticles, Article, ProjectError
from workbench.project.backups import back_up
from workbench.project.project import Project

path, what = Path(sys.argv[1]), sys.argv[2]
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
told, stored = [], []
project = Project.open(path)
_, most = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, most))
try:
    if what == "back up":
        back_up(path)
    elif what == "copy":
        project.save_copy(path.with_name("copy.crossread"))
    else:
        for number in range(100):
            project.apply(AddArticles((Article(f"n{number}", "x" * 20_000),)), "import 1 article")
            stored.append(f"n{number}")
except ProjectError as error:
    told.append(error.problem.value)
resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
project.apply(AddArticles((Article("after", "There is room again."),)), "import 1 article")
print(json.dumps([told, [*stored, "after"]]))
project.close()
"""


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "story.crossread"
    Project.create(path, AddArticles((Article("a1", "ferry " * 100_000),))).close()
    return path


@pytest.mark.parametrize("what", ["import", "back up", "copy"])
def test_nothing_stored_is_lost_and_nothing_half_is_kept(path, what):
    command = [sys.executable, "-c", WORK, str(path), what]
    result = subprocess.run(command, capture_output=True, text=True, check=True)
    told, stored = json.loads(result.stdout)
    assert told == ["full"]
    assert check(path).findings == ()
    with Project.open(path) as project:
        assert [article.id for article in project.articles()] == ["a1", *stored]
        assert len(project.steps()) == len(stored)
    assert list(backups(path)) == []
    assert not folder_of(path).exists() or list(folder_of(path).iterdir()) == []
    assert not path.with_name("copy.crossread").exists()


def test_the_sentence_says_what_to_do():
    words = sentence(ProjectError("story.crossread", ProjectProblem.FULL))
    assert "make room" in words
    assert "Nothing saved before is lost" in words
