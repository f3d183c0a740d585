"""The words of all articles in arrays."""

import numpy as np

from workbench.comparison import corpus as module
from workbench.comparison.corpus import read_words
from workbench.model import Article, silent
from workbench.text.sentences import CLAUSE, PARAGRAPH, SENTENCE
from workbench.text.tokenize import tokenize

TEXTS = ('One, two. "Three four," he said.', "", "…!?", "FIVE 六七\n\nsix")


def read(texts, report=silent):
    return read_words([Article(str(n), text) for n, text in enumerate(texts)], report)


def test_words_stand_article_by_article_with_places_in_their_own_text():
    corpus = read(TEXTS)
    assert corpus.first.tolist() == [0, 6, 6, 6, 10]
    for number, text in enumerate(TEXTS):
        part = slice(corpus.first[number], corpus.first[number + 1])
        spans = list(zip(corpus.starts[part].tolist(), corpus.ends[part].tolist(), strict=True))
        assert spans == [(t.span.start, t.span.end) for t in tokenize(text) if t.is_word]


def test_breaks_capitals_and_characters():
    corpus = read(TEXTS)
    assert corpus.breaks.tolist() == [
        *(PARAGRAPH, CLAUSE, SENTENCE, 0, CLAUSE, 0),
        *(PARAGRAPH, 0, 0, PARAGRAPH),
    ]
    assert np.flatnonzero(corpus.capital).tolist() == [0, 2, 6]
    assert np.flatnonzero(corpus.single).tolist() == [7, 8]


def test_quotations_are_numbered_and_utterances_told_from_fragments():
    corpus = read(
        ('He "never said so" but "It was me," he cried.', "A “So it is”. B “‘it’ was” and «»")
    )
    assert corpus.quote_words.tolist() == [[1, 4], [5, 8], [11, 14], [15, 17]]
    assert corpus.direct.tolist() == [False, True, True, False]
    assert corpus.quotes[:8].tolist() == [0, 1, 1, 1, 0, 2, 2, 2]


def test_marks_in_quotation_marks_are_no_quotation():
    assert len(read(('He wrote "?!" there',)).quote_words) == 0


def test_reading_block_by_block_gives_the_same(monkeypatch):
    whole, seen = read(TEXTS), []
    monkeypatch.setattr(module, "BLOCK", 8)
    parts = read(TEXTS, lambda done, total: seen.append((done, total)))
    assert np.array_equal(whole.hashes, parts.hashes)
    assert np.array_equal(whole.breaks, parts.breaks)
    assert np.array_equal(whole.starts, parts.starts)
    assert seen[-1] == (4, 8)
    assert len(seen) > 1


def test_no_articles_at_all():
    assert read(()).first.tolist() == [0]
