"""Backups are whole, verified, made only where something has changed, and kept by one rule."""

import errno
import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from workbench.model import Article, ProjectError, ProjectProblem, Tag
from workbench.store import backup as backing
from workbench.store.annotations import find_annotations
from workbench.store.articles import add_articles, read_articles, read_setting, write_setting
from workbench.store.backup import (
    DAYS,
    LATEST,
    WEEKS,
    Backup,
    back_up_file,
    backups_of,
    counts_of,
    folder_of,
    forget_backups,
    is_backup,
    kept,
    prune,
)
from workbench.store.codebook import change_codebook, read_codebook
from workbench.store.comparisons import keep_comparison
from workbench.store.project_file import create_file, open_file

DATA = Path(__file__).parent / "data"
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def backup(moment, schema=0):
    return Backup(Path(f"{moment} {schema}"), moment, schema)


def test_a_backup_lies_beside_the_project_and_says_when_it_was_made(annotated, path):
    berlin = NOON.astimezone(timezone(2 * HOUR))
    made = annotated.back_up(berlin)
    assert made == folder_of(path) / f"{path.stem} 2026-11-22 12.00.00 UTC.crossread"
    assert names(path.parent / f"{path.name}-backups") == [made.name]
    assert backups_of(path) == (Backup(made, NOON),)
    assert counts_of(made) == (3, 5)


def test_a_backup_holds_all_that_the_project_did(annotated, path, annotations):
    made = annotated.back_up(NOON)
    articles = read_articles(annotated)
    write_setting(annotated, "story", "Later")
    copy = open_file(made)
    assert copy.why_read_only is ProjectProblem.BACKUP
    assert read_articles(copy) == articles
    assert find_annotations(copy, ["n1", "n2", "n3", "n4", "n5"]) == annotations
    with pytest.raises(ProjectError) as caught:
        write_setting(copy, "story", "")
    assert caught.value.problem is ProjectProblem.BACKUP
    copy.close()
    assert names(made.parent) == [made.name]


def test_there_is_none_of_a_project_with_nothing_in_it(file, path):
    assert file.back_up(NOON) is None
    assert not folder_of(path).exists()
    change_codebook(file, [Tag("t1", "People")], [])
    assert file.back_up(NOON)


def test_there_is_no_second_one_until_the_analyst_has_changed_something(
    annotated, articles, comparison
):
    assert annotated.back_up(NOON)
    for _ in keep_comparison(annotated, "key", 1, "{}", comparison):
        pass
    assert annotated.back_up(NOON + HOUR) is None
    add_articles(annotated, [Article("a9", "More.")], ["a1", "a2", "a3", "a9"])
    assert annotated.back_up(NOON + HOUR)
    assert annotated.back_up(NOON + 2 * HOUR) is None


def test_once_an_old_project_is_brought_up_to_date_there_is_a_backup_of_that_too(path):
    shutil.copy(DATA / "schema-2.crossread", path)
    with closing(open_file(path)) as file:
        (before,) = backups_of(path)
        assert before.schema == 2
        after = file.back_up(before.made + HOUR)
        assert after == backups_of(path)[0].path


def test_a_file_that_another_has_open_is_backed_up_as_it_stands(annotated, path):
    write_setting(annotated, "story", "Ferry")
    made = back_up_file(path, NOON)
    with closing(open_file(made)) as copy:
        assert len(read_articles(copy)) == 3
    write_setting(annotated, "story", "Later")


def test_a_project_with_a_long_name_is_backed_up_too(articles, tmp_path):
    path = tmp_path / f"{'港' * 70}.crossread"
    create_file(path)
    with closing(open_file(path)) as file:
        add_articles(file, articles, ["a1", "a2", "a3"])
        assert is_backup(file.back_up(NOON))


def test_a_damaged_backup_does_not_count_as_the_same(annotated, path):
    first = annotated.back_up(NOON)
    first.write_bytes(first.read_bytes()[:5000])
    assert counts_of(first) is None
    assert annotated.back_up(NOON + HOUR)


