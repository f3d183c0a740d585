"""No text makes the comparison crash or hang: what is degenerate is bounded."""

from random import Random

import pytest

from workbench.comparison.archive import overlaps
from workbench.comparison.compare import compare
from workbench.model import Article, Kind

SENTENCE = "The quick brown fox jumps over a lazy dog near our river bank. "
RANDOM = Random(3)
FEW_WORDS = [" ".join(RANDOM.choices(["ab", "cd", "ef"], k=20_000)) for _ in range(2)]
MANY_WORDS = " ".join(RANDOM.choices([f"word{n}" for n in range(3000)], k=20_000))


def articles(*texts):
    return [Article(f"a{number}", text) for number, text in enumerate(texts)]


@pytest.mark.parametrize(
    "texts",
    [
        ("", ""),
        ("…!?" * 1000, "“”" * 1000),
        ("word " * 100_000, "word " * 70_000),
        (SENTENCE * 3000, SENTENCE * 2000),
        tuple(FEW_WORDS),
        ("\x00\x01 \ud800 \udfff a b c d" * 500, "\x00 \ud800 a b c d\x1f" * 500),
        ('"a b c d" ' * 2000, "“a b c d” " * 2000),
        ("x" * 200_000, "x" * 200_000),
        ("\u0301" * 1000, "\u200b" * 1000),
        ("٣٤٥ مرحبا بالعالم " * 300, "مرحبا بالعالم ٣٤٥ " * 300),
    ],
    ids=range(10),
)
def test_degenerate_texts_are_compared_in_bounded_time(texts):
    result = compare(articles(*texts))
    for pair in result.pairs:
        for passage in (pair.a, pair.b):
            text = texts[int(passage.article[1:])]
            assert 0 <= passage.span.start < passage.span.end <= len(text)


def test_identical_articles_are_one_verbatim_pair():
    (pair,) = compare(articles(MANY_WORDS, MANY_WORDS)).pairs
    assert pair.kind is Kind.VERBATIM
    assert pair.a.span.of(MANY_WORDS) == MANY_WORDS


def test_hundreds_of_copies_of_one_page_are_linked_with_one_of_them():
    pages = articles(*[MANY_WORDS[:3000]] * 150)
    pairs = list(overlaps(pages))
    assert {pair.kind for pair in pairs} == {Kind.VERBATIM}
    assert {pair.b.article for pair in pairs} == {f"a{number}" for number in range(1, 150)}
    assert {pair.a.article for pair in pairs} == {"a0"}
    assert len(pairs) == 149
    assert len(list(overlaps(pages[:12]))) == 66


def test_one_word_that_is_everywhere_links_nothing():
    random = Random(1)
    words = [f"w{number}" for number in range(2000)]
    texts = [
        " ".join("x" if random.random() < 0.3 else random.choice(words) for _ in range(100))
        for _ in range(200)
    ]
    assert list(overlaps(articles(*texts))) == []


def test_a_text_that_repeats_itself_is_one_passage():
    (pair,) = overlaps(articles(SENTENCE * 40, f"So. {SENTENCE * 40}"))
    assert pair.a.span.of(SENTENCE * 40) == (SENTENCE * 40).rstrip(". ")
