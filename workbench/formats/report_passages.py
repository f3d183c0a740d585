"""Report, shared passages: the outlets side by side, with what differs in each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.formats.bibliography import one_line
from workbench.formats.blocks import (
    Cell,
    Grid,
    Heading,
    Listing,
    PageBreak,
    Paragraph,
    Role,
    Run,
    Style,
)
from workbench.formats.report_marks import is_same_words, marked, marks_against, marks_of_row
from workbench.formats.report_matter import anchor
from workbench.formats.report_words import KINDS, count, date_words, sentence, shortened
from workbench.model import Flag, Kind, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workbench.formats.blocks import Block
    from workbench.formats.report_marks import Mark
    from workbench.formats.report_matter import Matter
    from workbench.model import Apparatus, Cluster, Passage

COMPARED = 6_000
"""Code points of two passages that are compared where there is no apparatus: a second's work."""

LINKING = 5
"""Words that speak for a passage in other words, and are named."""

COMMON = 5.5
"""Zipf frequency from which a word says nothing of its own: among the two hundred commonest."""

_SLIGHT = frozenset((Flag.SPELLING, Flag.CASE, Flag.PUNCTUATION))
_NONE = {
    False: "These articles share no passage.",
    True: "What was chosen stands in no shared passage.",
}
LEGEND = (
    (Run("Words so marked", Style.VARIANT), Run(" stand where others have other words.")),
    (Run("Words so marked", Style.ADDED), Run(" are missing in the passage compared with.")),
    (
        Run("[Words so marked]", Style.OMITTED),
        Run(" are missing here; they stand in the passage compared with, in this place."),
    ),
)
"""What the marks mean, told once."""

_EXPLAINED = (
    "Passages are numbered in the order in which the articles of the project have them. What is "
    "edited is held against the article that was, or may have been, the first by its date; where "
    "no date is known, against the first here. Case and punctuation are not marked, and nothing is "
    "in passages in other words, where most words differ."
)


def passages(matter: Matter) -> Iterator[Block]:
    """Yield each shared passage, its words in each article, and what deserves a look in them."""
    clusters = matter.dossier.comparison.clusters
    yield PageBreak()
    yield Heading(1, "Shared passages", "passages")
    if not clusters:
        yield Paragraph((Run(_NONE[matter.dossier.outgoing.by_passage]),))
        return
    yield Paragraph((Run(_EXPLAINED),))
    yield Listing(LEGEND)
    for cluster in clusters:
        yield from _passage(matter, cluster)


def _passage(matter: Matter, cluster: Cluster) -> Iterator[Block]:
    opening = matter.articles[cluster.passages[0].article]
    yield Heading(2, matter.heading(cluster), anchor(matter.numbers[cluster.id]), opening.language)
    is_alike = cluster.kind is Kind.VERBATIM and _is_alike(matter, cluster)
    yield Paragraph(tuple(_facts(matter, cluster, is_alike=is_alike)), Role.SOURCE)
    if is_alike:
        yield from _once(matter, cluster)
        return
    shown = matter.apparatuses.get(cluster.id) if cluster.kind is Kind.EDITED else None
    rows = tuple(_row(matter, cluster, place, shown) for place in range(len(cluster.passages)))
    caption = f"Passage {matter.numbers[cluster.id]:,} as it stands in each article"
    yield Grid(caption, ("Outlet", "Words"), rows, (0.26, 0.74), has_row_heads=True)
    entries = tuple(_telling(matter, shown)) if shown else ()
    if entries:
        label = Run("Differences that deserve a look", Style.STRONG)
        yield Paragraph((label,), Role.SOURCE, keeps_next=True)
        yield Listing(entries)


def _is_alike(matter: Matter, cluster: Cluster) -> bool:
    """Tell whether no article has more of the words than another, beside marks and case."""
    first, *others = map(matter.words, cluster.passages)
    return all(is_same_words(first, other) for other in others)


def _once(matter: Matter, cluster: Cluster) -> Iterator[Block]:
    """Yield words that all have alike once, and who has them."""
    passage = cluster.earliest or cluster.passages[0]
    article = matter.articles[passage.article]
    yield Paragraph(marked(article, passage.span, ()), Role.QUOTE)
    named = dict.fromkeys(each.article for each in cluster.passages)
    yield Listing(tuple(matter.dated(matter.articles[id_]) for id_ in named))


