"""Report, notes: what the analyst says of articles, passages and the project as such."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.formats.bibliography import one_line
from workbench.formats.blocks import Heading, Paragraph, Role, Run, Style
from workbench.formats.report_matter import from_left
from workbench.formats.report_words import DAY, date_words, first_words, listed
from workbench.model import Placing, TargetKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from workbench.formats.blocks import Block
    from workbench.formats.report_matter import Matter
    from workbench.model import Annotation, Codebook, Selector

_TOLD = (
    (TargetKind.PROJECT, "On the whole"),
    (TargetKind.ARTICLE, "On articles"),
    (TargetKind.PASSAGES, "On passages in several articles"),
    (TargetKind.WORDS, "On words whose place is not sure"),
)
_UNSURE = {
    Placing.DOUBTFUL: "waits for review since the article was revised",
    Placing.KEPT: "left with an earlier text of the article",
}


def notes(matter: Matter, level: int) -> Iterator[Block]:
    """Yield the annotations that are not on the words of excerpts alone, under heads by kind.

    The memo of one that is on words of excerpts and on others stands at the first excerpt. Those
    that say nothing are left out: without tags, and without a memo that may be shown.
    """
    codebook, has_memos = matter.dossier.codebook, matter.dossier.outgoing.has_memos
    for kind, head in _TOLD:
        kept = [each for each in matter.dossier.annotations if _is_told(matter, each, kind)]
        blocks = []
        for annotation in kept:
            tags = tag_paths(annotation.tags, codebook)
            shows_memo = has_memos and bool(annotation.memo.strip())
            if tags or shows_memo:
                runs = tuple(_about(matter, annotation, tags))
                blocks.append(Paragraph(runs, Role.SOURCE, keeps_next=shows_memo))
                blocks += [memo(annotation, matter.numbers_of(annotation))] if shows_memo else []
        if blocks:
            yield Heading(level, head)
            yield from blocks


def memo(annotation: Annotation, on: Sequence[int] = (), here: int = 0) -> Paragraph:
    """Return what an annotation says, and who said it when.

    `on` are the numbers of the excerpts that it is on: at the first of them (`here`) it stands,
    anywhere else it is said where it does.
    """
    if on and on[0] != here:
        return Paragraph((Run("Memo: ", Style.FAINT), Run(f"see [{on[0]:,}]")), Role.MEMO)
    made = date_words((annotation.changed or annotation.created)[:DAY])
    by = ", ".join(filter(None, (one_line(annotation.author), made)))
    byline = (Run(f" ({by})", Style.FAINT),) if by else ()
    which = f" on {numbers(on)}" if len(on) > 1 else ""
    label = Run(f"Memo{which}: ", Style.FAINT)
    return Paragraph((label, Run(annotation.memo.strip()), *byline), Role.MEMO)


def numbers(on: Iterable[int]) -> str:
    """Return the numbers of excerpts as a sentence lists them."""
    return listed(f"[{number:,}]" for number in on)


def tag_paths(tags: Iterable[str], codebook: Codebook) -> tuple[str, ...]:
    """Return the names of tags with those above them; tags that are not there are left out."""
    return tuple(
        " › ".join(one_line(tag.name) for tag in codebook.path(id_))
        for id_ in tags
        if id_ in codebook.by_id
    )


def _is_told(matter: Matter, annotation: Annotation, kind: TargetKind) -> bool:
    """Tell whether an annotation of this kind is on anything but the words of excerpts."""
    target = annotation.target
    if target.kind is not kind:
        return False
    return not target.selectors or any(not _is_quoted(matter, each) for each in target.selectors)


def _is_quoted(matter: Matter, selector: Selector) -> bool:
    is_placed = selector.placing is Placing.PLACED
    return is_placed and (selector.article, selector.span) in matter.excerpts


def _about(matter: Matter, annotation: Annotation, tags: tuple[str, ...]) -> Iterator[Run]:
    """Yield what an annotation is about, and its tags."""
    target = annotation.target
    if target.selectors:
        for place, selector in enumerate(target.selectors):
            yield from (Run("; "),) if place else ()
            yield from _selected(matter, selector)
    elif target.article in matter.articles:
        article = matter.articles[target.article]
        headline = one_line(article.headline)
        yield from matter.dated(article)
        if headline and headline != matter.name(article):
            yield Run(", ")
            yield from from_left(Run(f"“{headline}”", language=article.language))
    else:
        yield Run("An article that is not here" if target.article else "The project")
    if tags:
        yield Run(" · Tags: ", Style.FAINT)
        yield Run("; ".join(tags))


def _selected(matter: Matter, selector: Selector) -> Iterator[Run]:
    article = matter.articles.get(selector.article)
    language = article.language if article else ""
    quote = f"“{first_words(selector.quote)}”"
    yield from from_left(Run(quote, Style.QUOTED, language=language))
    if article:
        yield Run(" in ")
        yield from matter.dated(article)
    if selector.placing in _UNSURE:
        yield Run(f" ({_UNSURE[selector.placing]})", Style.FAINT)
