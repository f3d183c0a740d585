"""Documents as a web page: a golden file, what is hostile, and what a browser says of it."""

import base64
import hashlib
import os
import re
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2
import pytest
from dossiers import make_dossier
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from workbench.formats.blocks import (
    Cell,
    Document,
    Grid,
    Heading,
    Listing,
    PageBreak,
    Paragraph,
    Role,
    Run,
    Style,
)
from workbench.formats.report import compose
from workbench.formats.to_printable import to_printable
from workbench.formats.to_web_page import write_web_page

GOLDEN = Path(__file__).parent / "golden" / "document.html"
HOSTILE = (
    "<script>alert('1')</script>\"><img src=x onerror=alert(2)>{{ 7 * 7 }}\u202e&amp;\ud800\x00"
)


def page(*blocks, facts=(), language="en", title="T"):
    document = Document(title, "Comparison report", "", language, facts, blocks)
    return html.fromstring(write_web_page(document).decode())


def told(*runs, language="en"):
    (paragraph,) = page(Paragraph(runs), language=language).xpath("//main/p")
    return html.tostring(paragraph, encoding="unicode").strip()


def test_every_block(written_document):
    data = write_web_page(written_document())
    shown = re.sub(rb"<style>.*?</style>|sha256-[^']*", b"", data, flags=re.DOTALL)
    if os.environ.get("WRITE_GOLDEN"):
        GOLDEN.write_bytes(shown)
    assert shown == GOLDEN.read_bytes()


def test_hostile_words_stay_words():
    run = Run(HOSTILE, Style.QUOTED, link=f"https://x{HOSTILE}", language=HOSTILE)
    tree = page(
        Heading(1, HOSTILE, HOSTILE, HOSTILE),
        Heading(2, HOSTILE),
        Paragraph((run, Run(HOSTILE, link="javascript:alert(1)")), Role.QUOTE),
        Listing(((run,),)),
        Grid(HOSTILE, (HOSTILE,), ((Cell((run,)),),)),
        facts=((HOSTILE, HOSTILE),),
        title=HOSTILE,
    )
    assert not tree.xpath("//script | //img | //iframe | //object | //@onerror | //@style | //@src")
    assert all(link.startswith(("#", "https://x")) for link in tree.xpath("//@href"))
    assert "49" not in tree.xpath("//body")[0].text_content()
    assert tree.xpath("//h1")[0].text_content() == to_printable(HOSTILE)


def test_the_policy_allows_the_style_of_the_page_and_nothing_else():
    data = write_web_page(Document("T", "", "", "en", (), (Grid("", ("",), (), (0.37,)),)))
    (style,) = re.findall("<style>(.*?)</style>", data.decode(), re.DOTALL)
    assert ".w37 { width: 37%; }" in style
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    (policy,) = html.fromstring(data).xpath("//meta[@http-equiv]/@content")
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )


def test_parts_are_sections_and_stand_in_the_contents():
    tree = page(
        Paragraph((Run("Before."),)),
        Heading(1, "One", "one"),
        Heading(2, "Below"),
        PageBreak(),
        Heading(1, "Two"),
        Heading(9, "Deep"),
        facts=(("Articles", "5"),),
        language="de",
    )
    assert tree.get("lang") == "de"
    assert [section[0].text for section in tree.xpath("//main/section")] == ["One", "Two"]
    assert tree.xpath("//nav//a/@href") == ["#one", "#heading-2", "#heading-3"]
    assert {link[1:] for link in tree.xpath("//@href")} <= set(tree.xpath("//@id"))
    assert tree.xpath("//h6/text()") == ["Deep"]
    assert tree.xpath("//dl//dd/text()") == ["5"]


def test_contents_that_nobody_would_look_through_are_left_out():
    many = [Heading(2, "Below") for _ in range(61)]
    tree = page(Heading(2, "Above"), Heading(1, "One"), *many, Heading(1, "Two"), Heading(2, "B"))
    assert [link.text_content() for link in tree.xpath("//nav//a")] == ["One", "Two", "B"]
    assert not page(*(Heading(1, "One") for _ in range(61))).xpath("//nav")
    assert not page(Heading(1, "One")).xpath("//nav | //dl")


