"""Columns share the room there is; the last ones give way where there is too little."""

from hypothesis import given
from hypothesis import strategies as st

from workbench.ui.columns import share_room

WIDTHS = st.lists(st.integers(1, 300), min_size=1, max_size=8)


def test_columns_grow_alike():
    assert share_room((100, 50, 50), 400) == (200, 100, 100)


def test_the_last_ones_give_way_and_the_others_take_their_room():
    assert share_room((80, 80, 60, 68), 232) == (84, 84, 64, 0)
    assert share_room((80, 80, 60), 100) == (100, 0, 0)


def test_the_first_is_kept_where_even_that_has_no_room():
    assert share_room((80, 20), 10) == (80, 0)
    assert share_room((), 100) == ()


@given(WIDTHS, st.integers(0, 3000))
def test_what_is_shown_fills_the_room_and_can_be_read(widths, room):
    shared = share_room(widths, room)
    shown = [width for width in shared if width]
    assert len(shared) == len(widths)
    assert sum(shown) == max(room, widths[0])
    assert all(width >= least - 1 for width, least in zip(shown, widths, strict=False))
    assert list(shared) == [*shown, *[0] * (len(widths) - len(shown))]
