"""Annotations carried to revised texts: rightly or to review, and never to a wrong place."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from workbench.model import Span
from workbench.model.annotation import Placing, select
from workbench.text.anchor import carry

FOLDER = Path(__file__).parent / "data" / "revised"
RIGHTLY = 0.99
"""The share carried rightly of those that there is a place for, as measured and rounded down."""

MARK = re.compile(r"<(/?)(\d+)>")


def unmarked(marked):
    """Return a text without its marks, and the spans that they mark, by number."""
    text, starts, spans, at = "", {}, {}, 0
    for mark in MARK.finditer(marked):
        text += marked[at : mark.start()]
        at = mark.end()
        if mark[1]:
            spans[mark[2]] = Span(starts[mark[2]], len(text))
        else:
            starts[mark[2]] = len(text)
    return text + marked[at:], spans


def read_cases():
    """Return each case of the data files: its name, and both texts with their marks."""
    for path in sorted(FOLDER.glob("*.txt")):
        written = re.sub(
            r"\\u([0-9a-f]{4})", lambda m: chr(int(m[1], 16)), path.read_text(encoding="utf-8")
        )
        marked, *cases = written.split("\n== ")
        for case in cases:
            name, *lines = case.replace("\n+ ", "\n+").splitlines()
            after = marked.rstrip("\n")
            edits = [line[2 - place % 2 :].replace("\\n", "\n") for place, line in enumerate(lines)]
            for old, new in zip(edits[::2], edits[1::2], strict=True):
                assert after.count(old) == 1, (name, old)
                after = after.replace(old, new)
            yield pytest.param(marked.rstrip("\n"), after, id=f"{path.stem}: {name}")


CASES = list(read_cases())


def judge(marked, revised):
    """Return for each annotation whether it is carried rightly, wrongly or not at all."""
    before, spans = unmarked(marked)
    after, wanted = unmarked(revised)
    selectors = [select("a1", before, span) for span in spans.values()]
    found = {}
    for number, old, new in zip(spans, selectors, carry(selectors, before, after, 1), strict=True):
        if new.placing is Placing.DOUBTFUL:
            assert (new.span, new.quote, new.revision) == (old.span, old.quote, 0)
            found[number] = "review, rightly" if number not in wanted else "review"
        else:
            assert new.span.of(after) == new.quote
            found[number] = "right" if new.span == wanted.get(number) else f"wrong: {new.quote}"
    return found


@pytest.mark.parametrize(("marked", "revised"), CASES)
def test_none_is_carried_wrongly(marked, revised):
    found = judge(marked, revised)
    assert {number: how for number, how in found.items() if how.startswith("wrong")} == {}


def test_most_are_carried():
    counts = Counter(how for case in CASES for how in judge(*case.values).values())
    assert len(CASES) >= 40
    assert counts.total() >= 150
    assert counts["right"] >= RIGHTLY * (counts["right"] + counts["review"])


def test_kept_words_of_real_revisions_are_carried(shared):
    """Of every passage that both texts have word for word, four words in its midst."""
    counts = Counter()
    for line in (shared / "gold" / "revisions.jsonl").read_text(encoding="utf-8").splitlines()[::2]:
        pair = json.loads(line)
        before, after = pair["text_a"], pair["text_b"]
        spans = [midst(before, *span[:2]) for span, kind in kept(pair) if kind == "same"]
        known = [span for span in spans if before.count(span.of(before)) == 1]
        known = [span for span in known if after.count(span.of(before)) == 1]
        found = carry([select("a1", before, span) for span in known], before, after, 1)
        for span, one in zip(known, found, strict=True):
            is_wrong = one.placing is Placing.PLACED and one.quote != span.of(before)
            counts["wrong" if is_wrong else one.placing] += 1
    assert counts["wrong"] == 0
    assert counts[Placing.PLACED] >= 0.97 * counts.total() > 100


def kept(pair):
    return zip(pair["spans"], pair["kinds"], strict=True)


def midst(text, start, end):
    """Return the span of at most four words in the middle of a passage."""
    words = [word.span() for word in re.finditer(r"\w+", text[start:end])]
    middle = words[len(words) // 2 - 2 :][:4] or [(0, end - start)]
    return Span(start + middle[0][0], start + middle[-1][1])
