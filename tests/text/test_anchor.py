"""Where selectors go in a later text, one rule at a time."""

import pytest

from workbench.model import Span
from workbench.model.annotation import Placing, select
from workbench.text.anchor import Candidate, candidates, carry

FERRY = (
    "The ferry left the old pier at six on Monday with ninety people on board. Nobody was hurt "
    "when it touched the northern breakwater in thick fog. It was the third accident since March."
)
RAIN = "It rained all day in the hills behind the town, and the river rose by half a metre. "


def selected(text, quote, skip=0):
    start = -1
    for _ in range(skip + 1):
        start = text.index(quote, start + 1)
    return select("a1", text, Span(start, start + len(quote)))


def carried(before, after, quote, skip=0):
    (one,) = carry([selected(before, quote, skip)], before, after, 7)
    return one


def placed(before, after, quote, skip=0):
    """Return the words it goes to and its confidence, or None where it waits."""
    one = carried(before, after, quote, skip)
    return None if one.placing is Placing.DOUBTFUL else (one.quote, one.confidence)


def test_words_that_are_kept_are_certain():
    one = carried(FERRY, f"Corrected. {FERRY}", "ninety people")
    assert one == select("a1", f"Corrected. {FERRY}", Span(61, 74), 7)


def test_words_written_with_other_capitals_are_nearly_certain():
    after = FERRY.replace("northern breakwater", "Northern Breakwater")
    assert placed(FERRY, after, "touched the northern") == ("touched the Northern", 0.95)


def test_a_mended_word_is_followed():
    quote, confidence = placed(FERRY, FERRY.replace("ninety", "ninty"), "ninety people")
    assert quote == "ninty people"
    assert 0.9 < confidence < 1


def test_words_that_go_at_an_end_are_left_out():
    quote = "when it touched the northern breakwater in thick fog"
    after = FERRY.replace("when it touched", "It touched")
    assert placed(FERRY, after, quote)[0] == quote[5:].replace("it", "It", 1)
    after = FERRY.replace("it touched the northern", "it met the rocks off the northern")
    assert placed(FERRY, after, "touched the northern breakwater in thick fog") is None


def test_one_word_for_another_at_an_end_is_the_same_place():
    after = FERRY.replace("ninety people on board", "eighty people on board")
    assert placed(FERRY, after, "ninety people on board")[0] == "eighty people on board"
    assert placed(FERRY, after, "ninety") is None


def test_an_unchanged_text_changes_nothing():
    one = selected(FERRY, "six")
    assert carry([one], FERRY, FERRY, 7) == (select("a1", FERRY, one.span, 7),)


def test_a_part_of_a_word_stays_that_part():
    before = FERRY.replace("breakwater", "breakwater-lights")
    assert placed(before, f"{RAIN}{before}", "lights") == ("lights", 1)
    assert (
        placed(before, RAIN + before.replace("ninety", "sixty"), "eakwater-li")[0] == "eakwater-li"
    )
    assert carried(before, before.replace("-lights", ""), "lights").placing is Placing.DOUBTFUL


def test_blanks_at_the_ends_of_a_quote_stay_with_it():
    assert placed(FERRY, RAIN + FERRY, " people ") == (" people ", 1)
    after = FERRY.replace(" people ", "\npeople ")
    assert placed(FERRY, after, " people ") == ("people ", 0.95)


def test_a_sentence_that_moves_is_found():
    moved = f"It was the third accident since March. {FERRY[:-39]}"
    quote, confidence = placed(FERRY, moved, "It was the third accident since March.")
    assert quote == "It was the third accident since March."
    assert 0.78 <= confidence < 1


def test_a_blank_quote_waits():
    (one,) = carry([select("a1", FERRY, Span(3, 3))], FERRY, RAIN + FERRY, 7)
    assert one == select("a1", FERRY, Span(3, 3), 0).__class__(
        "a1", Span(3, 3), "", "The", FERRY[3:35], placing=Placing.DOUBTFUL
    )
    assert placed(FERRY, RAIN + FERRY, " ", 2) is None


def test_marks_stay_only_among_the_same_words():
    before = "Six. (He left!) No, he stayed for the whole of that week."
    assert placed(before, before.replace("He left!", "She went!"), "!)") == ("!)", 1)
    assert placed(before, before.replace("(He left!)", "She (they) left!"), "!)") is None


@pytest.mark.parametrize(
    ("before", "after", "skip"),
    [
        (f"{RAIN}{RAIN}{FERRY}", f"{RAIN}{FERRY}", 0),
        (f"{RAIN}{RAIN}{FERRY}", f"{RAIN}{FERRY}", 1),
        (f"{RAIN}{FERRY}", f"{RAIN}{RAIN}{FERRY}", 0),
        (f"{RAIN}{FERRY} {RAIN}", f"{FERRY} {RAIN}", 0),
        (f"{RAIN}{FERRY} {RAIN}", f"{RAIN}{FERRY}", 1),
    ],
)
def test_of_twins_none_takes_the_place_of_the_other(before, after, skip):
    assert placed(before, after, "the river rose", skip) is None
    assert placed(before, after, RAIN.strip(), skip) is None


