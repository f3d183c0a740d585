"""What an analyst does to a project, and how it is taken back."""

import subprocess
import sys
from dataclasses import replace

import pytest

from workbench.comparison.options import CompareOptions
from workbench.model import (
    AddArticles,
    Article,
    Change,
    ChangeMetadata,
    Comparison,
    InputError,
    InputProblem,
    OutputError,
    OutputProblem,
    Passage,
    ProjectError,
    ProjectProblem,
    RemoveArticles,
    SetSetting,
    Span,
)
from workbench.project.project import Project

ARTICLES = tuple(
    Article(f"a{number}", f"The harbour opened gate {number}.", outlet=f"Outlet {number}")
    for number in range(1, 6)
)
OPTIONS = CompareOptions()
COMPARISON = Comparison(ARTICLES, only_here=(Passage("a1", Span(0, 11)),))


@pytest.fixture
def path(tmp_path):
    return tmp_path / "story.crossread"


@pytest.fixture
def project(path):
    with Project.create(path, AddArticles(ARTICLES)) as made:
        yield made


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def ids(project):
    return [article.id for article in project.articles()]


def test_a_new_project_is_empty_and_may_be_written(path):
    with Project.create(path) as project:
        assert project.path == path
        assert project.articles() == ()
        assert project.is_empty
        assert not project.read_only
    assert names(path.parent) == [path.name]


def test_a_project_can_be_made_with_its_first_articles(project):
    assert project.articles() == ARTICLES
    assert not project.is_empty


def test_nothing_is_made_where_the_first_edit_does_not_fit(path):
    with pytest.raises(InputError):
        Project.create(path, AddArticles((ARTICLES[0], ARTICLES[0])))
    assert names(path.parent) == []


def test_nothing_that_exists_is_overwritten_by_a_new_project(path):
    path.write_bytes(b"kept")
    with pytest.raises(ProjectError) as caught:
        Project.create(path)
    assert caught.value.problem is ProjectProblem.EXISTS
    assert path.read_bytes() == b"kept"


def test_a_project_needs_a_folder(tmp_path):
    with pytest.raises(OutputError) as caught:
        Project.create(tmp_path / "none" / "story.crossread")
    assert caught.value.problem is OutputProblem.NO_FOLDER
    assert caught.value.path == str(tmp_path / "none" / "story.crossread")


def test_articles_are_there_after_opening_again(project, path):
    project.close()
    with Project.open(path) as again:
        assert again.articles() == ARTICLES
        assert again.article("a3") == ARTICLES[2]
        with pytest.raises(KeyError):
            again.article("a9")


def test_adding_is_undone_by_removing(project):
    applied = project.apply(AddArticles((Article("a6", "A sixth."),)))
    assert applied.changes == {Change.ARTICLES}
    assert ids(project) == ["a1", "a2", "a3", "a4", "a5", "a6"]
    again = project.apply(applied.inverse).inverse
    assert replace(again, added=()) == AddArticles((Article("a6", "A sixth."),), (5,))
    assert project.articles() == ARTICLES


def test_removing_is_undone_at_the_same_places(project, path):
    applied = project.apply(RemoveArticles(("a4", "a1")))
    assert ids(project) == ["a2", "a3", "a5"]
    project.apply(applied.inverse)
    assert project.articles() == ARTICLES
    project.close()
    with Project.open(path) as again:
        assert again.articles() == ARTICLES


def test_an_id_that_is_taken_changes_nothing(project):
    with pytest.raises(InputError) as caught:
        project.apply(AddArticles((Article("a6", "A sixth."), Article("a1", "Another."))))
    assert caught.value.problem is InputProblem.DUPLICATE_ID
    assert caught.value.detail == "a1"
    assert project.articles() == ARTICLES


def test_removing_what_is_not_there_changes_nothing(project):
    with pytest.raises(KeyError):
        project.apply(RemoveArticles(("a1", "a9")))
    assert project.articles() == ARTICLES


