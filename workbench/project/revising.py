"""Revising: what importing a later text of an article does to the article and its annotations."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING

from workbench.model import (
    Annotation,
    Article,
    ChangeAnnotations,
    Edit,
    EditGroup,
    Placing,
    ReviseArticle,
    Selector,
    Target,
    select,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from workbench.model import Span
    from workbench.text.anchor import Candidate
    from workbench.text.revised import Difference

_OF_THE_TEXT = frozenset({"id", "text", "printed_words", "revision"})


def revise(
    article: Article,
    later: Article,
    annotations: Iterable[Annotation],
    texts: Mapping[int, str] | None = None,
) -> Edit:
    """Return the edit that gives an article a later text and carries its annotations there.

    What else `later` does not know stays as it was. `texts` are those of earlier revisions by their
    numbers: a selector that has waited for review since one of them is carried from there, and
    waits on where that fails; without its text it waits on. What is KEPT stays with its old text.
    """
    known = {
        field.name: value
        for field in fields(Article)
        if field.name not in _OF_THE_TEXT and (value := getattr(later, field.name))
    }
    result = replace(
        article,
        **known,
        text=later.text,
        printed_words=later.printed_words,
        revision=article.revision + 1,
    )
    sources = {**(texts or {}), article.revision: article.text}
    speaking = [one for one in annotations if article.id in one.target.articles]
    selectors = [selector for one in speaking for selector in one.target.selectors]
    carried = _carried([one for one in selectors if one.article == article.id], result, sources)
    put = tuple(
        changed
        for one in speaking
        if (changed := _with_selectors(one, carried)).target != one.target
    )
    edit = ReviseArticle(result)
    return EditGroup((edit, ChangeAnnotations(put))) if put else edit


def waiting(annotations: Iterable[Annotation]) -> tuple[Annotation, ...]:
    """Return the annotations of which a selector waits for review."""
    return tuple(
        one
        for one in annotations
        if any(selector.placing is Placing.DOUBTFUL for selector in one.target.selectors)
    )


def settle(annotation: Annotation, place: int, span: Span | None, article: Article) -> Annotation:
    """Return the annotation with its selector at `place` where the analyst has put it.

    `span` is in the text that the article has now; with None the selector is kept with its old one.
    """
    selectors = list(annotation.target.selectors)
    if span is None:
        selectors[place] = replace(selectors[place], placing=Placing.KEPT)
    else:
        selectors[place] = select(article.id, article.text, span, article.revision)
    return _with_target(annotation, selectors)


def candidates(selector: Selector, before: str, article: Article) -> tuple[Candidate, ...]:
    """Return where a selector that waits may belong in the article's text, best first.

    `before` is the text of the revision that the selector speaks of.
    """
    from workbench.text import anchor

    return anchor.candidates(selector, before, article.text)


def differences(before: str, after: str) -> tuple[Difference, ...]:
    """Return what has changed between two revisions, in whole words and in their order."""
    from workbench.text import revised

    return revised.differences(before, after)


def _carried(
    selectors: Sequence[Selector], article: Article, sources: Mapping[int, str]
) -> dict[Selector, Selector]:
    """Return what becomes of the selectors, by what they were."""
    from workbench.text.anchor import carry

    carried: dict[Selector, Selector] = {}
    for number, before in sources.items():
        old = [
            one for one in selectors if one.revision == number and one.placing is not Placing.KEPT
        ]
        new = carry(old, before, article.text, article.revision) if old else ()
        carried |= dict(zip(old, new, strict=True))
    return carried


def _with_selectors(annotation: Annotation, changed: Mapping[Selector, Selector]) -> Annotation:
    return _with_target(annotation, [changed.get(one, one) for one in annotation.target.selectors])


def _with_target(annotation: Annotation, selectors: Sequence[Selector]) -> Annotation:
    return replace(annotation, target=Target(tuple(selectors), annotation.target.article))
