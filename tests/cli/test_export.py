"""`crossread export`, and `crossread import` of what it wrote."""

import io
import json
import sys

import pytest

from workbench.cli.main import main
from workbench.model import AddArticles, Annotation, Article, ChangeAnnotations, Span
from workbench.project.annotating import words_of
from workbench.project.project import Project

FERRY = Article("a1", "The ferry left.", "Harbour Post", "Gone", published="2024-03-02")


def never(*_, **__):
    raise AssertionError("no window was asked for")


def crossread(*arguments):
    return main([str(argument) for argument in arguments], never)


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "p.crossread"
    note = Annotation("n1", words_of(FERRY, Span(4, 9)), (), "Which?")
    with Project.create(path, AddArticles((FERRY, Article("a2", "A ferry\ud800.")))) as project:
        project.apply(ChangeAnnotations((note,)))
    return path


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ("ris", "TI  - Gone\r\n"),
        ("bibtex", "  title = {{Gone}},\n"),
        ("csl-json", '"title": "Gone"'),
        (
            "markdown",
            "**A Harbour Post**, “Gone”, 2 Mar 2024, paragraph\u00a01\n\n"
            "In context: The **ferry** left.",
        ),
        ("json", '"text": "The ferry left."'),
    ],
)
def test_a_project_is_written(path, tmp_path, form, words):
    out = tmp_path / "out"
    assert crossread("export", path, "--format", form, "-o", out) == 0
    first = out.read_bytes()
    assert words in first.decode()
    assert crossread("export", path, "--format", form, "-o", out) == 0
    assert out.read_bytes() == first


@pytest.mark.parametrize(
    ("group", "head"),
    [
        ("article", "Gone"),
        ("outlet", "Harbour Post"),
        ("date", "2 Mar 2024"),
        ("tag", "Without a tag"),
    ],
)
def test_excerpts_stand_in_groups(path, tmp_path, group, head):
    out = tmp_path / "out.md"
    assert crossread("export", path, "--format", "markdown", "--group", group, "-o", out) == 0
    assert f"\n### {head}\n\n> ferry\n" in out.read_text("utf-8")


def test_json_goes_to_stdout_unless_told(path, monkeypatch):
    stdout = io.TextIOWrapper(io.BytesIO())
    monkeypatch.setattr(sys, "stdout", stdout)
    assert crossread("export", path) == 0
    assert json.loads(stdout.buffer.getvalue())["format"] == "crossread-project"


def test_what_was_written_makes_a_project(path, tmp_path, capsys):
    out, new = tmp_path / "out.json", tmp_path / "new.crossread"
    crossread("export", path, "-o", out)
    assert crossread("import", new, out) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"{out}: 2 announced, 2 imported",
        "2 articles imported",
    ]
    with Project.open(path) as one, Project.open(new) as other:
        assert one.articles() == other.articles()
    assert crossread("check", new) == 0


def test_a_whole_project_does_not_go_into_another(path, tmp_path, capsys):
    out = tmp_path / "out.json"
    crossread("export", path, "-o", out)
    assert crossread("import", path, out) == 1
    assert "holds a whole project" in capsys.readouterr().err
    assert crossread("import", tmp_path / "new.crossread", out, out) == 1
    assert not (tmp_path / "new.crossread").exists()


def test_a_damaged_one_is_one_sentence(path, tmp_path, capsys):
    out = tmp_path / "out.json"
    crossread("export", path, "-o", out)
    out.write_bytes(out.read_bytes()[:-9])
    assert crossread("import", tmp_path / "new.crossread", out) == 1
    assert capsys.readouterr().err == f"“{out}” is damaged or cut short; fetch it again.\n"
    assert not (tmp_path / "new.crossread").exists()


def test_what_cannot_be_done_is_said(path, tmp_path, capsys):
    assert crossread("export", tmp_path / "none.crossread", "-o", tmp_path / "out") == 1
    assert "There is no project" in capsys.readouterr().err
    assert crossread("export", path, "-o", tmp_path / "none" / "out") == 1
    assert "its folder does not exist" in capsys.readouterr().err
    assert crossread("export", path, "--format", "tex") == 2
