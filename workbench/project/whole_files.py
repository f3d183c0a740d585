"""Whole files: a project as JSON, out and in again without loss."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.formats.from_project_json import is_project_file, read_project_json
from workbench.formats.to_json import to_json
from workbench.model import (
    FileError,
    FileProblem,
    InputError,
    OutputError,
    ProjectError,
    ProjectProblem,
    silent,
)
from workbench.project.checking import check
from workbench.project.project import Project
from workbench.project.whole import whole_from
from workbench.project.writing import naming, replacing
from workbench.store.project_file import make_way

if TYPE_CHECKING:
    from pathlib import Path

    from workbench.model import Report
    from workbench.project.whole import Whole

__all__ = ["import_whole", "is_project_file", "whole_to_json"]

_STEPS = 4


def whole_to_json(whole: Whole) -> str:
    """Return a project as JSON, the same bytes for the same project."""
    return to_json(whole.as_dict())


def import_whole(source: Path, path: Path, report: Report = silent) -> int:
    """Make a new project of one that was written as JSON; return how many articles it has.

    It is only made where all of it is found sound.

    Raises FileError where the file holds none that fits together, ProjectError where there is
    something at `path`, OutputError where it cannot be written; nothing is made then.
    """
    if path.exists():
        raise ProjectError(str(path), ProjectProblem.EXISTS)
    report(0, _STEPS)
    data = read_project_json(source)
    report(1, _STEPS)
    try:
        whole = whole_from(data)
        report(2, _STEPS)
        with naming(path), replacing(path) as part:
            Project.create(part, whole.edit).close()
            report(3, _STEPS)
            if check(part).findings:
                raise ValueError(source)
            make_way(path)
    except (InputError, KeyError, ValueError) as error:
        raise FileError(str(source), FileProblem.DAMAGED) from error
    except OutputError as error:
        raise OutputError(str(path), error.problem, error.detail) from error
    report(_STEPS, _STEPS)
    return len(whole.articles)
