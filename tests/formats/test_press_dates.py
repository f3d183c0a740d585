import pytest

from workbench.formats.press_dates import MAX_LINE_CHARACTERS, press_date, split_date


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("July 1, 2019 Monday 9:20 AM GMT", "2019-07-01T09:20:00+00:00"),
        ("July 1, 2019 Monday 12:05 AM", "2019-07-01T00:05:00"),
        ("July 1, 2019 12:05 p.m. EST", "2019-07-01T12:05:00"),
        ("1 juli 2019 maandag", "2019-07-01"),
        ("May 21, 2000, Sunday, Final Edition", "2000-05-21"),
        ("jeudi 5 octobre 2013", "2013-10-05"),
        ("1er mars 2024", "2024-03-01"),
        ("5 de octubre de 2013", "2013-10-05"),
        ("Montag 5. Juli 2019 11.32 Uhr MEZ", "2019-07-05T11:32:00"),
        ("3 gennaio 2020, 20h15", "2020-01-03T20:15:00"),
        ("2019年7月1日", "2019-07-01"),
        ("2020-05-06 10:30:15 UTC", "2020-05-06T10:30:15+00:00"),
        ("13/04/2012", "2012-04-13"),
        ("Mar 1 1, 2023", "2023-03-11"),
        ("July 1, 2019 25:00", "2019-07-01"),
        ("31 February 2019", ""),
        ("03/04/2012", ""),
        ("June 2014", ""),
        ("1 Brumaire 1799", ""),
        ("Brumaire 1, 1799", ""),
        ("", ""),
        ("It happened on July 1, 2019. " * MAX_LINE_CHARACTERS, ""),
    ],
)
def test_a_date_in_any_menu_language(line, expected):
    assert press_date(line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Éditorial, jeudi 4 octobre 2012, p. 03", ("Éditorial", "2012-10-04", ", p. 03")),
        ("Ports, 13/04/2012", ("Ports", "2012-04-13", "")),
        ("jeudi 4 octobre 2012", ("", "2012-10-04", "")),
        ("Ports", ("Ports", "", "")),
    ],
)
def test_what_stands_around_a_date(line, expected):
    assert split_date(line) == expected
