"""Excerpts as Markdown: a golden file, and whatever is hostile stays text."""

import os
import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from workbench.formats.to_markdown import escaped, excerpts_to_markdown
from workbench.model import Annotation, Article, Codebook, Excerpt, ExcerptGroup, Span, Tag, Target

GOLDEN = Path(__file__).parent / "golden" / "excerpts.md"

PIER = Article(
    "a1", "The *pier* goes. It is ours.\n\n- A list\n\n1. <script>x</script>",
    "Harbour Post & Sons", "Pier # goes", "Mara Lind", "2024-03-02", "https://example.org/pier_1",
    retrieved="2024-04-01",
)  # fmt: skip
HOSTILE = Article("a2", "Words.", headline="](x) ![y](z)\n# Head", url="javascript:alert(1)")
CODEBOOK = Codebook((Tag("t1", "a|b"), Tag("t2", "late", "t1")))
NOTE = Annotation("n1", Target(), ("t2", "t1", "gone"), "Why?\n\n---\n<b>", "me")
GROUPS = (
    ExcerptGroup(
        "Harbour *Post*",
        (
            Excerpt(PIER, Span(17, 19), 1, Span(17, 28), (NOTE, Annotation("n2", Target()))),
            Excerpt(PIER, Span(0, len(PIER.text)), 1, Span(0, len(PIER.text))),
        ),
    ),
    ExcerptGroup("", (Excerpt(HOSTILE, Span(0, 6), 1, Span(0, 6)),)),
)


def test_excerpts():
    text = excerpts_to_markdown(GROUPS, CODEBOOK)
    if os.environ.get("WRITE_GOLDEN"):
        GOLDEN.write_bytes(text.encode())
    assert text == GOLDEN.read_text("utf-8")


def test_what_begins_a_line_makes_no_markup():
    assert escaped("- a\n  + b\n1. c\n2) d\n# e\n=== f\n1 g") == (
        "\\- a\n  \\+ b\n1\\. c\n2\\) d\n\\# e\n\\=== f\n1 g"
    )
    assert escaped("a\x1b`b`") == "a\ufffd\\`b\\`"


@given(st.text("ab 1.)\n-+=#*_`<>[]|~&$\\", max_size=20))
def test_without_its_escapes_a_text_is_what_it_was(text):
    marked = escaped(text)
    assert re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", marked) == text
    assert not re.search(
        r"[<>`*_\[\]|#&]|^\s*(?:[-+=]|[0-9]+[.)])", re.sub(r"\\.", "x", marked), re.M
    )
