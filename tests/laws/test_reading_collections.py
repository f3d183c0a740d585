"""Laws of files that hold many articles: no damage raises, half-reads or loses what came before."""

import gzip
import io
import json
import tempfile
import warnings
import zipfile
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from workbench.formats.column_mapping import FIELDS, ColumnMapping
from workbench.formats.from_mbox import read_mbox
from workbench.formats.page_columns import in_reading_order
from workbench.formats.page_lines import Line
from workbench.formats.readers import read_file
from workbench.formats.table import Table, read_tables
from workbench.model.errors import FileError
from workbench.model.progress import silent
from workbench.model.reading import FileReading

LAW = settings(deadline=None)
PAGE = "<html><body><h1>Ferry</h1><p>The ferry left on Friday with forty people.</p></body></html>"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def packed(parts: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:  # stored, so that a mutation meets the XML
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name), text)
    return out.getvalue()


def xlsx() -> dict[str, str]:
    cells = '<c r="A1" t="s"><v>0</v></c><c t="inlineStr"><is><t>text</t></is></c>'
    values = '<c r="A2"><v>45352</v></c><c r="B2" t="s"><v>1</v></c>'
    return {
        "[Content_Types].xml": "<Types/>",
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="r"><sheets><sheet name="S"'
        ' r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": '<R><R Id="r1" Target="worksheets/s.xml"/></R>',
        "xl/worksheets/s.xml": f'<worksheet xmlns="{MAIN}"><sheetData><row>{cells}</row>'
        f"<row>{values}</row></sheetData></worksheet>",
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}"><si><t>date</t></si>'
        "<si><r><t>It left</t></r><r><t> on Friday.</t></r></si></sst>",
    }


def epub() -> dict[str, str]:
    items = '<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/>'
    return {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<c><rootfile full-path="b.opf"/></c>',
        "b.opf": f"<package><manifest>{items}</manifest><spine>"
        '<itemref idref="a"/></spine></package>',
        "a.xhtml": PAGE,
    }


def odt() -> dict[str, str]:
    body = '<b><p xmlns:t="t">It <s t:c="2"/>left<tab/>on <note>x</note>Friday.</p></b>'
    return {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": f"<c>{body}</c>"}


def warc() -> bytes:
    sent = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{PAGE}".encode()
    head = "WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\nContent-Length: "
    return f"{head}{len(sent)}\r\n\r\n".encode() + sent + b"\r\n\r\n"


MAILS = (
    b"From a@b Fri Mar  1 09:20:00 2024\nSubject: Ferry\n\nIt left.\n\n"
    b"From a@b Fri Mar  1 09:20:00 2024\nSubject: Bread\nContent-Type: text/html\n\n<p>Dear.</p>\n"
)
SAVED = (
    "From: <Saved by Blink>\nSubject: Ferry\nMIME-Version: 1.0\nContent-Type: multipart/related;"
    f' boundary="cut"\n\n--cut\nContent-Type: text/html\n\n{PAGE}\n--cut--\n'
).encode()
FEED = (
    b'<rss xmlns:c="http://purl.org/rss/1.0/modules/content/"><channel><title>Lamp</title><item>'
    b"<title>Ferry</title><c:encoded><![CDATA[<p>It left.</p>]]></c:encoded></item></channel></rss>"
)
PARTS = {".xlsx": xlsx(), ".epub": epub(), ".odt": odt()}
FILES = {
    **{suffix: packed(parts) for suffix, parts in PARTS.items()},
    ".warc": warc() * 2,
    ".gz": gzip.compress(warc()),
    ".mbox": MAILS,
    ".mhtml": SAVED,
    ".rss": FEED,
    ".jsonl": b'{"id": 1, "text": "It left."}\n{"id": 2, "text": "It came."}\n',
    ".csv": b'date,text\n2024-03-01,It left.\n2024-03-02,"It came, late."\n',
}


def reading_of(data: bytes, suffix: str) -> FileReading:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"file{suffix}"
        path.write_bytes(data)
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            reading = read_file(path)
        assert [child.name for child in Path(folder).iterdir()] == [path.name]
    assert reading.articles or reading.skipped
    assert all(article.text.strip() for article in reading.articles)
    assert all(Path(each.path).is_relative_to(path) for each in reading.articles)
    return reading


@pytest.mark.parametrize("suffix", FILES)
def test_every_file_of_these_laws_is_sound(suffix):
    reading = reading_of(FILES[suffix], suffix)
    assert (bool(reading.articles), reading.skipped) == (True, ())


@settings(LAW, max_examples=200)
@given(st.sampled_from(sorted(FILES)), st.data())
def test_a_damaged_file_gives_a_reading(suffix, data):
    whole = bytearray(FILES[suffix])
    places = st.tuples(st.integers(0, len(whole) - 1), st.integers(0, 255))
    for place, value in data.draw(st.lists(places, min_size=1, max_size=6)):
        whole[place] = value
    reading_of(bytes(whole), suffix)


@settings(LAW, max_examples=150)
@given(st.sampled_from(sorted(FILES)), st.data())
def test_a_file_with_pieces_moved_or_repeated_gives_a_reading(suffix, data):
    whole = FILES[suffix]
    cut = st.integers(0, len(whole))
    start, end, to = data.draw(cut), data.draw(cut), data.draw(cut)
    piece = whole[min(start, end) : max(start, end)]
    reading_of((whole[:to] + piece * data.draw(st.integers(0, 3)) + whole[to:]) or b"x", suffix)


MARKS = st.sampled_from(
    [*"<>/&;\"'=0", "-1", "9" * 30, "&#1;", "&a;", "../", "%00", "xmlns", "<p>", "</p>", "\x00", ""]
)


@settings(LAW, max_examples=300)
@given(st.sampled_from(sorted(PARTS)), st.data())
def test_a_package_with_damaged_parts_gives_a_reading(suffix, data):
    parts = dict(PARTS[suffix])
    name = data.draw(st.sampled_from(sorted(parts)))
    text = parts[name]
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 12)))
    parts[name] = text[:start] + data.draw(MARKS) + text[end:]
    reading_of(packed(parts), suffix)


