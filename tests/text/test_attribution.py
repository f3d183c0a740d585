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


@pytest.mark.parametrize("case", cases("attribution_languages.txt"))
def test_other_languages(case):
    language, _, rest = case.partition("|")
    check(rest, language)


def test_the_words_that_name_the_speaker_are_given():
    text = "“It is ours,” said Mara Lind, the mayor. “All of it.”"
    first, second = attributed(text, "en").quotations
    assert first.speaker_span.of(text) == "Mara Lind"
    assert second.speaker_span is None


@pytest.mark.parametrize("limit", ["MOST", "LONGEST"])
def test_what_is_no_article_has_quotations_without_speakers(monkeypatch, limit):
    monkeypatch.setattr(attribution, limit, 1)
    found = attributed("“One,” she said. “And ‘two’ more.”", "en")
    assert [(one.span.start, one.speaker) for one in found.quotations] == [(0, None), (17, None)]
    assert found.mentions == ()


@pytest.mark.parametrize(
    "text",
    [
        "“a” said " * 3_000,
        "Wei said “it”, " * 3_000,
        "Wei Lan said “it”. " * 2_000,
        "".join(f"Wei {chr(65 + n % 26)}lan{n} said “so it was”. Wei left. " for n in range(1_500)),
        "Wei " * 20_000 + "said “it”.",
        "( “a” " * 5_000,
        "Wei, “a”, " * 5_000,
        "\ud800“\x00a” said \ud800 and “\u202eb c d e”.",
        "“" * 3_000 + "a",
        "«a» 'b' " * 3_000,
    ],
    ids=lambda text: repr(text[:16]),
)
@pytest.mark.parametrize("language", ["en", "de", "zh"])
def test_any_text_is_read_in_time_that_grows_with_it(text, language):
    found = attributed(text, language)
    spans = [*found.mentions, *(one.span for one in found.quotations)]
    assert len(set(spans)) == len(spans) > 0
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
