"""Boilerplate: text that an outlet prints in many articles, whatever they are about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.model.passage import Passage


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """Text that stands in many articles and is left out of the comparison.

    `text` is the text as the first of its passages has it; `outlet` the one whose articles have it,
    or empty where several do.
    """

    text: str
    outlet: str
    passages: tuple[Passage, ...]

    def as_dict(self) -> dict[str, object]:
        """Return the text as the JSON outputs give it, with the number of articles that have it."""
        return {
            "text": self.text,
            "outlet": self.outlet or None,
            "articles": len({passage.article for passage in self.passages}),
        }
