"""A project that another program has open or writes to is shared, and nothing is taken from it."""

import sqlite3
import subprocess
import sys
from contextlib import closing

from project_files import names, opened, problem_of

from workbench.model import ProjectProblem
from workbench.store.articles import read_articles, read_setting, write_setting
from workbench.store.project_file import make_way, open_file


def test_a_second_program_reads_what_the_first_writes(made, articles):
    with opened(made) as first, opened(made) as second:
        assert second.why_read_only is ProjectProblem.LOCKED
        write_setting(first, "story", "Ferry")
        assert read_setting(second, "story") == "Ferry"
        assert read_articles(second) == articles
        assert problem_of(write_setting, second, "story", "") is ProjectProblem.LOCKED
        first.close()
    assert names(made.parent) == [made.name]
    with opened(made) as third:
        assert third.why_read_only is None
        assert read_setting(third, "story") == "Ferry"


def test_a_link_to_a_project_is_the_same_project(made, tmp_path):
    link = tmp_path / "link.crossread"
    link.symlink_to(made)
    with opened(made), opened(link) as second:
        assert second.why_read_only is ProjectProblem.LOCKED


def test_a_foreign_program_that_writes_locks_for_a_while(made):
    with opened(made) as file, closing(sqlite3.connect(made, isolation_level=None)) as foreign:
        foreign.execute("BEGIN IMMEDIATE")
        assert problem_of(write_setting, file, "story", "Ferry") is ProjectProblem.LOCKED
        foreign.execute("ROLLBACK")
        write_setting(file, "story", "Ferry")
        assert read_setting(file, "story") == "Ferry"


def test_a_foreign_program_that_keeps_all_others_out_locks(made):
    with closing(sqlite3.connect(made, isolation_level=None)) as foreign:
        foreign.execute("PRAGMA locking_mode = EXCLUSIVE")
        foreign.execute("DELETE FROM settings")
        assert problem_of(open_file, made) is ProjectProblem.LOCKED
    assert names(made.parent) == [made.name]


OPEN_AND_CLOSE = """
import sys
from pathlib import Path
from workbench.store.project_file import open_file
open_file(Path(sys.argv[1])).close()
"""


def test_looking_twice_does_not_let_another_program_tidy_up(made):
    with opened(made) as file:
        opened_again = open_file(made)
        opened_again.close()
        write_setting(file, "story", "Ferry")
        subprocess.run([sys.executable, "-c", OPEN_AND_CLOSE, str(made)], check=True)
        assert made.with_name(f"{made.name}-wal").exists()
        write_setting(file, "story", "Later")
    with opened(made) as file:
        assert read_setting(file, "story") == "Later"


def test_no_file_takes_the_place_of_one_that_is_open(made):
    with opened(made):
        assert problem_of(make_way, made) is ProjectProblem.LOCKED
