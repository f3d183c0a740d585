"""Cue words: what the cues of one language consist of, and how they are listed."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cues:
    """The cue words of one language, all in small letters.

    After `say` come somebody's words, `judge` and, where nothing else does, `weak` carry fragments
    of them; `nouns` do so with an owner ("Wei's claim"), `sources` with what follows them
    ("according to Wei"), `sources_behind` with what stands before them, `after` only right behind
    a quotation. `ambiguous` words are nouns too, and are so after one of `before_nouns`. `fillers`
    may stand between a subject and its verb; a subject never reaches over `bounds` and does not
    begin with `prepositions`, `linking` words may stand within it. After `names_follow` or before
    `names_precede` stands a title or a term. In languages with `verbs_first` the subject may
    follow its verb; `nouns_capital` where every noun has a capital.
    """

    say: frozenset[str]
    judge: frozenset[str]
    weak: frozenset[str]
    nouns: frozenset[str]
    sources: frozenset[str]
    sources_behind: frozenset[str]
    after: frozenset[str]
    ambiguous: frozenset[str]
    before_nouns: frozenset[str]
    fillers: frozenset[str]
    bounds: frozenset[str]
    prepositions: frozenset[str]
    linking: frozenset[str]
    determiners: frozenset[str]
    relatives: frozenset[str]
    by: frozenset[str]
    names_follow: frozenset[str]
    names_precede: frozenset[str]
    male: frozenset[str]
    female: frozenset[str]
    pronouns: frozenset[str]
    verbs_first: bool = False
    nouns_capital: bool = False


def words(text: str) -> frozenset[str]:
    """Return the words of a list."""
    return frozenset(text.split())


def inflected(bases: str) -> frozenset[str]:
    """Return the forms of regular English verbs."""
    forms = set()
    for base in bases.split():
        stem = base[:-1] if base.endswith("e") else base
        past = base[:-1] + "ied" if re.search("[^aeiou]y$", base) else stem + "ed"
        third = base + "es" if re.search("(s|sh|ch)$", base) else base + "s"
        third = base[:-1] + "ies" if past.endswith("ied") else third
        forms |= {base, third, past, stem + "ing"}
    return frozenset(forms)
