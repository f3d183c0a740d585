import pytest

from workbench.formats.factiva_lines import factiva_lines, record_number


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Document LAMP000020240301ek3100001", "LAMP000020240301ek3100001"),
        ("Dokument daitel0020010903dvct013l5 ", "daitel0020010903dvct013l5"),
        ("Documento J000000020151215ebcf0000f", "J000000020151215ebcf0000f"),
        ("Document incomprehensibilities", ""),
        ("Document 20240301 was signed", ""),
        ("LAMP000020240301ek3100001", ""),
    ],
)
def test_the_number_of_an_article(line, number):
    assert record_number(line) == number


def told(*lines):
    found = factiva_lines(("Ferry stops", "12 words", "1 March 2024", *lines))
    assert found is not None
    assert found.above == ("Ferry stops",)
    return found.outlet, found.page, found.language, found.count


def test_lines_up_to_the_copyright():
    facts = ("The Lamp", "LAMP", "Late Edition", "A4", "English", "Copyright 2024", "It left.")
    assert told(*facts) == ("The Lamp", "A4", "en", 9)
    assert told("The Lamp", "LAMP", "English", "(c) 2024") == ("The Lamp", "", "en", 7)
    assert told("The Lamp", "LAMP", "(c) 2024") == ("The Lamp", "", "", 6)


def test_lines_up_to_the_language_where_there_is_no_copyright():
    assert told("The Lamp", "LAMP", "7", "English", "It left.") == ("The Lamp", "7", "en", 7)
    assert told("The Lamp", "LAMP", "It left.") == ("The Lamp", "", "", 5)
    assert told("The Lamp", "It left.") == ("The Lamp", "", "", 4)
    assert told("The Lamp") == ("The Lamp", "", "", 4)
    assert told() == ("", "", "", 3)


def test_a_time_belongs_to_the_date():
    found = factiva_lines(("12 mots", "1 mars 2024", "11:35", "La Lampe"))
    assert found is not None
    assert (found.date, found.outlet) == ("1 mars 2024 11:35", "La Lampe")


def test_lines_of_something_else():
    assert factiva_lines(("Ferry", "12 words", "It left.")) is None
    assert factiva_lines(()) is None
