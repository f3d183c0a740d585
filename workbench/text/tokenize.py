"""Tokenize: cut a text into words and marks, one text at a time or an archive in arrays."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

import numpy as np

from workbench.model import Span, Token
from workbench.text.normalize import fold_character
from workbench.text.scripts import WITHOUT_SPACES, is_unspaced

if TYPE_CHECKING:
    from numpy.typing import NDArray

BLOCK = 1 << 20
"""Code points looked at together: enough for NumPy, few enough to keep memory small."""

_BASE = np.uint64(0x9E3779B97F4A7C15)
_LOW_BITS = 10


class Shape(IntEnum):
    """What a code point is to the tokenizer."""

    BLANK = 0
    MARK = 1
    LETTER = 2
    DIGIT = 3
    SINGLE = 4  # a word by itself: scripts without spaces, and signs that are read as words
    ACCENT = 5  # belongs to what stands before it
    INVISIBLE = 6  # so does this, but alone it is blank
    DOT = 7
    APOSTROPHE = 8
    HYPHEN = 9
    COMMA = 10


_SHAPES = (
    dict.fromkeys(".", Shape.DOT)
    | dict.fromkeys("'’ʼ＇׳״", Shape.APOSTROPHE)
    | dict.fromkeys("-‐‑&־", Shape.HYPHEN)
    | dict.fromkeys(",:", Shape.COMMA)
    | dict.fromkeys("%‰°§#", Shape.SINGLE)
)
_CATEGORIES = (
    dict.fromkeys(("Lu", "Ll", "Lt", "Lm", "Lo", "Nl", "No", "Pc", "Co"), Shape.LETTER)
    | dict.fromkeys(("Mn", "Mc", "Me"), Shape.ACCENT)
    | dict.fromkeys(("Cc", "Zs", "Zl", "Zp"), Shape.BLANK)
    | {"Nd": Shape.DIGIT, "Sc": Shape.SINGLE}
)
_HEBREW = (0x05D0, 0x05EA)


@dataclass(frozen=True, slots=True)
class TokenArrays:
    """The tokens of a text as parallel arrays, in the order of the text.

    `first` is the code point a token begins with; `hashes` are equal where normal forms are.
    """

    starts: NDArray[np.int32]
    ends: NDArray[np.int32]
    hashes: NDArray[np.uint64]
    is_word: NDArray[np.bool_]
    first: NDArray[np.uint32]


def tokenize(text: str) -> tuple[Token, ...]:
    """Return the words and marks of `text`; what lies between them is blank.

    A word keeps its inner apostrophes and hyphens, a number its separators, an abbreviation such
    as U.S. its dots; scripts written without spaces give a token for every character.
    """
    arrays = token_arrays(text)
    folded = {ord(character): fold_character(character) for character in set(text)}
    return tuple(
        Token(text[start:end], text[start:end].translate(folded), Span(start, end), is_word)
        for start, end, is_word in zip(
            arrays.starts.tolist(), arrays.ends.tolist(), arrays.is_word.tolist(), strict=True
        )
    )


def token_arrays(text: str) -> TokenArrays:
    """Return the same tokens as `tokenize`, as arrays."""
    parts: list[TokenArrays] = []
    for start, end in _blocks(text):
        part = _block_tokens(text[start:end])
        offset = np.int32(start)
        parts.append(
            TokenArrays(
                part.starts + offset, part.ends + offset, part.hashes, part.is_word, part.first
            )
        )
    if len(parts) == 1:
        return parts[0]
    return TokenArrays(
        np.concatenate([part.starts for part in parts]),
        np.concatenate([part.ends for part in parts]),
        np.concatenate([part.hashes for part in parts]),
        np.concatenate([part.is_word for part in parts]),
        np.concatenate([part.first for part in parts]),
    )


def are_unspaced(codes: NDArray[np.uint32]) -> NDArray[np.bool_]:
    """Tell which code points are of scripts written without spaces between words."""
    starts, ends = np.array(WITHOUT_SPACES, np.uint32).T
    at = np.searchsorted(starts, codes, side="right") - 1
    result: NDArray[np.bool_] = (at >= 0) & (codes <= ends[np.maximum(at, 0)])
    return result


def hash_words(words: list[str]) -> NDArray[np.uint64]:
    """Return the hashes that `token_arrays` gives to these words, each of them a single token."""
    arrays = token_arrays("\n".join(words))
    return arrays.hashes


def _blocks(text: str) -> list[tuple[int, int]]:
    """Cut `text` at blanks, where no token is torn, unless there are none for a whole block."""
    if len(text) <= BLOCK:
        return [(0, len(text))]
    blocks, start = [], 0
    while start < len(text):
        end = start + BLOCK
        while end < min(len(text), start + 2 * BLOCK) and not text[end].isspace():
            end += 1
        blocks.append((start, min(end, len(text))))
        start = end
    return blocks


def _shape(character: str) -> Shape:
    if character in _SHAPES:
        return _SHAPES[character]
    if not fold_character(character):
        return Shape.INVISIBLE
    shape = _CATEGORIES.get(unicodedata.category(character), Shape.MARK)
    return Shape.SINGLE if shape is Shape.LETTER and is_unspaced(character) else shape


def _distinct(codes: NDArray[np.uint32]) -> NDArray[np.intp]:
    seen = np.zeros(int(codes.max()) + 1, bool)
    seen[codes] = True
    return np.flatnonzero(seen)


def _block_tokens(text: str) -> TokenArrays:
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    if not len(codes):
        none = np.zeros(0, np.int32)
        return TokenArrays(
            none, none, none.astype(np.uint64), none.astype(bool), none.astype(np.uint32)
        )
    distinct = _distinct(codes)
    table = np.zeros(int(distinct[-1]) + 1, np.uint8)
    table[distinct] = [_shape(chr(code)) for code in distinct.tolist()]
    shapes = table[codes]
    _join_acronyms(codes, shapes)
    blank, start = _cuts(shapes)
    starts = np.flatnonzero(start).astype(np.int32)
    after = np.append(start[1:] | blank[1:], True)
    ends = (np.flatnonzero(~blank & after) + 1).astype(np.int32)
    heads = shapes[starts]
    is_word = (heads >= Shape.LETTER) & (heads <= Shape.INVISIBLE)
    hashes = _hashes(codes, distinct, starts, ends)
    return TokenArrays(starts, ends, hashes, is_word, codes[starts])


def _join_acronyms(codes: NDArray[np.uint32], shapes: NDArray[np.uint8]) -> None:
    """Make apostrophes of the straight quotation marks inside Hebrew words, which mark acronyms."""
    marks = np.flatnonzero(codes[1:-1] == ord('"')) + 1
    before, after = codes[marks - 1], codes[marks + 1]
    inside = (before >= _HEBREW[0]) & (before <= _HEBREW[1])
    inside &= (after >= _HEBREW[0]) & (after <= _HEBREW[1])
    shapes[marks[inside]] = Shape.APOSTROPHE


def _cuts(shapes: NDArray[np.uint8]) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Tell which code points are blank and which begin a token."""
    trailing = (shapes == Shape.ACCENT) | (shapes == Shape.INVISIBLE)
    base = shapes
    if trailing.any():
        places = np.where(trailing, 0, np.arange(len(shapes), dtype=np.int32))
        base = shapes[np.maximum.accumulate(places)]
        alone = trailing & (
            (base == Shape.BLANK) | (base == Shape.ACCENT) | (base == Shape.INVISIBLE)
        )
        trailing &= ~alone
        base[alone] = np.where(shapes[alone] == Shape.ACCENT, Shape.LETTER, Shape.BLANK)
    blank: NDArray[np.bool_] = base == Shape.BLANK
    inside = _inside_words(base)
    start = ~blank & ~trailing
    start[1:] &= ~(inside[1:] & inside[:-1])
    return blank, start


