"""Where sentences and clauses begin."""

from pathlib import Path

import pytest

from workbench.text.sentences import CLAUSE, NO_BREAK, PARAGRAPH, SENTENCE, breaks, sentences
from workbench.text.tokenize import token_arrays

CASES = (Path(__file__).parent / "data" / "sentences.txt").read_text("utf-8").splitlines()


def found(text):
    return [span.of(text) for span in sentences(text)]


@pytest.mark.parametrize("case", CASES)
def test_sentences(case):
    expected = case.split("¦")
    text = ("" if "。" in case or "！" in case or "》" in case else " ").join(expected)
    assert found(text) == expected


def test_nothing_to_read_has_no_sentences():
    assert sentences("") == ()
    assert sentences(" \n ") == ()
    assert breaks("", token_arrays("")).tolist() == []


def test_a_new_paragraph_is_a_new_sentence_and_so_is_a_new_line():
    assert found("Headline\n\nby Nobody\nFirst line\nSecond") == [
        "Headline",
        "by Nobody",
        "First line",
        "Second",
    ]


def test_a_line_that_goes_on_with_a_small_letter_is_the_same_sentence():
    assert found("It went\non and on.") == ["It went\non and on."]


def test_lines_wrapped_by_hand_are_one_sentence():
    text = (
        "The committee of the town of Nordhaven has met on every Monday since\n"
        "March, and nobody but Mr. Ashdown of the harbour office has ever been\n"
        "Late for it.\nNext one"
    )
    assert len(found(text)) == 2


def test_lines_in_scripts_without_spaces_are_wrapped_only_where_two_are_full():
    full = "市议会星期一决定关闭旧港口三个星期，" + "市长陈立明说我们必须先修好码头才能让渡轮回来"
    assert len(found(f"{full}\n{full}\n好")) == 1
    assert len(found(f"{full}\n市议会\n好")) == 3


def test_a_blank_in_a_script_without_spaces_parts_clauses():
    text = "สภา ปิด a b"
    tokens = token_arrays(text)
    depth = dict(zip(tokens.starts.tolist(), breaks(text, tokens).tolist(), strict=True))
    assert depth[text.index("ป")] == CLAUSE
    assert depth[text.index("b")] == NO_BREAK


def test_the_depth_of_each_break():
    text = "He came, she left. It ended.\n\nSo be it"
    tokens = token_arrays(text)
    depth = dict(zip([text[start] for start in tokens.starts], breaks(text, tokens), strict=True))
    assert depth["H"] == PARAGRAPH
    assert depth["c"] == NO_BREAK
    assert depth["s"] == CLAUSE
    assert depth["I"] == SENTENCE
    assert depth["S"] == PARAGRAPH
