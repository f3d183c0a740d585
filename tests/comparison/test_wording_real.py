"""The wording list of five real articles, where they are at hand."""

from pathlib import Path

import pytest

from workbench.project.comparing import compare_readings, read_texts

ARTICLES = Path(__file__).parents[3] / "shared" / "articles"
FIRST = 12  # rows that a reader sees without scrolling

pytestmark = pytest.mark.skipif(
    not ARTICLES.is_dir(), reason="the articles are not beside the repository"
)


@pytest.fixture(scope="module")
def rows():
    names = [str(path) for path in sorted(ARTICLES.glob("*.txt"))]
    with Path(names[0]).open("rb") as stdin:
        wording = compare_readings(read_texts(names, stdin)).wording
    return [{row.a.casefold(), row.b.casefold()} for row in wording]


@pytest.mark.parametrize(
    "readings",
    [
        ("commerce", "trade"),
        ("predicted", "forecast"),
        ("modernized", "modern"),
        ("new", "new quality"),
    ],
    ids=" / ".join,
)
def test_telling_differences_are_among_the_first(rows, readings):
    assert set(readings) in rows[:FIRST]
