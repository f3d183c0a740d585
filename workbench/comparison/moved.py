"""Moved: words that two texts have in common, but in another order."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

FAR = 40
"""Words that a single word may have moved: farther off it is more likely used twice than moved."""

PLACES = 8
"""Free places of one word that are tried; bounds the work where a text repeats itself."""

_TAKEN = -1


class Block(NamedTuple):
    """Words `[a, a + length)` of one text that are the words `[b, b + length)` of another."""

    a: int
    b: int
    length: int


def moved(
    texts: tuple[Sequence[int], Sequence[int]],
    free: tuple[Sequence[bool], Sequence[bool]],
    telling: Container[int],
) -> list[Block]:
    """Return what two texts share among the words that are free, in the order of the first.

    Each block has a telling word, and no word is in two blocks; those with more telling words are
    chosen first. A telling word alone has to be the only one of its kind in either text, and near.
    """
    only = _once(texts[0]) & _once(texts[1])
    found = []
    for block in _blocks(_freed(texts[0], free[0]), _freed(texts[1], free[1]), only):
        words = [word for word in texts[0][block.a : block.a + block.length] if word in telling]
        far = abs(block.a - block.b)
        if len(words) > 1 or (words and words[0] in only and far <= FAR):
            found.append((-len(words), far, block))
    left = [list(free[0]), list(free[1])]
    chosen = []
    for _, _, block in sorted(found):
        here, there = slice(block.a, block.a + block.length), slice(block.b, block.b + block.length)
        if all(left[0][here]) and all(left[1][there]):
            left[0][here] = left[1][there] = [False] * block.length
            chosen.append(block)
    return sorted(chosen)


def _freed(words: Sequence[int], free: Sequence[bool]) -> list[int]:
    return [word if is_free else _TAKEN for word, is_free in zip(words, free, strict=True)]


def _once(words: Sequence[int]) -> set[int]:
    return {word for word, count in Counter(words).items() if count == 1}


def _blocks(first: Sequence[int], second: Sequence[int], only: Container[int]) -> Iterator[Block]:
    """Yield the stretches of equal words that go on neither before nor after.

    Single words are left out unless they are `only` once in both texts.
    """
    places: dict[int, list[int]] = {}
    for b, word in enumerate(second):
        if word != _TAKEN and len(places.setdefault(word, [])) < PLACES:
            places[word].append(b)
    for a, word in enumerate(first):
        for b in places.get(word, ()):
            if a and b and first[a - 1] == second[b - 1] != _TAKEN:
                continue
            length = 1
            while _goes_on(first, second, a + length, b + length):
                length += 1
            if length > 1 or word in only:
                yield Block(a, b, length)


def _goes_on(first: Sequence[int], second: Sequence[int], a: int, b: int) -> bool:
    return a < len(first) and b < len(second) and first[a] == second[b] != _TAKEN
