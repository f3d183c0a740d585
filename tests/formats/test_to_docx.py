"""Word documents: what stands in them, what Word is told of it, and how others read it."""

import io
import os
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import docx
import pytest

from workbench.formats.block_walk import EVERY
from workbench.formats.blocks import Document, Heading, PageBreak, Paragraph, Remark, Run
from workbench.formats.from_docx import read_docx
from workbench.formats.to_docx import write_docx
from workbench.formats.typography import MOST_LISTED
from workbench.model import Cancelled

GOLDEN = Path(__file__).parent / "golden" / "report.docx.txt"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OFFICE = shutil.which("soffice")


@pytest.fixture
def parts(written_document):
    """The parts of the written document, by name."""
    return unpacked(write_docx(written_document()))


def unpacked(data):
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def opened(data):
    return docx.Document(io.BytesIO(data))


def lined(xml):
    """XML with a line for each paragraph, run and row."""
    text = xml.decode().partition("?>")[2].strip()
    return re.sub(r"(?=<w:(?:p|tbl|tr|r|sectPr|hyperlink|comment|commentRange\w+)[ >])", "\n", text)


def test_a_golden_file(parts):
    text = "".join(lined(parts[f"word/{name}.xml"]) for name in ("document", "comments"))
    found = re.sub(r' xmlns:\w+="[^"]+"', "", text).encode() + b"\n"
    if os.environ.get("WRITE_GOLDEN"):
        GOLDEN.write_bytes(found)
    assert found == GOLDEN.read_bytes()


def test_the_same_document_gives_the_same_bytes(written_document):
    first, second = (write_docx(written_document()) for _ in range(2))
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as package:
        assert {each.date_time[0] for each in package.infolist()} == {1980}


def test_dates_are_the_projects(written_document):
    about = opened(write_docx(written_document())).core_properties
    assert about.created.isoformat() == about.modified.isoformat() == "2024-03-05T10:20:30+00:00"
    assert (about.title, about.author, about.comments) == ("The ferry story", "Crossread", "")
    unknown = opened(write_docx(written_document(made=""))).core_properties
    assert unknown.created.year == 1980


def test_a_page_begins_with_what_stands_after_a_break():
    blocks = (
        PageBreak(), Heading(1, "One"), PageBreak(), Paragraph((Run("Two"),)), PageBreak(),
    )  # fmt: skip
    data = write_docx(Document("T", "", "", "en", (), blocks))
    told = [
        (each.text, each.paragraph_format.page_break_before) for each in opened(data).paragraphs[1:]
    ]
    assert told == [("One", True), ("", True), ("Two", None)]


def test_marks_that_turn_words_turn_no_others():
    blocks = (Paragraph((Run("One\u202etwo"), Run(", 2024"))),)
    data = write_docx(Document("T", "", "", "en", (), blocks))
    assert opened(data).paragraphs[-1].text == "One\u202etwo\u202c, 2024"


def test_nothing_of_the_template_is_shown(parts):
    assert not any("thumbnail" in name for name in parts)
    assert b"python-docx" not in b"".join(parts.values())


def test_headings_tables_and_words_are_what_they_seem(written_document):
    found = opened(write_docx(written_document()))
    styles = {each.text: each.style.name for each in found.paragraphs}
    assert styles["The ferry story"] == "Title"
    assert styles["Shared passages"] == "Heading 1"
    assert styles["A list"] == "Heading 3"
    assert styles["渡轮将启航"] == "Heading 3"  # a fourth level would be lost on the page
    assert styles["“The ferry will sail.”"] == "Quote"
    assert styles["two strong"] == "List Bullet"
    grid, wide, headless = found.tables
    assert [[cell.text for cell in row.cells] for row in grid.rows] == [
        ["", "A", "B"],
        ["Harbour Post faintly", "–", "42%"],
        ["Daily Ledger faintly", "40%", "–"],
    ]
    assert grid.rows[0]._tr.find(f"{W}trPr/{W}tblHeader") is not None
    assert [run.style.name for run in grid.rows[1].cells[0].paragraphs[0].runs] == [
        "Strong",
        "Faint Words",
    ]
    assert wide.rows[1].cells[1].paragraphs[0].style.name == "Small Table Number"
    assert len(headless.rows) == 1


