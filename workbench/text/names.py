"""Names: rows of words with capitals, and the titles and roles that lead to them or follow."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from unicodedata import normalize

from workbench.text.cue_words import words as listed
from workbench.text.cues import CUES
from workbench.text.lexicon import DAYS, FUNCTION_WORDS, MONTHS, ROLES
from workbench.text.narration import PARAGRAPH, QUOTE, STOPS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.text.cue_words import Cues
    from workbench.text.narration import Narration

HEADLINE, HEADLINE_WORDS = 0.6, 4
"""Share of words with a capital, and words, from which a paragraph is a headline."""

LONGEST_ROLE, LONGEST_ROLE_BEFORE = 16, 7
"""Words of a role behind a name, between commas, and before it, at most."""

LONGEST_NAME = 12
"""Words with capitals in a row, at most, that are read as one name."""

LONGEST_BRACKET = 6
"""Words of a bracket between a name and its role, at most: "(D-Mo.)"."""

BARE_TITLES = listed("mr. mrs. ms. herr frau mme m. sra. sr. monsieur madame señor señora")
"""Titles that a full name does without."""

BODIES = listed(
    """
    university college institute school center centre bank company corp. inc. group securities
    ministry department agency commission committee council congress senate house court party union
    association foundation news times post journal herald tribune press institution office bureau
    board fund street city county state states north south east west new united republic conference
    summit forum act plan street avenue universität institut ministerium amt verband partei zeitung
    rundschau gesellschaft bundestag université ministère universidad ministerio
    """
)
"""Words in the names of what is nobody."""

TIMES = frozenset(normalize("NFC", word) for word in DAYS | MONTHS) - {"may"}
"""Days and months, which have capitals and are no names; May is one as well."""

_TITLES = BARE_TITLES | listed(
    """
    dr. prof. sen. sens. rep. reps. gov. gen. col. sgt. capt. lt. rev. hon. st. atty. adm. maj.
    """
)
_ROLES = ROLES | listed(
    """
    nominee candidate speaker attorney lawyer counsel aide adviser advisor strategist manager owner
    businessman representative congressman congresswoman writer reporter correspondent columnist
    editor host moderator producer actor actress singer doctor surgeon physician scientist student
    teacher father mother wife husband son daughter brother sister co-founder coordinator organizer
    activist advocate consultant pollster historian partner member democrat republican chairperson
    veteran resident victim witness sheriff detective sergeant lieutenant captain commissioner
    councilman councilwoman farmer priest coach engineer architect master nurse fisherman trader
    investor worker musician painter photographer programmer
    """
)
_ROLE_END = re.compile(
    "(?:minister|präsident|kanzler|sprecher|direktor|vorsitzende[rn]?|chef|leiter|richter|anwalt"
    "|anwält|meister|manager|redakteur|experte|expertin|referent|beauftragte[rn]?|kommissar|senator"
    "|sekretär|funktionär|abgeordnete[rn]?|kollege|kollegin|president|secretary|chairman|chairwoman)"
    "(?:in|s|en)?$"
)
_PARTICLES = listed("de von van bin ibn al del da di zu el ten dos y")
_OF = listed("der den la le del da do di y das dos du")
_NO_NAMES = TIMES.union(
    {"may"},
    (normalize("NFC", word) for word in FUNCTION_WORDS),
    *(cues.prepositions | cues.sources for cues in CUES.values()),
)
_ARTICLES = listed("a an the der die das ein eine le la l' un une el los las former ex")
_ENDS = STOPS | {",", QUOTE, PARAGRAPH, ";", ":", "—", "–"}
_OWNS = ("'s", "’s", "'", "’")
_POSSESSIVE = re.compile("['’]s?$")


@dataclass(frozen=True, slots=True)
class Mention:
    """A name among the words: where it begins, and what leads to it."""

    first: int
    name: tuple[str, ...]
    title: str
    role: str


def mentions(words: Narration, cues: Cues) -> Iterator[Mention]:
    """Yield every name in the running text of an article; headlines are left out."""
    sure = _sure(words)
    for first, last in _rows(words, 0, len(words.words)):
        if not sure[first]:
            continue
        start = _name_start(words, first, last)
        name = tuple(_bare(word) for word in words.words[start:last])
        lead = first - 2 if _is_office(words, first) and start > first else first
        head = words.words[lead:start]
        titles = " ".join(word for word in head if word.lower() in _TITLES)
        role = words.between(lead, start).removesuffix(titles).strip()
        role = role if any(map(is_role, role.lower().split())) else ""
        if role and len(name) == 1:
            titles, role = role, ""
        found = _role_after(words, last, cues) or _role_before(words, first, cues)
        yield Mention(start, name, titles, found or role)


def name_in(words: Narration, first: int, last: int) -> Iterator[tuple[str, ...]]:
    """Yield the name that ends the words [first, last), then the one they begin with.

    Titles are left out, and so are a bracket behind the name and a name that only owns the rest:
    "Wei's lawyer".
    """
    if words.words[last - 1] == ")":
        while last > first + 1 and words.words[last - 1] != "(":
            last -= 1
        last -= last > first + 1
    for start, end in reversed([*_rows(words, first, last)]):
        owner = words.words[end - 1].endswith(_OWNS) and end < last
        if not owner and (end == last or start == first):
            name = _name_start(words, start, end)
            yield tuple(_bare(word) for word in words.words[name:end])


def is_role(word: str) -> bool:
    """Tell whether a word in small letters says what somebody is: "minister"."""
    return word in _ROLES or bool(_ROLE_END.search(word))


def _bare(word: str) -> str:
    return _POSSESSIVE.sub("", word)


def _rows(words: Narration, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Yield the first word of each row of words with capitals, and the one after its last."""
    place = first
    while place < last:
        if not words.capital[place] or words.lower[place] in _NO_NAMES:
            place += 1
            continue
        end, start = place + 1, place
        while end < min(last, start + LONGEST_NAME) and _joins(words, end, last):
            end += 1
        yield start, end
        place = end


