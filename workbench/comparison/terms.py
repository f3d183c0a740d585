"""Terms: families of rival forms of one phrase, and every use of each."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import numpy as np

from workbench.comparison.likelihood import log_likelihood
from workbench.comparison.options import CompareOptions
from workbench.comparison.order import canonical
from workbench.comparison.phrases import LONGEST
from workbench.comparison.rivals import rivals
from workbench.comparison.term_uses import find_uses, without_overlaps
from workbench.comparison.term_words import is_content, phrase_value, read_term_words, words_of
from workbench.model import Passage, Span, Term, TermFamily

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from numpy.typing import NDArray

    from workbench.comparison.corpus import Corpus
    from workbench.comparison.rivals import Swap
    from workbench.comparison.term_uses import Use
    from workbench.comparison.term_words import TermWords
    from workbench.model import Article, PassagePair

    Family = Mapping[int, str]

SWAPPED_LENGTH = 60
"""Code points of the longest reading that is searched for a single word swapped."""


def families(
    articles: Sequence[Article],
    pairs: Iterable[PassagePair],
    options: CompareOptions = CompareOptions(),  # noqa: B008 - frozen
    corpus: Corpus | None = None,
) -> tuple[TermFamily, ...]:
    """Return the analyst's term families and then those discovered, the most telling first.

    Uses are found in any case and inflection; where two forms of a family overlap, the longer one
    counts. `corpus`, where it has been read already, holds the words of `canonical(articles)`.
    """
    ordered = canonical(articles)
    words = read_term_words(ordered, corpus)
    given = [dict(zip(forms, words_of(forms), strict=True)) for forms in options.families]
    chosen = [_as_given(forms, words.language) for forms in given]
    known = {form for family in chosen for form in family}
    swaps = _swaps(pairs, words.language)
    rival = [
        [form for form in family if form not in known]
        for family in rivals(words, _outlets(ordered, words), swaps)
    ]
    found = [dict.fromkeys(family, "") for family in rival if len(family) > 1]
    longest = max([LONGEST, *(len(form) for forms in given for form in forms.values())])
    uses = find_uses(words, {form for family in (*chosen, *found) for form in family}, longest)
    counting = _Counting(articles, ordered, words, uses)
    discovered = [counting.family(family) for family in found]
    discovered.sort(key=lambda family: (-family.log_likelihood, family.terms[0].text))
    return (*(counting.family(family, chosen=True) for family in chosen), *discovered)


def _as_given(forms: Mapping[str, list[str]], language: str) -> dict[int, str]:
    """Return forms by their numbers; those that hold no word, or the same words, are left out."""
    numbers: dict[int, str] = {}
    for form, words in forms.items():
        if words:
            numbers.setdefault(phrase_value(words, language), form)
    return numbers


def _outlets(articles: Sequence[Article], words: TermWords) -> NDArray[np.int64]:
    """Return the outlet of every word, as a number."""
    names = [outlet_of(article) for article in articles]
    numbers = {name: number for number, name in enumerate(sorted(set(names)))}
    return np.repeat(np.array([numbers[name] for name in names], np.int64), np.diff(words.first))


def outlet_of(article: Article) -> tuple[str, str]:
    """Return what tells an article's outlet from others: its name, or else the article's id."""
    return (article.outlet, "") if article.outlet else ("", article.id)


def _swaps(pairs: Iterable[PassagePair], language: str) -> Counter[Swap]:
    """Count the pairs that have content words in each other's place, 0 for none."""
    readings = Counter(
        reading
        for pair in pairs
        for reading in {
            (variant.a.text, variant.b.text)
            for variant in pair.variants
            if max(variant.a.span.length, variant.b.span.length) <= SWAPPED_LENGTH
        }
    )
    first, second = (words_of([reading[side] for reading in readings]) for side in (0, 1))
    swaps: Counter[Swap] = Counter()
    for seen, (one, other) in zip(readings.values(), map(_differing, first, second), strict=True):
        if len(one) <= 1 and len(other) <= 1 and all(map(is_content, one + other)):
            swap = sorted((phrase_value(one, language), phrase_value(other, language)))
            swaps[swap[0], swap[1]] += seen * (swap[0] != swap[1])
    return +swaps


def _differing(one: list[str], other: list[str]) -> tuple[list[str], list[str]]:
    """Take off the words that two readings begin or end with alike."""
    while one and other and one[0] == other[0]:
        one, other = one[1:], other[1:]
    while one and other and one[-1] == other[-1]:
        one, other = one[:-1], other[:-1]
    return one, other


class _Counting:
    """Makes families out of the uses of their forms."""

    def __init__(
        self,
        articles: Sequence[Article],
        ordered: Sequence[Article],
        words: TermWords,
        uses: Mapping[int, list[Use]],
    ) -> None:
        self._place = {article.id: place for place, article in enumerate(articles)}
        self._ordered = ordered
        self._words = words
        self._uses = uses

    def family(self, forms: Family, *, chosen: bool = False) -> TermFamily:
        """Count a family; forms without a text are called as they are mostly written."""
        every = (use for form in forms for use in self._uses.get(form, ()))
        passages: dict[int, list[tuple[Article, Span]]] = {form: [] for form in forms}
        for use in without_overlaps(every):
            passages[use.form].append(self._located(use))
        terms = [self._term(text, passages[form]) for form, text in forms.items()]
        terms.sort(key=lambda term: (-len(term.uses), term.text))
        return TermFamily(tuple(terms), log_likelihood(self._table(passages.values())), chosen)

    def _located(self, use: Use) -> tuple[Article, Span]:
        article = int(np.searchsorted(self._words.first, use.first, side="right")) - 1
        span = Span(int(self._words.starts[use.first]), int(self._words.ends[use.end - 1]))
        return self._ordered[article], span

    def _term(self, text: str, uses: list[tuple[Article, Span]]) -> Term:
        written = Counter(" ".join(span.of(article.text).split()) for article, span in uses)
        usual = min(
            written, key=lambda form: (-written[form], not form.islower(), form), default=""
        )
        passages = [Passage(article.id, span) for article, span in uses]
        passages.sort(key=lambda passage: (self._place[passage.article], passage.span))
        return Term(text or usual, tuple(passages))

    def _table(self, rows: Iterable[list[tuple[Article, Span]]]) -> list[list[int]]:
        counts = [Counter(outlet_of(article) for article, _ in row) for row in rows]
        outlets = sorted({outlet for row in counts for outlet in row})
        return [[row[outlet] for outlet in outlets] for row in counts]