def _inside_words(base: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Tell which code points belong to a word of several: letters, digits, and what joins them."""
    letter, digit, dot = base == Shape.LETTER, base == Shape.DIGIT, base == Shape.DOT
    word = letter | digit
    inside: NDArray[np.bool_] = word.copy()
    if len(base) < 3:  # noqa: PLR2004 - a joiner needs a neighbour on either side
        return inside
    joiner = (base == Shape.APOSTROPHE) | (base == Shape.HYPHEN)
    separator = dot | (base == Shape.COMMA)
    inside[1:-1] |= joiner[1:-1] & word[:-2] & word[2:]
    inside[1:-1] |= separator[1:-1] & digit[:-2] & digit[2:]
    padded = np.pad(inside, (1, 3))
    # A single letter with its dot, next to another such or to a last single letter: U.S., e.g
    single = letter & ~padded[: len(base)]
    unit = single.copy()
    unit[:-1] &= dot[1:]
    unit[-1] = False
    spaced = np.pad(unit, 2)
    lone = np.pad(single & ~padded[2 : len(base) + 2], (0, 2))
    dotted = unit & (spaced[4:] | spaced[:-4] | lone[2:])
    inside[1:] |= dotted[:-1]
    return inside


def _hashes(
    codes: NDArray[np.uint32],
    distinct: NDArray[np.intp],
    starts: NDArray[np.int32],
    ends: NDArray[np.int32],
) -> NDArray[np.uint64]:
    """Hash the folded form of every token: a polynomial in 64 bits over its code points."""
    if not len(starts):
        return np.zeros(0, np.uint64)
    folded = [fold_character(chr(code)) for code in distinct.tolist()]
    table = np.zeros(int(distinct[-1]) + 1, np.uint32)
    table[distinct] = [ord(form[0]) if form else 0 for form in folded]
    values = table[codes]
    longer = {
        code: form for code, form in zip(distinct.tolist(), folded, strict=True) if len(form) != 1
    }
    if longer:
        values, starts, ends = _expanded(codes, values, longer, (starts, ends))
    lengths = ends - starts
    total = int(lengths.sum())
    firsts = np.cumsum(lengths) - lengths
    within = np.arange(total, dtype=np.int64) - np.repeat(firsts, lengths)
    places = within + np.repeat(starts.astype(np.int64), lengths)
    terms = (values[places].astype(np.uint64) + np.uint64(1)) * _powers(within)
    sums = np.concatenate([np.zeros(1, np.uint64), np.cumsum(terms, dtype=np.uint64)])
    hashes: NDArray[np.uint64] = sums[firsts + lengths] - sums[firsts]
    hashes ^= hashes >> np.uint64(29)
    hashes *= np.uint64(0xBF58476D1CE4E5B9)
    hashes ^= hashes >> np.uint64(32)
    return hashes


def _powers(exponents: NDArray[np.int64]) -> NDArray[np.uint64]:
    """Raise the base of the hash to each exponent, modulo 2 to the 64th."""
    size = 1 << _LOW_BITS
    low = np.multiply.accumulate(np.full(size, _BASE, np.uint64))
    powers: NDArray[np.uint64] = low[exponents & (size - 1)]
    highest = int(exponents.max()) >> _LOW_BITS
    if highest:
        high = np.multiply.accumulate(np.append(np.uint64(1), np.full(highest, low[-1])))
        powers *= high[exponents >> _LOW_BITS]
    return powers


def _expanded(
    codes: NDArray[np.uint32],
    values: NDArray[np.uint32],
    longer: dict[int, str],
    edges: tuple[NDArray[np.int32], NDArray[np.int32]],
) -> tuple[NDArray[np.uint32], NDArray[np.int32], NDArray[np.int32]]:
    """Give code points that fold to none or to several their room; move the edges with them."""
    lengths = np.ones(int(codes.max()) + 1, np.int32)
    for code, form in longer.items():
        lengths[code] = len(form)
    sizes = lengths[codes]
    at = np.concatenate([np.zeros(1, np.int32), np.cumsum(sizes, dtype=np.int32)])
    wide = np.repeat(values, sizes)
    for code, form in longer.items():
        places = at[:-1][codes == code]
        for offset, character in enumerate(form):
            wide[places + offset] = ord(character)
    return wide, at[edges[0]], at[edges[1]]
