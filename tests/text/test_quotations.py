"""The stretches of a text that stand in quotation marks."""

import re
from pathlib import Path

import pytest

from workbench.text.quotations import quoted

CASES = (Path(__file__).parent / "data" / "quotations.txt").read_text("utf-8").splitlines()


def marked(case):
    """Take the brackets out of a case; return its text and the stretches between them."""
    text, spans, open_at = "", [], []
    for part in re.split("([⟦⟧])", case.replace("¶", "\n")):
        if part == "⟦":
            open_at.append(len(text))
        elif part == "⟧":
            spans.append((open_at.pop(), len(text)))
        else:
            text += part
    return text, sorted(spans, key=lambda span: (span[0], -span[1]))


@pytest.mark.parametrize("case", CASES)
def test_quotations(case):
    text, spans = marked(case)
    found = [(span.start, span.end) for span in quoted(text)]
    assert [text[a:b] for a, b in found] == [text[a:b] for a, b in spans]
    assert found == spans


@pytest.mark.parametrize("marks", ['"', "“", "”", "'", "«‹", '"\n', " 'a"])
def test_any_number_of_marks_is_read_in_one_go(marks):
    text = marks * 20_000
    assert all(0 <= span.start < span.end <= len(text) for span in quoted(text))
