"""Languages: tell of each article that does not say it in which language it is written."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.text.language import recognise, recognise_quickly

if TYPE_CHECKING:
    from workbench.model import Article


def with_language(article: Article, *, quickly: bool = False) -> Article:
    """Return the article with the language its text is in, where it names none itself.

    The language stays empty where the text does not tell it surely, and with `quickly` also where
    telling it would take half a second.
    """
    told = recognise_quickly if quickly else recognise
    language = article.language or told(article.text)
    return article if language == article.language else replace(article, language=language)
