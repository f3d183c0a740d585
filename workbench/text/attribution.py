"""Attribution: which words in quotation marks somebody is said to have said, and who said them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from workbench.model import Span
from workbench.text.cues import cues_for
from workbench.text.han_attribution import han_speaker, han_telling, is_han_utterance
from workbench.text.language import primary, recognise_quickly
from workbench.text.names import is_role
from workbench.text.narration import PARAGRAPH, narration
from workbench.text.nouns import Sentence, subject
from workbench.text.people import people_of
from workbench.text.quotations import quoted, with_marks
from workbench.text.speakers import Speakers
from workbench.text.subjects import OWNERS, Force, attributions
from workbench.text.telling import (
    UTTERANCE,
    Telling,
    form,
    is_heading,
    is_name,
    is_teaser,
    stands_alone,
    telling,
    unnamed_verb,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workbench.text.narration import Narration
    from workbench.text.nouns import Noun
    from workbench.text.speakers import Speaker
    from workbench.text.subjects import Attribution
    from workbench.text.telling import Form

SAMPLE = 1_500
"""Code points that tell which cue words to look for."""

_HAN = ("zh", "ja")

MOST, LONGEST = 20_000, 2_000_000
"""Quotations and code points of a text up to which speakers are looked for: more is no article."""


@dataclass(frozen=True, slots=True)
class Said:
    """A quotation with its marks, who said it, the words that say so, and the cue."""

    span: Span
    speaker: str | None = None
    speaker_span: Span | None = None
    cue: str | None = None


@dataclass(frozen=True, slots=True)
class Attributed:
    """What is quoted in a text and what is only mentioned, each in order and with its marks."""

    quotations: tuple[Said, ...]
    mentions: tuple[Span, ...]


@dataclass(slots=True)
class _Level:
    """The quotations of a text, or those inside another one, and who has spoken so far."""

    words: Narration
    spans: Sequence[Span]
    speakers: Speakers
    nested: bool = False
    found: dict[int, tuple[Attribution, ...]] = field(default_factory=dict)
    last: tuple[int, Speaker | None] = (-1, None)

    def sentence(self, place: int) -> Sentence:
        """Return the sentence that holds a word."""
        return Sentence(self.words, self.speakers.cues, *self.words.sentence(place))

    def attributions(self, sentence: Sentence) -> tuple[Attribution, ...]:
        """Return who speaks in a sentence; it is read once."""
        if sentence.first not in self.found:
            self.found[sentence.first] = attributions(sentence)
        return self.found[sentence.first]


def attributed(text: str, language: str = "") -> Attributed:
    """Tell what is quoted in a text from what is only mentioned, and find who is said to speak.

    `language` is a BCP 47 tag; without it the text tells. What is quoted inside a quotation counts
    where its own words name a speaker. The way is that of Citron (BBC) and of the Gender Gap
    Tracker, without their parsers: cue words beside the marks, then names and pronouns resolved.
    """
    inner = quoted(text)
    if not inner:
        return Attributed((), ())
    outer, nested = _levels([with_marks(text, span) for span in inner])
    if len(inner) > MOST or len(text) > LONGEST:
        return Attributed(tuple(Said(span) for span in outer), ())
    tag = primary(language) or recognise_quickly(text[:SAMPLE])
    if tag in _HAN:
        return _han(text, outer)
    cues = cues_for(text, tag)
    words = narration(text, Span(0, len(text)), outer, cues.say)
    speakers = Speakers(words, cues, people_of(words, cues))
    said: list[Said] = []
    mentions: list[Span] = []
    for span, one in _read(_Level(words, outer, speakers)):
        parts = [(span, one)]
        if inside := nested.get(span):
            within = narration(text, span, inside, cues.say)
            parts += _read(_Level(within, inside, speakers, nested=True))
        said += [other for _, other in parts if other]
        mentions += [part for part, other in parts if not other]
    return Attributed(tuple(said), tuple(mentions))


def _han(text: str, spans: Sequence[Span]) -> Attributed:
    said: list[Said] = []
    mentions: list[Span] = []
    speakers: list[str] = []
    for span in spans:
        told = han_telling(text, span.start, span.end)
        if told:
            speaker = han_speaker(text[told.start : told.end], speakers)
            speakers += [speaker] if speaker else []
            said.append(Said(span, speaker, Span(told.start, told.end), told.cue))
        elif is_han_utterance(span.of(text)[1:-1]):
            said.append(Said(span))
        else:
            mentions.append(span)
    return Attributed(tuple(said), tuple(mentions))


def _levels(spans: list[Span]) -> tuple[list[Span], dict[Span, list[Span]]]:
    """Part the outer quotations from those inside them; what lies deeper still is left out."""
    outer: list[Span] = []
    nested: dict[Span, list[Span]] = {}
    for span in spans:
        if not outer or span.start >= outer[-1].end:
            outer.append(span)
        elif not (inside := nested.setdefault(outer[-1], [])) or span.start >= inside[-1].end:
            inside.append(span)
    return outer, nested


def _read(level: _Level) -> Iterator[tuple[Span, Said | None]]:
    """Yield each quotation of a level with what is said of it, or None where it is a mention."""
    for place, span in zip(level.words.quotes, level.spans, strict=True):
        sentence = level.sentence(place)
        written = form(span.of(level.words.text))
        told = telling(sentence, level.attributions(sentence), place, written)
        teaser = not level.nested and is_teaser(sentence, place, written)
        if teaser or is_name(sentence, place, written):
            yield span, None
        elif told:
            yield span, _said(level, place, span, told)
        elif level.nested:
            yield span, None
        else:
            yield span, _carried(level, sentence, place, written)


def _said(level: _Level, place: int, span: Span, told: Telling) -> Said:
    words = level.words
    named = speaker = None
    if told.noun:
        named = Span(words.starts[told.noun[0]], words.ends[told.noun[1] - 1])
        speaker = level.speakers.speaker(words, told.noun)
    if speaker:
        level.speakers.remember(span.start, speaker)
    level.last = (place, speaker)
    cue = None if told.cue is None else words.words[told.cue]
    return Said(span, speaker.name if speaker else None, named, cue)


def _carried(level: _Level, sentence: Sentence, place: int, written: Form) -> Said | None:
    """Return a quotation that its own sentence does not explain, or None for a mention."""
    span = Span(level.words.starts[place], level.words.ends[place])
    if not stands_alone(sentence, place):
        return _fragment(level, sentence, place, written)
    apart = level.words.paragraphs(level.last[0], place) if level.last[0] >= 0 else None
    if apart == 0:
        return _by(level, place, span, level.last[1])
    introduced = _introduced(level, sentence.first)
    if introduced:
        return _said(level, place, span, introduced)
    if written.is_title or is_heading(sentence, place, written) or written.count < UTTERANCE:
        return None
    if apart == 1:
        return _by(level, place, span, level.last[1])
    return _by(level, place, span, _before(level, sentence.first))


def _by(level: _Level, place: int, span: Span, speaker: Speaker | None) -> Said:
    level.last = (place, speaker)
    return Said(span, speaker.name if speaker else None)


def _introduced(level: _Level, first: int) -> Telling | None:
    """Return who speaks at the end of the paragraph before, where it ends with a colon."""
    words = level.words.words
    if first < 2 or words[first - 1] != PARAGRAPH or words[first - 2] != ":":  # noqa: PLR2004
        return None
    sentence = level.sentence(first - 2)
    found = level.attributions(sentence)
    strong = [one for one in found if one.force > Force.WEAK]
    if strong:
        return Telling(strong[-1].noun, strong[-1].cue)
    return Telling(_somebody(level, sentence))


def _before(level: _Level, first: int) -> Speaker | None:
    """Return who speaks, or else is spoken of, in the sentence before."""
    apart = first > 1 and level.words.words[first - 1] == PARAGRAPH
    if first < 1 + apart:
        return None
    sentence = level.sentence(first - 1 - apart)
    least = Force.SAYS if apart else Force.JUDGES
    told = [one for one in level.attributions(sentence) if one.force >= least]
    noun = told[-1].noun if told else _somebody(level, sentence)
    return level.speakers.speaker(level.words, noun) if noun else None


def _somebody(level: _Level, sentence: Sentence) -> Noun | None:
    """Return the subject of a sentence where it is a pronoun or somebody with a name."""
    noun = subject(sentence)
    speaker = level.speakers.speaker(level.words, noun) if noun else None
    return noun if speaker and speaker.person else None


def _owner(sentence: Sentence) -> Noun | None:
    """Return the subject of a sentence, of "his demands" him whose they are."""
    noun = subject(sentence)
    if noun is None or sentence.word(noun[0]) not in OWNERS:
        return noun
    first, last, _ = noun
    is_somebody = any(
        is_role(sentence.word(k)) or sentence.words.capital[k] for k in range(first + 1, last)
    )
    return noun if is_somebody else (first, first + 1, first + 1)


def _fragment(level: _Level, sentence: Sentence, place: int, written: Form) -> Said | None:
    """Return words quoted in a sentence without any cue: its subject's, or of who spoke before."""
    span = Span(level.words.starts[place], level.words.ends[place])
    behind = unnamed_verb(sentence, place, written)
    colon = sentence.word(place - 1) == ":"
    if not (behind or colon) and (written.is_title or written.count < UTTERANCE):
        return None
    noun = _owner(sentence) if colon else _somebody(level, sentence)
    told = behind or (Telling(noun) if noun and noun[0] < place else None)
    if told:
        return _said(level, place, span, told)
    if level.last[0] >= 0 and not level.words.paragraphs(level.last[0], place):
        return _by(level, place, span, level.last[1])
    new = not sentence.first or level.words.words[sentence.first - 1] == PARAGRAPH
    return _by(level, place, span, None if new else _before(level, sentence.first))
