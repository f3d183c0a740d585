"""Rich Text Format: the paragraphs of a document, in one pass over its control words."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workbench.formats.decoding import unify_line_ends
from workbench.formats.document import Document, Paragraph, document_article
from workbench.model.errors import FileError, FileProblem
from workbench.model.progress import Report, silent

if TYPE_CHECKING:
    from pathlib import Path

    from workbench.model.article import Article

MAX_RTF_BYTES = 64 * 1024**2
REPORT_EVERY = 10_000  # pieces: often enough to stop at once, too seldom to cost time
MAX_DEPTH = 1_000  # of groups in groups; word processors write a dozen

_START = b"{\\rtf"
_PIECE = re.compile(
    r"\\'([0-9a-fA-F]{2})|\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\([^a-zA-Z])|([{}])|([^\\{}\r\n]+)"
)
_ADDRESS = re.compile(r"HYPERLINK\s+\"([^\"]{1,2000})\"")
_PARAGRAPH_ENDS = frozenset(["par", "sect", "page", "cell", "row", "nestcell", "nestrow"])
_MARKS = {
    "tab": "\t",
    "line": "\n",
    "emdash": "—",
    "endash": "–",
    "bullet": "•",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "emspace": " ",
    "enspace": " ",
    "~": "\xa0",
    "-": "\xad",
    "_": "‑",
    "{": "{",
    "}": "}",
    "\\": "\\",
    "\n": "\n",
    "\r": "\n",
}
# Groups whose words are not the text.
_UNSEEN = frozenset(
    [
        *("fonttbl", "colortbl", "stylesheet", "info", "pict", "object", "header", "headerl"),
        *("headerr", "headerf", "footer", "footerl", "footerr", "footerf", "footnote", "xe", "tc"),
        *("annotation", "fldinst", "listtable", "listoverridetable", "rsidtbl", "themedata"),
        *(
            "generator",
            "nonesttables",
            "bkmkstart",
            "bkmkend",
            "pntext",
            "datastore",
            "latentstyles",
        ),
    ]
)
_CHARSETS = {
    77: "mac_roman",
    128: "cp932",
    129: "cp949",
    134: "cp936",
    136: "cp950",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
}


@dataclass(frozen=True, slots=True)
class _Group:
    """What holds inside a pair of braces: where words go, and how bytes and marks are read."""

    place: str = "text"  # or the control word of the group that is not shown
    encoding: str = ""  # "" for that of the whole document
    fallback: int = 1  # characters after \u that stand in for it in old programs


def is_rtf(head: bytes) -> bool:
    """Whether a file begins as Rich Text does."""
    return head.startswith(_START)


def read_rtf(path: Path, data: bytes) -> Article:
    """Read the article in a Rich Text document; raises FileError, also where it is cut short."""
    return document_article(path, open_rtf(path, data))


def open_rtf(path: Path, data: bytes, report: Report = silent) -> Document:
    """Open a Rich Text document, as far as it goes; raises FileError where it is none.

    `report` is asked now and then and may raise Cancelled.
    """
    if not is_rtf(data):
        raise FileError(str(path), FileProblem.UNKNOWN)
    page = _RichText()
    pieces = _PIECE.finditer(_without_pictures(data).decode("latin-1"))
    for number, match in enumerate(pieces):
        if number % REPORT_EVERY == 0:
            report(0, 1)
        page.take(match)
        if page.depth > MAX_DEPTH:
            raise FileError(str(path), FileProblem.TOO_LARGE, f"{MAX_DEPTH} groups")
        if page.depth == 0:
            break
    return Document(tuple(page.paragraphs()), is_cut=page.depth > 0)


def _without_pictures(data: bytes) -> bytes:
    """Leave out bytes that follow their own length: they may hold braces."""
    kept, start = [], 0
    for match in re.finditer(rb"\\bin(\d{1,9}) ?", data):
        if match.start() >= start:
            kept.append(data[start : match.start()])
            start = match.end() + int(match[1])
    return b"".join([*kept, data[start:]])


class _RichText:
    """The text of a document while it is read, piece by piece."""

    def __init__(self) -> None:
        self._group = _Group()
        self._outer: list[_Group] = []
        self._encoding = "cp1252"
        self._fonts: dict[int, str] = {}
        self._font = 0
        self._skip = 0
        self._bytes = bytearray()
        self._pieces: list[str] = []
        self._url = ""
        self._instruction: list[str] = []
        self._found: list[Paragraph] = []

    @property
    def depth(self) -> int:
        """How many groups are open."""
        return len(self._outer)

    def paragraphs(self) -> list[Paragraph]:
        """End the last paragraph and return all."""
        self._end_paragraph()
        return self._found

    def take(self, match: re.Match[str]) -> None:
        """Take in one piece: a byte, a control word, a mark, a brace, or plain characters."""
        byte, word, number, mark, brace, plain = match.groups()
        if byte is not None:
            self._take_byte(int(byte, 16))
            return
        self._flush()
        if brace:
            self._take_brace(brace)
        elif word:
            self._take_word(word, int(number) if number else None)
        elif mark == "*":
            self._group = replace(self._group, place="*")
        elif mark:
            self._write(_MARKS.get(mark, ""))
        else:
            skipped = min(self._skip, len(plain))
            self._skip -= skipped
            self._write(plain[skipped:])

    def _take_brace(self, brace: str) -> None:
        self._skip = 0
        if brace == "{":
            self._outer.append(self._group)
        else:
            if self._group.place == "fldinst" and self._outer[-1].place != "fldinst":
                self._follow()
            self._group = self._outer.pop()

    def _take_byte(self, byte: int) -> None:
        if self._skip:
            self._skip -= 1
        elif self._group.place == "text":
            self._bytes.append(byte)

    def _take_word(self, word: str, number: int | None) -> None:
        shown = self._group.place == "text"
        if word in _UNSEEN and self._group.place in {"text", "*"}:
            self._group = replace(self._group, place=word)
        elif word in {"ansicpg", "f", "fcharset"} and number is not None:
            self._take_encoding(word, number)
        elif word == "uc" and number is not None:
            self._group = replace(self._group, fallback=max(0, number))
        elif word == "u" and number is not None and shown:
            self._write(chr(number % 0x10000))
            self._skip = self._group.fallback
        elif word in _PARAGRAPH_ENDS and shown:
            self._end_paragraph()
        elif shown:
            self._write(_MARKS.get(word, ""))

    def _take_encoding(self, word: str, number: int) -> None:
        if word == "ansicpg":
            self._encoding = _known(f"cp{number}")
        elif word == "fcharset":
            self._fonts[self._font] = _CHARSETS.get(number, "")
        elif self._group.place == "fonttbl":
            self._font = number
        else:
            self._group = replace(self._group, encoding=self._fonts.get(number, ""))

    def _write(self, text: str) -> None:
        if self._group.place == "text":
            self._pieces.append(text)
        elif self._group.place == "fldinst":
            self._instruction.append(text)

    def _flush(self) -> None:
        """Decode the bytes gathered so far: several together may make one character."""
        if self._bytes:
            encoding = self._group.encoding or self._encoding
            self._pieces.append(bytes(self._bytes).decode(encoding, "replace"))
            self._bytes.clear()

    def _follow(self) -> None:
        """Note the address of a link, whose words come in the next group."""
        address = _ADDRESS.search("".join(self._instruction))
        self._instruction.clear()
        self._url = self._url or (address[1] if address else "")

    def _end_paragraph(self) -> None:
        written = "".join(self._pieces)
        paired = written.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        text = unify_line_ends(paired).replace("\x00", "").strip(" \n\t")
        if text:
            self._found.append(Paragraph(text, self._url))
            self._url = ""
        self._pieces.clear()


def _known(encoding: str) -> str:
    try:
        return codecs.lookup(encoding).name
    except LookupError:
        return "cp1252"
