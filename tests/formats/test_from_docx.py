import io
import struct
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from workbench.formats import from_docx
from workbench.formats.from_docx import is_docx, open_docx, read_docx
from workbench.model.errors import FileError, FileProblem

PATH = Path("a.docx")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
CORE = (
    '<c:coreProperties xmlns:c="urn:c" xmlns:dc="urn:dc" xmlns:t="urn:t"><dc:title>{}</dc:title>'
    "<dc:creator>{}</dc:creator><t:created>{}T10:00:00Z</t:created></c:coreProperties>"
)


def run(text):
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(content):
    return f"<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr>{content}</w:p>"


def problem_of(data):
    with pytest.raises(FileError) as caught:
        read_docx(PATH, data)
    assert caught.value.path == "a.docx"
    return caught.value.problem, caught.value.detail


def test_a_document_as_python_docx_writes_it():
    import docx

    document = docx.Document()
    document.core_properties.title = "A ferry returns"
    document.core_properties.created = datetime(2024, 3, 6, tzinfo=UTC)
    document.add_heading("A ferry returns", 1)
    document.add_paragraph("By Paul Renner, 6 March 2024")
    paragraph = document.add_paragraph("The ferry ")
    paragraph.add_run("left").bold = True
    paragraph.add_run("\tthe harbour\non Tuesday.")
    document.add_paragraph("")
    document.add_paragraph("First", style="List Bullet")
    table = document.add_table(2, 2)
    for index, cell in enumerate(cell for row in table.rows for cell in row.cells):
        cell.text = f"cell {index}"
    document.add_paragraph("It came back.")
    document.sections[0].header.paragraphs[0].text = "Running head"
    out = io.BytesIO()
    document.save(out)

    article = read_docx(PATH, out.getvalue())
    assert article.text.split("\n\n") == [
        *("A ferry returns", "By Paul Renner, 6 March 2024"),
        *("The ferry left\tthe harbour\non Tuesday.", "First"),
        *("cell 0", "cell 1", "cell 2", "cell 3", "It came back."),
    ]
    assert (article.headline, article.byline, article.published) == (
        "A ferry returns",
        "",  # python-docx names itself as the author
        "2024-03-06",
    )


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (f"{run('a ')}<w:ins>{run('new ')}</w:ins>{run('b')}", "a new b"),
        (f"{run('a ')}<w:del><w:r><w:delText>old </w:delText></w:r></w:del>{run('b')}", "a b"),
        (f"<w:moveFrom>{run('x')}</w:moveFrom><w:moveTo>{run('y')}</w:moveTo>", "y"),
        (f"<w:hyperlink>{run('link')}</w:hyperlink>{run(' on')}", "link on"),
        (f"<w:smartTag><w:sdt><w:sdtContent>{run('in')}</w:sdtContent></w:sdt></w:smartTag>", "in"),
        ("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:cr/><w:t>c</w:t></w:r>", "a\nb\nc"),
        ("<w:r><w:t>hi</w:t><w:noBreakHyphen/><w:t>tech</w:t></w:r>", "hi\u2011tech"),
        ("<w:r><w:t>hi</w:t><w:softHyphen/><w:t>tech</w:t></w:r>", "hi\u00adtech"),
        (f"<w:r><w:instrText>PAGE</w:instrText></w:r>{run('1')}", "1"),
        (f"{run('a')}<w:r><w:footnoteReference/></w:r>{run('b')}", "ab"),
        ("<w:ruby><w:rt><w:r><w:t>x</w:t></w:r></w:rt><w:rubyBase>y</w:rubyBase></w:ruby>", ""),
        (f"<!-- no -->{run('a &amp; b')}<?no no?>", "a & b"),
        (f"{run('a&#x2028;b&#x85;c')}", "a\nb\nc"),
    ],
)
def test_what_is_read_of_a_paragraph(pack_docx, content, text):
    assert read_docx(PATH, pack_docx(p(content))).text == text


def test_a_text_box_follows_its_paragraph_once(pack_docx):
    box = p(run("boxed"))
    content = (
        '<m:AlternateContent xmlns:m="urn:m">'
        f"<m:Choice><w:txbxContent>{box}</w:txbxContent></m:Choice>"
        f"<m:Fallback><w:txbxContent>{box}</w:txbxContent></m:Fallback></m:AlternateContent>"
    )
    text = read_docx(PATH, pack_docx(p(run("a") + content + run("b")) + p(run("c")))).text
    assert text == "ab\n\nboxed\n\nc"


