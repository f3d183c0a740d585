"""Difference: which words two sequences have in common, with one character for each word."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

SURROGATES = (0xD800, 0xE000)


def difference(first: Sequence[int], second: Sequence[int]) -> list[tuple[bool, int, int]]:
    """Compare two sequences of words; see `compared` for what is returned."""
    letters = characters([*first, *second])
    text = "".join([letters[word] for word in first])
    other = "".join([letters[word] for word in second])
    return compared(text, other)


def compared(text: str, other: str, *, readable: bool = False) -> list[tuple[bool, int, int]]:
    """Compare two texts of characters that stand for words, with diff-match-patch.

    Returns, in order, whether the next words are equal, and how many they are in either. In a
    `readable` comparison no few equal words stand alone amid many that differ.
    """
    from diff_match_patch import diff_match_patch

    engine = diff_match_patch()
    engine.Diff_Timeout = 0
    found = engine.diff_main(text, other, checklines=False)
    if readable:
        engine.diff_cleanupSemantic(found)
    result = []
    for operation, stretch in found:
        size = len(stretch)
        result.append((operation == 0, size * (operation <= 0), size * (operation >= 0)))
    return result


def characters(words: Iterable[int]) -> dict[int, str]:
    """Give each distinct word a character of its own, none of them a surrogate.

    Raises ValueError where Unicode has no room for so many.
    """
    letters: dict[int, str] = {}
    code = 1
    for word in words:
        if word not in letters:
            letters[word] = chr(code)
            code += 1
            if code == SURROGATES[0]:
                code = SURROGATES[1]
    return letters
