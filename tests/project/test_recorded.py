"""Nouns become plain data and come back equal, or the data is refused."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench import model
from workbench.model import (
    AddArticles,
    Annotation,
    Article,
    ChangeAnnotations,
    EditGroup,
    Placing,
    SetSetting,
    Span,
    Target,
    select,
)
from workbench.project.recorded import as_plain, from_plain, read_edit, recorded

NOTE = Annotation(
    "n1", Target((select("a1", "The ferry left.", Span(4, 9)),)), ("t1", "t2"), "Which?"
)


def edits():
    """Return every edit there is but groups, each built by the types that its fields name."""
    texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=5)
    numbers = st.integers(0, 99)
    made = {
        "str": texts,
        "int": numbers,
        "float": st.floats(0, 1),
        "str | None": st.none() | texts,
        "Placing": st.sampled_from(Placing),
        "tuple[str, ...]": st.lists(texts, max_size=2).map(tuple),
        "tuple[int, ...]": st.lists(numbers, max_size=2).map(tuple),
    }
    nouns = ["Span", "Selector", "Target", "Annotation", "Article", "Revision", "Tag", "Outlet"]
    kinds = [kind.__name__ for kind in model.Edit.__args__ if kind != EditGroup]
    for name in (*nouns, *kinds):
        noun = getattr(model, name)
        values = st.builds(
            noun, **{name: made[field.type] for name, field in noun.__dataclass_fields__.items()}
        )
        if name == "Span":
            values = st.tuples(numbers, numbers).map(lambda two: Span(min(two), max(two)))
        made[name] = values
        made[f"tuple[{name}, ...]"] = st.lists(values, max_size=2).map(tuple)
    return st.one_of(*[made[kind] for kind in kinds])


EDITS = st.recursive(
    edits(),
    lambda inner: st.builds(EditGroup, st.lists(inner, max_size=2).map(tuple)),
    max_leaves=3,
)


@given(EDITS)
def test_an_edit_comes_back_as_it_was(edit):
    assert read_edit(recorded(edit)) == edit


def test_only_what_is_said_is_written():
    assert json.loads(recorded(AddArticles((Article("a1", "Words"),)))) == {
        "edit": "AddArticles",
        "articles": [{"id": "a1", "text": "Words"}],
    }


def test_nouns_are_dicts_of_plain_values():
    assert as_plain(NOTE) == {
        "id": "n1",
        "target": {
            "selectors": [
                {
                    "article": "a1",
                    "span": {"start": 4, "end": 9},
                    "quote": "ferry",
                    "prefix": "The ",
                    "suffix": " left.",
                }
            ]
        },
        "tags": ["t1", "t2"],
        "memo": "Which?",
    }
    assert from_plain(Annotation, as_plain(NOTE)) == NOTE


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("[]", r"\[\]"),
        ('{"edit": "Unheard"}', "None"),
        ('{"edit": ["AddArticles"]}', "None"),
        ('{"edit": "AddArticles", "articles": "a1"}', "a1"),
        ('{"edit": "AddArticles"}', "articles"),
        ('{"edit": "RemoveArticles", "ids": [1]}', "1"),
        ('{"edit": "SetSetting", "key": "story", "value": 3}', "3"),
        ('{"edit": "SetSetting", "key": null, "value": null}', "None"),
        ('{"edit": "AddArticles", "articles": [[]]}', r"\[\]"),
        ('{"edit": "AddArticles", "articles": [{"id": "a1", "text": "", "revision": true}]}', "T"),
        ("{", "Expecting property name"),
    ],
)
def test_what_is_no_edit_is_refused(text, fault):
    with pytest.raises(ValueError, match=fault):
        read_edit(text)


def test_a_whole_number_may_stand_for_a_share():
    plain = as_plain(NOTE)
    plain["target"]["selectors"][0]["confidence"] = 1
    assert from_plain(Annotation, plain) == NOTE
    plain["target"]["selectors"][0]["confidence"] = True
    with pytest.raises(ValueError, match="True"):
        from_plain(Annotation, plain)


def test_a_placing_that_is_none_is_refused():
    plain = as_plain(NOTE)
    plain["target"]["selectors"][0]["placing"] = "lost"
    with pytest.raises(ValueError, match="lost"):
        from_plain(Annotation, plain)


def test_none_is_taken_where_it_may_be():
    assert read_edit('{"edit": "SetSetting", "key": "a", "value": null}') == SetSetting("a", None)
    assert read_edit(recorded(ChangeAnnotations((NOTE,), ("n2",)))).removed == ("n2",)
