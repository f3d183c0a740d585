"""What the program has loaded by the time its first window is there to be looked at."""

import json
import os
import subprocess
import sys

import pytest

from workbench.model import AddArticles, Article
from workbench.project.project import Project

HEAVY = {"numpy", "scipy", "sqlite_utils", "lxml", "jinja2", "typst", "docx", "xlsxwriter"}
HEAVY |= {"trafilatura", "dateparser", "pypdfium2", "wordfreq", "py3langid", "pandas"}
# what the window may well do without until something is imported, looked for or exported
LATER = {
    "regex",
    "tomllib",
    "workbench.text.find",
    "workbench.formats.kinds",
    "workbench.formats.readers",
}
LATER |= {"workbench.formats.to_page", "workbench.formats.from_csv", "workbench.formats.report"}
LATER |= {"workbench.ui.import_view", "workbench.ui.import_reports", "workbench.ui.export_view"}
NETWORK = {"ssl", "http.client", "http.server", "urllib.request", "ftplib", "smtplib", "asyncio"}
NETWORK |= {"PySide6.QtNetwork", "urllib3", "requests"}

START = """
import json, sys
from pathlib import Path
from workbench.app import Program, _application, _first_project

folder, *chosen = map(Path, sys.argv[1:])
app = _application()
project, why = _first_project(folder, folder, chosen[0] if chosen else None, sample=False)
program = Program(app, project, folder, folder)
program.open(why=why)
program._warming.stop()
for _ in range(3):
    app.processEvents()
print(json.dumps([program.window.isVisible(), len(program.desk.articles), sorted(sys.modules)]))
program.window.close()
"""


def started(*arguments):
    """Start the program in a process of its own; return what is shown, and what is loaded."""
    run = subprocess.run(
        [sys.executable, "-c", START, *map(str, arguments)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    is_visible, articles, loaded = json.loads(run.stdout)
    assert is_visible
    assert "PySide6.QtWidgets" in loaded
    return articles, set(loaded)


@pytest.fixture
def story(tmp_path):
    """A project with an article in it."""
    path = tmp_path / "story.crossread"
    with Project.create(path) as project:
        project.apply(AddArticles((Article("a1", "The ferry left at noon."),)), "import")
    return path


def test_an_empty_draft_is_shown_before_anything_heavy_is_loaded(tmp_path):
    articles, loaded = started(tmp_path)
    assert articles == 0
    assert loaded & (HEAVY | LATER | NETWORK) == set()


def test_a_project_is_shown_before_anything_heavy_is_loaded(tmp_path, story):
    articles, loaded = started(tmp_path, story)
    assert articles == 1
    assert loaded & (HEAVY | LATER | NETWORK) == set()
