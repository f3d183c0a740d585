"""Comparisons: how one is kept in the file, row by row, and read back equal."""

from __future__ import annotations

import json
from collections import defaultdict
from itertools import groupby, islice
from operator import itemgetter
from typing import TYPE_CHECKING, Any, TypeVar

from workbench.model import (
    Boilerplate,
    Cluster,
    Comparison,
    Flag,
    Kind,
    LinkingWord,
    Passage,
    PassagePair,
    Quotation,
    Reading,
    Reason,
    Span,
    Term,
    TermFamily,
    Variant,
    VariantKind,
    Wording,
)
from workbench.store.comparison_rows import rows_of
from workbench.store.schema import BY_NAME, OF_COMPARISON

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Generator, Iterable, Iterator, Sequence

    from workbench.model import Article
    from workbench.store.project_file import ProjectFile

_Made = TypeVar("_Made")
_Parent = TypeVar("_Parent")

KEPT = 8
"""How many comparisons a file keeps: enough to go back and forth between a few selections."""

PORTION = 1_000
"""Rows stored or read at a time: some 20 ms, so that a window goes on answering in between."""


def read_comparison(
    file: ProjectFile, key: str, articles: tuple[Article, ...]
) -> Generator[None, None, Comparison | None]:
    """Return the comparison kept under `key`, of these articles, or None where there is none.

    A portion is read at every step; none may be kept meanwhile. Raises ValueError where the rows
    are not what this program writes.
    """
    with file.reading() as connection:
        row = connection.execute(
            "SELECT id FROM comparisons WHERE key = ? AND is_whole", (key,)
        ).fetchone()
        return None if row is None else (yield from _comparison(connection, row[0], articles))


def keep_comparison(
    file: ProjectFile, key: str, engine: int, options: str, comparison: Comparison
) -> Iterator[None]:
    """Keep the comparison under `key` and let go of the oldest, a portion at every step.

    Each step is a short transaction. It is there to be read when the last is done; one that was
    abandoned before goes with the next that is kept.
    """
    with file.writing() as connection:
        connection.execute("UPDATE comparisons SET is_whole = 0 WHERE key = ?", (key,))
    yield from _let_go(file)
    with file.writing() as connection:
        number = connection.execute(
            "INSERT INTO comparisons (key, engine, options, is_whole) VALUES (?, ?, ?, 0)",
            (key, engine, options),
        ).lastrowid
    every = ((table, (number, *row)) for table, rows in rows_of(comparison) for row in rows)
    while portion := list(islice(every, PORTION)):
        with file.writing() as connection:
            for table, rows in groupby(portion, itemgetter(0)):
                connection.executemany(BY_NAME[table].insert, (row for _, row in rows))
        yield
    with file.writing() as connection:
        connection.execute("UPDATE comparisons SET is_whole = 1 WHERE id = ?", (number,))
        connection.execute(
            "UPDATE comparisons SET is_whole = 0 WHERE id NOT IN"
            " (SELECT id FROM comparisons ORDER BY id DESC LIMIT ?)",
            (KEPT,),
        )
    yield from _let_go(file)


def _let_go(file: ProjectFile) -> Iterator[None]:
    """Delete all comparisons that are not whole, a portion at every step, children first."""
    with file.reading() as connection:
        numbers = connection.execute("SELECT id FROM comparisons WHERE NOT is_whole").fetchall()
    for (number,) in numbers:
        for table in reversed(OF_COMPARISON):
            deleted = PORTION
            while deleted == PORTION:
                with file.writing() as connection:
                    deleted = connection.execute(table.delete_some, (number, PORTION)).rowcount
                yield
        with file.writing() as connection:
            connection.execute("DELETE FROM comparisons WHERE id = ?", (number,))


def _comparison(
    connection: sqlite3.Connection, number: int, articles: tuple[Article, ...]
) -> Generator[None, None, Comparison]:
    def each(table: str, make: Callable[..., _Made]) -> Generator[None, None, list[_Made]]:
        return _each(connection, number, table, make)

    variants = _grouped((yield from each("variants", lambda pair, _, *row: (pair, _variant(row)))))
    passages = _grouped((yield from each("passages", _child_passage)))
    return Comparison(
        articles,
        tuple((yield from each("pairs", lambda at, *row: _pair(row, variants[at])))),
        tuple((yield from each("clusters", lambda at, *row: _cluster(row, passages[at])))),
        tuple((yield from each("wording", _wording))),
        tuple((yield from each("only_here", _placed_passage))),
        tuple((yield from each("quotations", _quotation))),
        tuple((yield from each("mentions", _placed_passage))),
        tuple((yield from _families(connection, number))),
        tuple((yield from _boilerplate(connection, number))),
    )


