"""What one outlet always prints is named and left out; what many outlets print is not."""

from dataclasses import replace

import pytest

from workbench.comparison.archive import overlaps
from workbench.comparison.compare import compare
from workbench.comparison.options import CompareOptions
from workbench.model import Article, Kind

OPTIONS = CompareOptions(seed_articles=8, boilerplate_articles=4)
FOOTER = "Subscribe to our weekly letter and never miss a tide again"
WIRE = (
    "Two trawlers collided in thick fog off the northern breakwater early on Monday, the coast "
    "guard of Port Elin reported, and all nine sailors aboard reached the shore in rubber boats."
)


def body(number):
    return f"Quay{number} held gulls{number}. Nets{number} dried beside barrels{number} of salt."


def ending_in(text, outlets):
    return [
        Article(f"n{number}", f"{body(number)} {text}", outlet=outlet)
        for number, outlet in enumerate(outlets)
    ]


def compared(articles, options=OPTIONS):
    told = []
    pairs = list(overlaps(articles, options, left_out=told.extend))
    return pairs, told


def test_a_footer_of_one_outlet_is_named_and_left_out():
    articles = ending_in(f"{FOOTER}.", ["Post"] * 5)
    pairs, (text,) = compared(articles)
    assert pairs == []
    assert (text.text, text.outlet) == (FOOTER, "Post")
    assert {passage.article for passage in text.passages} == {f"n{n}" for n in range(5)}
    for passage in text.passages:
        assert passage.span.of(articles[int(passage.article[1:])].text) == FOOTER


def test_in_a_few_articles_it_is_no_boilerplate():
    pairs, told = compared(ending_in(f"{FOOTER}.", ["Post"] * 4))
    assert (len(pairs), told) == (6, [])


def test_sister_papers_share_their_boilerplate():
    _, (text,) = compared(ending_in(f"{FOOTER}.", ["Post"] * 5 + ["Mail"] * 5))
    assert (text.outlet, len(text.passages)) == ("", 10)


def test_another_outlet_that_prints_it_once_shares_it_with_nobody():
    articles = ending_in(f"{FOOTER}.", ["Post"] * 5 + ["Mail"])
    pairs, (text,) = compared(articles)
    assert pairs == []
    assert "n5" not in {passage.article for passage in text.passages}


def test_the_analyst_may_keep_it():
    articles = ending_in(f"{FOOTER}.", ["Post"] * 5)
    kept = replace(OPTIONS, kept_boilerplate=("Rain.", FOOTER.upper()))
    pairs, told = compared(articles, kept)
    assert (len(pairs), told) == (10, [])
    assert compared(articles, replace(OPTIONS, boilerplate_articles=None))[0] == pairs


def test_what_is_kept_links_even_more_articles_than_a_phrase_may():
    articles = ending_in(f"{FOOTER}.", ["Post"] * 12)
    pairs, told = compared(articles, replace(OPTIONS, kept_boilerplate=(FOOTER,)))
    assert (len(pairs), told) == (11, [])


def test_wire_copy_of_many_outlets_is_linked_to_the_earliest_article():
    outlets = [f"outlet{number}" for number in range(12)]
    articles = [
        replace(article, published=f"2024-02-{20 - number:02}")
        for number, article in enumerate(ending_in(WIRE, outlets))
    ]
    pairs, told = compared(articles)
    assert told == []
    assert len(pairs) == 11
    assert {pair.b.article for pair in pairs} == {"n11"}
    (cluster,) = compare(articles, OPTIONS).clusters
    assert len(cluster.passages) == 12


def test_a_short_phrase_of_many_outlets_links_nothing():
    outlets = [f"outlet{number}" for number in range(12)]
    assert compared(ending_in("He spoke of herring in salt.", outlets)) == ([], [])


def test_copies_of_one_article_are_no_boilerplate():
    copies = [Article(f"n{n}", f"{body(0)} {WIRE}", outlet="Post") for n in range(12)]
    pairs, told = compared(copies)
    assert (len(pairs), told) == (11, [])
    assert {pair.kind for pair in pairs} == {Kind.VERBATIM}


def test_without_outlets_a_part_that_comes_everywhere_is_boilerplate_and_a_copied_page_is_not():
    long = " ".join(body(number) for number in range(100, 104))
    articles = [Article(f"n{n}", f"{long.replace('10', f'10{n}')} {FOOTER}.") for n in range(9)]
    assert compared(articles)[0] == []
    pages = [Article(f"n{n}", f"{WIRE} Page{n}.") for n in range(9)]
    pairs, told = compared(pages)
    assert (len(pairs), told) == (8, [])


PRICES = (
    "Herring per barrel at the quay in the morning {}\nCod per barrel at the quay in the morning {}"
)


def test_lists_of_prices_are_boilerplate_as_a_whole():
    lists = [Article(f"n{n}", PRICES.format(n, 2 * n + 70), outlet="Post") for n in range(6)]
    pairs, (text,) = compared(lists)
    assert (pairs, len(text.passages)) == ([], 6)
    assert text.text.startswith("Herring per barrel")


def test_nearly_the_same_boilerplate_has_one_name():
    outlets = ["Post"] * 12
    articles = ending_in(f"{FOOTER}. Herring for all of us.", outlets[:5])
    articles += [
        replace(article, id=f"m{n}", text=article.text.replace("Quay", "Pier"))
        for n, article in enumerate(ending_in(f"{FOOTER}.", outlets[5:]))
    ]
    _, (text,) = compared(articles)
    assert (text.text, len(text.passages)) == (FOOTER, 12)


def test_a_comparison_tells_what_it_left_out():
    result = compare(ending_in(f"{FOOTER}.", ["Post"] * 5), OPTIONS)
    assert [text.text for text in result.boilerplate] == [FOOTER]
    texts = {article.id: article.text for article in result.articles}
    alone = [passage.span.of(texts[passage.article]) for passage in result.only_here]
    assert alone
    assert not any(FOOTER in sentence for sentence in alone)


@pytest.mark.parametrize("text", ["", "Rain.", "…"])
def test_articles_without_words_have_no_boilerplate(text):
    assert compared([Article(f"n{n}", text, outlet="Post") for n in range(9)]) == ([], [])
