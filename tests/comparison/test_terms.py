import json
import random
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from workbench.comparison.compare import compare
from workbench.comparison.corpus import read_words
from workbench.comparison.options import CompareOptions
from workbench.comparison.order import canonical
from workbench.comparison.terms import families
from workbench.model import (
    Article,
    Kind,
    Passage,
    PassagePair,
    Reading,
    Reason,
    Span,
    Variant,
    VariantKind,
)

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
CASES = yaml.safe_load((HERE / "data" / "terms.yaml").read_text("utf-8"))
RIVALS = CASES[0]


def articles_of(case):
    return [
        Article(
            f"a{number}", " ".join(text.split()), outlet=outlet, language=case.get("language", "")
        )
        for number, (outlet, text) in enumerate(case["articles"].items(), 1)
    ]


def told(found, articles):
    """Return each family as its forms with their uses in each outlet."""
    outlets = {article.id: article.outlet for article in articles}
    return [
        {
            term.text: {
                outlets[article]: count for article, count in term.as_dict()["counts"].items()
            }
            for term in family.terms
        }
        for family in found
    ]


def pair(*readings):
    variants = tuple(
        Variant(
            VariantKind.SUBSTITUTION,
            Reading(Span(0, len(one)), one),
            Reading(Span(0, len(other)), other),
        )
        for one, other in readings
    )
    passage = Passage("a1", Span(0, 1))
    return PassagePair("p1", Kind.EDITED, 0.9, passage, passage, variants, Reason(9, 1))


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_families(case):
    articles = articles_of(case)
    found = families(articles, ())
    assert told(found, articles) == case["families"]
    for family in found:
        assert family.log_likelihood > 0
        assert not family.chosen
        for term in family.terms:
            for use in term.uses:
                text = next(article.text for article in articles if article.id == use.article)
                assert use.span.of(text)[0] in (term.text[0].lower(), term.text[0].upper())


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_order_of_articles_changes_only_the_order_of_uses(case):
    articles = articles_of(case)
    forwards, backwards = families(articles, ()), families(articles[::-1], ())
    assert told(forwards, articles) == told(backwards, articles)
    for one, other in zip(forwards, backwards, strict=True):
        assert one.log_likelihood == other.log_likelihood
        for first, second in zip(one.terms, other.terms, strict=True):
            assert sorted(first.uses, key=repr) == sorted(second.uses, key=repr)


def test_words_read_before_need_not_be_read_again():
    articles = articles_of(RIVALS)
    corpus = read_words(canonical(articles))
    assert families(articles, (), corpus=corpus) == families(articles, ())


POST = "The Gulf of Aral is calm. Ships cross the Gulf of Aral. Oil from the Gulf of Aral is dear."
WIRE = POST.replace("Aral", "Tessa")


def test_swapped_words_are_rivals_where_passages_show_it():
    articles = [Article("a1", POST), Article("a2", WIRE)]
    assert families(articles, ()) == ()
    assert families(articles, [pair(("Aral", "Baltic"))]) == ()
    assert families(articles, [pair(("Aral", "Aral’s"))]) == ()
    assert families(articles, [pair(("of the Aral", "of Tessa"))]) == ()
    found = families(articles, [pair(("of Aral", "of Tessa"))])
    assert told(found, [replace(article, outlet=article.id) for article in articles]) == [
        {"Gulf of Aral": {"a1": 3}, "Gulf of Tessa": {"a2": 3}}
    ]


def test_outlets_with_one_use_each_are_rivals_where_several_passages_show_it():
    articles = [
        Article(f"a{number}", f"Oil from the Gulf of {name} is dear.")
        for number, name in enumerate(["Aral", "Aral", "Aral", "Tessa", "Tessa", "Tessa"])
    ]
    swap = pair(("Aral", "Tessa"), ("Aral", "Tessa"))
    assert families(articles, [swap]) == ()
    (family,) = families(articles, [swap, pair(("Tessa", "Aral"))])
    assert [len(term.uses) for term in family.terms] == [3, 3]
    mixed = [replace(article, outlet="Wire") for article in articles]
    assert families(mixed, [swap, swap]) == ()


def test_a_word_swapped_with_everything_shows_nothing():
    articles = [Article("a1", POST), Article("a2", WIRE)]
    words = [f"{one}{other}a" for one in "bcdfg" for other in "aeiou"]
    many = Article("a3", ". ".join(f"{word} and {word}" for word in words))
    swaps = [("Aral", "Tessa"), *(("Aral", word) for word in words)]
    assert families([*articles, many], [pair(*swaps)]) == ()