def test_tables_say_what_their_cells_are_of():
    rows = (
        (Cell((Run("A"),)), Cell((Run("–"),)), Cell((Run("4%"),), True, 0.04)),
        (Cell((Run("B"),)), Cell((Run("62%"),), True, 0.62), Cell((Run("x"),), shade=7.0)),
    )
    tree = page(Grid("Shares", ("", "A", "B"), rows, has_row_heads=True))
    assert tree.xpath("//caption/text()") == ["Shares"]
    assert tree.xpath("//thead//th/@scope") == ["col", "col"]
    assert tree.xpath("//thead//th/@class") == ["number", "number"]
    assert tree.xpath("//tbody//th[@scope='row']/text()") == ["A", "B"]
    assert tree.xpath("//tbody//td/@class") == ["number", "number shade6", "shade10"]
    assert not page(Grid("", ("", ""), ())).xpath("//thead | //caption | //colgroup")
    assert len(page(Grid("", ("",), ((Cell(),),) * 11)).xpath("//div[@class='grid']")) == 1


def test_a_paragraph_can_be_kept_with_the_next():
    told = page(
        Paragraph((Run("One"),), Role.SOURCE, keeps_next=True),
        Paragraph((Run("Two"),), keeps_next=True),
        Paragraph((Run("Three"),)),
    )
    assert [each.get("class") for each in told.xpath("//main//p")] == ["source kept", "kept", None]


def test_marks_are_elements_that_say_so():
    words = told(*(Run("x", style) for style in Style))
    for tag in ("em", "strong", "mark", "ins", "del", "code"):
        assert f"<{tag}>x</{tag}>" in words


def test_links_lead_to_the_web_or_into_the_page():
    assert told(Run("x", link="#one")) == '<p dir="auto"><a href="#one">x</a></p>'
    assert 'class="address"' in told(Run("https://a.b", link="https://a.b"))
    assert told(Run("x", link="HTTP://a.b")) == '<p dir="auto"><a href="HTTP://a.b">x</a></p>'
    assert told(Run("x", link="file:///etc")) == '<p dir="auto">x</p>'


def test_words_have_their_language_and_their_direction():
    assert told(Run("a", language="en-GB")) == '<p dir="auto">a</p>'
    assert told(Run("a", language="fr"), Run("b", Style.STRONG, language="fr"), Run("c")) == (
        '<p dir="auto"><span lang="fr" dir="auto">a<strong>b</strong></span>c</p>'
    )
    assert told(Run("a", language="ar"), Run("b", language="ar")) == (
        '<p lang="ar" dir="auto">ab</p>'
    )
    assert told(Run("\u05d0", Style.STRONG)) == (
        '<p dir="auto"><bdi><strong>\u05d0</strong></bdi></p>'
    )
    assert told(Run("a\nb\n\n\nc\u2066")) == '<p dir="auto">a<br>b<br><br>c\u2066\u2069</p>'


def test_it_says_how_far_it_is():
    said = []
    blocks = (Paragraph((Run("x"),)) for _ in range(150))
    write_web_page(Document("T", "", "", "en", (), blocks), lambda *done: said.append(done))
    assert said == [(100, 200), (150, 150)]


@settings(max_examples=30, deadline=None)
@given(st.text(), st.sampled_from(Style), st.sampled_from(("", "#x", "http://y")))
def test_any_text_can_be_written(text, style, link):
    tree = page(Paragraph((Run(text, style, link, text),)), title=text)
    words = "".join(tree.xpath("//main/p")[0].text_content().split())
    assert words.startswith("".join(to_printable(text).split()))


@pytest.mark.skipif(not shutil.which("chromium"), reason="no Chromium is installed")
def test_a_browser_shows_the_report_without_a_complaint_and_prints_it(tmp_path):
    dossier = make_dossier()
    file, printed = tmp_path / "report.html", tmp_path / "report.pdf"
    file.write_bytes(write_web_page(compose(dossier, {})))
    options = ("--headless", "--no-sandbox", "--disable-gpu", "--enable-logging=stderr", "--v=0")
    with TemporaryDirectory(dir=os.environ["PYTEST_DEBUG_TEMPROOT"]) as short:
        done = subprocess.run(
            ["chromium", *options, f"--user-data-dir={tmp_path / 'user'}",
             f"--print-to-pdf={printed}", file.as_uri()],
            capture_output=True, text=True, timeout=60, check=True,
            env={**os.environ, "TMPDIR": short},  # the path of its socket may not be long
        )  # fmt: skip
    assert "CONSOLE" not in done.stderr
    with pypdfium2.PdfDocument(printed) as pages:
        words = "".join(one.get_textpage().get_text_range() for one in pages)
    shown = "".join(words.split())
    for group in dossier.groups:
        for excerpt in group.excerpts:
            assert "".join(excerpt.quote.split()) in shown
