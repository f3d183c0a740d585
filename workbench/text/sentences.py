"""Sentences: where one ends, and the lesser breaks between clauses."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from workbench.model import Span
from workbench.text.lexicon import ABBREVIATIONS, FUNCTION_WORDS, MONTHS, NUMBERING, TITLES
from workbench.text.tokenize import TokenArrays, are_unspaced, hash_words, token_arrays

if TYPE_CHECKING:
    from numpy.typing import NDArray

WRAPPED = range(40, 101)
"""Code points of the longest line of a paragraph that may be wrapped by hand."""

_STOPS = ".!?…。！？｡؟।॥။។።։۔‼⁇"
_FULL_WIDTH = "。！？｡।॥။។።"
_CLOSERS = "\"'”’“‘»«)]}」』）】》〉›‹"
_OPENERS = "\"'“‘«»„‚‹›([{「『（【《〈¿¡"
_DOTTED = frozenset(("u.s.", "u.k.", "u.n.", "a.m.", "p.m."))
_DOTTED_LENGTH = 4
_CLAUSE_MARKS = ',;:—–-()[]"“”„«»「」『』《》〈〉（）【】，；：、…،؛၊'


NO_BREAK, CLAUSE, SENTENCE, PARAGRAPH = range(4)
"""How deep the cut before a token is."""


@dataclass(frozen=True, slots=True)
class _Neighbours:
    """What lies between a token and the next one: arrays one shorter than the tokens."""

    line_ends: NDArray[np.int64]
    wrapped: NDArray[np.bool_]
    adjacent: NDArray[np.bool_]


def sentences(text: str) -> tuple[Span, ...]:
    """Return the sentences of `text`: together they cover all of it that is not blank.

    Closing quotation marks belong to the sentence before them; the end of a paragraph ends one.
    """
    tokens = token_arrays(text)
    if not len(tokens.starts):
        return ()
    first = np.flatnonzero(breaks(text, tokens) >= SENTENCE)
    last = np.append(first[1:], len(tokens.starts)) - 1
    return tuple(
        Span(start, end)
        for start, end in zip(
            tokens.starts[first].tolist(), tokens.ends[last].tolist(), strict=True
        )
    )


def breaks(text: str, tokens: TokenArrays) -> NDArray[np.uint8]:
    """Return how deep the cut before each token is; the first token begins a paragraph."""
    count = len(tokens.starts)
    result = np.zeros(count, np.uint8)
    if not count:
        return result
    clause = _among(tokens.first, _CLAUSE_MARKS) & ~tokens.is_word
    between = _neighbours(text, tokens)
    unspaced = are_unspaced(tokens.first)
    spaced = unspaced[1:] & unspaced[:-1] & ~between.adjacent
    result[1:] = np.where(clause[1:] | clause[:-1] | spaced, CLAUSE, NO_BREAK)
    lower = _lower(tokens)
    ended = _stopped(tokens, lower, between.adjacent) & _may_begin(tokens, lower, between.adjacent)
    result[1:][ended] = SENTENCE
    line = (between.line_ends == 1) & ~lower[1:] & ~between.wrapped
    result[1:][line | (between.line_ends > 1)] = PARAGRAPH
    result[0] = PARAGRAPH
    return result


def _among(first: NDArray[np.uint32], characters: str) -> NDArray[np.bool_]:
    codes = np.array([ord(character) for character in characters])
    known = np.zeros(int(codes.max()) + 2, bool)
    known[codes] = True
    return known[np.minimum(first, len(known) - 1)]


def _lower(tokens: TokenArrays) -> NDArray[np.bool_]:
    """Tell which tokens begin with a small letter."""
    small = np.zeros(int(tokens.first.max()) + 1, bool)
    small[tokens.first] = True
    seen = np.flatnonzero(small)
    small[seen] = [chr(code).islower() for code in seen.tolist()]
    return small[tokens.first] & tokens.is_word


def _neighbours(text: str, tokens: TokenArrays) -> _Neighbours:
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    ends = np.flatnonzero(
        (codes == ord("\n")) | (codes == ord("\u2028")) | (codes == ord("\u2029"))
    )
    before = np.searchsorted(ends, tokens.starts)
    line_ends = np.diff(before)
    wrapped = _wrapped(tokens, before) if len(ends) else np.zeros(len(line_ends), bool)
    return _Neighbours(line_ends, wrapped, tokens.starts[1:] == tokens.ends[:-1])


def _wrapped(tokens: TokenArrays, line: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Tell after which tokens a line ends only because the next word had no room.

    That is so where the next word would have made the line longer than the longest line of its
    paragraph, and that one is about as long as a page is wide. In scripts without spaces any line
    could hold a character more, so that it takes two lines as long as that.
    """
    heads = np.flatnonzero(np.diff(line, prepend=-1))
    tails = np.append(heads[1:], len(line)) - 1
    widths = tokens.ends[tails] - tokens.starts[heads]
    numbers = line[heads]
    paragraphs = np.flatnonzero(np.diff(numbers, prepend=-2) > 1)
    sizes = np.diff(np.append(paragraphs, len(heads)))
    longest = np.repeat(np.maximum.reduceat(widths, paragraphs), sizes)
    next_word = (tokens.ends - tokens.starts)[heads[1:]]
    full = widths[:-1] + 1 + next_word > longest[:-1]
    result = np.zeros(len(line) - 1, bool)
    page = (longest[:-1] >= WRAPPED.start) & (longest[:-1] < WRAPPED.stop)
    widest = np.repeat(np.add.reduceat(widths >= longest - 1, paragraphs, dtype=np.int64), sizes)
    spaced = ~are_unspaced(tokens.first[heads[1:]])
    result[tails[:-1]] = full & page & (spaced | (widest[:-1] > 1))
    return result


