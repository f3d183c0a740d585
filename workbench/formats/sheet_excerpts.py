"""Sheet of excerpts: quoted words with their source, tags and memos, a row for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.formats.bibliography import one_line
from workbench.formats.report_notes import tag_paths
from workbench.formats.sheet_articles import ADDRESS, ARTICLE, CITATION, SHA, citation, source
from workbench.formats.sheets import Column, Table, day, number, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from workbench.formats.report_matter import Matter
    from workbench.formats.sheets import Value
    from workbench.model import Counterpart, Excerpt

_SOURCE = (
    Column("Outlet", width=22),
    Column("Headline", width=44),
    Column("Byline", width=22),
    day("Published"),
    Column("Section"),
    Column("Page", width=8),
    number("Paragraph"),
    number("Start"),
    number("End"),
)
_CONTEXT = (words("Before it"), words("After it"))
_TAGS = (Column("Tags", width=30),)
_MEMOS = (words("Memos"),)
_ANALYST = (Column("Analysts"), day("Created (UTC)"), day("Last changed (UTC)"))
_OTHERS = (number("Other articles", 14), words("In other articles"))
_LAST = (
    number("Passage"),
    ADDRESS,
    day("Retrieved"),
    Column("Language", width=10),
    CITATION,
    SHA,
    ARTICLE,
    Column("Annotation IDs", width=12),
)


def excerpts(matter: Matter) -> Table:
    """Return the table of excerpts, in their groups; start and end count code points."""
    outgoing = matter.dossier.outgoing
    columns = (
        Column("Group", width=22),
        words("Quote"),
        *_SOURCE,
        *(_CONTEXT if outgoing.has_context else ()),
        *_TAGS,
        *(_MEMOS if outgoing.has_memos else ()),
        *_ANALYST,
        *(_OTHERS if outgoing.has_variants else ()),
        *_LAST,
    )
    return Table("Excerpts", columns, _rows(matter))


def _rows(matter: Matter) -> Iterator[tuple[Value, ...]]:
    for group in matter.dossier.groups:
        for excerpt in group.excerpts:
            yield (one_line(group.head), *_row(matter, excerpt))


def _row(matter: Matter, excerpt: Excerpt) -> Iterator[Value]:
    outgoing, article = matter.dossier.outgoing, excerpt.article
    yield excerpt.quote
    yield from source(article)
    yield one_line(article.section)
    yield one_line(article.page)
    yield from (excerpt.paragraph, excerpt.span.start, excerpt.span.end)
    if outgoing.has_context:
        yield from (excerpt.before, excerpt.after)
    yield "; ".join(tag_paths(excerpt.tags, matter.dossier.codebook))
    if outgoing.has_memos:
        yield "\n\n".join(each.memo.strip() for each in excerpt.annotations if each.memo.strip())
    yield "; ".join(_named(one_line(each.author) for each in excerpt.annotations))
    yield min(_named(each.created for each in excerpt.annotations), default="")
    yield max(_named(each.changed for each in excerpt.annotations), default="")
    if outgoing.has_variants:
        yield from (len(excerpt.counterparts), "\n".join(map(_counterpart, excerpt.counterparts)))
    yield matter.numbers.get(excerpt.cluster, "")
    yield from (one_line(article.url), article.retrieved, article.language)
    yield from (citation(matter, article), article.sha256, article.id)
    yield "; ".join(each.id for each in excerpt.annotations)


def _counterpart(counterpart: Counterpart) -> str:
    outlet, _, _, published = source(counterpart.article)
    return f"{', '.join(filter(None, (outlet, published)))}: {one_line(counterpart.quote)}"


def _named(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(filter(None, names)))
