"""Blocks as the few tags of HTML that a clipboard carries."""

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.formats.blocks import (
    Cell,
    Grid,
    Heading,
    Listing,
    PageBreak,
    Paragraph,
    Role,
    Run,
    Style,
)
from workbench.formats.to_rich_text import blocks_to_rich_text

HOSTILE = '<script>alert("1")</script> & <img src=x onerror=y> \u202egnp.exe \ud800 \x00'


class Tags(HTMLParser):
    """Which tags and links a page has, and its words."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.tags, self.links, self.words = set(), [], ""

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.links += [value for name, value in attrs if name == "href"]

    def handle_data(self, data):
        self.words += data


def read(html):
    tags = Tags()
    tags.feed(html)
    tags.close()
    return tags


def rich(*blocks):
    return blocks_to_rich_text(blocks)


def test_headings_go_from_the_first_level_to_the_fourth():
    blocks = [Heading(level, f"At {level}") for level in (0, 1, 3, 7)]
    assert rich(*blocks) == "<h1>At 0</h1>\n<h1>At 1</h1>\n<h3>At 3</h3>\n<h4>At 7</h4>"


def test_a_paragraph_tells_what_it_is_for():
    words = (Run("The ferry\nleft."),)
    assert rich(Paragraph(words)) == '<p class="body">The ferry<br>left.</p>'
    assert rich(Paragraph(words, Role.MEMO)) == '<p class="memo">The ferry<br>left.</p>'
    quote = '<blockquote class="quote">The ferry<br>left.</blockquote>'
    assert rich(Paragraph(words, Role.QUOTE)) == quote


def test_every_style_is_seen_without_colour():
    said = {style: rich(Paragraph((Run("noon", style),))) for style in Style}
    plain = said[Style.PLAIN]
    assert said[Style.QUOTED] == plain
    shown = [html for style, html in said.items() if style not in (Style.PLAIN, Style.QUOTED)]
    assert len(set(shown)) == len(shown)
    assert plain not in shown
    assert said[Style.VARIANT] == '<p class="body"><b><u>noon</u></b></p>'


def test_a_link_leads_to_the_web_or_nowhere():
    runs = (
        Run("one", link="https://example.org/?a=1&b=2"),
        Run("two", link="#passage-1"),
        Run("three", link="javascript:alert(1)"),
    )
    html = rich(Paragraph(runs))
    assert read(html).links == ["https://example.org/?a=1&b=2"]
    assert read(html).words == "onetwothree"


def test_a_list_and_a_page_break():
    assert rich(Listing(((Run("one"),), (Run("two"),)))) == "<ul><li>one</li><li>two</li></ul>"
    assert rich(Heading(1, "One"), PageBreak(), Heading(1, "Two")) == "<h1>One</h1>\n<h1>Two</h1>"


def test_a_table_has_its_caption_heads_numbers_and_shades():
    rows = (
        (Cell((Run("A"),)), Cell((Run("12"),), is_number=True)),
        (Cell((Run("B"),)), Cell((Run("50%"),), is_number=True, shade=0.5)),
        (Cell((Run("C"),)), Cell((Run("0%"),), shade=0.0)),
        (Cell((Run("D"),)), Cell((Run("100%"),), shade=1.2)),
    )
    assert rich(Grid("Words", ("", "In common"), rows, has_row_heads=True)) == (
        '<p class="caption">Words</p><table cellspacing="0"><tr><th></th><th>In common</th></tr>'
        '<tr><th>A</th><td class="number">12</td></tr>'
        '<tr><th>B</th><td class="number shade4">50%</td></tr>'
        "<tr><th>C</th><td>0%</td></tr>"
        '<tr><th>D</th><td class="shade9">100%</td></tr></table>'
    )
    bare = Grid("", ("", ""), ((Cell((Run("A"),)), Cell()),))
    assert rich(bare) == '<table cellspacing="0"><tr><td>A</td><td></td></tr></table>'


@pytest.mark.parametrize("words", ["=1+1", "+49", "-5", "@home", " =A1"])
def test_a_cell_like_a_formula_is_told_to_be_text(words):
    told = rich(
        Grid("", ("", ""), ((Cell((Run(words[:2]), Run(words[2:]))), Cell((Run("a=b"),))),))
    )
    assert told == (
        """<table cellspacing="0"><tr><td style="mso-number-format:'\\@'" sdnum="1033;0;@">"""
        f"{words}</td><td>a=b</td></tr></table>"
    )


def test_hostile_words_stay_words():
    cell = Cell((Run(HOSTILE),))
    html = rich(
        Heading(1, HOSTILE),
        Paragraph((Run(HOSTILE, link=f"https://{HOSTILE}"),)),
        Grid(HOSTILE, (HOSTILE,), ((cell,),)),
    )
    found = read(html)
    assert found.tags <= {"h1", "p", "a", "table", "tr", "th", "td"}
    assert found.words.count("<script>") == 5
    assert not set("\u202e\ud800\x00") & set(html)


@given(st.text(max_size=60), st.sampled_from(Style))
def test_no_text_is_markup(text, style):
    html = rich(Paragraph((Run(text, style),)), Heading(2, text))
    assert read(html).tags <= {"p", "h2", "i", "b", "u", "s", "span", "code", "br"}
