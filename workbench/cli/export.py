"""Export: `crossread export PROJECT --format FORMAT -o OUT`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from workbench.cli.progress import progress
from workbench.exchange_words import loss_words
from workbench.messages import quoted
from workbench.model import (
    CitationStyle,
    Grouping,
    InputError,
    InputProblem,
    Outgoing,
    Part,
    Scope,
    Sheet,
)
from workbench.project.exporting import WHOLE, project_formats

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbench.project.project import Project


class Choices(TypedDict):
    """What goes out and how it is shown, as the options say it."""

    articles: tuple[str, ...]
    tags: tuple[str, ...]
    annotations: tuple[str, ...]
    passages: tuple[int, ...]
    search: str | None
    saved: str | None
    parts: tuple[str, ...]
    tables: tuple[str, ...]
    group: str
    style: str
    has_context: bool
    has_memos: bool
    has_variants: bool


@click.command("export")
@click.argument("project", type=click.Path(path_type=Path))
@click.option(
    "--format", "form", type=click.Choice(project_formats()),
    default="json", show_default=True, help="What to write.",
)  # fmt: skip
@click.option("-o", "output", metavar="OUT", default="-", help="The file to write; - for stdout.")
@click.option(
    "--article", "articles", metavar="ID", multiple=True,
    help="Only this article, by its id; may be given again.",
)  # fmt: skip
@click.option(
    "--tag", "tags", metavar="NAME", multiple=True,
    help="Only what has a tag of this name or one below it; may be given again.",
)  # fmt: skip
@click.option(
    "--annotation", "annotations", metavar="ID", multiple=True,
    help="Only this annotation, by its id; may be given again.",
)  # fmt: skip
@click.option(
    "--passage", "passages", metavar="NUMBER", type=click.IntRange(1), multiple=True,
    help="Only this shared passage, by its number in a report on all of the project; "
    "may be given again.",
)  # fmt: skip
@click.option("--search", metavar="QUERY", help="Only what this query finds.")
@click.option("--saved-search", "saved", metavar="NAME", help="Only what this saved search finds.")
@click.option(
    "--part", "parts", type=click.Choice([each.value for each in Part]), multiple=True,
    help="Only this part of a report; may be given again.",
)  # fmt: skip
@click.option(
    "--table", "tables", type=click.Choice([each.value for each in Sheet]), multiple=True,
    help="Only this table of a workbook, or the one for CSV; may be given again.",
)  # fmt: skip
@click.option(
    "--group", type=click.Choice([each.value for each in Grouping]),
    default=Grouping.ARTICLE.value, show_default=True, help="By what excerpts stand together.",
)  # fmt: skip
@click.option(
    "--style", type=click.Choice([each.value for each in CitationStyle]),
    default=CitationStyle.APA.value, show_default=True, help="How articles are cited.",
)  # fmt: skip
@click.option(
    "--context/--no-context", "has_context", default=True, show_default=True,
    help="Quote the sentences around an excerpt as well.",
)  # fmt: skip
@click.option(
    "--memos/--no-memos", "has_memos", default=True, show_default=True, help="Write the memos."
)
@click.option(
    "--variants/--no-variants", "has_variants", default=False, show_default=True,
    help="Show with an excerpt what other articles have for it.",
)  # fmt: skip
def command(project: Path, form: str, output: str, **chosen: Unpack[Choices]) -> None:
    """Write PROJECT, or some of it, as a report, as tables or for other programs.

    docx, odt, pdf, html and markdown are a report, or what --part names of it. xlsx has tables, csv
    and csv-plain have one. web-annotations and refi-qda have articles, tags, annotations and shared
    passages for other programs, codebook the tags; ris, bibtex and csl-json have the articles as a
    list of literature. What a format cannot carry is said.

    json has all of the project but what is computed and the steps that can be undone; crossread
    import makes a project of it again.
    """
    from workbench.project.exporting import export_project, require_apart, write_data
    from workbench.project.project import Project

    require_apart(project, output)
    with Project.open(project) as opened, progress("Exporting") as report:
        outgoing = _outgoing(opened, chosen)
        if form == WHOLE and outgoing.scope is not Scope.PROJECT:
            raise click.UsageError("json has all of the project; choose another --format for some.")
        data, losses = export_project(opened, outgoing, form, report)
    write_data(data, output, sys.stdout.buffer)
    for loss in losses:
        click.echo(f"{form} has no place for {loss_words(loss)}.", err=True)


def _outgoing(project: Project, chosen: Choices) -> Outgoing:
    scope, ids, search = _scope(project, chosen)
    return Outgoing(
        scope,
        ids,
        search=search,
        parts=tuple(Part(name) for name in chosen["parts"]) or tuple(Part),
        grouping=Grouping(chosen["group"]),
        sheets=tuple(Sheet(name) for name in chosen["tables"]) or tuple(Sheet),
        style=CitationStyle(chosen["style"]),
        has_context=chosen["has_context"],
        has_memos=chosen["has_memos"],
        has_variants=chosen["has_variants"],
    )


def _scope(project: Project, chosen: Choices) -> tuple[Scope, tuple[str, ...], str]:
    """Return of what the words are taken, its ids and the query; UsageError where of two things."""
    search = chosen["search"]
    if chosen["saved"] is not None:
        search = _saved(project, chosen["saved"])
    if search is not None and not search.strip():
        raise click.UsageError("The search has no words; without one all of the project goes out.")
    asked: list[tuple[Scope, tuple[str, ...], str]] = [
        (Scope.ARTICLES, chosen["articles"], ""),
        (Scope.TAGS, tuple(_tags(project, chosen["tags"])), ""),
        (Scope.ANNOTATIONS, chosen["annotations"], ""),
        (Scope.PASSAGES, tuple(f"c{number}" for number in chosen["passages"]), ""),
        (Scope.SEARCH, (), search or ""),
    ]
    named = [each for each in asked if each[1] or each[2]]
    if len(named) > 1 or None not in (chosen["search"], chosen["saved"]):
        raise click.UsageError(
            "Choose articles, tags, annotations, passages or one search; not several of them."
        )
    return named[0] if named else (Scope.PROJECT, (), "")


def _tags(project: Project, names: Iterable[str]) -> Iterable[str]:
    codebook = project.codebook()
    for name in names:
        wanted = name.strip().casefold()
        named = [tag.id for tag in codebook.branch() if tag.name.casefold() == wanted]
        if not named:
            raise InputError(InputProblem.UNKNOWN_TAG, name)
        yield from named


def _saved(project: Project, name: str) -> str:
    from workbench.project.searches import saved_searches

    searches = saved_searches(project.setting)
    if name not in searches:
        raise click.BadParameter(f"The project has no saved search {quoted(name)}.")
    return searches[name]
