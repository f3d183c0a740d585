"""The words beside two readings."""

import pytest

from workbench.comparison.wording_context import in_context
from workbench.model import (
    Kind,
    Passage,
    PassagePair,
    Reading,
    Reason,
    Span,
    Variant,
    VariantKind,
)

FUNCTION = {"the", "of", "a"}


def reading(text):
    """Return a text without its brackets, and the reading between them."""
    start = text.index("[")
    words = text[start + 1 : text.index("]")]
    plain = text.replace("[", "").replace("]", "")
    return plain, Reading(Span(start, start + len(words)), words)


def read(one, other):
    (text, a), (its_text, b) = reading(one), reading(other)
    variant = Variant(VariantKind.SUBSTITUTION, a, b)
    pair = PassagePair(
        "p1",
        Kind.EDITED,
        0.9,
        Passage("x", Span(0, len(text))),
        Passage("y", Span(0, len(its_text))),
        (variant,),
        Reason(9, 1),
    )
    return in_context(variant, pair, {"x": text, "y": its_text}, FUNCTION)


def shown(one, other):
    found = read(one, other)
    return found.a, found.b


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("ten new []piers", "ten new [quality] piers", ("new", "new quality")),
        ("ten new [quality] piers", "ten new []piers", ("new quality", "new")),
        ("in the []harbour town", "in the [old] harbour town", ("harbour", "old harbour")),
        ("in the []sea", "in the [old] harbour", ("", "old")),
        ("New, []harbour", "new, [old] winter", ("", "old")),
        ("ten\n[]piers", "ten\n[old] ships", ("", "old")),
        ("ten []piers", "ten [of the] piers", ("", "of the")),
        ("ten []piers", "ten [long and very old] piers", ("", "long and very old")),
        ("ten [old\n] piers", "ten [new] piers", ("old", "new")),
        ("港[]口", "港[新]口", ("", "新")),
        ("[]", "[new]", ("", "new")),
    ],
)
def test_a_word_that_one_has_is_shown_with_its_neighbour(one, other, expected):
    assert shown(one, other) == expected


@pytest.mark.parametrize(
    ("one", "other", "context", "inside"),
    [
        ("ten new []piers", "Ten new [quality] piers", 2, True),
        ("the []piers", "the [old] piers", 2, False),
        ("ten [old] piers", "ten [new] piers", 2, False),
        ("ten [old] ships", "ten [new] piers", 1, False),
        ("nine [old] ships", "ten [new] piers", 0, False),
    ],
)
def test_equal_words_beside_are_counted(one, other, context, inside):
    found = read(one, other)
    assert (found.context, found.inside) == (context, inside)


def test_without_the_articles_nothing_is_known():
    found = read("ten new []piers", "ten new [quality] piers")
    bare = in_context(found.variant, found.pair, {"x": "ten"}, FUNCTION)
    assert (bare.a, bare.b, bare.context) == ("", "quality", 0)
