"""Report, excerpts: quoted words with all that a reader needs to check and to cite them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.formats.bibliography import one_line
from workbench.formats.blocks import (
    Heading,
    Listing,
    PageBreak,
    Paragraph,
    Remark,
    Role,
    Run,
    Style,
)
from workbench.formats.report_marks import marked, marks_against
from workbench.formats.report_matter import from_left, web_address
from workbench.formats.report_notes import memo, notes, numbers, tag_paths
from workbench.formats.report_passages import LEGEND
from workbench.formats.report_words import DAY, date_words
from workbench.model import Grouping, Part

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from workbench.formats.blocks import Block
    from workbench.formats.report_matter import Matter
    from workbench.model import Article, Counterpart, Excerpt, ExcerptGroup

NO_HEADS = {
    Grouping.ARTICLE: "Others",
    Grouping.OUTLET: "No outlet known",
    Grouping.DATE: "No date known",
    Grouping.TAG: "Without a tag",
    Grouping.PASSAGE: "In no shared passage",
}
_WORD = re.compile(r"\w")
NOTHING = "Nothing is annotated in what goes out."
REPEATED = 120
"""Code points up to which a quote is said again in its context; a longer one is left out there."""

HELD = 2_000
"""Code points of a paragraph up to which print holds it to the next: more fills a page."""

COMPARED = 3_000
"""Code points of a quote and what stands for it that are compared word by word: some hundredths
of a second."""


def excerpts(matter: Matter) -> Iterator[Block]:
    """Yield the excerpts group by group, and after them what is annotated but not quoted."""
    outgoing = matter.dossier.outgoing
    level = 1
    if outgoing.parts != (Part.EXCERPTS,):
        level = 2
        yield PageBreak()
        yield Heading(1, _title(matter), "excerpts")
    others = tuple(notes(matter, level))
    if not matter.dossier.groups and not others:
        yield Paragraph((Run(NOTHING),))
    if outgoing.has_variants and not matter.has(Part.PASSAGES):
        yield Listing(LEGEND)
    for group in matter.dossier.groups:
        yield _head(matter, group, level)
        for excerpt in group.excerpts:
            yield from _together(_excerpt(matter, excerpt))
    yield from others


def _title(matter: Matter) -> str:
    every = (excerpt for group in matter.dossier.groups for excerpt in group.excerpts)
    return "Annotated excerpts" if all(each.annotations for each in every) else "Excerpts"


def _head(matter: Matter, group: ExcerptGroup, level: int) -> Heading:
    by = matter.dossier.outgoing.grouping
    first = group.excerpts[0]
    if by is Grouping.PASSAGE and first.cluster in matter.clusters:
        return Heading(level, matter.heading(matter.clusters[first.cluster]))
    head = one_line(group.head)
    if by is Grouping.ARTICLE and (outlet := one_line(first.article.outlet)):
        head = f"{outlet}: {head}"
    words = (date_words(head) if by is Grouping.DATE else head) or NO_HEADS[by]
    language = first.article.language if by is Grouping.ARTICLE else ""
    return Heading(level, words, language=language)


def _together(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield the blocks of one excerpt, each paragraph held to what follows it if it is short."""
    *held, last = blocks
    for block in held:
        if isinstance(block, Paragraph) and sum(len(run.text) for run in block.runs) <= HELD:
            yield replace(block, keeps_next=True)
        else:
            yield block
    yield last


def _excerpt(matter: Matter, excerpt: Excerpt) -> Iterator[Block]:
    outgoing, article = matter.dossier.outgoing, excerpt.article
    number = matter.excerpts[article.id, excerpt.span]
    remarks = tuple(_remarks(matter, excerpt, number)) if outgoing.has_memos else ()
    quoted = Run(excerpt.quote, Style.QUOTED, language=article.language, remarks=remarks)
    yield Paragraph((quoted,), Role.QUOTE)
    yield Paragraph(_source(matter, excerpt, number), Role.SOURCE)
    if outgoing.has_context and _WORD.search(excerpt.before + excerpt.after):
        yield Paragraph(_context(excerpt), Role.CONTEXT)
    yield Paragraph((Run("Cited as: ", Style.FAINT), *matter.cited(article)), Role.SOURCE)
    yield Paragraph(tuple(_to_check(matter, article)), Role.SOURCE)
    if paths := tag_paths(excerpt.tags, matter.dossier.codebook):
        tags = Run("; ".join(paths))
        yield Paragraph((Run("Tags: ", Style.FAINT), tags), Role.SOURCE)
    yield from _said(matter, excerpt, number)
    if outgoing.has_variants and excerpt.counterparts:
        yield Paragraph((Run("In other articles:", Style.FAINT),), Role.SOURCE)
        yield Listing(tuple(_entry(matter, excerpt, each) for each in excerpt.counterparts))


