import pytest

from workbench.formats import file_dates
from workbench.formats.file_dates import FileDates


@pytest.mark.parametrize(
    ("told", "language", "date"),
    [
        ("2024-03-01T09:20:00+01:00", "", "2024-03-01T09:20:00+01:00"),
        ("20240301", "", "2024-03-01"),
        ("Fri, 01 Mar 2024 09:20:00 +0100", "", "2024-03-01T09:20:00+01:00"),
        ("vendredi 1er mars 2024", "", "2024-03-01"),
        ("March 1, 2024 9:20 AM", "", "2024-03-01T09:20:00"),
        ("6 марта 2024", "", "2024-03-06"),
        ("06/03/2024", "de", "2024-03-06"),
        ("06/03/2024", "", ""),
        ("some day in 2024", "", ""),
        ("", "", ""),
    ],
)
def test_a_date_is_read_in_any_way(told, language, date):
    assert FileDates().iso(told, language) == date


def test_the_order_of_the_file_counts():
    assert FileDates("MDY").iso("06/03/2024", "de") == "2024-06-03"


@pytest.fixture
def searched(monkeypatch):
    """The language that each search begins with."""
    asked = []

    def search(text, language, order):
        asked.append(language)
        return original(text, language, order)

    original = file_dates.date_in_words
    monkeypatch.setattr(file_dates, "date_in_words", search)
    return asked


def test_the_language_of_one_date_is_tried_first_for_the_next(searched):
    dates = FileDates()
    days = ("6 марта 2024", "spring 2024", "7 марта 2024")
    assert [dates.iso(day) for day in days] == ["2024-03-06", "", "2024-03-07"]
    assert searched == ["", "ru", "ru"]


def test_searches_that_find_nothing_have_an_end(searched, monkeypatch):
    monkeypatch.setattr(file_dates, "MAX_FRUITLESS", 2)
    dates = FileDates()
    days = ("spring 2024", "6 марта 2024", "summer 2024", "7 марта 2024", "1 mars 2024")
    assert [dates.iso(day) for day in days] == ["", "2024-03-06", "", "", "2024-03-01"]
    assert len(searched) == 3