def _families(
    connection: sqlite3.Connection, number: int
) -> Generator[None, None, list[TermFamily]]:
    uses = _grouped((yield from _each(connection, number, "term_uses", _use)))

    def term(family: int, at: int, text: str) -> tuple[int, Term]:
        return family, Term(text, tuple(uses[family, at]))

    terms = _grouped((yield from _each(connection, number, "terms", term)))

    def family(at: int, log_likelihood: float, chosen: int) -> TermFamily:
        return TermFamily(tuple(terms[at]), log_likelihood, bool(chosen))

    return (yield from _each(connection, number, "term_families", family))


def _boilerplate(
    connection: sqlite3.Connection, number: int
) -> Generator[None, None, list[Boilerplate]]:
    passages = _grouped(
        (yield from _each(connection, number, "boilerplate_passages", _child_passage))
    )

    def boilerplate(at: int, text: str, outlet: str) -> Boilerplate:
        return Boilerplate(text, outlet, tuple(passages[at]))

    return (yield from _each(connection, number, "boilerplate", boilerplate))


def _each(
    connection: sqlite3.Connection, number: int, table: str, make: Callable[..., _Made]
) -> Generator[None, None, list[_Made]]:
    """Read a table's rows of one comparison in portions, and make something of each."""
    made: list[_Made] = []
    cursor = connection.execute(BY_NAME[table].select_of_comparison, (number,))
    while rows := cursor.fetchmany(PORTION):
        made += [make(*row) for row in rows]
        yield
    return made


def _grouped(children: Iterable[tuple[_Parent, _Made]]) -> defaultdict[_Parent, list[_Made]]:
    """Put together what has the same parent."""
    found: defaultdict[_Parent, list[_Made]] = defaultdict(list)
    for parent, child in children:
        found[parent].append(child)
    return found


def _child_passage(parent: int, _: int, *row: Any) -> tuple[int, Passage]:  # noqa: ANN401 - as SQLite gives it
    return parent, _passage(row)


def _use(family: int, term: int, _: int, *row: Any) -> tuple[tuple[int, int], Passage]:  # noqa: ANN401
    return (family, term), _passage(row)


def _placed_passage(_: int, *row: Any) -> Passage:  # noqa: ANN401
    return _passage(row)


def _wording(_: int, a: str, b: str, flags: str, pairs: str) -> Wording:
    return Wording(a, b, _flags(flags), tuple(json.loads(pairs)))


def _flags(text: str) -> tuple[Flag, ...]:
    return tuple(Flag(flag) for flag in json.loads(text))


def _passage(row: Sequence[Any]) -> Passage:
    article, start, end = row
    return Passage(article, Span(start, end))


def _variant(row: Sequence[Any]) -> Variant:
    kind, flags, a_start, a_end, a_text, b_start, b_end, b_text = row
    return Variant(
        VariantKind(kind),
        Reading(Span(a_start, a_end), a_text),
        Reading(Span(b_start, b_end), b_text),
        _flags(flags),
    )


def _pair(row: Sequence[Any], variants: list[Variant]) -> PassagePair:
    id_, kind, similarity, *places, shared_words, differing_words, words = row
    return PassagePair(
        id_,
        Kind(kind),
        similarity,
        _passage(places[:3]),
        _passage(places[3:]),
        tuple(variants),
        Reason(shared_words, differing_words, _linking_words(words)),
    )


def _linking_words(text: str) -> tuple[LinkingWord, ...]:
    return tuple(
        LinkingWord(a, b, float(frequency), articles)
        for a, b, frequency, articles in json.loads(text)
    )


def _cluster(row: Sequence[Any], passages: list[Passage]) -> Cluster:
    id_, kind, pairs, *earliest, speaker = row
    return Cluster(
        id_,
        Kind(kind),
        tuple(passages),
        tuple(json.loads(pairs)),
        None if earliest[0] is None else _passage(earliest),
        speaker,
    )


def _quotation(_: int, *row: Any) -> Quotation:  # noqa: ANN401
    article, start, end, speaker, named_from, named_to, cue, cluster = row
    return Quotation(
        article,
        Span(start, end),
        speaker,
        None if named_from is None else Span(named_from, named_to),
        cue,
        cluster,
    )
