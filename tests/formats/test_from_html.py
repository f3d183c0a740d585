from pathlib import Path

import pytest

from workbench.formats import from_html
from workbench.formats.from_html import _divided, is_html, read_html
from workbench.model.errors import FileError, FileProblem

PAGES = sorted((Path(__file__).parent / "data" / "pages").glob("*.html"))
PATH = Path("a.html")
P = "The council met in the old school and talked for three hours about bridge number {}."


def read(body, head=""):
    page = f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"
    return read_html(PATH, page.encode())


def paragraphs(*numbers):
    return "".join(f"<p>{P.format(number)}</p>" for number in numbers)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_article_of_a_page_is_what_a_reader_would_copy(page):
    text = read_html(page, page.read_bytes()).text
    assert text + "\n" == page.with_suffix(".txt").read_text(encoding="utf-8")


def test_reading_twice_gives_the_same():
    page = next(page for page in PAGES if page.stem == "full_layout")
    assert len({read_html(page, page.read_bytes()) for _ in range(3)}) == 1


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<article><p>It rained.</p></article>", ["It rained."]),
        (paragraphs(0) + "<p>No.</p>" + paragraphs(1) + "<p>No.</p>" + paragraphs(1), None),
        (paragraphs(0) + '<p><a href="/x">Read the whole letter</a></p>' + paragraphs(1), None),
        (paragraphs(0) + "<p><b>Why?</b></p><p>Because.</p>" + paragraphs(1), None),
        ("".join(f"<section><h2>Part {i}</h2>{paragraphs(i, 9)}</section>" for i in "ab"), None),
        (paragraphs(0) + "<blockquote><p>One.</p><p>Two.</p></blockquote>" + paragraphs(1), None),
        (paragraphs(0) + "<ul><li>One</li><li>Two</li></ul>" + paragraphs(1), None),
        ("".join(f"<div>{P.format(i)}</div>" for i in range(5)), None),
    ],
)
@pytest.mark.parametrize("around", ["<article>{}</article>", "<div class='content'>{}</div>"])
def test_no_paragraph_is_lost_or_doubled(body, expected, around):
    if expected is None:
        marked = body.replace("</", "\n</").replace("\n</a", "</a").replace("\n</b>", "</b>")
        lines = "".join(c if c != "<" else "\0<" for c in marked).split("\0")
        stripped = "".join(line.partition(">")[2] if line[:1] == "<" else line for line in lines)
        expected = [line for line in stripped.split("\n") if line]
    assert read(around.format(body)).text.split("\n\n") == expected


@pytest.mark.parametrize(
    ("inline", "text"),
    [
        (
            "a <em>new</em> <a href='x'>bridge</a>, <b>not</b> old",
            "a new bridge, not old",
        ),
        ("one<br>two", "one\ntwo"),
        ("one&#1;two&#12;three\x0cfour\ufffefive", "one two three four five"),
        ("one\n  two\tthree", "one two three"),
        ("&ldquo;one&rdquo; &amp; &#8212; two", "“one” & — two"),
        ("one<!-- hidden -->two<?php hidden ?> three", "onetwo three"),
        ("one <span style='color:red; display : none'>hidden</span>two", "one two"),
        ("one <span hidden>hidden</span>two", "one two"),
        ("one <script hidden>hidden</script><svg><text>hidden</text></svg>two", "one two"),
    ],
)
def test_inline_markup(inline, text):
    read_text = read(f"<article>{paragraphs(0)}<p>{inline}</p>{paragraphs(1)}</article>").text
    assert read_text == f"{P.format(0)}\n\n{text}\n\n{P.format(1)}"


def test_a_page_without_an_article_is_read_plainly(monkeypatch):
    monkeypatch.setattr(from_html, "MAX_ARTICLE_ELEMENTS", 3)
    body = "<nav>Menu</nav><p>One.</p><div>Two <b>and</b><p>three.</p></div><footer>End</footer>"
    assert read(body).text == "One.\n\nTwo and\n\nthree."


