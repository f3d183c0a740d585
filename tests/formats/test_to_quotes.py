"""Quotations as plain text: a golden file."""

import os
from pathlib import Path

from workbench.formats.to_quotes import quotations_to_text
from workbench.model import Article, Passage, Quotation, Quotations, Span

GOLDEN = Path(__file__).parent / "golden" / "quotations.txt"

LONG = (
    "“The old pier has stood for a hundred years, and nobody who has ever walked on it in a storm "
    "will say that it was built to last another hundred.”"
)
POST = Article(
    "a1", f"{LONG} “It is ours.”\nShe said “no\x1b” to ‘Pier’, ‘Pier’ and ‘Sea’.",
    outlet="Harbour Post", headline="The pier goes", published="2024-03-02",
)  # fmt: skip
WIRE = Article("a2", "Nothing “new”.", path="somewhere/wire.txt")
NOTE = Article("a3", "Nothing.")


def span(article, words):
    start = article.text.index(words)
    return Span(start, start + len(words))


def test_quotations():
    found = Quotations(
        (POST, WIRE, NOTE),
        (
            Quotation("a1", span(POST, LONG), "Mara Lind, mayor of Harwick", None, "said"),
            Quotation("a1", span(POST, "“It is ours.”"), "Mara Lind, mayor of Harwick"),
            Quotation("a1", span(POST, "“no\x1b”")),
        ),
        (
            *(Passage("a1", span(POST, words)) for words in ("‘Pier’", "‘Pier’", "‘Sea’")),
            Passage("a2", span(WIRE, "“new”")),
        ),
    )
    text = quotations_to_text(found)
    if os.environ.get("WRITE_GOLDEN"):
        GOLDEN.write_text(text, encoding="utf-8", newline="\n")
    assert text == GOLDEN.read_text(encoding="utf-8")
    assert "\x1b" not in text
