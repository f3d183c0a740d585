"""What the entries of feeds say, and what they do not."""

from pathlib import Path

import pytest

from workbench.formats.from_feed import is_feed, read_feed
from workbench.formats.readers import read_file
from workbench.model.errors import FileError, FileProblem
from workbench.model.progress import silent

FEEDS = Path(__file__).parent / "data" / "feeds"


def test_rss():
    reading = read_file(FEEDS / "harbour.rss")
    assert (reading.reader, reading.announced) == ("feed", None)
    ferry, bread = reading.articles
    assert ferry.text == "The ferry left the old pier.\n\nNobody waved,\nsaid the mayor."
    assert (ferry.headline, ferry.outlet) == ("Ferry & quay reopen", "The Morning Lamp")
    assert (ferry.byline, ferry.language) == ("Ada Quill", "en-GB")
    assert ferry.published == "2024-03-01T09:20:00+01:00"
    assert ferry.url == "https://lamp.example/ferry"
    assert (bread.text, bread.headline, bread.outlet) == ("Bread was dear.", "Bread", "The Oven")
    assert (bread.byline, bread.url) == ("Bo Baker", "https://lamp.example/bread")


def test_an_entry_without_text_is_named():
    (error,) = read_file(FEEDS / "harbour.rss").skipped
    assert (error.problem, error.place) == (FileProblem.NO_TEXT, 3)
    assert (error.headline, error.raw[:12]) == ("Nothing told", "Nothing told")


def test_atom():
    ferry, elsewhere = read_file(FEEDS / "harbour.atom").articles
    assert ferry.text == "Sie fuhr am Freitag.\n\nNiemand winkte."
    assert (ferry.headline, ferry.outlet) == ("Die Fähre fährt", "Hafenblatt")
    assert (ferry.byline, ferry.language) == ("Ada Quill", "de")
    assert (ferry.published, ferry.url) == ("2024-03-01T09:20:00+00:00", "https://hafen.example/f")
    assert (elsewhere.text, elsewhere.outlet) == ("Bread was dear.", "The Oven")
    assert (elsewhere.language, elsewhere.published, elsewhere.url) == ("en", "2024-03-02", "")


def test_the_first_rss_keeps_its_items_beside_the_channel():
    data = (
        b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
        b' xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        b"<channel><title>Lamp</title><dc:language>en</dc:language></channel>"
        b"<item><title>Ferry</title><description>It left.</description>"
        b"<dc:date>2024-03-01</dc:date></item></rdf:RDF>"
    )
    (article,) = read_feed(Path("x"), data, silent).articles
    assert (article.outlet, article.headline, article.text) == ("Lamp", "Ferry", "It left.")
    assert (article.published, article.language) == ("2024-03-01", "en")


@pytest.mark.parametrize(
    ("head", "is_one"),
    [
        (b'<?xml version="1.0"?>\n<!-- x -->\n<rss version="2.0">', True),
        (b"<atom:feed>", True),
        (b"\xef\xbb\xbf<rdf:RDF>", True),
        (b"<!DOCTYPE rss><rss>", True),
        (b"<feedback>", False),
        (b"<html><body>&lt;rss", False),
        (b"It left. <rss>", False),
    ],
)
def test_a_feed_is_known_by_its_first_element(head, is_one):
    assert is_feed(head) is is_one


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b'<!DOCTYPE rss [<!ENTITY a "b">]><rss>&a;</rss>', FileProblem.UNREADABLE),
        ('<!DOCTYPE rss [<!ENTITY a "b">]><rss/>'.encode("utf-16"), FileProblem.UNREADABLE),
        (b"<rss><channel>", FileProblem.DAMAGED),
        (b"<rss>" + b"<a>" * 300 + b"</a>" * 300 + b"</rss>", FileProblem.TOO_LARGE),
    ],
)
def test_feeds_that_are_refused(data, problem):
    with pytest.raises(FileError) as caught:
        read_feed(Path("x"), data, silent)
    assert caught.value.problem is problem
