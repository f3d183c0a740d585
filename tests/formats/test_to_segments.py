from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.formats.to_segments import Mark, segments
from workbench.model import Span

SPANS = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda p: Span(min(p), max(p)))
WORD = "abcdefghijklmnopqrstuvwxyz01234"  # without blanks, which marks do not begin or end with
TEXT = "The harbour opened in May, sir."


def mark(start, end, number=1):
    return Mark(Span(start, end), number, 1, "edited", f"p{number}")


def test_segments_are_cut_where_marks_and_differences_begin_and_end():
    (row,) = segments(
        TEXT, [Span(0, 31)], [mark(4, 25), mark(12, 18, number=2)], [Span(19, 21), Span(20, 21)]
    )
    assert [one.text for one in row] == [
        "The ", "harbour ", "opened", " ", "in", " May", ", sir.",
    ]  # fmt: skip
    assert [[m.number for m in one.marks] for one in row] == [[], [1], [1, 2], [1], [1], [1], []]
    assert [sorted(one.begins) for one in row] == [[], ["p1"], ["p2"], [], [], [], []]
    assert [[m.number for m in one.ends] for one in row] == [[], [], [2], [], [], [1], []]
    assert [one.differs for one in row] == [False, False, False, False, True, False, False]


def test_a_mark_over_two_paragraphs_begins_once_and_ends_once():
    text = "Ten piers.\n\nNo rain."
    first, second = segments(text, [Span(0, 10), Span(12, 20)], [mark(4, 14)], [])
    assert [one.text for one in first + second] == ["Ten ", "piers.", "No", " rain."]
    assert [len(one.begins) for one in first + second] == [0, 1, 0, 0]
    assert [len(one.ends) for one in first + second] == [0, 0, 1, 0]


def test_a_mark_that_ends_in_the_blank_between_paragraphs_ends_before_it():
    text = "Ten piers.\n\nNo rain."
    first, _ = segments(text, [Span(0, 10), Span(12, 20)], [mark(4, 11)], [])
    assert [len(one.ends) for one in first] == [0, 1]


@settings(deadline=None)
@given(st.lists(SPANS, max_size=6), st.lists(SPANS, max_size=6))
def test_segments_give_back_the_text_and_what_lies_over_each_word(spans, differing):
    marks = [Mark(span, n, 1, "edited", f"p{n}") for n, span in enumerate(spans)]
    (row,) = segments(WORD, [Span(0, len(WORD))], marks, differing)
    assert "".join(one.text for one in row) == WORD
    at = 0
    for one in row:
        for place in range(at, at + len(one.text)):
            assert {m.number for m in one.marks} == {
                n for n, span in enumerate(spans) if span.start <= place < span.end
            }
            assert one.differs == any(span.start <= place < span.end for span in differing)
        at += len(one.text)
    begun = [name for one in row for name in one.begins]
    ended = [m.name for one in row for m in one.ends]
    assert sorted(begun) == sorted(ended) == sorted(m.name for m in marks if m.span.length)
