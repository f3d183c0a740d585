"""Every file that a release has written opens for good; `data` keeps one of each schema.

Whoever raises the schema adds the file of it with `write_old_file.py`.
"""

import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from runpy import run_path

import pytest

from workbench.model import ProjectError, ProjectProblem
from workbench.store.annotations import find_annotations
from workbench.store.articles import read_articles, read_setting, write_setting
from workbench.store.codebook import read_codebook
from workbench.store.comparisons import keep_comparison, read_comparison
from workbench.store.history import read_steps
from workbench.store.lock import SessionLock
from workbench.store.outlets import read_outlets
from workbench.store.project_file import create_file, open_file
from workbench.store.revisions import read_revisions
from workbench.store.schema import SCHEMA
from workbench.store.verify import findings

STORY = run_path(str(Path(__file__).with_name("conftest.py")))
LATER, OUTLET, STEP, TAGS = (STORY[name] for name in ("LATER", "OUTLET", "STEP", "TAGS"))
DATA = Path(__file__).parent / "data"
FILES = {int(path.stem.partition("-")[2]): path for path in DATA.glob("schema-*.crossread")}
KEY = "the first comparison"


def read(file, key, articles):
    """Return a kept comparison, all its portions read."""
    steps = read_comparison(file, key, articles)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value


def as_of(schema, articles):
    """Return the articles as a file of a schema has them: with no more than it had a place for."""
    if schema > 2:  # since then a file is annotated too
        first, second, third = articles
        return first, replace(second, text=LATER, revision=1), third
    if schema > 1:
        return articles
    return tuple(replace(article, section="", page="", record="") for article in articles)


@pytest.mark.parametrize("schema", sorted(set(FILES) - {1, 2}))
def test_what_an_analyst_has_put_in_is_there(schema, path, articles, annotations):
    shutil.copy(FILES[schema], path)
    with closing(open_file(path)) as file:
        ids = [annotation.id for annotation in annotations]
        assert find_annotations(file, ids) == annotations
        assert set(read_codebook(file).tags) == set(TAGS)
        assert OUTLET in read_outlets(file)
        assert [one.article for one in read_revisions(file, "a2")] == [articles[1]]
        assert [step.words for step in read_steps(file)] == [STEP[0]]
        write_setting(file, "story", "The late ferry")


def content(path):
    """Return the definitions of all tables, and what the file says about itself."""
    with closing(sqlite3.connect(path)) as connection:
        definitions = connection.execute(
            "SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY name"
        ).fetchall()
        return definitions, connection.execute("SELECT * FROM about").fetchall()


@pytest.mark.parametrize("schema", sorted(FILES))
def test_a_file_of_each_schema_opens_with_all_that_was_put_in(schema, path, articles, comparison):
    shutil.copy(FILES[schema], path)
    file = open_file(path)
    kept = as_of(schema, articles)
    assert read_articles(file) == kept
    assert read_setting(file, "story") == "The ferry"
    assert list(findings(file)) == []
    computed = read(file, KEY, articles)
    assert computed == (comparison if schema == SCHEMA else None)
    for _ in keep_comparison(file, "another", 1, "{}", comparison):
        write_setting(file, "story", "The late ferry")
    assert read(file, "another", articles) == comparison
    file.close()
    again = open_file(path)
    assert (read_articles(again), read_setting(again, "story")) == (kept, "The late ferry")
    again.close()


@pytest.mark.parametrize("schema", sorted(FILES))
def test_an_old_file_becomes_one_like_a_new_one(schema, path, tmp_path):
    shutil.copy(FILES[schema], path)
    open_file(path).close()
    create_file(tmp_path / "new.crossread")
    assert content(path) == content(tmp_path / "new.crossread")


@pytest.mark.parametrize("schema", sorted(FILES))
def test_an_old_file_that_may_only_be_read_is_shown_and_left_as_it_is(schema, path, articles):
    shutil.copy(FILES[schema], path)
    before = path.read_bytes()
    lock = SessionLock.take(path)
    file = open_file(path)
    assert file.why_read_only is ProjectProblem.LOCKED
    assert read_articles(file) == as_of(schema, articles)
    with pytest.raises(ProjectError):
        write_setting(file, "story", "")
    file.close()
    lock.release()
    assert path.read_bytes() == before


def test_an_old_file_without_one_of_its_tables_is_damaged_and_left_as_it_is(path):
    shutil.copy(FILES[1], path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TABLE settings")
    before = path.read_bytes()
    with pytest.raises(ProjectError) as caught:
        open_file(path)
    assert caught.value.problem is ProjectProblem.DAMAGED
    assert path.read_bytes() == before


def test_there_is_a_file_of_each_schema():
    assert sorted(FILES) == list(range(1, SCHEMA + 1))
