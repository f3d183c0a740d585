"""Moved sentences: those that a later text of an article has at another place than the earlier."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from workbench.text.revised import Difference

    Moved = tuple[tuple[Span, ...], tuple[Span, ...]]

LEAST = 16  # code points: shorter sentences, such as "He denied it.", are found again by chance


def moved_sentences(before: str, after: str, differences: Sequence[Difference]) -> Moved:
    """Return where sentences that were taken out stood, and where they stand anew.

    Those that follow each other are one span. Words that were changed as well have not moved.
    """
    gone = _sentences(before, [one.before for one in differences])
    come = _sentences(after, [one.after for one in differences])
    both = gone.keys() & come.keys()
    return (
        _joined(before, [span for words in both for span in gone[words]]),
        _joined(after, [span for words in both for span in come[words]]),
    )


def _sentences(text: str, spans: Iterable[Span]) -> dict[str, list[Span]]:
    """Return the sentences that lie in some stretches, which follow each other, by their words."""
    from workbench.text.sentences import sentences

    found: dict[str, list[Span]] = {}
    stretches = [span for span in spans if span.length]
    at = 0
    for sentence in sentences(text) if stretches else ():
        words = _without_marks(text, sentence)
        while at < len(stretches) and stretches[at].end < words.end:
            at += 1
        if at < len(stretches) and stretches[at].contains(words) and words.length >= LEAST:
            found.setdefault(" ".join(words.of(text).casefold().split()), []).append(sentence)
    return found


def _without_marks(text: str, sentence: Span) -> Span:
    """Return a sentence without the marks at both ends: those may well be found elsewhere."""
    start, end = sentence.start, sentence.end
    while start < end and not text[start].isalnum():
        start += 1
    while start < end and not text[end - 1].isalnum():
        end -= 1
    return Span(start, end)


def _joined(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and not text[joined[-1].end : span.start].strip():
            joined[-1] = joined[-1].joined(span)
        else:
            joined.append(span)
    return tuple(joined)
