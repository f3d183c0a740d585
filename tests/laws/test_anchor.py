"""What holds when annotations are carried to any later text whatsoever."""

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from workbench.model import Span
from workbench.model.annotation import Placing, select
from workbench.text.anchor import candidates, carry
from workbench.text.revised import differences
from workbench.text.tokenize import tokenize

LAW = settings(max_examples=60, deadline=None)
PIECES = st.sampled_from(
    [
        "The ferry left. ", "The ferry ", "left the pier", " at six", ". ", "“No”, ", "\n\n", " ",
        "It was raining and the old harbour master went home early that day. ", "港口重新开放。",
        "六", "e", "\u0301", "\ud800", "\x00", "👍🏽 ", "ß", "ﬁ", "20 tons, ", "21 tons, ", "-",
        "\u00ad", "’s ",
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=25).map("".join) | st.text(max_size=40)
PLAIN = st.lists(st.sampled_from(["pier", "Pier", "old", "the", "The", ".", "“", '"'])).map(
    " ".join
)
WORDS = [f"{head}{tail}" for head in ("sal", "mer", "tov", "bri") for tail in ("ka", "lon", "dis")]


@st.composite
def annotated(draw):
    text = draw(TEXTS)
    ends = st.integers(0, len(text))
    spans = [Span(*sorted(pair)) for pair in draw(st.lists(st.tuples(ends, ends), max_size=5))]
    return text, [select("a1", text, span) for span in spans]


@LAW
@given(annotated(), TEXTS)
def test_what_is_placed_has_its_words_and_what_is_not_is_as_it_was(old, after):
    before, selectors = old
    for one, new in zip(selectors, carry(selectors, before, after, 3), strict=True):
        if new.placing is Placing.DOUBTFUL:
            assert (new.span, new.quote, new.revision) == (one.span, one.quote, 0)
        else:
            assert new == select("a1", after, new.span, 3) or new.confidence < 1
            assert new.span.of(after) == new.quote
            assert new.span.length or before == after
            assert 0.7 < new.confidence <= 1


@LAW
@given(annotated())
def test_in_an_unchanged_text_all_stay(old):
    text, selectors = old
    assert carry(selectors, text, text, 1) == tuple(
        select("a1", text, one.span, 1) for one in selectors
    )


@LAW
@given(annotated(), TEXTS)
def test_candidates_lie_in_the_later_text_apart_from_each_other(old, after):
    before, selectors = old
    for selector in selectors:
        found = candidates(selector, before, after)
        assert len(found) <= 5
        for number, one in enumerate(found):
            assert 0 <= one.span.start < one.span.end <= len(after)
            assert 0 <= one.confidence <= 1
            assert not any(one.span.shared(other.span) for other in found[:number])


@LAW
@given(st.permutations(WORDS), st.data())
def test_what_is_put_in_elsewhere_moves_no_words_that_stand_once(words, data):
    text = " ".join(words)
    tokens = tokenize(text)
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    span = Span(tokens[first].span.start, tokens[last].span.end)
    place = data.draw(st.sampled_from([0, *(word.span.end for word in tokens)]))
    assume(not span.start < place < span.end)
    new = data.draw(
        st.sampled_from([" Ganz neu. ", " plus ", " 新 ", " “So”, said nobody at all; "])
    )
    after = text[:place] + new + text[place:]
    (one,) = carry([select("a1", text, span)], text, after, 1)
    assert one.placing is Placing.PLACED
    moved = len(new) if place <= span.start else 0
    assert one.span == Span(span.start + moved, span.end + moved)


@LAW
@given(PLAIN, PLAIN)
def test_differences_lead_from_one_text_to_the_other(before, after):
    text, at = "", 0
    for one in differences(before, after):
        assert one.before.length or one.after.length
        assert at <= one.before.start
        text += f"{before[at : one.before.start]} {one.after.of(after)} "
        at = one.before.end
    assert (text + before[at:]).split() == after.split()
