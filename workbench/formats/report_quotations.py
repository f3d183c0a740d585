"""Report, quotations: who is quoted, by whom, and what each outlet changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.formats.bibliography import one_line
from workbench.formats.blocks import Cell, Grid, Heading, PageBreak, Paragraph, Run
from workbench.formats.report_marks import marked, marks_against
from workbench.formats.report_words import count, sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from workbench.formats.blocks import Block
    from workbench.formats.report_marks import Mark
    from workbench.formats.report_matter import Matter
    from workbench.model import Quotation, Rendering, Saying

NOBODY = "No speaker named"
COMPARED = 6_000
"""Code points of two quotations that are compared word by word: a second's work."""

_EXPLAINED = (
    "For each thing said stand its fullest quotation and who quotes it; what is shortened or has "
    "other words is held against the fullest, which is no more than the one with most of the "
    "words."
)


def quotations(matter: Matter) -> Iterator[Block]:
    """Yield what several articles quote, speaker by speaker, and then what one alone does."""
    sayings = matter.dossier.sayings
    shared = [saying for saying in sayings if len(saying.renderings) > 1]
    alone = [saying for saying in sayings if len(saying.renderings) == 1]
    yield PageBreak()
    yield Heading(1, "Quotations", "quotations")
    if not sayings:
        where = "passages" if matter.dossier.outgoing.by_passage else "articles"
        yield Paragraph((Run(f"These {where} quote nobody."),))
    if shared:
        yield Paragraph((Run(_EXPLAINED),))
        for speaker, said in _by_speaker(shared):
            yield Heading(2, speaker or NOBODY)
            rows = tuple(_row(matter, saying) for saying in said)
            caption = f"{count(len(rows), 'quotation')} in several articles"
            yield Grid(caption, ("Fullest quotation", "Quoted in"), rows, (0.4, 0.6))
    if alone:
        if shared:
            yield Heading(2, "Quoted in one of these articles only")
        yield _alone(matter, alone)


def _by_speaker(sayings: Iterable[Saying]) -> list[tuple[str, list[Saying]]]:
    """Put sayings together by the name of the speaker, nobody last, else in their order."""
    groups: dict[str, list[Saying]] = {}
    titles: dict[str, str] = {}
    for saying in sayings:
        speaker = one_line(saying.speaker or "")
        name = speaker.partition(",")[0]
        groups.setdefault(name, []).append(saying)
        titles[name] = max(titles.get(name, ""), speaker, key=len)
    return sorted(((titles[name], said) for name, said in groups.items()), key=lambda it: not it[0])


def _row(matter: Matter, saying: Saying) -> tuple[Cell, Cell]:
    """Return the fullest quotation, and who has it: those alike on one line."""
    article = matter.articles[saying.fullest.article]
    differing = [each for each in saying.renderings if each.cut or each.changed]
    alike: dict[str, list[Run]] = {}
    for rendering in saying.renderings:
        if rendering not in differing:
            is_fullest = differing and rendering.quotation == saying.fullest
            verdict = "Fullest" if is_fullest else _verdict(rendering)
            here = matter.articles[rendering.quotation.article]
            alike.setdefault(verdict, []).extend((Run("; "), *matter.dated(here)))
    lines = [[Run(f"{verdict} in "), *whose[1:]] for verdict, whose in alike.items()]
    for rendering in differing:
        here = matter.articles[rendering.quotation.article]
        words = marked(here, rendering.quotation.span, _marks(matter, saying, rendering))
        lines.append([Run(f"{_verdict(rendering)} in "), *matter.dated(here), Run(": "), *words])
    runs = [run for line in lines for run in (*line, Run("\n"))][:-1]
    return Cell(marked(article, saying.fullest.span, ())), Cell(tuple(runs))


def _marks(matter: Matter, saying: Saying, rendering: Rendering) -> tuple[Mark, ...]:
    span = rendering.quotation.span
    if saying.fullest.span.length + span.length > COMPARED:
        return ()
    article = matter.articles[rendering.quotation.article]
    return marks_against(_words(matter, saying.fullest), article, span)


def _verdict(rendering: Rendering) -> str:
    """Say what an article did with a quotation, and under which other name."""
    told = ["shortened"] if rendering.cut else []
    told += ["other words"] if rendering.changed else []
    told = told or ["the same words"]
    speaker = one_line(rendering.quotation.speaker or "")
    if rendering.elsewhere:
        told.append(f"attributed to {speaker or 'nobody'},")
    elif not speaker:
        told.append("no speaker named,")
    return sentence(", ".join(told))


def _alone(matter: Matter, sayings: Iterable[Saying]) -> Grid:
    rows = tuple(
        (
            Cell((Run(one_line(saying.speaker or "") or NOBODY),)),
            Cell(marked(matter.articles[saying.fullest.article], saying.fullest.span, ())),
            Cell(matter.dated(matter.articles[saying.fullest.article])),
        )
        for saying in sayings
    )
    heads = ("Speaker", "Quotation", "Outlet")
    return Grid("Quotations in one of these articles only", heads, rows, (0.24, 0.5, 0.26))


def _words(matter: Matter, quotation: Quotation) -> str:
    return quotation.span.of(matter.articles[quotation.article].text)
