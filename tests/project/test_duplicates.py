"""Duplicates: the same text, under the same name or another, and what makes two articles of it."""

from dataclasses import replace

import pytest

from workbench.model import Article
from workbench.project.duplicates import Known, Likeness, text_key

FERRY = "The ferry left the harbour at noon and nobody waved."
KNOWN = Article("a1", FERRY, "Ledger", "Ferry leaves", published="2024-02-21T08:00:00")


def meet(**told):
    return Known((KNOWN,)).meet(replace(KNOWN, **({"id": "+0"} | told)))


def test_another_text_is_new():
    assert meet(text="Nothing of the kind.") == (Likeness.NEW, "")
    assert meet(text=f"{FERRY} Or so it was said.") == (Likeness.NEW, "")


def test_the_same_text_is_known_white_space_aside():
    assert meet() == (Likeness.SAME, "a1")
    assert meet(text=f"\n{FERRY.replace(' ', '  ')}") == (Likeness.SAME, "a1")


@pytest.mark.parametrize(
    ("told", "likeness"),
    [
        ({"headline": "Ferry late"}, Likeness.RENAMED),
        ({"headline": "FERRY  leaves"}, Likeness.SAME),
        ({"headline": ""}, Likeness.SAME),
        ({"published": "2024-02-22"}, Likeness.RENAMED),
        ({"published": "2024-02-21"}, Likeness.SAME),
        ({"published": ""}, Likeness.SAME),
    ],
)
def test_another_date_or_headline_is_told(told, likeness):
    assert meet(**told) == (likeness, "a1")


def test_one_text_of_two_outlets_is_two_articles():
    assert meet(outlet="Post") == (Likeness.NEW, "")
    assert meet(outlet="") == (Likeness.SAME, "a1")


def test_of_several_the_one_with_the_same_name_is_meant():
    known = Known((KNOWN, replace(KNOWN, id="a2", outlet="", headline="Ferry late")))
    again = replace(KNOWN, id="+0", headline="Ferry late")
    assert known.meet(again) == (Likeness.SAME, "a2")


def test_those_met_before_are_known_too():
    known = Known(())
    assert known.meet(replace(KNOWN, id="+0")) == (Likeness.NEW, "")
    assert known.meet(replace(KNOWN, id="+1")) == (Likeness.SAME, "+0")


def test_a_text_may_hold_anything():
    assert text_key("\ud800") != text_key("\ud801")


def test_what_is_left_out_swallows_nothing():
    known = Known((KNOWN,))
    assert known.meet(replace(KNOWN, id="+0", outlet=""))[0] is Likeness.SAME
    assert known.meet(replace(KNOWN, id="+1", outlet="Post")) == (Likeness.NEW, "")
