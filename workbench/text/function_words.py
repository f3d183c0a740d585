"""Function words: the words of a language that carry grammar, and what sorts of words they are."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from workbench.text.lexicon import FUNCTION_LISTS
from workbench.text.normalize import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

DETERMINER, PREPOSITION, AUXILIARY, CONJUNCTION, PRONOUN = (1 << place for place in range(5))

_SORTS = {
    "en": {
        DETERMINER: """
            the a an this that these those its his her their our my your some any every each all no
            another both such s
            """,
        PREPOSITION: """
            of in on at by for with from to into onto upon about against between among during after
            before since until till under over through toward towards within without across along
            around near behind above below as than off out up down
            """,
        AUXILIARY: """
            is are was were be been being am has have had having do does did will would shall should
            can could may might must
            """,
        CONJUNCTION: """
            and or but nor so yet if when while because although though whereas once that which who
            whom whose where
            """,
        PRONOUN: """
            he she it they we i you him her them us me himself itself themselves who one there
            """,
    },
    "de": {
        DETERMINER: """
            der die das den dem des ein eine einen einem einer eines dieser diese dieses diesen
            diesem kein keine keinen keinem keiner sein seine seinen seinem seiner ihr ihre ihren
            ihrem ihrer jede jeder jedes jeden alle allen
            """,
        PREPOSITION: """
            in im ins an am auf aus bei beim von vom zu zum zur mit nach vor über unter für gegen
            durch ohne um seit zwischen als wie bis
            """,
        AUXILIARY: """
            ist sind war waren sei hat hatte hatten haben wird werden wurde wurden kann können muss
            müssen soll sollen will
            """,
        CONJUNCTION: "und oder aber doch dass weil wenn als ob wo sowie da damit",
        PRONOUN: "er sie es wir ich du man ihm ihn ihnen sich uns wer was der die das",
    },
    "fr": {
        DETERMINER: """
            le la les un une des du de au aux ce cet cette ces son sa ses leur leurs notre nos votre
            vos tout tous
            """,
        PREPOSITION: "de du des à au aux en dans par pour sur sous avec sans comme vers entre",
        AUXILIARY: "est sont était été être a ont avait avoir sera",
        CONJUNCTION: "et ou mais donc que qui où si même",
        PRONOUN: "il ils elle elles on nous vous je tu se lui eux qui que y en",
    },
    "es": {
        DETERMINER: """
            el la los las un una unos unas este esta estos estas ese esa su sus nuestro nuestra todo
            todos
            """,
        PREPOSITION: "de del a al en por para con sin sobre desde hasta entre ante contra durante",
        AUXILIARY: "es son era fue ser ha han hay está están",
        CONJUNCTION: "y e o u pero que porque si cuando donde como",
        PRONOUN: "él ella ellos ellas yo me nos se quien lo le les que",
    },
}


def function_words(words: Iterable[str]) -> Mapping[str, int]:
    """Return the function words of the language that most of these folded words belong to.

    The value of each is the sorts of words it can be, as bits, 0 where it is of none. Languages are
    kept apart because a function word of one, such as German "die" and "war", is none in another.
    English where no word belongs to any.
    """
    given = list(words)
    language = max(
        FUNCTION_LISTS, key=lambda name: sum(word in FUNCTION_LISTS[name] for word in given)
    )
    return _sorts_of(language)


@cache
def _sorts_of(language: str) -> Mapping[str, int]:
    sorts = dict.fromkeys(FUNCTION_LISTS[language], 0)
    for sort, names in _SORTS[language].items():
        for word in names.split():
            folded = fold(word)
            sorts[folded] = sorts.get(folded, 0) | sort
    return sorts
