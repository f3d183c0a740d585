"""What a comparison depends on, and what it does not."""

from dataclasses import replace

import pytest

from workbench.model import Article
from workbench.project.comparison_key import are_compared_alike

ONE = Article("a1", "The ferry left.", "Harbour Post", "Ferry", published="2024-02-20")
TWO = Article("a2", "Nobody waved.", "Evening Star")


@pytest.mark.parametrize("change", [{"headline": "Old ferry"}, {"byline": "A. Reporter"}, {}])
def test_what_else_is_known_changes_no_comparison(change):
    assert are_compared_alike((ONE, TWO), (replace(ONE, **change), TWO))


@pytest.mark.parametrize(
    "change",
    [
        *({"id": "a9"}, {"text": "The ferry leaves."}, {"outlet": "Wire"}),
        *({"published": "2024-02-21"}, {"language": "en"}),
    ],
)
def test_what_a_comparison_tells_of_changes_it(change):
    assert not are_compared_alike((ONE, TWO), (replace(ONE, **change), TWO))


@pytest.mark.parametrize("others", [(ONE,), (TWO, ONE), (ONE, TWO, ONE)])
def test_other_articles_or_another_order_change_it(others):
    assert not are_compared_alike((ONE, TWO), others)
