from workbench.comparison.likelihood import log_likelihood
from workbench.comparison.term_counts import Counts, counts
from workbench.model import Article, Passage, Span, Term, TermFamily

ARTICLES = (
    Article("a1", "", outlet="Wire", published="2024-03-05T10:00:00Z"),
    Article("a2", "", outlet="Post", published="2024-03"),
    Article("a3", "", outlet="Wire", published="2024-04-01"),
    Article("a4", ""),
    Article("a5", "", outlet="Zebra", published="2024"),
)


def uses(**numbers):
    return tuple(
        Passage(article, Span(at, at + 1))
        for article, count in numbers.items()
        for at in range(count)
    )


FAMILY = TermFamily(
    (
        Term("new forces", uses(a1=2, a2=1, a4=1)),
        Term("new quality forces", uses(a1=1, a3=4, a5=1)),
        Term("quality forces", ()),
    ),
    0.0,
)


def test_uses_by_outlet_and_by_date():
    found = counts(FAMILY, ARTICLES)
    assert found.by_outlet.names == ("Post", "Wire", "Zebra", "a4")
    assert found.by_outlet.uses == ((1, 2, 0, 1), (0, 5, 1, 0), (0, 0, 0, 0))
    assert found.by_day.names == ("2024-03-05", "2024-04-01")
    assert found.by_day.uses == ((2, 0), (1, 4), (0, 0))
    assert found.by_month.names == ("2024-03", "2024-04")
    assert found.by_month.uses == ((3, 0), (1, 4), (0, 0))


def test_each_form_is_weighed_against_the_others():
    found = counts(FAMILY, ARTICLES).by_outlet
    assert found.log_likelihoods == (
        log_likelihood([[1, 2, 0, 1], [0, 5, 1, 0]]),
        log_likelihood([[0, 5, 1, 0], [1, 2, 0, 1]]),
        0.0,
    )
    assert found.log_likelihoods[0] > 0


def test_a_family_without_uses():
    found = counts(TermFamily((Term("x", ()),), 0.0), ARTICLES)
    assert found.by_outlet == Counts((), ((),), (0.0,))
    assert counts(TermFamily((), 0.0), ()).by_day == Counts((), (), ())