def _stopped(
    tokens: TokenArrays, lower: NDArray[np.bool_], adjacent: NDArray[np.bool_]
) -> NDArray[np.bool_]:
    """Tell after which tokens a sentence may end: a stop, with the closing marks that follow it."""
    stop = _among(tokens.first, _STOPS) & ~tokens.is_word
    _spare_abbreviations(tokens, lower, stop)
    closing = np.zeros(len(stop), bool)
    closing[1:] = _among(tokens.first[1:], _CLOSERS) & ~tokens.is_word[1:] & adjacent
    places = np.where(closing, 0, np.arange(len(stop)))
    stop = stop[np.maximum.accumulate(places)]
    return stop[:-1] & ~closing[1:]


def _spare_abbreviations(
    tokens: TokenArrays, lower: NDArray[np.bool_], stop: NDArray[np.bool_]
) -> None:
    """Take back the dots of abbreviations and initials, and let U.S. end a sentence."""
    hashes, lengths, last = tokens.hashes, tokens.ends - tokens.starts, len(stop) - 1
    dot = np.flatnonzero((tokens.first == ord(".")) & stop)
    dot = dot[dot > 0]
    word, following = dot - 1, np.minimum(dot + 1, last)
    digit, next_digit = _is_digit(tokens, word), _is_digit(tokens, following)
    single = (lengths[word] == 1) & tokens.is_word[word] & ~digit
    short = single | _is_one_of(hashes[word], ABBREVIATIONS)
    goes_on = short & ~_starts_sentence(tokens, lower, following)
    goes_on |= _is_one_of(hashes[word], TITLES)
    goes_on |= digit & _is_one_of(hashes[following], MONTHS)
    goes_on |= next_digit & _is_one_of(hashes[word], NUMBERING)
    stop[dot[goes_on]] = False
    dotted = np.flatnonzero(tokens.is_word[:-1] & (lengths[:-1] == _DOTTED_LENGTH) & ~lower[1:])
    dotted = dotted[_is_one_of(hashes[dotted], _DOTTED)]
    stop[dotted[_starts_sentence(tokens, lower, dotted + 1)]] = True


def _is_digit(tokens: TokenArrays, at: NDArray[np.intp]) -> NDArray[np.bool_]:
    return (tokens.first[at] >= ord("0")) & (tokens.first[at] <= ord("9"))


def _is_one_of(hashes: NDArray[np.uint64], words: frozenset[str]) -> NDArray[np.bool_]:
    return np.isin(hashes, _hashes_of(words))


@cache
def _hashes_of(words: frozenset[str]) -> NDArray[np.uint64]:
    """Return the hashes of a list of ours; made anew they would cost more than short texts do."""
    return hash_words(sorted(words))


def _starts_sentence(
    tokens: TokenArrays, lower: NDArray[np.bool_], at: NDArray[np.intp]
) -> NDArray[np.bool_]:
    """Tell which of these tokens are function words with a capital: The, In, He."""
    return _is_one_of(tokens.hashes[at], FUNCTION_WORDS) & ~lower[at]


def _may_begin(
    tokens: TokenArrays, lower: NDArray[np.bool_], adjacent: NDArray[np.bool_]
) -> NDArray[np.bool_]:
    """Tell before which tokens a sentence may begin, judged by the word that comes first."""
    opener = _among(tokens.first, _OPENERS) & ~tokens.is_word
    small = lower.copy()
    small[:-1] |= opener[:-1] & lower[1:]
    mark = ~tokens.is_word & ~opener
    full_width = _among(tokens.first[:-1], _FULL_WIDTH) | _among(tokens.first[:-1], _CLOSERS)
    apart = ~adjacent | full_width | opener[1:]
    return apart & ~small[1:] & ~(mark[1:] & adjacent)
