from pathlib import Path

import pytest

from workbench.formats.publication import Publication, seen_in_text


def test_unknown_fields_are_filled_and_known_ones_kept():
    told = Publication(outlet="A", headline="H").or_else(Publication(outlet="B", byline="C"))
    assert told == Publication(outlet="A", headline="H", byline="C")


def test_an_article_has_all_fields_and_no_id():
    told = Publication("O", "H", "B", "2024-03-06", "https://a.org", "en")
    article = told.article(Path("a") / "b.txt", "T")
    assert (article.id, article.text, article.path) == ("", "T", str(Path("a") / "b.txt"))
    assert (article.outlet, article.headline, article.byline) == ("O", "H", "B")
    assert (article.published, article.url, article.language) == (
        "2024-03-06",
        "https://a.org",
        "en",
    )


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("A ferry returns\n\nIt left on Tuesday.", "A ferry returns"),
        ("\n\n  A  ferry returns \n \nIt left.", "A ferry returns"),
        ("Will it return?\n\nIt left.", "Will it return?"),
        ("渡轮回到旧港\n\n它离开了。", "渡轮回到旧港"),
        ("A ferry returns\nIt left on Tuesday.", ""),
        ("It left on Tuesday.\n\nIt came back.", ""),
        ("“It left on Tuesday.”\n\nIt came back.", ""),
        ("渡轮离开了。\n\n它回来了。", ""),
        ("He said:\n\n“No.”", ""),
        ("A ferry returns\n\n", ""),
        ("A ferry returns", ""),
        ("* * *\n\nIt left.", ""),
        ("word " * 31 + "\n\nIt left.", ""),
        ("", ""),
    ],
)
def test_a_first_line_shaped_like_a_headline(text, headline):
    assert seen_in_text(text).headline == headline


@pytest.mark.parametrize(
    ("text", "published"),
    [
        (" date 2024-03-20 HARBOUR: The ferry left.", "2024-03-20"),
        ("Published: 2024-03-20\nThe ferry left.", "2024-03-20"),
        ("date 2024-02-30 HARBOUR: The ferry left.", ""),
        ("The date 2024-03-20 was set.", ""),
        ("2024-03-20 was the day.", ""),
    ],
)
def test_a_date_is_believed_under_its_name_only(text, published):
    assert seen_in_text(text).published == published


@pytest.mark.parametrize(
    ("words", "count"),
    [
        *(("355 words", 355), ("1,234 words", 1234), ("1.234 Wörter", 1234), ("1 234 mots", 1234)),
        *(("12\xa0345", 12345), ("355.0", 355), ("1234567", 1234567), ("12345678", 0)),
        *(("1,234,567", 1234567), ("many", 0), ("", 0), ("1234 567", 1234)),
    ],
)
def test_a_word_count_is_a_number_in_any_language(words, count):
    assert Publication.told(printed_words=words).printed_words == count


def test_the_day_of_retrieval_has_no_time():
    assert Publication.told(retrieved="2024-03-05T10:00:00Z").retrieved == "2024-03-05"
    assert Publication.told(retrieved="some day").retrieved == ""
