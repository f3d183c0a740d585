"""People: whom an article names, in which forms, and what it says they are."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise
from operator import itemgetter
from typing import TYPE_CHECKING

from workbench.text.given_names import FEMALE_NAMES, MALE_NAMES
from workbench.text.names import BARE_TITLES, BODIES, Mention, mentions

if TYPE_CHECKING:
    from workbench.text.cue_words import Cues
    from workbench.text.narration import Narration

MALE, FEMALE = "male", "female"

SAME_NAME = 40
"""People who share a word of their names, at most, that are told apart."""

NEAR = 15
"""Words after a name in which a pronoun is taken to mean it."""

SURE_VOTES = 3
"""Pronouns, all of one sex, that make a person of a name without title or role."""

BACK = 3_000
"""Code points before a pronoun in which the one it means is looked for."""


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
        if self.title and (len(self.name) == 1 or self.title.lower() not in BARE_TITLES):
            name = f"{self.title} {name}"
        return f"{name}, {self.role}" if self.role else name

    @property
    def is_likely(self) -> bool:
        """Tell whether the name is somebody's, and not that of a company or a place."""
        return bool(self.sex or self.title or self.role)

    @property
    def is_body(self) -> bool:
        """Tell whether the name is one of a company, an office or a place."""
        return not self.is_likely and any(word.lower() in BODIES for word in self.name)

    def fits(self, sex: str) -> bool:
        """Tell whether a pronoun of that sex may mean this person."""
        return self.sex in ("", sex)

    def last_named(self, at: int) -> tuple[bool, int]:
        """Return a key that is greater the later before `at`, a code point, this form stands."""
        before = bisect_left(self.places, at)
        return (True, self.places[before - 1]) if before else (False, -self.places[0])


@dataclass(frozen=True, slots=True)
class People:
    """The people of an article by their names and by each word of these.

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

    def named_between(self, sex: str, start: int, end: int) -> Person | None:
        """Return who was named last between two code points and may have that sex."""
        low, high = (bisect_left(self.named, at, key=itemgetter(0)) for at in (start, end))
        fitting = (
            one for _, one in reversed(self.named[low:high]) if one.fits(sex) and not one.is_body
        )
        return next(fitting, None)

    def last_named(self, sex: str, at: int) -> Person | None:
        """Return who was named last before `at`, a code point, and surely has that sex."""
        for index in range(bisect_left(self.named, at, key=itemgetter(0)) - 1, -1, -1):
            place, person = self.named[index]
            if at - place > BACK:
                break
            if person.sex == sex:
                return person
        return None


def people_of(words: Narration, cues: Cues) -> People:
    """Gather the people whom the words of an article name, each with their fullest form."""
    found = list(mentions(words, cues))
    forms: dict[tuple[str, ...], list[Mention]] = {}
    for mention in found:
        if len(mention.name) > 1 or mention.title:
            forms.setdefault(mention.name, []).append(mention)
    votes = _votes(words, found, cues)
    known = {name: _person(words, same, votes, cues) for name, same in forms.items()}
    by_word: dict[str, list[Person]] = {}
    for person in known.values():
        for word in dict.fromkeys(person.name):
            if len(same := by_word.setdefault(word, [])) < SAME_NAME:
                same.append(person)
    people = People(known, {word: tuple(some) for word, some in by_word.items()})
    named = (
        (words.starts[one.first], people.fullest(one.name, words.starts[one.first] + 1))
        for one in found
    )
    return replace(people, named=tuple((place, one) for place, one in named if one))


def _person(
    words: Narration, forms: list[Mention], votes: dict[str, Counter[str]], cues: Cues
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


def _votes(words: Narration, found: list[Mention], cues: Cues) -> dict[str, Counter[str]]:
    """Count the pronouns that follow each surname before anybody else is named."""
    votes: dict[str, Counter[str]] = {}
    for mention, following in pairwise([*found, Mention(len(words.words), (), "", "")]):
        for place in range(mention.first, min(following.first, mention.first + NEAR)):
            word = words.lower[place]
            sex = MALE if word in cues.male else FEMALE if word in cues.female else ""
            if sex and word not in BARE_TITLES:
                votes.setdefault(mention.name[-1], Counter())[sex] += 1
                break
    return votes
