"""Paragraphs: in which of them the sentences of a text stand, however its lines are broken."""

from __future__ import annotations

import numpy as np

from workbench.model import Span
from workbench.text.sentences import PARAGRAPH, SENTENCE, breaks
from workbench.text.tokenize import token_arrays


def numbered_sentences(text: str) -> tuple[tuple[int, Span], ...]:
    """Return the sentences of `text`, each after the number of its paragraph, from 1."""
    tokens = token_arrays(text)
    if not len(tokens.starts):
        return ()
    cuts = breaks(text, tokens)
    first = np.flatnonzero(cuts >= SENTENCE)
    last = np.append(first[1:], len(tokens.starts)) - 1
    numbers = np.cumsum(cuts[first] == PARAGRAPH)
    places = (numbers.tolist(), tokens.starts[first].tolist(), tokens.ends[last].tolist())
    return tuple((number, Span(start, end)) for number, start, end in zip(*places, strict=True))
