"""How much a shared word tells."""

from workbench.comparison.corpus import read_words
from workbench.comparison.weight import FUNCTION, NAME, SINGLE, weigh
from workbench.model import Article, silent


def weights(*texts):
    corpus = read_words([Article(str(n), text) for n, text in enumerate(texts)], silent)
    return [round(float(value), 3) for value in weigh(corpus).values]


def test_function_words_names_and_characters_weigh_less_than_other_words():
    assert weights("the herring saw Nordhaven 港") == [FUNCTION, 1.0, 1.0, NAME, SINGLE]


def test_a_word_that_begins_a_sentence_is_no_name_for_that():
    assert weights("Herring swims. It saw Nordhaven")[0] == 1.0


def test_a_word_that_an_article_repeats_weighs_less():
    assert weights("herring herring herring herring", "quay") == [0.5] * 4 + [1.0]


def test_words_that_many_articles_share_weigh_less_but_never_in_a_small_comparison():
    common = [f"herring word{number}" for number in range(20)]
    alone = [f"quay{number}" for number in range(80)]
    many = weights(*common, *alone)
    assert many[0] < 1.0
    assert many[1] == many[-1] == 1.0
    assert weights(*common[:9])[0] == 1.0
