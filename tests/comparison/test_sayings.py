"""One row for each thing said."""

from workbench.comparison.sayings import LONGEST, sayings
from workbench.model import (
    Article,
    Comparison,
    Kind,
    Passage,
    PassagePair,
    Quotation,
    Reading,
    Reason,
    Span,
    Variant,
    VariantKind,
)


def compared(*texts, pairs=(), clusters=None, published=(), speakers=()):
    """Articles "a", "b", …: each is one quotation from its first mark to its last."""
    names = "abcdefgh"
    dates = [*published, *[""] * (len(texts) - len(published))]
    articles = tuple(
        Article(name, text, published=date)
        for name, text, date in zip(names, texts, dates, strict=False)
    )
    speakers = speakers or [None] * len(texts)
    quotations = tuple(
        Quotation(
            article.id,
            Span(article.text.index("“"), article.text.rindex("”") + 1),
            speaker,
            cluster=(clusters or {}).get(article.id),
        )
        for article, speaker in zip(articles, speakers, strict=True)
    )
    return Comparison(articles, pairs=tuple(pairs), quotations=quotations)


def rows(comparison):
    return [
        [
            "".join(
                (
                    one.quotation.article,
                    "-" * one.cut,
                    "~" * one.changed,
                    "!" * one.elsewhere,
                )
            )
            for one in saying.renderings
        ]
        for saying in sayings(comparison)
    ]


def test_the_same_words_are_one_row_and_other_words_another():
    found = compared("“We will open the pier.”", "“Rain is coming.”", "“we will open the pier”")
    assert rows(found) == [["a", "c"], ["b"]]


def test_a_fragment_belongs_to_the_whole_that_it_was_cut_from():
    found = compared("“open the old pier”", "Yes: “We will open the old pier on Monday.”")
    assert rows(found) == [["a-", "b"]]
    assert sayings(found)[0].fullest.article == "b"


def test_too_little_to_know_again():
    assert rows(compared("“the pier”", "“We will open the pier.”")) == [["a"], ["b"]]
    assert rows(compared("“of the and”", "“Of the and so on and on.”")) == [["a"], ["b"]]


def test_two_speakers_say_two_things():
    texts = "“open the old pier”", "“We will open the old pier.”"
    said = compared(*texts, speakers=("Mara Lind, mayor", "Tom Berg"))
    assert rows(said) == [["a"], ["b"]]
    said = compared(*texts, speakers=("Lind", "Mara Lind, mayor"))
    assert rows(said) == [["a-", "b"]]
    assert sayings(said)[0].speaker == "Mara Lind, mayor"
    said = compared(*texts, speakers=("Lind", None))
    assert sayings(said)[0].speaker == "Lind"


def test_in_one_cluster_words_may_differ_and_so_may_the_speaker():
    texts = "“We open the old pier today.”", "“We open our new pier.”", "“Rain is coming.”"
    said = compared(
        *texts,
        clusters=dict.fromkeys("abc", "c1"),
        speakers=("Mara Lind", "Tom Berg", None),
    )
    assert rows(said) == [["a", "b-~!"], ["c"]]


def test_words_that_are_only_added():
    texts = "“We open the pier today.”", "“We open the pier, now, and so be it.”"
    said = compared(*texts, clusters={"a": "c1", "b": "c1"})
    assert rows(said) == [["a~", "b"]]


def test_the_earliest_of_the_fullest_counts():
    texts = ["“We will open the pier.”"] * 3
    said = compared(*texts, published=("2024-03-02", "2024-03-01", ""))
    assert sayings(said)[0].fullest.article == "b"
    assert sayings(compared(*texts))[0].fullest.article == "a"


def test_variants_are_those_of_the_pair_that_stand_in_both_quotations():
    one, other = "Lind: “We open the old pier.”", "“We open the new pier,” Lind said later."
    inside = Variant(
        VariantKind.SUBSTITUTION,
        Reading(Span(19, 22), "old"),
        Reading(Span(13, 16), "new"),
    )
    outside = Variant(VariantKind.OMISSION, Reading(Span(0, 4), "Lind"), Reading(Span(30, 30), ""))
    pair = PassagePair(
        "p1",
        Kind.EDITED,
        0.9,
        Passage("a", Span(0, 28)),
        Passage("b", Span(0, 23)),
        (inside, outside),
        Reason(4, 1),
    )
    said = compared(one, other, pairs=(pair,), clusters={"a": "c1", "b": "c1"})
    assert rows(said) == [["a", "b~"]]
    assert sayings(said)[0].renderings[1].variants == (inside,)
    said = compared(
        one, other, pairs=(pair,), clusters={"a": "c1", "b": "c1"}, published=("2024", "2023")
    )
    (variant,) = sayings(said)[0].renderings[0].variants
    assert (variant.a.text, variant.b.text) == ("new", "old")


def test_long_quotations_are_held_against_each_other_as_far_as_they_go():
    words = " ".join(f"w{number}" for number in range(LONGEST + 50))
    texts = f"“{words} here.”", f"“{words} there, and more.”"
    said = compared(*texts, clusters={"a": "c1", "b": "c1"})
    assert rows(said) == [["a", "b"]]


def test_nothing_said():
    assert sayings(Comparison(())) == ()


def test_a_quotation_without_words():
    assert rows(compared("“—”", "“—”", clusters={"a": "c1", "b": "c1"})) == [["a"], ["b"]]
