"""What a comparison has to show over each article, layer by layer."""

from dataclasses import replace

import pytest

from workbench.model import Article, Comparison, Flag, Kind, Passage, Quotation, Span
from workbench.ui.overlay import NOBODY, Layers, Overlay

TEXT = "One said “a b”. Two said “c d”. Three.\n\nFour. Five."


def only(*ends):
    passages = tuple(Passage("a", Span(*one)) for one in ends)
    return Overlay(Comparison((Article("a", TEXT),), only_here=passages))


def words_of(overlay):
    return [span.of(TEXT) for span in overlay.only_here("a")]


def test_marks_stand_in_the_order_of_the_text(comparison, articles):
    overlay = Overlay(comparison)
    assert [mark.cluster for mark in overlay.marks("one")] == ["ferry", "band"]
    assert [mark.cluster for mark in overlay.marks("three")] == ["band", "ferry"]
    mark = overlay.marks("three")[0]
    assert (mark.kind, mark.hue) == (Kind.VERBATIM, overlay.hues["band"])
    assert mark.span.of(articles[2].text) == "A band played two old songs."


def test_variants_are_words_that_are_there(comparison, articles):
    overlay, texts = Overlay(comparison), {one.id: one.text for one in articles}
    words = {key: [span.of(text) for span in overlay.variants(key)] for key, text in texts.items()}
    assert words == {"one": ["left", "noon"], "two": ["dusk"], "three": []}


def test_of_other_words_only_the_telling_ones_are_set_off(comparison):
    changed, gone = comparison.pairs[0].variants
    telling = (changed, replace(gone, flags=(Flag.NEGATION,)))
    pair = replace(comparison.pairs[0], kind=Kind.REWORDED, variants=telling)
    overlay = Overlay(replace(comparison, pairs=(pair,)))
    assert [span.of(comparison.articles[0].text) for span in overlay.variants("one")] == ["left"]


def test_a_speaker_has_one_hue_whatever_the_role(articles):
    said = (
        Quotation("one", Span(0, 4), "Ann Lee, mayor"),
        Quotation("two", Span(0, 3), "Bo"),
        Quotation("two", Span(4, 9), "Ann Lee, former mayor"),
    )
    overlay = Overlay(Comparison(articles, quotations=said))
    assert overlay.speakers == {"Ann Lee, mayor": 0, "Bo": 1, "Ann Lee, former mayor": 0}


def test_quotations_have_the_hue_of_their_speaker_in_every_article(articles):
    said = (
        Quotation("one", Span(0, 4), "Ann"),
        Quotation("one", Span(6, 9)),
        Quotation("two", Span(0, 3), "Bo"),
        Quotation("two", Span(4, 9), "Ann"),
    )
    overlay = Overlay(Comparison(articles, quotations=said))
    assert overlay.speakers == {"Ann": 0, "Bo": 1}
    hues = [[(one.span.start, one.hue) for one in overlay.speeches(key)] for key in ("one", "two")]
    assert hues == [[(0, 0), (6, NOBODY)], [(0, 1), (4, 0)]]
    assert [one.speaker for one in overlay.speeches("one")] == ["Ann", ""]
    assert overlay.speeches("three") == ()


@pytest.mark.parametrize(
    ("ends", "expected"),
    [
        pytest.param([], [], id="nothing"),
        pytest.param([(16, 31)], ["Two said “c d”."], id="one sentence"),
        pytest.param(
            [(16, 31), (0, 15)], ["One said “a b”. Two said “c d”."], id="two that follow"
        ),
        pytest.param([(0, 15), (32, 38)], ["One said “a b”.", "Three."], id="one between them"),
        pytest.param([(32, 38), (40, 45)], ["Three.", "Four."], id="in two paragraphs"),
        pytest.param([(0, 15), (0, 9)], ["One said “a b”."], id="one inside the other"),
    ],
)
def test_neighbouring_sentences_are_one_stretch(ends, expected):
    assert words_of(only(*ends)) == expected


def test_an_article_that_was_not_compared_has_nothing(comparison):
    overlay = Overlay(comparison)
    nothing = (overlay.marks, overlay.variants, overlay.speeches, overlay.only_here)
    assert [tell("new") for tell in nothing] == [()] * 4


def test_differences_are_counted_by_pair(comparison):
    assert Overlay(comparison).differences == {"p1": 2, "p2": 0, "p3": 0}
    assert Layers() == replace(Layers(), marks=())
