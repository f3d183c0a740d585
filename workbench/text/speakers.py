"""Speakers: whom a name, a role or a pronoun beside a quotation means in its article."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from workbench.model import Span
from workbench.text.names import name_in
from workbench.text.nouns import Sentence, pronoun, subject
from workbench.text.people import FEMALE, MALE
from workbench.text.subjects import OWNERS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.text.cue_words import Cues
    from workbench.text.narration import Narration
    from workbench.text.nouns import Noun
    from workbench.text.people import People, Person

SENTENCES, HEARD = 14, 60
"""Sentences before a pronoun, and subjects and speakers in them, that it may mean."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who is said to speak, as fully as the article has it, and the words that say so.

    `person` is known where it is somebody whom the article names.
    """

    name: str
    span: Span
    person: Person | None = None


@dataclass(slots=True)
class Speakers:
    """Finds who is meant, remembering who has spoken so far: by sentence of the narration."""

    words: Narration
    cues: Cues
    people: People
    spoken: dict[int, list[Speaker]] = field(default_factory=dict)
    subjects: dict[int, Speaker | None] = field(default_factory=dict)

    def speaker(self, words: Narration, noun: Noun) -> Speaker | None:
        """Return who is meant by some words of a narration, this one or one inside a quotation.

        None where it is a pronoun whose meaning is not clear.
        """
        first, last, whole = noun
        span = Span(words.starts[first], words.ends[last - 1])
        if self._is_pronoun(words, noun):
            meant = self._meant(words.lower[first], span.start)
            return Speaker(meant.name, span, meant.person) if meant else None
        person = self._person(words, first, last)
        if whole > last + 1 and not person and words.capital[last + 1]:
            person = self._person(words, last + 1, whole)
        if person and (person.is_likely or len(person.name) >= last - first):
            return Speaker(str(person), span, person)
        name = " ".join(words.between(first, whole).split()).removesuffix("'s").removesuffix("’s")
        return Speaker(name, span)

    def remember(self, at: int, speaker: Speaker) -> None:
        """Keep in mind who has spoken at a place of the text."""
        self.spoken.setdefault(self._sentence(at), []).append(speaker)

    def _is_pronoun(self, words: Narration, noun: Noun) -> bool:
        word = pronoun(words.lower[noun[0]])
        return noun[1] - noun[0] == 1 and (word in self.cues.pronouns or word in OWNERS)

    def _person(self, words: Narration, first: int, last: int) -> Person | None:
        at = words.starts[first] + 1
        for name in name_in(words, first, last):
            if person := self.people.fullest(name, at):
                return person
        return None

    def _meant(self, word: str, at: int) -> Speaker | None:
        """Return whom a pronoun at a place means.

        That is the last subject or speaker of its paragraph whom it fits, else whoever else the
        paragraph names, else a subject or speaker before, else anybody known to be of that sex.
        """
        word = pronoun(word)
        sex = MALE if word in self.cues.male else FEMALE if word in self.cues.female else ""
        head = self.words.head(at)
        heard = list(islice(self._before(at), HEARD))
        fitting = [one for one in heard if self._fits(one, sex)]
        if not sex or (fitting and fitting[0].span.start >= head):
            return fitting[0] if fitting else None
        here = self.people.named_between(sex, head, at)
        if here:
            return Speaker(str(here), Span(at, at), here)
        if fitting:
            return fitting[0]
        person = self.people.last_named(sex, at)
        if person:
            return Speaker(str(person), Span(at, at), person)
        return next((one for one in heard if not one.person and one.name.istitle()), None)

    def _fits(self, one: Speaker, sex: str) -> bool:
        """Tell whether a pronoun may mean somebody; one of no sex means what is no person."""
        told = set(one.name.lower().split())
        if one.person is None:
            return bool(told & (self.cues.male if sex == MALE else self.cues.female)) == bool(sex)
        return one.person.fits(sex) if sex else not one.person.is_likely

    def _before(self, at: int) -> Iterator[Speaker]:
        """Yield who spoke, and what was the subject, in the sentences up to a place, last first."""
        here = self._sentence(at)
        for number in range(here, max(-1, here - SENTENCES), -1):
            heard = [*self.spoken.get(number, ())]
            if (one := self._subject(number)) is not None:
                heard.insert(0, one)
            for speaker in reversed(heard):
                if speaker.span.start < at:
                    yield speaker

    def _sentence(self, at: int) -> int:
        word = bisect_right(self.words.starts, at) - 1
        return bisect_right(self.words.firsts, word) - 1

    def _subject(self, number: int) -> Speaker | None:
        if number not in self.subjects:
            firsts = self.words.firsts
            last = firsts[number + 1] if number + 1 < len(firsts) else len(self.words.words)
            noun = subject(Sentence(self.words, self.cues, firsts[number], last))
            plain = noun and not self._is_pronoun(self.words, noun)
            self.subjects[number] = self.speaker(self.words, noun) if noun and plain else None
        return self.subjects[number]
