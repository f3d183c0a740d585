"""Subjects: the cue words of a sentence, and who speaks, thinks or is quoted by them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from workbench.text.cue_words import words as listed
from workbench.text.narration import QUOTE
from workbench.text.nouns import AND, REACH, is_filler, noun_at, noun_before, subject

if TYPE_CHECKING:
    from workbench.text.cue_words import Cues
    from workbench.text.nouns import Noun, Sentence

OWNERS = listed(
    "his her their its my our sein seine seinen seiner ihr ihre ihren ihrer son sa ses leur su sus"
)
"""Words that stand for the owner of what follows."""

_AFTER = listed("nach selon según")
_PARTICLES = listed("to for on in an zu")
_STANDS, _WITHIN = listed("steht stand heißt hieß"), listed("in im aus bei beim")
_BE = listed("is are was were be been being")
_DUE = listed("should must")
_HAVE = listed("hat habe haben hatte hatten wurde wurden")
_NOBODY = listed("you one anybody anyone nobody everybody everyone man")


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


def attributions(sentence: Sentence) -> tuple[Attribution, ...]:
    """Find the cues of a sentence that somebody belongs to, in order."""
    found: list[Attribution] = []
    for place in range(sentence.first, sentence.last):
        one = _attribution(sentence, place, found)
        if one and not _is_nobody(sentence, one.noun):
            found.append(one)
    return tuple(found)


def _is_nobody(sentence: Sentence, noun: Noun) -> bool:
    return noun[1] - noun[0] == 1 and sentence.word(noun[0]) in _NOBODY


def _attribution(sentence: Sentence, place: int, found: list[Attribution]) -> Attribution | None:
    cues, word = sentence.cues, sentence.word(place)
    noun, force = None, Force.SAYS
    if word in cues.sources:
        noun = noun_at(sentence, place + 1 + (sentence.word(place + 1) in ("to", "den", "der")))
        if noun and place == sentence.first:  # what follows the comma is the sentence itself
            noun = (noun[0], noun[1], noun[1])
    elif word in cues.sources_behind:
        noun = noun_before(sentence, place)
    elif word in cues.after:
        noun = noun_at(sentence, place + 1) if _quote_before(sentence, place) else None
    elif word in cues.nouns and (noun := _of_noun(sentence, place)):
        if found and found[-1].cue == noun[0] - 1:  # "called Wei's remarks": the verb tells
            return None
        force = Force.SAYS if sentence.word(place - 1) in _AFTER else Force.OWNS
    elif (verbs := _force(cues, word)) is not None and _is_verb(sentence, place):
        noun = _of_verb(sentence, place, found)
        force = Force.WEAK if _is_due(sentence, place) else verbs
    return Attribution(place, force, noun) if noun else None


def _force(cues: Cues, word: str) -> Force | None:
    if word in cues.say:
        return Force.SAYS
    if word in cues.judge:
        return Force.JUDGES
    return Force.WEAK if word in cues.weak else None


def _is_due(sentence: Sentence, place: int) -> bool:
    """Tell whether a verb says only what somebody ought to do: "the ministry should soon add"."""
    before = place - 1
    while is_filler(sentence, before):
        if sentence.word(before) in _DUE:
            return True
        before -= 1
    return False


def _quote_before(sentence: Sentence, place: int) -> bool:
    """Tell whether a quotation ends right before a word, but for a comma or a dash."""
    before = place - 1
    while before > sentence.first and sentence.words.words[before] in (",", "–", "—", "-", "―"):
        before -= 1
    return sentence.word(before) == QUOTE


def _is_verb(sentence: Sentence, place: int) -> bool:
    """Tell a verb from a noun or a name that is written alike: "the state", "Times"."""
    word, cues, before = sentence.word(place), sentence.cues, place - 1
    if place > sentence.first and sentence.words.capital[place]:
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
        or sentence.words.capital[before]
        or previous in cues.pronouns
        or previous in ("to", *AND)
        or QUOTE in sentence.words.words[max(sentence.first, place - 5) : place]
    )
    if clear or not (word.endswith(("s", "ed", "ing")) or following == "it"):
        return clear
    return following in ("that", "it", QUOTE, ":") or following in cues.determiners


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
            return noun_before(sentence, owner + 1)
        if sentence.is_mark(owner) or word in sentence.cues.before_nouns:
            break
    return None


def _of_verb(sentence: Sentence, place: int, found: list[Attribution]) -> Noun | None:
    agent = sentence.word(place + 1) in sentence.cues.by and noun_at(sentence, place + 2)
    if agent:
        return agent
    before = place - 1
    while is_filler(sentence, before):
        before -= 1
    if not sentence.cues.verbs_first and _is_passive(sentence, before + 1, place):
        return _agent(sentence, place)
    if before < sentence.first or _quote_before(sentence, before + 1):
        return noun_at(sentence, place + 1) or _carried(sentence, found)
    if sentence.word(before) == ",":
        return _over_comma(sentence, place, before, found)
    return _before(sentence, place, before, found)


def _is_passive(sentence: Sentence, first: int, place: int) -> bool:
    """Tell whether the words [first, place) make a verb one that is done to its subject."""
    done = sentence.word(place).endswith(("ed", "told", "known"))
    return done and any(sentence.word(k) in _BE for k in range(first, place))


def _agent(sentence: Sentence, place: int) -> Noun | None:
    for by in range(place + 1, min(place + REACH, sentence.last)):
        if sentence.word(by) in sentence.cues.by:
            return noun_at(sentence, by + 1)
    return None


def _before(sentence: Sentence, place: int, before: int, found: list[Attribution]) -> Noun | None:
    """Return the subject of a verb that has no mark before it, or the one carried on to it."""
    cues, word = sentence.cues, sentence.word(before)
    gerund = sentence.word(place).endswith("ing") and word in cues.prepositions | cues.bounds
    if gerund or word in AND or word == "to":
        return _carried(sentence, found)
    if word in cues.relatives:
        end = before - (sentence.word(before - 1) == ",")
        named = (one.noun for one in found if one.noun[2] == end)  # with all that is said of it
        return next(named, None) or noun_before(sentence, end)
    marked = sentence.is_mark(before) and word != ")"
    noun = None if marked else noun_before(sentence, before + 1)
    return _around(sentence, place, noun) if cues.verbs_first else noun


def _around(sentence: Sentence, place: int, left: Noun | None) -> Noun | None:
    """Return the subject where a verb may stand before it, or at the end: "hat gestern erklärt"."""
    first = place
    while first > sentence.first and not sentence.is_mark(first - 1) and place - first < REACH:
        first -= 1
        if sentence.word(first) in _HAVE and first < place - 1:
            return noun_before(sentence, first) or noun_at(sentence, first + 1)
    if left is None or sentence.word(first) in sentence.cues.prepositions:
        stands = sentence.word(place) in _STANDS and sentence.word(place + 1) in _WITHIN
        return noun_at(sentence, place + 1 + stands) or left
    return left


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
        return subject(sentence) or _carried(sentence, found)
    for before in range(comma - 1, max(comma - REACH, sentence.first), -1):
        if sentence.word(before) == QUOTE:
            break
        if sentence.word(before) == "," and sentence.word(before - 1) != QUOTE:
            noun = noun_before(sentence, before)
            return (noun[0], noun[1], comma) if noun else None
    return noun_at(sentence, place + 1)
