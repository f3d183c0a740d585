"""A span counts code points, may be empty, and never ends before it begins."""

import pytest

from workbench.model import Span


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2), (-2, -1)])
def test_what_is_no_stretch_of_a_text_is_refused(start, end):
    with pytest.raises(ValueError, match=rf"\[{start}, {end}\)"):
        Span(start, end)


def test_a_span_counts_code_points():
    text = "a\U0001f6a2 ferry"
    assert Span(1, 2).of(text) == "\U0001f6a2"
    assert Span(0, 3).of(text) == "a\U0001f6a2 "
    assert Span(4, 4).of(text) == ""
    assert [Span(0, 3).length, Span(4, 4).length] == [3, 0]


@pytest.mark.parametrize(
    ("other", "shared", "contains", "joined"),
    [
        (Span(2, 6), 4, True, Span(2, 6)),
        (Span(3, 4), 1, True, Span(2, 6)),
        (Span(6, 6), 0, True, Span(2, 6)),
        (Span(0, 3), 1, False, Span(0, 6)),
        (Span(5, 9), 1, False, Span(2, 9)),
        (Span(6, 8), 0, False, Span(2, 8)),
        (Span(8, 9), 0, False, Span(2, 9)),
    ],
)
def test_two_spans(other, shared, contains, joined):
    span = Span(2, 6)
    assert (span.shared(other), span.contains(other), span.joined(other)) == (
        shared,
        contains,
        joined,
    )
    assert other.shared(span) == shared
    assert other.joined(span) == joined
