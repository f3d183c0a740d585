"""Subjects: the cue words of a sentence, and the words that name who speaks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from workbench.text.narration import PARAGRAPH, QUOTE
from workbench.text.people import TIMES, is_role

if TYPE_CHECKING:
    from workbench.text.cue_words import Cues
    from workbench.text.narration import Narration

REACH = 24
"""Words of a subject with all that is said of it, at most."""

Noun = tuple[int, int, int]
"""Words [first, last) that name somebody, told more of up to the third."""

_AFTER = frozenset(("nach", "selon", "según"))
_PARTICLES = frozenset("to for on in an zu".split())
_HAVE = frozenset("hat habe haben hatte hatten wurde wurden".split())
_NOBODY = frozenset("you one anybody anyone nobody everybody everyone man".split())
_CLITIC = re.compile("'(s|ll|d|ve|re|m)$")
_AND = frozenset(["and", "but", "or", "und", "aber", "oder", "et", "mais", "ou", "y", "pero", "o"])


def pronoun(word: str) -> str:
    """Return a word in small letters without what leans on it: "he" of "he'll"."""
    return _CLITIC.sub("", word)


OWNERS = frozenset(["his", "her", "their", "its", "my", "our", "sein", "seine", "seinen", "seiner", "ihr", "ihre", "ihren", "ihrer", "son", "sa", "ses", "leur", "su", "sus"])  # fmt: skip
_APPOSED = frozenset(
    [
        "a",
        "an",
        "the",
        "who",
        "whose",
        "former",
        "der",
        "die",
        "das",
        "ein",
        "eine",
        "le",
        "la",
        "un",
        "une",
        "el",
        "qui",
    ]
)


class Force(IntEnum):
    """How surely a cue tells of speech: by the thought behind it, a name for it, or speaking."""

    WEAK = 0
    JUDGES = 1
    OWNS = 2
    SAYS = 3


@dataclass(frozen=True, slots=True)
class Attribution:
    """A cue word, how much it tells, and who speaks."""

    cue: int
    force: Force
    noun: Noun


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


def attributions(sentence: Sentence) -> tuple[Attribution, ...]:
    """Find the cues of a sentence that somebody belongs to, in order."""
    found: list[Attribution] = []
    for place in range(sentence.first, sentence.last):
        one = _attribution(sentence, place, found)
        if one and not _is_nobody(sentence, one.noun):
            found.append(one)
    return tuple(found)


def subject(sentence: Sentence) -> Noun | None:
    """Return the words at the head of a sentence that are likely its subject."""
    first = sentence.first
    while sentence.word(first) in sentence.cues.prepositions or sentence.is_mark(first):
        if sentence.word(first) in _AND or sentence.is_mark(first):
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


def _is_nobody(sentence: Sentence, noun: Noun) -> bool:
    return noun[1] - noun[0] == 1 and sentence.word(noun[0]) in _NOBODY


def _attribution(sentence: Sentence, place: int, found: list[Attribution]) -> Attribution | None:
    cues, word = sentence.cues, sentence.word(place)
    noun, force = None, Force.SAYS
    if word in cues.sources:
        noun = noun_at(sentence, place + 1 + (sentence.word(place + 1) in ("to", "den", "der")))
    elif word in cues.sources_behind:
        noun = _left(sentence, place)
    elif word in cues.after:
        noun = noun_at(sentence, place + 1) if _quote_before(sentence, place) else None
    elif word in cues.nouns and (noun := _of_noun(sentence, place)):
        if found and found[-1].cue == noun[0] - 1:  # "called Wei's remarks": the verb tells
            return None
        force = Force.SAYS if sentence.word(place - 1) in _AFTER else Force.OWNS
    elif (verbs := _force(cues, word)) is not None and _is_verb(sentence, place):
        noun, force = _of_verb(sentence, place, found), verbs
    return Attribution(place, force, noun) if noun else None


def _force(cues: Cues, word: str) -> Force | None:
    if word in cues.say:
        return Force.SAYS
    if word in cues.judge:
        return Force.JUDGES
    return Force.WEAK if word in cues.weak else None


def _quote_before(sentence: Sentence, place: int) -> bool:
    """Tell whether a quotation ends right before a word, but for a comma or a dash."""
    before = place - 1
    while before > sentence.first and sentence.words.words[before] in (",", "–", "—", "-", "―"):
        before -= 1
    return sentence.word(before) == QUOTE


def _is_verb(sentence: Sentence, place: int) -> bool:
    """Tell a verb from a noun or a name that is written alike: "the state", "Times"."""
    word, cues, before = sentence.word(place), sentence.cues, place - 1
    if place > sentence.first and sentence.words.is_capital(place):
        return False
    if word not in cues.ambiguous and word not in cues.nouns:
        return True
    while is_filler(sentence, before):
        before -= 1
    previous = sentence.word(before)
    if previous in cues.before_nouns or previous.endswith(("'s", "s'")):
        return False
    following = sentence.word(place + 1)
    if following in cues.prepositions and following not in _PARTICLES:
        return previous in cues.pronouns
    clear = (
        before < place - 1
        or before < sentence.first
        or sentence.is_mark(before)
        or sentence.words.is_capital(before)
        or previous in cues.pronouns
        or previous in ("to", *_AND)
        or QUOTE in sentence.words.words[max(sentence.first, place - 5) : place]
    )
    if clear or not word.endswith(("s", "ed", "ing")):
        return clear
    return following in ("that", QUOTE, ":") or following in cues.determiners


def _of_noun(sentence: Sentence, place: int) -> Noun | None:
    """Return whose words a noun names: "Wei's claim", "a statement from the ministry"."""
    following = sentence.word(place + 1)
    if following in ("from", "by", "von", "vom", "de", "del"):
        return noun_at(sentence, place + 2)
    if following in ("der", "des", "du"):
        return noun_at(sentence, place + 1)
    for owner in range(place - 1, max(place - 4, sentence.first - 1), -1):
        word = sentence.word(owner)
        if word in OWNERS:
            return owner, owner + 1, owner + 1
        if word.endswith(("'s", "s'")):
            return _left(sentence, owner + 1)
        if sentence.is_mark(owner) or word in sentence.cues.before_nouns:
            break
    return None


def _of_verb(sentence: Sentence, place: int, found: list[Attribution]) -> Noun | None:
    cues = sentence.cues
    if sentence.word(place + 1) in cues.by:
        return noun_at(sentence, place + 2)
    before = place - 1
    while is_filler(sentence, before):
        before -= 1
    if before < sentence.first or _quote_before(sentence, before + 1):
        return noun_at(sentence, place + 1) or _carried(sentence, found)
    word = sentence.word(before)
    if sentence.word(place).endswith("ing") and word in cues.prepositions | cues.bounds:
        return _carried(sentence, found)
    if word == ",":
        return _over_comma(sentence, place, before, found)
    if word in _AND or word == "to":
        return _carried(sentence, found)
    if word in cues.relatives:
        return _left(sentence, before - (sentence.word(before - 1) == ","))
    noun = None if sentence.is_mark(before) and word != ")" else _left(sentence, before + 1)
    if cues.verbs_first:
        return _around(sentence, place, noun)
    return noun


def _around(sentence: Sentence, place: int, left: Noun | None) -> Noun | None:
    """Return the subject where a verb may stand before it, or at the end: "hat gestern erklärt"."""
    cues, first = sentence.cues, place
    while first > sentence.first and not sentence.is_mark(first - 1) and place - first < REACH:
        first -= 1
        if sentence.word(first) in _HAVE and first < place - 1:
            return _left(sentence, first) or noun_at(sentence, first + 1)
    if left is None or sentence.word(first) in cues.prepositions:
        right = noun_at(sentence, place + 1)
        alone = left and sentence.word(left[0]) in cues.prepositions
        return right or (None if alone else left)
    return left


def is_filler(sentence: Sentence, place: int) -> bool:
    """Tell whether a word may stand between a subject and its verb."""
    word = sentence.word(place)
    return word in sentence.cues.fillers or word.endswith(("ly", "n't"))


def _carried(sentence: Sentence, found: list[Attribution]) -> Noun | None:
    """Return who spoke before in the sentence, else what it begins with."""
    strong = [one.noun for one in found if one.force > Force.WEAK]
    if strong:
        return strong[-1]
    return subject(sentence)


def _over_comma(
    sentence: Sentence, place: int, comma: int, found: list[Attribution]
) -> Noun | None:
    """Return the subject of "X, the minister, said" and of "X left, saying"."""
    if sentence.word(place).endswith("ing"):
        return _carried(sentence, found)
    for before in range(comma - 1, max(comma - REACH, sentence.first), -1):
        if sentence.word(before) == QUOTE:
            break
        if sentence.word(before) == "," and sentence.word(before - 1) != QUOTE:
            noun = _left(sentence, before)
            return (noun[0], noun[1], comma) if noun else None
    return noun_at(sentence, place + 1) or _carried(sentence, found)


def _left(sentence: Sentence, last: int) -> Noun | None:
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
    named = first < last and not sentence.is_mark(first)
    return (first, last, last) if named else None


def _ends_left(sentence: Sentence, place: int, last: int) -> bool:
    """Tell whether a subject that ends before word `last` cannot reach back to a word."""
    word = sentence.word(place)
    if word in sentence.cues.bounds or _is_spoken(sentence, place):
        return True
    if sentence.is_mark(place):
        return word not in ("&", "/")
    return sentence.words.is_capital(last - 1) and not _leads(sentence, place)


def _leads(sentence: Sentence, place: int) -> bool:
    """Tell whether a word may stand before a name and belong to it: "White House press secretary"."""
    word, cues = sentence.word(place), sentence.cues
    if _names(sentence, place) or word in cues.linking or word in cues.determiners:
        return True
    after = sentence.word(place + 1)
    return (
        word not in cues.prepositions
        and is_role(after)
        and not sentence.words.is_capital(place + 1)
    )


def _is_spoken(sentence: Sentence, place: int) -> bool:
    word = sentence.word(place)
    cues = sentence.cues
    known = _force(cues, word) is not None
    return (
        known and word not in cues.ambiguous | cues.nouns and not sentence.words.is_capital(place)
    )


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
    lead = first
    while lead < last - 1 and (
        sentence.word(lead) in _AND
        or (sentence.word(lead) in cues.linking and sentence.word(lead) not in cues.determiners)
    ):
        lead += 1
    if sentence.word(lead) not in cues.prepositions:
        return lead
    if not sentence.words.is_capital(last - 1):
        for place in range(last - 1, lead, -1):
            if sentence.word(place) in cues.determiners:
                return place
        return last - 1
    place = last - 1
    while place > lead + 1 and _names(sentence, place - 1):
        place -= 1
    if sentence.word(place - 1) in cues.determiners and place - 1 > lead:
        place -= 1
    return place


def _names(sentence: Sentence, place: int) -> bool:
    word = sentence.word(place)
    if word in TIMES:
        return False
    return is_role(word) or sentence.words.is_capital(place) or word[:1].isdigit()


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
    return first, last, _whole(sentence, last)


def _belongs(sentence: Sentence, place: int) -> bool:
    """Tell whether the noun before a word goes on with it."""
    word, cues = sentence.word(place), sentence.cues
    if word in ("(", "&"):
        return True
    if sentence.is_mark(place) or word in TIMES:
        return False
    if sentence.words.is_capital(place):
        return True
    if word in cues.linking:
        return True
    if word in cues.bounds or word in cues.prepositions or is_filler(sentence, place):
        return False
    if word in cues.say or word in cues.judge or word in _AND or word.endswith("ed"):
        return False
    named = (
        sentence.words.is_capital(place - 1) and sentence.word(place - 1) not in cues.determiners
    )
    return is_role(word) or not named


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
