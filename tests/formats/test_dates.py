import os
import subprocess
import sys

import pytest

from workbench.formats.dates import MAX_DATE_CHARACTERS, parse_date


@pytest.mark.parametrize(
    ("text", "language", "iso"),
    [
        ("2024-03-06", "", "2024-03-06"),
        (" 2024-03-06 \n", "", "2024-03-06"),
        ("20240306", "", "2024-03-06"),
        ("20240306T081500Z", "", "2024-03-06T08:15:00+00:00"),
        ("2024/3/6", "", "2024-03-06"),
        ("2024. 03. 06.", "", "2024-03-06"),
        ("2024.03.06.", "hu", "2024-03-06"),
        ("2024-03-06T08:15", "", "2024-03-06T08:15:00"),
        ("2024-03-06 8:15:30", "", "2024-03-06T08:15:30"),
        ("2024-03-06T08:15:30.123Z", "", "2024-03-06T08:15:30+00:00"),
        ("2024-03-06T08:15:00+08:00", "", "2024-03-06T08:15:00+08:00"),
        ("2024-03-06T08:15:00+0800", "", "2024-03-06T08:15:00+08:00"),
        ("2024-03-06 08:15 GMT", "", "2024-03-06T08:15:00+00:00"),
        ("March 6, 2024", "", "2024-03-06"),
        ("6 March 2024", "en", "2024-03-06"),
        ("6 March 2024", "en_GB", "2024-03-06"),
        ("6 March 2024", "xx", "2024-03-06"),
        ("Wednesday, March 6, 2024 10:15 AM", "en-US", "2024-03-06T10:15:00"),
        ("Wed, 06 Mar 2024 08:15:00 GMT", "", "2024-03-06T08:15:00+00:00"),
        ("Wed, 06 Mar 2024 08:15:00 +0800", "", "2024-03-06T08:15:00+08:00"),
        ("July 6, 2024, 8:00 p.m. ET", "en", "2024-07-06T20:00:00"),
        ("6. März 2024", "de", "2024-03-06"),
        ("mercredi 6 mars 2024", "fr", "2024-03-06"),
        ("2024年3月6日", "zh", "2024-03-06"),
        ("6 марта 2024 г.", "ru", "2024-03-06"),
        ("March 6, 2024", "de", "2024-03-06"),
        ("06.03.2024", "", "2024-03-06"),
        ("26/03/2024", "", "2024-03-26"),
        ("03/26/2024", "", "2024-03-26"),
        ("03/03/2024", "", "2024-03-03"),
        ("06/03/2024", "fr", "2024-03-06"),
        ("06/03/2024", "en-GB", "2024-03-06"),
        ("06/03/2024", "en-US", "2024-06-03"),
        ("06/03/2024 10:15", "en-GB", "2024-03-06T10:15:00"),
    ],
)
def test_a_certain_date_becomes_iso_8601(text, language, iso):
    assert parse_date(text, language) == iso


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "yesterday", "3 days ago", "today 2024", "last Monday", "now"),
        *("March 2024", "March 6", "2024", "2024-03", "06/03/24", "March 6, '24", "10:15"),
        *("2024-02-30", "2024-13-01", "20240230", "30/02/2024", "February 30, 2024", "0000-01-01"),
        *("2024-03-06T25:00", "32. Dezember 2024", "2023-02-29"),
        *("06/03/2024", "06/03/2024 10:15", "99/99/2024"),
        "Xi spoke on March 6, 2024 in Beijing",
        "6 March 2024" + " " * 3 + "x" * MAX_DATE_CHARACTERS,
    ],
)
def test_an_uncertain_date_is_no_date(text):
    assert parse_date(text) == ""


def test_english_alone_does_not_say_which_number_is_the_day():
    assert parse_date("06/03/2024", "en") == ""


def test_iso_dates_do_not_wait_for_the_date_library():
    program = (
        "import sys; from workbench.formats.dates import parse_date;"
        "assert parse_date('2024-03-06T08:15:00+08:00') and parse_date('26/03/2024');"
        "sys.exit('dateparser' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


@pytest.mark.parametrize("zone", ["Asia/Shanghai", "America/Los_Angeles"])
def test_the_time_zone_of_the_machine_plays_no_part(zone):
    program = (
        "from workbench.formats.dates import parse_date as p;"
        "print(p('6 March 2024 23:30'), p('Wed, 06 Mar 2024 23:30 +0800'))"
    )
    environment = os.environ | {"TZ": zone}
    told = subprocess.check_output([sys.executable, "-c", program], env=environment, text=True)
    assert told.split() == ["2024-03-06T23:30:00", "2024-03-06T23:30:00+08:00"]
