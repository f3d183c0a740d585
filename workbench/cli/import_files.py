"""Import: `crossread import PROJECT FILE…`."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from workbench.cli.progress import progress
from workbench.messages import counted, import_line, import_summary, quoted, sentence
from workbench.model import CrossreadError, InputError, InputProblem, ProjectError

if TYPE_CHECKING:
    from workbench.model import FileReading
    from workbench.project.importing import ImportPlan


@click.command("import")
@click.argument("project", type=click.Path(path_type=Path))
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option(
    "--format", "form", type=click.Choice(("text", "json")), default="text", show_default=True,
    help="How to say what was imported.",
)  # fmt: skip
@click.option(
    "--language", metavar="TAG", default="",
    help="The language that all these articles are in, such as en or de; else it is recognised.",
)  # fmt: skip
def command(project: Path, files: tuple[str, ...], form: str, language: str) -> int:
    """Put the articles in each FILE, or in all readable files of a folder, into PROJECT.

    PROJECT is made where there is none. An article that it has already is left out. - reads a text
    from stdin. A whole project that was exported as JSON makes a new PROJECT, and is the only FILE.
    A project of another program (REFI-QDA, .qdpx), its codebook (.qdc) and web annotations
    (.jsonld) bring their tags and annotations; what cannot come is said.
    """
    from workbench.cli.exchange_files import bring, is_exchange

    language = _tag(language)
    exchanged = [name for name in files if is_exchange(name)]
    read = tuple(name for name in files if name not in exchanged)
    plan = _whole(project, files)
    plan = plan or (None if exchanged and not read else _imported(project, read, language))
    arrivals = [bring(project, name, _back_up) for name in exchanged]
    rows = plan.rows if plan else ()
    if form == "json":
        told = [*(row.as_dict(sentence) for row in rows), *(each.as_dict() for each in arrivals)]
        click.echo(json.dumps({"files": told}, ensure_ascii=False, indent=2))
    else:
        for line in (*map(import_line, rows), *([import_summary(rows)] if rows else ())):
            click.echo(line)
        for line in (line for each in arrivals for line in each.lines()):
            click.echo(line)
    skipped = [error for row in rows for error in row.skipped]
    for error in skipped:
        click.echo(sentence(error), err=True)
    return 1 if skipped else 0


def _tag(language: str) -> str:
    from workbench.text.language import as_tag

    tag = as_tag(language) if language else ""
    if language and not tag:
        raise click.BadParameter(f"{quoted(language)} names no language; try en or de.")
    return tag


def _whole(path: Path, names: tuple[str, ...]) -> ImportPlan | None:
    """Make a project of the one in a file, where that holds a whole one; else return None."""
    from workbench.model import AddArticles
    from workbench.project.importing import FileReport, ImportPlan
    from workbench.project.whole_files import import_whole, is_project_file

    if len(names) > 1 or path.exists() or not is_project_file(Path(names[0])):
        return None
    with progress("Reading") as report:
        count = import_whole(Path(names[0]), path, report)
    row = FileReport(names[0], "project", count, count, 0, ())
    return ImportPlan(AddArticles(()), (row,))


def _imported(path: Path, names: tuple[str, ...], language: str) -> ImportPlan:
    """Carry out the import; a project is only made where there is an article to put into it."""
    from workbench.project.importing import SUFFIXES, plan_import
    from workbench.project.project import Project

    if not path.exists():
        if path.suffix.lower() in SUFFIXES:
            raise click.UsageError(f"The project comes first, and {quoted(str(path))} is none.")
        plan = plan_import((), _readings(names, language))
        if plan.edit.articles:
            Project.create(path, plan.edit).close()
        return plan
    with Project.open(path) as project:
        if project.why_read_only is not None:
            raise ProjectError(str(path), project.why_read_only)
        plan = plan_import(project.articles(), _readings(names, language))
        if plan.edit.articles:
            _back_up(path)
            project.apply(plan.edit, f"import {counted(len(plan.edit.articles), 'article')}")
        return plan


def _back_up(path: Path) -> None:
    """Back the project up; where that cannot be, say so and go on."""
    from workbench.project.backups import back_up

    try:
        back_up(path)
    except CrossreadError as error:
        click.echo(f"No backup was made. {sentence(error)}", err=True)


def _readings(names: tuple[str, ...], language: str) -> tuple[FileReading, ...]:
    """Read the files, those of folders too, and the text on stdin last, in a language if given."""
    from workbench.project.comparing import STDIN, read_texts
    from workbench.project.importing import find_files, read_files

    files = find_files([Path(name) for name in names if name != STDIN])
    piped = (STDIN,) if STDIN in names else ()
    if not files and not piped:
        raise InputError(InputProblem.NO_FILES)
    with progress("Reading") as report:
        readings = read_files(files, report) + read_texts(piped, sys.stdin.buffer)
    return tuple(_in_language(reading, language) for reading in readings)


def _in_language(reading: FileReading, language: str) -> FileReading:
    if not language:
        return reading
    articles = tuple(replace(article, language=language) for article in reading.articles)
    return replace(reading, articles=articles)
