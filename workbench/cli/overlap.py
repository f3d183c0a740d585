"""Overlap: `crossread overlap ARTICLES.jsonl…`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from workbench.cli.progress import progress

if TYPE_CHECKING:
    from workbench.model import Boilerplate


@click.command("overlap")
@click.argument("archives", metavar="ARTICLES.jsonl...", nargs=-1, required=True)
@click.option("-o", "output", metavar="OUT", default="-", help="The file to write; - for stdout.")
@click.option(
    "--jobs", metavar="N", type=click.IntRange(min=1),
    help="How many processes work at once.  [default: one for each core]",
)  # fmt: skip
@click.option(
    "--boilerplate", "listed", metavar="FILE",
    help="Write there, a JSON object on each line, what was left out as boilerplate.",
)  # fmt: skip
@click.option("--keep-boilerplate", "keep", is_flag=True, help="Compare boilerplate too.")
def command(
    archives: tuple[str, ...], output: str, jobs: int | None, listed: str | None, *, keep: bool
) -> None:
    """Write every passage that two articles of an archive share, a JSON object on each line.

    An archive has a JSON object on each line, with "id" and "text", and if wished "outlet",
    "headline", "published" and "url"; - reads one from stdin.

    Boilerplate, which one outlet prints in more than 50 articles whatever they are about, is left
    out. What more than 100 articles share is linked from one of them to each of the others.
    """
    from workbench.messages import boilerplate_summary
    from workbench.project.comparing import keeping_boilerplate, overlap_articles, read_archives
    from workbench.project.exporting import write_boilerplate, write_pairs

    found: list[Boilerplate] = []
    with progress("Comparing") as report:
        articles = read_archives(archives, sys.stdin.buffer)
        options = keeping_boilerplate() if keep else None
        pairs = overlap_articles(articles, options, jobs, report, found.extend)
        write_pairs(pairs, output, sys.stdout.buffer)
    if found:
        click.echo(boilerplate_summary(found), err=True)
    if listed is not None:
        write_boilerplate(found, listed, sys.stdout.buffer)
