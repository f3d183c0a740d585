"""Publication: what a file tells of where, when and by whom its article was published."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from workbench.formats.dates import parse_date
from workbench.model.article import Article
from workbench.text.language import as_tag

if TYPE_CHECKING:
    from pathlib import Path

MAX_VALUE_CHARACTERS = 1_000  # a longer headline or name is not one
MAX_HEADLINE_CHARACTERS = 150  # of a first line that nothing but its shape calls a headline
MAX_WORD_DIGITS = 7  # of a word count

_ADDRESS = re.compile(r"(?:https?://)?[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:[/?#]\S*)?", re.IGNORECASE)
_COUNT = re.compile(r"\d{1,3}(?:[.,'’\s]\d{3})+(?!\d)|\d+")
_UNLIKE_HEADLINE = re.compile(r"[.。:：,，;；][\"'”’»」)]*$")
_LABELLED_DATE = re.compile(r"\s*(?:date|published)\b[\s:]*(\d{4}-\d{2}-\d{2})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Publication:
    """The fields of an `Article` about its publication; "" and 0 mean "not known"."""

    outlet: str = ""
    headline: str = ""
    byline: str = ""
    published: str = ""
    url: str = ""
    language: str = ""
    section: str = ""
    page: str = ""
    record: str = ""
    retrieved: str = ""
    printed_words: int = 0

    @classmethod
    def told(cls, **values: str) -> Publication:
        """From values as a file writes them: tidied, and left out where they cannot be true."""
        values = {field: _tidy(value) for field, value in values.items()}
        language = as_tag(values.get("language", ""))
        outlet, url = values.get("outlet", ""), values.get("url", "")
        if outlet.lower().startswith(("http://", "https://")):
            outlet, url = "", url or outlet
        return cls(
            outlet=outlet,
            headline=values.get("headline", ""),
            byline=values.get("byline", ""),
            published=parse_date(values.get("published", ""), language),
            url=url if _ADDRESS.fullmatch(url) else "",
            language=language,
            section=values.get("section", ""),
            page=values.get("page", ""),
            record=values.get("record", ""),
            retrieved=parse_date(values.get("retrieved", ""), language)[:10],
            printed_words=_word_count(values.get("printed_words", "")),
        )

    def or_else(self, other: Publication) -> Publication:
        """Fill the unknown fields from `other`."""
        known = {field: value for field, value in asdict(self).items() if value}
        return Publication(**(asdict(other) | known))

    def article(self, path: Path, text: str) -> Article:
        """Make the article with this publication; its id is given later."""
        return Article(id="", text=text, path=str(path), **asdict(self))


def seen_in_text(text: str) -> Publication:
    """Tell what the shape of a text shows by itself; the text stays as it is.

    A short first line that is followed by a blank line and does not end like a sentence is a
    headline; an ISO date that the text begins with under the word "date" is its date.
    """
    first, _, rest = text.lstrip("\n").partition("\n")
    line = first.strip()
    shaped = 0 < len(line) <= MAX_HEADLINE_CHARACTERS and not _UNLIKE_HEADLINE.search(line)
    followed = not rest.partition("\n")[0].strip() and bool(rest.strip())
    worded = any(c.isalpha() for c in line)
    dated = _LABELLED_DATE.match(text)
    return Publication(
        headline=" ".join(line.split()) if shaped and followed and worded else "",
        published=parse_date(dated[1]) if dated else "",
    )


def join_values(value: object) -> str:
    """Join a list of scalars by commas, or keep a single one; "" for anything nested deeper."""
    items = value if isinstance(value, list) else [value]
    return ", ".join(item for item in items if isinstance(item, str) and item.strip())


def _word_count(told: str) -> int:
    """Return the number in "1,234 words", 0 where there is none that can be true."""
    count = _COUNT.search(told)
    digits = "".join(filter(str.isdecimal, count[0])) if count else ""
    return int(digits) if 0 < len(digits) <= MAX_WORD_DIGITS else 0


def _tidy(value: str) -> str:
    tidy = " ".join(value.split())
    return tidy if len(tidy) <= MAX_VALUE_CHARACTERS else ""
