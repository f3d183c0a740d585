"""The stems of all words and their weight."""

import numpy as np
import pytest

from workbench.comparison.corpus import read_words
from workbench.comparison.vocabulary import LONG, bare, read_vocabulary
from workbench.model import Article


def vocabulary(*texts, language="en"):
    articles = [Article(f"a{number}", text) for number, text in enumerate(texts)]
    corpus = read_words(articles)
    return corpus, read_vocabulary(corpus, [language] * len(texts))


def weights(texts, language="en"):
    """Return the weight of every word, by the word."""
    corpus, known = vocabulary(*texts, language=language)
    article = np.repeat(np.arange(len(texts)), np.diff(corpus.first)).tolist()
    return {
        texts[at][start:end].lower(): known.weight[stem]
        for at, start, end, stem in zip(
            article,
            corpus.starts.tolist(),
            corpus.ends.tolist(),
            known.stems.tolist(),
            strict=True,
        )
    }


def test_rare_words_weigh_more_than_common_ones():
    found = weights(["The herring boats have come home to Nordhaven"])
    assert found["the"] < 1 < found["home"] < found["herring"] < found["nordhaven"]


def test_forms_of_a_word_are_one_stem():
    _, known = vocabulary("He dredges the harbour.", "They dredged harbours.")
    assert known.stems[1] == known.stems[5]
    assert known.stems[3] == known.stems[6]
    assert known.articles[known.stems[1]] == 2


def test_what_an_article_repeats_from_sentence_to_sentence_weighs_less():
    once = weights(["The herring came late this year. Nobody saw the boats."])
    again = weights(["The herring came late this year. Nobody saw the herring."])
    assert again["herring"] < once["herring"]


def test_what_most_of_many_articles_have_weighs_less():
    few = weights([f"The herring came late to harbour number {k}." for k in range(5)])
    many = weights([f"The herring came late to harbour number {k}." for k in range(30)])
    assert many["herring"] < few["herring"]


def test_numbers_all_weigh_the_same():
    found = weights(["In 2023 there were 17 boats"])
    assert found["2023"] == found["17"]


def test_languages_without_a_list_go_by_the_project_alone():
    found = weights(["navis ad portum venit"], language="la")
    assert len(set(found.values())) == 1


def test_characters_count_together_with_the_next():
    text = "港口的鲱鱼。捕鱼"
    corpus, known = vocabulary(text, language="zh")
    read = [text[a:b] for a, b in zip(corpus.starts.tolist(), known.ends.tolist(), strict=True)]
    assert read == ["港口", "口的", "的鲱", "鲱鱼", "鱼", "捕鱼", "鱼"]


@pytest.mark.parametrize(
    ("form", "expected"),
    [("china's", "china"), ("l'homme", "homme"), ("harbour", "harbour"), ("'tis", "tis")],
)
def test_what_an_apostrophe_ties_to_a_word_is_cut_off(form, expected):
    assert bare(form) == expected


def test_short_sentences_go_with_the_next_and_endless_ones_are_cut():
    _, known = vocabulary(
        "He agreed. The boats left the harbour. So it was.", "Well.", "Fish swim."
    )
    assert known.heads.tolist() == [0, 7, 10, 11, 13]
    _, known = vocabulary("word " * (2 * LONG + 5))
    assert known.heads.tolist() == [0, LONG, 2 * LONG, 2 * LONG + 5]


def test_articles_without_words_have_no_stems():
    _, known = vocabulary("", "…")
    assert len(known.stems) == 0
    assert known.heads.tolist() == [0]
