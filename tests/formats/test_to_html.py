import base64
import hashlib
import re

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from workbench.comparison.collate import collate
from workbench.formats.to_html import alignment_to_html, comparison_to_html
from workbench.formats.to_printable import to_printable
from workbench.model import (
    Article,
    Cluster,
    Comparison,
    Kind,
    Passage,
    PassagePair,
    Reading,
    Reason,
    Span,
    Variant,
    VariantKind,
    Witness,
)

HOSTILE = (
    "<script>alert('1')</script>\"><img src=x onerror=alert(2)>{{ 7 * 7 }}\u202e&amp;\ud800\x00"
)


def hostile_comparison():
    one = Article(
        HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, f"http://{HOSTILE}", HOSTILE, HOSTILE
    )
    other = Article("a2", HOSTILE, url="JavaScript:alert(1)", path=HOSTILE)
    span = Span(0, len(HOSTILE))
    here, there = Passage(one.id, span), Passage(other.id, span)
    variant = Variant(
        VariantKind.SUBSTITUTION, Reading(span, HOSTILE), Reading(Span(0, 8), HOSTILE[:8])
    )
    pair = PassagePair("p1", Kind.EDITED, 0.5, here, there, (variant,), Reason(1, 1))
    cluster = Cluster("c1", Kind.EDITED, (here, there), ("p1",), here)
    return Comparison((one, other), (pair,), (cluster,))


def assert_inert(page):
    assert page.encode("utf-8")
    assert not re.search("[\x00\ud800]", page)
    tree = html.fromstring(page)
    assert not tree.xpath("//script | //img | //iframe | //object | //@onerror | //@style")
    assert all(href.startswith(("#", "http://")) for href in tree.xpath("//@href"))
    assert not tree.xpath("//@src")
    assert "49" not in tree.text_content()
    return tree


def test_hostile_words_stay_words():
    tree = assert_inert(comparison_to_html(hostile_comparison()))
    shown = "".join(tree.xpath("//article[1]/p")[0].xpath(".//mark//text()"))
    assert shown == to_printable(HOSTILE)
    assert tree.xpath("//article[1]/@lang") == [to_printable(HOSTILE)]


def test_hostile_witnesses_stay_words():
    page = alignment_to_html(collate([Witness(HOSTILE, HOSTILE), Witness("B", "b")]))
    tree = assert_inert(page)
    assert tree.xpath("//th")[0].text_content() == to_printable(HOSTILE)


def test_the_policy_allows_the_style_of_the_page_and_nothing_else():
    for page in (
        comparison_to_html(hostile_comparison()),
        alignment_to_html(collate(["a", "b"])),
    ):
        (style,) = re.findall("<style>(.*?)</style>", page, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
        (policy,) = html.fromstring(page).xpath("//meta[@http-equiv]/@content")
        assert policy == (
            f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
        )


def test_articles_that_share_nothing_say_so():
    page = comparison_to_html(Comparison((Article("a1", "Rain."), Article("a2", "Sun."))))
    assert "These articles share no passage." in page
    assert html.fromstring(page).xpath("//article/header//bdi/text()") == ["a1", "a2"]


def test_a_table_has_a_row_for_each_witness():
    tree = html.fromstring(alignment_to_html(collate(["ten new piers", "ten piers"])))
    cells = [[cell.text_content() for cell in row] for row in tree.xpath("//tr")]
    assert cells == [["A", "ten", "new", "piers"], ["B", "ten", "—", "piers"]]
    assert tree.xpath("//td[@class='differs']//text()") == ["new", "—"]


def test_words_that_have_moved_are_listed_below_the_table():
    texts = ["On Monday the minister opened it", "The minister opened it on Monday"]
    tree = html.fromstring(alignment_to_html(collate(texts)))
    (item,) = tree.xpath("//li")
    assert item.text_content() == "“On Monday” stands earlier in A, later in B"


def test_a_passage_has_its_table_where_one_is_given():
    comparison = hostile_comparison()
    table = collate([Witness("A", HOSTILE), Witness("B", HOSTILE[:8])])
    tree = assert_inert(comparison_to_html(comparison, {"c1": table}))
    (details,) = tree.xpath("//li[@id='c1']/details")
    assert [row[0].text_content() for row in details.xpath(".//tr")][:2] == ["A", "B"]
    assert not html.fromstring(comparison_to_html(comparison)).xpath("//details")


@settings(max_examples=20, deadline=None)
@given(st.lists(st.text(st.characters(), max_size=30), min_size=2, max_size=3))
def test_any_text_makes_a_page(texts):
    articles = tuple(Article(f"a{n}", text, headline=text) for n, text in enumerate(texts))
    tree = html.fromstring(comparison_to_html(Comparison(articles)))
    assert len(tree.xpath("//article")) == len(texts)
