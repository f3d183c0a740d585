"""One story told by a great many outlets: some sentences copied, some in other words, some new."""

from random import Random

from corpus import Writer

from workbench.model import Article

SAYINGS = 1_000
"""Things to say about the story; every outlet chooses some of them."""


def make_story(articles: int, words: int = 500, seed: int = 11) -> list[Article]:
    """Return articles in invented words; a quarter of what they say is said elsewhere, too."""
    writer, random = Writer(seed), Random(seed)
    topic = [writer.random.choice(writer.words[100:2_000]) for _ in range(40)]
    sayings = [_on(topic, writer.sentence(), random) for _ in range(SAYINGS)]
    told = []
    for number in range(articles):
        sentences: list[list[str]] = []
        while sum(map(len, sentences)) < words:
            share = random.random()
            if share < 0.05:
                sentences.append(random.choice(sayings))
            elif share < 0.25:
                sentences.append(_in_other_words(random.choice(sayings), writer, random))
            else:
                sentences.append(_on(topic, writer.sentence(), random))
        text = " ".join(" ".join(sentence).capitalize() + "." for sentence in sentences)
        told.append(Article(f"n{number}", text, language="en"))
    return told


def _on(topic: list[str], words: list[str], random: Random) -> list[str]:
    """Put some of the words that the whole story shares into a sentence."""
    for _ in range(3):
        words.insert(random.randrange(len(words)), random.choice(topic))
    return words


def _in_other_words(words: list[str], writer: Writer, random: Random) -> list[str]:
    """Exchange a quarter of the words, and the two halves of the sentence."""
    half = len(words) // 2
    turned = words[half:] + words[:half]
    return [random.choice(writer.words) if random.random() < 0.25 else word for word in turned]
