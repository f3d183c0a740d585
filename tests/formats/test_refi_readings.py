"""What the positions in a file count is found out from what fits."""

import pytest

from workbench.formats import refi_readings
from workbench.formats.refi_readings import (
    STANDARD,
    Fitting,
    LineEnds,
    Reading,
    Selected,
    Selections,
    find_fitting,
    spans_of,
)
from workbench.model import Span

TEXT = "One ferry.\nTwo 😀 piers.\nThree boats, all at sea."


def selections(raw, *selected):
    return Selections(raw, raw.replace("\r\n", "\n"), selected)


def at(word, text=TEXT, name=""):
    start = text.index(word)
    return Selected(start, start + len(word), name)


def test_nothing_to_tell_by_is_the_standard():
    assert find_fitting([]) == Fitting(STANDARD)
    assert find_fitting([selections(TEXT)]) == Fitting(STANDARD)


def test_words_that_are_not_cut_tell_without_quotes():
    crlf = TEXT.replace("\n", "\r\n")
    wide = crlf.replace("😀", "😀x")  # as long as it is in UTF-16
    each = selections(TEXT, *(at(word, wide) for word in ("ferry", "piers", "Three", "boats")))
    fitting = find_fitting([each])
    assert fitting == Fitting(Reading(LineEnds.DOUBLE, is_utf16=True))
    words = [span.of(TEXT) for span in spans_of(each, fitting)]
    assert words == ["ferry", "piers", "Three", "boats"]


def test_one_word_behind_a_wide_sign_tells_whatever_lies_outside():
    text = TEXT.replace("\n", " ")
    wide = text.replace("😀", "😀x")
    each = selections(text, at("ferry"), at("piers", wide), Selected(900, 910))
    assert find_fitting([each]) == Fitting(Reading(is_utf16=True))


def test_who_cuts_one_word_is_no_other_reading():
    each = selections(TEXT, at("ferr"), at("Two"), at("piers"))
    assert find_fitting([each]) == Fitting(STANDARD)


def test_a_last_character_that_is_told_is_told_by_quotes():
    selected = [Selected(one.start, one.end - 1, one.name) for one in (at("ferry", name="ferry"),)]
    fitting = find_fitting([selections(TEXT, *selected)])
    assert fitting == Fitting(Reading(after=1), names_are_quotes=True)


def test_quotes_that_were_cut_or_squeezed_are_quotes():
    each = selections(
        TEXT,
        at("ferry.\nTwo", name="ferry. Two"),
        at("Three boats, all", name="Three boats…"),
        at("boats, all", name="boats, ..."),
    )
    fitting = find_fitting([each])
    assert fitting == Fitting(STANDARD, names_are_quotes=True)
    assert [span.of(TEXT) for span in spans_of(each, fitting)] == [
        "ferry.\nTwo", "Three boats, all", "boats, all",
    ]  # fmt: skip


def test_names_that_people_gave_are_no_quotes():
    each = selections(
        TEXT, at("ferry", name="boats"), at("Two", name="a pair"), at("sea", name="…")
    )
    fitting = find_fitting([each])
    assert not fitting.names_are_quotes
    assert [span.of(TEXT) for span in spans_of(each, fitting)] == ["ferry", "Two", "sea"]


@pytest.mark.parametrize(
    ("one", "found"),
    [
        (Selected(0, 3, "Two"), Span(11, 14)),
        (Selected(900, 903, "sea"), Span(44, 47)),
        (Selected(0, 3, "gone"), Span(0, 3)),
        (Selected(900, 904, "gone"), None),
        (Selected(6, 7, "e"), None),
        (Selected(0, 3), Span(0, 3)),
        (Selected(-1, -1), None),
        (Selected(4, 4), None),
        (Selected(9, 4), None),
    ],
)
def test_what_is_not_at_its_place_is_looked_for_or_left(one, found):
    fitting = Fitting(STANDARD, names_are_quotes=True)
    assert TEXT.index("sea") == 44
    assert spans_of(selections(TEXT, one), fitting) == (found,)


def test_a_few_hundred_tell_as_much_as_all(monkeypatch):
    monkeypatch.setattr(refi_readings, "SAMPLE", 2)
    inclusive = [Selected(one.start, one.end - 1, one.name) for one in (at("sea", name="sea"),)]
    good = [at("ferry", name="ferry"), at("Two", name="Two"), at("sea", name="sea")]
    fitting = find_fitting([selections(TEXT, *good[:1]), selections(TEXT, *good[1:], *inclusive)])
    assert fitting == Fitting(STANDARD, names_are_quotes=True)
    assert find_fitting([selections(TEXT, *good), selections(TEXT, *inclusive)]) == fitting
