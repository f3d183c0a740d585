"""Import: `crossread import PROJECT FILE…`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from workbench.cli.progress import progress
from workbench.messages import import_line, import_summary, quoted, sentence
from workbench.model import InputError, InputProblem, ProjectError

if TYPE_CHECKING:
    from workbench.project.importing import ImportPlan


@click.command("import")
@click.argument("project", type=click.Path(path_type=Path))
@click.argument(
    "files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@click.option(
    "--format", "form", type=click.Choice(("text", "json")), default="text", show_default=True,
    help="How to say what was imported.",
)  # fmt: skip
def command(project: Path, files: tuple[Path, ...], form: str) -> int:
    """Put the articles in each FILE, or in all readable files of a folder, into PROJECT.

    PROJECT is made where there is none. An article that it has already is left out.
    """
    plan = _imported(project, files)
    if form == "json":
        click.echo(json.dumps(plan.as_dict(sentence), ensure_ascii=False, indent=2))
    else:
        for row in plan.rows:
            click.echo(import_line(row))
        click.echo(import_summary(plan.rows))
    skipped = [error for row in plan.rows for error in row.skipped]
    for error in skipped:
        click.echo(sentence(error), err=True)
    return 1 if skipped else 0


def _imported(path: Path, names: tuple[Path, ...]) -> ImportPlan:
    """Carry out the import; a project is only made where there is an article to put into it."""
    from workbench.project.importing import SUFFIXES, find_files, plan_import, read_files
    from workbench.project.project import Project

    is_new = not path.exists()
    if is_new and path.suffix.lower() in SUFFIXES:
        raise click.UsageError(f"The project comes first, and {quoted(str(path))} is none.")
    files = find_files(names)
    if not files:
        raise InputError(InputProblem.NO_FILES)
    if is_new:
        with progress("Reading") as report:
            plan = plan_import((), read_files(files, report))
        if plan.edit.articles:
            Project.create(path, plan.edit).close()
        return plan
    with Project.open(path) as project:
        if project.why_read_only is not None:
            raise ProjectError(str(path), project.why_read_only)
        with progress("Reading") as report:
            plan = plan_import(project.articles(), read_files(files, report))
        if plan.edit.articles:
            project.apply(plan.edit)
        return plan
