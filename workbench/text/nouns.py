"""Nouns: the words of a sentence that name somebody, found from either side."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.text.cue_words import words as listed
from workbench.text.names import TIMES, is_role
from workbench.text.narration import PARAGRAPH, QUOTE

if TYPE_CHECKING:
    from workbench.text.cue_words import Cues
    from workbench.text.narration import Narration

REACH = 24
"""Words of a subject with all that is said of it, at most."""

AND = listed("and but or und aber oder et mais ou y pero o")

Noun = tuple[int, int, int]
"""Words [first, last) that name somebody, told more of up to the third."""

_CLITIC = re.compile("'(s|ll|d|ve|re|m)$")
_APPOSED = listed("a an the who whose former der die das ein eine le la un une el qui")


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words [first, last) of a narration, with the cues of its language."""

    words: Narration
    cues: Cues
    first: int
    last: int

    def word(self, place: int) -> str:
        """Return a word in small letters, or nothing where the sentence has none."""
        return self.words.lower[place] if self.first <= place < self.last else ""

    def is_mark(self, place: int) -> bool:
        """Tell whether a mark, a quotation or nothing stands there."""
        return not self.word(place)[:1].isalnum()


def pronoun(word: str) -> str:
    """Return a word in small letters without what leans on it: "he" of "he'll"."""
    return _CLITIC.sub("", word)


def is_filler(sentence: Sentence, place: int) -> bool:
    """Tell whether a word may stand between a subject and its verb."""
    word = sentence.word(place)
    return word in sentence.cues.fillers or word.endswith(("ly", "n't"))


def subject(sentence: Sentence) -> Noun | None:
    """Return the words at the head of a sentence that are likely its subject."""
    first = sentence.first
    while sentence.word(first) in sentence.cues.prepositions or sentence.is_mark(first):
        if sentence.word(first) in AND or sentence.is_mark(first):
            first += 1
        elif comma := _next_comma(sentence, first):
            first = comma + 1
        else:
            return None
        if first >= sentence.last:
            return None
    noun = noun_at(sentence, first)
    return noun if noun and noun[1] < sentence.last else None


def _next_comma(sentence: Sentence, first: int) -> int:
    for place in range(first, min(first + REACH, sentence.last)):
        if sentence.words.words[place] == ",":
            return place
    return 0


def noun_before(sentence: Sentence, last: int) -> Noun | None:
    """Return the noun that ends before word `last`, with what belongs to it on the left."""
    cues, first = sentence.cues, last - 1
    if first < sentence.first:
        return None
    if pronoun(sentence.word(first)) in cues.pronouns:
        return first, last, last
    first = _opened(sentence, first)
    while first - 1 >= sentence.first and last - first < REACH:
        before = sentence.word(first - 1)
        if before == ")":
            first = _opened(sentence, first - 1)
        elif _ends_left(sentence, first - 1, last):
            break
        else:
            first -= 1
    if pronoun(sentence.word(first)) in cues.pronouns - cues.determiners:
        return first, first + 1, first + 1
    first = _trimmed(sentence, first, last)
    lone = sentence.word(first) if last - first == 1 else ""
    named = first < last and not sentence.is_mark(first)
    return (first, last, last) if named and lone not in TIMES | cues.prepositions else None


def _ends_left(sentence: Sentence, place: int, last: int) -> bool:
    """Tell whether a subject that ends before word `last` cannot reach back to a word."""
    word = sentence.word(place)
    if word in sentence.cues.bounds or _is_spoken(sentence, place):
        return True
    if sentence.is_mark(place):
        return word not in ("&", "/")
    return sentence.words.capital[last - 1] and not _leads(sentence, place)


def _leads(sentence: Sentence, place: int) -> bool:
    """Tell whether a word may belong to the name it stands before: "press secretary Wei"."""
    word, cues = sentence.word(place), sentence.cues
    if _names(sentence, place) or word in cues.linking or word in cues.determiners:
        return True
    after = sentence.word(place + 1)
    return (
        word not in cues.prepositions and is_role(after) and not sentence.words.capital[place + 1]
    )


