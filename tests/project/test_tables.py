"""Tables whose columns are told instead of guessed."""

import pytest

from workbench.model import Cancelled, FileError, FileProblem
from workbench.project.tables import ColumnMapping, read_table, tables_of

LEFT = "The ferry left the old pier on Friday, and nobody in the town had come to wave to it."


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "ferry.csv"
    path.write_text(f"Title;Note;Text\nFerry;{LEFT};It came back on Sunday.\n", encoding="utf-8")
    return path


def test_columns_are_guessed_and_can_be_corrected(table):
    (found,) = tables_of(table)
    assert found.rows[0] == ("Title", "Note", "Text")
    assert found.mapping == ColumnMapping(text=2, headline=0)
    (article,) = read_table(table, ColumnMapping(text=1, headline=0)).articles
    assert (article.text, article.headline, article.language) == (LEFT, "Ferry", "en")


def test_a_file_that_is_no_table_is_read_as_it_is(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(LEFT)
    assert tables_of(path) == ()
    assert len(read_table(path, ColumnMapping(text=0)).articles) == 1


def test_a_table_that_cannot_be_read_says_why(tmp_path):
    path = tmp_path / "none.csv"
    with pytest.raises(FileError):
        tables_of(path)
    (error,) = read_table(path, ColumnMapping(text=0)).skipped
    assert error.problem is FileProblem.MISSING


def test_reading_a_table_can_be_cancelled(table):
    def refuse(_done, _total):
        raise Cancelled

    with pytest.raises(Cancelled):
        read_table(table, ColumnMapping(text=1), refuse)
