"""`crossread export`, and `crossread import` of what it wrote."""

import io
import json
import shutil
import sys

import pytest

from workbench.cli.main import main
from workbench.model import (
    AddArticles,
    Annotation,
    Article,
    ChangeAnnotations,
    ChangeCodebook,
    Span,
    Tag,
)
from workbench.project.annotating import words_of
from workbench.project.project import Project
from workbench.project.searches import save_search

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
            "“Gone”, 2 Mar 2024, paragraph\u00a01\n\nIn context: The **ferry** left.",
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
        ("article", "Harbour Post: Gone"),
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


TALE = "The old ferry left the harbour at nine in the morning with forty passengers on board."


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """Three articles, two of which share a passage, with tags, a memo and a saved search."""
    path = tmp_path_factory.mktemp("told") / "story.crossread"
    articles = (
        Article("a1", f"{TALE} Nobody waved.", "Harbour Post", "Gone", language="en"),
        Article("a2", f"Rain fell. {TALE}", "Sea Daily", "Rain", language="en"),
        Article("a3", "Gulls cried.", "Sea Daily", "Gulls", language="en"),
    )
    tags = (Tag("t1", "Mood"), Tag("t2", "Sad", "t1"))
    notes = (
        Annotation("n1", words_of(articles[0], Span(8, 13)), ("t2",), "Which?"),
        Annotation("n2", words_of(articles[2], Span(0, 5)), (), "Many."),
    )
    with Project.create(path, AddArticles(articles)) as project:
        project.apply(ChangeCodebook(tags))
        project.apply(ChangeAnnotations(notes))
        project.apply(save_search({}, "wet", "rain"))
    return path


@pytest.fixture
def story(told, tmp_path):
    return shutil.copy(told, tmp_path / told.name)


def report(story, tmp_path, *options):
    out = tmp_path / "out.md"
    assert crossread("export", story, "--format", "markdown", *options, "-o", out) == 0
    return out.read_text("utf-8")


@pytest.mark.parametrize(
    ("options", "quoted"),
    [
        ((), ["> ferry", "> Gulls"]),
        (("--article", "a3"), ["> Gulls"]),
        (("--article", "a3", "--article", "a1"), ["> ferry", "> Gulls"]),
        (("--tag", "mood"), ["> ferry"]),
        (("--tag", "Sad"), ["> ferry"]),
        (("--annotation", "n2"), ["> Gulls"]),
        (("--passage", "1"), [f"> {TALE[:-1]}", "> ferry", f"> {TALE[:-1]}"]),
        (("--search", "gulls"), ["> Gulls", "> Gulls cried\\."]),
        (("--saved-search", "wet"), ["> Rain fell\\."]),
    ],
)
def test_only_what_was_asked_for_goes_out(story, tmp_path, options, quoted):
    text = report(story, tmp_path, "--part", "excerpts", *options)
    found = [line for line in text.splitlines() if line.startswith(">")]
    assert [line.replace("\\.", ".") for line in found] == [
        line.replace("\\.", ".") for line in quoted
    ]


def test_all_tags_of_a_name_are_meant(story, tmp_path):
    with Project.open(story) as project:
        words = words_of(project.article("a3"), Span(6, 11))
        project.apply(ChangeCodebook((Tag("t9", "sad"),)))
        project.apply(ChangeAnnotations((Annotation("n9", words, ("t9",)),)))
    text = report(story, tmp_path, "--part", "excerpts", "--tag", "SAD")
    assert len([line for line in text.splitlines() if line.startswith(">")]) == 2


def test_it_is_shown_as_asked(story, tmp_path):
    text = report(story, tmp_path, "--part", "excerpts", "--part", "literature")
    assert "In context" in text
    assert "Which?" in text
    assert "## Bibliography" in text
    assert "Gone. (n.d.). *Harbour Post*." in text.replace("\\", "").replace("_", "*")
    bare = report(story, tmp_path, "--part", "excerpts", "--no-context", "--no-memos")
    assert "In context" not in bare
    assert "Which?" not in bare
    assert "## Bibliography" not in bare
    mla = report(story, tmp_path, "--part", "literature", "--style", "mla")
    assert "“Gone.”" in mla
    other = report(story, tmp_path, "--part", "excerpts", "--variants", "--group", "passage")
    assert "Sea Daily" in other
    assert "Passage 1" in other


@pytest.mark.parametrize(
    ("options", "status", "words"),
    [
        (("--tag", "Glad"), 1, "There is no tag “Glad” in the codebook"),
        (("--article", "a9"), 1, "The project has no article “a9”"),
        (("--passage", "99"), 1, "The comparison has no shared passage “99”"),
        (("--search", '"open'), 1, "is not closed"),
        (("--saved-search", "dry"), 2, "no saved search “dry”"),
        (("--tag", "Sad", "--article", "a1"), 2, "not several of them"),
        (("--search", "a", "--saved-search", "wet"), 2, "not several of them"),
        (("--search", " "), 2, "The search has no words"),
        (("--passage", "0"), 2, "0"),
        (("--part", "poem"), 2, "poem"),
    ],
)
def test_what_cannot_be_chosen_is_said(story, tmp_path, capsys, options, status, words):
    out = tmp_path / "out"
    assert crossread("export", story, "--format", "ris", *options, "-o", out) == status
    assert words in capsys.readouterr().err
    assert not out.exists()


def test_what_a_format_has_no_place_for_is_said(story, tmp_path, capsys):
    out = tmp_path / "out.qdpx"
    assert crossread("export", story, "--format", "refi-qda", "-o", out) == 0
    assert "refi-qda has no place for 1 shared passage.\n" in capsys.readouterr().err


def test_the_project_itself_is_not_written_over(story, capsys):
    before = story.read_bytes()
    assert crossread("export", story, "--format", "ris", "-o", story) == 1
    assert "is the project itself; choose another name.\n" in capsys.readouterr().err
    assert story.read_bytes() == before


def test_json_has_all_of_a_project_and_is_not_asked_for_some(story, tmp_path, capsys):
    out = tmp_path / "out.json"
    assert crossread("export", story, "--article", "a1", "-o", out) == 2
    assert "json has all of the project" in capsys.readouterr().err
    assert not out.exists()
