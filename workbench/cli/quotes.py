"""Quotes: `crossread quotes FILE…`."""

from __future__ import annotations

import sys

import click

from workbench.cli.progress import progress
from workbench.messages import sentence


@click.command("quotes")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option(
    "--format", "form", type=click.Choice(("json", "text")), default="json",
    show_default=True, help="What to write.",
)  # fmt: skip
@click.option("-o", "output", metavar="OUT", default="-", help="The file to write; - for stdout.")
def command(files: tuple[str, ...], form: str, output: str) -> int:
    """Write who is quoted in each article, and what only stands in quotation marks.

    FILE is a text, Markdown, web page, DOCX or PDF; - reads a text from stdin. A file that cannot
    be read is named, and the others are read.
    """
    from workbench.project.comparing import quote_readings, read_texts
    from workbench.project.exporting import export_quotations, write_text

    readings = read_texts(files, sys.stdin.buffer)
    with progress("Reading") as report:
        quotations = quote_readings(readings, report)
    write_text(export_quotations(quotations, form), output, sys.stdout.buffer)
    skipped = [error for reading in readings for error in reading.skipped]
    for error in skipped:
        click.echo(sentence(error), err=True)
    return 1 if skipped else 0
