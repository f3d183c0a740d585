from pathlib import Path

import pytest

from workbench.formats import press_record
from workbench.formats.press_record import Announcement, PressRecord, gather
from workbench.model.errors import ArticleError, FileError, FileProblem
from workbench.model.progress import Cancelled, silent

PATH = Path("export.html")


def record(text="It left.", **told):
    return PressRecord((text,) if text else (), "raw", **told)


@pytest.mark.parametrize(
    ("section", "expected"),
    [
        ("A SECTION; Pg. A13", ("A SECTION", "A13")),
        ("Pg. B22", ("", "B22")),
        ("Financial; E01", ("Financial", "E01")),
        ("POLITIK; S. 4", ("POLITIK", "4")),
        ("LOCAL; Pág. 3", ("LOCAL", "3")),
        ("POLITICS; Version:28", ("POLITICS", "")),
        ("NEWS; OPINION; Pg. 3, 5", ("NEWS; OPINION", "3, 5")),
        ("NEWS; Pg. 3; A9", ("NEWS", "3")),
        ("24", ("24", "")),
        ("", ("", "")),
    ],
)
def test_a_section_may_hold_a_page(section, expected):
    article = record(section=section).article(PATH)
    assert (article.section, article.page) == expected


def test_a_page_of_its_own_counts_for_more():
    assert record(section="NEWS; Pg. 3", page="A4").article(PATH).page == "A4"


@pytest.mark.parametrize(
    ("byline", "expected"),
    [("By Ada Quill", "Ada Quill"), ("VON  Ida Feder", "Ida Feder"), ("Byatt, A.", "Byatt, A.")],
)
def test_a_byline_begins_with_a_name(byline, expected):
    assert record(byline=byline).article(PATH).byline == expected


def test_records_without_text_are_set_aside_with_what_stood_there():
    records = [record(), record("", headline=" No\n text "), record(fault=FileProblem.DAMAGED)]
    reading = gather(PATH, "nexis", records, silent, Announcement(3))
    assert [article.text for article in reading.articles] == ["It left."]
    first, second = reading.skipped
    assert isinstance(first, ArticleError)
    assert isinstance(second, ArticleError)
    assert (first.problem, first.place, first.headline) == (FileProblem.NO_TEXT, 2, "No text")
    assert (second.problem, second.place, second.raw) == (FileProblem.DAMAGED, 3, "raw")


def test_raw_text_is_kept_up_to_a_limit(monkeypatch):
    monkeypatch.setattr(press_record, "MAX_RAW_CHARACTERS", 2)
    (error,) = gather(PATH, "nexis", [record("")], silent).skipped
    assert isinstance(error, ArticleError)
    assert error.raw == "ra"


@pytest.mark.parametrize(
    ("announced", "missing"), [(None, None), (1, None), (2, None), (3, "1"), (9, "7")]
)
def test_what_is_announced_is_set_against_what_is_there(announced, missing):
    reading = gather(PATH, "nexis", [record(), record("")], silent, Announcement(announced))
    told = [e.detail for e in reading.skipped if e.problem is FileProblem.INCOMPLETE]
    assert told == ([missing] if missing else [])
    assert reading.announced == announced


def test_a_file_without_articles_says_so():
    (error,) = gather(PATH, "nexis", [], silent).skipped
    assert (error.path, error.problem) == (str(PATH), FileProblem.NO_TEXT)


def test_too_many_articles_are_refused(monkeypatch):
    monkeypatch.setattr(press_record, "MAX_ARTICLES", 2)
    with pytest.raises(FileError) as caught:
        gather(PATH, "nexis", [record()] * 3, silent)
    assert (caught.value.problem, caught.value.detail) == (FileProblem.TOO_LARGE, "2 articles")


def test_reading_stops_at_the_article_where_it_is_cancelled():
    taken = []

    def report(done, _total):
        taken.append(done)
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        gather(PATH, "nexis", (record() for _ in range(9)), report)
    assert taken == [0, 1, 2]


@pytest.mark.parametrize(
    ("dates", "published"),
    [
        (("03/04/2025", "13/04/2025"), ["2025-04-03", "2025-04-13"]),
        (("03/04/2025", "04/13/2025"), ["2025-03-04", "2025-04-13"]),
        (("03/04/2025", "1 mars 2025"), ["2025-04-03", "2025-03-01"]),
        (("03/04/2025", "05/04/2025"), ["", ""]),
    ],
)
def test_all_dates_of_a_file_tell_which_number_is_the_day(dates, published):
    reading = gather(PATH, "nexis", [record(date=date) for date in dates], silent)
    assert [article.published for article in reading.articles] == published


def test_the_day_of_the_file_and_the_printed_words_go_with_the_article():
    announced = Announcement(retrieved="2024-03-05")
    (article,) = gather(PATH, "nexis", [record(words="1,234 words")], silent, announced).articles
    assert (article.retrieved, article.printed_words) == ("2024-03-05", 1234)
