"""Updates: which newly read articles are changed texts of articles that a project has."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from workbench.model import Article

GRAM = 5
"""Words in a row that two articles seldom share unless one is taken from the other."""

SHARED = 0.5
"""The share of the shorter text's grams from which two texts are largely the same."""

DAYS = 7
"""Days from the first text within which an outlet corrects it; weather reports come later too."""

CLAUSE = 20
"""Code points of a clause that is looked up: shorter ones ("he said") stand everywhere."""

COMMON = 20
"""Articles above which a clause that all of them have is no clue: the foot of a page."""

LIKELY = 5
"""Known articles at most that a new one is compared with, those with the most clues."""

_STOPS = ("\n", ", ", "。", "，", "، ")
_STOP = ". "


def is_update(known: Article, new: Article) -> bool:
    """Tell whether `new` is the same article as `known` with a changed text.

    So it is if it comes from the same outlet at about the same time, or has the same address or
    record, and if at least half of the words in the shorter text, by rows of five, are in both.
    The same text, white space aside, is no update.
    """
    return _may_be(known, new) and _likeness(known, new, _grams) >= SHARED


def updates(known: Sequence[Article], new: Sequence[Article]) -> Mapping[int, str]:
    """Return, by their places in `new`, which articles are updates, and the ids of the known ones.

    No known article is named twice: the text that is most like it is its update. A new one whose
    text, white space aside, a known article of its outlet has already is left out.
    """
    candidates = _candidates(known, new)
    grams: dict[str, frozenset[tuple[int, ...]]] = {}

    def kept_grams(text: str) -> frozenset[tuple[int, ...]]:
        return grams.get(text) or grams.setdefault(text, _grams(text))

    found = []
    for place, article in enumerate(new):
        likely = [known[index] for index in candidates[place]]
        if any(_is_same_text(one, article) and _is_related(one, article) for one in likely):
            continue
        for index, one in zip(candidates[place], likely, strict=True):
            likeness = _likeness(one, article, kept_grams) if _may_be(one, article) else 0.0
            if likeness >= SHARED:
                found.append((-likeness, place, index))
    chosen: dict[int, str] = {}
    for _, place, index in sorted(found):
        if place not in chosen and known[index].id not in chosen.values():
            chosen[place] = known[index].id
    return dict(sorted(chosen.items()))


def _candidates(known: Sequence[Article], new: Sequence[Article]) -> list[list[int]]:
    """Return for each new article the places of known ones that have clauses or marks of it."""
    wanted: dict[str, list[int]] = defaultdict(list)
    for place, article in enumerate(new):
        for clue in _clues(article):
            wanted[clue].append(place)
    outlets = {_folded(article.outlet) for article in new} - {""}
    holders: dict[str, list[int]] = defaultdict(list)
    for index, article in enumerate(known):
        clues = _clues(article) if _folded(article.outlet) in outlets else set(_marks(article))
        for clue in wanted.keys() & clues:
            holders[clue].append(index)
    counts: list[Counter[int]] = [Counter() for _ in new]
    for clue, places in wanted.items():
        if len(holders[clue]) <= COMMON:
            for place in places:
                counts[place].update(holders[clue])
    return [sorted(count, key=lambda index: (-count[index], index))[:LIKELY] for count in counts]


def _clues(article: Article) -> set[str]:
    """Return what tells an article from others: its clauses and its marks."""
    text = article.text
    for stop in _STOPS:
        text = text.replace(stop, _STOP)
    clauses = {clause for clause in text.split(_STOP) if len(clause) >= CLAUSE}
    return clauses.union(_marks(article))


def _marks(article: Article) -> Iterator[str]:
    """Yield what of an article's metadata may tell that it is the same."""
    for name in ("url", "record", "headline"):
        if value := _folded(getattr(article, name)):
            yield f"{name} {value}"


def _may_be(known: Article, new: Article) -> bool:
    """Tell whether what is known besides the texts allows for an update."""
    if _is_same_text(known, new):
        return False
    if _has_same_mark(known, new):
        return True
    if not _is_related(known, new) or (known.page and new.page and known.page != new.page):
        return False
    first, second = _date(known), _date(new)
    return not first or not second or 0 <= (second - first).days <= DAYS


def _is_related(known: Article, new: Article) -> bool:
    outlet = _folded(known.outlet)
    return _has_same_mark(known, new) or bool(outlet and outlet == _folded(new.outlet))


def _has_same_mark(known: Article, new: Article) -> bool:
    return any(mark and mark in {new.url, new.record} for mark in (known.url, known.record))


def _is_same_text(known: Article, new: Article) -> bool:
    return known.text == new.text or known.text.split() == new.text.split()


def _date(article: Article) -> date | None:
    try:
        return date.fromisoformat(article.published[:10])
    except ValueError:
        return None


def _folded(name: str) -> str:
    return name.strip().casefold()


def _likeness(
    known: Article, new: Article, grams: Callable[[str], frozenset[tuple[int, ...]]]
) -> float:
    """Return which share of the grams of the shorter text is in both."""
    first, second = grams(known.text), grams(new.text)
    return len(first & second) / max(1, min(len(first), len(second)))


def _grams(text: str) -> frozenset[tuple[int, ...]]:
    from workbench.text.tokenize import token_arrays

    tokens = token_arrays(text)
    words = tokens.hashes[tokens.is_word].tolist()
    return frozenset(zip(*(words[start:] for start in range(GRAM)), strict=False))
