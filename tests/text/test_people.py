"""People: whom an article names."""

from workbench.model import Span
from workbench.text.cues import cues_for
from workbench.text.narration import narration
from workbench.text.people import BACK, FEMALE, MALE, people_of


def people(text):
    words = narration(text, Span(0, len(text)), ())
    return people_of(words, cues_for(text, "en"))


def test_the_last_one_of_that_sex_is_meant():
    found = people("Tom Berg came in. Ann Lee followed.")
    assert str(found.last_named(MALE, 30)) == "Tom Berg"
    assert str(found.last_named(FEMALE, 30)) == "Ann Lee"
    assert found.last_named(FEMALE, 10) is None


def test_nobody_is_meant_from_too_far():
    found = people("Tom Berg came in." + " It rained." * (BACK // 10) + " And so on.")
    assert found.last_named(MALE, BACK + 100) is None
    assert str(found.last_named(MALE, BACK - 100)) == "Tom Berg"


def test_the_form_named_last_is_meant_else_the_one_named_first():
    text = "Berg spoke. Tom Berg spoke. Ann Berg spoke. Berg left."
    found = people(text)
    assert str(found.fullest(("Berg",), 1)) == "Tom Berg"
    assert str(found.fullest(("Berg",), text.rindex("Berg"))) == "Ann Berg"
    assert found.fullest(("Lind",), 1) is None