def _joins(words: Narration, place: int, last: int) -> bool:
    """Tell whether a word goes on with the name before it: another name, or "von" before one."""
    if words.words[place - 1].endswith(_OWNS):
        return False
    for _ in range(2):  # "von der": more than two are no name
        before = words.lower[place - 1] in _PARTICLES and words.lower[place] in _OF
        place += place + 1 < last and (before or words.lower[place] in _PARTICLES)
    return words.capital[place] and words.lower[place] not in TIMES


def _sure(words: Narration) -> list[bool]:
    """Tell of each word whether it stands in running text, not in a headline."""
    result: list[bool] = []
    start = 0
    for end in (*words.breaks, len(words.words)):
        count = sum([word[0].isalpha() for word in words.words[start:end]])
        capitals = sum(words.capital[start:end])
        running = count < HEADLINE_WORDS or capitals <= HEADLINE * count
        result += [running] * (end + 1 - start)
        start = end + 1
    return result


def _name_start(words: Narration, first: int, last: int) -> int:
    """Return where a name begins behind the titles and roles at the head of its row of words."""
    start = first
    for place in range(first, last - 1):
        if words.lower[place] in _TITLES or is_role(words.lower[place]):
            start = place + 1
    office = _is_office(words, first)
    return first + 1 if office and start == first and last - first > 2 else start  # noqa: PLR2004


def _is_office(words: Narration, first: int) -> bool:
    """Tell whether a row of words with capitals ends an office: "secretary of State Wei"."""
    return first > 1 and words.lower[first - 1] == "of" and is_role(words.lower[first - 2])


def _role_after(words: Narration, place: int, cues: Cues) -> str:
    """Return the role set between commas behind a name: ", a former vice-minister of trade,"."""
    if place < len(words.words) and words.words[place] == "(":
        close = place + 1
        while close < min(len(words.words), place + LONGEST_BRACKET) and words.words[close] != ")":
            close += 1
        place = close + 1
    if words.words[place + 1 : place + 3][1:] == (",",) and words.words[place + 1].isdigit():
        place += 2  # how old they are
    first = place + 1
    if first >= len(words.words) or words.words[place] != ",":
        return ""
    if words.lower[first] not in _ARTICLES and not is_role(words.lower[first]):
        return ""
    for last in range(first, min(len(words.words), first + LONGEST_ROLE)):
        if words.words[last] in _ENDS or words.lower[last] in cues.say:
            told = any(is_role(word) for word in words.lower[first:last])
            return words.between(first, last) if told else ""
    return ""


def _role_before(words: Narration, last: int, cues: Cues) -> str:
    """Return the role that leads to a name: "White House press secretary"."""
    if not last or not is_role(words.lower[last - 1]):
        return ""
    first = last - 1
    while first and last - first < LONGEST_ROLE_BEFORE and _may_lead(words, first - 1, cues):
        first -= 1
    return words.between(first, last)


def _may_lead(words: Narration, place: int, cues: Cues) -> bool:
    word = words.lower[place]
    if not word[0].isalpha() or word in _NO_NAMES or word in cues.say:
        return False
    return word not in cues.bounds and not word.endswith("'s")
