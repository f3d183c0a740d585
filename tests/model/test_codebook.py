"""The tree that tags make, whatever their parents say."""

import pytest

from workbench.model import Codebook, Tag

FRAMING = Tag("t1", "Framing", place=1)
WAR = Tag("t2", "War", "t1", place=1)
RACE = Tag("t3", "Race", "t1", place=0)
ARMS = Tag("t4", "Arms race", "t3")
TONE = Tag("t5", "Tone", place=0)
BOOK = Codebook((WAR, FRAMING, ARMS, RACE, TONE))


def names(tags):
    return [tag.name for tag in tags]


def test_tags_stand_below_their_parents_in_order():
    assert names(BOOK.below()) == ["Tone", "Framing"]
    assert names(BOOK.below("t1")) == ["Race", "War"]
    assert BOOK.below("t4") == ()


def test_tags_of_one_place_stand_by_their_names():
    assert names(Codebook((Tag("2", "b"), Tag("1", "c"), Tag("3", "a"))).below()) == list("abc")


def test_a_branch_has_each_tag_before_those_below_it():
    assert names(BOOK.branch("t1")) == ["Race", "Arms race", "War"]
    assert names(BOOK.branch()) == ["Tone", "Framing", "Race", "Arms race", "War"]


def test_a_path_leads_from_the_top():
    assert BOOK.path("t4") == (FRAMING, RACE, ARMS)
    assert BOOK.path("t5") == (TONE,)
    with pytest.raises(KeyError):
        BOOK.path("t9")


def test_a_tag_is_found_by_its_name_in_any_case():
    assert BOOK.named("  arms RACE ") == ARMS
    assert BOOK.named("Arms") is None


def test_a_tag_whose_parent_is_not_there_stands_at_the_top():
    assert Codebook((Tag("1", "lost", "9"),)).path("1") == (Tag("1", "lost", "9"),)


def test_no_circle_hides_a_tag():
    book = Codebook((Tag("1", "hen", "2"), Tag("2", "egg", "1"), Tag("3", "chick", "1")))
    assert sorted(names(book.branch())) == ["chick", "egg", "hen"]
    assert book.path("3")[-1].name == "chick"
