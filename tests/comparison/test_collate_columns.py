import numpy as np
import pytest

from workbench.comparison import collate_columns
from workbench.comparison.collate_columns import NOTHING, merged
from workbench.comparison.collate_similarity import Form, vocabulary


def table(words, forms):
    places = [forms.index(Form(word, is_word=True)) for word in words.split()]
    return np.array(places, dtype=np.int32)[:, None]


def merge(*texts):
    """Merge texts one by one and show each row with dots where it has nothing."""
    used = vocabulary(Form(word, is_word=True) for text in texts for word in text.split())
    words = [form.norm for form in used.forms]
    result = table(texts[0], used.forms)
    for text in texts[1:]:
        result = merged(result, table(text, used.forms), used)
    return [
        " ".join("." if k == NOTHING else words[k] for k in result[:, row])
        for row in range(len(texts))
    ]


def test_equal_words_share_a_column():
    assert merge("ten new piers opened", "ten piers were opened") == [
        "ten new piers . opened",
        "ten . piers were opened",
    ]


def test_a_word_between_equal_ones_is_taken_for_replaced():
    assert merge("the minister said yesterday", "the minister claimed yesterday") == [
        "the minister said yesterday",
        "the minister claimed yesterday",
    ]


def test_a_third_text_joins_the_columns_of_the_first_two():
    assert merge("ten new piers", "ten piers", "ten new long piers") == [
        "ten new . piers",
        "ten . . piers",
        "ten new long piers",
    ]


def test_nothing_is_merged_with_something():
    assert merge("", "ten piers") == [". .", "ten piers"]
    assert merge("ten piers", "") == ["ten piers", ". ."]


@pytest.fixture
def small_blocks(monkeypatch):
    """Make tables of more than a hundred cells count as too large, and cuts come every third."""
    monkeypatch.setattr(collate_columns, "MOST_CELLS", 100)
    monkeypatch.setattr(collate_columns, "CUT_EVERY", 3)


@pytest.mark.usefixtures("small_blocks")
def test_long_texts_are_cut_at_words_they_have_once():
    words = [f"word{number}" for number in range(60)]
    changed = [word for word in words if word not in {"word7", "word30", "word31"}]
    changed[20:20] = ["harbour", "piers"]
    one, other = merge(" ".join(words), " ".join(changed))
    pairs = list(zip(one.split(), other.split(), strict=True))
    assert [a for a, b in pairs if a == b] == [word for word in words if word in changed]


@pytest.mark.usefixtures("small_blocks")
def test_words_that_have_moved_do_not_lead_astray():
    words = [f"word{number}" for number in range(40)]
    moved = [*words[:10], *words[30:], *words[10:30]]
    one, other = merge(" ".join(words), " ".join(moved))
    kept = [a for a, b in zip(one.split(), other.split(), strict=True) if a == b]
    assert kept == words[:30]


@pytest.mark.usefixtures("small_blocks")
def test_long_texts_without_such_words_are_cut_in_the_middle():
    one, other = merge("na " * 40, "na " * 30)
    assert one.split().count("na") == 40
    assert other.split().count("na") == 30
    assert len(one.split()) == 40


@pytest.mark.usefixtures("small_blocks")
def test_a_word_twice_in_one_column_still_marks_it():
    text = " ".join(f"word{number}" for number in range(30))
    rows = merge(text, text, text)
    assert rows == [text] * 3
