"""`crossread compare`."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from workbench.cli.main import main

ROOT = Path(__file__).parents[2]
SHARED = "The council voted late on Tuesday to rebuild the northern pier before the winter storms."


def never(*_, **__):
    raise AssertionError("no window was asked for")


@pytest.fixture
def files(tmp_path):
    texts = {
        "a.txt": f"Port Elin is small. {SHARED}",
        "b.md": f"---\noutlet: Harbour Post\ndate: 2024-02-21\n---\n{SHARED} So be it.",
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return [str(tmp_path / name) for name in texts]


def test_json_is_the_default(files, capsys):
    assert main(["compare", *files], never) == 0
    out, error = capsys.readouterr()
    result = json.loads(out)
    assert (result["format"], result["version"]) == ("crossread-comparison", 1)
    assert [article["id"] for article in result["articles"]] == ["a1", "a2"]
    assert [article["path"] for article in result["articles"]] == files
    assert result["articles"][1]["outlet"] == "Harbour Post"
    (pair,) = result["pairs"]
    assert (pair["kind"], pair["a"]["start"], pair["b"]["start"]) == ("verbatim", 20, 0)
    assert error == ""


@pytest.mark.parametrize(
    ("form", "beginning"),
    [("html", "<!DOCTYPE html>"), ("text", "2 articles, 1 shared passage\n"), ("tei", "<?xml")],
)
def test_other_formats(files, capsys, form, beginning):
    assert main(["compare", "--format", form, *files], never) == 0
    assert capsys.readouterr().out.startswith(beginning)


def test_a_file_takes_the_output(files, tmp_path, capsys):
    out = tmp_path / "out.json"
    assert main(["compare", *files, "-o", str(out)], never) == 0
    assert len(json.loads(out.read_text(encoding="utf-8"))["pairs"]) == 1
    assert capsys.readouterr() == ("", "")


def test_an_output_that_cannot_be_written(files, tmp_path, capsys):
    assert main(["compare", *files, "-o", str(tmp_path / "no" / "out.json")], never) == 1
    out, error = capsys.readouterr()
    assert out == ""
    assert len(error.splitlines()) == 1
    assert "out.json" in error


def test_a_text_comes_from_stdin(files, capsys, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(SHARED.encode())))
    assert main(["compare", files[0], "-"], never) == 0
    assert len(json.loads(capsys.readouterr().out)["pairs"]) == 1


def test_one_bad_file_is_named_and_the_others_are_compared(files, tmp_path, capsys):
    (tmp_path / "empty.txt").touch()
    assert main(["compare", files[0], str(tmp_path / "empty.txt"), files[1]], never) == 1
    out, error = capsys.readouterr()
    assert len(json.loads(out)["pairs"]) == 1
    assert len(error.splitlines()) == 1
    assert "empty.txt" in error


def test_too_few_that_can_be_read(files, tmp_path, capsys):
    assert main(["compare", files[0], str(tmp_path / "missing.txt")], never) == 1
    out, error = capsys.readouterr()
    assert out == ""
    assert len(error.splitlines()) == 1
    assert "missing.txt" in error


def test_one_file_is_too_few(files, capsys):
    assert main(["compare", files[0]], never) == 1
    assert capsys.readouterr().err == (
        "A comparison needs at least two articles; name another file.\n"
    )


@pytest.mark.parametrize("arguments", [[], ["x.txt", "--format", "pdf"], ["x.txt", "--jobs", "2"]])
def test_wrong_usage(arguments):
    assert main(["compare", *arguments], never) == 2


def test_the_program_as_it_is_called(files):
    command = [sys.executable, "-m", "workbench", "compare", *files]
    done = subprocess.run(command, capture_output=True, cwd=ROOT, timeout=60, check=True)
    assert json.loads(done.stdout.decode("utf-8"))["pairs"]
    assert done.stderr == b""


def test_real_articles(shared, capsys):
    articles = [str(path) for path in sorted((shared / "articles").glob("*.txt"))]
    assert main(["compare", *articles, "--format", "json"], never) == 0
    result = json.loads(capsys.readouterr().out)
    lengths = {article["id"]: article["length"] for article in result["articles"]}
    assert list(lengths) == ["a1", "a2", "a3", "a4", "a5"]
    sides = [pair[side] for pair in result["pairs"] for side in "ab"]
    assert sides
    assert all(0 <= one["start"] < one["end"] <= lengths[one["article"]] for one in sides)
