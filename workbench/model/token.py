"""Token: a word or a mark of a text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.model.span import Span


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark: its surface form, the form it is compared by, and where it stands."""

    text: str
    norm: str
    span: Span
    is_word: bool = True
