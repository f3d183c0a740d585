"""People: whom an article names, in which forms, and what it says they are."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise
from operator import itemgetter
from typing import TYPE_CHECKING
from unicodedata import normalize

from workbench.text.given_names import FEMALE_NAMES, MALE_NAMES
from workbench.text.lexicon import DAYS, FUNCTION_WORDS, MONTHS, ROLES
from workbench.text.narration import PARAGRAPH, QUOTE, STOPS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.text.cue_words import Cues
    from workbench.text.narration import Narration

MALE, FEMALE = "male", "female"

HEADLINE, HEADLINE_WORDS = 0.6, 4
"""Share of words with a capital, and words, from which a paragraph is a headline."""

LONGEST_ROLE, LONGEST_ROLE_BEFORE = 16, 7
"""Words of a role behind a name, between commas, and before it, at most."""

LONGEST_NAME = 12
"""Words with capitals in a row, at most, that are read as one name."""

SAME_NAME = 40
"""People who share a word of their names, at most, that are told apart."""

NEAR = 15
"""Words after a name in which a pronoun is taken to mean it."""

SURE_VOTES = 3
"""Pronouns, all of one sex, that make a person of a name without title or role."""

BACK = 3_000
"""Code points before a pronoun in which the one it means is looked for."""

_MORE_ROLES = frozenset(
    [
        "nominee",
        "candidate",
        "speaker",
        "attorney",
        "lawyer",
        "counsel",
        "aide",
        "adviser",
        "advisor",
        "strategist",
        "manager",
        "owner",
        "businessman",
        "representative",
        "congressman",
        "congresswoman",
        "author",
        "writer",
        "reporter",
        "correspondent",
        "columnist",
        "editor",
        "host",
        "moderator",
        "producer",
        "actor",
        "actress",
        "singer",
        "doctor",
        "surgeon",
        "physician",
        "scientist",
        "student",
        "teacher",
        "father",
        "mother",
        "wife",
        "husband",
        "son",
        "daughter",
        "brother",
        "sister",
        "co-founder",
        "chief",
        "spokesperson",
        "coordinator",
        "organizer",
        "activist",
        "advocate",
        "consultant",
        "pollster",
        "historian",
        "partner",
        "member",
        "democrat",
        "republican",
        "chair",
        "chairperson",
        "veteran",
        "resident",
        "owner",
        "victim",
        "witness",
        "sheriff",
        "detective",
        "sergeant",
        "lieutenant",
        "captain",
        "commissioner",
        "councilman",
        "councilwoman",
    ]
)
_TITLES = frozenset(
    [
        "mr.",
        "mrs.",
        "ms.",
        "dr.",
        "prof.",
        "sen.",
        "sens.",
        "rep.",
        "reps.",
        "gov.",
        "gen.",
        "col.",
        "sgt.",
        "capt.",
        "lt.",
        "rev.",
        "hon.",
        "herr",
        "frau",
        "mme",
        "m.",
        "sra.",
        "sr.",
        "st.",
        "atty.",
        "adm.",
        "maj.",
        "monsieur",
        "madame",
        "señor",
        "señora",
    ]
)
_BARE_TITLES = frozenset(
    [
        "mr.",
        "mrs.",
        "ms.",
        "herr",
        "frau",
        "mme",
        "m.",
        "sra.",
        "sr.",
        "monsieur",
        "madame",
        "señor",
        "señora",
    ]
)
_ROLE_END = re.compile(
    "(?:minister|präsident|kanzler|sprecher|direktor|vorsitzende[rn]?|chef|leiter|richter|anwalt|anwält"
    "|meister|manager|redakteur|experte|expertin|referent|beauftragte[rn]?|kommissar|senator|sekretär"
    "|funktionär|abgeordnete[rn]?|kollege|kollegin|president|secretary|chairman|chairwoman)(?:in|s|en)?$"
)
_PARTICLES = frozenset(
    [
        "de",
        "von",
        "van",
        "der",
        "den",
        "bin",
        "ibn",
        "al",
        "la",
        "le",
        "del",
        "da",
        "di",
        "du",
        "zu",
        "el",
        "ten",
        "dos",
        "y",
    ]
)
TIMES = frozenset(normalize("NFC", word) for word in DAYS | MONTHS) - {"may"}
_NO_NAMES = frozenset(normalize("NFC", word) for word in FUNCTION_WORDS) | TIMES | {"may"}
_ARTICLES = frozenset(
    [
        "a",
        "an",
        "the",
        "der",
        "die",
        "das",
        "ein",
        "eine",
        "le",
        "la",
        "l'",
        "un",
        "une",
        "el",
        "los",
        "las",
        "former",
        "ex",
    ]
)
_OF = frozenset("der den la le del da do di y das dos du".split())
_ENDS = STOPS | {",", QUOTE, PARAGRAPH, ";", ":", "—", "–"}
_POSSESSIVE = re.compile("['’]s?$")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a name of two words or more, or of one word with a title.

    `role` is what the article says they are, `title` what stands before the name ("Sen."), `sex`
    MALE or FEMALE where the article or the first name tells; `places` where this form of the name
    begins, in code points and in order.
    """

    name: tuple[str, ...]
    title: str = ""
    role: str = ""
    sex: str = ""
    places: tuple[int, ...] = ()

    def __str__(self) -> str:
        name = " ".join(self.name)
        if self.title and (len(self.name) == 1 or self.title.lower() not in _BARE_TITLES):
            name = f"{self.title} {name}"
        return f"{name}, {self.role}" if self.role else name

    @property
    def is_likely(self) -> bool:
        """Tell whether the name is somebody's, and not that of a company or a place."""
        return bool(self.sex or self.title or self.role)

    def fits(self, sex: str) -> bool:
        """Tell whether a pronoun of that sex may mean this person."""
        return self.sex in ("", sex)

    def last_named(self, at: int) -> tuple[bool, int]:
        """Return a key that is greater the later before `at`, a code point, this form stands."""
        before = bisect_left(self.places, at)
        return (True, self.places[before - 1]) if before else (False, -self.places[0])


