"""Tagging: how the codebook changes, with all uses of its tags kept true."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.model import (
    ChangeAnnotations,
    ChangeCodebook,
    Codebook,
    Edit,
    EditGroup,
    InputError,
    InputProblem,
    Tag,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from workbench.model import Annotation


def changed_codebook(codebook: Codebook, edit: ChangeCodebook) -> Codebook:
    """Return the codebook after an edit of it.

    Raises InputError where a tag that stays has lost the one above it, or stands below itself.
    """
    tags = codebook.by_id | {tag.id: tag for tag in edit.put}
    for id_ in edit.removed:
        if id_ not in tags:
            raise InputError(InputProblem.UNKNOWN_TAG, id_)
        del tags[id_]
    for tag in tags.values():
        _require_way_up(tag, tags)
    return Codebook(tuple(tags.values()))


def new_tag(codebook: Codebook, name: str, tag_id: str, parent: str = "") -> Tag:
    """Return a tag of that name after those below `parent`, in the colour that is used least."""
    place = 1 + max((tag.place for tag in codebook.below(parent)), default=-1)
    used = [tag.colour for tag in codebook.tags]
    colour = min(COLOURS, key=lambda each: (used.count(each), COLOURS.index(each)))
    return Tag(tag_id, " ".join(name.split()), parent, colour, place=place)


def change_tag(tag: Tag) -> Edit:
    """Return the edit that gives a tag, found by its id, another name, meaning, colour or key."""
    return ChangeCodebook((tag,))


def move_tags(codebook: Codebook, ids: Sequence[str], parent: str, place: int) -> ChangeCodebook:
    """Return the edit that puts tags below another, or at the top, in the order of `ids`.

    They come before the tag that stands at `place` there now, or else at the end.
    """
    beside = codebook.below(parent)
    before = [each for each in beside[:place] if each.id not in ids]
    after = [each for each in beside[place:] if each.id not in ids]
    order = (*before, *(codebook.by_id[id_] for id_ in ids), *after)
    numbered = (replace(each, parent=parent, place=at) for at, each in enumerate(order))
    return ChangeCodebook(tuple(each for each in numbered if each != codebook.by_id[each.id]))


def join_tags(
    codebook: Codebook, into: str, tags: Iterable[str], using: Iterable[Annotation]
) -> Edit:
    """Return the edit that gives all uses of some tags to another, and what is below them too.

    `using` are the annotations that have any of them. Definitions and examples are put together.
    """
    going = [id_ for id_ in dict.fromkeys(tags) if id_ != into]
    target = codebook.by_id[into]
    above = [tag.id for tag in codebook.path(into)]
    parent = next((codebook.by_id[id_].parent for id_ in above if id_ in going), target.parent)
    joined = replace(
        target,
        parent=_kept_parent(codebook, parent, going),
        definition=_put_together(tag.definition for tag in _named(codebook, into, going)),
        examples=_put_together(tag.examples for tag in _named(codebook, into, going)),
    )
    below = [each for id_ in going for each in codebook.below(id_)]
    moved = [replace(e, parent=into) for e in below if e.id not in going and e.id != into]
    put = tuple(each for each in (joined, *moved) if each != codebook.by_id[each.id])
    annotations = tuple(_retagged(one, dict.fromkeys(going, into)) for one in using)
    return EditGroup((ChangeCodebook(put), ChangeAnnotations(annotations), _without(going)))


def delete_tags(codebook: Codebook, tags: Iterable[str], using: Iterable[Annotation]) -> Edit:
    """Return the edit that takes tags out, from all annotations too; tags below move up.

    `using` are the annotations that have any of them; they stay, with the tags and memo left.
    """
    going = list(dict.fromkeys(tags))
    below = [each for id_ in going for each in codebook.below(id_) if each.id not in going]
    moved = tuple(
        replace(each, parent=_kept_parent(codebook, each.parent, going)) for each in below
    )
    annotations = tuple(
        replace(one, tags=tuple(tag for tag in one.tags if tag not in going)) for one in using
    )
    return EditGroup((ChangeCodebook(moved), ChangeAnnotations(annotations), _without(going)))


def split_tag(tag: Tag, parts: Iterable[Tag], chosen: Iterable[tuple[Annotation, str]]) -> Edit:
    """Return the edit that puts new tags beside one, and gives each its share of the uses.

    `chosen` names, for an annotation that has the tag, the id of the part that it is to have.
    """
    moved = tuple(_retagged(one, {tag.id: part}) for one, part in chosen)
    return EditGroup((ChangeCodebook(tuple(parts)), ChangeAnnotations(moved)))


COLOURS = (
    "#c0392b",
    "#2471a3",
    "#1e8449",
    "#b9770e",
    "#7d3c98",
    "#117a65",
    "#a04000",
    "#5d6d7e",
    "#ad1457",
    "#4e6b0f",
)
"""Colours of new tags, told apart on white and, made lighter by the window, on black."""


def _require_way_up(tag: Tag, tags: dict[str, Tag]) -> None:
    met = {tag.id}
    above = tag.parent
    while above:
        if above not in tags or above in met:
            raise InputError(InputProblem.UNKNOWN_TAG, above)
        met.add(above)
        above = tags[above].parent


def _kept_parent(codebook: Codebook, parent: str, going: list[str]) -> str:
    while parent in going:
        parent = codebook.by_id[parent].parent
    return parent


def _named(codebook: Codebook, into: str, going: list[str]) -> list[Tag]:
    return [codebook.by_id[id_] for id_ in (into, *going)]


def _put_together(texts: Iterable[str]) -> str:
    return "\n".join(dict.fromkeys(filter(None, texts)))


def _without(tags: list[str]) -> Edit:
    return ChangeCodebook((), tuple(tags))


def _retagged(annotation: Annotation, instead: dict[str, str]) -> Annotation:
    tags = dict.fromkeys(instead.get(tag, tag) for tag in annotation.tags)
    return replace(annotation, tags=tuple(tags))
