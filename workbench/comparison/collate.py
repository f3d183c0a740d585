"""Collate: short texts laid out in one table, word by word.

The Gothenburg model: tokenise, normalise, align; analysis and output are others' work. Witnesses
are merged in the order of their likeness, closest first, and ties go by their text, so that the
table does not depend on the order in which they are given.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from workbench.comparison.collate_columns import NOTHING, Columns, merged
from workbench.comparison.collate_phrases import phrases
from workbench.comparison.collate_similarity import Form, Vocabulary, forms, vocabulary
from workbench.comparison.transpositions import apart, moves, transpositions
from workbench.model import (
    Alignment,
    InputError,
    InputProblem,
    Place,
    Transposition,
    Witness,
)
from workbench.model.siglum import siglum
from workbench.text.tokenize import tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from workbench.comparison.collate_phrases import Cell
    from workbench.model import Token

_FEWEST = 2


def collate(witnesses: Iterable[Witness | str]) -> Alignment:
    """Return one table of all witnesses, columns of which hold what corresponds.

    A string gets the siglum A, B, … of its place. Punctuation stands only with punctuation. Time
    and memory grow with the square of the length up to about 2,000 tokens, then about evenly.
    Raises InputError where there are fewer than two witnesses, or two with the same siglum.
    """
    named = _named(witnesses)
    texts = sorted({witness.text for witness in named})
    tokens = [tokenize(text) for text in texts]
    known = forms((token.norm, token.is_word) for one in tokens for token in one)
    cut = [_pieces(text, one, known) for text, one in zip(texts, tokens, strict=True)]
    words = vocabulary(piece.form for pieces in cut for piece in pieces)
    columns = _aligned(cut, words)
    found = moves(columns, words.forms)
    columns, has_moved = apart(columns, found)
    cells = phrases(columns, words.forms, has_moved)
    rows = {text: _row(columns[:, at], cells, cut[at]) for at, text in enumerate(texts)}
    moved = [
        Transposition(
            _place(named, texts, one.here, one.first), _place(named, texts, one.there, one.second)
        )
        for one in transpositions(columns, cells, found)
    ]
    return Alignment(named, tuple(rows[witness.text] for witness in named), tuple(moved))


def _place(
    named: tuple[Witness, ...], texts: list[str], rows: frozenset[int], stretch: Cell
) -> Place:
    having = {texts[row] for row in rows}
    return Place(tuple(one.siglum for one in named if one.text in having), *stretch)


def _named(witnesses: Iterable[Witness | str]) -> tuple[Witness, ...]:
    if isinstance(witnesses, str):
        raise TypeError("several texts are needed, in a list")
    named = tuple(
        Witness(siglum(place), witness) if isinstance(witness, str) else witness
        for place, witness in enumerate(witnesses)
    )
    if len(named) < _FEWEST:
        raise InputError(InputProblem.TOO_FEW_WITNESSES, str(len(named)))
    seen: set[str] = set()
    for witness in named:
        if witness.siglum in seen:
            raise InputError(InputProblem.DUPLICATE_ID, witness.siglum)
        seen.add(witness.siglum)
    return named


@dataclass(frozen=True, slots=True)
class _Piece:
    """A token with the white space around it that no other token has."""

    text: str
    form: Form


def _pieces(
    text: str, tokens: Sequence[Token], known: Mapping[tuple[str, bool], Form]
) -> list[_Piece]:
    """Cut a text at its tokens, so that the pieces put together are the text."""
    if not tokens:
        return [_Piece(text, Form("", is_word=False))] if text else []
    starts = [0, *(token.span.start for token in tokens[1:]), len(text)]
    return [
        _Piece(text[start:end], known[token.norm, token.is_word])
        for token, start, end in zip(tokens, starts, starts[1:], strict=False)
    ]


def _aligned(cut: list[list[_Piece]], words: Vocabulary) -> Columns:
    """Merge the witnesses, closest first, into one table with a token per cell."""
    place = {form: number for number, form in enumerate(words.forms)}
    tables: list[Columns] = [
        np.array([place[piece.form] for piece in pieces], dtype=np.int32)[:, None] for pieces in cut
    ]
    members = [[number] for number in range(len(tables))]
    closeness = _closeness(tables, len(words.forms))
    for _ in tables[1:]:
        a, b = divmod(int(closeness.argmax()), len(tables))
        a, b = min(a, b), max(a, b)
        tables[a] = merged(tables[a], tables[b], words)
        sizes = np.array([len(members[a]), len(members[b])])
        mean = (closeness[a] * sizes[0] + closeness[b] * sizes[1]) / sizes.sum()
        members[a] += members[b]
        closeness[a, :] = closeness[:, a] = mean
        closeness[a, a] = closeness[b, :] = closeness[:, b] = -1
    order = np.argsort(members[0])
    return tables[0][:, order]


def _closeness(tables: list[Columns], forms: int) -> npt.NDArray[np.float64]:
    """Return for each two witnesses the share of forms they have in common, -1 for each itself."""
    has = np.zeros((len(tables), forms), dtype=np.float64)
    for row, table in enumerate(tables):
        has[row, table[:, 0]] = 1
    counts = has.sum(axis=1)
    total = np.maximum(counts[:, None] + counts[None, :], 1)
    shared: npt.NDArray[np.float64] = 2 * (has @ has.T) / total
    np.fill_diagonal(shared, -1)
    return shared


def _row(
    column: npt.NDArray[np.int32], cells: list[tuple[int, int]], pieces: list[_Piece]
) -> tuple[tuple[str, ...], ...]:
    """Fill one row: the pieces of a witness, put into cells that each take in some columns."""
    ends = np.concatenate([[0], np.cumsum(column != NOTHING)]).tolist()
    return tuple(
        tuple(piece.text for piece in pieces[ends[start] : ends[end]]) for start, end in cells
    )
