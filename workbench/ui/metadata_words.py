"""Metadata words: what the window calls the fields of articles and outlets, and their steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.ui.wording import count

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from workbench.model import Article

NAMES = {
    "headline": "Headline",
    "outlet": "Outlet",
    "byline": "Byline",
    "published": "Published",
    "url": "Address",
    "section": "Section",
    "page": "Page",
    "language": "Language",
    "record": "Record",
    "retrieved": "Retrieved",
}
TIPS = {
    "published": "A date, and a time if you like: 2024-02-21 or 21 February 2024, 09:30",
    "url": "Where it was published: https://…",
    "language": "Its name or its tag: German or de",
    "record": "Its id in a news database",
    "retrieved": "The date on which it was fetched: 2024-02-21",
}
REFUSED = {
    "published": "“{words}” is no date that can be told; try 2024-02-21 or 21 Feb 2024.",
    "retrieved": "“{words}” is no date that can be told; try 2024-02-21 or 21 Feb 2024.",
    "language": "“{words}” names no language; try English or en.",
    "url": "“{words}” is no address; try https://post.example/ferry.",
    "colour": "“{words}” is no colour; try one like #2471a3.",
}
OUTLET_NAMES = {
    "name": "name",
    "short": "short name",
    "country": "country",
    "group": "owner",
    "colour": "colour",
}
SEVERAL = "Several values"
NOTHING_FOR_ALL = "Nothing, for all of them"
NO_ARTICLES = "Mark articles in the list to see and change what is known of them."
READ_ONLY = "This project is open read-only: details can be read, not changed."
APPLY_FIRST = "Apply or revert what you have written; then the marked articles are shown here."
FEW = 2  # fields that are named in a step; more are details
MOST_LISTED = 6  # values that a tip lists
SHORT = 40  # characters of a value in a step


def refused(field: str, words: str) -> str:
    """Return what is said where words cannot be stored in a field."""
    return REFUSED[field].format(words=words)


def heading(articles: Sequence[Article]) -> str:
    """Return what names some articles."""
    if len(articles) != 1:
        return count(len(articles), "article") if articles else ""
    return articles[0].headline or "Article without headline"


def listed(values: Iterable[str]) -> str:
    """Return different values, one below the other, the first few of them."""
    known = sorted({value or "(nothing)" for value in values}, key=str.casefold)
    rest = len(known) - MOST_LISTED
    return "\n".join(known[:MOST_LISTED] + ([f"and {rest:,} more"] if rest > 0 else []))


def step_words(values: Mapping[str, str], articles: int) -> str:
    """Return what the menu calls it when so many articles are given values by field."""
    whose = f"of {count(articles, 'article')}"
    names = [NAMES[field].lower() for field in values]
    if len(names) > FEW:
        return f"change details {whose}"
    if len(names) == FEW:
        return f"set {names[0]} and {names[1]} {whose}"
    value = "".join(values.values())
    return f"set {names[0]} {whose} to {short(value)}" if value else f"clear {names[0]} {whose}"


def outlet_step(names: Sequence[str], field: str, value: str) -> str:
    """Return what the menu calls it when something is said of outlets."""
    said = f"{OUTLET_NAMES[field]} of {named(names)}"
    return f"set {said} to {short(value)}" if value else f"clear {said}"


def named(outlets: Sequence[str]) -> str:
    """Return the names of outlets, or how many they are."""
    if len(outlets) > FEW:
        return count(len(outlets), "outlet")
    return " and ".join(map(short, outlets))


def short(value: str) -> str:
    """Return a value between quotation marks, cut where it is long."""
    return f"‘{value if len(value) <= SHORT else value[: SHORT - 1] + '…'}’"
