"""Telling: what beside a quotation tells who said it, or that nobody did."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from unicodedata import normalize

from workbench.text.lexicon import FUNCTION_WORDS
from workbench.text.narration import PARAGRAPH, QUOTE
from workbench.text.nouns import Sentence, is_filler, noun_at
from workbench.text.subjects import Force

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.text.nouns import Noun
    from workbench.text.subjects import Attribution

UTTERANCE = 4
"""Words from which a fragment without any cue is taken as said: fewer are a term or a title."""

HEADING = 6
"""Words of a paragraph in quotation marks, at most, that may be a heading."""

NICKNAME = 2
"""Words between the names of somebody, at most, that are a nickname."""

JUDGES_TITLE, SAYS_TITLE, NOUNS_TITLE = 9, 2, 12
"""Words between a cue and words written like a title, at most, for them to be said.

The last is for languages whose nouns all have capitals."""

OWNS_REACH = 7
"""Words between a noun such as "Wei's claim" and the quotation it tells of, at most."""

LONGEST_HEADLINE = 24
"""Words of a headline at the head of a text, at most, with its marks."""

LEAD = 3
"""Words that may lead to a name right behind a quotation: "my aunt Jo said"."""

COLON_HEAD = 8
"""Words before a colon, at most, that name a speaker without any cue: "Wei: …"."""

_SMALL = frozenset(normalize("NFC", word) for word in FUNCTION_WORDS)
_WORD = re.compile(r"\d+(?:[.,]\d+)+|[^\W_]+(?:[-.'’][^\W_]+)*")
SINGLE = frozenset("‘'‚‹")
"""Marks that quote inside other quotations, and in headlines."""

_DASHES = frozenset(("—", "―", "–", "-"))
_OVER = frozenset(",?!…—-–，。！？")
_EDGES = "\"'“”„‟«»‹›‘’‚「」『』＂ \u00a0"


@dataclass(frozen=True, slots=True)
class Telling:
    """The words that name the speaker and the cue, each by its place; None where there is none."""

    noun: Noun | None = None
    cue: int | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """How the words of a quotation are written: how many there are, and whether like a title.

    `hands_over` where they end as they do before "he said"; `is_whole` where they end a sentence.
    """

    count: int
    is_title: bool
    hands_over: bool
    is_whole: bool


def form(marked: str) -> Form:
    """Tell how the words of a quotation, given with its marks, are written."""
    inner = marked.strip(_EDGES)
    words = _WORD.findall(inner)
    main = [word for word in words if word.lower() not in _SMALL] or words
    capital = bool(main) and all(word[0].isupper() or word[0].isdigit() for word in main)
    title = capital and words[0][0].isupper() and inner[-1] not in "?!"
    count = max(len(words), len(inner) // 2 if inner and ord(inner[0]) > _IDEOGRAPHS else 0)
    return Form(count, title, inner[-1:] in _OVER, inner[-1:] in tuple(".?!…。！？"))


_IDEOGRAPHS = 0x2E7F


def telling(
    sentence: Sentence, found: Sequence[Attribution], place: int, written: Form
) -> Telling | None:
    """Return what in its own sentence tells of the quotation at a place, the surest first."""
    after = _behind(sentence, found, place, written) or _signed(sentence, place)
    if after:
        return after
    before = [
        one for one in found if one.cue < place and not _is_far(sentence, one, place, written)
    ]
    strong = [one for one in before if one.force > Force.WEAK]
    if strong:
        return _of(strong[-1])
    if sentence.cues.nouns_capital and sentence.word(place + 1) in sentence.cues.judge:
        return Telling(None, place + 1)
    headed = _headed(sentence, place)
    if headed or written.is_title:
        return headed
    later = [one for one in found if _closes(sentence, one, place)]
    weak = [*later, *reversed(before)]
    return _of(weak[0]) if weak else None


def is_name(sentence: Sentence, place: int, written: Form) -> bool:
    """Tell whether words in quotation marks are but a title, a term or a nickname."""
    words, cues = sentence.words, sentence.cues
    before = place - 1
    while sentence.word(before) in (",", "(", "–", "-"):
        before -= 1
    on_air = written.is_title and sentence.words.words[max(before, 0)].endswith(("'s", "’s"))
    if on_air and before > sentence.first and sentence.words.capital[before]:
        return True
    if sentence.word(before) in cues.names_follow or sentence.word(place + 1) in cues.names_precede:
        return True
    nickname = written.is_title and written.count <= NICKNAME and not written.is_whole
    return (
        nickname
        and before == place - 1
        and sentence.word(place + 1) != ""
        and words.words[before][0].isupper()
        and words.words[place + 1][0].isupper()
    )


def is_teaser(sentence: Sentence, place: int, written: Form) -> bool:
    """Tell whether a headline repeats in short what the text quotes: it is not said twice.

    Headlines have single marks where the text has double ones.
    """
    words = sentence.words
    end = words.breaks[0] if words.breaks else 0
    said = written.hands_over or (written.is_whole and written.count >= UTTERANCE)
    if said or sentence.first or sentence.last < end or sentence.word(place - 1) == ":":
        return False
    marks = {words.text[words.starts[k]] for k in words.quotes}
    single = words.text[words.starts[place]] in SINGLE and not marks <= SINGLE
    return single and place < end < LONGEST_HEADLINE


def is_heading(sentence: Sentence, place: int, written: Form) -> bool:
    """Tell whether a short quotation stands alone in its paragraph, as headings do."""
    words = sentence.words.words
    alone = (place == 0 or words[place - 1] == PARAGRAPH) and (
        place + 1 == len(words) or words[place + 1] == PARAGRAPH
    )
    return alone and written.count <= HEADING


def stands_alone(sentence: Sentence, place: int) -> bool:
    """Tell whether a sentence has nothing but the quotation."""
    places = range(sentence.first, sentence.last)
    return all(k == place or not sentence.words.words[k][0].isalnum() for k in places) and not any(
        k != place and sentence.words.words[k] == QUOTE for k in range(sentence.first, place)
    )


def _of(attribution: Attribution) -> Telling:
    return Telling(attribution.noun, attribution.cue)


def _is_far(sentence: Sentence, one: Attribution, place: int, written: Form) -> bool:
    """Tell whether a cue is too far off to tell of a title, or a noun of any quotation."""
    if one.force == Force.OWNS:
        between = sentence.words.words[one.cue : place]
        return len(between) > OWNS_REACH or QUOTE in between
    if not written.is_title or sentence.word(place - 1) == ":":
        return False
    if one.force == Force.WEAK:
        return True
    if sentence.cues.nouns_capital:
        return place - one.cue > NOUNS_TITLE
    return place - one.cue > (SAYS_TITLE if one.force == Force.SAYS else JUDGES_TITLE)


def _behind(
    sentence: Sentence, found: Sequence[Attribution], place: int, written: Form
) -> Telling | None:
    """Return who speaks right behind a quotation: "…," said Wei; "…," Wei said."""
    following = place + 1
    while sentence.word(following) in (",", *_DASHES):
        following += 1
    apart = following > place + 1
    while is_filler(sentence, following):
        following += 1
    within = place > sentence.first and sentence.word(place - 1) in sentence.cues.prepositions
    if written.is_title and within:
        return None
    if not (written.hands_over or apart or sentence.cues.verbs_first):
        return None
    behind = (one for one in found if one.cue > place)
    one = next(behind, None)
    if one is None or following == one.cue:
        return _of(one) if one else None
    first, last, whole = one.noun
    between = range(following, first)
    apposed = following <= first <= following + LEAD
    if apposed and not any(sentence.is_mark(k) or _leads_on(sentence, k) for k in between):
        return Telling((following, last, whole), one.cue)
    return None


def unnamed_verb(sentence: Sentence, place: int, written: Form) -> Telling | None:
    """Return who stands right behind a whole quotation, before a word that is no known cue."""
    noun = noun_at(sentence, place + 1) if written.hands_over else None
    if noun is None or place > sentence.first or not sentence.word(noun[1]).isalpha():
        return None
    word = sentence.word(noun[0])
    named = sentence.words.capital[noun[0]] or word in sentence.cues.pronouns
    return Telling(noun, noun[1]) if named else None


def _leads_on(sentence: Sentence, place: int) -> bool:
    word, cues = sentence.word(place), sentence.cues
    return word in cues.bounds or word in cues.prepositions


def _signed(sentence: Sentence, place: int) -> Telling | None:
    """Return the name that a dash adds to a quotation: "…" ― Wei Jianguo."""
    words = sentence.words
    if place + 2 >= len(words.words) or words.words[place + 1] not in _DASHES:
        return None
    rest = Sentence(words, sentence.cues, place + 1, min(place + 14, len(words.words)))
    noun = noun_at(rest, place + 2)
    if noun and words.capital[noun[0]] and rest.word(noun[1]) in ("", ".", PARAGRAPH):
        return Telling(noun)
    return None


def _headed(sentence: Sentence, place: int) -> Telling | None:
    """Return the name before a colon: "Wei: "New forces …""."""
    if sentence.word(place - 1) != ":" or place - sentence.first > COLON_HEAD:
        return None
    noun = noun_at(sentence, sentence.first)
    return Telling(noun) if noun and noun[1] == place - 1 else None


def _closes(sentence: Sentence, one: Attribution, place: int) -> bool:
    """Tell whether a cue behind a quotation stands apart: "…, Wei said", "…, according to Wei"."""
    start = min(one.noun[0], one.cue)
    if start <= place or one.force < Force.SAYS:
        return False
    start -= sentence.word(start - 1) in ("as", "wie", "comme", "como")
    return (
        sentence.word(start - 1) in (",", QUOTE) or sentence.word(one.cue) in sentence.cues.sources
    )
