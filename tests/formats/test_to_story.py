"""One small story in every format: golden files, and what a reader of them relies on.

After a wanted change, `WRITE_GOLDEN=1 pytest tests/formats/test_to_story.py` writes them anew;
read the difference before you commit it.
"""

import json
import os
import re
from pathlib import Path

import pytest
from lxml import etree, html

from workbench.comparison.collate import collate
from workbench.formats.to_html import alignment_to_html, comparison_to_html
from workbench.formats.to_json import to_json
from workbench.formats.to_tei import to_tei
from workbench.formats.to_text import alignment_to_text, comparison_to_text
from workbench.model import (
    Article,
    Cluster,
    Comparison,
    Flag,
    Kind,
    Passage,
    PassagePair,
    Reading,
    Reason,
    Span,
    Variant,
    VariantKind,
    Wording,
)

GOLDEN = Path(__file__).parent / "golden"

HARBOUR = Article(
    "a1",
    "The harbour of Port Elin opened in May.\n\n"
    "Minister Wei said: “We will build ten new piers before the spring.”\n"
    "Nobody <b>objected</b> & left.",
    outlet="Harbour Post",
    headline="Ten piers <by spring> & more",
    byline="Ada Writer",
    published="2024-02-21",
    url="https://harbour.example/piers?day=21&page=2",
    language="en",
    path="harbour.md",
)
LEDGER = Article(
    "a2",
    "We will build ten new quality piers before spring, the minister said.\n"
    "The harbour of Port Elin opened in May. It rained.",
    outlet="The Daily Ledger",
    published="2024-02-23T10:00:00Z",
    url="javascript:alert(1)",
)
WIRE = Article(
    "a3",
    "It was raining when the harbour of Port Elin opened in May.\n"
    "\u202eThe minister would build “ten new quality piers”. "
    "The harbour of Port Elin opened in May.",
    published="in spring",
)


def passage(article, words, *, last=False):
    start = article.text.rindex(words) if last else article.text.index(words)
    return Passage(article.id, Span(start, start + len(words)))


def reading(article, words, start=0):
    start = article.text.index(words) if words else start
    return Reading(Span(start, start + len(words)), words)


@pytest.fixture(scope="module")
def story():
    opened = "harbour of Port Elin opened in May"
    here, there = passage(HARBOUR, f"The {opened}"), passage(LEDGER, f"The {opened}")
    again = passage(WIRE, opened), passage(WIRE, f"The {opened}")
    piers = passage(HARBOUR, "We will build ten new piers before the spring")
    quality = passage(LEDGER, "We will build ten new quality piers before spring")
    quoted = passage(WIRE, "ten new quality piers")
    added = Variant(
        VariantKind.ADDITION, reading(HARBOUR, "", 78), reading(LEDGER, "quality"), (Flag.NAME,)
    )
    omitted = Variant(VariantKind.OMISSION, reading(HARBOUR, "the"), reading(LEDGER, "", 49))
    late = Variant(VariantKind.OMISSION, reading(WIRE, "quality"), reading(HARBOUR, "", 78))
    rain = passage(LEDGER, "It rained"), passage(WIRE, "It was raining")
    pairs = (
        PassagePair("p1", Kind.VERBATIM, 1.0, here, there, (), Reason(8, 0)),
        PassagePair("p2", Kind.VERBATIM, 1.0, here, again[0], (), Reason(7, 0)),
        PassagePair("p3", Kind.VERBATIM, 1.0, here, again[1], (), Reason(8, 0)),
        PassagePair("p4", Kind.EDITED, 0.8, piers, quality, (added, omitted), Reason(8, 2)),
        PassagePair("p5", Kind.EDITED, 0.9, quoted, piers, (late,), Reason(3, 1)),
        PassagePair("p6", Kind.REWORDED, 0.5, *rain, (), Reason(1, 3)),
    )
    inside = passage(HARBOUR, "in May.\n\nMinister Wei")
    clusters = (
        Cluster("c1", Kind.VERBATIM, (here, there, *again), ("p1", "p2", "p3"), here),
        Cluster("c2", Kind.EDITED, (piers, quality, quoted), ("p4", "p5"), piers),
        Cluster("c3", Kind.REWORDED, rain, ("p6",), None),
        Cluster("c4", Kind.VERBATIM, (inside, passage(WIRE, "in May")), (), rain[1]),
    )
    wording = (Wording("", "quality", (Flag.NAME,), ("p4", "p5")),)
    only = (passage(HARBOUR, "Nobody <b>objected</b> & left."),)
    return Comparison((HARBOUR, LEDGER, WIRE), pairs, clusters, wording, only)


@pytest.fixture(scope="module")
def alignment():
    return collate(
        [
            "The ten new piers will be led to the sea by spring, said the Minister & nobody else.",
            "The ten new quality piers are led to the sea before spring, the minister said.",
            "‘The ten piers’, led to the sea by spring; said the Minister.",
        ]
    )


