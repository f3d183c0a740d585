"""Line ends as they are stored, and the folding that comparing goes by."""

import pytest

from workbench.text.normalize import fold, normalize_line_ends


def test_every_line_end_becomes_a_line_feed():
    assert normalize_line_ends("a\r\nb\rc\nd\r\r\n") == "a\nb\nc\nd\n\n"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“It’s”", '"it\'s"'),
        ("«Ja» „nein“ 「是」", '"JA" "Nein" "是"'),
        ("2010–2015 — now", "2010-2015 - now"),
        ("ﬁne ﬂow", "FINE flow"),
        ("ＡＢＣ １２", "abc 12"),
        ("co\u00adoperate\u200b", "cooperate"),
        ("Straße", "STRASSE"),
        ("né", "ne\u0301"),
        ("K", "\u212a"),
        ("١٢ ४ ３", "12 4 3"),
        ("كِتَابٌ", "كتاب"),
        ("كتـــاب", "كتاب"),
        ("שָׁלוֹם", "שלום"),
        ("ארה״ב בית־ספר", 'ארה"ב בית-ספר'),
    ],
)
def test_what_readers_take_for_the_same_folds_alike(one, other):
    assert fold(one) == fold(other)


def test_hamza_and_madda_are_letters():
    assert len({fold(word) for word in ("أمر", "آمر", "امر")}) == 3


def test_diacritics_stay():
    assert fold("résumé") != fold("resume")
