"""The words that link a pair."""

from workbench.comparison.compare import compare
from workbench.model import Article

SAME = "The herring guild of Nordhaven repaired eleven wooden boats for the children's regatta"


def words(*texts, language="en"):
    articles = [Article(f"a{n}", text, language=language) for n, text in enumerate(texts)]
    return [pair.reason.words for pair in compare(articles).pairs]


def test_the_rarest_words_come_first_with_their_frequency_and_articles():
    (found,) = words(f"{SAME}.", f"Later {SAME.lower()}.")
    assert len(found) == 8
    assert ("Nordhaven", "nordhaven", 0.0) in {(word.a, word.b, word.frequency) for word in found}
    assert [word.frequency for word in found] == sorted(word.frequency for word in found)
    assert all(word.articles == 2 for word in found)


def test_inflected_forms_are_named_as_they_stand():
    first = "The harbour guild repairs wooden boats before the autumn regatta."
    second = "Before autumn regattas the harbour guild repaired a wooden boat."
    (found,) = words(first, second)
    assert ("regatta", "regattas") in {(word.a, word.b) for word in found}


def test_characters_are_named_two_by_two():
    (found,) = words("港务局修理了鲱鱼船。", "听说港务局修理了鲱鱼船！", language="zh")
    assert "鲱鱼" in {word.a for word in found}


def test_exchanged_articles_exchange_the_words():
    first = "The harbour guild repairs wooden boats before the autumn regatta."
    second = "Before autumn regattas the harbour guild repaired a wooden boat."
    (usual,), (turned,) = words(first, second), words(second, first)
    assert [(word.a, word.b) for word in usual] == [(word.b, word.a) for word in turned]
