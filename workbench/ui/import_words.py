"""Import words: what the window says of articles that are about to be imported."""

from __future__ import annotations

from collections import Counter
from pathlib import PurePath
from typing import TYPE_CHECKING

from workbench.messages import quoted, sentence
from workbench.model import ArticleError, FileProblem
from workbench.project.duplicates import Likeness
from workbench.project.import_preview import Fate
from workbench.project.import_reports import ReportWords
from workbench.ui.wording import count

if TYPE_CHECKING:
    from workbench.model import FileError
    from workbench.project.import_preview import Newcomer, Preview

FIELDS = {
    "headline": "headline",
    "outlet": "outlet",
    "byline": "byline",
    "published": "date",
    "language": "language",
}
FATES = {
    Fate.REVISION: "As a revision",
    Fate.ARTICLE: "As an article of its own",
    Fate.OUT: "Leave out",
}
_READERS = {
    "text": "Text",
    "html": "Web page",
    "docx": "Document",
    "odt": "Document",
    "rtf": "Document",
    "pdf": "PDF",
    "epub": "Book",
    "eml": "E-mail",
    "mbox": "E-mails",
    "mhtml": "Saved web page",
    "feed": "News feed",
    "warc": "Web archive",
    "jsonl": "JSON Lines",
    "csv": "Table",
    "xlsx": "Spreadsheet",
    "zip": "ZIP archive",
    "nexis": "Nexis",
    "factiva": "Factiva",
    "europresse": "Europresse",
    "proquest": "ProQuest",
    "pasted text": "Pasted text",
}
_PROBLEMS = {
    FileProblem.MISSING: "Announced, not there",
    FileProblem.DAMAGED: "Damaged, set aside",
    FileProblem.NO_TEXT: "Without text, set aside",
    FileProblem.ENCRYPTED: "Protected by a password",
    FileProblem.EMPTY: "Empty",
}
SHORT = 40  # characters of a headline that names an article in a cell


def reader_words(reader: str) -> str:
    """Return what a reader is called; its own name where it has no other here."""
    return _READERS.get(reader, reader)


def file_name(path: str) -> str:
    """Return the name of a file without its folder."""
    return PurePath(path).name or path


def called(headline: str) -> str:
    """Return a headline between quotation marks, cut where it is long."""
    if len(headline) > SHORT:
        headline = headline[:SHORT].rsplit(" ", 1)[0] + "…"
    return quoted(headline) if headline else "an article without headline"


def likeness_words(newcomer: Newcomer, headline: str) -> str:
    """Return what an article is, and to which other one, told by its headline."""
    other = called(headline)
    fate = newcomer.fate
    if newcomer.likeness is Likeness.NEW:
        return "New" if fate is Fate.ARTICLE else "New, left out"
    if newcomer.likeness is Likeness.UPDATE:
        if fate is Fate.REVISION:
            return f"Revision of {other}"
        return f"Changed text of {other}" + (", on its own" if fate is Fate.ARTICLE else "")
    same = "Same text as" if newcomer.likeness is Likeness.SAME else "Other date or headline for"
    return f"{same} {other}" + (", on its own" if fate is Fate.ARTICLE else "")


def problem_words(error: FileError) -> str:
    """Return in a few words what is wrong with a file, or with an article of it."""
    if error.problem is FileProblem.INCOMPLETE:
        return f"{count(int(error.detail), 'announced article')} not there"
    if error.problem is FileProblem.MISSING and not isinstance(error, ArticleError):
        return "No such file"
    return _PROBLEMS.get(error.problem, "Cannot be read")


def problem_name(error: FileError) -> str:
    """Return what names that which could not be read: a headline, a place, or a file."""
    if isinstance(error, ArticleError):
        return error.headline or f"Article {error.place} of {file_name(error.path)}"
    return file_name(error.path)


def summary(preview: Preview) -> str:
    """Return in one line what was read."""
    articles = count(len(preview.newcomers), "article")
    said = f"{articles} in {count(len(preview.files), 'file')}"
    missing = sum(file.missing for file in preview.files)
    unreadable = sum(file.unreadable for file in preview.files)
    if missing:
        said += f", {missing:,} missing"
    if unreadable:
        said += f", {unreadable:,} not readable"
    return said


def import_words(preview: Preview) -> str:
    """Return what is imported as things stand: "12 articles and 1 revision", or nothing."""
    fates: Counter[Fate] = Counter()
    for (_, fate, _), number in preview.tally().items():
        fates[fate] += number
    parts = [
        count(fates[fate], noun)
        for fate, noun in ((Fate.ARTICLE, "article"), (Fate.REVISION, "revision"))
        if fates[fate]
    ]
    return " and ".join(parts)


REPORTED = ReportWords(sentence, reader_words)
"""What reports say of errors and readers."""
