import re
from dataclasses import replace

import pytest
from lxml import html

from workbench.formats.to_html import comparison_to_html
from workbench.formats.to_terms import USES, page_families
from workbench.formats.to_text import comparison_to_text
from workbench.model import Article, Comparison, Passage, Span, Term, TermFamily

POST = Article(
    "a1", "The new <b>forces</b> & the new\nforces, the new forces, the new forces.", outlet="Post"
)
WIRE = Article("a2", "All new quality forces came; then came the new forces.", path="in/wire.txt")
LATE = Article("a3", "New quality forces again.", outlet="Post")


def term(text, pattern):
    return Term(
        text,
        tuple(
            Passage(article.id, Span(*match.span()))
            for article in (POST, WIRE, LATE)
            for match in re.finditer(pattern, article.text, re.IGNORECASE)
        ),
    )


FAMILY = TermFamily(
    (term("new forces", r"new\sforces"), term("new quality forces", "new quality forces")), 4.2
)


@pytest.fixture
def story():
    return Comparison((POST, WIRE, LATE), terms=(FAMILY,))


def test_families_by_outlet_with_some_uses_of_each():
    (family,) = page_families(
        [FAMILY],
        {article.id: article for article in (POST, WIRE, LATE)},
        {"a1": "Post", "a2": "wire.txt", "a3": "Post"},
        {"a1": "A", "a2": "B", "a3": "C"},
    )
    assert family.outlets == ("Post", "wire.txt")
    assert family.log_likelihood == 4.2
    plain, quality = family.terms
    assert (plain.total, plain.counts) == (4, (3, 1))
    assert quality.counted == (("Post", 1), ("wire.txt", 1))
    assert len(plain.uses) == USES
    assert [use.siglum for use in plain.uses] == ["A", "A", "B"]
    assert plain.uses[0].text == "new forces"
    assert plain.uses[2].before.endswith("then came the ")


def test_text_tells_the_uses(story):
    text = comparison_to_text(story)
    assert text.count("Rival terms") == 1
    assert "   “new forces”: 4 uses · Post 3 · wire.txt 1\n     A  The new <b>forces" in text
    assert "   “new quality forces”: 2 uses · Post 1 · wire.txt 1\n     B  All new quality" in text


def test_page_has_a_table_of_the_uses(story):
    page = html.document_fromstring(comparison_to_html(story))
    (section,) = page.xpath('//section[@class="terms"]')
    rows = [
        [cell.text_content() for cell in row.xpath("./th | ./td")] for row in section.xpath(".//tr")
    ]
    assert [row[:4] for row in rows] == [
        ["Form", "Post", "wire.txt", "All"],
        ["new forces", "3", "1", "4"],
        ["new quality forces", "1", "1", "2"],
    ]
    assert rows[1][4].startswith("A The new <b>forces</b> & the new forces, the")
    assert section.xpath(".//td/p/b/text()")[0] == "new forces"


def test_nothing_is_said_of_terms_where_there_are_none(story):
    without = replace(story, terms=())
    assert "Rival" not in comparison_to_text(without)
    assert "Rival" not in comparison_to_html(without)


def test_a_form_that_is_not_used_is_told_with_no_uses(story):
    family = replace(FAMILY, terms=(*FAMILY.terms, Term("forces of quality", ())))
    told = replace(story, terms=(family,))
    assert "“forces of quality”: 0 uses\n" in comparison_to_text(told)
    assert "–" in comparison_to_html(told)
