"""Who is quoted, and what is only mentioned."""

import re
from pathlib import Path

import pytest

from workbench.text import attribution
from workbench.text.attribution import attributed

DATA = Path(__file__).parent / "data"


def cases(name):
    lines = (DATA / name).read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def marked(case):
    """Take the marks out of a case; return its text, what is said in it, and what is mentioned."""
    text, said, mentions, opened = "", [], [], []
    for part in re.split(r"(⟦|⟧\{[^}]*\}|⟪|⟫)", case.replace("¶", "\n")):
        if part in ("⟦", "⟪"):
            opened.append(len(text))
        elif part == "⟫":
            mentions.append((opened.pop(), len(text)))
        elif part.startswith("⟧"):
            speaker, cue = (None if word == "~" else word for word in part[2:-1].split("|"))
            said.append((opened.pop(), len(text), speaker, cue))
        else:
            text += part
    return text, sorted(said), mentions


def check(case, language):
    text, said, mentions = marked(case)
    found = attributed(text, language)
    assert [
        (text[one.span.start : one.span.end], one.speaker, one.cue) for one in found.quotations
    ] == [(text[start:end], speaker, cue) for start, end, speaker, cue in said]
    assert [(one.span.start, one.span.end) for one in found.quotations] == [
        (start, end) for start, end, *_ in said
    ]
    assert [(span.start, span.end) for span in found.mentions] == mentions


@pytest.mark.parametrize("case", cases("attribution.txt"))
def test_english(case):
    check(case, "en")
