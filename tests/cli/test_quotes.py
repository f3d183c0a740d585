"""`crossread quotes`."""

import json

import pytest

from workbench.cli.main import main

STORY = """“It is ours,” said Mara Lind, mayor of Harwick. The “pier of dreams” is new.

She called it “a gift”.
"""


def never(*_, **__):
    raise AssertionError("no window was asked for")


@pytest.fixture
def story(tmp_path):
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return str(path)


def test_json(story, capsys):
    assert main(["quotes", story], never) == 0
    found = json.loads(capsys.readouterr().out)
    quotation = {"article": "a1", "speaker": "Mara Lind, mayor of Harwick", "cluster": None}
    assert [article["id"] for article in found["articles"]] == ["a1"]
    assert found["quotations"] == [
        quotation | {"start": 0, "end": 13, "cue": "said"},
        quotation | {"start": 92, "end": 100, "cue": "called"},
    ]
    assert found["mentions"] == [{"article": "a1", "start": 52, "end": 68}]


def test_text_to_a_file(story, tmp_path, capsys):
    out = tmp_path / "out.txt"
    assert main(["quotes", story, "--format", "text", "-o", str(out)], never) == 0
    assert capsys.readouterr().out == ""
    assert out.read_text(encoding="utf-8") == (
        "A  story.txt\n\n"
        "   Mara Lind, mayor of Harwick\n"
        "     said: “It is ours,”\n"
        "     called: “a gift”\n\n"
        "   Only in quotation marks: “pier of dreams”\n"
    )


def test_one_bad_file_is_named_and_the_others_are_read(story, tmp_path, capsys):
    assert main(["quotes", str(tmp_path / "missing.txt"), story], never) == 1
    out, error = capsys.readouterr()
    assert len(json.loads(out)["quotations"]) == 2
    assert len(error.splitlines()) == 1
    assert "missing.txt" in error


def test_no_file_can_be_read(tmp_path, capsys):
    assert main(["quotes", str(tmp_path / "missing.txt")], never) == 1
    out, error = capsys.readouterr()
    assert out == ""
    assert "missing.txt" in error
