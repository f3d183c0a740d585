"""What an archive takes, what bad input takes, and what the usual tools take for the same."""

import pytest

OVERLAP = "overlap, every pair aligned"


@pytest.mark.timeout(900)
def test_archives(table):
    for articles, jobs, bar in (
        *((1_000, 1, ""), (10_000, 1, ""), (10_000, 2, "15 s, 1500 MB")),
        *((40_000, 1, ""), (40_000, 2, "5 times that")),
    ):
        size = f"{articles:,} articles, {jobs} jobs"
        table(OVERLAP, size, bar, "overlap", articles, jobs)


@pytest.mark.timeout(900)
def test_the_same_by_other_means(table):
    table("difflib, words of every two articles", "10,000 articles", "", "difflib", 10_000, 25)
    table("MinHash (datasketch), near copies only", "10,000 articles", "", "minhash", 10_000)


@pytest.mark.timeout(300)
def test_a_few_articles(table):
    for articles, words, bar in ((2, 1_000, ""), (8, 1_000, "0.3 s"), (8, 10_000, "")):
        table("full comparison", f"{articles} x {words:,} words", bar, "compared", articles, words)
    table("one article added, fingerprints known", "10,000 articles", "0.5 s", "related_to", 10_000)


@pytest.mark.timeout(900)
def test_bad_input(table):
    table("copies of one page", "5,000 articles", "", "copies", 5_000)
    table("copies that differ in a number", "5,000 articles", "", "stamped", 5_000)
    table("a line", "100 MB", "", "line", 100)
    table("quotation marks", "3 x 1,000,000", "", "marks", 1_000_000)
    table("one word", "1,000,000 times", "", "word", 1_000_000)
    table("one sentence", "100,000 times", "", "refrain", 100_000)
    table("one word is 29 % of all words", "3,000 articles", "", "frequent", 3_000)
