"""What a reader is shown of the changes between two texts of an article."""

from itertools import pairwise

import pytest

from workbench.text.revised import DifferenceKind, differences

ADDED, REMOVED, REPLACED = DifferenceKind


def shown(before, after):
    return [
        (one.kind, one.before.of(before), one.after.of(after)) for one in differences(before, after)
    ]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("", "", []),
        ("The ferry left.", "The  ferry\nleft.", []),
        ("", "The ferry left.", [(ADDED, "", "The ferry left.")]),
        ("The ferry left.", "", [(REMOVED, "The ferry left.", "")]),
        ("The ferry left at six.", "The ferry left at ten.", [(REPLACED, "six", "ten")]),
        ("He said “no”.", 'He said "no".', [(REPLACED, "“", '"'), (REPLACED, "”", '"')]),
        ("The Old Pier", "The old pier", [(REPLACED, "Old Pier", "old pier")]),
        ("One. Two went.", "One. Two came. Two went.", [(ADDED, "", "Two came.")]),
        ("One! Two came. Two went.", "One! Two went.", [(REMOVED, "Two came.", "")]),
        ("One\n\nTwo x", "One\n\nTwo y\n\nTwo x", [(ADDED, "", "Two y")]),
        ("Two went.", "Two came. Two went.", [(ADDED, "", "Two came.")]),
        ("a b c", "a b b c", [(ADDED, "", "b")]),
        ("渡轮六点离开。", "渡轮七点离开。", [(REPLACED, "六", "七")]),
    ],
)
def test_differences(before, after, expected):
    assert shown(before, after) == expected


def test_what_is_not_there_has_a_place():
    (one,) = differences("The ferry left.", "The old ferry left.")
    assert (one.before.start, one.before.end) == (3, 3)
    (one,) = differences("One. Two.", "Two.")
    assert one.after.start == one.after.end == 0


def test_two_differences_share_no_words():
    before = "The pier is old. The pier is old. the pier is new. Nothing else."
    after = "The pier is old. The Pier is new. The pier is new."
    found = differences(before, after)
    for one, other in pairwise(found):
        assert one.before.end <= other.before.start
        assert one.after.end <= other.after.start
