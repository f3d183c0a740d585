"""Report, literature and methods: what was compared, how, and what this cannot tell."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from workbench.formats.bibliography import one_line
from workbench.formats.blocks import Cell, Grid, Heading, Listing, Paragraph, Role, Run, Style
from workbench.formats.report_overview import kind_counts, period
from workbench.formats.report_words import DAY, count, date_words
from workbench.model import Part

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.formats.blocks import Block
    from workbench.formats.report_matter import Matter
    from workbench.model import Methods

_COMPARING = frozenset((Part.OVERVIEW, Part.TIMELINE, Part.PASSAGES, Part.QUOTATIONS, Part.TERMS))
_KINDS = (
    (
        "Word for word",
        (
            "the same words in the same order; case, punctuation and the style of "
            "quotation marks aside."
        ),
    ),
    ("Edited", "mostly the same words in the same order, with places where they differ."),
    (
        "In other words",
        (
            "the same thing said with too many other words, or in too different an "
            "order, to be called edited."
        ),
    ),
)
_LIMITS = (
    (
        "A shared passage shows that articles have words in common. It does not show who took them "
        "from whom: both may have them from another text that is not among those compared."
    ),
    (
        "First seen means the earliest date among the articles that go out here, as their files "
        "tell it; a time without a zone is taken as UTC. Articles without a date are never called "
        "the first."
    ),
    (
        "Passages in other words are found by the rare words that sentences share. Some that a "
        "reader would link are missed, and some that are linked say different things."
    ),
    "Speakers are found by the words around a quotation; a name may be wrong or missing.",
    (
        "Only the texts as they were imported were compared: not pictures, not what a page showed "
        "elsewhere, and no text behind an address."
    ),
)
_TEXTS = (
    "The articles went in exactly as they were imported. Whoever has a text can check with "
    "its SHA-256 (of the text in UTF-8) that it is the same."
)

_WIDTHS = (0.175, 0.13, 0.125, 0.57)  # a checksum stands in one line, so that it can be copied


def literature(matter: Matter) -> Iterator[Block]:
    """Yield the citations of all articles, in alphabetical order."""
    articles = sorted(matter.dossier.articles, key=lambda each: _in_order(matter.citation(each)))
    if articles:
        yield Heading(1, "Bibliography", "literature")
        for article in articles:
            yield Paragraph(matter.cited(article), Role.LITERATURE)


def methods(matter: Matter) -> Iterator[Block]:
    """Yield what was compared, with which settings and version, and what this cannot tell."""
    yield Heading(1, "Methods", "methods")
    if _is_compared(matter):
        yield Paragraph((Run(" ".join(_compared(matter))),))
        yield Heading(2, "What the kinds mean")
        meanings = ((Run(f"{name}: ", Style.STRONG), Run(meaning)) for name, meaning in _KINDS)
        yield Listing(tuple(meanings))
        yield Heading(2, "What this cannot tell")
        yield Listing(tuple((Run(limit),) for limit in _LIMITS))
    else:
        yield Paragraph((Run(f"{_articles(matter)} went out; nothing was compared for this."),))
    if matter.dossier.articles:
        yield Heading(2, "Texts")
        yield Paragraph((Run(_TEXTS),))
        yield _texts(matter)


def _is_compared(matter: Matter) -> bool:
    """Tell whether there is anything compared to speak of."""
    dossier = matter.dossier
    shows = dossier.outgoing.has_variants or not _COMPARING.isdisjoint(dossier.outgoing.parts)
    return shows and len(dossier.articles) > 1


def _articles(matter: Matter) -> str:
    articles = matter.dossier.articles
    days = period(articles)
    return count(len(articles), "article") + (f", dated {days}," if days else "")


def _compared(matter: Matter) -> Iterator[str]:
    """Yield the sentences that state what was compared and how."""
    comparison, used = matter.dossier.comparison, matter.dossier.methods
    is_part = used is not None and used.articles > len(matter.dossier.articles)
    if used and is_part:
        yield f"{count(used.articles, 'article')} were compared, each with all the others."
        yield f"Of these, {_articles(matter)} go out here."
    else:
        yield f"{_articles(matter)} were compared, each with all the others."
    yield _found(matter, is_part=is_part)
    if comparison.boilerplate:
        texts = count(len(comparison.boilerplate), "text")
        yield f"Left out: {texts} printed again and again, such as footers."
    if used:
        yield from _settings(used)


def _found(matter: Matter, *, is_part: bool) -> str:
    """Say what is shared; in a part of a project, fewer pairs than passages may be left."""
    comparison, by_passage = matter.dossier.comparison, matter.dossier.outgoing.by_passage
    begin = "These have" if is_part else "This found"
    if by_passage:
        begin = "What was chosen stands in"
    kinds = Counter(cluster.kind for cluster in comparison.clusters)
    if not kinds:
        return f"{begin} no shared passage."
    shared = f"{count(kinds.total(), 'shared passage')}: {kind_counts(kinds)}"
    if is_part and not by_passage:
        return f"{begin} {shared}. Some may be linked only by an article that is not here."
    pairs = count(len(comparison.pairs), "pair of passages", "pairs of passages")
    return f"{begin} {pairs}, which make {shared}."


def _settings(used: Methods) -> Iterator[str]:
    yield f"The comparison was made by {one_line(used.program)}, engine {used.engine},"
    options = (f"{name.replace('_', ' ')}: {value}" for name, value in used.options)
    told = "; ".join(map(one_line, options))
    yield f"with the usual settings but for these – {told}." if told else "with the usual settings."
    if used.decisions:
        yield f"{count(used.decisions, 'decision')} of the analyst changed what was found."
    else:
        yield "The analyst changed nothing of what was found."


def _texts(matter: Matter) -> Grid:
    rows = tuple(
        (
            Cell(matter.called(article)),
            Cell((Run(f"{len(article.text):,}"),), is_number=True),
            Cell((Run(date_words(article.retrieved[:DAY]) or "–"),)),
            Cell((Run(article.sha256, Style.CODE),)),
        )
        for article in matter.dossier.articles
    )
    heads = ("Article", "Characters", "Retrieved", "SHA-256")
    return Grid("The texts, as they went in", heads, rows, _WIDTHS, has_row_heads=True)


def _in_order(runs: tuple[Run, ...]) -> tuple[str, str]:
    text = "".join(run.text for run in runs)
    return text.casefold(), text
