"""Cues: the cue words of each language, and which of them a text needs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.text.cues_english import ENGLISH
from workbench.text.cues_french import FRENCH
from workbench.text.cues_german import GERMAN
from workbench.text.cues_spanish import SPANISH
from workbench.text.language import primary

if TYPE_CHECKING:
    from workbench.text.cue_words import Cues

SAMPLE = 4_000
"""Code points at the head of a text that tell its language."""

_WORD = re.compile(r"[^\W\d_]+")

CUES = {"en": ENGLISH, "de": GERMAN, "fr": FRENCH, "es": SPANISH}
"""The cue words by primary language subtag."""


def cues_for(text: str, language: str = "") -> Cues:
    """Return the cue words of a text by its language tag, or else those that it has most of."""
    known = CUES.get(primary(language))
    if known:
        return known
    words = [match[0].lower() for match in _WORD.finditer(text[:SAMPLE])]
    return max(CUES.values(), key=lambda cues: sum(_counts(cues, word) for word in words))


def _counts(cues: Cues, word: str) -> bool:
    return word in cues.say or word in cues.determiners or word in cues.prepositions