def test_the_other_edition_of_the_standard_is_read_too(pack_docx):
    data = pack_docx(
        "",
        word__document='<d xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main">'
        "<w:t>outside</w:t><w:p><w:r><w:t>inside</w:t></w:r></w:p></d>",
    )
    assert read_docx(PATH, data).text == "inside"


def test_properties_count_where_the_text_confirms_them(pack_docx):
    body = p(run("A ferry returns")) + p(run("Paul Renner, 2024-03-06."))
    core = CORE.format("A ferry returns | Wire", "Paul Renner", "2024-03-06")
    article = read_docx(PATH, pack_docx(body, docProps__core=core))
    assert (article.headline, article.byline) == ("A ferry returns", "Paul Renner")
    assert article.published == "2024-03-06"
    core = CORE.format("draft", "Ana Lyst", "2025-01-01")
    article = read_docx(PATH, pack_docx(body, docProps__core=core))
    assert (article.headline, article.byline, article.published) == ("A ferry returns", "", "")


REL = '<R><r Type="http://x/officeDocument" Target="{}"/></R>'


@pytest.mark.parametrize(
    ("relation", "text"),
    [
        (REL.format("/word/other.xml"), "other"),
        (REL.format("word/other.xml"), "other"),
        (REL.format("word/gone.xml"), "main"),
        (REL.format("../word/other.xml"), "main"),
        ("<R><!-- none --><r/></R>", "main"),
    ],
)
def test_the_package_says_which_part_is_the_text(relation, text):
    body = '<d xmlns:w="urn:w"><w:p><w:t>{}</w:t></w:p></d>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("_rels/.rels", relation)
        package.writestr("word/document.xml", body.format("main"))
        package.writestr("word/other.xml", body.format("other"))
    assert read_docx(PATH, out.getvalue()).text == text


@pytest.mark.parametrize(
    ("names", "kind"),
    [
        (["[Content_Types].xml", "xl/workbook.xml"], "xlsx"),
        (["ppt/presentation.xml"], "pptx"),
        (["mimetype", "content.xml"], "zip"),
        (["../../word/document.xml"], "zip"),
    ],
)
def test_other_packages_are_named(names, kind):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name in names:
            package.writestr(name, "<x/>")
    assert problem_of(out.getvalue()) == (FileProblem.UNKNOWN, kind)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (OLE + "EncryptedPackage".encode("utf-16-le"), (FileProblem.ENCRYPTED, "")),
        (OLE + "WordDocument".encode("utf-16-le"), (FileProblem.UNKNOWN, "doc")),
        (OLE + b"other", (FileProblem.UNKNOWN, "ole")),
        (b"It left.", (FileProblem.UNKNOWN, "")),
        ("The EncryptedPackage".encode("utf-16-le"), (FileProblem.UNKNOWN, "")),
    ],
)
def test_other_containers(data, expected):
    assert problem_of(data) == expected


def test_a_document_is_known_by_its_container(pack_docx):
    assert is_docx(pack_docx(""))
    assert is_docx(OLE)
    assert not is_docx(b"PK in a text")


def test_a_file_cut_anywhere_is_damaged(pack_docx):
    data = pack_docx(p(run("It left.")))
    for end in range(60, len(data) - 1, 11):
        assert problem_of(data[:end]) == (FileProblem.DAMAGED, "")


def test_a_flipped_byte_in_the_text_is_damage(pack_docx):
    data = pack_docx("".join(p(run(f"It left at {i}.")) for i in range(200)))
    middle = len(data) // 2
    damaged = data[:middle] + bytes([data[middle] ^ 0xFF]) + data[middle + 1 :]
    assert problem_of(damaged) == (FileProblem.DAMAGED, "")


@pytest.mark.parametrize(
    "document",
    [
        "not xml",
        "<unclosed>",
        "<!DOCTYPE d [ <d>",
    ],
    ids=lambda document: document[:12],
)
def test_text_that_is_no_xml_is_damage(pack_docx, document):
    assert problem_of(pack_docx("", word__document=document)) == (FileProblem.DAMAGED, "")


def test_elements_have_a_depth(pack_docx):
    deep = "<d>" * 5_000 + "</d>" * 5_000
    assert problem_of(pack_docx("", word__document=deep)) == (FileProblem.TOO_LARGE, "256 levels")


