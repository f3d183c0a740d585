"""Stems: what the inflected and derived forms of a word have in common."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from workbench.text.language import primary

if TYPE_CHECKING:
    from collections.abc import Callable

REMEMBERED = 1 << 17
"""Words whose stems are kept: what a large archive has; more than that are numbers and names."""

_ALGORITHMS = {
    "ar": "arabic",
    "ca": "catalan",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "es": "spanish",
    "fi": "finnish",
    "fr": "french",
    "hu": "hungarian",
    "it": "italian",
    "nb": "norwegian",
    "nl": "dutch",
    "nn": "norwegian",
    "no": "norwegian",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sv": "swedish",
    "tr": "turkish",
}


@lru_cache(REMEMBERED)
def stem(word: str, language: str) -> str:
    """Return the stem of a folded word by the Snowball algorithm of its language (Porter 2001).

    `language` is a tag such as "en" or "pt-BR"; where it has no algorithm a word is its own stem.
    """
    name = _ALGORITHMS.get(primary(language))
    return _algorithm(name)(unicodedata.normalize("NFC", word)) if name else word


@cache
def _algorithm(name: str) -> Callable[[str], str]:
    import snowballstemmer

    stemmer: Callable[[str], str] = snowballstemmer.stemmer(name).stemWord
    return stemmer
