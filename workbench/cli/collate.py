"""Collate: `crossread collate FILE…`, or the texts themselves by `--witness TEXT`."""

from __future__ import annotations

import sys

import click

from workbench.messages import sentence


@click.command("collate")
@click.argument("files", metavar="[FILE...]", nargs=-1)
@click.option(
    "--witness", "witnesses", metavar="TEXT", multiple=True,
    help="A text to align, after those of the files; may be given again.",
)  # fmt: skip
@click.option(
    "--format", "form", type=click.Choice(("json", "html", "text", "tei")), default="json",
    show_default=True, help="What to write.",
)  # fmt: skip
@click.option("-o", "output", metavar="OUT", default="-", help="The file to write; - for stdout.")
def command(files: tuple[str, ...], witnesses: tuple[str, ...], form: str, output: str) -> int:
    """Write one table of two or more short texts: a row per text, what corresponds in a column.

    FILE is a text, Markdown, web page, DOCX or PDF; - reads a text from stdin. The texts are called
    A, B, C in their order, which makes no other difference.
    """
    from workbench.project.comparing import collate_readings, read_texts
    from workbench.project.exporting import export_alignment, write_text

    readings = read_texts(files, sys.stdin.buffer)
    alignment = collate_readings(readings, witnesses)
    write_text(export_alignment(alignment, form), output, sys.stdout.buffer)
    skipped = [error for reading in readings for error in reading.skipped]
    for error in skipped:
        click.echo(sentence(error), err=True)
    return 1 if skipped else 0
