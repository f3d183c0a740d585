"""PDF: what stands on the pages, what leads where, and what readers are told of it."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pypdfium2
import pypdfium2.raw
import pytest
import typst
from dossiers import make_dossier

from workbench.formats import pdf_blocks
from workbench.formats.blocks import (
    Cell,
    Document,
    Grid,
    Heading,
    Listing,
    Paragraph,
    Role,
    Run,
    Style,
)
from workbench.formats.from_pdf import read_pdf
from workbench.formats.pdf_fonts import faces, fonts, told_by_code, undisplayable
from workbench.formats.pdf_words import LONGEST, lines_of
from workbench.formats.report import compose
from workbench.formats.to_pdf import write_pdf
from workbench.model import Cancelled, Outgoing, Part, silent

GOLDEN = Path(__file__).parent / "golden" / "report.pdf.txt"
OURS = typst.Fonts(include_system_fonts=False)
LAST_PAGE = 2**31 - 1


def write(document):
    return write_pdf(document, there=OURS)


def make_document(*blocks, **changes):
    known = {"title": "T", "subtitle": "S", "made": "", "language": "en", "facts": ()}
    return Document(blocks=blocks, **(known | changes))


def pages_of(data):
    with pypdfium2.PdfDocument(data) as pdf:
        return [page.get_textpage().get_text_bounded().replace("\r\n", "\n") for page in pdf]


def outline_of(data):
    with pypdfium2.PdfDocument(data) as pdf:
        places = ((each, each.get_dest()) for each in pdf.get_toc())
        return [(each.level, each.get_title(), dest.get_index()) for each, dest in places]


def addresses_of(data):
    found = []
    with pypdfium2.PdfDocument(data) as pdf:
        for number, page in enumerate(pdf):
            for place in range(pypdfium2.raw.FPDFPage_GetAnnotCount(page)):
                annotation = pypdfium2.raw.FPDFPage_GetAnnot(page, place)
                link = pypdfium2.raw.FPDFAnnot_GetLink(annotation)
                found.append((number, where(pdf, link)))
                pypdfium2.raw.FPDFPage_CloseAnnot(annotation)
    return found


def where(pdf, link):
    """The address that a link leads to, or the page."""
    action = pypdfium2.raw.FPDFLink_GetAction(link)
    length = pypdfium2.raw.FPDFAction_GetURIPath(pdf, action, None, 0)
    if length:
        buffer = (pypdfium2.raw.c_char * length)()
        pypdfium2.raw.FPDFAction_GetURIPath(pdf, action, buffer, length)
        return buffer.value.decode()
    dest = pypdfium2.raw.FPDFLink_GetDest(pdf, link)
    return pypdfium2.raw.FPDFDest_GetDestPageIndex(pdf, dest)


def seen(text):
    return "".join(text.split())


def test_a_golden_file(written_document):
    data = write(written_document())
    told = [f"--- {n}\n{page}" for n, page in enumerate(pages_of(data), 1)]
    told += [
        f"outline: {level} {title}, page {page + 1}" for level, title, page in outline_of(data)
    ]
    told += [f"link on {page + 1}: {address}" for page, address in addresses_of(data)]
    found = ("\n".join(told) + "\n").encode()
    if os.environ.get("WRITE_GOLDEN"):
        GOLDEN.write_bytes(found)
    assert found == GOLDEN.read_bytes()


def test_the_same_document_gives_the_same_bytes(written_document):
    assert write(written_document()) == write(written_document())


def test_a_reader_is_told_title_date_and_that_all_is_tagged(written_document):
    with pypdfium2.PdfDocument(write(written_document())) as pdf:
        assert pdf.get_metadata_value("Title") == "The ferry story"
        assert pdf.get_metadata_value("CreationDate") == "D:20240305000000Z"
        assert pypdfium2.raw.FPDFCatalog_IsTagged(pdf)
        assert pypdfium2.raw.FPDFCatalog_GetLanguage(pdf, None, 0) == len("en") * 2 + 2


@pytest.mark.parametrize("made", ["", "soon", "2024-13-45T00:00:00Z"])
def test_where_no_date_is_known_none_is_taken_from_the_clock(made):
    with pypdfium2.PdfDocument(write(make_document(made=made))) as pdf:
        assert pdf.get_metadata_value("CreationDate") == ""


def test_every_quote_of_a_report_is_in_it():
    dossier = make_dossier()
    text = seen("".join(pages_of(write(compose(dossier, {})))))
    quotes = [excerpt.quote for group in dossier.groups for excerpt in group.excerpts]
    assert quotes
    assert all(seen(quote) in text for quote in quotes)


def test_excerpts_alone_begin_at_once_without_a_list_of_contents():
    dossier = make_dossier(Outgoing(parts=(Part.EXCERPTS,)))
    first, *_ = pages_of(write(compose(dossier, {})))
    assert seen(dossier.groups[0].excerpts[0].quote) in seen(first)
    assert "Contents" not in first


def test_our_own_reader_reads_the_words(tmp_path):
    path = tmp_path / "report.pdf"
    path.write_bytes(write(make_document(*[Paragraph((Run("The ferry sails at noon."),))] * 3)))
    (article,) = read_pdf(path, path.read_bytes()).articles
    assert article.text.count("The ferry sails at noon.") == 3


def test_a_letter_that_no_font_has_is_told_by_its_code_point():
    (page,) = pages_of(write(make_document(Paragraph((Run("Say 新 \U00018d1f twice 新"),)))))
    assert "Say [U+65B0] [U+18D1F] twice [U+65B0]" in page
    assert undisplayable("a€ñж", OURS) == frozenset()
    assert undisplayable("abc", OURS) == frozenset()
    assert told_by_code("aé", "é") == "a[U+00E9]"


def test_our_own_fonts_come_before_those_of_the_system(tmp_path, monkeypatch):
    (tmp_path / "fonts").mkdir()
    monkeypatch.setattr("workbench.resources.path", tmp_path.joinpath)
    assert faces(fonts(with_system=False)) == ("Libertinus Serif",)


def test_a_very_large_document_has_its_paragraphs_untagged(written_document, monkeypatch):
    tagged = write(written_document())
    monkeypatch.setattr(pdf_blocks, "MOST_TAGGED", 3)
    lean = write(written_document())
    assert pages_of(lean) == pages_of(tagged)
    assert lean != tagged
    assert '"lean": true' in pdf_blocks.report_data(written_document(), ["A"], silent).head
    monkeypatch.setattr(pdf_blocks, "MOST_IN_TREE", 3)
    bare = write(written_document())
    assert pages_of(bare) == pages_of(tagged)
    assert b"/StructTreeRoot" in lean
    assert b"/StructTreeRoot" not in bare
    assert b"/Outlines" in bare


def test_it_is_made_for_readers_for_the_blind_where_it_can_be(written_document):
    assert b"pdfuaid:part" in write(written_document())
    nameless = write(make_document(Heading(1, ""), Paragraph((Run("Words without a head."),))))
    assert b"pdfuaid:part" not in nameless
    assert "Words without a head." in pages_of(nameless)[0]


def test_a_very_long_memo_is_counted_as_many_blocks(monkeypatch):
    memo = make_document(Paragraph((Run("The pier was rebuilt. " * 100),), Role.MEMO))
    assert pdf_blocks.report_data(memo, ["A"], silent).tagged is pdf_blocks.Tagged.ALL
    monkeypatch.setattr(pdf_blocks, "MOST_TAGGED", 9)
    assert pdf_blocks.report_data(memo, ["A"], silent).tagged is pdf_blocks.Tagged.FRAME


def test_what_is_to_stay_with_what_follows_it_does():
    runs = (Run("In other articles:"),)
    lines = [
        pdf_blocks.report_data(make_document(Paragraph(runs, keeps_next=keeps)), ["A"], silent)
        for keeps in (True, False)
    ]
    assert ["sticky" in json.loads(each.blocks) for each in lines] == [True, False]


def test_words_go_to_the_pages_in_ascii():
    told = {"text": "“Ж” \\u4e2d 新 \U0001f600"}
    data = pdf_blocks.in_ascii(json.dumps(told, ensure_ascii=False))
    assert data.isascii()
    assert json.loads(data) == told


def test_many_headings_are_listed_by_their_first_level_only(monkeypatch):
    blocks = (Heading(1, "Part"), Heading(2, "Section"), Heading(1, "Other"))
    facts = (("Articles", "5"),)
    assert "Section" in pages_of(write(make_document(*blocks, facts=facts)))[1]
    monkeypatch.setattr(pdf_blocks, "MOST_LISTED", 2)
    assert "Section" not in pages_of(write(make_document(*blocks, facts=facts)))[1]


def test_a_link_to_where_nothing_is_are_words_alone():
    runs = (
        Run("one ", link="#here"),
        Run("two ", link="#gone"),
        Run("three ", link="javascript:alert(1)"),
        Run("four", link="https://example.org/?a=1&b=“2”"),
    )
    blocks = (Heading(1, "Here", "here"), Heading(1, "Here again", "here"), Paragraph(runs))
    links = addresses_of(write(make_document(*blocks)))
    assert [address for _, address in links] == [0, "https://example.org/?a=1&b=“2”"]


def test_a_memo_of_ten_megabytes_is_set_in_portions():
    said = "The pier was rebuilt. " * (LONGEST // 20)
    document = make_document(Paragraph((Run("x"), Run(said)), Role.MEMO))
    blocks = pdf_blocks.report_data(document, ["A"], silent).blocks.splitlines()
    assert len(blocks) == 3
    assert seen("".join(pages_of(write(make_document(Paragraph((Run(said),))))))).count("pier") == (
        LONGEST // 20
    )


def test_words_that_turn_the_direction_do_not_turn_what_follows():
    (page,) = pages_of(
        write(make_document(Paragraph((Run("\u202eabc"), Run(" after", Style.STRONG)))))
    )
    assert "after" in page
    assert lines_of("\u2069a\u202c") == "\u2069a\u202c"
    assert lines_of("\u2067\u202ea\u202c") == "\u2067\u202ea\u202c\u2069"


def test_what_is_empty_leaves_nothing():
    blocks = (Paragraph(()), Paragraph((Run(""),)), Listing(()), Grid("", (), ()))
    assert pages_of(write(make_document(*blocks))) == ["T\nS\n1"]


def test_a_table_without_heads_or_with_long_words_is_set():
    rows = ((Cell((Run("word " * 2_000),)), Cell((Run("x" * 200),), shade=2.0)),)
    text = "".join(pages_of(write(make_document(Grid("", ("", ""), rows)))))
    assert text.count("word") == 2_000
    assert text.count("x") == 200


def test_writing_may_be_cancelled():
    def report(_done, _total):
        raise Cancelled

    with pytest.raises(Cancelled):
        write_pdf(make_document(Paragraph((Run("a"),))), report)


def test_poppler_finds_no_fault(written_document, tmp_path):
    if not shutil.which("pdfinfo"):
        pytest.skip("pdfinfo of poppler-utils is not installed")
    path = tmp_path / "report.pdf"
    path.write_bytes(write(written_document()))
    told = subprocess.run(["pdfinfo", path], capture_output=True, text=True, check=True).stdout
    assert "Tagged:          yes" in told
    fonts_told = subprocess.run(["pdffonts", path], capture_output=True, text=True, check=True)
    rows = fonts_told.stdout.splitlines()[2:]
    assert rows
    assert all(row.split()[-5] == "yes" for row in rows)  # embedded
