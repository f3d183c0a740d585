"""Amending: many annotations changed at once, each time as one edit."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.model import ChangeAnnotations

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from workbench.model import Annotation


def add_tags(annotations: Iterable[Annotation], tags: Sequence[str], now: str) -> ChangeAnnotations:
    """Return the edit that gives annotations some tags, after those they have.

    Here and below those that change are said to have changed at `now`; the others are left out.
    """
    return _amend(annotations, lambda one: replace(one, tags=_once((*one.tags, *tags))), now)


def remove_tags(
    annotations: Iterable[Annotation], tags: Sequence[str], now: str
) -> ChangeAnnotations:
    """Return the edit that takes some tags off annotations."""

    def without(one: Annotation) -> Annotation:
        return replace(one, tags=tuple(tag for tag in one.tags if tag not in tags))

    return _amend(annotations, without, now)


def replace_tag(
    annotations: Iterable[Annotation], tag: str, instead: Sequence[str], now: str
) -> ChangeAnnotations:
    """Return the edit that gives annotations other tags in the place of one that they have."""

    def with_others(one: Annotation) -> Annotation:
        exchanged = (instead if each == tag else (each,) for each in one.tags)
        return replace(one, tags=_once(each for tags in exchanged for each in tags))

    return _amend(annotations, with_others, now)


def set_tags(annotations: Iterable[Annotation], tags: Sequence[str], now: str) -> ChangeAnnotations:
    """Return the edit that gives annotations these tags and no others."""
    return _amend(annotations, lambda one: replace(one, tags=_once(tags)), now)


def set_memo(annotations: Iterable[Annotation], memo: str, now: str) -> ChangeAnnotations:
    """Return the edit that gives annotations a memo."""
    return _amend(annotations, lambda one: replace(one, memo=memo), now)


def set_author(annotations: Iterable[Annotation], author: str, now: str) -> ChangeAnnotations:
    """Return the edit that says of annotations who made them."""
    return _amend(annotations, lambda one: replace(one, author=author), now)


def delete(annotations: Iterable[Annotation]) -> ChangeAnnotations:
    """Return the edit that takes annotations out."""
    return ChangeAnnotations((), tuple(one.id for one in annotations))


def _amend(
    annotations: Iterable[Annotation], amended: Callable[[Annotation], Annotation], now: str
) -> ChangeAnnotations:
    pairs = ((one, amended(one)) for one in annotations)
    return ChangeAnnotations(
        tuple(replace(after, changed=now) for before, after in pairs if after != before)
    )


def _once(tags: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(tags))
