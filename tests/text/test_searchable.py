"""What of a text is indexed, and where words of it stand."""

import pytest

from workbench.model import Near, Phrase
from workbench.text.searchable import Searched, searchable

SEARCHABLE = [
    ("", ""),
    ("Café de l’Économie, co-operate: don't!", "cafe de l economie co operate don t"),
    ("ＦＵＬＬ　ｗｉｄｔｈ ﬁne Straße", "full width fine strasse"),
    ("1,000 km² in the U.S., 5½ ㎏", "1 000 km2 in the u s 51 2 kg"),
    ("soft\u00adhyphen zero\u200bwidth", "softhyphen zerowidth"),
    ("新质生产力 (ABC)3年", "新 质 生 产 力 abc 3 年"),
    ("ガラスが ㍿", "ガ ラ ス が 株 式 会 社"),
    ("ทดสอบ", "ท ด ส อ บ"),
    ("हिन्दी العَرَبِيَّة", "हिन्दी العربية"),
    ("snake_case a\0b 😀 \udc80", "snake case a b"),
]


@pytest.mark.parametrize(("text", "words"), SEARCHABLE)
def test_the_words_of_a_text(text, words):
    assert searchable(text) == words


TEXT = "The Café\u0301s, the OLD old pier — 新质生产力与新质 of the Old-Town; co\u00adoperate"

PLACES = [
    ([Phrase("the")], ["The", "the", "the"]),
    ([Phrase("old pier")], ["old pier"]),
    ([Phrase("old", is_beginning=True)], ["OLD", "old", "Old"]),
    ([Phrase("old t", is_beginning=True)], ["Old-Town"]),
    ([Phrase("ol")], []),
    ([Phrase("cafes")], ["Café\u0301s"]),
    ([Phrase("质生")], ["质生"]),
    ([Phrase("新质")], ["新质", "新质"]),
    ([Phrase("cooperate")], ["co\u00adoperate"]),
    ([Phrase("…")], []),
    ([Phrase("old pier"), Phrase("the old"), Phrase("OLD")], ["the OLD", "old pier", "the Old"]),
    ([Phrase("the old"), Phrase("old old pier")], ["the OLD old pier", "the Old"]),
    ([Near(Phrase("pier"), Phrase("cafes"), 3)], ["Café\u0301s", "pier"]),
    ([Near(Phrase("pier"), Phrase("cafes"), 2)], []),
    ([Near(Phrase("the"), Phrase("pier"), 2)], ["the", "pier"]),
    ([Near(Phrase("town"), Phrase("of"), 2)], ["of", "Town"]),
]


@pytest.mark.parametrize(("sought", "found"), PLACES)
def test_where_words_stand(sought, found):
    assert [span.of(TEXT) for span in Searched(TEXT).places(sought)] == found


def test_a_mark_alone_at_the_end_belongs_to_the_word():
    text = "cafe\u0301"
    assert [span.of(text) for span in Searched(text).places([Phrase("café")])] == [text]
