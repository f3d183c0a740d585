"""Rarity: how often a language has a word, by lists that need no network."""

from __future__ import annotations

import math
import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from workbench.text.language import primary

if TYPE_CHECKING:
    from collections.abc import Mapping

_LISTS = {"bs": "sh", "hr": "sh", "sr": "sh", "no": "nb", "nn": "nb", "tl": "fil"}
_BILLION = 9
_DIGIT = re.compile(r"\d")


def has_list(language: str) -> bool:
    """Tell whether there is a list for a language such as "en" or "pt-BR"."""
    return bool(_frequencies(_name(language)))


def frequency(word: str, language: str) -> float:
    """Return how often a language has a folded word, on the Zipf scale (van Heuven et al. 2014).

    That is the logarithm to base 10 of its uses in a billion words; 0 where the list, which ends
    at about 3, does not have it. The lists are those of wordfreq (Speer 2022), where all numbers of
    so many digits are one entry: each of them gets an equal share of it.
    """
    listed = unicodedata.normalize("NFC", word)
    shape, digits = _DIGIT.subn("0", listed)
    alike = max(0, digits - 1)
    share = _frequencies(_name(language)).get(shape if alike else listed, 0.0)
    return max(0.0, math.log10(share) + _BILLION - alike) if share else 0.0


def _name(language: str) -> str:
    name = primary(language)
    return _LISTS.get(name, name)


@cache
def _frequencies(name: str) -> Mapping[str, float]:
    from wordfreq import available_languages, get_frequency_dict

    return get_frequency_dict(name, "small") if name in available_languages("small") else {}
