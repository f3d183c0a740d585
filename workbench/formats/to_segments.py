"""Segments: an article's text cut wherever what is to be shown of it changes."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from workbench.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from workbench.formats.to_voices import Voice


@dataclass(frozen=True, slots=True)
class Mark:
    """A passage as it is marked in the text: its cluster's number, hue and kind, and its name."""

    span: Span
    number: int
    hue: int
    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text in which nothing changes.

    `marks` lie over it, the longest first; `begins` names those that begin here, `ends` are those
    whose last words these are; `differs` where another article has other words; `voice` is whose
    words these are, where they are quoted.
    """

    text: str
    marks: tuple[Mark, ...]
    begins: frozenset[str]
    ends: tuple[Mark, ...]
    differs: bool
    voice: Voice | None = None


def segments(
    text: str,
    paragraphs: Sequence[Span],
    marks: Iterable[Mark],
    differing: Iterable[Span],
    voices: Sequence[Voice] = (),
) -> tuple[tuple[Segment, ...], ...]:
    """Cut each paragraph of `text`; marks may overlap, and reach over several paragraphs.

    `voices` stand in the order of the text, and none overlaps another.
    """
    trimmed = [replace(mark, span=_trimmed(text, mark.span)) for mark in marks]
    waiting = sorted(trimmed, key=lambda mark: mark.span, reverse=True)
    differences = _joined(differing)
    spoken = [voice.span for voice in voices]
    edges = _edges([*(mark.span for mark in waiting), *differences, *spoken])
    active: list[Mark] = []
    begun: set[str] = set()
    shown = []
    for paragraph in paragraphs:
        first, last = bisect_right(edges, paragraph.start), bisect_left(edges, paragraph.end)
        row = []
        for start, end in pairwise([paragraph.start, *edges[first:last], paragraph.end]):
            while waiting and waiting[-1].span.start < end:
                active.append(waiting.pop())
            active = [mark for mark in active if mark.span.end > start]
            segment = _segment(text, Span(start, end), active, begun, differences)
            row.append(replace(segment, voice=_voice_at(voices, start)))
            begun.update(mark.name for mark in active)
        shown.append(tuple(row))
    return tuple(shown)


def _segment(
    text: str, span: Span, active: list[Mark], begun: set[str], differences: list[Span]
) -> Segment:
    before = bisect_right(differences, span.start, key=lambda other: other.start)
    return Segment(
        span.of(text),
        tuple(sorted(active, key=lambda mark: (-mark.span.length, mark.number))),
        frozenset(mark.name for mark in active) - begun,
        tuple(mark for mark in active if mark.span.end == span.end),
        before > 0 and differences[before - 1].end > span.start,
    )


def _voice_at(voices: Sequence[Voice], place: int) -> Voice | None:
    before = bisect_right(voices, place, key=lambda voice: voice.span.start)
    voice = voices[before - 1] if before else None
    return voice if voice is not None and voice.span.end > place else None


def _trimmed(text: str, span: Span) -> Span:
    """Leave out the white space at both ends of a span: that between paragraphs is not shown."""
    words = span.of(text).rstrip()
    blanks = len(words) - len(words.lstrip())
    return Span(span.start + blanks, span.start + len(words))


def _edges(spans: Iterable[Span]) -> list[int]:
    return sorted({edge for span in spans for edge in (span.start, span.end)})


def _joined(spans: Iterable[Span]) -> list[Span]:
    """Return the spans that are not empty in order, those that touch or overlap as one."""
    joined: list[Span] = []
    for span in sorted(span for span in spans if span.length):
        if joined and span.start <= joined[-1].end:
            joined[-1] = joined[-1].joined(span)
        else:
            joined.append(span)
    return joined
