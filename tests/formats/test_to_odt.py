"""OpenDocument texts: what stands in them, and how others read it."""

import io
import os
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from workbench.formats.block_walk import EVERY
from workbench.formats.blocks import Document, Heading, PageBreak, Paragraph, Remark, Run
from workbench.formats.from_odt import read_odt
from workbench.formats.to_odt import MIMETYPE, write_odt
from workbench.formats.typography import LOOKS, MOST_LISTED, PARAGRAPHS, RUNS
from workbench.model import Cancelled

GOLDEN = Path(__file__).parent / "golden" / "report.odt.txt"
OFFICE = shutil.which("soffice")
NAMES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
    "meta": "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
}


@pytest.fixture
def parts(written_document):
    """The parts of the written document, by name."""
    return unpacked(write_odt(written_document()))


def unpacked(data):
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def content(data):
    return etree.fromstring(unpacked(data)["content.xml"], etree.XMLParser(huge_tree=True))


def found(tree, path):
    return tree.xpath(path, namespaces=NAMES)


def words(element):
    """The words of an element, blanks as they are shown."""
    parts = []
    for event, each in etree.iterwalk(element, events=("start", "end")):
        parts.append((each.text if event == "start" else each is not element and each.tail) or "")
        if event == "start" and each.tag == f"{{{NAMES['text']}}}s":
            parts.append(" " * int(each.values()[0]))
    return "".join(parts)


def test_a_golden_file(parts):
    text = "".join(parts[name].decode() for name in ("content.xml", "meta.xml"))
    text = re.sub(r' xmlns:\w+="[^"]+"', "", text)
    lined = re.sub(r"(?=<(?:text:[ph]|table:\w|style:style|office:\w|meta:|dc:)[^>]*>)", "\n", text)
    encoded = lined.encode() + b"\n"
    if os.environ.get("WRITE_GOLDEN"):
        GOLDEN.write_bytes(encoded)
    assert encoded == GOLDEN.read_bytes()


def test_the_same_document_gives_the_same_bytes(written_document):
    assert write_odt(written_document()) == write_odt(written_document())


def test_a_page_begins_with_what_stands_after_a_break():
    blocks = (
        PageBreak(), Heading(1, "One"), PageBreak(), Paragraph((Run("Two"),)), PageBreak(),
    )  # fmt: skip
    tree = content(write_odt(Document("T", "", "", "en", (), blocks)))
    named = found(tree, "//style:style[.//@*[local-name()='break-before']='page']/@style:name")
    body = found(tree, "//office:text/*")[1:]
    told = [(words(each), each.values()[0] in named) for each in body]
    assert told == [("One", True), ("", True), ("Two", False)]


def test_marks_that_turn_words_turn_no_others():
    blocks = (Paragraph((Run("One\u202etwo"), Run(", 2024"))),)
    tree = content(write_odt(Document("T", "", "", "en", (), blocks)))
    assert words(found(tree, "//office:text/*")[-1]) == "One\u202etwo\u202c, 2024"


def test_the_package_begins_with_what_it_is(written_document):
    data = write_odt(written_document())
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        first = package.infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
    assert data[30 : 38 + len(MIMETYPE)] == b"mimetype" + MIMETYPE.encode()


def test_every_part_is_named_and_well_formed(parts):
    manifest = etree.fromstring(parts.pop("META-INF/manifest.xml"))
    named = {value for each in manifest for key, value in each.items() if key.endswith("full-path")}
    parts.pop("mimetype")
    assert named == {"/", *parts}
    for data in parts.values():
        etree.fromstring(data)


def test_every_style_that_is_used_is_there(parts):
    styles = etree.fromstring(parts["styles.xml"])
    tree = etree.fromstring(parts["content.xml"])
    known = set(found(styles, "//@style:name")) | set(found(tree, "//style:style/@style:name"))
    used = found(tree, "//@text:style-name | //@table:style-name | //@style:parent-style-name")
    assert {*LOOKS, *PARAGRAPHS.values()} <= {name.replace("_20_", " ") for name in known}
    assert {name for name in RUNS.values() if name} <= {name.replace("_20_", " ") for name in known}
    assert set(used) <= known


def test_dates_are_the_projects(written_document, parts):
    about = etree.fromstring(parts["meta.xml"])
    assert [words(each) for each in found(about, "//dc:date | //meta:creation-date")] == [
        "2024-03-05T10:20:30"
    ] * 2
    unknown = etree.fromstring(unpacked(write_odt(written_document(made="")))["meta.xml"])
    assert not found(unknown, "//dc:date | //meta:creation-date")


def test_headings_and_tables_are_what_they_seem(parts):
    tree = etree.fromstring(parts["content.xml"])
    level = f"{{{NAMES['text']}}}outline-level"
    assert [(each.get(level), words(each)) for each in found(tree, "//text:h")] == [
        ("1", "Overview"),
        ("1", "Shared passages"),
        ("2", "1. “The ferry will sail”"),
        ("3", "A list"),
        ("3", "渡轮将启航"),
        ("1", "Literature"),
    ]
    grid, wide, headless = found(tree, "//table:table")
    rows = [
        [words(cell) for cell in found(row, "table:table-cell")]
        for row in found(grid, ".//table:table-row")
    ]
    assert rows == [
        ["", "A", "B"],
        ["Harbour Post faintly", "–", "42%"],
        ["Daily Ledger faintly", "40%", "–"],
    ]
    assert len(found(grid, "table:table-header-rows")) == 1
    assert len(found(wide, "table:table-column")) == 14
    assert not found(headless, "table:table-header-rows")


