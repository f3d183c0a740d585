"""Sentences without a counterpart."""

from workbench.comparison.only_here import only_here
from workbench.model import Article, Kind, Passage, PassagePair, Reason, Span


def test_sentences_that_no_pair_touches():
    one = Article("a", "First one. Second one. Third one.\n\n***\n\nFourth one.")
    other = Article("b", "Only second one.")
    a, b = Passage("a", Span(11, 17)), Passage("b", Span(5, 11))
    pair = PassagePair("p1", Kind.VERBATIM, 1.0, a, b, (), Reason(1, 0))
    found = only_here([one, other], [pair])
    texts = {"a": one.text, "b": other.text}
    assert [(p.article, p.span.of(texts[p.article])) for p in found] == [
        ("a", "First one."),
        ("a", "Third one."),
        ("a", "Fourth one."),
    ]
