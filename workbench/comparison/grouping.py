"""Grouping: bring equal keys together by one sort."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Group = tuple[NDArray[np.int64], NDArray[np.int64]]


def grouped(keys: NDArray[np.uint64], places: NDArray[np.int64], limit: int) -> Group:
    """Sort places by their hashed keys; return the places, and the number of each one's group.

    All places are below `limit`. Key and place share 64 bits, so that plain numbers are sorted: the
    key is cut to what the place leaves, and in a while two keys fall together by chance.
    """
    bits = np.uint64(max(1, limit).bit_length())
    packed = np.sort((keys >> bits << bits) | places.astype(np.uint64))
    mask = (np.uint64(1) << bits) - np.uint64(1)
    return (packed & mask).astype(np.int64), np.cumsum(changes(packed >> bits)) - 1


def changes(values: NDArray[Any]) -> NDArray[np.bool_]:
    """Tell where a value differs from the one before it; the first one does."""
    changed = np.ones(len(values), bool)
    changed[1:] = values[1:] != values[:-1]
    return changed
