"""`crossread collate`."""

import json

import pytest

from workbench.cli.main import main


def never(*_, **__):
    raise AssertionError("no window was asked for")


def test_witnesses_named_on_the_command_line(capsys):
    arguments = ["collate", "--witness", "the black cat", "--witness", "the cat"]
    assert main(arguments, never) == 0
    assert json.loads(capsys.readouterr().out) == {
        "witnesses": ["A", "B"],
        "table": [[["the "], ["black "], ["cat"]], [["the "], [], ["cat"]]],
        "transpositions": [],
    }


def test_files_come_before_witnesses(tmp_path, capsys):
    (tmp_path / "a.txt").write_text("Ten piers were opened.\n", encoding="utf-8")
    arguments = ["collate", "--witness", "Ten piers opened.", str(tmp_path / "a.txt")]
    assert main(arguments, never) == 0
    table = json.loads(capsys.readouterr().out)["table"]
    assert ["".join(map("".join, row)) for row in table] == [
        "Ten piers were opened.\n", "Ten piers opened.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("form", "beginning"), [("html", "<!DOCTYPE html>"), ("text", "A  ten"), ("tei", "<?xml")]
)
def test_other_formats(tmp_path, capsys, form, beginning):
    witnesses = ["--witness", "ten piers", "--witness", "ten long piers"]
    assert main(["collate", *witnesses, "--format", form], never) == 0
    out = capsys.readouterr().out
    assert out.startswith(beginning)
    assert main(["collate", *witnesses, "--format", form, "-o", str(tmp_path / "o")], never) == 0
    assert (tmp_path / "o").read_text(encoding="utf-8") == out


def test_too_few(capsys):
    assert main(["collate", "--witness", "alone"], never) == 1
    assert capsys.readouterr() == ("", "A collation needs at least two texts; add another.\n")


def test_one_bad_file_is_named_and_the_others_are_collated(tmp_path, capsys):
    missing = str(tmp_path / "missing.txt")
    assert main(["collate", missing, "--witness", "ten", "--witness", "ten"], never) == 1
    out, error = capsys.readouterr()
    assert json.loads(out)["witnesses"] == ["A", "B"]
    assert len(error.splitlines()) == 1
    assert "missing.txt" in error
