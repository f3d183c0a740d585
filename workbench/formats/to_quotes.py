"""Plain text of quotations: article by article, who is quoted and in which words."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from itertools import groupby
from pathlib import PurePath
from typing import TYPE_CHECKING

from workbench.formats.to_page import render
from workbench.formats.to_printable import to_terminal
from workbench.formats.to_text import WIDTH
from workbench.model.siglum import siglum

if TYPE_CHECKING:
    from workbench.model import Article, Quotation, Quotations


@dataclass(frozen=True, slots=True)
class QuotedWords:
    """A quotation as it is shown: the cue before the words, or nothing."""

    cue: str
    text: str


@dataclass(frozen=True, slots=True)
class QuotedArticle:
    """An article under its siglum: what is quoted, by speakers in a row, and what is mentioned."""

    siglum: str
    name: str
    article: Article
    said: tuple[tuple[str, tuple[QuotedWords, ...]], ...]
    mentions: tuple[str, ...]


def quotations_to_text(quotations: Quotations) -> str:
    """Return for each article its quotations in their order, under who is said to have said them.

    The cue stands before the words; what is only mentioned comes last, each once.
    """
    said: dict[str, list[Quotation]] = {article.id: [] for article in quotations.articles}
    mentioned: dict[str, list[str]] = {article.id: [] for article in quotations.articles}
    texts = {article.id: article.text for article in quotations.articles}
    for quotation in quotations.quotations:
        said[quotation.article].append(quotation)
    for mention in quotations.mentions:
        mentioned[mention.article].append(mention.span.of(texts[mention.article]))
    articles = [
        _article(siglum(place), article, said[article.id], mentioned[article.id])
        for place, article in enumerate(quotations.articles)
    ]
    return render("quotes.txt.jinja", articles=articles, wrapped=_wrapped)


def _article(
    letters: str, article: Article, said: list[Quotation], mentions: list[str]
) -> QuotedArticle:
    name = article.outlet or PurePath(article.path).name or article.id
    rows = tuple(
        (speaker, tuple(QuotedWords(one.cue or "", one.span.of(article.text)) for one in some))
        for speaker, some in groupby(said, key=lambda one: one.speaker or "")
    )
    return QuotedArticle(letters, name, article, rows, tuple(dict.fromkeys(mentions)))


def _wrapped(text: str, indent: int) -> str:
    """Return a text on lines that begin after `indent` blanks, the first of them left out."""
    lines = textwrap.wrap(" ".join(to_terminal(text).split()), WIDTH - indent)
    return ("\n" + " " * indent).join(lines)
