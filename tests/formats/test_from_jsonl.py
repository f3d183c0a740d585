import io
import json

import pytest

from workbench.formats import from_jsonl
from workbench.formats.from_jsonl import article_of, is_jsonl, read_archive, read_records
from workbench.formats.readers import read_file
from workbench.model import Article, FileError, FileProblem, RecordError


def read(data):
    return list(read_records("x.jsonl", io.BytesIO(data)))


def test_fields_of_a_record():
    record = {
        "id": "n1",
        "text": "Ten piers.\r\n",
        "outlet": "Harbour Post",
        "headline": "Piers",
        "published": "2024-02-21",
        "url": None,
        "pages": [1, 2],
    }
    assert read(json.dumps(record).encode()) == [
        Article("n1", "Ten piers.\r\n", "Harbour Post", "Piers", "", "2024-02-21")
    ]


def test_blank_lines_a_byte_order_mark_and_any_line_end_are_taken():
    data = b'\xef\xbb\xbf{"id": "a", "text": ""}\r\n\n  \n{"id": 7, "text": "\\ud800"}'
    assert read(data) == [Article("a", ""), Article("7", "\ud800")]


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        (b'{"id": "b", "text": "x"', "JSON"),
        (b"[" * 100_000, "JSON"),
        (b'["b", "x"]', "JSON"),
        (b"7", "JSON"),
        (b'{"id": "b", "text": "\xff"}', "UTF-8"),
        (b'{"text": "x"}', "id"),
        (b'{"id": "", "text": "x"}', "id"),
        (b'{"id": true, "text": "x"}', "id"),
        (b'{"id": 1.5, "text": "x"}', "id"),
        (b'{"id": "b"}', "text"),
        (b'{"id": "b", "text": null}', "text"),
        (b'{"id": "b", "text": "x", "outlet": 3}', "outlet"),
        (b'{"id": "b", "text": "x", "published": 2024}', "published"),
    ],
)
def test_a_bad_line_is_named(line, fault):
    with pytest.raises(RecordError) as caught:
        read(b'{"id": "a", "text": "x"}\n\n' + line + b"\n")
    error = caught.value
    assert (error.path, error.line, error.detail) == ("x.jsonl", 3, fault)


def test_a_line_longer_than_any_article_is_refused(monkeypatch):
    monkeypatch.setattr(from_jsonl, "MAX_LINE_BYTES", 30)
    fits = b'{"id": "a", "text": "123456"}\n'
    assert len(fits) == 30
    assert read(fits) == [Article("a", "123456")]
    with pytest.raises(RecordError) as caught:
        read(fits + fits.replace(b"123456", b"1234567"))
    assert (caught.value.line, caught.value.detail) == (2, "> 30 bytes")


def test_articles_are_yielded_as_they_are_read():
    records = read_records("x", io.BytesIO(b'{"id": "a", "text": "x"}\nnonsense\n'))
    assert next(records) == Article("a", "x")


def test_a_record_need_not_be_a_dict():
    from types import MappingProxyType

    assert article_of(MappingProxyType({"id": "a", "text": "x"}), "x", 1) == Article("a", "x")


def test_a_file_is_read_line_by_line(tmp_path):
    file = tmp_path / "x.jsonl"
    file.write_text('{"id": "a", "text": "é"}\n', encoding="utf-8")
    assert list(read_archive(file)) == [Article("a", "é")]


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("missing.jsonl", FileProblem.MISSING),
        ("a.txt/x.jsonl", FileProblem.MISSING),
        ("x\0.jsonl", FileProblem.MISSING),
        ("folder", FileProblem.FOLDER),
        ("n" * 300, FileProblem.UNREADABLE),
    ],
)
def test_a_file_that_cannot_be_read_is_named(tmp_path, name, problem):
    (tmp_path / "folder").mkdir()
    (tmp_path / "a.txt").touch()
    with pytest.raises(FileError) as caught:
        list(read_archive(tmp_path / name))
    assert (caught.value.path, caught.value.problem) == (str(tmp_path / name), problem)


