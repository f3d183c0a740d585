"""Copying: quoted words, citations and tables as a clipboard takes them, in three forms at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.formats.blocks import Cell, Grid, Paragraph, Role, Run
from workbench.formats.to_plain_text import blocks_to_plain_text
from workbench.formats.to_rich_text import blocks_to_rich_text
from workbench.model import silent
from workbench.project.excerpts import annotated_excerpts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from workbench.formats.blocks import Block
    from workbench.model import (
        Annotation,
        Article,
        CitationStyle,
        Codebook,
        Excerpt,
        Passage,
        Report,
    )

OPENING = tuple('“„«‹‘‚「『"')  # a quotation has its own marks
STEP = " › "  # between a tag and the one above it


@dataclass(frozen=True, slots=True)
class Copied:
    """The same words as plain text, as HTML, and as Markdown."""

    plain: str
    html: str
    markdown: str


@dataclass(frozen=True, slots=True)
class Quoted:
    """What is quoted: annotated words, and words at other places.

    `in_sentences` where the sentences that they stand in are quoted in their stead.
    """

    annotations: tuple[Annotation, ...] = ()
    places: tuple[Passage, ...] = ()
    in_sentences: bool = False


def copied_table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Copied:
    """Return a table; as plain text it has tabs between its cells."""
    cells = tuple(tuple(Cell((Run(words),)) for words in row) for row in rows)
    return _copied((Grid("", tuple(heads), cells),))


def copied_excerpts(
    articles: Sequence[Article],
    quoted: Quoted,
    codebook: Codebook,
    style: CitationStyle,
    report: Report = silent,
) -> Copied:
    """Return what is quoted of these articles, each time with its citation.

    Where nothing is, the articles are cited as a list of literature.
    """
    from workbench.formats.citations import citations

    cited = citations(articles, style, report)
    excerpts = annotated_excerpts(quoted.annotations, articles, quoted.places)
    if not excerpts:
        return _copied(Paragraph(cited[each.id], Role.LITERATURE) for each in articles)
    return _copied(
        block
        for each in excerpts
        for block in _excerpt(each, cited, codebook, whole=quoted.in_sentences)
    )


def _excerpt(
    excerpt: Excerpt, cited: Mapping[str, tuple[Run, ...]], codebook: Codebook, *, whole: bool
) -> Iterator[Block]:
    article = excerpt.article
    words = (excerpt.context if whole else excerpt.span).of(article.text)
    said = words if words.startswith(OPENING) else f"“{words}”"
    yield Paragraph((Run(said, language=article.language),), Role.QUOTE)
    place = Run(f" [paragraph {excerpt.paragraph:,}]")
    yield Paragraph((*cited[article.id], place), Role.SOURCE)
    paths = (codebook.path(tag) for tag in excerpt.tags if tag in codebook.by_id)
    if tags := ", ".join(STEP.join(tag.name for tag in path) for path in paths):
        yield Paragraph((Run(f"Tags: {tags}"),))
    for annotation in excerpt.annotations:
        if annotation.memo:
            yield Paragraph((Run(annotation.memo),), Role.MEMO)


def _copied(blocks: Iterable[Block]) -> Copied:
    from workbench.formats.to_markdown import blocks_to_markdown

    found = tuple(blocks)
    return Copied(
        blocks_to_plain_text(found), blocks_to_rich_text(found), blocks_to_markdown(found)
    )