def test_what_a_killed_program_left_goes_with_the_next(annotated, path):
    folder_of(path).mkdir()
    for ending in (".part", ".part-journal"):
        (folder_of(path) / f"story.crossread{ending}").write_bytes(b"half")
    made = annotated.back_up(NOON)
    assert names(made.parent) == [made.name]


def test_a_copy_that_is_not_like_the_project_is_no_backup(annotated, path, monkeypatch):
    counts = iter([[3], [2]])
    monkeypatch.setattr(backing, "_counts", lambda _: next(counts))
    with pytest.raises(OSError, match="Input/output error"):
        annotated.back_up(NOON)
    assert names(folder_of(path)) == []


def test_a_copy_that_cannot_be_written_leaves_nothing_and_the_project_can_go_on(
    annotated, path, monkeypatch
):
    def fill(connection, part):
        part.write_bytes(b"half")
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(backing, "_copy", fill)
    with pytest.raises(OSError, match="No space left"):
        annotated.back_up(NOON)
    assert names(folder_of(path)) == []
    write_setting(annotated, "story", "Ferry")


def test_a_file_in_the_way_of_the_folder_is_named_as_such(annotated, path):
    folder_of(path).write_text("mine")
    with pytest.raises(FileExistsError):
        annotated.back_up(NOON)
    assert backups_of(path) == ()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("p.crossread-backups/p 2026-11-22 12.00.00 UTC.crossread", True),
        ("p.crossread-backups/p 2026-11-22 12.00.00 UTC, schema 2.crossread", True),
        ("p.crossread-backups/p.crossread", False),
        ("p.crossread-backups/p 2026-13-22 12.00.00 UTC.crossread", False),
        ("p.db-backups/p 2026-11-22 12.00.00 UTC.crossread", True),
        ("p 2026-11-22 12.00.00 UTC.crossread", False),
        ("p.crossread-backups/more/p 2026-11-22 12.00.00 UTC.crossread", False),
    ],
)
def test_a_backup_is_known_by_its_place_and_name(tmp_path, name, expected):
    assert is_backup(tmp_path / name) is expected


def test_the_latest_are_kept_and_one_of_each_day_and_week():
    every_hour = [backup(NOON - number * HOUR) for number in range(24 * 70)]
    chosen = [one.made for one in kept(reversed(every_hour))]
    assert chosen[:LATEST] == [NOON - number * HOUR for number in range(LATEST)]
    last_of_days = [NOON.replace(hour=23) - number * DAY for number in range(1, DAYS)]
    assert chosen[LATEST : LATEST + DAYS - 1] == last_of_days
    # 22 November 2026 is a Sunday; the weeks before it end on the 15th, 8th and 1st
    assert chosen[LATEST + DAYS - 1 :] == [
        datetime(2026, 11, day, 23, tzinfo=UTC) for day in (15, 8, 1)
    ]
    assert len(chosen) == LATEST + (DAYS - 1) + (WEEKS - 1)


def test_after_a_long_time_the_days_that_have_backups_count():
    yearly = [backup(NOON.replace(year=year)) for year in range(2000, 2026)]
    assert [one.made.year for one in kept(yearly)] == list(range(2025, 2025 - DAYS, -1))


def test_the_last_of_each_older_schema_is_kept_for_good():
    newer = [backup(NOON - number * DAY) for number in range(60)]
    old = [backup(NOON - (90 + number) * DAY, schema) for number, schema in enumerate((2, 2, 1))]
    assert [one for one in kept([*newer, *old]) if one.schema] == [old[0], old[2]]


def test_what_is_not_kept_is_deleted_and_nothing_else(path):
    folder_of(path).mkdir()
    for number in range(20):
        (folder_of(path) / f"p {NOON + number * HOUR:%Y-%m-%d %H.%M.%S} UTC.crossread").touch()
    (folder_of(path) / "notes.txt").touch()
    prune(path)
    assert names(folder_of(path)) == [
        "notes.txt",
        "p 2026-11-22 23.00.00 UTC.crossread",
        *(f"p 2026-11-23 0{hour}.00.00 UTC.crossread" for hour in (5, 6, 7)),
    ]


