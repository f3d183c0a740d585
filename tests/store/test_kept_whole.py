"""What was stored stays, whatever stops the writing or takes the file from its place."""

import subprocess
import sys

import pytest
from project_files import names, opened, problem_of

from workbench.model import ProjectProblem
from workbench.store.articles import read_articles, read_setting, write_setting
from workbench.store.project_file import make_way


def test_a_transaction_that_fails_leaves_nothing(made, articles):
    def write_half(file):
        with file.writing() as connection:
            connection.execute("DELETE FROM articles")
            raise KeyboardInterrupt

    with opened(made) as file:
        with pytest.raises(KeyboardInterrupt):
            write_half(file)
        assert read_articles(file) == articles
        write_setting(file, "story", "Ferry")


def test_a_full_disk_loses_nothing(made, articles):
    with opened(made) as file:
        with file.reading() as connection:
            pages = connection.execute("PRAGMA page_count").fetchone()[0]
            connection.execute(f"PRAGMA max_page_count = {pages}")
        assert problem_of(write_setting, file, "story", "x" * 100_000) is ProjectProblem.FULL
        assert read_articles(file) == articles
    with opened(made) as file:
        assert read_articles(file) == articles
        assert read_setting(file, "story") is None


FULL = """
import resource, sys
from pathlib import Path
from workbench.model import ProjectError
from workbench.store.articles import read_setting, write_setting
from workbench.store.project_file import open_file
file = open_file(Path(sys.argv[1]))
write_setting(file, "before", "kept")
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
try:
    write_setting(file, "story", "x" * 500_000)
except ProjectError as error:
    print(error.problem.value, read_setting(file, "before"), read_setting(file, "story"))
file.close()
"""

KILLED = """
import os, signal, sys
from pathlib import Path
from workbench.store.articles import write_setting
from workbench.store.project_file import open_file
file = open_file(Path(sys.argv[1]))
write_setting(file, "story", "confirmed")
with file.writing() as connection:
    connection.execute("DELETE FROM articles")
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_file_that_may_not_grow_is_full_and_loses_nothing(made):
    result = subprocess.run(
        [sys.executable, "-c", FULL, str(made)], capture_output=True, text=True, check=True
    )
    assert result.stdout.split() == ["full", "kept", "None"]
    with opened(made) as file:
        assert read_setting(file, "before") == "kept"


def test_a_kill_in_the_middle_of_an_edit_loses_nothing_confirmed(made, articles):
    subprocess.run([sys.executable, "-c", KILLED, str(made)], check=False)
    assert len(names(made.parent)) > 1
    with opened(made) as file:
        assert file.why_read_only is None
        assert read_setting(file, "story") == "confirmed"
        assert read_articles(file) == articles
    assert names(made.parent) == [made.name]


def test_a_copy_holds_what_is_stored_at_that_moment(made, tmp_path, articles):
    copy = tmp_path / "copy.crossread"
    with opened(made) as file:
        write_setting(file, "story", "Ferry")
        file.copy_to(copy)
        write_setting(file, "story", "Later")
    assert names(tmp_path) == sorted([copy.name, made.name])
    with opened(copy) as file:
        assert read_setting(file, "story") == "Ferry"
        assert read_articles(file) == articles


def test_what_a_crash_left_beside_a_file_goes_before_a_new_one_comes(made):
    for ending in ("-wal", "-shm"):
        made.with_name(made.name + ending).write_bytes(b"left")
    make_way(made)
    assert names(made.parent) == [made.name]


@pytest.mark.skipif(sys.platform == "win32", reason="an open file stays in its place there")
@pytest.mark.parametrize("is_replaced", [True, False])
def test_nothing_is_written_to_a_file_that_has_gone(made, tmp_path, articles, is_replaced):
    aside = tmp_path / "aside.crossread"
    with opened(made) as file:
        made.rename(aside)
        if is_replaced:
            made.write_bytes(b"another")
        assert problem_of(write_setting, file, "story", "Ferry") is ProjectProblem.MOVED
        assert read_articles(file) == articles
        file.copy_to(tmp_path / "saved.crossread")
        made.unlink(missing_ok=True)
        aside.rename(made)
        write_setting(file, "story", "Ferry")
    with opened(tmp_path / "saved.crossread") as saved:
        assert read_articles(saved) == articles
