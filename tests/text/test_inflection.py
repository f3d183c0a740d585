import pytest

from workbench.text.inflection import uninflected
from workbench.text.normalize import fold

SAME = {
    "en": "force forces | policy policies | process processes | watch watches | box boxes"
    " | car cars | mayor mayor's mayors mayors'",
    "de": "neue neuer neues neuen neuem | kraft kräfte kräften | rat rates räte räten",
    "fr": "nouvelle nouvelles | château châteaux | journal journaux | force forces",
    "es": "nueva nuevo nuevas nuevos | luz luces | fuerza fuerzas | ciudad ciudades",
    "it": "nuova nuovo nuove nuovi | forza forze",
    "pt": "ação ações | nova novo novas novos",
    "nl": "krachten kracht | haven havens",
}
APART = {
    "en": "production productive | new news | gas ga | bus bu | industry industrial | us u",
    "de": "produktion produktiv | der dem",
    "fr": "national nation",
    "es": "producción productivo",
    "hi": "राष्ट्र राष्ट",
    "": "force forces",
}


def groups(table):
    return [
        (language, [fold(word) for word in group.split()])
        for language, line in table.items()
        for group in line.split(" | ")
    ]


@pytest.mark.parametrize(("language", "words"), groups(SAME))
def test_inflected_forms_are_one(language, words):
    assert len({uninflected(word, language) for word in words}) == 1


@pytest.mark.parametrize(("language", "words"), groups(APART))
def test_other_words_stay_apart(language, words):
    assert len({uninflected(word, language) for word in words}) == len(words)
