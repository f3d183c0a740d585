"""Terms: phrases whose use is tracked, and the families that their rival forms make."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.model.passage import Passage


@dataclass(frozen=True, slots=True)
class Term:
    """One form of a phrase and all its uses, in the order of the articles."""

    text: str
    uses: tuple[Passage, ...]

    def as_dict(self) -> dict[str, object]:
        """Return the form as the JSON outputs give it, with the number of uses in each article."""
        return {"text": self.text, "counts": dict(Counter(use.article for use in self.uses))}


@dataclass(frozen=True, slots=True)
class TermFamily:
    """The rival forms of one phrase, the most used first.

    `log_likelihood` (Dunning 1993) tells how unevenly the outlets use the forms: 0 where all use
    them alike. `chosen` where the analyst made the family, instead of the program finding it.
    """

    terms: tuple[Term, ...]
    log_likelihood: float
    chosen: bool = False

    def as_dict(self) -> dict[str, object]:
        """Return the family as the JSON outputs give it."""
        return {
            "forms": [term.as_dict() for term in self.terms],
            "log_likelihood": self.log_likelihood,
        }
