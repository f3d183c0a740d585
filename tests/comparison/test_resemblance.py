"""Which sentences are looked at more closely."""

from workbench.comparison.corpus import read_words
from workbench.comparison.options import CompareOptions
from workbench.comparison.resemblance import SENTENCES, likely_sentences
from workbench.comparison.vocabulary import read_vocabulary
from workbench.model import Article

TOLD = "Herring boats left the eastern quay."
OTHER = "A brass band rehearsed slowly."


def likely(*texts):
    corpus = read_words([Article(f"a{number}", text) for number, text in enumerate(texts)])
    vocabulary = read_vocabulary(corpus, ["en"] * len(texts))
    return likely_sentences(corpus, vocabulary, CompareOptions())


def test_sentences_that_share_rare_words_are_found_by_their_articles():
    found = likely(
        f"{TOLD} {OTHER}", "Nobody came.", f"{OTHER} So the eastern quay lost its boats."
    )
    assert found == {(0, 2): [(0, 4), (1, 3)]}


def test_sentences_of_one_article_are_no_pair():
    assert likely(f"{TOLD} {TOLD}", OTHER) == {}


def test_what_hundreds_of_sentences_share_is_not_looked_up():
    texts = [TOLD] * (SENTENCES + 1)
    assert likely(*texts) == {}
    assert likely(*texts[:2]) == {(0, 1): [(0, 1)]}


def test_no_words_are_no_sentences():
    assert likely("", "…") == {}
