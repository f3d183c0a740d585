"""Tables in plain text, read as articles."""

from pathlib import Path

import pytest

from workbench.formats import from_csv
from workbench.formats.column_mapping import ColumnMapping
from workbench.formats.from_csv import open_csv
from workbench.formats.readers import file_tables, read_file
from workbench.model.errors import FileError, FileProblem

PATH = Path("a.csv")
ROWS = [
    ["Date", "Newspaper", "Title", "Text"],
    ["01/03/2024", "The Lamp", "Ferry", "It left.\r\nIt came; late, too."],
    ["", "", "", ""],
    ["2024-03-02", "The Lamp", "Bread", " "],
]


def table(delimiter, rows=ROWS):
    return "\r\n".join(delimiter.join(f'"{cell}"' for cell in row) for row in rows)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("name", ["a.csv", "a.TSV"])
def test_rows_are_articles(tmp_path, delimiter, encoding, name):
    path = tmp_path / name
    path.write_bytes(table(delimiter).encode(encoding))
    reading = read_file(path)
    assert (reading.reader, reading.announced) == ("csv", None)
    (article,) = reading.articles
    assert (article.text, article.headline) == ("It left.\nIt came; late, too.", "Ferry")
    assert (article.outlet, article.published) == ("The Lamp", "")
    (error,) = reading.skipped
    assert (error.problem, error.place, error.headline) == (FileProblem.NO_TEXT, 2, "Bread")
    assert error.raw == "2024-03-02\nThe Lamp\nBread"


@pytest.mark.parametrize(
    ("name", "days", "published"),
    [
        ("Date", ("03/04/2025", "13/04/2025"), ["2025-04-03", "2025-04-13"]),
        ("Date", ("03/04/2025", "04/13/2025"), ["2025-03-04", "2025-04-13"]),
        ("Date", ("03/04/2025", "05/04/2025"), ["", ""]),
        ("Fecha", ("03/04/2025", "05/04/2025"), ["2025-04-03", "2025-04-05"]),
        ("Fecha", ("03/04/2025", "04/13/2025"), ["2025-03-04", "2025-04-13"]),
    ],
)
def test_a_whole_column_tells_which_number_is_the_day(tmp_path, name, days, published):
    path = tmp_path / "a.csv"
    path.write_text(f"Text,{name}\n" + "".join(f"It left.,{day}\n" for day in days))
    assert [article.published for article in read_file(path).articles] == published


def test_a_column_without_names_may_lack_cells(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("It left.\nIt came.,03/04/2025\n")
    read = read_file(path, columns=ColumnMapping(text=0, published=1, has_names=False))
    assert [article.published for article in read.articles] == ["", ""]


def test_printed_words_and_days_of_retrieval(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text(
        'Text,Word count,Accessed,Date\nIt left.,"1,234",04/03/2025,2025-03-13\nIt came.,n/a,x,\n'
    )
    told = [(a.printed_words, a.retrieved) for a in read_file(path).articles]
    assert told == [(1234, ""), (0, "")]
    path.write_text("Text,Word count,Accessed,Date\nIt left.,1 234,04/03/2025,13/03/2025\n")
    (article,) = read_file(path).articles
    assert (article.printed_words, article.retrieved) == (1234, "2025-03-04")


def test_a_mapping_that_is_told_counts(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(table(",").encode())
    mapping = ColumnMapping(text=2, outlet=1, has_names=False)
    reading = read_file(path, columns=mapping)
    assert [article.text for article in reading.articles] == ["Title", "Ferry", "Bread"]
    assert read_file(path, columns=ColumnMapping()).skipped[0].detail == "no column of text"


def test_the_tables_of_a_file_can_be_looked_at(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(table(",").encode())
    (found,) = file_tables(path)
    assert found.rows[0] == tuple(ROWS[0])
    assert found.mapping == ColumnMapping(3, 2, 1, published=0)
    other = tmp_path / "a.txt"
    other.write_text("It left.")
    assert file_tables(other) == ()


def test_columns_told_for_another_kind_of_file_play_no_part(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("It left.")
    assert len(read_file(path, columns=ColumnMapping(text=0)).articles) == 1


def problem_of(data):
    with pytest.raises(FileError) as caught:
        open_csv(PATH, data)
    return caught.value.problem, caught.value.detail


def test_each_limit_is_kept(monkeypatch):
    monkeypatch.setattr(from_csv, "MAX_ROWS", 1)
    monkeypatch.setattr(from_csv, "MAX_COLUMNS", 2)
    monkeypatch.setattr(from_csv, "MAX_CELL_CHARACTERS", 200_000)
    assert problem_of(b"a\nb\n") == (FileProblem.TOO_LARGE, "1 rows")
    assert problem_of(b"a,b,c\n") == (FileProblem.TOO_LARGE, "2 columns")
    limit = "200000 characters in a cell"
    assert problem_of(b"x" * 200_001) == (FileProblem.TOO_LARGE, limit)
    assert open_csv(PATH, b"x" * 200_000)[0].rows == (("x" * 200_000,),)


def test_what_is_no_table(tmp_path):
    assert problem_of(b"\0\1\2\3")[0] is FileProblem.UNKNOWN
    path = tmp_path / "a.csv"
    path.write_bytes(b"\n,,\n \n")
    assert read_file(path).skipped[0].problem is FileProblem.EMPTY
