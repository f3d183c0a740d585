"""Import planning: the one edit that stores what was looked at, with its report."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.model import AddArticles, ChangeAnnotations, EditGroup, SetSetting
from workbench.project.import_preview import Fate
from workbench.project.import_reports import REPORTS, with_report
from workbench.project.importing import next_number
from workbench.project.revising import revise

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from workbench.model import Annotation, Edit
    from workbench.project.import_preview import Newcomer, Preview
    from workbench.project.import_reports import ImportReport
    from workbench.project.project import Project


def import_edit(project: Project, preview: Preview, report: ImportReport) -> EditGroup:
    """Return the edit that adds the articles of a preview and revises those of the project.

    The ids go on counting, and the report is kept with the others, so that one undo takes back
    all of it.
    """
    number = next_number(project.articles())
    wanted = [each.article for each in preview.newcomers if each.fate is Fate.ARTICLE]
    added = tuple(replace(each, id=f"a{number + place}") for place, each in enumerate(wanted))
    edits: list[Edit] = [AddArticles(added)] if added else []
    edits += _revisions(project, [one for one in preview.newcomers if one.fate is Fate.REVISION])
    edits.append(SetSetting(REPORTS, with_report(project.setting(REPORTS), report)))
    return EditGroup(tuple(edits))


def _revisions(project: Project, newcomers: Iterable[Newcomer]) -> Iterator[Edit]:
    """Yield the edits that give articles of the project their changed texts.

    An annotation that speaks of two of them is carried to the second from where the first left it.
    """
    carried: dict[str, Annotation] = {}
    for each in newcomers:
        texts = {old.article.revision: old.article.text for old in project.revisions(each.other)}
        annotations = [carried.get(one.id, one) for one in project.annotations_of((each.other,))]
        edit = revise(project.article(each.other), each.article, annotations, texts)
        carried |= {one.id: one for one in _put(edit)}
        yield edit


def _put(edit: Edit) -> Iterator[Annotation]:
    """Yield the annotations that an edit puts into the project."""
    for each in edit.edits if isinstance(edit, EditGroup) else (edit,):
        if isinstance(each, ChangeAnnotations):
            yield from each.put
