"""OpenDocument texts, each built from the few elements that the test is about."""

from pathlib import Path

import pytest

from workbench.formats.from_odt import read_odt
from workbench.formats.readers import read_file
from workbench.model.errors import FileError, FileProblem

PATH = Path("a.odt")
NS = "urn:oasis:names:tc:opendocument:xmlns"
OPEN = (
    f'<o:document-content xmlns:o="{NS}:office:1.0" xmlns:text="{NS}:text:1.0"'
    f' xmlns:draw="{NS}:drawing:1.0" xmlns:table="{NS}:table:1.0"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
)
ODT = "application/vnd.oasis.opendocument.text"


@pytest.fixture
def odt(pack):
    def build(body, **parts):
        content = f"{OPEN}<o:styles>x</o:styles><o:body><o:text>{body}</o:text></o:body>"
        named = {"mimetype": ODT, "content.xml": content + "</o:document-content>"}
        return pack(named | {name.replace("__", "/") + ".xml": x for name, x in parts.items()})

    return build


def p(text):
    return f"<text:p>{text}</text:p>"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (p("The ferry") + p("") + "<text:h>left</text:h>", "The ferry\n\nleft"),
        (p("A\n  <text:span>old <text:span>tug</text:span></text:span> left"), "A old tug left"),
        (p('a<text:s text:c="3"/>b<text:s/>c<text:tab/>d<text:line-break/>e'), "a   b c\td\ne"),
        (p('a<text:s text:c="999999999999"/>b'), "a" + " " * 100 + "b"),
        (p('a<text:s text:c="x"/>b'), "a b"),
        (p("It<text:note><text:p>Not so.</text:p></text:note> left."), "It left."),
        (p("It <o:annotation><dc:creator>A</dc:creator></o:annotation>left."), "It left."),
        ("<text:tracked-changes>" + p("gone") + "</text:tracked-changes>" + p("kept"), "kept"),
        ("<table:table><table:table-cell>" + p("a") + "</table:table-cell></table:table>", "a"),
        (
            p("Outer <draw:frame><draw:box>" + p("inner") + "</draw:box></draw:frame>end"),
            "Outer end\n\ninner",
        ),
        ("<text:ruby><text:ruby-base>x</text:ruby-base></text:ruby>" + p("a\u2028b"), "a\nb"),
    ],
)  # fmt: skip
def test_what_counts_as_text(odt, body, text):
    assert read_odt(PATH, odt(body)).text == text


def test_properties_count_where_the_text_confirms_them(odt, tmp_path):
    meta = (
        f'<o:document-meta xmlns:o="{NS}:office:1.0" xmlns:meta="{NS}:meta:1.0"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"><o:meta><dc:title>Ferry</dc:title>'
        "<meta:initial-creator>Ada Quill</meta:initial-creator><dc:creator>Bo</dc:creator>"
        "<meta:creation-date>2024-03-01T09:00:00</meta:creation-date></o:meta></o:document-meta>"
    )
    body = p("Ferry") + p("By Ada Quill, 1 March 2024") + p("It left.")
    path = tmp_path / "ferry"
    path.write_bytes(odt(body, meta=meta))
    reading = read_file(path)
    (article,) = reading.articles
    assert (reading.reader, article.headline, article.byline) == ("odt", "Ferry", "Ada Quill")
    assert article.published == "2024-03-01"
    assert read_odt(PATH, odt(p("It left."), meta=meta)).byline == ""


def test_a_document_without_a_body_or_kind_of_its_own(pack):
    assert read_odt(PATH, pack({"content.xml": f"{OPEN}{p('It left.')}</o:document-content>"})).text


@pytest.mark.parametrize(
    ("parts", "problem", "detail"),
    [
        ({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}, "UNKNOWN", "ods"),
        ({"mimetype": "application/x-other"}, "UNKNOWN", "zip"),
        ({"mimetype": ODT}, "DAMAGED", ""),
        ({"mimetype": ODT, "content.xml": "<a>"}, "DAMAGED", ""),
        ({"content.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}, "UNREADABLE", "XML entities"),
        (
            {"META-INF/manifest.xml": "<manifest><entry><encryption-data/></entry></manifest>"},
            "ENCRYPTED",
            "",
        ),
    ],
)
def test_what_is_refused(pack, parts, problem, detail):
    with pytest.raises(FileError) as caught:
        read_odt(PATH, pack(parts))
    assert (caught.value.problem, caught.value.detail) == (FileProblem[problem], detail)


def test_a_plain_manifest_locks_nothing(odt):
    assert read_odt(PATH, odt(p("It left."), **{"META-INF__manifest": "<manifest/>"})).text
