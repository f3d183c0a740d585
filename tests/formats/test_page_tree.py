from pathlib import Path

import pytest

from workbench.formats.page_tree import MAX_LEVELS, blocks_below, page_tree, shown_tree, taken_apart
from workbench.model.errors import FileError, FileProblem

PATH = Path("a.html")


def test_nothing_gives_no_tree():
    assert page_tree(PATH, "<!-- nothing -->") is None
    assert shown_tree(PATH, " ") is None


def nested(levels):
    return "<div>" * levels + "<p>It left.</p>" + "</div>" * levels + "<p>It came.</p>"


def test_nothing_is_lost_in_deep_pages():
    tree = page_tree(PATH, nested(MAX_LEVELS - 100))
    assert tree is not None
    assert list(blocks_below(tree)) == ["It left.", "It came."]


def test_a_page_too_deep_to_be_read_whole_is_refused():
    with pytest.raises(FileError) as caught:
        page_tree(PATH, nested(MAX_LEVELS))
    assert (caught.value.path, caught.value.problem) == ("a.html", FileProblem.TOO_LARGE)
    assert caught.value.detail == "2048 levels"


def test_styles_and_titles_are_not_shown():
    tree = shown_tree(PATH, "<title>T</title><style>p {}</style><p>It<script>x</script> left.</p>")
    assert tree is not None
    assert list(blocks_below(tree)) == ["It left."]


def test_elements_in_each_other_are_taken_apart():
    tree = shown_tree(PATH, "<div>one<div>two<div>three</div></div>and on</div><div>four</div>")
    assert tree is not None
    found = taken_apart([*tree.iter("div"), *tree.iter("div")])
    told = [[" ".join(block.split()) for block in blocks_below(each)] for each in found]
    assert told == [["oneand on"], ["two"], ["three"], ["four"]]
