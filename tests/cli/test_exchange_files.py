"""`crossread import` of other programs' projects, and of web annotations."""

import json

import pytest

from workbench.cli.main import main
from workbench.model import (
    AddArticles,
    Annotation,
    Article,
    ChangeAnnotations,
    ChangeCodebook,
    Codebook,
    Comparison,
    Dossier,
    EditGroup,
    Outgoing,
    Span,
    Tag,
)
from workbench.project.annotating import words_of
from workbench.project.backups import backups
from workbench.project.export_formats import export_format
from workbench.project.project import Project

GUIDS = [f"00000000-0000-4000-8000-00000000000{number}" for number in range(4)]
FERRY = Article("a1", "The ferry left the old pier at six.\n", "Post", "Ferry", language="en")
TAG = Tag(GUIDS[0], "places")
NOTE = Annotation(GUIDS[1], words_of(FERRY, Span(23, 27)), (TAG.id,), "Which?", "Ann")
DOSSIER = Dossier(
    "Story", "", Outgoing(), Codebook((TAG,)), Comparison(()), (FERRY,), (), (NOTE,)
)  # fmt: skip


def never(*_, **__):
    raise AssertionError("no window was asked for")


def crossread(*arguments):
    return main([str(argument) for argument in arguments], never)


def written(folder, form, name=""):
    kind = export_format(form)
    path = folder / (name or f"story{kind.suffix}")
    path.write_bytes(kind.write(DOSSIER, lambda *_: None))
    return path


@pytest.fixture
def path(tmp_path):
    return tmp_path / "p.crossread"


def test_a_codebook_brings_its_tags(tmp_path, path, capsys):
    file = written(tmp_path, "codebook")
    assert crossread("import", path, file) == 0
    assert crossread("import", path, file) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"{file}: 1 tag imported",
        f"{file}: nothing imported; 1 tag already in the project",
    ]
    with Project.open(path) as project:
        assert [tag.name for tag in project.codebook().tags] == ["places"]


def test_a_project_of_another_program_makes_a_project(tmp_path, path, capsys):
    file = written(tmp_path, "refi-qda")
    assert crossread("import", path, file) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"{file}: 1 article, 1 tag, 1 annotation imported"
    ]
    with Project.open(path) as project:
        assert project.articles() == (FERRY,)
        assert project.annotations_of(["a1"]) == (NOTE,)
        assert [step.words for step in project.steps()] == ["import from another program"]
        project.undo()
        assert (project.articles(), project.codebook().tags) == ((), ())


def test_what_is_there_is_said_and_nothing_is_done(tmp_path, path, capsys):
    file = written(tmp_path, "refi-qda")
    crossread("import", path, file)
    capsys.readouterr()
    assert crossread("import", path, file) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"{file}: nothing imported; 1 article, 1 tag, 1 annotation already in the project"
    ]
    with Project.open(path) as project:
        assert len(project.steps()) == 1


def test_web_annotations_come_to_the_articles_of_a_project(tmp_path, path, capsys):
    (tmp_path / "ferry.txt").write_text(FERRY.text)
    file = written(tmp_path, "web-annotations")
    assert crossread("import", path, tmp_path / "ferry.txt", file, "--format", "json") == 0
    read, brought = json.loads(capsys.readouterr().out)["files"]
    assert (read["imported"], read["reader"]) == (1, "text")
    assert brought == {
        "path": str(file),
        "reader": "web-annotations",
        "announced": 0,
        "imported": 0,
        "duplicates": 0,
        "tags": 1,
        "annotations": 1,
        "skipped": [],
    }
    assert len(list(backups(path))) == 1


def test_what_cannot_come_is_said(tmp_path, path, capsys):
    Project.create(path, AddArticles((Article("a1", "Something else."),))).close()
    file = written(tmp_path, "web-annotations")
    assert crossread("import", path, file) == 0
    came, lost = capsys.readouterr().out.splitlines()
    assert came == f"{file}: 1 tag imported"
    assert lost.startswith("Not imported: “")
    assert lost.endswith("(article not in the project)")
    assert crossread("import", path, file, "--format", "json") == 0
    (told,) = json.loads(capsys.readouterr().out)["files"]
    assert told["skipped"][0]["why"] == "article not in the project"


def test_a_broken_file_makes_no_project(tmp_path, path, capsys):
    file = tmp_path / "story.qdpx"
    file.write_bytes(b"PK no zip")
    assert crossread("import", path, file) == 1
    assert "is damaged or cut short" in capsys.readouterr().err
    assert not path.exists()


def test_annotations_alone_make_no_project(tmp_path, path, capsys):
    assert crossread("import", path, written(tmp_path, "web-annotations")) == 1
    assert "There is no project" in capsys.readouterr().err
    assert not path.exists()


def test_nothing_comes_into_a_project_that_may_only_be_read(tmp_path, path, capsys):
    file = written(tmp_path, "refi-qda")
    edits = (AddArticles((FERRY,)), ChangeCodebook((TAG,)), ChangeAnnotations((NOTE,)))
    with Project.create(path, EditGroup(edits)):
        assert crossread("import", path, file) == 1
    assert "in use" in capsys.readouterr().err
