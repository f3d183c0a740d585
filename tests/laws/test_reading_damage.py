"""Laws of damaged files: whatever happens to a file of any kind, it is read, set aside or named.

Each file that the readers are shown is changed by chance, as often as CROSSREAD_DAMAGE says, and
cut at many places. A failure names the file and the number of the change, which make it again.
"""

import gzip
import io
import os
import re
import tempfile
import warnings
import zipfile
from email.message import EmailMessage
from functools import cache
from pathlib import Path
from random import Random

import pytest

from workbench.formats.content import Content
from workbench.formats.kinds import EXPORTS, READERS
from workbench.formats.readers import read_file
from workbench.formats.suffixes import READABLE_SUFFIXES
from workbench.messages import sentence
from workbench.model.errors import ArticleError, FileProblem
from workbench.model.progress import silent

CHANGES = int(os.environ.get("CROSSREAD_DAMAGE", "25"))  # of each file
CUTS = int(os.environ.get("CROSSREAD_CUTS", "12"))  # of each file, evenly

DATA = Path(__file__).parents[1] / "formats" / "data"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
PAGE = "<html><body><h1>Ferry</h1><p>The ferry left on Friday with forty people.</p></body></html>"
MAIL_START = b"From a@b Fri Mar  1 09:20:00 2024\n"
PRESS = {path.name: path for path in (DATA / "press").iterdir()}


def packed(parts: dict[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:  # stored, so that a change meets the XML
        for name, part in parts.items():
            archive.writestr(zipfile.ZipInfo(name), part)
    return out.getvalue()


def docx(source: str) -> bytes:
    """A Word document with a paragraph for each line of an export."""
    lines = (PRESS[source].read_text("utf-8")).replace("&", "&amp;").replace("<", "&lt;")
    lines = lines.replace("~", "\xa0").split("\n")
    return word(lines, '<p><property name="LADocCount"><i4>1</i4></property></p>')


def word(lines: list[str], properties: str) -> bytes:
    body = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)
    return packed(
        {
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": f'<w:d xmlns:w="{WORD}"><w:body>{body}</w:body></w:d>',
            "docProps/custom.xml": properties,
        }
    )


def factiva_docx() -> bytes:
    """What Factiva writes as RTF, as Word saves it."""
    from workbench.formats.from_rtf import open_rtf

    path = PRESS["factiva_printed.rtf"]
    return word([each.text for each in open_rtf(path, path.read_bytes()).paragraphs], "<p/>")


def xlsx() -> bytes:
    cells = '<c r="A1" t="s"><v>0</v></c><c t="inlineStr"><is><t>text</t></is></c>'
    values = '<c r="A2"><v>45352</v></c><c r="B2" t="s"><v>1</v></c>'
    return packed(
        {
            "[Content_Types].xml": "<Types/>",
            "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="r"><sheets><sheet name="S"'
            ' r:id="r1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": '<R><R Id="r1" Target="worksheets/s.xml"/></R>',
            "xl/worksheets/s.xml": f'<worksheet xmlns="{MAIN}"><sheetData><row>{cells}</row>'
            f"<row>{values}</row></sheetData></worksheet>",
            "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}"><si><t>date</t></si>'
            "<si><r><t>It left</t></r><r><t> on Friday.</t></r></si></sst>",
        }
    )


def epub() -> bytes:
    items = '<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/>'
    return packed(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": '<c><rootfile full-path="b.opf"/></c>',
            "b.opf": f"<package><manifest>{items}</manifest><spine>"
            '<itemref idref="a"/></spine></package>',
            "a.xhtml": PAGE,
        }
    )


def odt() -> bytes:
    body = '<b><p xmlns:t="t">It <s t:c="2"/>left<tab/>on <note>x</note>Friday.</p></b>'
    kind = "application/vnd.oasis.opendocument.text"
    return packed({"mimetype": kind, "content.xml": f"<c>{body}</c>"})


def warc() -> bytes:
    sent = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{PAGE}".encode()
    head = "WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\nContent-Length: "
    return f"{head}{len(sent)}\r\n\r\n".encode() + sent + b"\r\n\r\n"


