"""Paragraphs: where they begin, however the lines of a text are broken."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from workbench.text.sentences import PARAGRAPH, breaks
from workbench.text.tokenize import token_arrays

if TYPE_CHECKING:
    from collections.abc import Sequence


def paragraph_starts(text: str) -> Sequence[int]:
    """Return the code points at which the first words of the paragraphs of `text` begin."""
    tokens = token_arrays(text)
    starts: list[int] = tokens.starts[np.flatnonzero(breaks(text, tokens) == PARAGRAPH)].tolist()
    return starts
