"""The unit of a file's positions is the one in which they fit the words it quotes."""

import pytest

from workbench.formats.web_records import WebSource, WebWords
from workbench.formats.web_units import Measure, Unit, unit_of
from workbench.model import Span

TEXT = "😀😀 One line.\nAnother 🛥️ line.\nThe last line is here, the last one."
WIDTHS = {
    Unit.CODE_POINTS: len,
    Unit.UTF16: lambda text: len(text.encode("utf-16-le")) // 2,
    Unit.CODE_POINTS_CRLF: lambda text: len(text.replace("\n", "\r\n")),
    Unit.UTF16_CRLF: lambda text: len(text.replace("\n", "\r\n").encode("utf-16-le")) // 2,
}


def words(quote, unit, **known):
    start = WIDTHS[unit](TEXT[: TEXT.index(quote)])
    end = start + WIDTHS[unit](quote)
    return WebWords(WebSource(), quote=quote, start=start, end=end, **known)


@pytest.mark.parametrize("unit", Unit)
def test_positions_are_read_in_each_unit(unit):
    measure = Measure(TEXT)
    for quote in ("😀", "One line.\nAnother", "🛥️ line", "last one."):
        start = TEXT.index(quote)
        assert measure.span_of(words(quote, unit), unit) == Span(start, start + len(quote))


@pytest.mark.parametrize("unit", Unit)
def test_the_unit_is_the_one_that_fits_most(unit):
    measure = Measure(TEXT)
    told = [words(quote, unit) for quote in ("Another", "The last line", "here")]
    astray = WebWords(WebSource(), quote="One", start=3, end=6)  # right in code points alone
    assert unit_of((measure, each) for each in (*told, astray)) is unit


def test_line_ends_of_windows_may_stand_in_the_quote_as_well():
    quote = "line.\nAnother"
    told = words(quote, Unit.UTF16_CRLF)
    told = WebWords(WebSource(), quote="line.\r\nAnother", start=told.start, end=told.end)
    start = TEXT.index(quote)
    span = Measure(TEXT).span_of(told, Unit.UTF16_CRLF)
    assert span == Span(start, start + len(quote))


def test_where_two_units_fit_what_is_around_the_words_decides():
    measure = Measure("😀aaa")
    alike = [WebWords(WebSource(), quote="a", start=2, end=3)]
    assert unit_of((measure, each) for each in alike) is Unit.CODE_POINTS
    known = [WebWords(WebSource(), quote="a", start=2, end=3, prefix="😀")]
    assert unit_of((measure, each) for each in known) is Unit.UTF16


def test_a_place_within_a_character_or_behind_the_end_is_none():
    measure = Measure("😀 a")
    for start, end in ((1, 2), (0, 1), (3, 9), (3, 3), (4, 3), (None, 4), (3, None)):
        told = WebWords(WebSource(), quote="a", start=start, end=end)
        assert measure.span_of(told, Unit.UTF16) is None