def saved(page: bytes) -> bytes:
    """A page as browsers save it in one file."""
    message = EmailMessage()
    message["Subject"] = "Ferry"
    message["Date"] = "Fri, 01 Mar 2024 09:20:00 +0000"
    message.add_related(page, "text", "html", cte="quoted-printable")
    message.set_boundary("cut")
    return message.as_bytes()


def is_expected(path: Path) -> bool:
    """Whether a file says how another one is read, or what it is made of."""
    is_beside = path.parent.name == "pages" and path.suffix == ".txt"
    return is_beside or ".docx." in path.name


@cache
def files() -> dict[str, bytes]:
    """All files that are damaged, by their names: at least one for every way of reading."""
    kept = sorted(path for path in DATA.rglob("*.*") if path.suffix in READABLE_SUFFIXES)
    found = {path.name: path.read_bytes() for path in kept if not is_expected(path)}
    pages = ("nexis_old", "factiva_codes", "factiva_printed", "europresse_new", "proquest")
    exports = sorted(name for name in PRESS if name.endswith(".docx.txt"))
    return found | {
        **{name.removesuffix(".txt"): docx(name) for name in exports},
        **{f"{name}.mhtml": saved(found[f"{name}.html"]) for name in pages},
        "factiva.docx": factiva_docx(),
        "table.xlsx": xlsx(),
        "book.epub": epub(),
        "letter.odt": odt(),
        "crawl.warc": warc() * 2,
        "crawl.warc.gz": gzip.compress(warc(), mtime=0),
        "mails.mbox": MAIL_START
        + b"Subject: Ferry\n\nIt left.\n\n"
        + MAIL_START
        + b"Subject: Bread\nContent-Type: text/html\n\n<p>Dear.</p>\n\n"
        + MAIL_START
        + found["proquest.eml"],
        "mail.eml": b"MIME-Version: 1.0\nSubject: Ferry\n\nIt left.\n",
        "archive.jsonl": b'{"id": 1, "text": "It left."}\n{"id": 2, "text": "It came."}\n',
        "table.csv": b'date,text\n2024-03-01,It left.\n2024-03-02,"It came, late."\n',
        "export.zip": packed(
            {
                "a.rtf": found["nexis_uni.rtf"],
                "b/c.txt": found["proquest.txt"],
                "b/d.docx": docx("nexis_german.docx.txt"),
                "e.html": PAGE,
            }
        ),
    }


