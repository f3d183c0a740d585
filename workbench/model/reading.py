"""FileReading: what reading one file gave, before anything is stored."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.model.article import Article
    from workbench.model.errors import FileError
    from workbench.model.span import Span


@dataclass(frozen=True, slots=True)
class FileReading:
    """The articles one file held; ids are not given yet (empty strings).

    `announced` is how many articles the file itself claims to hold, None where it does not say;
    `skipped` names each that could not be read, an ArticleError with its raw text, or the file
    itself; where fewer were found than announced, each that is not there (an ArticleError,
    MISSING), or how many there are (INCOMPLETE). `rejoined` are the words in the only article
    that a line end had divided and that reading put together. `places` are the numbers that the
    file gives its articles, of `total` in all: the others may stand in another file.
    """

    path: str
    reader: str
    articles: tuple[Article, ...]
    announced: int | None = None
    skipped: tuple[FileError, ...] = ()
    rejoined: tuple[Span, ...] = ()
    places: tuple[int, ...] = ()
    total: int = 0
