import json
from pathlib import Path

import pytest

from workbench.formats.from_html import read_html
from workbench.formats.page_publication import MAX_CANDIDATES, MAX_LINKED_OBJECTS
from workbench.formats.publication import Publication

PAGES = Path(__file__).parent / "data" / "pages"


def told(article):
    return Publication(
        article.outlet,
        article.headline,
        article.byline,
        article.published,
        article.url,
        article.language,
    )


def read(head="", body="", lang=""):
    page = f"<!doctype html><html{lang}><head>{head}</head><body>{body}<p>Text.</p></body></html>"
    return told(read_html(Path("a.html"), page.encode()))


def linked(**values):
    data = json.dumps({"@type": "NewsArticle"} | values)
    return f'<script type="application/ld+json">{data}</script>'


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "full_layout",
            Publication(
                "Meridian Wire",
                "Ferry returns to the old harbour after nine years",
                "Paul Renner",
                "2024-05-14T07:30:00+02:00",
                "https://meridianwire.example.com/harbour/ferry-returns",
                "en-GB",
            ),
        ),
        (
            "json_ld",
            Publication(
                "Harbour Post",
                "Council buys the mill & keeps the wheel",
                "Tomas Okonjo, Ida Feld",
                "2024-04-02T18:05:00+00:00",
                "https://www.harbourpost.example.org/stories/council-buys-the-mill",
                "en",
            ),
        ),
        (
            "meta_only",
            Publication(
                "Talbote", "Alte Brücke bleibt gesperrt", "Jutta Weiß", "2024-03-06", "", "de"
            ),
        ),
        (
            "saved_by_browser",
            Publication(
                "Review Weekly",
                "The library that never closes",
                "Adrian Feld",
                "2024-05-17",
                "https://reviewweekly.example.com/issues/2024-20/the-library",
                "en",
            ),
        ),
        (
            "logo_heading",
            Publication(
                "Harbour Post",
                "Bees move into the town hall",
                "Ines Calloway",
                "2024-06-03T06:00:00+00:00",
                "",
                "en-GB",
            ),
        ),
        ("nothing_told", Publication()),
        ("gb2312", Publication(headline="春季书市在老城广场开幕", language="zh-CN")),
    ],
)
def test_pages_tell_their_publication(name, expected):
    path = PAGES / f"{name}.html"
    assert told(read_html(path, path.read_bytes())) == expected


@pytest.mark.parametrize(
    ("values", "field", "expected"),
    [
        ({"author": "By the desk"}, "byline", "By the desk"),
        ({"author": {"name": "Ida Feld"}}, "byline", "Ida Feld"),
        ({"author": [{"name": "Ida Feld"}, "Ida Feld", ["x"], 3]}, "byline", "Ida Feld"),
        ({"author": {"name": 3}, "creator": "x"}, "byline", ""),
        ({"creator": ["Ida Feld"]}, "byline", "Ida Feld"),
        ({"author": "https://example.com/staff/feld"}, "byline", ""),
        ({"author": "@idafeld"}, "byline", ""),
        ({"publisher": {"@id": "#org", "name": "Wire"}}, "outlet", "Wire"),
        ({"headline": "Bread &amp; butter"}, "headline", "Bread & butter"),
        ({"dateCreated": "2024-03-06"}, "published", "2024-03-06"),
        ({"datePublished": "yesterday"}, "published", ""),
        ({"mainEntityOfPage": {"@id": "https://example.com/a"}}, "url", "https://example.com/a"),
        ({"url": "/a"}, "url", ""),
        ({"inLanguage": {"name": "fr", "@type": "Language"}}, "language", "fr"),
    ],
)
def test_linked_data_in_all_its_shapes(values, field, expected):
    assert getattr(read(linked(**values)), field) == expected


@pytest.mark.parametrize(
    ("data", "headline"),
    [
        ('{"@graph": [{"@type": "WebPage"}, {"@type": ["Report", "x"], "headline": "H"}]}', "H"),
        ('{"@type": "WebPage", "mainEntity": {"@type": "BlogPosting", "headline": "H"}}', "H"),
        ('[{"@type": "Article", "headline": "H"}, {"@type": "Article", "headline": "I"}]', "H"),
        ('{"@type": "Recipe", "headline": "H"}', ""),
        ('{"@type": "Article", "headline": "H"', ""),
        ("[[3, null]]", ""),
        ("[" * 3_000 + '{"@type": "Article", "headline": "H"}' + "]" * 3_000, ""),
        ("", ""),
        ("[" + "{}," * MAX_LINKED_OBJECTS + '{"@type": "Article", "headline": "H"}]', ""),
        ('{"@type": "Article", "headline": "two\nlines"}', "two lines"),
    ],
    ids=lambda value: value[:30],
)
def test_the_article_is_found_among_linked_data(data, headline):
    assert read(f'<script type="application/ld+json">{data}</script>').headline == headline


