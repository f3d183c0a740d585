import pytest

from workbench.formats.properties import OPENING_CHARACTERS, confirmed
from workbench.formats.publication import Publication

TEXT = "The ferry’s return\n\nBy Paul Renner, 6 March 2024\n\nThe ferry left the harbour."


@pytest.mark.parametrize(
    "title", ["The ferry's return", "THE FERRY’S RETURN", "The  ferry’s return"]
)
def test_a_title_that_the_text_repeats(title):
    assert confirmed(Publication(headline=title), TEXT).headline == title


@pytest.mark.parametrize(
    ("title", "headline"),
    [
        ("The ferry’s return | Meridian Wire", "The ferry’s return"),
        ("The ferry’s return - World - Meridian Wire", "The ferry’s return"),
        ("ferry12_final.docx", ""),
        ("The ferry’s ret", ""),
        ("", ""),
    ],
)
def test_a_title_is_cut_to_what_the_text_repeats(title, headline):
    assert confirmed(Publication(headline=title), TEXT).headline == headline


def test_an_author_is_believed_only_where_named():
    assert confirmed(Publication(byline="Paul Renner"), TEXT).byline == "Paul Renner"
    assert confirmed(Publication(byline="Ana Lyst"), TEXT).byline == ""
    assert confirmed(Publication(byline="Paul"), "x" * OPENING_CHARACTERS + " Paul").byline == ""


@pytest.mark.parametrize(
    "written",
    [
        *("2024-03-06", "6 March 2024", "6 Mar 2024", "March 6, 2024", "Mar 6, 2024"),
        *("Mar. 6, 2024", "6.3.2024", "06.03.2024", "06/03/2024", "2024年3月6日"),
    ],
)
def test_a_day_is_believed_only_where_it_is_written(written):
    properties = Publication(published="2024-03-06")
    assert confirmed(properties, f"Harbour, {written} - it left.").published == "2024-03-06"
    assert confirmed(properties, "Harbour, 16 March 2024, 2024-03-061.").published == ""
