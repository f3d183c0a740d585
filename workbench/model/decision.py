"""Decision: what the analyst has decided about passages, instead of what the program found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.model.passage import Passage


@dataclass(frozen=True, slots=True)
class Link:
    """Two passages, of two articles, that are linked or are not to be."""

    a: Passage
    b: Passage


@dataclass(frozen=True, slots=True)
class Decision:
    """Links that do not hold, and those that hold instead of them.

    None `instead` rejects them, one for two joins, two for one split, one for one corrects the ends
    of a passage; none `gone` links what was not found. `why` is the analyst's reason, or empty.
    """

    gone: tuple[Link, ...]
    instead: tuple[Link, ...] = ()
    why: str = ""
