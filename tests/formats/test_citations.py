"""Citations: golden files of the four styles, and what no style may do to what is known."""

import os
from pathlib import Path

import pytest

from workbench.formats.blocks import Run, Style
from workbench.formats.citations import FIRST_WORDS, PORTION, citations
from workbench.model import Article, Cancelled, CitationStyle

GOLDEN = Path(__file__).parent / "golden"


def article(id_, headline="Pier goes", outlet="Harbour Post", **known):
    return Article(id_, "The pier goes.", outlet, headline, **({"language": "en"} | known))


ARTICLES = (
    article(
        "whole", "Old pier goes: 100% of it, at last", byline="By Mara Lind and Zhong Nan",
        published="2024-03-02T06:30:00+01:00", url="https://example.org/pier_1?a=b&c=d#e",
        section="City", page="A3", retrieved="2024-04-01",
    ),
    article("unsigned", published="2024-03-02", url="https://example.org/pier"),
    article("organisation", byline="Sea News Agency", published="2024-03-02"),
    article("same year", "Gulls win", byline="Mary Jones", published="2024-01-02"),
    article("same year again", "Gulls lose", byline="Mary Jones", published="2024-05-02"),
    article("same in all", "Gulls lose", byline="Mary Jones", published="2024-05-02"),
    article(
        "many authors", published="2024-03-02",
        byline="Mary Jones, John Reed, Anna Smith, Paul Brown and Peter White",
    ),
    article("month", "Gulls win", published="2024-03", byline="Anna Smith"),
    article("year", "Gulls draw", published="1999", byline="Anna Smith"),
    article("no date", byline="Anna Smith"),
    article("no such day", published="2024-02-31", byline="Paul Brown"),
    article("no outlet", "Gulls in March", "", published="2024-03-02", byline="Paul Brown"),
    article("no headline", "", published="2024-03-02", byline="Paul Brown"),
    article("headline alone", "Gulls asked: who wins?", ""),
    Article("nothing", ""),
    article(
        "Chinese", "旧码头要拆", "海港报", byline="钟楠", published="2024-03-02", language="zh-CN"
    ),
    article(
        "Arabic", "رصيف قديم يختفي", "بريد الميناء", byline="مريم حداد", published="2024-03-02",
        language="ar",
    ),
    article(
        "German", "die alte brücke fällt", "hafenpost", byline="Von Hans Müller",
        published="2024-03-02", language="de",
    ),
    article(
        "hostile", "<script>alert(1)</script> #panic() $x$ {y} \\z *b* _i_ @a", "Post $1$ {2} <b>",
        byline="=HYPERLINK(1) #x; {Y} $z$", published="2024", page="$4 <i>", language="klingon",
        url="javascript:alert(1)",
    ),
    article(
        "long", "Gulls " * 60, "Post " * 20, byline="; ".join(["Anna Smith"] * 30),
        published="2024-03-02", url="https://example.org/" + "long/" * 60,
    ),
)  # fmt: skip


def words(runs):
    """Return a citation as a line: _emphasised_, and addresses in <>."""
    shown = {Style.EMPHASIS: "_{}_", Style.PLAIN: "{}"}
    return "".join(
        f"<{run.text}>" if run.link else shown[run.style].format(run.text) for run in runs
    )


@pytest.fixture(scope="module")
def cited():
    return {style: citations(ARTICLES, style) for style in CitationStyle}


@pytest.mark.parametrize("style", CitationStyle)
def test_a_golden_file(cited, style):
    text = "".join(f"{id_}: {words(runs)}\n" for id_, runs in cited[style].items())
    path = GOLDEN / f"citations.{style}.txt"
    if os.environ.get("WRITE_GOLDEN"):
        path.write_bytes(text.encode())
    assert text.encode() == path.read_bytes()


@pytest.mark.parametrize("style", CitationStyle)
def test_every_article_is_cited_in_its_turn(cited, style):
    assert list(cited[style]) == [each.id for each in ARTICLES]
    assert all(run.text for runs in cited[style].values() for run in runs)


