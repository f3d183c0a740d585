import io
import json
import os
import threading
from pathlib import Path

import pytest

from workbench.comparison.collate import collate
from workbench.model import (
    AddArticles,
    Annotation,
    Article,
    Cancelled,
    ChangeAnnotations,
    ChangeCodebook,
    Comparison,
    Kind,
    Outgoing,
    OutputError,
    OutputProblem,
    Part,
    Passage,
    PassagePair,
    ProjectError,
    Reason,
    RecordError,
    Sheet,
    Span,
    Tag,
)
from workbench.project.annotating import words_of
from workbench.project.drafts import Drafts
from workbench.project.export_formats import export_format
from workbench.project.exporting import (
    ALIGNMENT_FORMATS,
    COMPARISON_FORMATS,
    WHOLE,
    export_alignment,
    export_comparison,
    export_file,
    project_formats,
    require_apart,
    write_comparison,
    write_pairs,
    write_text,
)
from workbench.project.project import Project

COMPARISON = Comparison((Article("a1", "Ten piers."), Article("a2", "No piers.")))
PAIR = PassagePair(
    "p1",
    Kind.VERBATIM,
    1.0,
    Passage("ä", Span(0, 5)),
    Passage("\ud800", Span(2, 7)),
    (),
    Reason(1, 0),
)
LINE = (
    '{"a": {"article": "ä", "start": 0, "end": 5}, "b": {"article": "\\ud800", "start": 2, '
    '"end": 7}, "kind": "verbatim", "similarity": 1.0}\n'
).encode()
BEGINNINGS = {"json": "{", "html": "<!DOCTYPE html>", "text": "2 articles", "tei": "<?xml"}


@pytest.mark.parametrize("form", COMPARISON_FORMATS)
def test_a_comparison_in_each_format(form, tmp_path):
    text = export_comparison(COMPARISON, form)
    assert text.startswith(BEGINNINGS[form])
    write_comparison(COMPARISON, form, tmp_path / "out")
    assert (tmp_path / "out").read_text(encoding="utf-8") == text


@pytest.mark.parametrize("form", ALIGNMENT_FORMATS)
def test_an_alignment_in_each_format(form):
    beginning = BEGINNINGS[form] if form != "text" else "A  ten"
    assert export_alignment(collate(["ten", "ten"]), form).startswith(beginning)


def test_json_is_what_as_dict_says():
    assert json.loads(export_comparison(COMPARISON, "json")) == COMPARISON.as_dict()


def test_text_goes_to_a_file_or_to_stdout(tmp_path):
    stdout = io.BytesIO()
    write_text("é\n", "-", stdout)
    write_text("é\n", str(tmp_path / "out"), stdout)
    assert stdout.getvalue() == (tmp_path / "out").read_bytes() == "é\n".encode()


def test_pairs_are_written_a_line_each(tmp_path):
    stdout = io.BytesIO()
    write_pairs([PAIR, PAIR], "-", stdout)
    write_pairs(iter([PAIR, PAIR]), str(tmp_path / "out.jsonl"), io.BytesIO())
    assert stdout.getvalue() == (tmp_path / "out.jsonl").read_bytes() == LINE * 2


@pytest.mark.parametrize("write", [
    lambda stdout: write_text("much", "-", stdout), lambda stdout: write_pairs([PAIR], "-", stdout),
])  # fmt: skip
def test_where_stdout_is_full_that_is_said(write):
    device = Path("/dev/full")
    if not device.exists():
        pytest.skip("the system has no device that is full")
    with device.open("wb", buffering=0) as full, pytest.raises(OutputError) as caught:
        write(full)
    assert (caught.value.path, caught.value.problem) == ("stdout", OutputProblem.FULL)


def test_a_reader_may_have_had_enough():
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb", buffering=0) as pipe, pytest.raises(BrokenPipeError):
        write_text("much", "-", pipe)


def test_a_name_may_be_too_long_for_a_file(tmp_path):
    with pytest.raises(OutputError) as caught:
        require_apart(tmp_path, str(tmp_path / ("x" * 300)))
    assert caught.value.problem is OutputProblem.FAILED


def test_a_failure_midway_leaves_what_was_there(tmp_path):
    def pairs():
        yield PAIR
        raise RecordError("x.jsonl", 2, "JSON")

    out = tmp_path / "out.jsonl"
    out.write_text("before")
    with pytest.raises(RecordError):
        write_pairs(pairs(), str(out), io.BytesIO())
    assert [file.read_text() for file in tmp_path.iterdir()] == ["before"]


