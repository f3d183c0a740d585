"""Numbers: what number a word stands for, whether in figures, in letters or as a rank."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from workbench.text.normalize import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

_FIGURES = re.compile(r"(\d+(?:[.,:]\d+)*)(?:st|nd|rd|th|s|er|e|º|ª)?")
_THOUSANDS = re.compile(r"[1-9]\d{0,2}([.,]\d{3})+")
_JOINTS = re.compile(r"-|und")
_FROM_ZERO = (
    """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen twenty
    """,
    """
    null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn
    sechzehn siebzehn achtzehn neunzehn zwanzig
    """,
    """
    zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize
    dix-sept dix-huit dix-neuf vingt
    """,
    """
    cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince
    dieciséis diecisiete dieciocho diecinueve veinte
    """,
    "零 一 二 三 四 五 六 七 八 九 十",
)
_FROM_FIRST = (
    """
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
    fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth
    """,
    "erste zweite dritte vierte fünfte sechste siebte achte neunte zehnte elfte zwölfte",
    "premier deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième",
    "primero segundo tercero cuarto quinto sexto séptimo octavo noveno décimo",
)
_FROM_TWENTY = (
    "twenty thirty forty fifty sixty seventy eighty ninety",
    "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig",
    "vingt trente quarante cinquante soixante",
    "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
)
_LARGE = {
    "hundred hundert cien ciento 百": 100,
    "thousand tausend mille mil 千": 1000,
    "million millionen millions millón millones": 10**6,
    "billion billions milliarde milliarden milliard milliards": 10**9,
    "trillion trillions billionen": 10**12,
}
_REMEMBERED = 1 << 16  # words whose numbers are kept: more than a comparison has
_OTHER_WORDS = frozenset({"null", "un", "once", "seize", "sept", "cent", "elf"})
"""Numbers of one language that are other words of another, or the name of the UN."""


@lru_cache(_REMEMBERED)
def value(word: str) -> str | None:
    """Return the number a folded word stands for, in figures, or None where it stands for none.

    "25", "25th" and "twenty-five" are "25"; "1,000" is "1000", for a comma or dot before three
    figures parts thousands. Ranks count as their number.
    """
    figures = _FIGURES.fullmatch(word)
    if figures:
        number = figures[1]
        return re.sub(r"[.,]", "", number) if _THOUSANDS.fullmatch(number) else number
    known = _named()
    if word in known:
        return str(known[word])
    parts = [known.get(part, 0) for part in _JOINTS.split(word)]
    if len(parts) == 2 and 0 < min(parts) < 10 and max(parts) in range(20, 100, 10):  # noqa: PLR2004
        return str(sum(parts))
    return None


@cache
def _named() -> Mapping[str, int]:
    """Return every number that has a name of its own."""
    named: dict[str, int] = {}
    for lists, start, step in ((_FROM_ZERO, 0, 1), (_FROM_FIRST, 1, 1), (_FROM_TWENTY, 20, 10)):
        for names in lists:
            for place, name in enumerate(names.split()):
                named[fold(name)] = start + place * step
    for names, number in _LARGE.items():
        named |= dict.fromkeys((fold(name) for name in names.split()), number)
    return {name: number for name, number in named.items() if name not in _OTHER_WORDS}
