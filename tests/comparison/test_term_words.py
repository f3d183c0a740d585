import numpy as np
import pytest

from workbench.comparison.term_words import is_content, phrase_value, read_term_words, words_of
from workbench.model import Article
from workbench.text.sentences import CLAUSE, SENTENCE


def read(*texts, language="en"):
    return read_term_words(
        [Article(f"a{number}", text, language=language) for number, text in enumerate(texts)]
    )


def number(phrase, language="en"):
    return np.uint64(phrase_value(words_of([phrase])[0], language))


@pytest.mark.parametrize(
    ("text", "length", "phrase"),
    [
        ("The new-quality force", 2, "new quality forces"),
        ("new quality forces", 3, "New-Quality FORCE"),
        ("the Mayor’s office", 2, "mayors office"),
        ("新质生产力", 5, "新质生产力"),
    ],
)
def test_a_phrase_has_one_number_however_it_is_written(text, length, phrase):
    assert number(phrase) in read(text).phrase_values(length)


def test_other_phrases_have_other_numbers():
    words = read("new production forces", "new productive forces")
    assert len(set(words.phrase_values(3)[[0, 3]].tolist())) == 2
    assert len(set(words.blurred_values(3)[[0, 3]].tolist())) == 1
    assert number("forces new") != number("new forces")


def test_phrases_longer_than_the_text_are_none():
    assert read("one two").phrase_values(3).tolist() == []
    assert read("").phrase_values(1).tolist() == []


def test_breaks_inside_phrases():
    words = read("a big, old house. Sold", "now")
    assert words.unbroken(2, CLAUSE).tolist() == [True, False, True, False, False]
    assert words.unbroken(2, SENTENCE).tolist() == [True, True, True, False, False]


def test_names_have_a_capital_inside_sentences_nearly_always():
    words = read("So Wei left. Port Elin closed, and the port was sold; port after port.")
    named = dict(zip(["So", "Wei", "left", "Port", "Elin"], words.names.tolist(), strict=False))
    assert named == {"So": False, "Wei": True, "left": False, "Port": False, "Elin": True}
    assert not read("Ein Hafen und noch ein Hafen", language="de-AT").names.any()


def test_the_commonest_language_decides():
    texts = [("neue Kräfte", "de"), ("neue Kräfte", "de"), ("new forces", "en"), ("?", "")]
    articles = [
        Article(f"a{number}", text, language=language)
        for number, (text, language) in enumerate(texts)
    ]
    assert read_term_words(articles).language == "de"
    assert read_term_words(articles[3:]).language == "en"


@pytest.mark.parametrize(
    ("word", "content"),
    [
        ("force", True),
        ("new-quality", True),
        ("生", True),
        ("kra\u0308fte", True),
        ("हिन्दी", True),
        ("x", False),
        ("的", False),
        ("the", False),
        ("said", False),
        ("not", False),
        ("seven", False),
        ("2024", False),
        ("g20", False),
        ("monday", False),
        ("", False),
        ("-", False),
        ("x" * 41, False),
    ],
)
def test_content(word, content):
    assert is_content(word) is content


def test_words_of_several_texts():
    assert words_of(["A b-c!", "", "—", "D"]) == [["a", "b-c"], [], [], ["d"]]
    assert words_of([]) == []
