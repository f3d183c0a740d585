"""Codebook: the tree of the analyst's tags."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, slots=True)
class Tag:
    """A label with what it means; `parent` is the id of the tag above it, empty at the top.

    The id is a GUID in lower case; `colour` is `#rrggbb` or empty, `key` the key that gives the
    tag, `place` its place among those beside it, of which two may be alike.
    """

    id: str
    name: str
    parent: str = ""
    colour: str = ""
    definition: str = ""
    examples: str = ""
    key: str = ""
    place: int = 0


@dataclass(frozen=True)
class Codebook:
    """The tags, in any order; one whose parent is not there, or is below it, stands at the top."""

    tags: tuple[Tag, ...] = ()

    @cached_property
    def by_id(self) -> dict[str, Tag]:
        """The tags by their ids."""
        return {tag.id: tag for tag in self.tags}

    @cached_property
    def _below(self) -> dict[str, tuple[Tag, ...]]:
        below: dict[str, list[Tag]] = {}
        for tag in sorted(self.tags, key=lambda tag: (tag.place, tag.name, tag.id)):
            below.setdefault(self._parent(tag), []).append(tag)
        return {parent: tuple(tags) for parent, tags in below.items()}

    def below(self, tag_id: str = "") -> tuple[Tag, ...]:
        """Return the tags right below one, or those at the top, in their order."""
        return self._below.get(tag_id, ())

    def branch(self, tag_id: str = "") -> tuple[Tag, ...]:
        """Return all tags below one, or all there are, each before those below it."""
        found = []
        waiting = list(reversed(self.below(tag_id)))
        while waiting:
            tag = waiting.pop()
            found.append(tag)
            waiting += reversed(self.below(tag.id))
        return tuple(found)

    def path(self, tag_id: str) -> tuple[Tag, ...]:
        """Return a tag with all above it, from the top; KeyError where there is none."""
        tag = self.by_id[tag_id]
        above = self._parent(tag)
        return (*self.path(above), tag) if above else (tag,)

    def named(self, name: str) -> Tag | None:
        """Return the first tag of that name, case and blanks around it aside."""
        wanted = name.strip().casefold()
        return next((tag for tag in self.branch() if tag.name.casefold() == wanted), None)

    def _parent(self, tag: Tag) -> str:
        """Return the id of the tag above, empty where there is none or a circle would close."""
        met = {tag.id}
        above = tag.parent
        while above in self.by_id:
            if above in met:
                return ""
            met.add(above)
            above = self.by_id[above].parent
        return tag.parent if tag.parent in self.by_id else ""
