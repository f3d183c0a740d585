"""Content: a file opened by its kind, before anybody asks whose articles it holds."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from workbench.formats.document import Document

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Content:
    """`source` is the decoded source of a page, text or XML file; `document` a word processor's."""

    path: Path
    source: str = ""
    document: Document = field(default_factory=lambda: Document(()))
