"""Manual: `crossread manual`."""

from __future__ import annotations

import sys

import click

from workbench.cli.progress import progress
from workbench.project.manual import FORMATS


@click.command("manual")
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="html",
    show_default=True, help="What to write.",
)  # fmt: skip
@click.option("-o", "output", metavar="OUT", default="-", help="The file to write; - for stdout.")
def command(form: str, output: str) -> int:
    """Write the manual, which the window shows too, as one web page or as PDF."""
    from workbench.cli.described import told_by_commands
    from workbench.project.exporting import write_data
    from workbench.project.manual import manual_pages, write_manual
    from workbench.ui.manual_words import told_by_window

    pages = manual_pages(told_by_window() | told_by_commands())
    with progress("Writing") as report:
        made = write_manual(pages, form, report)
    write_data(made, output, sys.stdout.buffer)
    return 0
