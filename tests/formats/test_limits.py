"""Every limit of the readers, each met by a file that goes beyond it by a little."""

import io
import zipfile
from importlib import import_module
from pathlib import Path

import pytest

from workbench.formats.kinds import READERS
from workbench.formats.readers import read_file
from workbench.messages import sentence
from workbench.model.errors import FileProblem

FORMATS = Path(import_module("workbench.formats").__file__ or "").parent
PRESS = Path(__file__).parent / "data" / "press"
DOCUMENTS = Path(__file__).parent / "data" / "documents"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def packed(parts: dict[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(zipfile.ZipInfo(name), part, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def docx(inside: str = "", before: str = "") -> bytes:
    body = f"<w:body><w:p><w:r><w:t>It left.</w:t></w:r></w:p>{inside}</w:body>"
    return packed({"word/document.xml": f'{before}<w:d xmlns:w="{WORD}">{body}</w:d>'})


def odt(inside: str = "", before: str = "") -> bytes:
    content = f"{before}<c><body><p>It left.</p>{inside}</body></c>"
    kind = "application/vnd.oasis.opendocument.text"
    return packed({"mimetype": kind, "content.xml": content})


def epub(inside: str = "", before: str = "", page: str = "") -> bytes:
    item = '<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/>'
    return packed(
        {
            "META-INF/container.xml": '<c><rootfile full-path="b.opf"/></c>',
            "b.opf": f"{before}<package>{item}<itemref idref='a'/>{inside}</package>",
            "a.xhtml": f"<html><body><p>It left.</p>{page}</body></html>",
        }
    )


def xlsx(inside: str = "", before: str = "", sheets: int = 1) -> bytes:
    cell = '<c t="inlineStr"><is><t>{}</t></is></c>'
    rows = "".join(f"<row>{cell.format(t)}<c><v>1</v></c></row>" for t in ("text", "It left."))
    return packed(
        {
            "xl/workbook.xml": '<workbook xmlns:r="r">'
            + '<sheet r:id="r1"/>' * sheets
            + "</workbook>",
            "xl/_rels/workbook.xml.rels": '<R><R Id="r1" Target="s.xml"/></R>',
            "xl/s.xml": f"{before}<worksheet>{rows}{inside}</worksheet>",
        }
    )


def feed(inside: str = "", before: str = "") -> bytes:
    item = "<item><description>It left.</description></item>"
    return f"{before}<rss><channel>{item}{inside}</channel></rss>".encode()


def factiva(inside: str = "", before: str = "") -> bytes:
    return f"{before}<ppsArticleResponse>{inside}</ppsArticleResponse>".encode()


def page(inside: str = "") -> bytes:
    return f"<html><body><p>It left.</p>{inside}</body></html>".encode()


def mail(inside: str = "") -> bytes:
    head = b"MIME-Version: 1.0\nSubject: Ferry\nContent-Type: text/html\n\n"
    return head + page(inside)


def in_mails(depth: int) -> bytes:
    return b"MIME-Version: 1.0\nContent-Type: message/rfc822\n\n" * depth + mail()


def warc(pages: int = 1, inside: str = "") -> bytes:
    kept = page(inside)
    head = "WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: text/html\r\nContent-Length: "
    return (f"{head}{len(kept)}\r\n\r\n".encode() + kept + b"\r\n\r\n") * pages


MAILBOX = b"From a@b Fri Mar  1 09:20:00 2024\nSubject: x\n\nIt left.\n\n"
ROW = b"It left.,The ferry"
PARTS = b"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=c\n\n" + b"--c\n\nx\n" * 3
TWO = packed({"a.txt": "It left.", "b.txt": "It came, late."})
DEEP_XML, DEEP_PAGE = "<a>" * 300 + "</a>" * 300, "<div>" * 2_100
LINES = b'{"text": "It left."}\n{"text": "It came."}\n'
# The module and its limit, what the limit is made, a file beyond it, and what is said of it.
CASES = [
    ("collection", "MAX_ARTICLES", 1, "a.jsonl", LINES, "1 articles"),
    ("collection", "MAX_ARTICLES", 1, "a.mbox", MAILBOX * 2, "1 articles"),
    ("collection", "MAX_ARTICLES", 1, "a.zip", TWO, "1 articles"),
    ("collection", "MAX_ARTICLES", 1, "a.warc", warc(2), "1 articles"),
    (
        "press_record",
        "MAX_ARTICLES",
        1,
        "a.txt",
        (PRESS / "nexis_old.txt").read_bytes(),
        "1 articles",
    ),
    ("from_zip", "MAX_MEMBERS", 1, "a.zip", TWO, "1 files"),
    ("from_zip", "MAX_EXPANDED_BYTES", 20, "a.zip", TWO, "20"),
    ("from_zip", "MAX_MEMBER_BYTES", 10, "a.zip", TWO, "10"),
    ("from_docx", "MAX_PARTS", 0, "a.docx", docx(), "0 parts"),
    ("from_docx", "MAX_EXPANDED_BYTES", 100, "a.docx", docx(), "100"),
    ("from_docx", "MAX_PART_BYTES", 100, "a.docx", docx(), "100"),
    *(
        ("package", limit, value, name, data, detail)
        for name, data in (("a.odt", odt()), ("a.epub", epub()), ("a.xlsx", xlsx()))
        for limit, value, detail in (
            ("MAX_PARTS", 1, "1 parts"),
            ("MAX_EXPANDED_BYTES", 50, "50"),
            ("MAX_PART_BYTES", 10, "10"),
        )
    ),
    *(
        ("xml_tree", "MAX_LEVELS", 256, name, made(DEEP_XML), "256 levels")
        for name, made in (
            *(("a.docx", docx), ("a.odt", odt), ("a.epub", epub), ("a.xlsx", xlsx)),
            *(("a.rss", feed), ("a.xml", factiva)),
        )
    ),
    *(
        ("page_tree", "MAX_LEVELS", 2_048, name, data, "2048 levels")
        for name, data in (
            *(("a.html", page(DEEP_PAGE)), ("a.eml", mail(DEEP_PAGE))),
            ("a.epub", epub(page=DEEP_PAGE)),
            ("a.rss", feed(f"<item><description>{'&lt;div&gt;' * 2_100}</description></item>")),
            ("a.html", (PRESS / "factiva_codes.html").read_bytes() + DEEP_PAGE.encode()),
            ("a.html", (PRESS / "europresse_new.html").read_bytes() + DEEP_PAGE.encode()),
        )
    ),
    ("from_eml", "MAX_DEPTH", 2, "a.eml", in_mails(4), "2 mails in mails"),
    ("from_eml", "MAX_PARTS", 2, "a.eml", PARTS, "2 parts"),
    ("from_csv", "MAX_CELL_CHARACTERS", 7, "a.csv", ROW, "7 characters in a cell"),
    ("from_csv", "MAX_ROWS", 1, "a.csv", (ROW + b"\n") * 2, "1 rows"),
    ("from_csv", "MAX_COLUMNS", 1, "a.csv", ROW, "1 columns"),
    ("from_xlsx", "MAX_ROWS", 1, "a.xlsx", xlsx(), "1 rows"),
    ("from_xlsx", "MAX_COLUMNS", 1, "a.xlsx", xlsx(), "1 columns"),
    ("from_xlsx", "MAX_SHEETS", 1, "a.xlsx", xlsx(sheets=2), "1 sheets"),
    ("from_pdf", "MAX_PAGES", 0, "a.pdf", (DOCUMENTS / "ferry.pdf").read_bytes(), "0 pages"),
    ("from_rtf", "MAX_DEPTH", 2, "a.rtf", b"{\\rtf1 {{{It left.}}}}", "2 groups"),
    ("from_warc", "MAX_EXPANDED_BYTES", 60, "a.warc", warc(2), "60"),
]
NOT_OF_FILES = {  # what bounds a search or a value, where there is nothing to say
    *("MAX_HEAD_LINES", "MAX_COVER_PARAGRAPHS", "MAX_TITLE_CHARACTERS", "MAX_SPACES"),
    *("MAX_HEADER_CHARACTERS", "MAX_DATE_CHARACTERS", "MAX_ARTICLE_ELEMENTS"),
    *("MAX_RECORD_BYTES", "MAX_HEADER_LINES", "MAX_LINE_BYTES", "MAX_RAW_CHARACTERS"),
}

OF_OTHER_THINGS = {"from_codebook", "from_refi", "from_web_annotations", "from_manual"}
"""Readers of what is no article: their own tests meet their limits."""


@pytest.mark.parametrize(
    "case", CASES, ids=[f"{module} {limit} {name}" for module, limit, _, name, _, _ in CASES]
)
def test_a_file_beyond_a_limit_is_named_with_the_limit(case, tmp_path, monkeypatch):
    module, limit, value, name, data, detail = case
    monkeypatch.setattr(f"workbench.formats.{module}.{limit}", value)
    path = tmp_path / name
    path.write_bytes(data)
    error = next(each for each in read_file(path).skipped if each.detail)
    assert (error.problem, error.detail) == (FileProblem.TOO_LARGE, detail)
    assert name in sentence(error)
    monkeypatch.undo()
    if module not in {"xml_tree", "page_tree"}:  # their limits are the parser's own
        assert not [e for e in read_file(path).skipped if e.problem is FileProblem.TOO_LARGE]


def test_every_limit_of_a_reader_is_met():
    met = {(module, limit) for module, limit, *_ in CASES}
    sizes = {reader.max_bytes for reader in READERS}
    modules = {path.stem for path in FORMATS.glob("from_*.py")} - OF_OTHER_THINGS
    for module in (
        *sorted(modules),
        "collection",
        "package",
        "xml_tree",
        "page_tree",
        "press_record",
    ):
        named = vars(import_module(f"workbench.formats.{module}"))
        for limit in (name for name in named if name.startswith("MAX_")):
            is_size = limit.endswith("_BYTES") and named[limit] in sizes
            assert is_size or (module, limit) in met or limit in NOT_OF_FILES, (module, limit)


@pytest.mark.parametrize(
    ("name", "made"),
    [
        *(("a.docx", docx), ("a.odt", odt), ("a.epub", epub), ("a.xlsx", xlsx)),
        *(("a.rss", feed), ("a.xml", factiva)),
    ],
)
def test_no_file_may_define_entities(name, made, tmp_path):
    path = tmp_path / name
    path.write_bytes(made("", '<!DOCTYPE d [<!ENTITY a "x">]>'))
    (error,) = read_file(path).skipped
    assert (error.problem, error.detail) == (FileProblem.UNREADABLE, "XML entities")


def referring(address: str) -> dict[str, bytes]:
    """Files of each kind that ask for another one in all the ways that their kind knows."""
    dtd = f'<!DOCTYPE d SYSTEM "{address}">'
    include = (
        f'<x:include xmlns:x="http://www.w3.org/2001/XInclude" href="{address}" parse="text"/>'
    )
    chunk = f'<w:altChunk r:id="r1" xmlns:r="r" href="{address}"/>'
    shown = "".join(
        f"<{name} {attribute}='{address}'></{name}>"
        for name, attribute in (
            *(("script", "src"), ("img", "src"), ("iframe", "src"), ("object", "data")),
            *(("embed", "src"), ("link rel=stylesheet", "href"), ("base", "href")),
        )
    )
    style = f"<style>@import url({address}); p {{ background: url({address}) }}</style>"
    return {
        "a.docx": docx(chunk + include, dtd),
        "a.odt": odt(include, dtd),
        "a.epub": epub(include, dtd, shown + style),
        "a.xlsx": xlsx(include, dtd),
        "a.rss": feed(f"<image><url>{address}</url></image>{include}", dtd),
        "a.xml": factiva(f"<article><headline>It left.</headline>{include}</article>", dtd),
        "a.html": dtd.encode() + page(shown + style),
        "a.eml": mail(shown + style),
        "a.md": f"It left. ![picture]({address})".encode(),
        "a.rtf": f'{{\\rtf1 It left.{{\\field{{\\*\\fldinst INCLUDETEXT "{address}"}}}}}}'.encode(),
        "a.csv": f"text,url\nIt left.,{address}\n".encode(),
        "a.warc": warc(inside=shown),
    }


@pytest.mark.parametrize("name", referring(""))
def test_nothing_that_a_file_refers_to_is_fetched(name, tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("secret words")
    path = tmp_path / name
    path.write_bytes(referring(secret.as_uri())[name])
    reading = read_file(path)
    told = repr(reading.articles) + repr([vars(error) for error in reading.skipped])
    assert "It left." in told
    assert "secret words" not in told
