"""What servers once sent, as web archives keep it."""

import gzip
import zlib

import pytest

from workbench.formats.http_message import HttpMessage, http_message

PAGE = b"<p>It left.</p>"
RAW = zlib.compressobj(wbits=-zlib.MAX_WBITS)
BARE = RAW.compress(PAGE) + RAW.flush()


def sent(body, *headers, status="200 OK", end="\r\n"):
    lines = [f"HTTP/1.1 {status}", "Content-Type: text/html; charset=utf-8", *headers, "", ""]
    return end.join(lines).encode() + body


@pytest.mark.parametrize("end", ["\r\n", "\n"])
def test_a_plain_message(end):
    assert http_message(sent(PAGE, end=end), 99) == HttpMessage("text/html; charset=utf-8", PAGE)


@pytest.mark.parametrize(
    ("body", "header"),
    [
        (gzip.compress(PAGE, mtime=0), "Content-Encoding: gzip"),
        (zlib.compress(PAGE), "content-encoding: Deflate"),
        (BARE, "Content-Encoding: deflate"),
        (gzip.compress(zlib.compress(PAGE), mtime=0), "Content-Encoding: deflate, gzip"),
        (PAGE, "Content-Encoding: identity"),
        (b"3\r\n<p>\r\nC;x=y\r\nIt left.</p>\r\n0\r\n\r\n", "Transfer-Encoding: chunked"),
        (PAGE, "Transfer-Encoding: chunked"),  # put together when it was kept
        (b"3\r\n<p>\r\nc\r\nIt left.</p>", "Transfer-Encoding: chunked"),
    ],
)
def test_compression_and_chunks_are_undone(body, header):
    message = http_message(sent(body, header), 99)
    assert message is not None
    assert (message.body, message.is_damaged) == (PAGE, False)


def test_chunks_that_do_not_add_up_stay():
    message = http_message(sent(b"ffff\r\nx", "Transfer-Encoding: chunked"), 99)
    assert message is not None
    assert message.body == b"ffff\r\nx"


@pytest.mark.parametrize(
    ("body", "coding"),
    [
        (PAGE, "gzip"),
        (gzip.compress(PAGE, mtime=0)[:-9], "gzip"),
        (gzip.compress(b"x" * 100_000, mtime=0), "gzip"),
    ],
)
def test_what_is_cut_or_too_long_is_damaged(body, coding):
    message = http_message(sent(body, f"Content-Encoding: {coding}"), 99)
    assert message is not None
    assert (message.body, message.is_damaged) == (b"", True)


@pytest.mark.parametrize(
    "block",
    [b"", b"It left.", sent(PAGE, status="404 No"), sent(PAGE, status="301 On"), b"\r\n\r\n"],
)
def test_no_message(block):
    assert http_message(block, 99) is None


@pytest.mark.parametrize(
    ("kind", "is_page", "is_text"),
    [
        ("TEXT/html", True, True),
        ("application/xhtml+xml", True, True),
        ("text/plain", False, True),
        ("image/png", False, False),
        ("", False, False),
    ],
)
def test_kinds(kind, is_page, is_text):
    message = HttpMessage(kind, b"")
    assert (message.is_page, message.is_text) == (is_page, is_text)


def test_compression_that_nothing_here_undoes_is_named():
    message = http_message(sent(PAGE, "Content-Encoding: gzip, BR"), 99)
    assert message == HttpMessage("text/html; charset=utf-8", b"", coding="br")