@dataclass(frozen=True, slots=True)
class People:
    """The people of an article by their names and by each word of these, and whoever is named where.

    `named` tells where, in code points and in order, somebody is named in any form.
    """

    known: dict[tuple[str, ...], Person]
    by_word: dict[str, tuple[Person, ...]]
    named: tuple[tuple[int, Person], ...] = ()

    def fullest(self, name: tuple[str, ...], at: int) -> Person | None:
        """Return the person whom a name means at `at`: the one with that surname, or part.

        Where several are called so, the one whose full name came last before it.
        """
        if name in self.known and len(name) > 1:
            return self.known[name]
        same = [one for one in self.by_word.get(name[-1], ()) if set(name) <= set(one.name)]
        longer = [one for one in same if len(one.name) > 1] or same
        family = [one for one in longer if one.name[-1] == name[-1]] or longer
        return max(family, key=lambda one: one.last_named(at)) if family else None

    def last_named(self, sex: str, at: int) -> Person | None:
        """Return who was named last before `at`, a code point, and surely has that sex."""
        for index in range(bisect_left(self.named, at, key=itemgetter(0)) - 1, -1, -1):
            place, person = self.named[index]
            if at - place > BACK:
                break
            if person.sex == sex:
                return person
        return None


@dataclass(frozen=True, slots=True)
class _Mention:
    """A name among the words: where it begins, and what leads to it."""

    first: int
    name: tuple[str, ...]
    title: str
    role: str


def people_of(words: Narration, cues: Cues) -> People:
    """Gather the people whom the words of an article name, each with their fullest form."""
    mentions = list(_mentions(words, cues))
    forms: dict[tuple[str, ...], list[_Mention]] = {}
    for mention in mentions:
        if len(mention.name) > 1 or mention.title:
            forms.setdefault(mention.name, []).append(mention)
    votes = _votes(words, mentions, cues)
    known = {name: _person(words, same, votes, cues) for name, same in forms.items()}
    by_word: dict[str, list[Person]] = {}
    for person in known.values():
        for word in dict.fromkeys(person.name):
            if len(same := by_word.setdefault(word, [])) < SAME_NAME:
                same.append(person)
    people = People(known, {word: tuple(some) for word, some in by_word.items()})
    named = (
        (words.starts[one.first], people.fullest(one.name, words.starts[one.first] + 1))
        for one in mentions
    )
    return replace(people, named=tuple((place, one) for place, one in named if one))