def test_a_short_article_keeps_its_paragraphs_among_others():
    body = "<nav><p>One</p></nav><article><p>One.</p><p>No: one, two.</p><p>Two.</p></article>"
    assert read(body).text == "One.\n\nNo: one, two.\n\nTwo."


def test_what_cannot_be_divided_stays_in_one_piece():
    assert _divided("One. Two.", iter(["One.", "Other."])) == ["One. Two."]
    assert _divided("One. Two.", iter(["On", "One.", "Two."])) == ["One. Two."]


def test_the_headline_is_not_repeated_in_the_text():
    head = "<title>Bridge closed</title>"
    body = f"<p>Home</p><h1>Bridge closed</h1>{paragraphs(0, 1)}"
    assert read(f"<article>{body}</article>", head).text == f"{P.format(0)}\n\n{P.format(1)}"


def test_a_headline_far_down_is_text():
    head = "<title>Bridge closed</title>"
    body = f"{paragraphs(0, 1)}<h1>Bridge closed</h1><p>Soon.</p>"
    text = read(f"<article>{body}</article>", head).text
    assert text.startswith(P.format(0))
    assert text.endswith("Bridge closed\n\nSoon.")


@pytest.mark.parametrize(
    "page",
    [
        "<ul>" + "<li><a href=x>far too many links</a>" * 3_000,
        "<p " + 'a="1" ' * 100_000 + ">many attributes</p>",
        '<script type="application/ld+json">' + "[" * 100_000 + "</script>text",
        '<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><p>&b;&b;&b;</p>',
    ],
    ids=lambda page: page[:20],
)
def test_pages_made_to_hurt_are_bounded(page):
    assert len(read_html(PATH, page.encode()).text) < 20 * 20_000 + 100


@pytest.mark.parametrize("mark", ["<div>", "<b>", "<table><tr><td>"])
def test_a_page_too_deep_to_be_read_whole_is_refused(mark):
    with pytest.raises(FileError) as caught:
        read_html(PATH, (mark * 5_000 + "deep").encode())
    assert (caught.value.problem, caught.value.detail) == (FileProblem.TOO_LARGE, "2048 levels")


def test_the_day_of_saving_is_told():
    saved = read("<p>It left.</p><!-- Page saved with SingleFile saved date: Fri Mar 01 2024 -->")
    assert saved.retrieved == "2024-03-01"


def test_an_external_entity_is_not_read(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("secret words")
    page = f'<!DOCTYPE html [<!ENTITY x SYSTEM "{secret.as_uri()}">]><html><body><p>a &x; b</p>'
    assert "secret words" not in read_html(PATH, page.encode()).text


def test_a_page_that_hides_itself_is_still_a_page():
    assert read_html(PATH, b"<html hidden><body hidden><p>One.</p></body>").text == "One."


def test_binary_is_no_page():
    with pytest.raises(FileError) as caught:
        read_html(PATH, b"<html>\x00\x01")
    assert caught.value.problem is FileProblem.UNKNOWN


@pytest.mark.parametrize("data", [b"", b"  ", b"<!-- only this -->", b"<html></html>"])
def test_an_empty_page_has_no_text(data):
    assert read_html(PATH, data).text == ""


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (b"<!DOCTYPE html>", True),
        (b"\xef\xbb\xbf\n <html lang=en>", True),
        (b'<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "">', True),
        (b"<!-- saved from url=(0001)x -->\n<html>", True),
        ("<html>".encode("utf-16"), True),
        (b"Write <html> at the start", False),
        (b"<htmlish>", False),
        (b"<p>a fragment</p>", False),
        (b"<?xml version='1.0'?><rss>", False),
    ],
)
def test_a_page_is_known_by_how_it_begins(head, expected):
    assert is_html(head) is expected
