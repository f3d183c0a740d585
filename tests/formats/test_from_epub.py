"""Books and magazines, their documents one by one."""

from pathlib import Path

import pytest

from workbench.formats.from_epub import read_epub
from workbench.formats.readers import read_file
from workbench.model.errors import FileError, FileProblem
from workbench.model.progress import silent

PATH = Path("a.epub")
CONTAINER = '<container><rootfiles><rootfile full-path="{}"/></rootfiles></container>'
LOCK = '<encryption><CipherReference URI="{}"/></encryption>'


def page(body, attributes=""):
    return f"<html><head><title>x</title></head><body {attributes}>{body}</body></html>"


@pytest.fixture
def book(pack):
    def build(pages, *, items=(), extra="", named=None):
        """`pages` by name; `items` are the attributes of items beside these."""
        manifest = spine = ""
        for number, name in enumerate(pages):
            manifest += f'<item id="i{number}" href="{name}" media-type="application/xhtml+xml"/>'
            spine += f'<itemref idref="i{number}"/>'
        for item, reference in items:
            manifest += f"<item {item}/>"
            spine += f"<itemref {reference}/>"
        opf = (
            '<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>'
            "<dc:title>The Lamp Monthly</dc:title><dc:creator>Ada Quill</dc:creator>"
            f"<dc:date>2024-03-01</dc:date><dc:language>en</dc:language></metadata><manifest>"
            f"{manifest}</manifest><spine>{spine}</spine>{extra}</package>"
        )
        parts = {"mimetype": "application/epub+zip", "in/book.opf": opf}
        parts |= {f"in/{name}": text for name, text in pages.items() if text}
        return pack(
            parts | {"META-INF/container.xml": CONTAINER.format("in/book.opf")} | (named or {})
        )

    return build


def test_each_document_is_an_article(book, tmp_path):
    path = tmp_path / "book"
    path.write_bytes(
        book(
            {
                "one.xhtml": page("<h1>Ferry</h1><p>It left.</p><p>It came.</p>"),
                "two.xhtml": page("<p>A</p><p>B</p><p>C</p><h2>Within</h2><p>It rained.</p>"),
                "empty.xhtml": page("<img src='x.png'/>"),
                "blank.xhtml": "<!-- -->",
            }
        )
    )
    reading = read_file(path)
    assert (reading.reader, reading.announced, reading.skipped) == ("epub", None, ())
    ferry, rain = reading.articles
    assert (ferry.headline, ferry.text) == ("Ferry", "It left.\n\nIt came.")
    assert (ferry.outlet, ferry.byline) == ("The Lamp Monthly", "Ada Quill")
    assert (ferry.published, ferry.language) == ("2024-03-01", "en")
    assert (rain.headline, rain.text) == ("", "A\n\nB\n\nC\n\nWithin\n\nIt rained.")


def texts(data):
    return [article.text for article in read_epub(PATH, data, silent).articles]


def test_what_is_about_the_book_is_left_out(book):
    pages = {
        "cover.xhtml": page("<p>Lamp</p>", 'epub:type="cover"'),
        "toc.xhtml": page('<section epub:type="x toc"><p>Contents</p></section>'),
        "named.xhtml": page("<p>Copyright</p>"),
        "one.xhtml": page("<p>It left.</p>"),
    }
    kind = 'media-type="application/xhtml+xml"'
    items = [
        (f'id="n" href="nav.xhtml" properties="nav" {kind}', 'idref="n"'),
        (f'id="a" href="aside.xhtml" {kind}', 'idref="a" linear="no"'),
        ('id="s" href="x.svg" media-type="image/svg+xml"', 'idref="s"'),
        (f'id="d" href="one.xhtml" {kind}', 'idref="d"'),
        ('id="u"', 'idref="unknown"'),
    ]
    guide = '<guide><reference type="copyright-page" href="named.xhtml#top"/></guide>'
    assert texts(book(pages, items=items, extra=guide)) == ["It left."]


def test_a_document_that_is_not_there_is_named(book):
    data = book(
        {
            "one.xhtml": "",
            "%C3%A4.xhtml": "",
            "../../out.xhtml": page("x"),
            "b.xhtml": page("It left."),
        }
    )
    reading = read_epub(PATH, data, silent)
    assert [article.text for article in reading.articles] == ["It left."]
    assert [(e.problem, e.headline) for e in reading.skipped] == [
        (FileProblem.MISSING, "in/one.xhtml"),
        (FileProblem.MISSING, "in/ä.xhtml"),
        (FileProblem.MISSING, "../out.xhtml"),
    ]  # fmt: skip


def test_locked_documents_are_refused_and_locked_fonts_are_not(book):
    pages = {"one.xhtml": page("It left.")}
    locked = book(pages, named={"META-INF/encryption.xml": LOCK.format("in/one.xhtml")})
    with pytest.raises(FileError) as caught:
        read_epub(PATH, locked, silent)
    assert caught.value.problem is FileProblem.ENCRYPTED
    font = book(pages, named={"META-INF/encryption.xml": LOCK.format("in/face.otf")})
    assert texts(font) == ["It left."]


@pytest.mark.parametrize(
    "parts",
    [
        {},
        {"META-INF/container.xml": "<container/>"},
        {"META-INF/container.xml": CONTAINER.format("no.opf")},
        {"META-INF/container.xml": "<"},
    ],
)
def test_books_that_are_damaged(pack, parts):
    with pytest.raises(FileError) as caught:
        read_epub(PATH, pack(parts), silent)
    assert caught.value.problem is FileProblem.DAMAGED