def test_short_phrases_are_rivals_where_passages_show_it():
    texts = (
        "So health workers strike. Then health workers march. Soon health workers win.",
        "So health care workers strike. Then health care workers march. Health care workers win.",
    )
    articles = [Article("a1", texts[0]), Article("a2", texts[1])]
    assert families(articles, ()) == ()
    for readings in (("", "care"), ("care", ""), ("health care", "health")):
        (family,) = families(articles, [pair(readings)])
        assert [term.text for term in family.terms] == ["health care workers", "health workers"]


def test_long_rewrites_are_no_swaps():
    articles = [Article("a1", POST), Article("a2", WIRE)]
    tail = "and so on and on and on over all the seas that there are in the world"
    assert families(articles, [pair((f"Aral {tail}", f"Tessa {tail}"))]) == ()


def test_the_analysts_families_are_counted_as_given_and_come_first():
    articles = articles_of(RIVALS)
    options = CompareOptions(
        families=(("critics", "Supporters"), ("tram depot", "guest worker scheme"))
    )
    found = families(articles, (), options)
    assert told(found, articles) == [
        {"Supporters": {"Wire": 1}, "critics": {"Post": 1}},
        {"guest worker scheme": {"Post": 3}, "tram depot": {}},
    ]
    assert [family.chosen for family in found] == [True, True]
    assert found[1].log_likelihood == 0


def test_the_analysts_forms_leave_the_families_that_were_found():
    articles = articles_of(CASES[1])
    options = CompareOptions(families=(("New-quality Productive Force",),))
    found = families(articles, (), options)
    assert told(found, articles) == [
        {"New-quality Productive Force": {"Wire": 4}},
        {"new productive forces": {"Post": 3}, "new production forces": {"Wire": 1}},
    ]


def test_a_longer_form_hides_the_shorter_one_in_it():
    articles = [Article("a1", "The old town hall and the town hall tower; a town. Old town halls.")]
    options = CompareOptions(families=(("town", "town hall", "old town hall"),))
    (family,) = families(articles, (), options)
    assert {term.text: len(term.uses) for term in family.terms} == {
        "old town hall": 2,
        "town": 1,
        "town hall": 1,
    }


def test_forms_without_words_or_twice_the_same_count_once():
    articles = [Article("a1", "A town hall. Two town halls.")]
    options = CompareOptions(families=(("town hall", "", "—", "Town Halls"), ()))
    found = families(articles, (), options)
    assert [[(term.text, len(term.uses)) for term in family.terms] for family in found] == [
        [("town hall", 2)],
        [],
    ]


def test_a_long_form_is_found():
    form = "the right of every child to a warm meal at school each day"
    articles = [Article("a1", f"He named {form}. She named {form.upper()}.")]
    (family,) = families(articles, (), CompareOptions(families=((form,),)))
    assert len(family.terms[0].uses) == 2


@pytest.mark.parametrize(
    "texts",
    [
        ("",),
        ("", "—"),
        ("a " * 3000, "b"),
        ("tram " * 3000, "tram depot " * 2000),
        ("new tram " * 1500, "new green tram " * 1000),
        ("x" * 5000, "x" * 5000 + " tram"),
        ("\ud800 tram \udfff", "tram\x00depot"),
        ("a-b-c-d " * 500, "- -- --- a-" * 500),
    ],
)
def test_any_text_will_do(texts):
    articles = [Article(f"a{number}", text) for number, text in enumerate(texts)]
    for family in families(articles, [pair(("", ""), ("tram", "depot"), ("\ud800", "x"))]):
        assert all(use.span.length for term in family.terms for use in term.uses)


def test_a_great_many_words_are_read_in_time():
    drawn = random.Random(3)
    vocabulary = ["".join(drawn.choices("abcdefgh", k=5)) for _ in range(3000)]
    articles = [
        Article(f"a{number}", " ".join(drawn.choices(vocabulary, k=300)), outlet=f"o{number % 5}")
        for number in range(200)
    ]
    assert families(articles, ()) == ()


def test_the_sample_story_uses_its_terms_as_listed():
    story = json.loads((ROOT / "tests" / "data" / "sample_story.json").read_text("utf-8"))
    articles = []
    for name in story["articles"]:
        text = (ROOT / "sample_docs" / name).read_text("utf-8").split("---\n", 2)[2]
        articles.append(Article(name, text.strip(), outlet=name, language="en"))
    found = families(articles, compare(articles).pairs)
    counted = {
        form: {name: count for name, count in counts.items() if count}
        for form, counts in story["terms"].items()
    }
    assert told(found[:1], articles) == [counted]
    assert len(found) <= 2


def test_the_real_articles_rival_terms_come_first(shared):
    articles = [
        Article(file.stem[:3], file.read_text("utf-8"), language="en")
        for file in sorted((shared / "articles").glob("*.txt"))
    ]
    first, *rest = families(articles, compare(articles).pairs)
    assert {term.text for term in first.terms} == {
        "new productive forces",
        "new quality productive forces",
        "new production forces",
    }
    assert len(rest) <= 3
