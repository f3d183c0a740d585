import io
import json
import os
import threading

import pytest

from workbench.comparison.collate import collate
from workbench.model import (
    Article,
    Comparison,
    Kind,
    OutputError,
    OutputProblem,
    Passage,
    PassagePair,
    Reason,
    RecordError,
    Span,
)
from workbench.project.exporting import (
    ALIGNMENT_FORMATS,
    COMPARISON_FORMATS,
    export_alignment,
    export_comparison,
    write_comparison,
    write_pairs,
    write_text,
)

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
