"""Laws of bibliographies: what is read back from one is what was known of the articles."""

import json
import re

from hypothesis import given
from hypothesis import strategies as st

from workbench.formats.bibliography import entry_of, one_line
from workbench.formats.bylines import authors
from workbench.formats.to_bibtex import to_bibtex
from workbench.formats.to_csl import to_csl
from workbench.formats.to_ris import to_ris
from workbench.model import Article

WORDS = st.text(
    st.sampled_from("ab Z{}\\~^#$%&_\"'<>=@,-é港\n\r\t\x00\x1b\u2028\u202e\ud800"), max_size=14
)
DAYS = st.sampled_from(["", "2024", "2024-02", "2024-02-22", "2024-02-22T10:00:00Z"])
ARTICLES = st.lists(
    st.builds(
        Article, WORDS, st.just("x"), WORDS, WORDS, byline=WORDS, published=DAYS, url=WORDS,
        section=WORDS, page=WORDS, retrieved=DAYS,
    ),
    max_size=3,
)  # fmt: skip

NAMED_MARKS = {
    "textbackslash": "\\",
    "textbraceleft": "{",
    "textbraceright": "}",
    "textasciitilde": "~",
    "textasciicircum": "^",
}


def natural(tex):
    """Return what a text in TeX says, read command by command."""
    return re.sub(
        r"\\(?:([a-z]+)\{\}|([#$%&_]))", lambda found: NAMED_MARKS.get(found[1]) or found[2], tex
    )


def fields_of_bibtex(text):
    """Return the fields of each record, each as it stands between its braces."""
    records = re.findall(r"@article\{[a-z0-9-]+,\n(.*?)^\}\n", text, re.S | re.M)
    return [dict(re.findall(r"^  ([a-z]+) = (.*),$", record, re.M)) for record in records]


@given(ARTICLES)
def test_bibtex_tells_all_that_is_known(articles):
    text = to_bibtex(articles)
    records = fields_of_bibtex(text)
    assert len(records) == len(articles)
    for article, told in zip(articles, records, strict=True):
        entry = entry_of(article)
        assert natural(told.get("title", "{{}}")[2:-2]) == entry.title
        assert natural(told.get("journal", "{}")[1:-1]) == entry.outlet
        assert natural(told.get("chapter", "{}")[1:-1]) == entry.section
        assert natural(told.get("pages", "{}")[1:-1]) == entry.page
        assert told.get("year", "{}")[1:-1] == "".join(str(part) for part in entry.published[:1])
        for value in told.values():
            assert value.count("{") == value.count("}")


@given(ARTICLES)
def test_ris_tells_all_that_is_known(articles):
    records = re.findall(r"TY  - NEWS\r\n(.*?)ER  - \r\n", to_ris(articles), re.S)
    assert len(records) == len(articles)
    for article, record in zip(articles, records, strict=True):
        entry = entry_of(article)
        lines = [line.split("  - ", 1) for line in record.split("\r\n")[:-1]]
        told = dict(lines)
        assert told.get("TI", "") == entry.title
        assert told.get("T2", "") == entry.outlet
        assert told.get("UR", "") == entry.url
        assert told.get("ID", "") == entry.id
        assert sum(tag == "AU" for tag, _ in lines) == len(entry.authors)
        day = tuple(int(part) for part in told.get("DA", "").split("/") if part)
        assert day == entry.published


@given(ARTICLES)
def test_csl_is_json_with_a_record_for_each_article(articles):
    records = json.loads(to_csl(articles).encode())
    assert [record.get("title", "") for record in records] == [
        entry_of(article).title for article in articles
    ]


@given(WORDS)
def test_an_author_has_a_name_and_is_printed_in_the_byline(byline):
    line = one_line(byline)
    for name in authors(line):
        assert name.family in line
        assert name.given in line
        assert name.family.strip()