def test_remarks_are_comments_on_their_words(written_document):
    memo, hostile = opened(write_docx(written_document())).comments
    assert memo.text == "My own words.\nOn two lines.\nTags: time › late"
    assert (memo.author, memo.initials) == ("Ann Lee", "AL")
    assert memo.timestamp.isoformat() == "2024-03-05T09:00:00+00:00"
    assert hostile.text.startswith("<script>")
    assert hostile.timestamp is None


def test_a_hostile_text_stays_text(parts):
    document = parts["word/document.xml"].decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt; =HYPERLINK" in document
    relations = parts["word/_rels/document.xml.rels"].decode()
    targets = re.findall(r'Target="([^"]+)" TargetMode="External"', relations)
    assert targets == ["https://example.org/a?b=c&amp;d=e", "https://example.org/he"]


def test_words_know_language_and_direction(parts):
    document = parts["word/document.xml"].decode()
    assert '<w:lang w:eastAsia="zh-Hans-CN"/>' in document
    assert '<w:rtl/><w:lang w:bidi="ar"/>' in document
    assert "&lt;x&gt;" not in document
    assert '<w:lang w:val="en-GB"' in parts["word/styles.xml"].decode()


def test_links_within_the_document_have_somewhere_to_go(parts):
    document = parts["word/document.xml"].decode()
    targets = set(re.findall(r'w:anchor="([^"]+)"', document))
    marks = re.findall(r'<w:bookmarkStart w:id="\d+" w:name="([^"]+)"', document)
    assert targets <= set(marks)
    assert len(marks) == len(set(marks))


def test_of_many_headings_only_the_first_level_is_listed(written_document):
    def listed(count):
        blocks = [Heading(1, "One"), Heading(1, "Two")] + [Heading(2, "Less")] * (count - 2)
        found = opened(write_docx(written_document(blocks=blocks)))
        return [each.text for each in found.paragraphs if each.style.name == "Contents Entry"]

    assert len(listed(MOST_LISTED)) == MOST_LISTED
    assert listed(MOST_LISTED + 1) == ["One", "Two"]


def test_few_headings_need_no_list(written_document):
    found = opened(write_docx(written_document(blocks=[Heading(1, "One")], subtitle="", facts=())))
    assert [each.text for each in found.paragraphs] == ["The ferry story", "One"]


def test_it_tells_how_far_it_is_and_stops_when_asked(written_document):
    told = []
    blocks = [Paragraph((Run("Words."),))] * (2 * EVERY + 1)
    write_docx(written_document(blocks=blocks), lambda done, total: told.append((done, total)))
    assert told == [(EVERY, 2 * EVERY), (2 * EVERY, 3 * EVERY), (2 * EVERY + 1, 2 * EVERY + 1)]

    def stop(_done, _total):
        raise Cancelled

    with pytest.raises(Cancelled):
        write_docx(written_document(blocks=blocks), stop)


def test_a_document_without_a_language_is_one_all_the_same(written_document):
    found = opened(write_docx(written_document(language="", blocks=())))
    assert found.core_properties.language == ""


def test_our_own_reader_reads_the_words_back(written_document, tmp_path):
    article = read_docx(tmp_path / "r.docx", write_docx(written_document()))
    assert "“The ferry will sail.”" in article.text
    assert "渡轮明天" in article.text


def test_a_memo_of_ten_million_letters_stays_whole(written_document):
    memo = Remark("long words " * 1_000_000)
    found = opened(write_docx(written_document(blocks=[Paragraph((Run("x", remarks=(memo,)),))])))
    assert [each.text for each in found.comments] == [memo.text]


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice (soffice) is not installed")
def test_another_program_keeps_tables_and_comments(written_document, tmp_path):
    source = tmp_path / "report.docx"
    source.write_bytes(write_docx(written_document()))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [OFFICE, "--headless", profile, "--convert-to", "fodt", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(source)], check=True, capture_output=True, timeout=100)
    found = (tmp_path / "report.fodt").read_text(encoding="utf-8")
    assert found.count("<office:annotation ") == 2
    assert "On two lines." in found
    assert found.count("<table:table ") == 3
    assert found.count("<table:table-header-rows>") == 2
