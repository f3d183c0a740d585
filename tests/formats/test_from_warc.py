"""The records of web archives."""

import gzip
from pathlib import Path

import pytest

from workbench.formats import from_warc
from workbench.formats.from_warc import is_warc, read_warc
from workbench.formats.readers import read_file
from workbench.model.errors import FileError, FileProblem
from workbench.model.progress import silent

PATH = Path("a.warc")
PAGE = (
    "<html><body><article><p>{} The ferry left the old pier on Friday.</p></article></body></html>"
)


def record(kind, block, *, address="https://lamp.example/f", mime="application/http", length=None):
    size = len(block) if length is None else length
    return (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\n"
        f"Content-Type: {mime}; msgtype=response\r\nContent-Length: {size}\r\n\r\n"
    ).encode() + block + b"\r\n\r\n"  # fmt: skip


def sent(body, mime="text/html", status="200 OK"):
    return f"HTTP/1.1 {status}\r\nContent-Type: {mime}\r\n\r\n{body}".encode()


KEPT = (
    record("warcinfo", b"software: x\r\n", mime="application/warc-fields")
    + record("request", b"GET / HTTP/1.1\r\n\r\n")
    + record("response", sent(PAGE.format("First.")))
    + record("response", sent("x", "image/png"))
    + record("response", sent("x", status="301 Moved"))
    + record(
        "resource",
        PAGE.format("Second.").encode(),
        address="<https://lamp.example/s>",
        mime="text/html",
    )
    + record("conversion", b"Third.\nIt came.", mime="text/plain")
)  # fmt: skip


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz", "a"])
@pytest.mark.parametrize("compressed", [False, True])
def test_pages_and_texts_are_articles(tmp_path, name, compressed):
    path = tmp_path / name
    path.write_bytes(gzip.compress(KEPT, mtime=0) if compressed else KEPT)
    reading = read_file(path)
    assert (reading.reader, reading.announced, reading.skipped) == ("warc", None, ())
    first, second, third = reading.articles
    assert first.text == "First. The ferry left the old pier on Friday."
    assert (first.url, second.url) == ("https://lamp.example/f", "https://lamp.example/s")
    assert (third.text, third.url) == ("Third.\nIt came.", "https://lamp.example/f")


def test_the_day_of_keeping_is_told():
    kept = record("response", sent(PAGE.format("First."))).replace(
        b"WARC-Type", b"WARC-Date: 2024-03-05T10:15:00Z\r\nWARC-Type"
    )
    (article,) = read_warc(PATH, kept, silent).articles
    assert article.retrieved == "2024-03-05"


def test_records_may_be_compressed_one_by_one():
    members = [record("response", sent(PAGE.format(word))) for word in ("First.", "Second.")]
    data = b"".join(map(gzip.compress, members))
    assert len(read_warc(PATH, data, silent).articles) == 2


def skipped(data):
    reading = read_warc(PATH, data, silent)
    return len(reading.articles), [(e.problem, e.place, e.headline) for e in reading.skipped]


def test_what_cannot_be_read_is_set_aside():
    unreadable = sent("x").replace(b"\r\n\r\n", b"\r\nContent-Encoding: br\r\n\r\n")
    cut = unreadable.replace(b" br", b" gzip")
    records = [record("response", each) for each in (unreadable, sent("<p></p>"), cut)]
    data = b"".join(records) + KEPT
    assert skipped(data) == (
        3,
        [
            (FileProblem.PACKED, 1, "https://lamp.example/f"),
            (FileProblem.NO_TEXT, 2, "https://lamp.example/f"),
            (FileProblem.DAMAGED, 3, "https://lamp.example/f"),
        ],
    )


@pytest.mark.parametrize(
    "rest",
    [
        record("response", sent(PAGE.format("Cut.")))[:-40],
        record("warcinfo", b"x", length=100),
        b"It left.\r\n",
        record("response", sent("x")).replace(b"Content-Length", b"Content-Size"),
    ],
)
@pytest.mark.parametrize("compressed", [False, True])
def test_an_archive_that_is_cut_or_broken_says_so(rest, compressed):
    data = gzip.compress(KEPT + rest, mtime=0) if compressed else KEPT + rest
    count, ((problem, place, _),) = skipped(data)
    assert (count, problem, place) == (3, FileProblem.DAMAGED, 4)


def test_a_compressed_archive_that_is_cut():
    assert skipped(gzip.compress(KEPT, mtime=0)[:-12])[1] == [(FileProblem.DAMAGED, 3, "")]


def test_what_is_no_article_because_of_its_size_is_passed_over(monkeypatch):
    monkeypatch.setattr(from_warc, "MAX_RECORD_BYTES", 400)
    monkeypatch.setattr(from_warc, "_CHUNK", 64)
    data = record("response", sent("x" * 500)) + KEPT
    assert skipped(data) == (3, [])


def test_expansion_is_bounded(monkeypatch):
    monkeypatch.setattr(from_warc, "MAX_EXPANDED_BYTES", 100)
    with pytest.raises(FileError) as caught:
        read_warc(PATH, KEPT, silent)
    assert (caught.value.problem, caught.value.detail) == (FileProblem.TOO_LARGE, "100")


def test_headers_are_bounded(monkeypatch):
    monkeypatch.setattr(from_warc, "MAX_HEADER_LINES", 2)
    assert skipped(KEPT)[1][0][0] is FileProblem.DAMAGED


@pytest.mark.parametrize(
    ("head", "is_one"),
    [
        (b"WARC/1.1\r\n", True),
        (gzip.compress(b"WARC/1.1\r\n", mtime=0), True),
        (gzip.compress(b"It left.", mtime=0), False),
        (b"\x1f\x8b\x08 rest of it", False),
        (b"It left.", False),
    ],
)
def test_an_archive_is_known_by_its_first_bytes(head, is_one):
    assert is_warc(head) is is_one
