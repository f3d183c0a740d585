"""Every file that a release has written opens for good; `data` keeps one of each schema."""

import shutil
from pathlib import Path

import pytest

from workbench.store.articles import read_articles, read_setting
from workbench.store.comparisons import read_comparison
from workbench.store.project_file import open_file
from workbench.store.verify import findings

FILES = sorted((Path(__file__).parent / "data").glob("schema-*.crossread"))


@pytest.mark.parametrize("old", FILES, ids=lambda path: path.stem)
def test_a_file_of_each_schema_opens_with_all_it_holds(old, path, articles, comparison):
    shutil.copy(old, path)
    file = open_file(path)
    assert read_articles(file) == articles
    assert read_setting(file, "story") == "The ferry"
    assert read_comparison(file, "the first comparison", articles) == comparison
    assert list(findings(file)) == []
    file.close()


def test_there_is_a_file_of_the_first_schema():
    assert [path.name for path in FILES][:1] == ["schema-1.crossread"]
