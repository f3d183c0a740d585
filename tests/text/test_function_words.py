"""Function words, by the language of the text."""

from workbench.text.function_words import AUXILIARY, DETERMINER, PREPOSITION, function_words


def test_the_language_of_most_words_decides():
    english = function_words(["the", "war", "between", "them", "will", "go", "on"])
    german = function_words("der Krieg war nicht das Ende und die Stadt".lower().split())
    assert "war" not in english
    assert german["war"] & AUXILIARY
    assert german["die"] & DETERMINER


def test_words_know_their_sorts():
    words = function_words(["the", "of"])
    assert words["the"] == DETERMINER
    assert words["of"] & PREPOSITION
    assert words["also"] == 0


def test_without_words_it_is_english():
    assert "the" in function_words([])
