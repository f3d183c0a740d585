"""`crossread import`."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from workbench.cli.main import main
from workbench.model import AddArticles, Article
from workbench.project.backups import backups, folder_of
from workbench.project.project import Project

FERRY = "The ferry left the old pier at six.\n"
LATE = "The ferry left the new pier at seven.\n"


def never(*_, **__):
    raise AssertionError("no window was asked for")


def crossread(*arguments):
    return main([str(argument) for argument in arguments], never)


@pytest.fixture
def story(tmp_path):
    folder = tmp_path / "story"
    (folder / "more").mkdir(parents=True)
    (folder / "ferry.txt").write_text(FERRY)
    (folder / "more" / "late.md").write_text(LATE)
    return folder


@pytest.fixture
def path(tmp_path):
    return tmp_path / "p.crossread"


def texts(path):
    with Project.open(path) as project:
        return [article.text for article in project.articles()]


def test_a_project_is_made_and_extended(story, path, capsys):
    assert crossread("import", path, story / "ferry.txt") == 0
    assert capsys.readouterr().out.splitlines() == [
        f"{story / 'ferry.txt'}: 1 imported",
        "1 article imported",
    ]
    assert crossread("import", path, story) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"{story / 'ferry.txt'}: 0 imported, 1 already in the project",
        f"{story / 'more' / 'late.md'}: 1 imported",
        "1 article imported, 1 already in the project",
    ]
    assert texts(path) == [FERRY, LATE]
    assert [entry.name for entry in path.parent.iterdir() if entry.is_file()] == ["p.crossread"]


def test_a_project_is_backed_up_before_it_is_extended(story, path, capsys):
    crossread("import", path, story / "ferry.txt")
    crossread("import", path, story / "ferry.txt")
    assert list(backups(path)) == []
    crossread("import", path, story)
    (facts,) = backups(path)
    assert facts.articles == 1


def test_without_a_backup_that_is_said_and_the_import_goes_on(story, path, capsys):
    crossread("import", path, story / "ferry.txt")
    folder_of(path).write_text("in the way")
    assert crossread("import", path, story) == 0
    assert capsys.readouterr().err.startswith("No backup was made. “")
    assert texts(path) == [FERRY, LATE]


def test_json_is_exact(story, path, capsys):
    (story / "empty.txt").write_bytes(b"")
    assert crossread("import", path, story, "--format", "json") == 1
    out, error = capsys.readouterr()
    assert error == f"“{story / 'empty.txt'}” is empty, so there is no article in it.\n"
    good = {"reader": "text", "announced": None, "imported": 1, "duplicates": 0, "skipped": []}
    empty = json.loads(out)["files"][0]
    assert json.loads(out) == {
        "files": [
            {
                **good,
                "path": str(story / "empty.txt"),
                "reader": empty["reader"],
                "imported": 0,
                "skipped": [{"what": str(story / "empty.txt"), "why": error.strip()}],
            },
            {**good, "path": str(story / "ferry.txt")},
            {**good, "path": str(story / "more" / "late.md")},
        ]
    }


def test_a_bad_file_is_named_and_the_others_are_imported(story, path, capsys):
    assert crossread("import", path, story / "none.txt", story / "ferry.txt") == 1
    assert capsys.readouterr().err.count("\n") == 1
    assert texts(path) == [FERRY]


def test_no_project_is_made_of_nothing(tmp_path, path, capsys):
    assert crossread("import", path, tmp_path / "none.txt") == 1
    assert "none.txt" in capsys.readouterr().err
    (tmp_path / "hollow").mkdir()
    assert crossread("import", path, tmp_path / "hollow") == 1
    assert "There is no file to read" in capsys.readouterr().err
    assert not path.exists()


def test_importing_nothing_new_leaves_the_project_as_it_is(story, path):
    crossread("import", path, story)
    before = path.read_bytes()
    assert crossread("import", path, story) == 0
    assert path.read_bytes() == before


def test_what_is_no_project_is_not_touched(story, tmp_path, capsys):
    notes = tmp_path / "notes.txt"
    notes.write_text(LATE)
    assert crossread("import", notes, story) == 1
    assert "is not a Crossread project" in capsys.readouterr().err
    assert notes.read_text() == LATE


def test_an_article_named_first_is_wrong_usage(story, tmp_path, capsys):
    assert crossread("import", tmp_path / "new.txt", story / "ferry.txt") == 2
    assert "project comes first" in capsys.readouterr().err


def test_a_project_that_is_open_elsewhere_is_not_changed(story, path, capsys):
    with Project.create(path, AddArticles((Article("a1", FERRY),))):
        assert crossread("import", path, story) == 1
        assert "in use by another program" in capsys.readouterr().err
    assert texts(path) == [FERRY]


def test_a_folder_that_is_missing_is_named(story, tmp_path, capsys):
    assert crossread("import", tmp_path / "none" / "p.crossread", story) == 1
    assert "its folder does not exist" in capsys.readouterr().err


def test_a_text_is_read_from_stdin(story, path, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(LATE.encode())))
    assert crossread("import", path, "-", story / "ferry.txt") == 0
    assert texts(path) == [FERRY, LATE]


FULL = """
import resource, sys
from workbench.__main__ import main
resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))
sys.exit(main())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on file sizes to set")
def test_a_full_disk_leaves_no_half_project(story, path):
    result = subprocess.run(
        [sys.executable, "-c", FULL, "import", str(path), str(story)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert result.returncode == 1
    assert result.stderr.startswith(f"“{path}” cannot be written because its disk is full")
    assert [entry.name for entry in path.parent.iterdir()] == ["story"]


def test_a_sample_of_real_articles(shared, path):
    articles = sorted(Path(shared, "articles").glob("*.txt"))
    assert crossread("import", path, *articles) == 0
    assert len(texts(path)) == len(articles)
    assert crossread("check", path) == 0


def test_the_language_of_all_articles_can_be_told(story, path, capsys):
    assert crossread("import", path, story, "--language", "German") == 0
    with Project.open(path) as project:
        assert [article.language for article in project.articles()] == ["de", "de"]
    assert crossread("import", path, story, "--language", "7") == 2
    assert "names no language" in capsys.readouterr().err
