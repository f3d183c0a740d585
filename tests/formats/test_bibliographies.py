"""Bibliographies: golden files, and hostile texts that stay texts."""

import json
import os
import re
from pathlib import Path

import pytest

from workbench.formats.bibliography import entry_of
from workbench.formats.to_bibtex import escaped, to_bibtex
from workbench.formats.to_csl import csl_record, to_csl
from workbench.formats.to_ris import to_ris
from workbench.model import Article

GOLDEN = Path(__file__).parent / "golden"
WRITERS = {"ris": to_ris, "bib": to_bibtex, "csl.json": to_csl}

ARTICLES = (
    Article(
        "a1", "The pier goes.", "Harbour Post & Sons", "Pier goes: 100% of it\n— at last",
        "By Mara Lind and Zhong Nan", "2024-03-02T06:30:00+01:00",
        "https://example.org/pier_1?a={b}#c", "en", section="City", page="A3",
        retrieved="2024-04-01",
    ),
    Article("a2", "旧码头", "海港报", "旧码头要拆", "钟楠", "2024-03", language="zh"),
    Article("a3", "Nothing is known."),
    Article(
        "A/3", "Hostile.", headline="\\input{x} $a_b^c~ } TY  - JOUR\r\nER  - <script>\x1b\u202e",
        byline="Reed, John; =HYPERLINK(1)", published="1999", url="https://x.org/ a\\b\nc",
    ),
)  # fmt: skip


@pytest.mark.parametrize("suffix", WRITERS)
def test_a_golden_file(suffix):
    text = WRITERS[suffix](ARTICLES).replace("\r\n", "\n")  # a checkout may change line ends
    path = GOLDEN / f"bibliography.{suffix}"
    if os.environ.get("WRITE_GOLDEN"):
        path.write_bytes(text.encode())
    assert text.encode() == path.read_bytes()


@pytest.mark.parametrize("suffix", WRITERS)
def test_of_no_articles_there_is_nothing(suffix):
    assert WRITERS[suffix](()).strip() in ("", "[]")


def test_each_field_of_ris_is_one_line():
    lines = to_ris(ARTICLES).split("\r\n")
    assert all(re.fullmatch(r"[A-Z][A-Z0-9]  - [^\r\n\x1b]*", line) for line in lines if line)
    assert [line for line in lines if line.startswith(("TY", "ER"))] == [
        *("TY  - NEWS", "ER  - ") * len(ARTICLES)
    ]


def test_braces_of_bibtex_are_balanced_and_nothing_is_a_command():
    text = to_bibtex(ARTICLES)
    assert text.count("{") == text.count("}")
    assert "\\input" not in text
    assert escaped("50% & _a_") == r"50\% \& \_a\_"


def test_two_articles_never_have_the_same_key():
    keys = re.findall(r"@article\{([^,]+),", to_bibtex([Article(id_, "x") for id_ in "aáä"] * 2))
    assert len(keys) == len(set(keys)) == 6
    assert all(re.fullmatch("[a-z0-9-]+", key) for key in keys)


@pytest.mark.parametrize(
    ("published", "day"),
    [
        ("2024-02-22", (2024, 2, 22)),
        ("2024-02-22T10:00:00Z", (2024, 2, 22)),
        ("2024-02", (2024, 2)),
        ("2024", (2024,)),
        ("2024-13", (2024,)),
        ("2024-02-40", (2024, 2)),
        ("20240222", ()),
        ("", ()),
    ],
)
def test_a_day_is_as_precise_as_it_is_known(published, day):
    assert entry_of(Article("a1", "x", published=published)).published == day


def test_csl_says_only_what_is_known():
    assert csl_record(ARTICLES[2]) == {"id": "a3", "type": "article-newspaper"}
    assert json.loads(to_csl(ARTICLES))[0]["author"] == [
        {"literal": "Mara Lind"},
        {"literal": "Zhong Nan"},
    ]
