"""How annotations come into being, change, and are copied to other articles."""

from itertools import count

import pytest

from workbench.model import (
    AddArticles,
    Annotation,
    Article,
    ChangeAnnotations,
    ChangeCodebook,
    EditGroup,
    Passage,
    Selector,
    Span,
    Tag,
    Target,
)
from workbench.project.annotating import (
    annotate,
    annotation_of,
    last_used,
    moved,
    named_in,
    passages_of,
    spread,
    words_of,
)
from workbench.project.project import Project

ONE = Article("one", "The ferry left at noon.", revision=2)
TWO = Article("two", "At noon the ferry left.")


def on(article, words, **known):
    start = article.text.index(words)
    return Annotation(
        known.pop("id", words), words_of(article, Span(start, start + len(words))), **known
    )


def test_words_are_quoted_with_what_stands_around_them():
    target = words_of(ONE, Span(4, 9))
    assert target.selectors == (Selector("one", Span(4, 9), "ferry", "The ", " left at noon.", 2),)


def test_passages_are_one_target():
    target = passages_of([Passage("one", Span(4, 9)), Passage("two", Span(12, 17))], [ONE, TWO])
    assert [(one.article, one.quote) for one in target.selectors] == [
        ("one", "ferry"),
        ("two", "ferry"),
    ]
    assert target.articles == ("one", "two")


def test_an_annotation_is_moved_to_other_words():
    both = Annotation("a", passages_of([Passage("one", Span(4, 9))] * 2, [ONE]), memo="kept")
    after = moved(both, 1, ONE, Span(4, 14))
    assert [one.quote for one in after.target.selectors] == ["ferry", "ferry left"]
    assert after.memo == "kept"


def test_new_tags_are_stored_before_what_has_them():
    one, tag = on(ONE, "ferry"), Tag("t", "boats")
    assert annotate([one]) == ChangeAnnotations((one,))
    assert annotate([one], [tag]) == EditGroup((ChangeCodebook((tag,)), ChangeAnnotations((one,))))


def test_it_is_copied_to_other_words():
    source = on(ONE, "ferry", tags=("b",), memo="A boat", author="Ann", changed="2024")
    targets = [words_of(TWO, Span(12, 17)), words_of(TWO, Span(3, 7))]
    ids = map(str, count())
    copies = spread(source, targets, (), lambda: next(ids))
    assert [(one.id, one.target.selectors[0].quote) for one in copies] == [
        ("0", "ferry"),
        ("1", "noon"),
    ]
    assert {(one.tags, one.memo, one.author) for one in copies} == {(("b",), "A boat", "Ann")}


@pytest.mark.parametrize(
    ("tags", "memo", "expected"),
    [
        (("a",), "", [("there", ("a", "b"), "A boat")]),
        (("b",), "Mine", []),
        ((), "Mine", [("there", ("b",), "Mine")]),
    ],
)
def test_a_copy_joins_what_is_there_already(tags, memo, expected):
    there = on(TWO, "ferry", id="there", tags=tags, memo=memo)
    bare = Annotation("article", Target(article="two"))
    source = on(ONE, "ferry", tags=("b",), memo="A boat", changed="2024")
    found = spread(source, [there.target], [bare, there], lambda: "new")
    assert [(one.id, one.tags, one.memo) for one in found] == expected


def test_an_annotation_is_found_by_its_words():
    one, other = on(ONE, "ferry"), on(TWO, "ferry", id="other")
    whole = Annotation("whole", Target(article="one"))
    assert annotation_of(words_of(TWO, Span(12, 17)), [one, whole, other]) is other
    assert annotation_of(Target(article="one"), [one, whole, other]) is whole
    assert annotation_of(Target(), [one, whole, other]) is None


def test_the_tag_given_last_comes_first():
    used = [
        on(ONE, "ferry", tags=("a", "b"), changed="2024-01"),
        on(ONE, "noon", tags=("c", "a"), changed="2024-03"),
        on(ONE, "left", tags=("d",), changed="2024-02"),
    ]
    assert last_used(used) == ("c", "a", "d", "b")


def test_an_edit_names_the_annotations_that_it_changes():
    edit = EditGroup(
        (
            AddArticles((ONE,)),
            ChangeAnnotations((on(ONE, "ferry"),)),
            EditGroup((ChangeAnnotations((), ("gone",)),)),
        )
    )
    assert named_in(edit) == {"ferry", "gone"}
    assert named_in(AddArticles(())) == frozenset()


def test_the_project_has_annotations_of_its_own(tmp_path):
    with Project.create(tmp_path / "p.crossread", AddArticles((TWO,))) as project:
        late = Annotation("late", Target(), memo="Second", created="2024-02")
        early = Annotation("early", Target(), memo="First", created="2024-01")
        others = (on(TWO, "ferry"), Annotation("whole", Target(article="two")))
        project.apply(ChangeAnnotations((late, early, *others)))
        assert project.annotations_of_project() == (early, late)
        project.apply(ChangeAnnotations((), ("early", "late")))
        assert project.annotations_of_project() == ()
