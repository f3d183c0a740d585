"""Check: `crossread check PROJECT`."""

from __future__ import annotations

from pathlib import Path

import click

from workbench.messages import counted, finding_sentence, quoted
from workbench.model import ProjectError, ProjectProblem


@click.command("check")
@click.argument("project", type=click.Path(path_type=Path))
def command(project: Path) -> None:
    """Check the file of PROJECT, the text of each article and every span kept in it."""
    from workbench.project.checking import check

    report = check(project)
    for finding in report.findings:
        click.echo(finding_sentence(finding))
    if report.findings:
        found = counted(len(report.findings), "fault")
        raise ProjectError(str(project), ProjectProblem.DAMAGED, found)
    articles = counted(report.articles, "article")
    comparisons = counted(report.comparisons, "comparison")
    click.echo(f"{quoted(str(project))} is sound: {articles}, {comparisons} kept.")
