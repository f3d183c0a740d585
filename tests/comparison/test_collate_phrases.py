from workbench.comparison.collate import collate


def rows(*texts):
    return [" | ".join("".join(cell).strip() for cell in row) for row in collate(list(texts)).table]


def test_one_word_for_several_makes_one_cell():
    assert rows("The price turned out high today", "The price was high today") == [
        "The | price | turned out | high | today",
        "The | price | was | high | today",
    ]


def test_more_words_than_a_phrase_has_stay_apart():
    assert rows("Prices came to be seen as falling", "Prices kept falling")[0].count("|") == 6


def test_several_for_several_stay_apart():
    first, second = rows("Prices came down fast today", "Prices rose quite slowly today")
    assert first.count("|") >= 4
    assert all(len(cell.split()) < 2 for cell in (first + " | " + second).split(" | "))


def test_marks_take_no_part_in_phrases():
    first, second = rows("He said, once, no", "He never no")
    assert " , " in first
    assert [cell for cell in second.split(" | ") if cell.strip()] == ["He", "never", "no"]


def test_a_word_more_joins_the_cell_that_differs():
    assert rows("The town has announced ten piers", "The town announces ten piers") == [
        "The | town | has announced | ten | piers",
        "The | town | announces | ten | piers",
    ]
    assert rows("They were waiting for winter", "They were awaiting winter") == [
        "They | were | waiting for | winter",
        "They | were | awaiting | winter",
    ]


def test_a_word_more_between_equal_words_stays_alone():
    assert rows("ten new quality piers", "ten new piers")[1] == "ten | new |  | piers"


def test_a_word_more_at_either_end_stays_alone():
    assert rows("Yet announced piers", "announces piers")[0] == "Yet | announced | piers"
    assert rows("piers announced yet", "piers announces")[0] == "piers | announced | yet"


def test_a_word_that_two_of_three_share_is_sure():
    first, second, third = rows("The black cat", "the cat", "A very black cat")
    assert first == "The |  | black | cat"
    assert second == "the |  |  | cat"
    assert third == "A | very | black | cat"


def test_words_spelled_alike_are_sure():
    assert rows("They modernised it quickly now", "They modernized it now")[0] == (
        "They | modernised | it | quickly | now"
    )
