"""Applying: how each kind of edit changes a project, and which edit takes it back."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from workbench.model import (
    AddArticles,
    Applied,
    Change,
    ChangeAnnotations,
    ChangeCodebook,
    ChangeMetadata,
    ChangeOutlets,
    Edit,
    EditGroup,
    InputError,
    InputProblem,
    Outlet,
    RemoveArticles,
    ReviseArticle,
    Revision,
    SetSetting,
    TakeBackRevision,
)
from workbench.project.annotating import require_known, require_places, without_articles
from workbench.project.tagging import changed_codebook
from workbench.store.annotations import (
    annotations_of,
    annotations_with,
    change_annotations,
    find_annotations,
)
from workbench.store.articles import (
    add_articles,
    added_at,
    change_metadata,
    keep_added,
    read_setting,
    remove_articles,
    retell_article,
    storable,
    storable_article,
    write_setting,
)
from workbench.store.codebook import change_codebook
from workbench.store.outlets import keep_outlets, read_outlets
from workbench.store.revisions import drop_revision, keep_revisions, read_revisions

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workbench.model import Article
    from workbench.project.contents import Contents


def apply(contents: Contents, edit: Edit) -> Applied:
    """Carry out an edit in the transaction that is open, and return what takes it back.

    Raises what `Project.apply` does; the contents are to be forgotten and the transaction to be
    given up then.
    """
    applied = _apply(contents, edit)
    steps = tuple(_steps(edit))
    put = [one.id for step in steps if isinstance(step, ChangeAnnotations) for one in step.put]
    retold = [step.article.id for step in steps if isinstance(step, ReviseArticle)]
    retold += [step.id for step in steps if isinstance(step, TakeBackRevision)]
    for annotation in chain(
        find_annotations(contents.file, put) if put else (),
        annotations_of(contents.file, retold) if retold else (),
    ):
        require_places(annotation, contents)
    return applied


def _steps(edit: Edit) -> Iterator[Edit]:
    """Yield an edit, or those that a group is made of."""
    if isinstance(edit, EditGroup):
        for each in edit.edits:
            yield from _steps(each)
    else:
        yield edit


def _apply(contents: Contents, edit: Edit) -> Applied:
    match edit:
        case SetSetting():
            return _applied(_set(contents, edit), Change.SETTINGS)
        case ChangeAnnotations():
            return _applied(_annotate(contents, edit), Change.ANNOTATIONS)
        case ChangeCodebook():
            return _applied(_tag(contents, edit), Change.CODEBOOK)
        case ChangeOutlets():
            return _applied(_describe(contents, edit), Change.OUTLETS)
        case EditGroup():
            return _together(contents, edit.edits)
        case _:
            return _change_articles(contents, edit)


def _applied(inverse: Edit, *changes: Change) -> Applied:
    return Applied(inverse, frozenset(changes))


def _change_articles(
    contents: Contents,
    edit: AddArticles | RemoveArticles | ChangeMetadata | ReviseArticle | TakeBackRevision,
) -> Applied:
    match edit:
        case AddArticles():
            return _applied(_add(contents, edit), Change.ARTICLES)
        case RemoveArticles():
            return _remove(contents, edit)
        case ChangeMetadata():
            return _applied(_tell(contents, edit), Change.ARTICLES)
        case ReviseArticle():
            return _applied(_revise(contents, edit), Change.ARTICLES)
        case _:
            return _applied(_take_back(contents, edit), Change.ARTICLES)


def _together(contents: Contents, edits: Sequence[Edit]) -> Applied:
    inverses: list[Edit] = []
    changes: frozenset[Change] = frozenset()
    for edit in edits:
        applied = _apply(contents, edit)
        inverses.insert(0, applied.inverse)
        changes |= applied.changes
    return Applied(EditGroup(tuple(inverses)), changes)


def _add(contents: Contents, edit: AddArticles) -> Edit:
    added = tuple(storable_article(article) for article in edit.articles)
    order = list(contents.articles())
    taken = {article.id for article in order}
    for article in added:
        if article.id in taken:
            raise InputError(InputProblem.DUPLICATE_ID, article.id)
        taken.add(article.id)
    places = edit.positions or range(len(order), len(order) + len(added))
    for place, article in zip(places, added, strict=True):
        order.insert(place, article)
    add_articles(contents.file, added, [article.id for article in order])
    keep_revisions(contents.file, edit.revisions)
    if edit.added:
        times = map(storable, edit.added)
        keep_added(contents.file, dict(zip((one.id for one in added), times, strict=True)))
    contents.remember(order)
    return RemoveArticles(tuple(article.id for article in added))


def _remove(contents: Contents, edit: RemoveArticles) -> Applied:
    order = contents.articles()
    going = {id_: contents.article(id_) for id_ in edit.ids}
    speaking = annotations_of(contents.file, going)
    changes = frozenset((Change.ARTICLES, Change.ANNOTATIONS) if speaking else (Change.ARTICLES,))
    left = without_articles(speaking, going)
    gone = {annotation.id for annotation in speaking} - {annotation.id for annotation in left}
    change_annotations(contents.file, left, sorted(gone))
    revisions = tuple(
        revision
        for id_, article in going.items()
        if article.revision
        for revision in read_revisions(contents.file, id_)
    )
    places = tuple(place for place, article in enumerate(order) if article.id in going)
    added = tuple(added_at(contents.file, order[place].id) for place in places)
    remove_articles(contents.file, going)
    contents.remember([article for article in order if article.id not in going])
    again: Edit = AddArticles(tuple(order[place] for place in places), places, revisions, added)
    return Applied(EditGroup((again, ChangeAnnotations(speaking))) if speaking else again, changes)


def _tell(contents: Contents, edit: ChangeMetadata) -> Edit:
    changed: dict[str, Article] = {}
    for article in edit.articles:
        known = _known(contents, article.id)
        if article.text not in ("", known.text):
            raise InputError(InputProblem.OTHER_TEXT, article.id)
        is_whole = (article.text, article.revision) == (known.text, known.revision)
        changed[article.id] = storable_article(
            article if is_whole else replace(article, text=known.text, revision=known.revision)
        )
    # without their texts, for the history would have all of them once more
    before = tuple(replace(contents.article(id_), text="") for id_ in changed)
    change_metadata(contents.file, tuple(changed.values()))
    contents.remember([changed.get(article.id, article) for article in contents.articles()])
    return ChangeMetadata(before)


def _revise(contents: Contents, edit: ReviseArticle) -> Edit:
    before = _known(contents, edit.article.id)
    later = replace(storable_article(edit.article), revision=before.revision + 1)
    keep_revisions(contents.file, (Revision(before, added_at(contents.file, before.id)),))
    retell_article(contents.file, later)
    contents.remember([later if one.id == later.id else one for one in contents.articles()])
    return TakeBackRevision(later.id)


def _take_back(contents: Contents, edit: TakeBackRevision) -> Edit:
    later = _known(contents, edit.id)
    if not later.revision:
        raise InputError(InputProblem.NO_REVISION, edit.id)
    before = read_revisions(contents.file, edit.id)[-1]
    drop_revision(contents.file, edit.id, before.article.revision)
    retell_article(contents.file, before.article, before.added)
    contents.remember([before.article if one.id == edit.id else one for one in contents.articles()])
    return ReviseArticle(later)


def _annotate(contents: Contents, edit: ChangeAnnotations) -> Edit:
    for annotation in edit.put:
        require_known(annotation, contents)
    put = [annotation.id for annotation in edit.put]
    before = find_annotations(contents.file, (*put, *edit.removed))
    change_annotations(contents.file, edit.put, edit.removed)
    new = set(put) - {annotation.id for annotation in before}
    return ChangeAnnotations(before, tuple(id_ for id_ in put if id_ in new))


def _tag(contents: Contents, edit: ChangeCodebook) -> Edit:
    before = contents.codebook()
    codebook = changed_codebook(before, edit)
    if annotations_with(contents.file, edit.removed):
        raise InputError(InputProblem.TAG_IN_USE, before.by_id[edit.removed[0]].name)
    change_codebook(contents.file, edit.put, edit.removed)
    contents.remember_codebook(codebook)
    ids = [tag.id for tag in edit.put]
    known = tuple(before.by_id[id_] for id_ in (*ids, *edit.removed) if id_ in before.by_id)
    return ChangeCodebook(known, tuple(id_ for id_ in ids if id_ not in before.by_id))


def _describe(contents: Contents, edit: ChangeOutlets) -> Edit:
    known = {outlet.name: outlet for outlet in read_outlets(contents.file)}
    keep_outlets(contents.file, edit.put)
    return ChangeOutlets(tuple(known.get(one.name, Outlet(one.name)) for one in edit.put))


def _known(contents: Contents, id_: str) -> Article:
    if not contents.has_article(id_):
        raise InputError(InputProblem.UNKNOWN_ID, id_)
    return contents.article(id_)


def _set(contents: Contents, edit: SetSetting) -> Edit:
    before = read_setting(contents.file, edit.key)
    value = None if edit.value is None else storable(edit.value)
    write_setting(contents.file, edit.key, value)
    return SetSetting(edit.key, before)