def test_a_folder_that_is_not_there(tmp_path):
    with pytest.raises(OutputError) as caught:
        write_pairs([PAIR], str(tmp_path / "no" / "out.jsonl"), io.BytesIO())
    assert caught.value.problem is OutputProblem.NO_FOLDER


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_pairs_go_into_a_pipe_without_replacing_it(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    write_pairs([PAIR], str(pipe), io.BytesIO())
    reader.join(10)
    assert read == [LINE]
    assert pipe.is_fifo()


FERRY = Article("a1", "The ferry left. It was late.", "Harbour Post", "Gone")
LATE = Annotation("n1", words_of(FERRY, Span(23, 27)), ("t1",), "How?", created="2024-03-02")


@pytest.fixture
def project(tmp_path):
    """A project that somebody has open."""
    with Project.create(tmp_path / "p.crossread", AddArticles((FERRY,))) as opened:
        opened.apply(ChangeCodebook((Tag("t1", "time", key="t"),)))
        opened.apply(ChangeAnnotations((LATE,)))
        yield opened


@pytest.mark.parametrize("form", project_formats())
def test_a_project_that_is_open_elsewhere_goes_out_in_every_format(project, tmp_path, form):
    assert form == WHOLE or export_format(form).name == form
    out = tmp_path / "out"
    told = []
    export_file(project.path, Outgoing(), form, out, lambda *at: told.append(at))
    first = out.read_bytes()
    assert first
    export_file(project.path, Outgoing(), form, out)
    assert out.read_bytes() == first
    shares = [done / total for done, total in told]
    assert shares == sorted(shares)
    assert shares[-1] == 1
    assert sorted(entry.name for entry in tmp_path.iterdir() if "part" in entry.name) == []


@pytest.mark.parametrize("form", [WHOLE, "ris", "docx"])
def test_a_draft_goes_out(tmp_path, form):
    with Drafts(tmp_path / "drafts").new() as draft:
        draft.apply(AddArticles((FERRY,)))
        export_file(draft.path, Outgoing(), form, tmp_path / "out")
    assert (tmp_path / "out").stat().st_size > 0


def test_what_a_format_cannot_carry_is_told(project, tmp_path):
    losses = export_file(project.path, Outgoing(), "refi-qda", tmp_path / "out.qdpx")
    assert ("key", 1) in [(loss.what, loss.count) for loss in losses]
    assert export_file(project.path, Outgoing(), WHOLE, tmp_path / "out.json") == ()
    assert export_file(project.path, Outgoing(), "docx", tmp_path / "out.docx") == ()


@pytest.mark.parametrize("form", [WHOLE, "markdown", "bibtex"])
@pytest.mark.parametrize("after", [0, 1, 2])
def test_an_export_that_is_stopped_leaves_what_was_there(project, tmp_path, form, after):
    out = tmp_path / "out"
    out.write_text("before")
    told = []

    def stop(done, total):
        told.append((done, total))
        if len(told) > after:
            raise Cancelled

    with pytest.raises(Cancelled):
        export_file(project.path, Outgoing(), form, out, stop)
    assert out.read_text() == "before"
    assert not list(tmp_path.glob(".crossread-*"))


def test_the_last_word_before_a_file_is_written_may_be_no(project, tmp_path):
    out = tmp_path / "out.xlsx"
    told = []
    export_file(project.path, Outgoing(), "xlsx", out, lambda *at: told.append(at))
    before, asked = out.stat().st_ino, []

    def stop(*at):
        asked.append(at)
        if len(asked) == len(told):  # all is made and counted
            raise Cancelled

    with pytest.raises(Cancelled):
        export_file(project.path, Outgoing(), "xlsx", out, stop)
    assert told[-2:] == [(100, 100)] * 2
    assert out.stat().st_ino == before


def test_what_cannot_be_written_or_opened_is_named(project, tmp_path):
    with pytest.raises(OutputError):
        export_file(project.path, Outgoing(), "ris", tmp_path / "none" / "out")
    with pytest.raises(ProjectError):
        export_file(tmp_path / "none.crossread", Outgoing(), "ris", tmp_path / "out")
    with pytest.raises(KeyError):
        export_file(project.path, Outgoing(), "tex", tmp_path / "out")


def test_a_project_is_not_written_over(project, tmp_path):
    link = tmp_path / "link"
    link.symlink_to(project.path)
    for target in (project.path, link):
        with pytest.raises(OutputError) as caught:
            export_file(project.path, Outgoing(), "ris", target)
        assert caught.value.problem is OutputProblem.PROJECT
    assert project.articles() == (FERRY,)


@pytest.mark.parametrize(
    ("form", "parts", "sheets"),
    [
        ("docx", tuple(Part), ()),
        ("web-annotations", (), (Sheet.PAIRS,)),
        ("refi-qda", (), (Sheet.PAIRS,)),
        ("codebook", (), ()),
        ("csl-json", (), ()),
    ],
)
def test_nothing_is_gathered_that_a_format_does_not_have(form, parts, sheets):
    narrowed = export_format(form).narrow(Outgoing(has_variants=True))
    assert (narrowed.parts, narrowed.sheets) == (parts, sheets)
    assert narrowed.has_variants is (form == "docx")