def _person(
    words: Narration, forms: list[_Mention], votes: dict[str, Counter[str]], cues: Cues
) -> Person:
    title = next((form.title for form in forms if form.title), "")
    role = next((form.role for form in forms if form.role), "")
    told = {title.lower(), *role.lower().split()}
    name = forms[0].name
    sex = ""
    for likely, told_by, names in (
        (MALE, cues.male, MALE_NAMES),
        (FEMALE, cues.female, FEMALE_NAMES),
    ):
        if title.lower() in told_by or (len(name) > 1 and name[0].lower() in names):
            sex = likely
    if not sex:
        sex = MALE if told & cues.male else FEMALE if told & cues.female else ""
    some = votes.get(name[-1], Counter())
    if not sex and len(some) == 1 and (told - {""} or some.total() >= SURE_VOTES):
        sex = next(iter(some))
    return Person(name, title, role, sex, tuple(words.starts[form.first] for form in forms))


def _votes(words: Narration, mentions: list[_Mention], cues: Cues) -> dict[str, Counter[str]]:
    """Count the pronouns that follow each surname before anybody else is named."""
    votes: dict[str, Counter[str]] = {}
    for mention, following in pairwise([*mentions, _Mention(len(words.words), (), "", "")]):
        for place in range(mention.first, min(following.first, mention.first + NEAR)):
            word = words.lower[place]
            sex = MALE if word in cues.male else FEMALE if word in cues.female else ""
            if sex and word not in _BARE_TITLES:
                votes.setdefault(mention.name[-1], Counter())[sex] += 1
                break
    return votes


def _mentions(words: Narration, cues: Cues) -> Iterator[_Mention]:
    for first, last in _runs(words):
        start = _name_start(words, first, last)
        name = tuple(_bare(word) for word in words.words[start:last])
        if not name[-1] or name[0] in _OF:
            continue
        lead = first - 2 if _is_office(words, first) and start > first else first
        head = words.words[lead:start]
        titles = " ".join(word for word in head if word.lower() in _TITLES)
        role = words.between(lead, start).removesuffix(titles).strip()
        role = role if any(map(is_role, role.lower().split())) else ""
        if role and len(name) == 1:
            titles, role = role, ""
        found = _role_after(words, last, cues) or _role_before(words, first, cues)
        yield _Mention(start, name, titles, found or role)


def _runs(words: Narration) -> Iterator[tuple[int, int]]:
    """Yield the first word of each row of words with capitals, and the one after its last."""
    sure = _sure(words)
    place, end = 0, len(words.words)
    while place < end:
        if not sure[place] or not words.is_capital(place) or words.lower[place] in _NO_NAMES:
            place += 1
            continue
        last = place + 1
        while last < min(end, place + LONGEST_NAME) and not words.words[last - 1].endswith(
            ("'s", "’s", "'", "’")
        ):
            inner = words.lower[last] in _PARTICLES and last + 1 < end
            if not _goes_on(words, last) and not (inner and _goes_on(words, last + 1)):
                break
            last += 1
        yield place, last
        place = last


def _goes_on(words: Narration, place: int) -> bool:
    return words.is_capital(place) and words.lower[place] not in TIMES


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
        while close < min(len(words.words), place + 6) and words.words[close] != ")":
            close += 1
        place = close + 1
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


def is_role(word: str) -> bool:
    return word in ROLES or word in _MORE_ROLES or bool(_ROLE_END.search(word))


def _bare(word: str) -> str:
    return _POSSESSIVE.sub("", word)


def name_in(words: Narration, first: int, last: int) -> Iterator[tuple[str, ...]]:
    """Yield the name that ends the words [first, last), without titles, then the one they begin with.

    A bracket behind the name is left out; so is a name that only owns the rest: "Wei's lawyer".
    """
    if words.words[last - 1] == ")":
        while last > first + 1 and words.words[last - 1] != "(":
            last -= 1
        last -= last > first + 1
    for start, end in reversed([*_capitals(words, first, last)]):
        owner = words.words[end - 1].endswith(("'s", "’s")) and end < last
        if not owner and (end == last or start == first):
            name = _name_start(words, start, end)
            yield tuple(_bare(word) for word in words.words[name:end])


def _capitals(words: Narration, first: int, last: int) -> Iterator[tuple[int, int]]:
    place = first
    while place < last:
        end = place
        while end < last and (
            _goes_on(words, end) or (words.lower[end] in _PARTICLES and end > place)
        ):
            end += 1
            if words.words[end - 1].endswith(("'s", "’s")):
                break
        if end > place:
            yield place, end
        place = max(end, place + 1)
