"""Many annotations are changed at once, and those that stay as they are keep their time."""

from workbench.model import Annotation, ChangeAnnotations, Target
from workbench.project.amending import (
    add_tags,
    delete,
    remove_tags,
    replace_tag,
    set_author,
    set_memo,
    set_tags,
)

THEN, NOW = "2024-02-01T08:00:00", "2024-02-02T09:00:00"
PLAIN = Annotation("n1", Target(), (), "first", "Ada", THEN, THEN)
TAGGED = Annotation("n2", Target(), ("t1", "t2"), "second", "Ben", THEN, THEN)
BOTH = (PLAIN, TAGGED)


def tags(edit):
    return {one.id: one.tags for one in edit.put}


def test_tags_are_added_behind_those_that_are_there():
    edit = add_tags(BOTH, ("t1", "t3"), NOW)
    assert tags(edit) == {"n1": ("t1", "t3"), "n2": ("t1", "t2", "t3")}
    assert {one.changed for one in edit.put} == {NOW}
    assert {one.created for one in edit.put} == {THEN}


def test_what_stays_as_it_is_is_left_out():
    assert tags(add_tags(BOTH, ("t2",), NOW)) == {"n1": ("t2",)}
    assert remove_tags(BOTH, ("t9",), NOW) == ChangeAnnotations()


def test_tags_are_removed():
    assert tags(remove_tags(BOTH, ("t1", "t9"), NOW)) == {"n2": ("t2",)}


def test_a_tag_is_replaced_at_its_place_and_no_tag_is_given_twice():
    assert tags(replace_tag(BOTH, "t1", ("t3", "t4"), NOW)) == {"n2": ("t3", "t4", "t2")}
    assert tags(replace_tag(BOTH, "t1", ("t2",), NOW)) == {"n2": ("t2",)}


def test_tags_memo_and_author_are_set():
    assert tags(set_tags(BOTH, ("t2", "t2"), NOW)) == {"n1": ("t2",), "n2": ("t2",)}
    assert [one.memo for one in set_memo(BOTH, "first", NOW).put] == ["first"]
    assert [one.id for one in set_author(BOTH, "Ben", NOW).put] == ["n1"]


def test_annotations_are_deleted():
    assert delete(BOTH) == ChangeAnnotations((), ("n1", "n2"))
