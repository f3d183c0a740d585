"""How long many annotations take to go out as Web Annotations and to come in again."""

import pytest

SIZE = 10_000


@pytest.mark.parametrize(
    ("work", "words"),
    [
        ("out", "annotations out as JSON-LD"),
        ("in", "annotations in by their positions"),
        ("quotes", "annotations in by their quotes"),
    ],
)
def test_web_annotations(table, work, words):
    table(words, f"{SIZE:,}", "20 s", work, SIZE, script="web_annotating.py")