def test_what_is_known_of_articles_is_changed_and_taken_back(project, path):
    changed = (
        replace(ARTICLES[3], outlet="Outlet 1", language="de", published="2024-03-01"),
        replace(ARTICLES[1], outlet="", headline="Gate \ud800", byline="Ines Vale", url="x:y"),
    )
    applied = project.apply(ChangeMetadata(changed))
    assert applied.changes == {Change.ARTICLES}
    untold = tuple(replace(ARTICLES[place], text="") for place in (3, 1))
    assert applied.inverse == ChangeMetadata(untold)
    expected = (
        ARTICLES[0],
        replace(changed[1], headline="Gate \ufffd"),
        ARTICLES[2],
        changed[0],
        ARTICLES[4],
    )
    assert project.articles() == expected
    assert project.article("a4") == changed[0]
    project.close()
    with Project.open(path) as again:
        assert again.articles() == expected
        again.apply(applied.inverse)
        assert again.articles() == ARTICLES


@pytest.mark.parametrize(
    ("article", "problem"),
    [
        (replace(ARTICLES[1], id="a9"), InputProblem.UNKNOWN_ID),
        (replace(ARTICLES[1], text="Another."), InputProblem.OTHER_TEXT),
    ],
)
def test_what_is_known_of_another_text_changes_nothing(project, article, problem):
    with pytest.raises(InputError) as caught:
        project.apply(ChangeMetadata((replace(ARTICLES[0], language="de"), article)))
    assert (caught.value.problem, caught.value.detail) == (problem, article.id)
    assert project.articles() == ARTICLES


def test_what_no_file_can_hold_is_replaced(project):
    project.apply(AddArticles((Article("a6", "A \ud800 sixth."),)))
    assert project.article("a6").text == "A \ufffd sixth."
    project.apply(SetSetting("story", "\udfff"))
    assert project.setting("story") == "\ufffd"


def test_a_setting_is_set_and_taken_back(project):
    assert project.setting("story") == ""
    assert project.setting("story", "none") == "none"
    applied = project.apply(SetSetting("story", "Gates"))
    assert applied.changes == {Change.SETTINGS}
    assert project.setting("story") == "Gates"
    project.apply(SetSetting("story", None))
    assert project.setting("story", "none") == "none"
    project.apply(applied.inverse)
    assert project.setting("story", "none") == "none"


def test_a_comparison_is_kept_for_the_same_articles_and_options(project, path):
    assert project.cached_comparison(OPTIONS) is None
    project.keep_comparison(COMPARISON, OPTIONS)
    project.close()
    with Project.open(path) as again:
        assert again.cached_comparison(OPTIONS) == COMPARISON
        assert again.cached_comparison(OPTIONS, ARTICLES[:2]) is None
        assert again.cached_comparison(CompareOptions(seed_words=9)) is None


@pytest.mark.parametrize(
    "change",
    [
        {"text": "Another."},
        {"outlet": "Another"},
        {"published": "2024-02-21"},
        {"language": "de"},
        {"id": "b1"},
    ],
)
def test_a_comparison_of_what_has_changed_is_not_taken(project, change):
    project.keep_comparison(COMPARISON, OPTIONS)
    changed = (replace(ARTICLES[0], **change), *ARTICLES[1:])
    assert project.cached_comparison(OPTIONS, changed) is None


def test_a_headline_makes_no_difference_and_is_the_present_one(project):
    project.keep_comparison(COMPARISON, OPTIONS)
    changed = (replace(ARTICLES[0], headline="Gates open"), *ARTICLES[1:])
    assert project.cached_comparison(OPTIONS, changed) == replace(COMPARISON, articles=changed)


def test_the_order_of_articles_makes_a_difference(project):
    project.keep_comparison(COMPARISON, OPTIONS)
    assert project.cached_comparison(OPTIONS, ARTICLES[::-1]) is None


