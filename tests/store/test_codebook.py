"""Tags go into the file and come back, whatever they are called."""

from workbench.model import Tag
from workbench.store.codebook import change_codebook, read_codebook


def test_tags_come_back_and_go(file):
    tags = (Tag("t1", "Fähre “新”", "", "#336699", "What", "ninety", "P", 3), Tag("t2", "", "t1"))
    change_codebook(file, tags, ())
    change_codebook(file, [Tag("t2", "later", "t1")], ())
    assert read_codebook(file).tags == (tags[0], Tag("t2", "later", "t1"))
    change_codebook(file, (), ["t2"])
    assert read_codebook(file).tags == tags[:1]


def test_half_a_letter_in_a_name_is_kept_as_an_unknown_one(file):
    change_codebook(file, [Tag("t1", "ferry \ud83d", definition="\udc00")], ())
    assert read_codebook(file).tags == (Tag("t1", "ferry \ufffd", definition="\ufffd"),)
