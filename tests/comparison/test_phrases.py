import numpy as np

from workbench.comparison.phrases import recurring
from workbench.comparison.term_words import phrase_value, read_term_words, words_of
from workbench.model import Article


def found(text):
    """Return the recurring phrases as their longest uses have them, with their counts."""
    words = read_term_words([Article("a1", text)])
    phrases = recurring(words)
    result = {}
    for number, (lead, length) in enumerate(zip(phrases.leads, phrases.lengths, strict=True)):
        written = text[words.starts[lead] : words.ends[lead + length - 1]]
        result[written] = len(phrases.uses(number))
    return result


def test_phrases_recur_in_any_inflection():
    assert found("Old town hall here. The old town halls. One town hall.") == {
        "Old town": 2,
        "Old town hall": 2,
        "town hall": 3,
    }


def test_a_single_use_counts_beside_one_that_is_spelled_alike():
    assert found("So production line. So productive line.") == {
        "production line": 1,
        "productive line": 1,
    }


def test_grammar_stands_inside_a_phrase_only_where_it_joins():
    assert found("The ministry of trade. A ministry of trade.") == {"ministry of trade": 2}
    assert found("Ministry was trade. Ministry was trade.") == {}


def test_chinese_phrases_have_four_characters_at_least():
    assert found("新生产力。新生产力。") == {"新生产力": 2}
    assert found("生产力。生产力。") == {}


def test_the_hyphened_form_is_the_same_phrase():
    text = "Deep water port. Deep-water port. Deep water port. Deep-water port."
    assert found(text)["Deep water port"] == 4


def test_phrases_are_found_by_their_numbers():
    phrases = recurring(read_term_words([Article("a1", "Town hall. Town hall.")]))
    hall = phrase_value(words_of(["town hall"])[0], "en")
    assert phrases.find(np.array([hall, 7], np.uint64)).tolist() == [0, -1]
    empty = recurring(read_term_words([Article("a1", "")]))
    assert empty.find(phrases.keys).tolist() == [-1]