def _said(matter: Matter, excerpt: Excerpt, number: int) -> Iterator[Block]:
    """Yield the memos on an excerpt, those on several at the first, and what it belongs to."""
    for annotation in excerpt.annotations:
        on = matter.numbers_of(annotation)
        if matter.dossier.outgoing.has_memos and annotation.memo.strip():
            yield memo(annotation, on, number)
        elif others := [each for each in on if each != number]:
            words = f"Annotated together with {numbers(others)}"
            yield Paragraph((Run(words, Style.FAINT),), Role.SOURCE)


def _source(matter: Matter, excerpt: Excerpt, number: int) -> tuple[Run, ...]:
    """Return who published the words, under which headline, when, and where they stand there."""
    article = excerpt.article
    headline = one_line(article.headline)
    facts = (
        (f"“{headline}”" if headline else "", article.language),
        (one_line(article.byline), article.language),
        (date_words(article.published), ""),
        (f"section {one_line(article.section)}" if article.section else "", ""),
        (f"page\u00a0{one_line(article.page)}" if article.page else "", ""),
        (f"paragraph\u00a0{excerpt.paragraph:,}", ""),
    )
    runs = [Run(f"[{number:,}] ", Style.FAINT), *matter.called(article, Style.STRONG)]
    for words, language in facts:
        if words and words != f"“{matter.name(article)}”":
            runs += [Run(", "), *from_left(Run(words, language=language))]
    return tuple(runs)


def _to_check(matter: Matter, article: Article) -> Iterator[Run]:
    """Yield where the article was, when it was fetched, and what proves its text unchanged.

    An address that the citation has is not told again.
    """
    address = one_line(article.url)
    if any(address in run.text for run in matter.citation(article)):
        address = ""
    retrieved = date_words(article.retrieved[:DAY])
    if address:
        yield Run(address, link=web_address(article.url))
    if retrieved:
        yield Run(f" · retrieved {retrieved}" if address else f"Retrieved {retrieved}")
    apart = "\n" if address else " · " if retrieved else ""
    yield Run(f"{apart}SHA-256 of the text ")
    yield Run(article.sha256, Style.CODE)


def _context(excerpt: Excerpt) -> tuple[Run, ...]:
    language = excerpt.article.language
    again = excerpt.span.length <= REPEATED
    quote = _spaced(one_line(excerpt.quote) if again else "[…]", excerpt.quote)
    before = Run(excerpt.before, Style.QUOTED, language=language)
    words = Run(quote, Style.STRONG, language=language)
    after = Run(excerpt.after, Style.QUOTED, language=language)
    label = Run("In context: ", Style.FAINT)
    return (label, *(run for run in (before, words, after) if run.text))


def _spaced(words: str, text: str) -> str:
    """Return words with a blank before and after them where the text that they stand for has it."""
    first, last = (" " if end.isspace() else "" for end in (text[:1], text[-1:]))
    return f"{first}{words}{last}"


def _remarks(matter: Matter, excerpt: Excerpt, number: int) -> Iterator[Remark]:
    for annotation in excerpt.annotations:
        paths = tag_paths(annotation.tags, matter.dossier.codebook)
        first = matter.numbers_of(annotation)[0]
        told = annotation.memo.strip() and f"See [{first:,}]."
        text = annotation.memo if first == number else told
        if text.strip() or paths:
            made = annotation.changed or annotation.created
            yield Remark(text, annotation.author, made, paths)


def _entry(matter: Matter, excerpt: Excerpt, counterpart: Counterpart) -> tuple[Run, ...]:
    article, span = counterpart.article, counterpart.span
    is_short = excerpt.span.length + span.length <= COMPARED
    marks = marks_against(excerpt.quote, article, span) if is_short else ()
    return (*matter.dated(article), Run(": "), *marked(article, span, marks))
