import pytest

from workbench.formats.front_matter import MAX_FRONT_MATTER_CHARACTERS, split_front_matter
from workbench.formats.publication import Publication

BODY = "The ferry left.\n\nIt came back.\n"


def test_all_fields_are_read():
    block = (
        "---\noutlet: Meridian Wire\nheadline: 'A ferry: again'\nbyline: Paul Renner\n"
        "date: 2024-03-06\naddress: https://example.com/a\nlanguage: en_GB\n---\n\n"
    )
    told = Publication(
        outlet="Meridian Wire",
        headline="A ferry: again",
        byline="Paul Renner",
        published="2024-03-06",
        url="https://example.com/a",
        language="en-GB",
    )
    assert split_front_matter(block + BODY) == (told, BODY)


@pytest.mark.parametrize("key", ["outlet", "SOURCE", "Publication", "newspaper", "site"])
def test_outlet_goes_by_several_names_in_any_case(key):
    assert split_front_matter(f"---\n{key}: Ledger\n---\n{BODY}")[0].outlet == "Ledger"


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("title: T", "headline", "T"),
        ("author: [A. Feld, I. Brandt]", "byline", "A. Feld, I. Brandt"),
        ("authors:\n  - A. Feld\n  - I. Brandt", "byline", "A. Feld, I. Brandt"),
        ("author: {name: A. Feld}", "byline", ""),
        ("published: March 6, 2024", "published", "2024-03-06"),
        ("date: soon", "published", ""),
        ("link: example.com/a?b#c", "url", "example.com/a?b#c"),
        ("url: 'javascript:alert(1)'", "url", ""),
        ("lang: English, mostly", "language", "en"),
        ("source: https://example.com/a", "url", "https://example.com/a"),
        ("title: >\n  two\n  lines", "headline", "two lines"),
        ("title: ~", "headline", "~"),
        ("title: " + "long " * 300, "headline", ""),
    ],
)
def test_values_as_people_write_them(line, field, value):
    told, text = split_front_matter(f"---\n{line}\nlayout: post\n---\n{BODY}")
    assert getattr(told, field) == value
    assert text == BODY


def test_an_address_under_source_does_not_replace_the_url():
    told, _ = split_front_matter("---\nsource: http://a.org\nurl: http://b.org\n---\nx")
    assert (told.outlet, told.url) == ("", "http://b.org")


def test_the_first_name_in_the_list_wins():
    assert split_front_matter("---\nsite: S\noutlet: O\n---\nx")[0].outlet == "O"
    assert split_front_matter("---\nsite: S\noutlet: ''\n---\nx")[0].outlet == "S"


@pytest.mark.parametrize("end", ["---", "...", "---  "])
def test_it_ends_at_either_mark(end):
    assert split_front_matter(f"--- \ntitle: T\n{end}\n{BODY}")[1] == BODY
    assert split_front_matter(f"---\ntitle: T\n{end}") == (Publication(headline="T"), "")


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: [unclosed\n---\nBody",
        "---\n- a\n- list\n---\nBody",
        "---\nlayout: post\n---\nBody",
        "---\nHe said: nothing, and: everything\n---\nBody",
        "---\ntitle: no end\n\nBody",
        "\n---\ntitle: not at the start\n---\nBody",
        "---\n" + "[" * 5_000 + "\n---\nBody",
        "---\ntitle: T\n" + "x: y\n" * (MAX_FRONT_MATTER_CHARACTERS // 5) + "---\nBody",
        "---\n? [a, b]\n: c\n---\nBody",
        "---\na: &a [x]\nb: *missing\n---\nBody",
    ],
    ids=lambda text: text[4:24],
)
def test_what_is_no_front_matter_stays_in_the_text(text):
    assert split_front_matter(text) == (Publication(), text)


def test_aliases_do_not_multiply():
    lines = ["a0: &a0 [x, x]"]
    lines += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 40)]
    told, _ = split_front_matter("---\ntitle: T\n" + "\n".join(lines) + "\n---\nBody")
    assert told == Publication(headline="T")
