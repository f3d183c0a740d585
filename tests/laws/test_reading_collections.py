"""Laws of files that hold many articles: each is read or named, and none loses another."""

import json
import tempfile
import warnings
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from workbench.formats.column_mapping import FIELDS, ColumnMapping
from workbench.formats.from_mbox import read_mbox
from workbench.formats.page_columns import in_reading_order
from workbench.formats.page_lines import Line
from workbench.formats.readers import read_file
from workbench.formats.table import Table, read_tables
from workbench.model.errors import FileError
from workbench.model.progress import silent
from workbench.model.reading import FileReading

LAW = settings(deadline=None)


def reading_of(data: bytes, suffix: str) -> FileReading:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"file{suffix}"
        path.write_bytes(data)
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            reading = read_file(path)
        assert [child.name for child in Path(folder).iterdir()] == [path.name]
    assert reading.articles or reading.skipped
    assert all(article.text.strip() for article in reading.articles)
    assert all(Path(each.path).is_relative_to(path) for each in reading.articles)
    return reading


@LAW
@given(st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1)))
@example(["\u2028", " "])
def test_every_record_of_an_archive_is_read_or_named(texts):
    lines = "\n".join(json.dumps({"text": text}) for text in texts)
    reading = reading_of((lines or "{}").encode(), ".jsonl")
    assert len(reading.articles) + len(reading.skipped) == max(len(texts), 1)


ROWS = st.lists(st.lists(st.text(max_size=12), max_size=5).map(tuple), max_size=8)
COLUMNS = st.fixed_dictionaries({field: st.none() | st.integers(0, 6) for field in FIELDS})


@LAW
@given(
    ROWS,
    st.none() | st.builds(lambda c, h: ColumnMapping(**c, has_names=h), COLUMNS, st.booleans()),
)
def test_any_mapping_reads_or_names_every_row(rows, mapping):
    table = Table(tuple(rows))
    columns = table.mapping if mapping is None else mapping
    try:
        reading = read_tables(Path("a.csv"), "csv", [table], silent, mapping)
    except FileError:
        assert not rows or columns.text is None
        return
    told = [
        error for error in reading.skipped if error.problem != "no text" or hasattr(error, "raw")
    ]
    assert len(reading.articles) + len(told) == len(rows) - columns.has_names


@LAW
@given(
    st.lists(st.sampled_from(["It left.", "From here on", ">From", "From a b 2024"]), min_size=1)
)
def test_no_line_of_a_mail_begins_another(lines):
    written = "\n".join(
        ">" + each if each.lstrip(">").startswith("From ") else each for each in lines
    )
    mail = f"From a@b Fri Mar  1 09:20:00 2024\nSubject: x\n\n{written}\n"
    (article,) = read_mbox(Path("x"), mail.encode() * 1, silent).articles
    assert article.text.strip() == "\n".join(lines)


@LAW
@given(
    st.lists(
        st.builds(
            Line,
            st.text("ab", min_size=1, max_size=3),
            st.just(0),
            st.sampled_from([50.0, 60.0, 190.0, 330.0]),
            st.sampled_from([180.0, 320.0, 400.0, 500.0]),
            st.integers(0, 30).map(lambda row: 700.0 - 14 * row),
            st.sampled_from([0.0, 9.0, 10.0]),
        ),
        max_size=50,
    )
)
def test_columns_lose_no_line(lines):
    told = " ".join(line.text for line in in_reading_order(lines))
    assert sorted(told.split()) == sorted(line.text for line in lines)
