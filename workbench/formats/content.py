"""Content: a file opened by its kind, before anybody asks whose articles it holds."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from workbench.formats.document import Document

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Content:
    """`source` is the decoded source of a page, text or XML file; `document` a word processor's.

    `retrieved` is the day on which it was fetched, as ISO 8601, where files of its kind tell it.
    """

    path: Path
    source: str = ""
    document: Document = field(default_factory=lambda: Document(()))
    retrieved: str = ""
