"""Article: one imported text with what is known about its publication."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Article:
    """One imported text; `text` never changes and every span refers to it.

    An empty string means "not known". `published` is an ISO 8601 date, or date and time, as
    precise as the article tells; `language` a BCP 47 tag; `path` where the text was read from.
    """

    id: str
    text: str
    outlet: str = ""
    headline: str = ""
    byline: str = ""
    published: str = ""
    url: str = ""
    language: str = ""
    path: str = ""

    @property
    def sha256(self) -> str:
        """Hexadecimal SHA-256 of the text in UTF-8; lone surrogates are hashed as they are."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
