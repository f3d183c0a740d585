from workbench.comparison.term_uses import Use, find_uses, without_overlaps
from workbench.comparison.term_words import phrase_value, read_term_words, words_of
from workbench.model import Article


def test_uses_stand_inside_sentences():
    words = read_term_words(
        [Article("a1", "Town hall. The town, hall and town halls. Town"), Article("a2", "hall")]
    )
    hall = phrase_value(words_of(["town hall"])[0], "en")
    assert find_uses(words, {hall, 7}, 3) == {
        hall: [Use(hall, 0, 2), Use(hall, 3, 5), Use(hall, 6, 8)]
    }
    assert find_uses(words, {hall}, 1) == {}
    assert find_uses(words, set(), 3) == {}


def test_the_longest_of_overlapping_uses_stays():
    uses = [Use(1, 0, 2), Use(2, 1, 4), Use(3, 4, 5), Use(1, 4, 6), Use(4, 9, 10)]
    assert without_overlaps(uses) == [Use(2, 1, 4), Use(1, 4, 6), Use(4, 9, 10)]
    assert without_overlaps([]) == []


def test_of_two_as_long_the_first_stays():
    assert without_overlaps([Use(2, 1, 3), Use(1, 0, 2)]) == [Use(1, 0, 2)]