def test_a_copy_elsewhere_moves_nothing():
    after = f"{RAIN}{FERRY} {RAIN}"
    assert placed(f"{RAIN}{FERRY}", after, "the river rose") == ("the river rose", 1)
    assert carried(f"{RAIN}{FERRY}", after, RAIN.strip()).span == Span(0, len(RAIN) - 1)


def test_what_two_mended_copies_fit_waits():
    quote = "Herring was cheap in Elin that week."
    more = "The buyers came from all over the country, and some had slept in their vans. "
    one, other = "Herring was cheap in Elin this week.", "Herring was cheap in Elin that weak."
    before = f"{RAIN}{quote} {more}{FERRY}"
    assert placed(before, f"{RAIN}{one} {more}{FERRY}", quote)[0] == one
    assert placed(before, f"{RAIN}{one} {FERRY} {other} {more}", quote) is None
    assert placed(before, f"{RAIN}{one} {other} {more}{FERRY}", quote) is None


def test_what_moved_and_was_doubled_there_waits():
    first = "Herring was cheap in Elin for the whole of that week. "
    last = "Cod was dear, and haddock was not to be had at all. "
    quote = "Nobody asked why. "
    before = f"{RAIN}{FERRY} {first}{quote}{last}"
    assert placed(before, f"{first}{quote}{last}{RAIN}{FERRY}", quote.strip()) is not None
    assert placed(before, f"{first}{quote}{quote}{last}{RAIN}{FERRY}", quote.strip()) is None


def test_what_other_words_fit_as_well_waits():
    before = f"Herring: 20 tons in Elin. {FERRY} Herring: 21 tons in Elin. {RAIN}"
    after = f"{FERRY} {RAIN} Herring: 22 tons in Elin. "
    assert placed(before, after, "Herring: 20 tons in Elin.") is None
    assert placed(before, after, "Herring: 21 tons in Elin.") is None


def test_words_that_stand_everywhere_stay_where_they_were_kept():
    before = FERRY + " the" * 60
    assert placed(before, f"{RAIN}{before}", "the") == ("the", 1)
    assert placed(before, before.replace("the old", "an old"), "the") is None


def test_the_whole_text_is_found_in_a_longer_one():
    assert placed("The ferry left.", "Late. The ferry left. So what?", "The ferry left.")


def test_a_long_quote_is_measured_by_its_words():
    before = f"{RAIN}{FERRY * 4} {RAIN}"
    quote = (FERRY * 4)[:-40]
    assert len(quote) > 600
    after = before.replace("ninety", "sixty", 1).replace("fog", "mist", 1)
    words, confidence = placed(before, after, quote)
    assert words == quote.replace("ninety", "sixty", 1).replace("fog", "mist", 1)
    assert 0.9 < confidence < 1
    assert placed(before, f"{RAIN}{RAIN}", quote) is None


def test_words_deep_inside_a_very_long_copy_wait():
    long = " ".join(f"word{number}" for number in range(900))
    assert placed(f"{FERRY} {long} {RAIN}", f"{FERRY} {long} {RAIN}{long}", "word450") is None
    assert placed(f"{FERRY} {long} {RAIN}", f"{FERRY} {long} {RAIN}{long}", "word9") is not None


def test_candidates_are_what_a_reader_would_look_at():
    before = f"{RAIN}{FERRY} Nobody was heard."
    after = f"{RAIN}Somebody was hurt. Everybody was hurt by the noise. Nobody was here."
    found = candidates(selected(before, "Nobody was hurt"), before, after)
    assert {one.span.of(after) for one in found} >= {"Somebody was hurt", "Everybody was hurt"}
    assert [one.confidence for one in found] == sorted(
        (one.confidence for one in found), reverse=True
    )
    assert all(isinstance(one, Candidate) for one in found)


def test_candidates_are_few_and_may_be_the_places_of_other_words():
    before = f"{RAIN}{FERRY} {RAIN}"
    found = candidates(selected(before, "the river rose"), before, FERRY + f" {RAIN}" * 9)
    assert len(found) == 5
    only = candidates(selected(before, "the river rose"), before, f"{FERRY} {RAIN}")
    assert [one.span for one in only] == [selected(f"{FERRY} {RAIN}", "the river rose").span]
    assert candidates(select("a1", before, Span(3, 3)), before, FERRY) == ()
    assert candidates(selected(FERRY, "ninety people"), FERRY, RAIN) == ()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("word " * 20_000, "word " * 19_990),
        ("word " * 20_000, "other " * 20_000),
        ("a b " * 10_000, "b a c " * 8_000),
        (FERRY * 100, FERRY * 98),
        (FERRY * 100, ""),
        ("“" * 20_000, "“" * 20_001),
    ],
)
def test_hostile_texts_are_no_trap(before, after):
    spans = [Span(at, at + 40) for at in range(0, len(before) - 40, len(before) // 20)]
    found = carry([select("a1", before, span) for span in spans], before, after, 1)
    assert {one.placing for one in found} == {Placing.DOUBTFUL}


def test_spans_beyond_the_text_wait():
    (one,) = carry([select("a1", FERRY, Span(900, 950))], FERRY, RAIN, 1)
    assert one.placing is Placing.DOUBTFUL
