"""Options of a comparison: every number the engine goes by, with its reason beside it."""

from __future__ import annotations

from dataclasses import dataclass

ENGINE_VERSION = 3
"""Raised whenever the same input may give other results, so that cached comparisons are redone."""


@dataclass(frozen=True, slots=True)
class CompareOptions:
    """The numbers a comparison goes by; the unit is the word unless another is named."""

    seed_words: int = 4
    """Words in a row that make a seed: what is left between edits of a lightly edited sentence."""

    seed_articles: int = 100
    """Seeds in more articles than this are phrases, or link each article to one (so passim)."""

    common_words: int = 20
    """Words in a row that so many articles share from which they are text: phrases are shorter."""

    boilerplate_articles: int | None = 50
    """Articles of one outlet from which a text that more of them have is boilerplate; None: never.

    An event that one outlet reports in more articles than this is rarely told in the same words.
    """

    seed_repeats: int = 8
    """Places of one seed used in one article; bounds the work where an article repeats itself."""

    gap: int = 30
    """Words that may differ between two seeds of one passage: about one long clause."""

    similarity: float = 0.6
    """Share of words in common, in order, from which a passage counts as edited."""

    words: int = 8
    """Shared words a passage needs: shorter ones are names, titles and turns of phrase."""

    quoted_words: int = 4
    """Shared words that suffice when both articles have them in quotation marks."""

    evidence: float = 4.0
    """Weight of shared words that a passage needs; a rare word weighs 1, other words less."""

    sentence_words: int = 4
    """Words that suffice for a whole sentence repeated word for word: it is no mere phrase."""

    sentence_edited_words: int = 6
    """Shared words that suffice for whole sentences that were edited."""

    sentence_part_words: int = 6
    """Words that suffice for a whole sentence that is part of a longer one in the other article."""

    sentence_evidence: float = 1.5
    """Weight that whole sentences need."""

    seed_evidence: float = 0.8
    """Weight that the seeds of a passage must reach; the words between them add the rest."""

    quoted_evidence: float = 0.8
    """Weight that a passage quoted by both articles needs: more than a slogan of the story has."""

    reworded_similarity: float = 0.47
    """Share of the weight of two sentences that they must share to be linked as reworded."""

    reworded_evidence: float = 9.0
    """Weight they must share: two rare words, or several that are not; a word weighs 0 to 5.5."""

    reworded_stems: int = 3
    """Words they must share, inflected or not: two rare ones may be no more than a name."""

    clause_similarity: float = 0.58
    """The share that parts of sentences must share which are linked although the rest differs."""

    clause_evidence: float = 18.0
    """The weight they must share: a part is easier to find by chance than a sentence."""

    reworded_cost: float = 0.3
    """What a word that is not shared takes, of its weight, from a reworded stretch: at 1 it would
    end at any other word, at 0 it would always be the whole sentence."""

    closely_articles: int = 100
    """Articles up to which it is looked up which word of a reworded pair stands for which: that
    takes two milliseconds a pair, and so many articles have tens of thousands of pairs."""

    beside_similarity: float = 0.2
    """The similarity that suffices beside a linked sentence: the place speaks for it."""

    beside_evidence: float = 3.0
    """The weight that suffices there: two words that are not common."""

    beside_rare: float = 4.1
    """The weight in words that are not among the commonest, without which it is no link unless
    more reworded ones are near: one rare word."""

    families: tuple[tuple[str, ...], ...] = ()
    """Term families that the analyst made: the rival forms of a phrase, each family by itself."""

    kept_boilerplate: tuple[str, ...] = ()
    """Texts of boilerplate that the analyst wants compared all the same."""