def _is_spoken(sentence: Sentence, place: int) -> bool:
    """Tell whether a word is surely a cue verb."""
    word, cues = sentence.word(place), sentence.cues
    known = word in cues.say or word in cues.judge or word in cues.weak
    noun = word in cues.ambiguous or word in cues.nouns or sentence.words.capital[place]
    return known and not noun


def _opened(sentence: Sentence, place: int) -> int:
    """Return where the bracket that closes at `place` was opened; `place` where none closes."""
    if sentence.word(place) == ")":
        for first in range(place - 1, max(place - REACH, sentence.first - 1), -1):
            if sentence.word(first) == "(":
                return max(first - 1, sentence.first)
    return place


def _trimmed(sentence: Sentence, first: int, last: int) -> int:
    """Leave out what stands before the subject: "On Tuesday the mayor" is "the mayor"."""
    cues = sentence.cues
    if sentence.word(first) not in cues.prepositions:
        return first
    if not sentence.words.capital[last - 1]:
        for place in range(last - 1, first, -1):
            if sentence.word(place) in cues.determiners:
                return place
        return last - 1
    place = last - 1
    while place > first + 1 and _names(sentence, place - 1):
        place -= 1
    if sentence.word(place - 1) in cues.determiners and place - 1 > first:
        place -= 1
    return place


def _names(sentence: Sentence, place: int) -> bool:
    word = sentence.word(place)
    if word in TIMES:
        return False
    return is_role(word) or sentence.words.capital[place] or word[:1].isdigit()


def noun_at(sentence: Sentence, first: int) -> Noun | None:
    """Return the noun that begins at word `first`, and what is said of it between commas."""
    cues = sentence.cues
    while is_filler(sentence, first):
        first += 1
    word = sentence.word(first)
    if pronoun(word) in cues.pronouns and word not in cues.determiners:
        return first, first + 1, first + 1
    if sentence.is_mark(first) or word in cues.bounds or word in TIMES:
        return None
    if word in cues.prepositions or (word not in cues.determiners and not _names(sentence, first)):
        return None
    last = first + 1
    while last - first < REACH and _belongs(sentence, last):
        last = _closed(sentence, last) + 1
    while last - first > 1 and sentence.word(last - 1) in cues.linking:
        last -= 1
    if last - first == 1 and word in cues.determiners:
        return None
    return first, last, _whole(sentence, last)


def _belongs(sentence: Sentence, place: int) -> bool:
    """Tell whether the noun before a word goes on with it."""
    word, cues = sentence.word(place), sentence.cues
    if word in ("(", "&"):
        return True
    if sentence.is_mark(place) or word in TIMES:
        return False
    opened = sentence.word(place - 1) in cues.determiners
    if opened or sentence.words.capital[place] or word in cues.linking:
        return True
    named = sentence.words.capital[place - 1]
    return not _goes_beyond(sentence, place) and (is_role(word) or not named)


def _goes_beyond(sentence: Sentence, place: int) -> bool:
    """Tell whether a word cannot belong to a noun: a verb, or what leads to the next phrase."""
    word, cues = sentence.word(place), sentence.cues
    apart = word in cues.bounds or word in cues.prepositions or word in AND
    verb = word in cues.say or word in cues.judge or word.endswith("ed")
    return apart or verb or is_filler(sentence, place)


def _closed(sentence: Sentence, place: int) -> int:
    if sentence.word(place) == "(":
        for last in range(place + 1, min(place + REACH, sentence.last)):
            if sentence.word(last) == ")":
                return last
    return place


def _whole(sentence: Sentence, last: int) -> int:
    """Return where a subject ends that goes on after a comma: ", head of the Caucus"."""
    following = sentence.word(last + 1)
    if sentence.word(last) != "," or not (following in _APPOSED or is_role(following)):
        return last
    for place in range(last + 1, min(last + REACH, sentence.last)):
        if sentence.words.words[place] in (",", ".", ";", QUOTE, PARAGRAPH):
            return place
    return last
