"""Laws of archives: what neither order, processes, stars nor fingerprints may change."""

from dataclasses import replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.comparison.archive import added, overlaps
from workbench.comparison.fingerprint import fingerprint, related
from workbench.comparison.options import CompareOptions
from workbench.comparison.order import mirrored
from workbench.model import Article

LAW = settings(max_examples=25, deadline=None)
WORDS = ("harbour", "quay", "gull", "net", "salt", "keel", "tide", "the", "of", "and", "in", "was")
OUTLETS = ("", "Post", "Mail")
STAR = CompareOptions(seed_articles=3, common_words=8, boilerplate_articles=None)


def tell(seed, number):
    """Make articles that repeat sentences of each other, and themselves."""
    random = Random(seed)
    pool = [" ".join(random.choices(WORDS, k=random.randint(4, 14))) for _ in range(5)]
    made = []
    for name in range(number):
        told = random.choices(pool, k=random.randint(0, 4))
        told.append(" ".join(f"{word}{name}" for word in random.choices(WORDS, k=6)))
        random.shuffle(told)
        text = " ".join(f"{words.capitalize()}." for words in told)
        made.append(Article(f"a{name}", text, outlet=random.choice(OUTLETS)))
    return made


ARCHIVES = st.builds(tell, st.integers(0, 1 << 32), st.integers(2, 7))
ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=60)


def unnumbered(pairs):
    return {replace(pair, id="") for pair in pairs}


def linked(pairs):
    """Return the sets of articles that pairs join, directly or through others."""
    sets = []
    for pair in pairs:
        both = {pair.a.article, pair.b.article}
        joined = [one for one in sets if one & both]
        sets = [one for one in sets if not one & both] + [both.union(*joined)]
    return {frozenset(one) for one in sets}


@LAW
@given(ARCHIVES, st.randoms(use_true_random=False))
def test_the_order_of_the_articles_makes_no_difference(articles, random):
    turned = random.sample(articles, len(articles))
    for options in (CompareOptions(), STAR):
        usual = unnumbered(overlaps(articles, options))
        other = unnumbered(overlaps(turned, options))
        assert usual | {mirrored(pair) for pair in usual} == other | {
            mirrored(pair) for pair in other
        }


@given(st.integers(0, 1 << 32))
@settings(max_examples=2, deadline=None)
def test_the_number_of_processes_makes_no_difference(seed):
    articles = tell(seed, 40)
    for options in (CompareOptions(), STAR):
        assert list(overlaps(articles, options, jobs=2)) == list(overlaps(articles, options))


@LAW
@given(st.integers(4, 9), st.sampled_from(OUTLETS))
def test_a_star_links_all_that_have_a_text_with_fewer_pairs(number, outlet):
    text = "Two trawlers collided in thick fog off the northern breakwater early on Monday."
    articles = [Article(f"a{n}", f"Quay{n} was dark. {text}", outlet) for n in range(number)]
    star, clique = (list(overlaps(articles, replace(STAR, seed_articles=most))) for most in (3, 99))
    assert linked(star) == linked(clique) == {frozenset(article.id for article in articles)}
    assert (len(star), len(clique)) == (number - 1, number * (number - 1) / 2)
    assert unnumbered(star) <= unnumbered(clique)


@LAW
@given(ARCHIVES)
def test_what_is_added_has_the_pairs_of_a_run_over_everything(articles):
    *old, new = articles
    whole = {pair for pair in unnumbered(overlaps(articles)) if new.id == pair.b.article}
    assert unnumbered(added(new, old)) == whole


@LAW
@given(ARCHIVES)
def test_every_pair_is_between_articles_whose_fingerprints_are_related(articles):
    prints = {article.id: fingerprint(article.text) for article in articles}
    for pair in overlaps(articles):
        for one, other in ((pair.a, pair.b), (pair.b, pair.a)):
            assert other.article in related(prints[one.article], prints.items())


@LAW
@given(ANY_TEXT, ANY_TEXT, st.integers(1, 40))
def test_no_text_is_too_strange(first, second, times):
    texts = (first * times, second, first + second * times)
    articles = [Article(f"a{n}", text, "Post") for n, text in enumerate(texts)]
    length = {article.id: len(article.text) for article in articles}
    for pair in [*overlaps(articles, STAR), *added(articles[0], articles[1:])]:
        for passage in (pair.a, pair.b):
            assert 0 <= passage.span.start < passage.span.end <= length[passage.article]
    assert len(fingerprint(first)) <= 2 * (len(first) + 129)
