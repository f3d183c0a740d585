"""What two texts have in another order."""

from workbench.comparison.moved import FAR, Block, moved

COMMON = {"the", "of", "a"}


def find(one, other, *, taken=()):
    """Look for moved words; those of both texts that are `taken` have their counterparts."""
    texts = one.split(), other.split()
    words = sorted({*texts[0], *texts[1]})
    numbers = tuple([words.index(word) for word in text] for text in texts)
    free = tuple([word not in taken for word in text] for text in texts)
    telling = {words.index(word) for word in words if word not in COMMON}
    return moved(numbers, free, telling)


def test_a_phrase_that_moved():
    assert find("on monday ten piers", "ten piers on monday", taken={"ten", "piers"}) == [
        Block(0, 2, 2)
    ]


def test_words_that_have_their_counterpart_do_not_move():
    assert find("ten piers", "ten piers", taken={"ten", "piers"}) == []


def test_a_block_goes_as_far_as_both_agree_and_no_farther():
    assert find("old harbour town x", "y old harbour sea", taken={"x", "y"}) == [Block(0, 1, 2)]


def test_function_words_alone_do_not_move():
    assert find("the of x", "y of the", taken={"x", "y"}) == []


def test_a_single_word_has_to_be_the_only_one():
    assert find("harbour x", "y harbour", taken={"x", "y"}) == [Block(0, 1, 1)]
    assert find("harbour x harbour", "y harbour", taken={"x", "y"}) == []


def test_a_single_word_does_not_move_far():
    far = " ".join(f"w{n}" for n in range(FAR + 1))
    taken = set(far.split())
    assert find(f"harbour {far}", f"{far} harbour", taken=taken) == []
    assert find(f"old harbour {far}", f"{far} old harbour", taken=taken) == [Block(0, FAR + 1, 2)]


def test_the_block_with_more_telling_words_wins():
    found = find(
        "old harbour x harbour town wall", "harbour town wall y old harbour", taken={"x", "y"}
    )
    assert found == [Block(0, 4, 2), Block(3, 0, 3)]
    overlapping = find("old harbour town wall", "harbour town wall y old harbour", taken={"y"})
    assert overlapping == [Block(1, 0, 3)]


def test_a_word_repeated_endlessly_takes_bounded_time():
    assert find("harbour x " * 3000, "y harbour " * 3000, taken={"x", "y"}) == []
