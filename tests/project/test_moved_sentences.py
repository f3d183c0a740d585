"""Sentences that stand elsewhere in a later text are told from those taken out and added."""

import pytest

from workbench.project.moved_sentences import moved_sentences
from workbench.project.revising import differences

FERRY = "The ferry left the old harbour at nine."
BAND = "A band played two old songs on the pier."
RAIN = "It rained for the rest of the week."
WALK = "Nobody walked home along the shore."


def moved(before, after):
    gone, come = moved_sentences(before, after, differences(before, after))
    return [span.of(before) for span in gone], [span.of(after) for span in come]


def test_a_sentence_at_another_place_has_moved():
    gone, come = moved(f"{FERRY} {BAND} {RAIN} {WALK}", f"{BAND} {RAIN} {WALK} {FERRY}")
    assert gone == come == [FERRY]


def test_it_has_moved_also_beside_one_that_was_added():
    added = "A correction was added on Monday."
    gone, come = moved(f"{FERRY} {BAND} {RAIN} {WALK}", f"{BAND} {RAIN} {WALK} {added} {FERRY}")
    assert gone == come == [FERRY]


def test_sentences_that_moved_together_are_one_span():
    rest = f"{RAIN} {WALK} {' '.join(f'Number {number} stayed.' for number in range(9))}"
    gone, come = moved(f"{FERRY} {BAND}\n\n{rest}", f"{rest}\n\n{FERRY} {BAND}")
    assert gone == come == [f"{FERRY} {BAND}"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", ""),
        (FERRY, FERRY),
        (FERRY, ""),
        ("", BAND),
        (f"He denied it. {BAND} {RAIN}", f"{BAND} {RAIN} He denied it."),
        ("… ! " * 9, "? " * 9),
        (f"{FERRY} {BAND} {RAIN}", f"{BAND} {RAIN} {FERRY.replace('nine', 'ten')}"),
    ],
)
def test_what_is_short_or_changed_as_well_has_not_moved(before, after):
    assert moved(before, after) == ([], [])
