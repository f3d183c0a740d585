"""Check: `crossread check PROJECT`."""

from __future__ import annotations

from pathlib import Path

import click

from workbench.messages import counted, finding_sentence, quoted, repair_sentence
from workbench.model import ProjectError, ProjectProblem


@click.command("check")
@click.argument("project", type=click.Path(path_type=Path))
@click.option(
    "--repair", "mends", is_flag=True,
    help="Mend what can be mended without a guess, after making a backup, and say what it was.",
)  # fmt: skip
def command(project: Path, *, mends: bool) -> None:
    """Check the file of PROJECT: its texts, annotations, tags and history, and every span in it."""
    from workbench.project.checking import check, mend

    report = mend(project) if mends else check(project)
    for repair in report.repairs:
        click.echo(repair_sentence(repair))
    for finding in report.findings:
        click.echo(finding_sentence(finding))
    if report.findings:
        found = counted(len(report.findings), "fault")
        raise ProjectError(str(project), ProjectProblem.UNSOUND, found)
    held = (
        counted(report.articles, "article"),
        counted(report.annotations, "annotation"),
        counted(report.comparisons, "comparison"),
    )
    click.echo(f"{quoted(str(project))} is sound: {', '.join(held)} kept.")
