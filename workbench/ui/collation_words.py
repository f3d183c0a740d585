"""Collation words: what the window says about differences, linking words and decisions."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from workbench.model import Flag, VariantKind
from workbench.text.rarity import has_list
from workbench.ui.language_menu import language_name
from workbench.ui.wording import count, isolated, short_date

if TYPE_CHECKING:
    from workbench.model import Apparatus, Article, Decision, LinkingWord, Variant
    from workbench.ui.desk import Desk

SIGNS = {
    VariantKind.SUBSTITUTION: "≠",
    VariantKind.ADDITION: "+",
    VariantKind.OMISSION: "−",
    VariantKind.TRANSPOSITION: "⇄",
}
KINDS = {
    VariantKind.SUBSTITUTION: "other words",
    VariantKind.ADDITION: "added",
    VariantKind.OMISSION: "left out",
    VariantKind.TRANSPOSITION: "moved",
}
FLAGS = {
    Flag.NUMBER: "a number differs",
    Flag.NAME: "a name differs",
    Flag.DATE: "a date differs",
    Flag.ROLE: "a title or role differs",
    Flag.NEGATION: "one denies it",
    Flag.CUE: "another verb of saying",
    Flag.SPELLING: "only the spelling",
    Flag.CASE: "only capitals",
    Flag.PUNCTUATION: "only punctuation",
}
NOTHING = "—"
MOST_NAMED = 40  # characters of a reading that are repeated in an explanation
_RARITY = ((5.0, "common"), (4.0, "uncommon"), (3.0, "rare"), (0.0, "very rare"))


def in_line(text: str) -> str:
    """Return words on one line."""
    return " ".join(text.split())


def named(text: str) -> str:
    """Return words between quotation marks, long ones cut; or what says that there are none."""
    words = in_line(text)
    if not words:
        return "nothing"
    return f"“{words if len(words) <= MOST_NAMED else words[: MOST_NAMED - 1].rstrip() + '…'}”"


def cell_words(shown: Apparatus, row: int, column: int) -> str:
    """Return what a cell of a collation has, and what became of the words of the base there."""
    cell, base = shown.rows[row].cells[column], shown.rows[shown.base]
    if not shown.differing[column]:
        return f"{named(cell.text)}: the same in all"
    if row == shown.base:
        return f"{named(cell.text)}: the others are held against this row"
    if cell.kind is None:
        return f"{named(cell.text)}: as in {base.siglum}"
    facts = ", ".join((KINDS[cell.kind], *(FLAGS[flag] for flag in cell.flags)))
    other = named(base.cells[column].text)
    return f"{named(cell.text)} where {base.siglum} has {other}: {facts}"


def variant_words(variant: Variant) -> tuple[str, str]:
    """Return the two readings of a variant, and its kind and flags in plain words."""
    facts = (KINDS[variant.kind], *(FLAGS[flag] for flag in variant.flags))
    return f"{named(variant.a.text)} / {named(variant.b.text)}", ", ".join(facts)


def rarity_words(word: LinkingWord, language: str, articles: int) -> str:
    """Return how rare a linking word is, in its language and in a comparison of so many articles.

    A language that has no list of its words tells nothing.
    """
    said = [f"in {word.articles} of {count(articles, 'article')}"]
    if has_list(language):
        rarity = next(words for least, words in _RARITY if word.frequency >= least)
        said.insert(0, f"{rarity} in {language_name(language)}")
    return ", ".join(said)


def witness_words(article: Article) -> str:
    """Return the outlet of an article, else its file or headline, and its day if it is known."""
    outlet = article.outlet or PurePath(article.path).stem or article.headline or article.id
    return ", ".join(filter(None, (isolated(outlet), short_date(article.published))))


def decision_words(decision: Decision) -> str:
    """Return what a decision does, in a few words."""
    if not decision.instead:
        return "rejected"
    if not decision.gone:
        return "linked by hand"
    if len(decision.gone) == len(decision.instead):
        return "ends corrected"
    return "joined" if len(decision.gone) > len(decision.instead) else "split"


def decision_sigla(decision: Decision, desk: Desk) -> str:
    """Return the letters of the articles that a decision names; a dash for one that has gone."""
    known = {article.id for article in desk.articles}
    links = decision.gone or decision.instead
    ids = dict.fromkeys(side.article for link in links for side in (link.a, link.b))
    return " · ".join(desk.siglum(id_) if id_ in known else NOTHING for id_ in ids)
