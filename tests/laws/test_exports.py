"""Laws of exports: whatever is cut, doubled or changed in one, all of it is accounted for."""

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workbench.formats.readers import read_file
from workbench.model.errors import ArticleError, FileProblem

DATA = Path(__file__).parents[1] / "formats" / "data" / "press"
FIXTURES = sorted(p for p in DATA.iterdir() if not p.name.endswith((".json", ".docx.txt")))
LAW = settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
PIECES = [
    *(b"<div>", b"</td>", b"<DOCFULL> -->", b"\\par\n", b"{", b"}", b"\x00", b"\xff", b"&#0;"),
    *(b"\nEnd of Document\n", b"12 of 500 DOCUMENTS\n", b"LENGTH: x\n", b"_" * 60 + b"\n"),
    *(b"Documents (9)\\par ", b"\\u55357?", b"\\'", b"<text>", b"]]>", b"--cut", b": " * 50),
]


@st.composite
def mutated(draw):
    """A fixture with some stretches cut out, doubled, replaced or put in; and its suffix."""
    path = draw(st.sampled_from(FIXTURES))
    data = path.read_bytes()
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.integers(0, 200)))
        new = draw(st.sampled_from([b"", data[start:end] * 2, *PIECES]))
        data = data[:start] + new + data[end:]
    return data, path.suffix


def reading_of(data, suffix):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"export{suffix}"
        path.write_bytes(data)
        return read_file(path)


@LAW
@given(mutated())
def test_every_article_that_is_announced_is_there_or_named(case):
    reading = reading_of(*case)
    assert reading.articles or reading.skipped
    assert all(article.text.strip() and not article.id for article in reading.articles)
    aside = [error for error in reading.skipped if isinstance(error, ArticleError)]
    assert all(error.place >= 1 for error in aside)
    missing = sum(int(e.detail) for e in reading.skipped if e.problem is FileProblem.INCOMPLETE)
    if reading.announced is not None and reading.reader != "zip":
        found = len(reading.articles) + len(aside)
        assert missing == max(0, reading.announced - found)


@LAW
@given(st.sampled_from(FIXTURES), st.integers(0, 4_000))
def test_a_file_cut_short_gives_no_more_than_it_held(path, cut):
    data = path.read_bytes()
    whole = reading_of(data, path.suffix)
    part = reading_of(data[: max(1, len(data) - cut)], path.suffix)
    assert len(part.articles) <= len(whole.articles) + len(whole.skipped)
