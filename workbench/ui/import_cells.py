"""Import cells: what stands in each column of the articles that are about to be imported."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from workbench.messages import sentence
from workbench.model import FileError
from workbench.project.duplicates import Likeness
from workbench.project.import_preview import Fate, Newcomer, is_newcomer
from workbench.ui.import_words import (
    file_name,
    likeness_words,
    problem_name,
    problem_words,
    reader_words,
)
from workbench.ui.language_menu import language_name
from workbench.ui.wording import long_date

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.project.import_preview import Preview

Line = Newcomer | FileError

DIM = Qt.ItemDataRole.UserRole
PROBLEM = Qt.ItemDataRole.UserRole + 1

NOT_KNOWN = "Not known"
_SAID = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


class Column(StrEnum):
    """The columns, from left to right; those that can be corrected by the names of their fields."""

    HEADLINE = "headline"
    WHAT = "what"
    OUTLET = "outlet"
    DATE = "published"
    BYLINE = "byline"
    WORDS = "words"
    LANGUAGE = "language"
    READER = "reader"


COLUMNS = tuple(Column)
HEADS = {
    Column.HEADLINE: "Headline",
    Column.OUTLET: "Outlet",
    Column.BYLINE: "Byline",
    Column.DATE: "Date",
    Column.WORDS: "Words",
    Column.LANGUAGE: "Language",
    Column.READER: "Read as",
    Column.WHAT: "What it is",
}
TOLD = (Column.HEADLINE, Column.OUTLET, Column.DATE)
TO_CORRECT = (Column.HEADLINE, Column.OUTLET, Column.BYLINE, Column.DATE, Column.LANGUAGE)


class Kind(StrEnum):
    """Which rows are listed."""

    ALL = "all"
    DUPLICATES = "duplicates"
    PROBLEMS = "problems"


class Cells:
    """What the cells of one preview say; `headline` is that of a known article by its id."""

    def __init__(self, preview: Preview, headline: Callable[[str], str]) -> None:
        self.preview = preview
        self.headline = headline

    def data(self, line: Line, column: Column, role: int) -> object:
        """Return what a cell says under a role of Qt; `DIM` words are none of the article's own."""
        if role == PROBLEM:
            return isinstance(line, FileError)
        if role == Qt.ItemDataRole.TextAlignmentRole and column is Column.WORDS:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if isinstance(line, FileError):
            return _problem_data(line, column, role)
        return self._newcomer_data(line, column, role)

    def key(self, line: Line, column: Column) -> tuple[bool, str | int]:
        """Return what sorts a row by a column; problems come first."""
        if isinstance(line, FileError):
            return False, 0 if column is Column.WORDS else ""
        value = self._value(line, column)
        return True, value.casefold() if isinstance(value, str) else value

    def other_headline(self, line: Newcomer) -> str:
        """Return the headline of the article that one is like."""
        if is_newcomer(line.other):
            return self.preview.newcomer(line.other).article.headline
        return self.headline(line.other) if line.other else ""

    def _newcomer_data(self, line: Newcomer, column: Column, role: int) -> object:
        if role == Qt.ItemDataRole.CheckStateRole and column is Column.HEADLINE:
            is_out = line.fate is Fate.OUT
            return Qt.CheckState.Unchecked if is_out else Qt.CheckState.Checked
        if role == Qt.ItemDataRole.EditRole:
            return line.fate.value if column is Column.WHAT else self._value(line, column)
        if role == DIM:
            is_usual = column is Column.WHAT and line.likeness is Likeness.NEW
            return is_usual or line.fate is Fate.OUT or not self._words(line, column)
        if role in _SAID:
            return self._words(line, column) or (NOT_KNOWN if column in TOLD else "")
        return self._tip(line, column) if role == Qt.ItemDataRole.ToolTipRole else None

    def _words(self, line: Newcomer, column: Column) -> str:
        value = self._value(line, column)
        if column is Column.DATE:
            return long_date(str(value))
        if column is Column.LANGUAGE:
            return language_name(str(value)) if value else ""
        return f"{value:,}" if isinstance(value, int) else value

    def _value(self, line: Newcomer, column: Column) -> str | int:
        if column is Column.WORDS:
            return line.words
        if column is Column.READER:
            return reader_words(self.preview.files[line.file].reader)
        if column is Column.WHAT:
            return likeness_words(line, self.other_headline(line))
        return str(getattr(line.article, column.value))

    def _tip(self, line: Newcomer, column: Column) -> str:
        if column is Column.READER:
            return file_name(self.preview.files[line.file].path)
        return line.article.published if column is Column.DATE else self._words(line, column)


def is_of_kind(line: Line, kind: Kind) -> bool:
    """Whether a row is of a kind; what an article lacks is a problem while it is to come."""
    if kind is Kind.DUPLICATES:
        return isinstance(line, Newcomer) and line.likeness is not Likeness.NEW
    if kind is Kind.PROBLEMS:
        return isinstance(line, FileError) or bool(line.lacks and line.fate is not Fate.OUT)
    return True


def holds(line: Line, words: str) -> bool:
    """Whether the metadata of a row hold all the words, which are folded."""
    if isinstance(line, FileError):
        said = problem_name(line)
    else:
        article = line.article
        said = f"{article.headline}\n{article.outlet}\n{article.byline}\n{article.published}"
    folded = said.casefold()
    return all(word in folded for word in words.split())


def _problem_data(error: FileError, column: Column, role: int) -> object:
    if role == Qt.ItemDataRole.ToolTipRole:
        return sentence(error)
    if role == DIM:
        return column is not Column.WHAT
    said = {Column.HEADLINE: problem_name, Column.WHAT: problem_words}.get(column)
    if role not in _SAID:
        return None
    return said(error) if said is not None else ""
