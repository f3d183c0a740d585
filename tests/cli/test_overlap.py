"""`crossread overlap`."""

import io
import json

import pytest

from workbench.cli.main import main

SHARED = "The council voted late on Tuesday to rebuild the northern pier before the winter storms."
RECORDS = [
    {"id": "x1", "text": f"Port Elin is small. {SHARED}", "outlet": "Harbour Post"},
    {"id": "x2", "text": "Rain fell on the empty town, and nobody minded it very much."},
    {"id": 3, "text": f"{SHARED} So be it.", "published": "2024-02-21", "url": None},
]
FOUND = [("x1", SHARED), ("3", SHARED)]


def never(*_, **__):
    raise AssertionError("no window was asked for")


@pytest.fixture
def archive(tmp_path):
    path = tmp_path / "articles.jsonl"
    path.write_text("".join(json.dumps(record) + "\n" for record in RECORDS), encoding="utf-8")
    return path


def found(text):
    """Say what the only line links, the full stop aside, which belongs to no word."""
    (line,) = map(json.loads, text.splitlines())
    assert list(line) == ["a", "b", "kind", "similarity"]
    assert (line["kind"], line["similarity"]) == ("verbatim", 1.0)
    texts = {str(record["id"]): record["text"] for record in RECORDS}
    for side in (line["a"], line["b"]):
        assert list(side) == ["article", "start", "end"]
    return [
        (side["article"], texts[side["article"]][side["start"] : side["end"]].rstrip(".") + ".")
        for side in (line["a"], line["b"])
    ]


def test_pairs_are_written_a_line_each(archive, tmp_path, capsys):
    assert main(["overlap", str(archive), "--jobs", "1"], never) == 0
    out, error = capsys.readouterr()
    assert (found(out), error) == (FOUND, "")
    assert main(["overlap", str(archive), "-o", str(tmp_path / "p"), "--jobs", "1"], never) == 0
    assert (tmp_path / "p").read_text(encoding="utf-8") == out


def test_the_number_of_processes_makes_no_difference(archive, capsys):
    assert main(["overlap", str(archive), "--jobs", "2"], never) == 0
    assert found(capsys.readouterr().out) == FOUND


def test_an_archive_comes_from_stdin(archive, capsys, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(archive.read_bytes())))
    assert main(["overlap", "-", "--jobs", "1"], never) == 0
    assert found(capsys.readouterr().out) == FOUND


def test_a_bad_line_is_named_and_nothing_is_written(archive, tmp_path, capsys):
    with archive.open("a", encoding="utf-8") as stream:
        stream.write('\n{"id": "x4"}\n')
    out = tmp_path / "pairs.jsonl"
    out.write_text("before")
    assert main(["overlap", str(archive), "-o", str(out), "--jobs", "1"], never) == 1
    printed, error = capsys.readouterr()
    assert printed == ""
    assert len(error.splitlines()) == 1
    assert "articles.jsonl" in error
    assert "line 5" in error.casefold()
    assert sorted(file.name for file in tmp_path.iterdir()) == ["articles.jsonl", "pairs.jsonl"]
    assert out.read_text() == "before"


def test_two_articles_with_one_id(archive, capsys):
    assert main(["overlap", str(archive), str(archive), "--jobs", "1"], never) == 1
    assert "“x1”" in capsys.readouterr().err


def test_a_missing_archive(tmp_path, capsys):
    assert main(["overlap", str(tmp_path / "no.jsonl"), "--jobs", "1"], never) == 1
    assert "no.jsonl" in capsys.readouterr().err


def test_an_empty_archive_has_no_pairs(tmp_path, capsys):
    (tmp_path / "none.jsonl").touch()
    assert main(["overlap", str(tmp_path / "none.jsonl"), "--jobs", "1"], never) == 0
    assert capsys.readouterr() == ("", "")


@pytest.fixture
def subscribers(tmp_path):
    """Return an archive of which every article ends in the same words."""
    path = tmp_path / "subscribers.jsonl"
    footer = "Subscribe to our letter about the herring trade and never miss a tide."
    records = [
        {"id": number, "text": f"Quay{number} held gulls{number}. {footer}", "outlet": "Post"}
        for number in range(51)
    ]
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return path


def test_boilerplate_is_left_out_and_listed(subscribers, tmp_path, capsys):
    listed = tmp_path / "listed.jsonl"
    options = ["--jobs", "1", "--boilerplate", str(listed)]
    assert main(["overlap", str(subscribers), *options], never) == 0
    assert capsys.readouterr() == ("", "Left out as boilerplate: 1 text in 51 articles.\n")
    (line,) = map(json.loads, listed.read_text(encoding="utf-8").splitlines())
    assert line["text"].startswith("Subscribe to our letter")
    assert (line["outlet"], line["articles"], len(line["passages"])) == ("Post", 51, 51)


def test_boilerplate_may_be_compared_all_the_same(subscribers, capsys):
    assert main(["overlap", str(subscribers), "--jobs", "1", "--keep-boilerplate"], never) == 0
    out, error = capsys.readouterr()
    assert (len(out.splitlines()), error) == (51 * 50 / 2, "")


@pytest.mark.parametrize("arguments", [[], ["x.jsonl", "--jobs", "0"]])
def test_wrong_usage(arguments):
    assert main(["overlap", *arguments], never) == 2
