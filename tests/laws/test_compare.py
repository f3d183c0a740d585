"""Laws of the comparison, for articles made of a few sentences."""

from dataclasses import replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.comparison.archive import overlaps
from workbench.comparison.compare import compare
from workbench.comparison.order import mirrored
from workbench.model import Article, Kind
from workbench.text.tokenize import tokenize

STARTS = ("harb", "quay", "gull", "nett", "salt", "keel", "moor", "tide")
ENDS = ("or", "ing", "ed", "en", "al", "ist")
SMALL = ("the", "the", "of", "of", "and", "and", "to", "in", "was", "not", "said", "it")
WORDS = [start + end for start in STARTS for end in ENDS]
WORDS += [*SMALL, "Ida", "Brand", "12.8", "U.S.", "high-tech"]
FORMS = ("{}.", "{}.", "{}, he said.", "“{}.”", 'He said: "{}."', "{}, and so on.")


def sentence(random):
    return " ".join(random.choices(WORDS, k=random.randint(2, 20)))


def edited(random, words):
    """Replace, drop, add or move one word."""
    place, how = random.randrange(len(words)), random.randrange(4)
    rest = words[:place] + words[place + 1 :]
    if how == 0:
        return rest
    if how == 1:
        return [*words[:place], random.choice(WORDS), *words[place:]]
    if how == 2:
        return [*words[:place], random.choice(WORDS), *words[place + 1 :]]
    other = random.randint(0, len(rest))
    return [*rest[:other], words[place], *rest[other:]]


def article(random, number, pool):
    """Tell some sentences of the pool, in any order, some of them changed, beside others."""
    told = []
    for _ in range(random.randint(0, 6)):
        words = random.choice([*pool, sentence(random)]).split()
        for _ in range(random.choice((0, 0, 1, 3))):
            words = edited(random, words) or words
        told.append(random.choice(FORMS).format(" ".join(words).capitalize()))
    return Article(f"a{number}", random.choice((" ", "\n\n")).join(told))


def tell(seed, articles):
    """Make articles that share sentences."""
    random = Random(seed)
    pool = [sentence(random) for _ in range(random.randint(1, 4))]
    return [article(random, number, pool) for number in range(1, articles + 1)]


SEEDS = st.integers(0, 1 << 32)
PAIRS = SEEDS.map(lambda seed: tell(seed, 2))
TRIPLES = SEEDS.map(lambda seed: tell(seed, 3))
LAW = settings(max_examples=50, deadline=None)


def norms(text):
    return [token.norm for token in tokenize(text) if token.is_word]


def outside(passage, text, readings):
    """Return the words of a passage that lie in none of the readings."""
    return [
        token.norm
        for token in tokenize(text)
        if token.is_word
        and passage.span.contains(token.span)
        and not any(reading.span.contains(token.span) for reading in readings)
    ]


@LAW
@given(PAIRS)
def test_spans_lie_in_the_text_and_readings_are_what_stands_there(given_articles):
    text = {article.id: article.text for article in given_articles}
    for pair in compare(given_articles).pairs:
        for side in ("a", "b"):
            passage = getattr(pair, side)
            assert 0 <= passage.span.start < passage.span.end <= len(text[passage.article])
            for variant in pair.variants:
                reading = getattr(variant, side)
                assert passage.span.contains(reading.span)
                assert reading.text == reading.span.of(text[passage.article])


@LAW
@given(PAIRS)
def test_outside_the_variants_both_passages_have_the_same_words(given_articles):
    text = {article.id: article.text for article in given_articles}
    for pair in compare(given_articles).pairs:
        left = outside(pair.a, text[pair.a.article], [variant.a for variant in pair.variants])
        right = outside(pair.b, text[pair.b.article], [variant.b for variant in pair.variants])
        assert left == right
        assert len(left) <= pair.reason.shared_words


@LAW
@given(PAIRS)
def test_verbatim_means_the_same_words_and_no_variants(given_articles):
    text = {article.id: article.text for article in given_articles}
    for pair in compare(given_articles).pairs:
        same = norms(pair.a.span.of(text[pair.a.article])) == norms(
            pair.b.span.of(text[pair.b.article])
        )
        assert (pair.kind is Kind.VERBATIM) == same == (not pair.variants)
        assert (pair.similarity == 1.0) == same
        assert 0 < pair.similarity <= 1
        assert pair.similarity >= 0.6 or pair.kind is Kind.REWORDED


@LAW
@given(PAIRS)
def test_exchanging_two_articles_exchanges_their_passages(given_articles):
    usual = compare(given_articles).pairs
    turned = compare(given_articles[::-1]).pairs
    assert {replace(mirrored(pair), id="") for pair in turned} == {
        replace(pair, id="") for pair in usual
    }


@LAW
@given(TRIPLES)
def test_the_same_articles_give_the_same_comparison(given_articles):
    assert compare(given_articles) == compare(given_articles)


@LAW
@given(TRIPLES)
def test_a_comparison_has_the_pairs_of_the_archive_or_reworded_ones_around_them(given_articles):
    compared = compare(given_articles).pairs
    plain = {replace(pair, id="", reason=replace(pair.reason, words=())) for pair in compared}
    reworded = [pair for pair in compared if pair.kind is not Kind.VERBATIM]
    for pair in overlaps(given_articles):
        assert replace(pair, id="") in plain or any(
            inside(pair.a, other.a) and inside(pair.b, other.b) for other in reworded
        )


def inside(passage, other):
    return passage.article == other.article and other.span.contains(passage.span)


@LAW
@given(TRIPLES)
def test_every_pair_names_the_words_that_link_it(given_articles):
    text = {article.id: article.text for article in given_articles}
    for pair in compare(given_articles).pairs:
        assert 0 < len(pair.reason.words) <= 8
        rarity = [(word.frequency, word.articles) for word in pair.reason.words]
        assert rarity == sorted(rarity)
        for word in pair.reason.words:
            assert word.a in pair.a.span.of(text[pair.a.article])
            assert word.b in pair.b.span.of(text[pair.b.article])


@LAW
@given(TRIPLES)
def test_every_pair_is_in_one_cluster(given_articles):
    result = compare(given_articles)
    clustered = sorted(pair for cluster in result.clusters for pair in cluster.pairs)
    assert clustered == sorted(pair.id for pair in result.pairs)
    for cluster in result.clusters:
        assert len(cluster.passages) >= 2
        for passage in cluster.passages:
            assert any(
                passage.article == side.article and passage.span.contains(side.span)
                for pair in result.pairs
                if pair.id in cluster.pairs
                for side in (pair.a, pair.b)
            )


@LAW
@given(PAIRS)
def test_a_sentence_is_only_here_or_some_pair_touches_it(given_articles):
    result = compare(given_articles)
    for passage in result.only_here:
        for pair in result.pairs:
            for side in (pair.a, pair.b):
                assert passage.article != side.article or not passage.span.shared(side.span)


PLANTED = (
    "Forty amber lanterns drifted slowly beneath granite bridges while drummers waited upstream."
)


@LAW
@given(PAIRS, st.integers(0, 5), st.integers(0, 5))
def test_a_planted_sentence_is_found(given_articles, first, second):
    texts = []
    for article, place in zip(given_articles, (first, second), strict=True):
        paragraphs = article.text.split("\n\n")
        paragraphs.insert(place, PLANTED)
        texts.append("\n\n".join(paragraphs))
    found = compare([Article(f"a{number}", text) for number, text in enumerate(texts)]).pairs
    words = PLANTED[:-1]
    assert any(
        words in pair.a.span.of(texts[0]) and words in pair.b.span.of(texts[1]) for pair in found
    )