def test_columns_take_their_shares_of_the_width(parts):
    tree = etree.fromstring(parts["content.xml"])
    widths = found(tree, "//style:table-column-properties/@style:column-width")
    assert widths == ["8.300cm", "4.150cm", "1.186cm"]


def test_remarks_are_comments_on_their_words(parts):
    tree = etree.fromstring(parts["content.xml"])
    memo, hostile = found(tree, "//office:annotation")
    assert [words(each) for each in memo] == [
        "Ann Lee",
        "2024-03-05T09:00:00",
        "My own words.",
        "On two lines.",
        "Tags: time › late",
    ]
    assert words(hostile[0]) == "—"
    assert words(hostile[1]).startswith("<script>")
    ends = found(tree, "//office:annotation-end/@office:name")
    assert ends == found(tree, "//office:annotation/@office:name")


def test_a_hostile_text_stays_text(parts):
    tree = etree.fromstring(parts["content.xml"])
    targets = found(tree, "//text:a/@xlink:href")
    outside = [target for target in targets if not target.startswith("#")]
    assert outside == [*["https://example.org/a?b=c&d=e"] * 2, "https://example.org/he"]
    assert set(targets) - set(outside) <= {
        f"#{name}" for name in found(tree, "//text:bookmark/@text:name")
    }


def test_blanks_and_lines_stay(parts):
    tree = etree.fromstring(parts["content.xml"])
    (styled,) = found(tree, "//text:p[text:line-break]")
    assert len(found(styled, "text:tab")) == 1
    assert words(styled).endswith(".A second lineand a tab,  and blanks.")
    assert found(styled, "text:s/@text:c") == ["1", "1", "1", "1"]


def test_words_know_language_and_direction(parts):
    text = parts["content.xml"].decode()
    assert 'style:language-asian="zh" style:country-asian="CN"' in text
    assert 'style:language-complex="he" style:country-complex="none"' in text
    assert 'style:writing-mode="rl-tb"' in text
    assert 'fo:language="en" fo:country="GB"' in parts["styles.xml"].decode()


@pytest.mark.parametrize(
    ("tag", "told"),
    [
        ("", ("en", "GB")),
        ("de", ("de", "none")),
        ("zh-Hant-tw", ("zh", "TW")),
        ('"<', ("en", "GB")),
        ('fr-"x', ("en", "GB")),
    ],
)
def test_a_document_has_a_language(written_document, tag, told):
    styles = unpacked(write_odt(written_document(language=tag, blocks=())))["styles.xml"].decode()
    language, country = told
    assert f'fo:language="{language}" fo:country="{country}"' in styles


def test_of_many_headings_only_the_first_level_is_listed(written_document):
    def listed(count):
        blocks = [Heading(1, "One"), Heading(1, "Two")] + [Heading(2, "Less")] * (count - 2)
        tree = content(write_odt(written_document(blocks=blocks)))
        return [words(each) for each in found(tree, "//text:index-body/text:p")]

    assert len(listed(MOST_LISTED)) == MOST_LISTED
    assert listed(MOST_LISTED + 1) == ["One", "Two"]


def test_few_headings_need_no_list(written_document):
    data = write_odt(written_document(blocks=[Heading(1, "One")], subtitle="", facts=()))
    assert [words(each) for each in found(content(data), "//text:p | //text:h")] == [
        "The ferry story",
        "One",
    ]


def test_it_tells_how_far_it_is_and_stops_when_asked(written_document):
    told = []
    blocks = [Paragraph((Run("Words."),))] * (EVERY + 1)
    write_odt(written_document(blocks=blocks), lambda done, total: told.append((done, total)))
    assert told == [(EVERY, 2 * EVERY), (EVERY + 1, EVERY + 1)]

    def stop(_done, _total):
        raise Cancelled

    with pytest.raises(Cancelled):
        write_odt(written_document(blocks=blocks), stop)


def test_our_own_reader_reads_the_words_back(written_document, tmp_path):
    article = read_odt(tmp_path / "r.odt", write_odt(written_document()))
    assert "“The ferry will sail.”" in article.text
    assert "渡轮明天" in article.text


def test_a_memo_of_ten_million_letters_stays_whole(written_document):
    memo = Remark("long words " * 1_000_000)
    data = write_odt(written_document(blocks=[Paragraph((Run("x", remarks=(memo,)),))]))
    tree = etree.fromstring(unpacked(data)["content.xml"])  # as a program that knows its limits
    (paragraph,) = found(tree, "//office:annotation/text:p")
    assert words(paragraph) == memo.text


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice (soffice) is not installed")
def test_another_program_keeps_tables_and_comments(written_document, tmp_path):
    source = tmp_path / "report.odt"
    source.write_bytes(write_odt(written_document()))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [OFFICE, "--headless", profile, "--convert-to", "fodt", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(source)], check=True, capture_output=True, timeout=100)
    kept = etree.parse(tmp_path / "report.fodt", etree.XMLParser(huge_tree=True))
    assert len(found(kept, "//office:annotation")) == 2
    assert len(found(kept, "//table:table")) == 3
    assert len(found(kept, "//table:table-header-rows")) == 2
    assert len(found(kept, "//text:a")) == len(found(content(source.read_bytes()), "//text:a"))