@pytest.mark.parametrize("style", CitationStyle)
def test_links_are_addresses_of_the_web(cited, style):
    links = {run.link for runs in cited[style].values() for run in runs if run.link}
    assert "https://example.org/pier" in links
    assert all(link.startswith("https://example.org/") for link in links)
    assert "javascript:alert(1)" in words(cited[style]["hostile"])


def test_equal_articles_are_told_apart_by_letters_also_among_many():
    others = [
        article(f"o{n}", f"Pier {n}", byline=f"Mary {chr(65 + n % 26)}inter", published="2023")
        for n in range(PORTION + 30)
    ]
    pair = [article(id_, byline="Mary Jones", published="2024-01-02") for id_ in ("x", "y")]
    told = []
    found = citations([pair[0], *others, pair[1]], CitationStyle.APA, lambda *at: told.append(at))
    assert sorted(words(found[id_])[:18] for id_ in ("x", "y")) == [
        "Jones, M. (2024a, ",
        "Jones, M. (2024b, ",
    ]
    assert told[0] == (0, PORTION + 32)
    assert len(told) > 1


def test_an_author_is_named_each_time():
    articles = [
        article(id_, headline, byline="Mary Jones", url=url)
        for id_, headline, url in (
            *(("a", "Who wins?", ""), ("b", "Gulls win", "")),
            ("c", "Gulls go", "https://example.org/c"),
        )
    ]
    articles.append(article("d", "Gulls alone", "", byline="Mary Jones"))
    found = citations(articles, CitationStyle.MLA)
    assert [words(found[id_]) for id_ in "abcd"] == [
        "Jones, Mary. “Who Wins?” _Harbour Post._",
        "Jones, Mary. “Gulls Win.” _Harbour Post._",
        "Jones, Mary. “Gulls Go.” _Harbour Post_, <https://example.org/c>.",
        "Jones, Mary. “Gulls Alone.”",
    ]


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://example.org", "<https://example.org/>"),
        ("http://example.org:8080/a", "<http://example.org:8080/a>"),
        ("https://example.org/a b", "<https://example.org/ab>"),
        ("www.example.org", "www.example.org"),
        ("https://exa_mple/", "https://exa_mple/"),
        ("https://1.2.3.999/", "https://1.2.3.999/"),
        ("https://xn--a.com/", "https://xn--a.com/"),
        ("http://[::bad/", "http://[::bad/"),
        ("https://example.org:99999/", "https://example.org:99999/"),
    ],
)
def test_what_is_no_address_follows_as_it_is(url, shown):
    found = citations([article("a", byline="Mary Jones", url=url)], CitationStyle.APA)
    assert words(found["a"]).endswith(f" {shown}")


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("The pier\n goes.", "[The pier goes]"),
        ("pier " * 40, f"[{('pier ' * 12).strip()} …]"),
        ("港" * 90, f"[{'港' * FIRST_WORDS} …]"),
        ("\x00", "[\ufffd]"),
        ("\n", "[a]"),
    ],
)
def test_first_words_stand_for_a_headline(text, headline):
    (runs,) = citations([Article("a", text, "Post")], CitationStyle.APA).values()
    assert runs[0].text.startswith(headline)


def test_nothing_is_cited_of_nothing():
    assert citations([], CitationStyle.APA) == {}


def test_citing_stops_where_it_is_told_to():
    def stop(_done, _total):
        raise Cancelled

    with pytest.raises(Cancelled):
        citations(ARTICLES, CitationStyle.APA, stop)


def test_an_outlet_that_stands_for_the_author_is_set_like_an_outlet():
    (runs,) = citations([article("a", published="2024-03-02")], CitationStyle.CHICAGO).values()
    assert runs == (Run("Harbour Post", Style.EMPHASIS), Run(". 2024. “Pier Goes.” March 2."))