def _facts(matter: Matter, cluster: Cluster, *, is_alike: bool) -> Iterator[Run]:
    yield Run(sentence(KINDS[cluster.kind]))
    if cluster.kind is Kind.VERBATIM and not is_alike:
        yield Run(", but more of it in some")
    yield Run(f" · {count(len({each.article for each in cluster.passages}), 'article')}")
    if cluster.speaker:
        yield Run(" · quoted from ")
        yield Run(one_line(cluster.speaker))
    if cluster.kind is Kind.REWORDED and (words := _linking(matter, cluster)):
        yield Run(f" · linked by {', '.join(words)}")
    for place, article in enumerate(matter.firsts(cluster)):
        yield Run(" or " if place else " · first seen in ")
        yield from matter.dated(article)


def _linking(matter: Matter, cluster: Cluster) -> list[str]:
    """Return the rarest words that the pairs of a cluster were linked by."""
    pairs = [matter.pairs[id_] for id_ in cluster.pairs if id_ in matter.pairs]
    found = {word.a.casefold(): word for pair in pairs for word in pair.reason.words}
    telling = (word for word in found.values() if word.frequency < COMMON)
    rarest = sorted(telling, key=lambda word: (word.frequency, word.a))
    return [one_line(word.a) for word in rarest[:LINKING]]


def _row(
    matter: Matter, cluster: Cluster, place: int, shown: Apparatus | None
) -> tuple[Cell, Cell]:
    passage = cluster.passages[place]
    article = matter.articles[passage.article]
    if shown:
        marks = tuple(marks_of_row(shown, place))
    else:
        base = cluster.earliest or cluster.passages[0]
        marks = () if cluster.kind is Kind.REWORDED else _marks(matter, base, passage)
    when = date_words(article.published) or "no date"
    firsts = matter.firsts(cluster)
    if article in firsts:
        when += "\nperhaps first" if len(firsts) > 1 else "\nfirst seen"
    head = (*matter.called(article, Style.STRONG), Run(f"\n{when}", Style.FAINT))
    return Cell(head), Cell(marked(article, passage.span, marks))


def _marks(matter: Matter, base: Passage, passage: Passage) -> tuple[Mark, ...]:
    """Return what differs from the base, where the passages are not too long to tell quickly."""
    if passage == base or base.span.length + passage.span.length > COMPARED:
        return ()
    return marks_against(matter.words(base), matter.articles[passage.article], passage.span)


def _telling(matter: Matter, shown: Apparatus) -> Iterator[tuple[Run, ...]]:
    """Yield the places with a flag that is more than spelling: their readings, and whose."""
    for columns in _differing(shown):
        found = [flag for row in shown.rows for at in columns for flag in row.cells[at].flags]
        flags = dict.fromkeys(flag for flag in found if flag not in _SLIGHT)
        if flags:
            told = Run(f"{sentence(', '.join(flags))}: ", Style.STRONG)
            yield (told, *_readings(matter, shown, columns))


def _differing(shown: Apparatus) -> Iterator[tuple[int, ...]]:
    """Yield columns that differ side by side; marks alone do not set them apart."""
    found: list[int] = []
    for at, differs in enumerate(shown.differing):
        if differs:
            found.append(at)
        elif found and any(map(str.isalnum, "".join(row.cells[at].text for row in shown.rows))):
            yield tuple(found)
            found = []
    if found:
        yield tuple(found)


def _readings(matter: Matter, shown: Apparatus, columns: Sequence[int]) -> Iterator[Run]:
    """Yield what the articles have in columns side by side, and which of them have the same."""
    readings: dict[str, list[Run]] = {}
    for row in shown.rows:
        cells = [row.cells[at].span for at in columns if row.cells[at].text]
        article = matter.articles[row.passage.article]
        words = Span(cells[0].start, cells[-1].end).of(article.text) if cells else ""
        readings.setdefault(shortened(words), []).extend((Run(", "), matter.short(article)))
    for place, (words, whose) in enumerate(readings.items()):
        if place:
            yield Run("; ")
        yield Run(f"“{words}”", Style.QUOTED) if words else Run("nothing there")
        yield Run(" in ")
        yield from whose[1:]