def test_a_file_that_may_not_be_read(unprivileged):
    file = unprivileged / "x.jsonl"
    file.touch(mode=0o000)
    with pytest.raises(FileError) as caught:
        list(read_archive(file))
    assert caught.value.problem is FileProblem.DENIED


def test_an_archive_is_read_as_any_other_file(tmp_path):
    path = tmp_path / "a.jsonl"
    lines = [
        {"id": 1, "text": "It left.\r\nIt came.", "headline": "Ferry", "published": "1 March 2024"},
        {"text": "Bread was dear.", "byline": "Bo", "language": "en-GB", "section": "Food"},
        {"id": 3, "text": " "},
        {"id": 4},
        ["It left."],
        {"id": 6, "text": "x", "outlet": 7},
    ]
    path.write_text("\ufeff" + "\n\n".join(map(json.dumps, lines)) + "\n{", encoding="utf-8")
    reading = read_file(path)
    assert (reading.reader, reading.announced) == ("jsonl", None)
    ferry, bread = reading.articles
    assert (ferry.text, ferry.headline, ferry.record) == ("It left.\nIt came.", "Ferry", "")
    assert ferry.published == "2024-03-01"
    assert (bread.byline, bread.language, bread.section) == ("Bo", "en-GB", "Food")
    assert [(e.problem, e.raw) for e in reading.skipped] == [
        (FileProblem.NO_TEXT, ""),
        (FileProblem.DAMAGED, '{"id": 4}'),
        (FileProblem.DAMAGED, '["It left."]'),
        (FileProblem.DAMAGED, '{"id": 6, "text": "x", "outlet": 7}'),
        (FileProblem.DAMAGED, "{"),
    ]


@pytest.mark.parametrize(
    ("other", "published"),
    [("13/04/2025", "2025-04-03"), ("04/13/2025", "2025-03-04"), ("05/04/2025", "")],
)
def test_all_lines_tell_which_number_of_a_date_is_the_day(tmp_path, other, published):
    path = tmp_path / "a.jsonl"
    records = [{"text": "It left.", "published": day} for day in ("03/04/2025", other)]
    path.write_text("\n".join(map(json.dumps, [*records, {"text": "It came."}])))
    assert read_file(path).articles[0].published == published


def test_printed_words_and_the_day_of_retrieval(tmp_path):
    path = tmp_path / "a.jsonl"
    records = [
        {"text": "It left.", "printed_words": 355, "retrieved": "2024-03-05T10:00:00Z"},
        {"text": "It came.", "printed_words": "355 words", "retrieved": None},
        {"text": "It sank.", "printed_words": [355]},
    ]
    path.write_text("\n".join(map(json.dumps, records)))
    told = [(a.printed_words, a.retrieved) for a in read_file(path).articles]
    assert told == [(355, "2024-03-05"), (355, ""), (0, "")]


def test_a_line_beyond_the_limit_is_set_aside(tmp_path, monkeypatch):
    monkeypatch.setattr(from_jsonl, "MAX_LINE_BYTES", 40)
    path = tmp_path / "a.ndjson"
    path.write_text(json.dumps({"text": "x" * 50}) + '\n{"text": "It left."}\n')
    reading = read_file(path)
    assert [a.text for a in reading.articles] == ["It left."]
    assert [(e.problem, e.detail) for e in reading.skipped] == [(FileProblem.TOO_LARGE, "40")]


@pytest.mark.parametrize(
    ("head", "is_one"),
    [
        (b'{"id": 1, "text": "It', True),
        (b'\xef\xbb\xbf{ "text" : "It', True),
        (b'{"id": 1}\n{"text": "It', False),
        (b'{"text": 7', False),
        (b"{\\rtf1", False),
    ],
)
def test_an_archive_is_known_by_its_first_record(head, is_one):
    assert is_jsonl(head) is is_one
