"""Exporting: results in the formats that leave the program, written whole or not at all."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.model import OutputError, OutputProblem, silent, stretch
from workbench.project.export_formats import EXPORT_FORMATS, export_format
from workbench.project.writing import as_output_error, replacing, write_whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import BinaryIO

    from workbench.model import (
        Alignment,
        Boilerplate,
        Comparison,
        Loss,
        Outgoing,
        PassagePair,
        Quotations,
        Report,
    )
    from workbench.project.project import Project

STDOUT = "-"
COMPARISON_FORMATS = ("json", "html", "text", "tei")
QUOTATION_FORMATS = ("json", "text")
ALIGNMENT_FORMATS = ("json", "html", "text", "tei")
WHOLE = "json"
"""The format that has all of a project and becomes one again."""

GATHERED, DONE = 50, 100
"""Per cent of an export that are done once all is gathered, and at the end."""


def export_comparison(comparison: Comparison, form: str) -> str:
    """Return a comparison in one of `COMPARISON_FORMATS`; "tei" has the apparatus alone."""
    if form == "html":
        from workbench.formats.to_html import comparison_to_html
        from workbench.project.collating import shown_tables

        return comparison_to_html(comparison, shown_tables(comparison))
    if form == "text":
        from workbench.formats.to_text import comparison_to_text

        return comparison_to_text(comparison)
    if form == "tei":
        from workbench.formats.to_tei import tables_to_tei
        from workbench.project.collating import all_tables

        return tables_to_tei(all_tables(comparison))
    from workbench.formats.to_json import to_json

    return to_json(comparison.as_dict())


def export_alignment(alignment: Alignment, form: str) -> str:
    """Return an alignment in one of `ALIGNMENT_FORMATS`."""
    if form == "html":
        from workbench.formats.to_html import alignment_to_html

        return alignment_to_html(alignment)
    if form == "text":
        from workbench.formats.to_text import alignment_to_text

        return alignment_to_text(alignment)
    if form == "tei":
        from workbench.formats.to_tei import to_tei

        return to_tei(alignment)
    from workbench.formats.to_json import to_json

    return to_json(alignment.as_dict())


def export_quotations(quotations: Quotations, form: str) -> str:
    """Return quotations in one of `QUOTATION_FORMATS`."""
    if form == "text":
        from workbench.formats.to_quotes import quotations_to_text

        return quotations_to_text(quotations)
    from workbench.formats.to_json import to_json

    return to_json(quotations.as_dict())


def export_file(
    path: Path, outgoing: Outgoing, form: str, target: Path, report: Report = silent
) -> tuple[Loss, ...]:
    """Write what goes out of the project at `path` in one of `project_formats`, whole or not.

    Another program may have the project open, such as the window whose process this is not.
    Returns what the format cannot carry. Raises ProjectError where the project cannot be opened,
    OutputError where nothing can be written at `target`, and what `gather` raises.
    """
    from workbench.project.project import Project

    require_apart(path, str(target))
    with Project.open(path) as project:
        data, losses = export_project(project, outgoing, form, report)
    report(DONE, DONE)  # the last moment to be cancelled in: nothing is written yet
    write_whole(target, data)
    return losses


def export_project(
    project: Project, outgoing: Outgoing, form: str, report: Report = silent
) -> tuple[bytes, tuple[Loss, ...]]:
    """Return what goes out of a project in one of `project_formats`, and what is lost by that.

    The format WHOLE has all of the project, whatever is asked for. Raises what `gather` raises,
    KeyError where there is no such format.
    """
    if form == WHOLE:
        return _whole(project, report), ()
    from workbench.project.dossiers import gather

    kind = export_format(form)
    report(0, DONE)
    dossier = gather(project, kind.narrow(outgoing), stretch(report, 0, GATHERED))
    report(GATHERED, DONE)
    data = kind.write(dossier, stretch(report, GATHERED, DONE))
    report(DONE, DONE)
    return data, kind.losses(dossier)


def require_apart(project: Path, output: str) -> None:
    """Raise OutputError where an export would be written over its project, or has no place."""
    target = Path(output)
    with as_output_error(target):
        is_there = output != STDOUT and target.exists() and project.exists()
        if is_there and target.samefile(project):
            raise OutputError(output, OutputProblem.PROJECT)


def project_formats() -> tuple[str, ...]:
    """Return the names of all formats that a project goes out in."""
    return (WHOLE, *(each.name for each in EXPORT_FORMATS))


def _whole(project: Project, report: Report) -> bytes:
    from workbench.project.stepping import result_of
    from workbench.project.whole_files import whole_to_json

    report(0, 2)
    whole = result_of(project.reading_whole())
    report(1, 2)
    data = whole_to_json(whole).encode("utf-8", "replace")
    report(2, 2)
    return data


def write_comparison(comparison: Comparison, form: str, path: Path) -> None:
    """Write a comparison in one of `COMPARISON_FORMATS` to a file; raises OutputError."""
    write_whole(path, export_comparison(comparison, form))


def write_text(text: str, output: str, stdout: BinaryIO) -> None:
    """Write a text as UTF-8 to the file `output`, or to `stdout` for `-`; raises OutputError."""
    write_data(text.encode("utf-8", "replace"), output, stdout)


def write_data(data: bytes, output: str, stdout: BinaryIO) -> None:
    """Write bytes to the file `output`, or to `stdout` for `-`; raises OutputError."""
    if output == STDOUT:
        with _as_stdout_error():
            stdout.write(data)
            stdout.flush()
    else:
        write_whole(Path(output), data)


def write_pairs(pairs: Iterable[PassagePair], output: str, stdout: BinaryIO) -> None:
    """Write pairs as JSON Lines, one by one, to the file `output` or to `stdout` for `-`.

    The file takes its name when all are written; raises OutputError.
    """
    path = Path(output)
    if output == STDOUT:
        with _as_stdout_error():
            _write_lines(pairs, stdout)
    elif path.exists() and not path.is_file() and not path.is_dir():  # a pipe or a device
        with path.open("wb") as stream:
            _write_lines(pairs, stream)
    else:
        with replacing(path) as part, part.open("wb") as stream:
            _write_lines(pairs, stream)


def write_boilerplate(texts: Iterable[Boilerplate], output: str, stdout: BinaryIO) -> None:
    """Write what was left out as JSON Lines, with all its passages; raises OutputError."""
    from workbench.formats.to_json import to_json_line

    lines = [
        to_json_line(
            {**text.as_dict(), "passages": [passage.as_dict() for passage in text.passages]}
        )
        for text in texts
    ]
    write_text("".join(lines), output, stdout)


@contextmanager
def _as_stdout_error() -> Iterator[None]:
    """Turn an OSError of stdout into an OutputError, unless nobody reads it any more."""
    try:
        with as_output_error(Path("stdout")):
            yield
    except OutputError as error:
        if isinstance(error.__cause__, BrokenPipeError):
            raise error.__cause__ from None
        raise


def _write_lines(pairs: Iterable[PassagePair], stream: BinaryIO) -> None:
    from workbench.formats.to_json import to_json_line

    for pair in pairs:
        stream.write(to_json_line(pair.as_dict()).encode("utf-8"))
    stream.flush()
