"""Import planning: the one edit that stores what was looked at, with its report."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.model import AddArticles, EditGroup, ReviseArticle, SetSetting
from workbench.project.import_preview import CORRECTABLE, Fate
from workbench.project.import_reports import REPORTS, with_report
from workbench.project.importing import next_number

if TYPE_CHECKING:
    from workbench.model import Article, Edit
    from workbench.project.import_preview import Preview
    from workbench.project.import_reports import ImportReport
    from workbench.project.project import Project

_FILLED = (*CORRECTABLE, "url", "section", "page", "record", "retrieved")


def import_edit(project: Project, preview: Preview, report: ImportReport) -> EditGroup:
    """Return the edit that adds the articles of a preview and revises those of the project.

    The ids go on counting, and the report is kept with the others, so that one undo takes back
    all of it.
    """
    number = next_number(project.articles())
    wanted = [each.article for each in preview.newcomers if each.fate is Fate.ARTICLE]
    added = tuple(replace(each, id=f"a{number + place}") for place, each in enumerate(wanted))
    edits: list[Edit] = [AddArticles(added)] if added else []
    edits += [
        _revision(project, each.other, each.article)
        for each in preview.newcomers
        if each.fate is Fate.REVISION
    ]
    edits.append(SetSetting(REPORTS, with_report(project.setting(REPORTS), report)))
    return EditGroup(tuple(edits))


def _revision(project: Project, id_: str, changed: Article) -> Edit:
    """Return the edit that gives an article of the project a changed text.

    What is not told of the changed one stays as it was.
    """
    known = project.article(id_)
    kept = {field: getattr(changed, field) or getattr(known, field) for field in _FILLED}
    return ReviseArticle(replace(changed, **kept, id=id_))
