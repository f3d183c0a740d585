"""What an annotation is about, and how words are told from others that look the same."""

import pytest

from workbench.model import Span, Target, TargetKind, select

TEXT = "x" * 40 + "the pier" + "y" * 40
WORDS = select("a1", TEXT, Span(40, 48))


def test_a_selector_keeps_the_words_and_what_stands_around_them():
    assert (WORDS.quote, WORDS.prefix, WORDS.suffix) == ("the pier", "x" * 32, "y" * 32)
    assert WORDS.revision == 0


def test_there_is_less_around_words_at_the_edge():
    selector = select("a1", "the pier", Span(0, 8), 2)
    assert (selector.prefix, selector.suffix, selector.revision) == ("", "", 2)


@pytest.mark.parametrize(
    ("target", "kind", "articles"),
    [
        (Target(), TargetKind.PROJECT, ()),
        (Target((), "a2"), TargetKind.ARTICLE, ("a2",)),
        (Target((WORDS,)), TargetKind.WORDS, ("a1",)),
        (Target((WORDS, select("a3", TEXT, Span(0, 4)))), TargetKind.PASSAGES, ("a1", "a3")),
        (Target((WORDS, WORDS)), TargetKind.PASSAGES, ("a1",)),
    ],
)
def test_a_target_says_what_it_is_about(target, kind, articles):
    assert target.kind is kind
    assert target.articles == articles
