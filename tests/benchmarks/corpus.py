"""Made-up archives: articles of invented words, with passages planted in pairs of them."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from workbench.model import Article, Span

SYLLABLES = "ba be bi bo bu da de di do du ka ke ki ko ku la le li lo lu ma me mi mo mu".split()
FUNCTION = "the of and to in a is that for it as was with be by on not he his at this are".split()
WORDS = 30_000
"""Different words of the invented language, as many as a year of news has."""


@dataclass(frozen=True, slots=True)
class Planted:
    """A passage that stands in two articles, with every how many words one is edited, or 0."""

    first: tuple[str, Span]
    second: tuple[str, Span]
    edited: int


@dataclass(frozen=True, slots=True)
class Archive:
    """Made-up articles and what was planted in them."""

    articles: tuple[Article, ...]
    planted: tuple[Planted, ...]


class Writer:
    """Writes sentences in words whose frequencies fall as in natural language (Zipf)."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        made = ("".join(self.random.choices(SYLLABLES, k=1 + (n > 300) + (n > 3_000))) + _ending(n)
                for n in range(WORDS))
        self.words = [*FUNCTION, *made]
        weights = [1 / (rank + 3) for rank in range(len(self.words))]
        total = 0.0
        self.sums = [total := total + weight for weight in weights]

    def sentence(self) -> list[str]:
        """Return the words of one sentence."""
        return self.random.choices(self.words, cum_weights=self.sums, k=self.random.randint(8, 28))

    def text(self, words: int) -> list[list[str]]:
        """Return sentences of about so many words."""
        result, count = [], 0
        while count < words:
            result.append(self.sentence())
            count += len(result[-1])
        return result

    def edited(self, words: list[str], every: int) -> list[str]:
        """Change every so-many-th word: replace, drop or add one."""
        result = []
        for place, word in enumerate(words, 1):
            if not every or place % every:
                result.append(word)
                continue
            how = self.random.randrange(3)
            if how == 0:
                result.append(self.random.choice(self.words))
            elif how == 1:
                result += [word, self.random.choice(self.words)]
        return result


def _ending(number: int) -> str:
    return "nrst"[number % 4] + ("" if number < 2_000 else "aeio"[number // 4 % 4])


def make_archive(articles: int, words: int = 500, planted: float = 0.5, seed: int = 7) -> Archive:
    """Return an archive with about `planted` passages for each article, half of them edited."""
    writer = Writer(seed)
    texts = [[" ".join(sentence) for sentence in writer.text(words)] for _ in range(articles)]
    where: list[tuple[int, int, int, int, int]] = []
    for number in range(int(articles * planted)):
        one, other = writer.random.sample(range(articles), 2)
        passage = [writer.sentence() for _ in range(writer.random.randint(1, 4))]
        every = writer.random.choice((6, 8, 12)) if number % 2 else 0
        ours, theirs = (" ".join(passage[0]), " ".join(writer.edited(passage[0], every)))
        for sentence in passage[1:]:
            ours += ". " + " ".join(sentence).capitalize()
            theirs += ". " + " ".join(writer.edited(sentence, every)).capitalize()
        places = []
        for article, text in ((one, ours), (other, theirs)):
            at = writer.random.randint(0, len(texts[article]))
            texts[article].insert(at, text)
            where = [
                (n, a, p + (a == article and p >= at), b, q + (b == article and q >= at))
                for n, a, p, b, q in where
            ] if len(where) < 0 else where
            places.append((article, text))
        where.append((every, *_flat(places)))
    return _assembled(texts, where)


def _flat(places):
    return (places[0][0], places[0][1], places[1][0], places[1][1])


def _assembled(texts, where) -> Archive:
    articles = []
    for number, sentences in enumerate(texts):
        joined = ". ".join(sentence[:1].upper() + sentence[1:] for sentence in sentences) + "."
        articles.append(Article(f"n{number}", joined))
    planted = []
    for every, one, ours, other, theirs in where:
        ends = []
        for article, text in ((one, ours), (other, theirs)):
            at = articles[article].text.index(text[:1].upper() + text[1:])
            ends.append((articles[article].id, Span(at, at + len(text))))
        planted.append(Planted(ends[0], ends[1], every))
    return Archive(tuple(articles), tuple(planted))
