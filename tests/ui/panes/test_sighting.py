"""Sideways scrolling shows as many panes of a passage as it can, and always the current one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.ui.panes.sighting import best_left

WIDE = 100


def pane(place):
    return (place * 110, place * 110 + WIDE)


@pytest.mark.parametrize(
    ("wanted", "current", "room", "left", "expected"),
    [
        pytest.param([0, 1], 0, 330, 0, 0, id="both are seen already"),
        pytest.param([0, 1], 0, 330, 60, 0, id="one is cut"),
        pytest.param([1, 2], 1, 330, 700, 110, id="both are away to the left"),
        pytest.param([5, 6], 5, 330, 0, 430, id="both are away to the right"),
        pytest.param([0, 7], 0, 330, 0, 0, id="too far apart: the current one"),
        pytest.param([0, 7], 7, 330, 0, 540, id="too far apart: the other current one"),
        pytest.param([0, 3, 4, 5], 3, 330, 0, 320, id="more are seen without the first"),
        pytest.param([0, 3, 4, 5], 0, 330, 300, 0, id="the current one in any case"),
        pytest.param([2], 2, 80, 0, 220, id="a view narrower than the pane"),
    ],
)
def test_where_the_view_goes(wanted, current, room, left, expected):
    assert best_left([pane(one) for one in wanted], pane(current), room, left) == expected


@given(
    st.sets(st.integers(0, 7), min_size=1), st.integers(100, 900), st.integers(0, 900), st.data()
)
def test_the_current_pane_is_always_seen_and_no_place_shows_more(wanted, room, left, data):
    panes = [pane(one) for one in sorted(wanted)]
    current = data.draw(st.sampled_from(panes))

    def seen(edge):
        return sum(edge <= start and end <= edge + room for start, end in panes)

    best = best_left(panes, current, room, left)
    assert best <= current[0]
    assert current[1] <= best + room
    others = [edge for edge in range(0, 900, 5) if edge <= current[0] and current[1] <= edge + room]
    assert all(seen(best) >= seen(edge) for edge in others)
