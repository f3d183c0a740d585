"""Report, literature and methods: what was compared, how, and what this cannot tell."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from workbench.formats.bibliography import one_line
from workbench.formats.blocks import Cell, Grid, Heading, Listing, Paragraph, Role, Run, Style
from workbench.formats.report_overview import kind_counts, period
from workbench.formats.report_words import count, day_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.formats.blocks import Block
    from workbench.formats.report_matter import Matter
    from workbench.model import Methods

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
        "First seen means the earliest date among the articles compared, as their files tell it. "
        "Articles without a date are never called the earliest."
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
    "The articles were compared exactly as they were imported. Whoever has a text can check with "
    "its SHA-256 (of the text in UTF-8) that it is the same."
)


def literature(matter: Matter) -> Iterator[Block]:
    """Yield the citations of all articles, in alphabetical order."""
    cited = [matter.citation(article) for article in matter.dossier.articles]
    if cited:
        yield Heading(1, "Literature", "literature")
        for runs in sorted(cited, key=_in_order):
            yield Paragraph(runs, Role.LITERATURE)


def methods(matter: Matter) -> Iterator[Block]:
    """Yield what was compared, with which settings and version, and what this cannot tell."""
    yield Heading(1, "Methods", "methods")
    yield Paragraph((Run(" ".join(_made(matter))),))
    yield Heading(2, "What the kinds mean")
    yield Listing(tuple((Run(f"{name}: ", Style.STRONG), Run(meaning)) for name, meaning in _KINDS))
    yield Heading(2, "What this cannot tell")
    yield Listing(tuple((Run(limit),) for limit in _LIMITS))
    if matter.dossier.articles:
        yield Heading(2, "Texts")
        yield Paragraph((Run(_TEXTS),))
        yield _texts(matter)


def _made(matter: Matter) -> Iterator[str]:
    """Yield the sentences that state what was compared and how."""
    dossier = matter.dossier
    total = len(dossier.articles)
    days = period(dossier.articles)
    when = f", published {days}" if days else ""
    if total > 1:
        yield f"{count(total, 'article')}{when}, each with all the others, were compared."
    else:
        yield f"{count(total, 'article')}{when} went out; a comparison needs two."
    kinds = Counter(cluster.kind for cluster in dossier.comparison.clusters)
    pairs = len(dossier.comparison.pairs)
    if kinds:
        found = count(pairs, "pair of passages", "pairs of passages")
        yield f"This found {found}, which make {count(kinds.total(), 'shared passage')}:"
        yield f"{kind_counts(kinds)}."
    if dossier.comparison.boilerplate:
        texts = count(len(dossier.comparison.boilerplate), "text")
        yield f"{texts} that outlets print again and again, such as footers, were left out."
    if dossier.methods:
        yield from _settings(dossier.methods)


def _settings(used: Methods) -> Iterator[str]:
    yield f"The comparison was made by {one_line(used.program)}, engine {used.engine},"
    if used.options:
        told = "; ".join(f"{one_line(name)}: {one_line(value)}" for name, value in used.options)
        yield f"with the usual settings but for these – {told}."
    else:
        yield "with the usual settings."
    if used.decisions:
        yield f"{count(used.decisions, 'decision')} of the analyst changed what was found."
    else:
        yield "What was found is shown as it was found; the analyst changed nothing."


def _texts(matter: Matter) -> Grid:
    rows = tuple(
        (
            Cell(matter.called(article)),
            Cell((Run(f"{len(article.text):,}"),), is_number=True),
            Cell((Run(day_words(article.retrieved) or "–"),)),
            Cell((Run(article.sha256, Style.CODE),)),
        )
        for article in matter.dossier.articles
    )
    heads = ("Article", "Characters", "Retrieved", "SHA-256")
    return Grid("The texts compared", heads, rows, (0.26, 0.13, 0.15, 0.46), has_row_heads=True)


def _in_order(runs: tuple[Run, ...]) -> tuple[str, str]:
    text = "".join(run.text for run in runs)
    return text.casefold(), text
