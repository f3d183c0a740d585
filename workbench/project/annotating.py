"""Annotating: how annotations come into being and change, and which fit a project."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.model import (
    Annotation,
    ChangeAnnotations,
    ChangeCodebook,
    Edit,
    EditGroup,
    InputError,
    InputProblem,
    Placing,
    Target,
    select,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Sequence

    from workbench.model import Article, Passage, Selector, Span, Tag
    from workbench.project.contents import Contents


def words_of(article: Article, span: Span) -> Target:
    """Return what stands for some words of an article."""
    return Target((select(article.id, article.text, span, article.revision),))


def passages_of(passages: Iterable[Passage], articles: Iterable[Article]) -> Target:
    """Return what stands for a pair or a cluster, by its passages in these articles."""
    known = {article.id: article for article in articles}
    return Target(
        tuple(
            select(one.article, known[one.article].text, one.span, known[one.article].revision)
            for one in passages
        )
    )


def moved(annotation: Annotation, place: int, article: Article, span: Span) -> Annotation:
    """Return the annotation with its selector at `place` over other words of its article."""
    selectors = list(annotation.target.selectors)
    selectors[place] = select(article.id, article.text, span, article.revision)
    return replace(annotation, target=replace(annotation.target, selectors=tuple(selectors)))


def annotate(put: Iterable[Annotation], created: Sequence[Tag] = ()) -> Edit:
    """Return the edit that stores annotations, with tags that were made for them."""
    change = ChangeAnnotations(tuple(put))
    return EditGroup((ChangeCodebook(tuple(created)), change)) if created else change


def spread(
    annotation: Annotation,
    targets: Iterable[Target],
    present: Iterable[Annotation],
    new_id: Callable[[], str],
) -> tuple[Annotation, ...]:
    """Return an annotation's copies on other targets, each of some words.

    Where words are annotated already, by one of those `present`, that one gets the tags, and the
    memo where it has none.
    """
    known = tuple(present)
    found = []
    for target in targets:
        here = annotation_of(target, known)
        if here is None:
            found.append(replace(annotation, id=new_id(), target=target))
            continue
        tags = tuple(dict.fromkeys((*here.tags, *annotation.tags)))
        memo = here.memo or annotation.memo
        if (tags, memo) != (here.tags, here.memo):
            found.append(replace(here, tags=tags, memo=memo, changed=annotation.changed))
    return tuple(found)


def annotation_of(target: Target, annotations: Iterable[Annotation]) -> Annotation | None:
    """Return the first annotation of a target: the same words at the same places."""
    return next((one for one in annotations if _is_there(one.target, target)), None)


def last_used(annotations: Iterable[Annotation]) -> tuple[str, ...]:
    """Return the tags of annotations by their ids, the one that was given last first."""
    newest = sorted(annotations, key=lambda one: one.changed, reverse=True)
    return tuple(dict.fromkeys(tag for one in newest for tag in one.tags))


def named_in(edit: Edit) -> frozenset[str]:
    """Return the ids of the annotations that an edit puts in or takes out."""
    if isinstance(edit, EditGroup):
        return frozenset().union(*map(named_in, edit.edits))
    if isinstance(edit, ChangeAnnotations):
        return frozenset((*edit.removed, *(one.id for one in edit.put)))
    return frozenset()


def without_articles(
    annotations: Iterable[Annotation], gone: Container[str]
) -> tuple[Annotation, ...]:
    """Return what is left of the annotations without some articles: those that still speak of one.

    One on passages keeps those in other articles.
    """
    left = []
    for annotation in annotations:
        target = annotation.target
        kept = tuple(one for one in target.selectors if one.article not in gone)
        if kept or (target.article and target.article not in gone):
            left.append(replace(annotation, target=replace(target, selectors=kept)))
    return tuple(left)


def require_known(annotation: Annotation, contents: Contents) -> None:
    """Raise InputError where an annotation names a tag or an article that a project has not."""
    tags = contents.codebook().by_id
    for tag in annotation.tags:
        if tag not in tags:
            raise InputError(InputProblem.UNKNOWN_TAG, tag)
    for id_ in annotation.target.articles:
        if not contents.has_article(id_):
            raise InputError(InputProblem.UNKNOWN_ID, id_)


def require_places(annotation: Annotation, contents: Contents) -> None:
    """Raise InputError where an annotation's words are not at their place in a project.

    The quotes of selectors that wait for review are those of earlier revisions.
    """
    for selector in annotation.target.selectors:
        _require_place(selector, contents.article(selector.article))


def _is_there(one: Target, other: Target) -> bool:
    """Tell whether two targets are the same words at the same places, or the same article."""
    if len(one.selectors) != len(other.selectors) or one.article != other.article:
        return False
    for here, there in zip(one.selectors, other.selectors, strict=True):
        if here.span != there.span or here.article != there.article:
            return False
    return True


def _require_place(selector: Selector, article: Article) -> None:
    is_present = selector.revision == article.revision
    if selector.placing is Placing.PLACED and not is_present:
        raise InputError(InputProblem.WRONG_PLACE, selector.quote)
    if selector.revision > article.revision:
        raise InputError(InputProblem.WRONG_PLACE, selector.quote)
    if is_present and not _is_at(selector, article.text):
        raise InputError(InputProblem.WRONG_PLACE, selector.quote)


def _is_at(selector: Selector, text: str) -> bool:
    span = selector.span
    return span.end <= len(text) and span.of(text) == selector.quote and span.length > 0
