"""HTTP messages as web archives keep them: what a server once sent, made readable."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass

_STATUS = re.compile(rb"HTTP/[\d.]+ 2\d\d\b")
_END = re.compile(rb"\r?\n\r?\n")
_CHUNK = re.compile(rb"\s*([0-9a-fA-F]{1,8})[^\r\n]*\r?\n")
_PAGES = ("text/html", "application/xhtml+xml")
_WINDOWS = {"gzip": zlib.MAX_WBITS | 16, "x-gzip": zlib.MAX_WBITS | 16, "deflate": zlib.MAX_WBITS}


@dataclass(frozen=True, slots=True)
class HttpMessage:
    """What was sent and its declared kind; `is_damaged` where it cannot be made readable.

    `coding` names the compression where it is one that is unknown here; the body is empty then.
    """

    kind: str
    body: bytes
    is_damaged: bool = False
    coding: str = ""

    @property
    def is_page(self) -> bool:
        """Whether it is a web page."""
        return self.kind.lower().startswith(_PAGES)

    @property
    def is_text(self) -> bool:
        """Whether it is a web page or a plain text."""
        return self.is_page or self.kind.lower().startswith("text/plain")


def http_message(block: bytes, limit: int) -> HttpMessage | None:
    """Return the message in a block, None where the server refused or sent the reader elsewhere.

    Chunks are put together and compression is undone, up to `limit` bytes; a message that is
    longer or cut is damaged.
    """
    end = _END.search(block)
    if end is None or not _STATUS.match(block):
        return None
    headers: dict[str, str] = {}
    for line in block[: end.start()].decode("latin-1").splitlines()[1:]:
        name, _, value = line.partition(":")
        headers[name.strip().lower()] = value.strip()
    kind, body = headers.get("content-type", ""), block[end.end() :]
    if "chunked" in headers.get("transfer-encoding", "").lower():
        body = _joined(body)
    codings = headers.get("content-encoding", "").lower().split(",")
    for coding in (each.strip() for each in reversed(codings)):
        if coding in {"", "identity"}:
            continue
        if coding not in _WINDOWS:
            return HttpMessage(kind, b"", coding=coding)
        expanded = _expanded(body, coding, limit)
        if expanded is None:
            return HttpMessage(kind, b"", is_damaged=True)
        body = expanded
    return HttpMessage(kind, body)


def _joined(body: bytes) -> bytes:
    """Put the chunks of a body together; one that has none was put together when it was kept."""
    pieces, place = [], 0
    while match := _CHUNK.match(body, place):
        place = match.end() + int(match[1], 16)
        if place > len(body):
            return body
        if place == match.end():  # the last chunk is empty
            break
        pieces.append(body[match.end() : place])
    return b"".join(pieces) or body


def _expanded(body: bytes, coding: str, limit: int) -> bytes | None:
    windows = [_WINDOWS[coding]]
    if coding == "deflate":  # some servers leave out the frame that the standard asks for
        windows.append(-zlib.MAX_WBITS)
    for window in windows:
        expander = zlib.decompressobj(window)
        try:
            expanded = expander.decompress(body, limit)
        except zlib.error:
            continue
        return expanded if expander.eof else None
    return None