def reading_of(data: bytes, name: str):
    """Read a file, and hold all that must be true of every reading."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            reading = read_file(path)
        assert [child.name for child in Path(folder).iterdir()] == [name]
    assert reading.articles or reading.skipped
    for article in reading.articles:
        assert article.text.strip()
        assert "\r" not in article.text
        assert Path(article.path).is_relative_to(path)
    for error in reading.skipped:
        assert Path(error.path).is_relative_to(path)
        assert name in sentence(error)
    whole = [error for error in reading.skipped if not isinstance(error, ArticleError)]
    lacking = sum(int(e.detail) for e in whole if e.problem is FileProblem.INCOMPLETE)
    told = len(reading.articles) + len(reading.skipped) + lacking
    assert told >= (reading.announced or 0)
    return reading


TOKENS = (
    *(b"<", b">", b"/", b"&", b";", b'"', b"'", b"=", b"{", b"}", b"\\", b"\x00", b"\r", b"\n"),
    *(
        b"-1",
        b"9" * 30,
        b"&#1;",
        b"&a;",
        b"../",
        b"%00",
        b"xmlns",
        b"<p>",
        b"</p>",
        b"<!--",
        b"]]>",
    ),
    *(
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"\xe2\x80\xa8",
        b"\xf0\x9f",
        b"Subject: x\n",
        b"\n\n",
        b"--cut",
    ),
    *(
        b"\\u99999 ",
        b"\\bin9 ",
        b"<!DOCTYPE x [",
        b"<!ENTITY a 'b'>",
        b"End of Document",
        b"PK\x03\x04",
    ),
    *(
        b"<text>",
        b"<table>",
        b"<td>",
        b"From a 2024\n",
        b"WARC/1.0\r\n",
        b"1 of 9 DOCUMENTS",
        b"%%EOF",
    ),
)


def changed(data: bytes, random: Random) -> bytes:
    """Change a file in one to four places, in one part of it where it is a package."""
    if zipfile.is_zipfile(io.BytesIO(data)) and random.random() < 0.6:
        return _with_changed_part(data, random)
    changes = (_struck, _cut_out, _repeated, _put_in, _renumbered)
    for _ in range(random.randint(1, 4)):
        data = random.choice(changes)(data, random)
    return data or b"x"


def _with_changed_part(data: bytes, random: Random) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = random.choice(sorted(parts))
    parts[name] = changed(parts[name], random)
    return packed(parts)


def _struck(data: bytes, random: Random) -> bytes:
    struck = bytearray(data)
    for _ in range(random.randint(1, 6) if struck else 0):
        struck[random.randrange(len(struck))] = random.randrange(256)
    return bytes(struck)


def _cut_out(data: bytes, random: Random) -> bytes:
    start = random.randint(0, len(data))
    return data[:start] + data[start + random.choice((1, 5, 60, 900, len(data))) :]


def _repeated(data: bytes, random: Random) -> bytes:
    start, to = random.randint(0, len(data)), random.randint(0, len(data))
    piece = data[start : start + random.choice((1, 9, 80, 700))]
    return data[:to] + piece * random.choice((1, 2, 40)) + data[to:]


def _put_in(data: bytes, random: Random) -> bytes:
    to = random.randint(0, len(data))
    return data[:to] + random.choice(TOKENS) * random.choice((1, 1, 2, 300)) + data[to:]


def _renumbered(data: bytes, random: Random) -> bytes:
    numbers = list(re.finditer(rb"\d+", data))
    if not numbers:
        return data
    match = random.choice(numbers)
    other = random.choice((b"0", b"-1", b"1", b"65536", b"2147483648", b"9" * 25, b"1e9", b""))
    return data[: match.start()] + other + data[match.end() :]


@pytest.mark.parametrize("name", files())
def test_every_file_is_sound_before_it_is_damaged(name):
    reading = reading_of(files()[name], name)
    assert reading.articles
    told = (ArticleError, FileProblem.INCOMPLETE)
    assert all(isinstance(each, told[0]) or each.problem is told[1] for each in reading.skipped)


def test_every_reader_and_every_export_has_a_file():
    readers = {reader.name: reader for reader in READERS}
    read, held = set(), set()
    for name, data in files().items():
        kind = next(each.name for each in READERS if Path(name).suffix in each.suffixes)
        read.add(kind)
        if (opening := readers[kind].open) is not None:
            content = opening(Path(name), data, silent)
            assert isinstance(content, Content)
            held |= {(export, kind) for export in EXPORTS if export.holds(content)}
    assert read == set(readers)
    assert held >= {(export, kind) for export in EXPORTS for kind in export.kinds}


@pytest.mark.timeout(3_600)
@pytest.mark.parametrize("name", files())
def test_a_file_that_is_damaged_gives_a_reading(name):
    for number in range(CHANGES):
        data = changed(files()[name], Random(f"{name} {number}"))
        try:
            reading_of(data, name)
        except BaseException as error:
            error.add_note(f"change {number} of {name}")
            raise


@pytest.mark.timeout(3_600)
@pytest.mark.parametrize("name", files())
def test_a_file_that_is_cut_gives_a_reading(name):
    whole = files()[name]
    for end in sorted({*range(1, len(whole), max(1, len(whole) // CUTS)), len(whole) - 1}):
        reading = reading_of(whole[:end], name)
        if Path(name).suffix in {".pdf", ".docx", ".xlsx", ".epub", ".odt", ".zip", ".rss", ".xml"}:
            assert not reading.articles or whole[end:].strip(b" \r\n") == b""
