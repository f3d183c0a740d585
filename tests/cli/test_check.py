"""`crossread check`."""

import sqlite3
from contextlib import closing

import pytest

from workbench.cli.main import main
from workbench.model import AddArticles, Article
from workbench.project.project import Project


def never(*_, **__):
    raise AssertionError("no window was asked for")


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "p.crossread"
    articles = (Article("a1", "The ferry left at six."), Article("a2", "It left at seven."))
    Project.create(path, AddArticles(articles)).close()
    return path


def test_a_sound_project(path, capsys):
    assert main(["check", str(path)], never) == 0
    assert capsys.readouterr() == (
        f"“{path}” is sound: 2 articles, 0 annotations, 0 comparisons kept.\n",
        "",
    )


def test_each_fault_is_said_and_the_status_is_1(path, capsys):
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE articles SET text = 'It never left.'")
    assert main(["check", str(path)], never) == 1
    out, error = capsys.readouterr()
    assert out.splitlines() == [
        "The text of article a1 is not the one that was imported.",
        "The text of article a2 is not the one that was imported.",
    ]
    assert error.startswith(f"“{path}” is not sound (2 faults)")


def test_a_damaged_file_is_one_sentence(path, capsys):
    path.write_bytes(path.read_bytes()[:8192])
    assert main(["check", str(path)], never) == 1
    assert capsys.readouterr().err.startswith(f"“{path}” is damaged")


def test_what_was_mended_is_said_and_then_what_is_left(path, capsys):
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("INSERT INTO tags VALUES ('t1', 't1', 'Late', '', '', '', '', 0)")
    assert main(["check", str(path)], never) == 1
    assert capsys.readouterr().out == "A tag stands below itself: tag t1.\n"
    assert main(["check", "--repair", str(path)], never) == 0
    assert capsys.readouterr().out.splitlines() == [
        "The tag “Late” stands at the top of the codebook now.",
        f"“{path}” is sound: 2 articles, 0 annotations, 0 comparisons kept.",
    ]


def test_a_fault_that_cannot_be_mended_stays(path, capsys):
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE articles SET text = 'It never left.' WHERE id = 'a1'")
    assert main(["check", "--repair", str(path)], never) == 1
    assert capsys.readouterr().out.splitlines() == [
        "The text of article a1 is not the one that was imported."
    ]
