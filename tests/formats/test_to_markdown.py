"""Documents as Markdown: a golden file, and whatever is told stays text."""

import os
import re
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

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
from workbench.formats.to_markdown import blocks_to_markdown, escaped, write_markdown
from workbench.formats.to_web_page import write_web_page

GOLDEN = Path(__file__).parent / "golden" / "document.md"
RISKY = "ab 1.)\n-+=#*_`<>[]|~&$\\!“”中文:"


def written(*blocks, title="T", facts=()):
    return write_markdown(Document(title, "", "", "en", facts, blocks)).decode()


def told(*runs, role=Role.BODY):
    return written(Paragraph(runs, role)).removeprefix("# T\n").strip("\n")


def test_every_block(written_document):
    data = write_markdown(written_document())
    if os.environ.get("WRITE_GOLDEN"):
        GOLDEN.write_bytes(data)
    assert data == GOLDEN.read_bytes()


def test_what_begins_a_line_makes_no_markup():
    assert escaped("- a\n  + b\n1. c\n2) d\n# e\n=== f\n1 g") == (
        "\\- a\n  \\+ b\n1\\. c\n2\\) d\n\\# e\n\\=== f\n1 g"
    )
    assert escaped("a\x1b`b`") == "a\ufffd\\`b\\`"
    assert told(Run("1"), Run(". no list")) == "1\\. no list"
    assert written(Listing(((Run("- in"), Run(" one\nline")),))) == "# T\n\n- \\- in one line\n"


def test_lines_of_a_paragraph_stay_lines():
    assert told(Run("one\n\n two")) == "one\\\ntwo"
    assert told(Run("one\n\n two"), role=Role.QUOTE) == "> one\n>\n> two"


def test_marks_hold_or_are_tags():
    assert told(Run("a "), Run(" b ", Style.STRONG), Run("c")) == "a  **b** c"
    assert told(Run("word"), Run("[gone]", Style.OMITTED), Run(".")) == "word<del>\\[gone\\]</del>."
    assert told(Run("(x)", Style.ADDED), Run("y", Style.VARIANT)) == ("<ins>(x)</ins>**y**")
    assert told(Run("c0de", Style.CODE), Run("a`b", Style.CODE)) == "c0dea\\`b"
    assert told(Run("c0de", Style.CODE), Run(" "), Run(" ", Style.STRONG)) == "`c0de`"


def test_links_lead_to_the_web_or_into_the_document():
    assert told(Run("https://a.b/c", link="https://a.b/c")) == "<https://a.b/c>"
    assert told(Run("x", link="https://a.b/c|d (e)")) == "[x](<https://a.b/c%7Cd%20(e)>)"
    assert told(Run("x", link="#p-1"), Run(" y", link="javascript:alert(1)")) == "[x](#p-1) y"


def test_tables():
    grid = Grid(
        "Cap|tion",
        ("", "N"),
        ((Cell((Run("a|b\nc"),)), Cell((Run("1"),), is_number=True)),),
    )
    assert written(grid) == "# T\n\n*Cap\\|tion*\n\n|  | N |\n| --- | ---: |\n| a\\|b<br>c | 1 |\n"
    assert written(Grid("", ("A",), ())) == "# T\n\n| A |\n| --- |\n"


def test_headings_and_facts():
    text = written(Heading(9, "- x", 'a"b'), title="# y", facts=(("Articles", "1"),))
    assert text == '# \\# y\n\n- Articles: 1\n\n<a id="a&quot;b"></a>\n\n###### - x\n'


def test_it_says_how_far_it_is():
    said = []
    blocks = (Paragraph((Run("x"),)) for _ in range(250))
    write_markdown(Document("T", "", "", "en", (), blocks), lambda *done: said.append(done))
    assert said == [(100, 200), (200, 300), (250, 250)]


@given(st.text(RISKY, max_size=20))
def test_without_its_escapes_a_text_is_what_it_was(text):
    marked = escaped(text)
    assert re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", marked) == text
    assert not re.search(
        r"[<>`*_\[\]|#&]|^\s*(?:[-+=]|[0-9]+[.)])", re.sub(r"\\.", "x", marked), re.MULTILINE
    )


runs = st.lists(
    st.builds(Run, st.text(RISKY, max_size=8), st.sampled_from(Style)), min_size=1, max_size=5
)


@settings(max_examples=150, deadline=None)
@given(runs)
@example([Run("1", Style.EMPHASIS), Run(""), Run("1", Style.EMPHASIS)])
def test_whoever_reads_markdown_reads_the_words(found):
    reader = pytest.importorskip("markdown_it", reason="no reader of Markdown is installed")
    page = reader.MarkdownIt("commonmark").enable(["table", "strikethrough"])
    shown = page.render(told(*found))
    bare = re.sub(r"<[^>]*>", "", shown)
    for sign, word in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&")):
        bare = bare.replace(sign, word)
    assert "".join(bare.split()) == "".join("".join(run.text for run in found).split())


@given(st.text(), st.sampled_from(Style), st.text(max_size=9))
def test_any_text_can_be_written(text, style, link):
    run = Run(text, style, link)
    assert written(
        Heading(1, text, text),
        Paragraph((run,), Role.QUOTE),
        Listing(((run,),)),
        Grid(text, (text,), ((Cell((run,)),),)),
    )


def test_blocks_alone_have_no_title():
    assert blocks_to_markdown((Heading(1, "a"), Paragraph((Run("b"),)))) == "## a\n\nb"


@pytest.mark.parametrize("memo", [" " * 2_000_000, "\u202a" * 500_000 + "\u2069" * 500_000])
def test_a_memo_of_any_length_and_kind_is_written(memo):
    document = Document("T", "", "", "en", (), (Paragraph((Run(f"a{memo}b"),), Role.MEMO),))
    for write in (write_markdown, write_web_page):
        assert len(write(document)) > len(memo)
