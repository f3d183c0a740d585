"""Laws of reading: no bytes raise, and text comes back as it was."""

import tempfile
import warnings
from pathlib import Path

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from workbench.formats.decoding import unify_line_ends
from workbench.formats.readers import read_file
from workbench.formats.suffixes import READABLE_SUFFIXES
from workbench.model.reading import FileReading

HEADS = [
    *(b"", b"%PDF-1.7\n", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"<!DOCTYPE html>"),
    *(b"{\\rtf1 ", b"<ppsArticleResponse>", b"MIME-Version: 1.0\nSubject: x\n", b"PK\x05\x06"),
    *(b"<html><body>", b"---\n", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\x89PNG\r\n\x1a\n"),
]
MANY = {"nexis", "factiva", "europresse", "proquest", "zip", "feed", "mbox", "warc", "jsonl"}
MANY |= {"csv", "xlsx", "epub"}  # what holds more than one article
SUFFIXES = st.sampled_from([*READABLE_SUFFIXES, "", ".doc", ".png", ".TXT"])
# Everything but line ends (their own test), control characters (binary) and surrogates (no text).
CHARACTERS = st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\u2028\u2029\ufeff")
WORDS = st.sampled_from(
    ["the", "ferry", "left", "harbour", "on", "Tuesday,", "said", "two", "dogs.", "bread", "1.4"]
)
MARKED = st.sampled_from(["“no”", "it’s", "–", "café", "naïve", "€", "…", "Müller", "‘so’"])
LAW = settings(deadline=None)  # whoever reads first imports the readers

SOUP = st.sampled_from(
    [
        *("<p>", "</p>", "<div class='content'>", "</div>", "<li>", "<form>", "<html>", "<head>"),
        *("<body>", "</body>", "<link hidden>", "<ins style='display:none'>", "<article>", "<svg>"),
        *("<table>", "<td>", "<ol class='article-body'>", "<time datetime='2024-03-06'>", "<q>"),
        *("<meta name='author' content='A'>", "<script>", "</script>", "<!-- c -->", "<?pi x?>"),
        *("&#1;", "&#xD800;", "&#65534;", "&nbsp;", "\x0c", "<", "</", "<![CDATA[x]]>", "&"),
        *("The ferry left the old harbour on Tuesday with a band. ", "It floats. " * 20),
    ]
)


def reading_of(data: bytes, suffix: str) -> FileReading:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"file{suffix}"
        path.write_bytes(data)
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            reading = read_file(path)
        assert [child.name for child in Path(folder).iterdir()] == [path.name]
    given = len(reading.articles) + len(reading.skipped)
    assert given >= 1 if reading.reader in MANY else given == 1
    assert all(article.text.strip() for article in reading.articles)
    assert all("\r" not in article.text for article in reading.articles)
    return reading


@LAW
@given(st.sampled_from(HEADS), st.binary(max_size=400), SUFFIXES)
@example(b"---\n", b"a: &a [*a, *a]\ntitle: x\n---\nx", ".md")
@example(b"", b"date: " + b"[" * 3_000, ".txt")
def test_any_bytes_under_any_name_give_a_reading(head, data, suffix):
    reading_of(head + data, suffix)


@LAW
@given(st.lists(SOUP, max_size=40))
@example(["<article>", "<li>", "<!-- c -->", "It floats. " * 9, "<q>", "It floats. " * 9])
@example(["<p>", "It floats. ", "</p>", "<form>", "\x0c", "<html>", "<link hidden>", "It left."])
def test_any_markup_gives_a_reading(pieces):
    reading_of("".join(pieces).encode(), ".html")


@LAW
@given(
    st.text(CHARACTERS, min_size=1, max_size=200),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]),
)
def test_text_comes_back_in_every_unicode_encoding(text, encoding):
    assume(text.strip() and not text.lstrip().lower().startswith(("%pdf", "<", "{\\rtf", "%!ps")))
    (article,) = reading_of(text.encode(encoding), ".txt").articles
    assert article.text == text


@LAW
@given(st.lists(WORDS, min_size=30), st.lists(MARKED, max_size=4), st.sampled_from(["\n", "\r\n"]))
def test_prose_comes_back_in_windows_1252(words, marked, end):
    text = " ".join([*words[:15], *marked, *words[15:]]) + end
    (article,) = reading_of(text.encode("cp1252"), ".txt").articles
    assert article.text == text.replace("\r\n", "\n")


@LAW
@given(st.text(st.sampled_from("ab \r\n\x85\u2028\u2029\x0b\x0c")))
def test_unified_line_ends_stay_and_take_nothing_away(text):
    unified = unify_line_ends(text)
    assert unify_line_ends(unified) == unified
    *lines, last = (text + "|").splitlines()
    assert unified.split("\n") == [*lines, last[:-1]]
