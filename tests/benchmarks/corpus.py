"""Made-up archives: articles of invented words, with passages planted in pairs of them."""

from dataclasses import dataclass
from itertools import accumulate
from random import Random

from workbench.model import Article, Span

SYLLABLES = tuple(consonant + vowel for consonant in "bdfgklmnprst" for vowel in "aeiou")
FUNCTION = (
    *("the", "of", "and", "to", "in", "a", "is", "that", "for", "it", "as", "was", "with", "be"),
    *("by", "on", "not", "he", "his", "at", "this", "are", "from", "but", "they", "which", "had"),
)
WORDS = 30_000  # about as many as a year of one newspaper has
EDITED_AT = (6, 8, 12)  # an edit at every so-many-th word


@dataclass(frozen=True, slots=True)
class Planted:
    """A passage that stands in two articles; `edited` is at every how many words, 0 for nowhere."""

    first: tuple[str, Span]
    second: tuple[str, Span]
    edited: int


@dataclass(frozen=True, slots=True)
class Archive:
    """Made-up articles and what was planted in them."""

    articles: tuple[Article, ...]
    planted: tuple[Planted, ...]


class Writer:
    """Writes in words whose frequencies fall as in natural language (Zipf)."""

    def __init__(self, seed: int):
        self.random = Random(seed)
        lengths = [2 + (rank > 500) + (rank > 5_000) for rank in range(WORDS)]
        invented = ["".join(self.random.choices(SYLLABLES, k=length)) for length in lengths]
        self.words = [*FUNCTION, *invented]
        self.sums = list(accumulate(1 / (rank + 3) for rank in range(len(self.words))))

    def sentence(self) -> list[str]:
        count = self.random.randint(8, 28)
        return self.random.choices(self.words, cum_weights=self.sums, k=count)

    def edited(self, words: list[str], every: int) -> list[str]:
        """Replace, drop or add a word at every so-many-th."""
        result = []
        for place, word in enumerate(words, 1):
            if not every or place % every:
                result.append(word)
            elif self.random.random() < 0.6:
                result.append(self.random.choice(self.words))
            elif self.random.random() < 0.5:
                result += [word, self.random.choice(self.words)]
        return result


def make_archive(articles: int, words: int = 500, seed: int = 7) -> Archive:
    """Return an archive with a passage of one to four sentences planted for every two articles.

    Every other one of them is edited in its second place.
    """
    writer = Writer(seed)
    told: list[list[tuple[int, str]]] = [[] for _ in range(articles)]
    for sentences in told:
        count = 0
        while count < words:
            sentence = writer.sentence()
            count += len(sentence)
            sentences.append((-1, _written(sentence)))
    edits = []
    for number in range(articles // 2):
        passage = [writer.sentence() for _ in range(writer.random.randint(1, 4))]
        edits.append(writer.random.choice(EDITED_AT) if number % 2 else 0)
        changed = [writer.edited(sentence, edits[-1]) for sentence in passage]
        for article, version in zip(writer.random.sample(told, 2), (passage, changed), strict=True):
            text = " ".join(map(_written, version))
            article.insert(writer.random.randint(0, len(article)), (number, text))
    return _assembled(told, edits)


def _written(words: list[str]) -> str:
    return " ".join(words).capitalize() + "."


def _assembled(told: list[list[tuple[int, str]]], edits: list[int]) -> Archive:
    articles = []
    places: list[list[tuple[str, Span]]] = [[] for _ in edits]
    for number, sentences in enumerate(told):
        at = 0
        for planted, text in sentences:
            if planted >= 0:
                places[planted].append((f"n{number}", Span(at, at + len(text))))
            at += len(text) + 1
        articles.append(Article(f"n{number}", " ".join(text for _, text in sentences)))
    planted = [Planted(*place, edited) for place, edited in zip(places, edits, strict=True)]
    return Archive(tuple(articles), tuple(planted))