def check(name, text):
    golden = GOLDEN / name
    if os.environ.get("WRITE_GOLDEN"):
        golden.write_text(text, encoding="utf-8", newline="\n")
    assert text == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "export"),
    [
        ("comparison.json", lambda story: to_json(story.as_dict())),
        ("comparison.html", comparison_to_html),
        ("comparison.txt", comparison_to_text),
    ],
)
def test_comparison_is_written_as_before(story, name, export):
    check(name, export(story))


@pytest.mark.parametrize(
    ("name", "export"),
    [
        ("alignment.json", lambda alignment: to_json(alignment.as_dict())),
        ("alignment.html", alignment_to_html),
        ("alignment.txt", alignment_to_text),
        ("alignment.xml", to_tei),
    ],
)
def test_alignment_is_written_as_before(alignment, name, export):
    check(name, export(alignment))


def test_json_has_the_keys_of_the_contract_and_no_others(story):
    parsed = json.loads(to_json(story.as_dict()))
    assert parsed == story.as_dict()
    assert list(parsed) == [
        "format", "version", "articles", "pairs", "clusters",
        "quotations", "mentions", "wording", "terms", "only_here", "boilerplate",
    ]  # fmt: skip
    assert (parsed["format"], parsed["version"]) == ("crossread-comparison", 1)
    place = {"article", "start", "end"}
    expected = {
        "articles": {
            "id", "path", "outlet", "headline", "published", "language", "length", "sha256",
        },
        "pairs": {"id", "kind", "similarity", "a", "b", "variants", "reason"},
        "clusters": {"id", "kind", "passages", "earliest", "speaker"},
        "wording": {"a", "b", "count", "flags", "pairs"},
        "only_here": place,
    }  # fmt: skip
    for name, keys in expected.items():
        assert {frozenset(member) for member in parsed[name]} == {frozenset(keys)}
    pair = parsed["pairs"][3]
    assert set(pair["a"]) == set(pair["b"]) == place
    assert set(pair["variants"][0]) == {"kind", "flags", "a", "b"}
    assert set(pair["variants"][0]["b"]) == {"start", "end", "text"}
    assert set(parsed["clusters"][0]["earliest"]) == place
    assert parsed["clusters"][2]["earliest"] is None


def test_page_shows_every_word_of_every_article(story):
    page = html.fromstring(comparison_to_html(story))
    for one, article in zip(page.findall(".//article"), story.articles, strict=True):
        for number in one.xpath(".//sup"):
            number.text, tail = "", number.tail or ""
            number.clear()
            number.tail = tail
        shown = "".join(paragraph.text_content() for paragraph in one.xpath("./p"))
        assert shown == re.sub("\n+", "", article.text)


def test_page_links_every_passage_to_its_place_and_back(story):
    page = html.fromstring(comparison_to_html(story))
    names = page.xpath("//@id")
    assert len(names) == len(set(names))
    links = [link for link in page.xpath("//a/@href") if link.startswith("#")]
    assert {link[1:] for link in links} <= set(names)
    passages = [name for name in names if re.fullmatch(r"p\d+-.*", name)]
    assert len(passages) == sum(len(cluster.passages) for cluster in story.clusters)
    assert {f"#{name}" for name in passages} <= set(links)
    ends = page.xpath("//sup/a/@href")
    assert len(ends) == len(passages)


def test_page_marks_overlapping_passages_one_inside_the_other(story):
    page = html.fromstring(comparison_to_html(story))
    (inner,) = page.xpath("//article[1]//mark/mark")
    assert inner.text_content() == "in May"
    assert "hue1" in inner.getparent().get("class")
    assert "hue4" in inner.get("class")


def test_page_holds_nothing_that_acts(story):
    page = html.fromstring(comparison_to_html(story))
    assert not page.xpath("//script | //img | //link | //iframe | //@style | //@onclick")
    assert page.xpath("//article//a[not(starts-with(@href, '#'))]/@href") == [HARBOUR.url]
    assert "Ten piers <by spring> & more" in page.xpath("//h2/text()")
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none'; style-src 'sha256-")


def test_apparatus_gives_back_every_witness(alignment):
    root = etree.fromstring(to_tei(alignment).encode("utf-8"))
    name = {"tei": "http://www.tei-c.org/ns/1.0"}
    sigla = root.xpath("//tei:witness/@xml:id", namespaces=name)
    (paragraph,) = root.xpath("//tei:body/tei:p", namespaces=name)
    for siglum, witness in zip(sigla, alignment.witnesses, strict=True):
        parts = [paragraph.text or ""]
        for apparatus in paragraph:
            readings = [one for one in apparatus if f"#{siglum}" in one.get("wit").split()]
            assert len(readings) == 1
            parts += [readings[0].text or "", apparatus.tail or ""]
        assert "".join(parts) == witness.text