@pytest.mark.parametrize("suffix", FILES)
def test_a_file_cut_anywhere_gives_a_reading(suffix):
    whole = FILES[suffix]
    for end in range(1, len(whole), max(1, len(whole) // 60)):
        reading = reading_of(whole[:end], suffix)
        assert not (reading.articles and suffix in (*PARTS, ".rss"))


@LAW
@given(st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1)))
@example(["\u2028", " "])
def test_every_record_of_an_archive_is_read_or_named(texts):
    lines = "\n".join(json.dumps({"text": text}) for text in texts)
    reading = reading_of((lines or "{}").encode(), ".jsonl")
    assert len(reading.articles) + len(reading.skipped) == max(len(texts), 1)


ROWS = st.lists(st.lists(st.text(max_size=12), max_size=5).map(tuple), max_size=8)
COLUMNS = st.fixed_dictionaries({field: st.none() | st.integers(0, 6) for field in FIELDS})


@LAW
@given(
    ROWS,
    st.none() | st.builds(lambda c, h: ColumnMapping(**c, has_names=h), COLUMNS, st.booleans()),
)
def test_any_mapping_reads_or_names_every_row(rows, mapping):
    table = Table(tuple(rows))
    columns = table.mapping if mapping is None else mapping
    try:
        reading = read_tables(Path("a.csv"), "csv", [table], silent, mapping)
    except FileError:
        assert not rows or columns.text is None
        return
    told = [
        error for error in reading.skipped if error.problem != "no text" or hasattr(error, "raw")
    ]
    assert len(reading.articles) + len(told) == len(rows) - columns.has_names


@LAW
@given(
    st.lists(st.sampled_from(["It left.", "From here on", ">From", "From a b 2024"]), min_size=1)
)
def test_no_line_of_a_mail_begins_another(lines):
    written = "\n".join(
        ">" + each if each.lstrip(">").startswith("From ") else each for each in lines
    )
    mail = f"From a@b Fri Mar  1 09:20:00 2024\nSubject: x\n\n{written}\n"
    (article,) = read_mbox(Path("x"), mail.encode() * 1, silent).articles
    assert article.text.strip() == "\n".join(lines)


@LAW
@given(
    st.lists(
        st.builds(
            Line,
            st.text("ab", min_size=1, max_size=3),
            st.just(0),
            st.sampled_from([50.0, 60.0, 190.0, 330.0]),
            st.sampled_from([180.0, 320.0, 400.0, 500.0]),
            st.integers(0, 30).map(lambda row: 700.0 - 14 * row),
            st.sampled_from([0.0, 9.0, 10.0]),
        ),
        max_size=50,
    )
)
def test_columns_lose_no_line(lines):
    told = " ".join(line.text for line in in_reading_order(lines))
    assert sorted(told.split()) == sorted(line.text for line in lines)