SPOIL = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1])
connection.execute("UPDATE wording SET flags = '[\\"whim\\"]'")
connection.commit()
"""


def test_a_kept_comparison_that_was_spoilt_counts_as_none(project, path):
    from workbench.model import Wording

    project.keep_comparison(replace(COMPARISON, wording=(Wording("a", "b", (), ()),)), OPTIONS)
    project.close()
    subprocess.run([sys.executable, "-c", SPOIL, str(path)], check=True)
    with Project.open(path) as again:
        assert again.cached_comparison(OPTIONS) is None
        again.keep_comparison(COMPARISON, OPTIONS)
        assert again.cached_comparison(OPTIONS) == COMPARISON


def test_fingerprints_are_kept_with_the_articles(project):
    assert project.fingerprints() == ()
    project.keep_fingerprints([("a2", b"two"), ("a1", b"one"), ("a9", b"gone")])
    assert project.fingerprints() == (("a1", b"one"), ("a2", b"two"))


def test_the_second_to_open_a_project_only_reads(project, path):
    with Project.open(path) as second:
        assert second.read_only
        assert second.why_read_only is ProjectProblem.LOCKED
        second.keep_comparison(COMPARISON, OPTIONS)
        second.keep_fingerprints([("a1", b"one")])
        assert second.fingerprints() == ()
        assert second.cached_comparison(OPTIONS) is None
        with pytest.raises(ProjectError) as caught:
            second.apply(RemoveArticles(("a1",)))
        assert caught.value.problem is ProjectProblem.LOCKED
        assert second.articles() == ARTICLES


def test_a_copy_is_another_project_of_the_same_content(project, tmp_path):
    project.apply(SetSetting("story", "Gates"))
    project.save_copy(tmp_path / "copy.crossread")
    project.apply(RemoveArticles(("a1",)))
    with Project.open(tmp_path / "copy.crossread") as copy:
        assert copy.articles() == ARTICLES
        assert copy.setting("story") == "Gates"
        assert not copy.read_only


def test_a_copy_takes_the_place_of_what_was_there(project, tmp_path):
    other = tmp_path / "other.crossread"
    Project.create(other, AddArticles((Article("b1", "Before."),))).close()
    other.with_name("other.crossread-wal").write_bytes(b"left by a crash")
    project.save_copy(other)
    with Project.open(other) as copy:
        assert copy.articles() == ARTICLES
    project.close()
    assert names(tmp_path) == ["other.crossread", "story.crossread"]


def test_a_copy_onto_itself_is_the_project(project, path, tmp_path):
    (tmp_path / "link.crossread").symlink_to(path)
    project.save_copy(tmp_path / "link.crossread")
    project.apply(SetSetting("story", "Gates"))
    assert project.setting("story") == "Gates"
    assert project.articles() == ARTICLES


def test_no_copy_takes_the_place_of_a_project_that_is_open(project, tmp_path):
    other = tmp_path / "other.crossread"
    with Project.create(other) as open_elsewhere:
        with pytest.raises(ProjectError) as caught:
            project.save_copy(other)
        assert caught.value.problem is ProjectProblem.LOCKED
        assert caught.value.path == str(other)
        assert open_elsewhere.articles() == ()


def test_a_copy_that_cannot_be_written_is_named(project, tmp_path):
    with pytest.raises(OutputError) as caught:
        project.save_copy(tmp_path / "none" / "copy.crossread")
    assert caught.value.problem is OutputProblem.NO_FOLDER
    with pytest.raises(OutputError) as caught:
        project.save_copy(tmp_path)
    assert caught.value.problem is OutputProblem.FOLDER


FULL = """
import resource, sys
from pathlib import Path
from workbench.model import ProjectError
from workbench.project.project import Project
with Project.open(Path(sys.argv[1])) as project:
    resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))
    try:
        project.save_copy(Path(sys.argv[2]))
    except ProjectError as error:
        print(error.problem.value, Path(error.path).name, len(project.articles()))
"""


def test_a_full_disk_leaves_no_half_copy(project, path, tmp_path):
    project.close()
    copy = tmp_path / "copy.crossread"
    copy.write_bytes(b"before")
    result = subprocess.run(
        [sys.executable, "-c", FULL, str(path), str(copy)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert result.stdout.split() == ["full", "copy.crossread", "5"]
    assert copy.read_bytes() == b"before"
    assert names(tmp_path) == ["copy.crossread", "story.crossread"]
