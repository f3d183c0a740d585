"""Where the index of a project is, and how it is filled."""

import pytest

from workbench.model import AddArticles, Annotation, Article, ChangeAnnotations, Target
from workbench.project.project import Project
from workbench.project.search_index import LONGEST
from workbench.project.searching import search

ARTICLES = (Article("a1", "The pier."), Article("a2", "The ferry."))


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "story.crossread"
    Project.create(path, AddArticles(ARTICLES)).close()
    return path


def fill(project):
    return sum(1 for _ in project.index.filling())


def test_the_index_is_filled_in_portions(path):
    with Project.open(path) as project:
        long = tuple(Article(f"b{n}", "word " * (LONGEST // 5)) for n in range(3))
        project.apply(AddArticles(long))
        project.apply(ChangeAnnotations((Annotation("n1", Target(), (), "memo"),)))
        assert project.index.waiting() == (5, 1)
        assert fill(project) == 3
        assert project.index.waiting() == (0, 0)
        assert fill(project) == 0


def test_the_index_is_kept_in_the_file(path):
    with Project.open(path) as project:
        fill(project)
    with Project.open(path) as project:
        assert project.index.waiting() == (0, 0)


def test_a_project_that_is_only_read_has_the_index_of_its_file(path):
    with Project.open(path) as writer, Project.open(path) as reader:
        fill(writer)
        assert reader.index.waiting() == (0, 0)
        assert search(reader, "pier")[0] == 1


def test_or_else_one_in_memory(path):
    with Project.open(path) as writer, Project.open(path) as reader:
        writer.apply(ChangeAnnotations((Annotation("n1", Target(), (), "memo of the pier"),)))
        assert reader.index.waiting() == (2, 1)
        assert search(reader, "pier")[0] == 2
        assert reader.index.waiting() == (0, 0)
        assert writer.index.waiting() == (2, 1)
        fill(writer)
        assert search(reader, "pier")[0] == 2


def test_one_in_memory_begins_anew_with_other_articles(path):
    with Project.open(path) as writer, Project.open(path) as reader:
        assert search(reader, "storm")[0] == 0
        writer.apply(AddArticles((Article("a3", "The storm."),)))
        assert reader.follow()
        assert reader.index.waiting() == (3, 0)
        assert search(reader, "storm")[0] == 1


def test_what_has_gone_from_under_it_is_found_by_nothing(path):
    with Project.open(path) as writer, Project.open(path) as reader:
        writer.apply(ChangeAnnotations((Annotation("n1", Target(), (), "memo"),)))
        assert reader.index.waiting() == (2, 1)
        writer.apply(ChangeAnnotations(removed=("n1",)))
        assert search(reader, "memo")[0] == 0
        assert reader.index.waiting() == (0, 0)
