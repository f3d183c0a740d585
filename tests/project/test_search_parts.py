"""Queries are taken apart, and their words are put as the index has them."""

from workbench.model import AllOf, AnyOf, Dated, Field, Near, NoneOf, Phrase
from workbench.project.search_parts import prepared
from workbench.text.searchable import searchable

LOUD, TOWN = Phrase("ÜBER"), Phrase("新质")
SPRING = Dated(Field.AFTER, "2024-03")


def test_all_words_of_a_query_are_as_the_index_has_them():
    over, town = Phrase(searchable("ÜBER")), Phrase(searchable("新质"))
    assert over.text != LOUD.text
    assert town.text != TOWN.text
    query = AllOf((NoneOf(LOUD), AnyOf((TOWN, Near(LOUD, TOWN, 3))), SPRING))
    assert prepared(query) == AllOf((NoneOf(over), AnyOf((town, Near(over, town, 3))), SPRING))
