"""Overlap: `crossread overlap ARTICLES.jsonl…`."""

from __future__ import annotations

import sys

import click

from workbench.cli.progress import progress


@click.command("overlap")
@click.argument("archives", metavar="ARTICLES.jsonl...", nargs=-1, required=True)
@click.option("-o", "output", metavar="OUT", default="-", help="The file to write; - for stdout.")
@click.option(
    "--jobs", metavar="N", type=click.IntRange(min=1),
    help="How many processes work at once.  [default: one for each core]",
)  # fmt: skip
def command(archives: tuple[str, ...], output: str, jobs: int | None) -> None:
    """Write every passage that two articles of an archive share, a JSON object on each line.

    An archive has a JSON object on each line, with "id" and "text", and if wished "outlet",
    "headline", "published" and "url"; - reads one from stdin.
    """
    from workbench.project.comparing import overlap_archive
    from workbench.project.exporting import write_pairs

    with progress("Comparing") as report:
        pairs = overlap_archive(archives, sys.stdin.buffer, jobs, report)
        write_pairs(pairs, output, sys.stdout.buffer)
