"""Quoted words on the page have the colour and the name of who is said to have said them."""

import re

import pytest

from workbench.formats.to_html import comparison_to_html
from workbench.formats.to_segments import Mark, segments
from workbench.formats.to_voices import VOICES, Voice, speaker_hues, voices
from workbench.model import Article, Cluster, Comparison, Kind, Passage, Quotation, Span
from workbench.resources import read_text
from workbench.ui.theme import DARK, LIGHT

TEXT = "“Ten piers,” said Lee. Ek: “None & <i>never</i>.” Some “experts” agreed."
ARTICLE = Article("a", TEXT, "Post")


def span_of(words):
    start = TEXT.index(words)
    return Span(start, start + len(words))


QUOTATIONS = (
    Quotation("a", span_of("Ten piers,"), "Ann Lee"),
    Quotation("a", span_of("None & <i>never</i>."), 'Bo "B" Ek'),
    Quotation("a", span_of("experts")),
)


def test_speakers_have_their_hues_in_the_order_in_which_they_speak():
    said = [Quotation("a", Span(0, 1), f"Speaker {place // 2}") for place in range(VOICES * 2 + 2)]
    hues = speaker_hues([*said, QUOTATIONS[2]])
    assert list(hues.values()) == [*range(1, VOICES + 1), 1]
    assert speaker_hues(()) == {}


def test_each_quotation_is_a_voice():
    found = voices(ARTICLE, QUOTATIONS, speaker_hues(QUOTATIONS))
    assert [(one.span.of(TEXT), one.speaker, one.hue) for one in found] == [
        ("Ten piers,", "Ann Lee", 1),
        ("None & <i>never</i>.", 'Bo "B" Ek', 2),
        ("experts", "", 0),
    ]
    assert voices(ARTICLE, (), {}) == ()


def test_segments_are_cut_where_voices_begin_and_end():
    voice = Voice(Span(2, 6), "Ann", 1)
    mark = Mark(Span(4, 8), 1, 1, "edited", "p1")
    (row,) = segments("abcdefghij", [Span(0, 10)], [mark], [], [voice])
    assert [(one.text, one.voice, len(one.marks)) for one in row] == [
        ("ab", None, 0), ("cd", voice, 0), ("ef", voice, 1), ("gh", None, 1), ("ij", None, 0),
    ]  # fmt: skip


def test_the_page_colours_and_names_them_and_escapes_all():
    passage = Passage("a", span_of("piers,” said"))
    cluster = Cluster("c1", Kind.VERBATIM, (passage,), ())
    page = comparison_to_html(Comparison((ARTICLE,), clusters=(cluster,), quotations=QUOTATIONS))
    assert '<span class="voice voice1" title="Said by Ann Lee">Ten </span>' in page
    assert 'title="Said by Bo &#34;B&#34; Ek">None &amp; &lt;i&gt;never&lt;/i&gt;.</span>' in page
    assert 'title="Nobody is named for these words">experts</span>' in page
    (body,) = re.findall(r"<article.*</article>", page, re.DOTALL)
    plain = re.sub(r"<sup>.*?</sup>|<[^>]*>", "", body)
    assert TEXT.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") in plain


@pytest.mark.parametrize(("theme", "place"), [(LIGHT, 0), (DARK, 1)], ids=["light", "dark"])
def test_the_page_has_the_colours_of_the_window(theme, place):
    sheet = read_text("templates/page.css")
    for number, colour in enumerate(theme.hues, 1):
        found = re.findall(rf"--hue{number}: (\d+) (\d+) (\d+);", sheet)[place]
        assert "#{:02x}{:02x}{:02x}".format(*map(int, found)) == colour
    for number, colour in enumerate(theme.voices, 1):
        assert re.findall(rf"--voice{number}: (#\w+);", sheet)[place] == colour
    assert len(theme.voices) == VOICES