def test_entities_are_neither_expanded_nor_fetched(pack_docx, tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("secret words")
    document = (
        f'<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY x SYSTEM "{secret.as_uri()}">]>'
        '<w:d xmlns:w="urn:w"><w:p><w:t>one &a; &x;</w:t></w:p></w:d>'
    )
    refused = (FileProblem.UNREADABLE, "XML entities")
    assert problem_of(pack_docx("", word__document=document)) == refused


def test_packages_are_bounded(pack_docx, monkeypatch):
    data = pack_docx(p(run("a" * 5_000)))
    monkeypatch.setattr(from_docx, "MAX_PARTS", 1)
    assert problem_of(data) == (FileProblem.TOO_LARGE, "1 parts")
    monkeypatch.setattr(from_docx, "MAX_PARTS", 2)
    monkeypatch.setattr(from_docx, "MAX_PART_BYTES", 5_000)
    assert problem_of(data) == (FileProblem.TOO_LARGE, "5000")
    monkeypatch.setattr(from_docx, "MAX_EXPANDED_BYTES", 5_001)
    assert problem_of(data) == (FileProblem.TOO_LARGE, "5001")


def test_a_bomb_is_not_expanded(pack_docx):
    out = io.BytesIO(pack_docx(""))
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as package:
        for number in range(5):
            package.writestr(f"word/media/{number}.bin", b"\x00" * (60 * 1024**2))
    data = out.getvalue()
    assert len(data) < 1024**2
    assert problem_of(data) == (FileProblem.TOO_LARGE, str(from_docx.MAX_EXPANDED_BYTES))


def test_a_part_that_declares_less_than_it_holds_is_damage(pack_docx):
    data = bytearray(pack_docx(p(run("a" * 100_000))))
    entry = data.rindex(b"PK\x01\x02")
    assert data[entry + 46 :].startswith(b"word/document.xml")
    data[entry + 24 : entry + 28] = struct.pack("<I", 200)
    assert problem_of(bytes(data)) == (FileProblem.DAMAGED, "")


def test_an_encrypted_part(pack_docx):
    data = bytearray(pack_docx(p(run("It left."))))
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    assert problem_of(bytes(data)) == (FileProblem.ENCRYPTED, "")


@pytest.mark.parametrize("compression", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_compression_that_word_never_uses_is_damage(compression):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as package:
        package.writestr("word/document.xml", "<d/>")
    assert problem_of(out.getvalue()) == (FileProblem.DAMAGED, "")


def test_a_directory_that_points_nowhere_is_damage(pack_docx):
    data = bytearray(pack_docx(p(run("It left."))))
    data[-6:-2] = struct.pack("<I", len(data) * 2)
    assert problem_of(bytes(data)) == (FileProblem.DAMAGED, "")


CUSTOM = (
    '<Properties><property name="Other"><i4>7</i4></property>'
    '<property name="LADocCount"><i4>{count}</i4></property></Properties>'
)


@pytest.mark.parametrize(("count", "delivered"), [("3", 3), ("many", None)])
def test_a_database_counts_what_it_delivers(pack_docx, count, delivered):
    data = pack_docx("<w:p/>", docProps__custom=CUSTOM.format(count=count))
    assert open_docx(Path("a.docx"), data).delivered == delivered
    assert open_docx(Path("a.docx"), pack_docx("<w:p/>")).delivered is None


def test_a_paragraph_tells_the_address_of_its_first_link(pack_docx):
    space = 'xmlns:r="http://purl.oclc.org/ooxml/officeDocument/relationships"'
    links = [
        f'<w:hyperlink {space} r:id="rId{n}"><w:r><w:t>{n}</w:t></w:r></w:hyperlink>'
        for n in (1, 2, 3)
    ]
    relations = (
        '<Relationships><Relationship Id="rId2" Type="x/hyperlink" Target="https://a.example/2"/>'
        '<Relationship Id="rId3" Type="x/hyperlink" Target="https://a.example/3"/>'
        '<Relationship Id="rId9" Type="x/image" Target="9.png"/></Relationships>'
    )
    named = {"word/_rels/document.xml.rels": relations}
    data = pack_docx(f"<w:p>{''.join(links)}</w:p><w:p><w:r><w:t>x</w:t></w:r></w:p>", named=named)
    paragraphs = open_docx(Path("a.docx"), data).paragraphs
    assert [(each.text, each.url) for each in paragraphs] == [
        ("123", "https://a.example/2"),
        ("x", ""),
    ]
