"""When a date begins, and when what it tells is over."""

import pytest

from workbench.text.moments import earliest, instant, over


@pytest.mark.parametrize(
    ("published", "begin", "end"),
    [
        ("2024", "2024-01-01T00:00", "2025-01-01T00:00"),
        ("2024-02", "2024-02-01T00:00", "2024-03-01T00:00"),
        ("2024-12", "2024-12-01T00:00", "2025-01-01T00:00"),
        ("2024-02-29", "2024-02-29T00:00", "2024-03-01T00:00"),
        ("20240229", "2024-02-29T00:00", "2024-03-01T00:00"),
        ("2024-02-29T23:59", "2024-02-29T23:59", "2024-03-01T00:00"),
        ("2024-03-07T01:00+05:00", "2024-03-06T20:00", "2024-03-06T20:01"),
        ("9999-12-31", "9999-12-31T00:00", "9999-12-31T23:59:59.999999"),
    ],
)
def test_a_date_begins_and_is_over(published, begin, end):
    assert instant(published) == instant(begin)
    assert over(published) == instant(end)


@pytest.mark.parametrize("published", ["", "soon", "2024-02-30"])
def test_what_is_no_date_has_neither(published):
    assert instant(published) is over(published) is None


@pytest.mark.parametrize(
    ("dates", "places"),
    [
        ((), ()),
        (("", "soon"), ()),
        (("2024-03-07", "2024-03-06", ""), (1,)),
        (("2024-03-06", "2024-03-06T08:00", "2024-03-07"), (0, 1)),
        (("2024-03-06T09:00", "2024-03-06T08:00"), (1,)),
        (("2024-03", "2024-03-06", "2024-02-29"), (2,)),
        (("2024-03", "2024-03-06"), (0, 1)),
        (("2024-03-06T01:00+05:00", "2024-03-05T23:00Z"), (0,)),
    ],
)
def test_the_first_is_told_or_all_that_may_be(dates, places):
    assert earliest(dates) == places
