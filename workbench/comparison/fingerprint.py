"""Fingerprint: the seeds of an article in about two bytes a word, to find what may share some."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from workbench.comparison.options import CompareOptions
from workbench.comparison.seeds import seed_keys
from workbench.text.tokenize import token_arrays

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

RELATED = 200
"""Articles that are worth comparing at once: a fifth of a second of work."""

_USUAL = CompareOptions()  # fingerprints are kept, whatever the analyst chooses later
_BITS = 23  # two articles of 500 words have a number in common by chance once in thirty times
_FAR = 0xFFFF  # a step of this width that leads to no number
_WIDTH = 2


def fingerprint(text: str) -> bytes:
    """Return the hashed seeds of a text, the same on every machine.

    All n-grams are kept rather than a winnowed choice (Schleimer, Wilkerson, Aiken 2003), which
    misses what is shorter than its window: sorted numbers of 23 bits, each written as the step from
    the one before it, in 16 bits.
    """
    size = _USUAL.seed_words
    tokens = token_arrays(text)
    hashes = tokens.hashes[tokens.is_word]
    keys = seed_keys(hashes, np.arange(max(0, len(hashes) - size + 1)), size)
    numbers = np.unique(keys >> np.uint64(64 - _BITS)).astype(np.int64)
    steps = np.diff(numbers, prepend=0)
    far, near = np.divmod(steps, _FAR)
    written = np.full(len(steps) + int(far.sum()), _FAR, "<u2")
    written[np.cumsum(far + 1) - 1] = near
    return written.tobytes()


def related(new: bytes, known: Iterable[tuple[str, bytes]]) -> list[str]:
    """Return the ids of known articles that may share a passage with a new one, likeliest first.

    `new` and `known` are fingerprints. A seed tells the more the fewer known articles have it; one
    that more than `seed_articles` of them have tells nothing, unless an article shares as many of
    these as a long text has. At most `RELATED` ids are returned, whatever the order of `known`.
    """
    ids, prints = [], []
    for name, written in known:
        ids.append(name)
        prints.append(written)
    holders, numbers = _common(new, prints)
    if not len(holders):
        return []
    spread = np.bincount(numbers)[numbers]
    phrase = spread > _USUAL.seed_articles
    long = _USUAL.common_words - _USUAL.seed_words
    texts = np.bincount(holders[phrase], minlength=len(ids)) > long
    tells = ~phrase | texts[holders]
    worth = np.log1p(len(ids) / spread[tells])
    score = np.bincount(holders[tells], worth, len(ids))
    likely = [(-score[place], ids[place]) for place in np.flatnonzero(score).tolist()]
    return [name for _, name in sorted(likely)[:RELATED]]


def _common(new: bytes, prints: Sequence[bytes]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Return which fingerprint has which number of the new one: the places of both."""
    steps = np.frombuffer(new, "<u2")
    wanted = _numbers(steps, np.array([len(steps)]))[steps != _FAR]
    table = np.zeros(1 << _BITS, bool)
    table[wanted] = True
    steps = np.frombuffer(b"".join(prints), "<u2")
    sizes = np.array([len(written) // _WIDTH for written in prints], np.int64)
    numbers = _numbers(steps, sizes)
    hits = np.flatnonzero(table[numbers])
    hits = hits[steps[hits] != _FAR]
    holders = np.searchsorted(np.cumsum(sizes), hits, side="right")
    return holders, np.searchsorted(wanted, numbers[hits])


def _numbers(steps: NDArray[np.uint16], sizes: NDArray[np.int64]) -> NDArray[np.uint32]:
    """Add up the steps of fingerprints that follow each other, for each by itself."""
    sums = np.cumsum(steps, dtype=np.uint32)
    before = np.append(sums, np.uint32(0))[np.cumsum(sizes) - sizes - 1]
    sums -= np.repeat(before, sizes)
    return sums
