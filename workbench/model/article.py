"""Article: one imported text with what is known about its publication."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Article:
    """One imported text; `text` never changes and every span refers to it.

    An empty string means "not known". `published` is an ISO 8601 date, or date and time, as
    precise as the article tells; `language` a BCP 47 tag; `path` where the text was read from.
    `section` and `page` say where the outlet printed it, `record` is its id in a news database.
    `retrieved` is the ISO 8601 date on which it was fetched, `printed_words` the number of words
    that a database gives, 0 where it gives none. `revision` counts the texts it had before.
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
    section: str = ""
    page: str = ""
    record: str = ""
    retrieved: str = ""
    printed_words: int = 0
    revision: int = 0

    @property
    def sha256(self) -> str:
        """Hexadecimal SHA-256 of the text in UTF-8; lone surrogates are hashed as they are."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    def as_dict(self) -> dict[str, object]:
        """Return what the JSON outputs say of the article; what is not known is null."""
        return {
            "id": self.id,
            "path": self.path or None,
            "outlet": self.outlet or None,
            "headline": self.headline or None,
            "published": self.published or None,
            "language": self.language or None,
            "length": len(self.text),
            "sha256": self.sha256,
        }
