"""Export: `crossread export PROJECT --format FORMAT -o OUT`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from workbench.cli.progress import progress


@click.command("export")
@click.argument("project", type=click.Path(path_type=Path))
@click.option(
    "--format", "form", type=click.Choice(("json", "markdown", "ris", "bibtex", "csl-json")),
    default="json", show_default=True, help="What to write.",
)  # fmt: skip
@click.option(
    "--group", type=click.Choice(("article", "outlet", "date", "tag")), default="article",
    show_default=True, help="By what excerpts stand together in markdown.",
)  # fmt: skip
@click.option("-o", "output", metavar="OUT", default="-", help="The file to write; - for stdout.")
def command(project: Path, form: str, group: str, output: str) -> None:
    """Write what is in PROJECT for other programs, or for another Crossread.

    The format json has all of it but what is computed and the steps that can be undone; crossread
    import makes a project of it again. The format markdown has the annotated words with where they
    stand, their tags and memos; ris, bibtex and csl-json have the articles as a list of literature.
    """
    from workbench.model import Grouping
    from workbench.project.exporting import export_project, write_text
    from workbench.project.project import Project

    with Project.open(project) as opened, progress("Exporting") as report:
        text = export_project(opened, form, report, Grouping(group))
    write_text(text, output, sys.stdout.buffer)
