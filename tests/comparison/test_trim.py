"""Where a stretch begins and ends."""

import pytest

from workbench.comparison.align import align, differing, equal
from workbench.comparison.trim import STRICT, dense, trimmed

BODY = "boats of the northern fleet carry salted herring"


def kept(sides, one, other):
    """Trim what lies between the first and the last equal word; return both sides."""
    first, second = sides(one, other)
    steps = align(first, second, ())
    places = [index for index, step in enumerate(steps) if step.equal]
    stretch = steps[places[0] : places[-1] + 1]
    room = (0, 0), (len(first.words), len(second.words))
    left = trimmed(stretch, room, first, second)
    if not left:
        return "", ""
    a, b = (left[0].a, left[-1].a_end), (left[0].b, left[-1].b_end)
    return first.surface(first.span(*a)), second.surface(second.span(*b))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (f"{BODY}, he noted long", f"{BODY}, he added then", (BODY, BODY)),
        (
            f"{BODY} to the very old town of his",
            f"{BODY} to the same new place we saw",
            (BODY, BODY),
        ),
        (f"{BODY} on Monday.", f"{BODY} on Tuesday.", (f"{BODY} on Monday", f"{BODY} on Tuesday")),
        (f"{BODY} home.", f"{BODY}.", (f"{BODY} home", BODY)),
        (f"{BODY}, and so much more of it", f"{BODY} and then for one week", (BODY, BODY)),
        (f"Old {BODY}", f"New {BODY}", (f"Old {BODY}", f"New {BODY}")),
        (
            f"six long years ago he left. {BODY.title()}",
            f"so as he left. {BODY.title()}",
            (BODY.title(),) * 2,
        ),
        (
            f"six years ago he left. Old {BODY}",
            f"so as he left. New {BODY}",
            (f"Old {BODY}", f"New {BODY}"),
        ),
        (
            f"{BODY} home. He left six years ago",
            f"{BODY} back. He left so as not",
            (f"{BODY} home", f"{BODY} back"),
        ),
        (f"{BODY}, six of the boats we saw", f"{BODY}, ten of the ships they had", (BODY, BODY)),
        (
            f"it was so much as left. {BODY.title()}",
            f"nobody cares what they left {BODY}",
            (BODY.title(), BODY),
        ),
        (f"much more than two years {BODY}", f"they had been two months {BODY}", (BODY, BODY)),
        (f"Ann said today, {BODY}", f"Bo said yesterday, {BODY}", (BODY, BODY)),
        (f"{BODY}, Ann said today", f"{BODY}, said Bo yesterday", (BODY, BODY)),
    ],
)
def test_edges(sides, one, other, expected):
    assert kept(sides, one, other) == expected
    assert kept(sides, other, one) == expected[::-1]


def test_what_is_nothing_but_function_words_is_cut_to_nothing(sides):
    first, second = sides("xx yy zz ww of the vv uu tt ss", "kk ll mm nn of the oo pp qq rr")
    stretch = [equal(3, 4, 3, 4), differing(4, 4, 4, 4), equal(4, 6, 4, 6)]
    room = (0, 0), (10, 10)
    assert trimmed(stretch[2:], room, first, second) == []


def test_dense_stretches_of_an_alignment():
    steps = (
        differing(0, 2, 0, 2),
        equal(2, 10, 2, 10),
        differing(10, 11, 10, 11),
        equal(11, 15, 11, 15),
        differing(15, 40, 15, 40),
        equal(40, 44, 40, 44),
    )
    assert dense(steps, STRICT) == [list(steps[1:4]), [steps[5]]]
    assert dense((differing(0, 1, 0, 1),), STRICT) == []


def test_dense_keeps_a_weak_stretch_apart_from_a_strong_one():
    steps = (
        equal(0, 2, 0, 2),
        differing(2, 5, 2, 3),
        equal(5, 9, 3, 7),
        differing(9, 10, 7, 7),
        equal(10, 12, 7, 9),
    )
    assert dense(steps, STRICT) == [[steps[0]], list(steps[2:])]
