"""What a project file holds, and that it says so itself."""

import sqlite3
from contextlib import closing

import pytest

from workbench.store import schema
from workbench.store.project_file import create_file


@pytest.fixture
def plain(tmp_path):
    """Return a new file as any SQLite tool opens it."""
    create_file(tmp_path / "new.crossread")
    with closing(sqlite3.connect(tmp_path / "new.crossread")) as connection:
        yield connection


def test_the_file_is_marked_as_a_project_of_this_schema(plain):
    assert plain.execute("PRAGMA application_id").fetchone()[0].to_bytes(4, "big") == b"XRd1"
    assert plain.execute("PRAGMA user_version").fetchone() == (3,)
    assert plain.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_about_explains_each_table_and_column(plain):
    present = plain.execute(
        "SELECT t.name, c.name FROM pragma_table_list AS t JOIN pragma_table_info(t.name) AS c"
        " WHERE t.strict OR t.type = 'virtual'"
    ).fetchall()
    explained = plain.execute("SELECT table_name, column_name, meaning FROM about").fetchall()
    assert all(meaning for _, _, meaning in explained)
    tables = {(table, "") for table, _ in present}
    assert {(table, column) for table, column, _ in explained} == {*present, *tables}


def test_the_page_on_the_schema_names_each_table(plain):
    for (table,) in plain.execute("SELECT DISTINCT table_name FROM about"):
        assert f"| {table} |" in schema.__doc__


def test_tables_take_only_values_of_their_kind(plain):
    with pytest.raises(sqlite3.IntegrityError):
        plain.execute("INSERT INTO outlets (id, name) VALUES ('one', 'Harbour Post')")


def test_no_span_ends_before_it_starts(plain):
    plain.execute("INSERT INTO comparisons VALUES (1, 'k', 1, '{}', 1)")
    plain.execute("INSERT INTO only_here VALUES (1, 0, 'a1', 5, 5)")
    with pytest.raises(sqlite3.IntegrityError):
        plain.execute("INSERT INTO only_here VALUES (1, 1, 'a1', 5, 4)")


def test_building_again_changes_nothing(plain):
    before = plain.execute("SELECT * FROM about").fetchall()
    schema.build(plain)
    assert plain.execute("SELECT * FROM about").fetchall() == before


def all_of(connection):
    """Return everything that a file holds, only the times of its steps left out."""
    made = connection.execute("SELECT type, name, tbl_name, rootpage, sql FROM sqlite_schema")
    marks = [
        connection.execute(f"PRAGMA {name}").fetchone()
        for name in ("application_id", "user_version")
    ]
    steps = connection.execute("SELECT id, migration_set, name FROM _sqlite_migrations")
    about = connection.execute("SELECT * FROM about")
    return made.fetchall(), marks, steps.fetchall(), about.fetchall()


def test_a_new_file_is_the_same_as_one_brought_up_step_by_step():
    with (
        closing(sqlite3.connect(":memory:", isolation_level=None)) as made,
        closing(sqlite3.connect(":memory:", isolation_level=None)) as brought,
    ):
        schema.build(made)
        schema.bring_up(brought)
        assert all_of(made) == all_of(brought)


def test_a_new_file_has_no_step_left_to_take():
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        schema.build(connection)
        before = all_of(connection)
        schema.bring_up(connection)
        assert all_of(connection) == before


def test_a_file_that_could_not_be_made_is_empty_still(monkeypatch):
    def fail(connection):
        raise sqlite3.OperationalError("disk is full")

    monkeypatch.setattr(schema, "_STEPS", (schema.schema_1, fail))
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        with pytest.raises(sqlite3.OperationalError):
            schema.build(connection)
        assert connection.execute("SELECT * FROM sqlite_schema").fetchall() == []