@pytest.mark.parametrize(
    ("head", "field", "expected"),
    [
        ('<meta property="og:site_name" content="Wire">', "outlet", "Wire"),
        ('<meta name="DC.Publisher" content=" Wire ">', "outlet", "Wire"),
        ('<meta name="author" content="A">\n<meta name="author" content="B">', "byline", "A, B"),
        ('<meta name="author" content="www.example.com 12345">', "byline", ""),
        ('<meta name="author">', "byline", ""),
        ('<meta name="date" content="06/03/2024">', "published", ""),
        ('<meta name="date" content="06.03.2024">', "published", "2024-03-06"),
        ('<link rel="canonical" href="https://example.com/a">', "url", "https://example.com/a"),
        ('<link rel="canonical" href="/a">', "url", ""),
        ('<meta property="og:url" content="http://example.com/a">', "url", "http://example.com/a"),
        ('<meta http-equiv="Content-Language" content="fr">', "language", "fr"),
        ("<title>A ferry returns</title>", "headline", "A ferry returns"),
        ("<title>" + "long " * 60 + "</title>", "headline", ""),
    ],
)
def test_meta_elements(head, field, expected):
    assert getattr(read(head), field) == expected


def test_the_root_says_the_language_before_its_parts():
    assert read(linked(inLanguage="de"), lang=" lang='fr'").language == "fr"
    assert read(linked(inLanguage="de"), lang=" lang='the local one'").language == "de"


def test_the_language_decides_how_a_date_is_read():
    head = '<meta name="date" content="06/03/2024">'
    assert read(head, lang=" lang='en-GB'").published == "2024-03-06"
    assert read(head, lang=" lang='en-US'").published == "2024-06-03"


@pytest.mark.parametrize(
    ("body", "field", "expected"),
    [
        ('<p class="story byline">By Ida Feld</p>', "byline", "Ida Feld"),
        ('<a rel="nofollow author">Ida Feld</a>', "byline", "Ida Feld"),
        ('<p class="byline">' + "x" * 130 + "</p>", "byline", ""),
        ('<aside><p class="byline">Somebody</p></aside>', "byline", ""),
        ('<time datetime="2024-03-06">then</time>', "published", "2024-03-06"),
        ("<time>March 6, 2024</time>", "published", "2024-03-06"),
        ('<nav><time datetime="2020-01-01">then</time></nav>', "published", ""),
        ('<time>soon</time><time pubdate datetime="2024-03-06">', "published", "2024-03-06"),
    ],
)
def test_marks_in_the_page(body, field, expected):
    assert getattr(read(body=body), field) == expected


@pytest.mark.parametrize(
    ("title", "body", "outlet", "headline"),
    [
        ("A ferry returns | Wire", "<h1>A ferry returns</h1>", "Wire", "A ferry returns"),
        ("A ferry returns - World - Wire", "<h1>A ferry returns</h1>", "Wire", "A ferry returns"),
        ("A ferry returns | Wire", "", "", "A ferry returns | Wire"),
        ("A ferry returns | Wire", "<h1>Wire</h1>", "", "A ferry returns | Wire"),
        ("A ferry returns | Wire", "<h1>A</h1><h1>B</h1>", "", "A"),
        ("A-ferry returns", "<h1>A</h1>", "", "A"),
    ],
)
def test_the_outlet_in_the_title(title, body, outlet, headline):
    seen = read(f"<title>{title}</title>", body)
    assert (seen.outlet, seen.headline) == (outlet, headline)


def test_the_known_outlet_is_taken_off_the_headline():
    head = '<meta property="og:site_name" content="Wire"><meta property="og:title" content="{}">'
    assert read(head.format("A ferry returns | Wire")).headline == "A ferry returns"
    assert read(head.format("A ferry on the Wire")).headline == "A ferry on the Wire"


def test_a_headline_with_its_site_is_cut_to_the_heading():
    head = '<meta property="og:title" content="A ferry returns | World | Wire">'
    assert read(head, "<h1>A ferry returns</h1>").headline == "A ferry returns"


@pytest.mark.parametrize(
    ("others", "published"), [(MAX_CANDIDATES - 2, "2024-03-01"), (MAX_CANDIDATES, "")]
)
def test_no_more_than_so_many_different_marks_are_looked_at(others, published):
    marks = "".join(f"<time>at {n} o'clock</time>" * 3 for n in range(others))
    assert read(body=f"{marks}<time>2024-03-01</time>").published == published