def test_the_backups_of_a_project_that_goes_go_too(annotated, path):
    annotated.back_up(NOON)
    forget_backups(path)
    assert not folder_of(path).exists()
    forget_backups(path)
    annotated.back_up(NOON)
    (folder_of(path) / "notes.txt").touch()
    forget_backups(path)
    assert names(folder_of(path)) == ["notes.txt"]


def test_a_project_goes_back_to_a_backup_whole(annotated, articles, path, annotations):
    made = annotated.back_up(NOON)
    change_codebook(annotated, [Tag("t9", "New")], [])
    write_setting(annotated, "story", "x" * 500_000)
    with closing(open_file(path)) as second:
        annotated.restore(made, NOON + HOUR)
        assert len(read_articles(second)) == 3
    assert find_annotations(annotated, ["n1", "n2", "n3", "n4", "n5"]) == annotations
    write_setting(annotated, "story", "Ferry")
    annotated.close()
    with closing(open_file(path)) as again, again.reading() as connection:
        assert connection.execute("SELECT id FROM tags ORDER BY id").fetchall() == [
            ("t1",),
            ("t2",),
            ("t3",),
        ]
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_going_back_to_a_backup_that_is_one_too_many_works_all_the_same(annotated, path):
    for number in range(LATEST):
        write_setting(annotated, "story", str(number))
        annotated.back_up(NOON + number * HOUR)
    write_setting(annotated, "story", "Later")
    oldest = backups_of(path)[-1].path
    annotated.restore(oldest, NOON + LATEST * HOUR)
    assert not oldest.exists()
    assert read_setting(annotated, "story") == "0"


def test_one_goes_back_while_somebody_reads(annotated):
    made = annotated.back_up(NOON)
    change_codebook(annotated, [Tag("t9", "New")], [])
    with annotated.reading() as connection:
        reader = connection.execute("SELECT id FROM tags ORDER BY id DESC")
        assert next(reader) == ("t9",)
        annotated.restore(made, NOON + HOUR)
        assert len(list(reader)) == 3
    assert {tag.id for tag in read_codebook(annotated).tags} == {"t1", "t2", "t3"}


def test_nobody_goes_back_while_another_program_writes(annotated, path):
    made = annotated.back_up(NOON)
    with closing(sqlite3.connect(path, isolation_level=None)) as foreign:
        foreign.execute("BEGIN IMMEDIATE")
        with pytest.raises(ProjectError) as caught:
            annotated.restore(made, NOON + HOUR)
        assert caught.value.problem is ProjectProblem.LOCKED
        foreign.execute("ROLLBACK")
    annotated.restore(made, NOON + HOUR)


def test_two_backups_of_one_second_have_two_names(annotated, path):
    first = annotated.back_up(NOON)
    write_setting(annotated, "story", "Later")
    second = annotated.back_up(NOON)
    assert [one.path for one in backups_of(path)] == [second, first]
    assert backups_of(path)[0].made == NOON + timedelta(seconds=1)


def test_only_who_may_write_goes_back(annotated, path):
    made = annotated.back_up(NOON)
    with closing(open_file(path)) as second, pytest.raises(ProjectError) as caught:
        second.restore(made, NOON + HOUR)
    assert caught.value.problem is ProjectProblem.LOCKED


def test_a_backup_that_is_damaged_leaves_the_project_as_it_is(annotated, path):
    made = annotated.back_up(NOON)
    made.write_bytes(made.read_bytes()[:5000])
    before = read_articles(annotated)
    with pytest.raises(ProjectError) as caught:
        annotated.restore(made, NOON + HOUR)
    assert caught.value.problem is ProjectProblem.DAMAGED
    assert caught.value.path == str(made)
    assert read_articles(annotated) == before
