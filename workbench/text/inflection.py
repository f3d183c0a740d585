"""Inflection: word forms that differ only in number or case, made one; derivation is kept."""

from __future__ import annotations

import re
import unicodedata

_SHORTEST = 3  # letters that must be left where an ending is taken off
_ENDINGS = {
    "en": (("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh"), ("xes", "x"), ("s", "")),
    "de": tuple((ending, "") for ending in ("en", "em", "er", "es", "e", "n", "s")),
    "fr": (("eaux", "eau"), ("aux", "al"), ("es", ""), ("s", ""), ("x", ""), ("e", "")),
    "es": (("ces", "z"), *((ending, "") for ending in ("as", "os", "es", "s", "a", "o", "e"))),
    "it": tuple((ending, "") for ending in "aeio"),
    "pt": (("oes", "ao"), *((ending, "") for ending in ("as", "os", "es", "s", "a", "o", "e"))),
    "nl": (("ens", ""), ("en", ""), ("s", ""), ("e", "")),
}
_KEPT = {"en": ("ss", "us", "is", "news"), "pt": ("ao",)}
_POSSESSIVE = re.compile(r"'s?$")


def uninflected(word: str, language: str) -> str:
    """Return what the inflected forms of a folded word have in common: "force" for "forces".

    Milder than stemming, which would also make one of "production" and "productive". Rules follow
    the S-stemmer (Harman 1991) in English, and take off the endings of nouns and adjectives in
    German, French, Spanish, Italian, Portuguese and Dutch, and diacritics with them; other
    languages keep their words. `language` is a language without script or region.
    """
    if language not in _ENDINGS:
        return word
    bare = _without_accents(_POSSESSIVE.sub("", word))
    if bare.endswith(_KEPT.get(language, ())):
        return bare
    for ending, instead in _ENDINGS[language]:
        if bare.endswith(ending) and len(bare) - len(ending) + len(instead) >= _SHORTEST:
            return bare.removesuffix(ending) + instead
    return bare


def _without_accents(word: str) -> str:
    if word.isascii():
        return word
    letters = unicodedata.normalize("NFD", word)
    return "".join(letter for letter in letters if unicodedata.category(letter) != "Mn") or word
