"""What is copied is the same words as text, as rich text, and as Markdown."""

import pytest

from workbench.model import (
    Annotation,
    Article,
    CitationStyle,
    Codebook,
    Passage,
    Span,
    Tag,
)
from workbench.project.annotating import words_of
from workbench.project.copying import Quoted, copied_excerpts, copied_table

TEXT = "The old ferry left. “Nobody waved,” said Ann Lee.\n\nIt <i>rained</i>."
ARTICLE = Article("a1", TEXT, "Harbour Post", "The ferry", published="2024-02-21")
OTHER = Article("a2", "Gulls.", "Evening Star", "The gulls")
CODEBOOK = Codebook((Tag("t1", "place"), Tag("t2", "sea", "t1")))
CITED = "The ferry. (2024, February 21). Harbour Post."


def span(words):
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def copied(articles=(ARTICLE,), **quoted):
    return copied_excerpts(articles, Quoted(**quoted), CODEBOOK, CitationStyle.APA)


def test_words_stand_with_their_citation():
    made = copied(places=(Passage("a1", span("old ferry")),))
    assert made.plain == f"“old ferry”\n— {CITED} [paragraph 1]"
    assert made.html.startswith('<blockquote class="quote">“old ferry”</blockquote>\n<p class=')
    assert "<i>Harbour Post</i>" in made.html
    assert made.markdown.startswith("> “old ferry”\n\nThe ferry.")
    assert "*Harbour Post*" in made.markdown


def test_a_quotation_keeps_its_own_marks():
    assert copied(places=(Passage("a1", span("“Nobody waved,”")),)).plain.startswith(
        "“Nobody waved,”\n— "
    )


def test_words_that_say_too_little_stand_in_their_sentence():
    made = copied(places=(Passage("a1", span("ferry")),), in_sentences=True)
    assert made.plain.startswith("“The old ferry left.”\n")


def test_an_annotation_brings_its_tags_and_its_memo():
    note = Annotation("n1", words_of(ARTICLE, span("It <i>rained</i>")), ("t2", "gone"), "When?")
    made = copied(annotations=(note,))
    assert made.plain == (
        f"“It <i>rained</i>”\n— {CITED} [paragraph 2]\n\nTags: place › sea\n\nWhen?"
    )
    assert "It &lt;i&gt;rained&lt;/i&gt;" in made.html
    assert "It \\<i\\>rained" in made.markdown


def test_an_annotation_without_tags_and_memo_says_nothing_of_them():
    note = Annotation("n1", words_of(ARTICLE, span("old")), ())
    assert copied(annotations=(note,)).plain.endswith("[paragraph 1]")


def test_articles_of_which_nothing_is_quoted_are_a_bibliography():
    made = copied((ARTICLE, OTHER))
    assert made.plain.startswith(f"{CITED}\n\nThe gulls.")
    assert made.html.count('<p class="literature">') == 2


def test_how_far_it_is_is_told_and_it_can_be_stopped():
    class Stopped(Exception):  # noqa: N818 - it is no error
        pass

    def stop(done, total):
        raise Stopped

    with pytest.raises(Stopped):
        copied_excerpts((ARTICLE,), Quoted(), CODEBOOK, CitationStyle.APA, stop)


def test_a_table_is_copied_for_spreadsheets_and_for_documents():
    made = copied_table(("Words", "Times"), [("=1+1", "2"), ("a\tb", "<b>")])
    assert made.plain == "Words\tTimes\n'=1+1\t2\na b\t<b>"
    assert "<td>&lt;b&gt;</td>" in made.html
    assert made.markdown.startswith("| Words | Times |\n| --- | --- |\n| =1+1 | 2 |")
