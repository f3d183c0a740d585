"""Laws of texts in scripts without spaces, from right to left, and with combining signs."""

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.comparison.terms import families
from workbench.model import Article
from workbench.text.context import in_context
from workbench.text.language import as_tag, recognise_quickly
from workbench.text.normalize import fold_character
from workbench.text.sentences import sentences
from workbench.text.tokenize import tokenize

LETTERS = "新质生産かなカタกขคลาວກမြန်မាភាαабعربيةעבריהिन्दीabAB한국"
SIGNS = "\u0e34\u0e31\u0e48\u0eb4\u103b\u17b6\u17d2\u064b\u0651\u05b8\u093f\u094d\u0301\u200d\u200c"
MARKS = " \n。，、！？「」《》।॥၊။។؟،؛۔״׳־ـ\"'-.,٣३3"
WRITTEN = st.text(st.sampled_from(LETTERS + SIGNS + MARKS), max_size=60)
LAW = settings(deadline=None)


def combines(character):
    """Tell what belongs to the letter before it; Arabic's tatweel, say, is not read at all."""
    return not fold_character(character) or unicodedata.category(character) in {
        "Mn",
        "Mc",
        "Me",
        "Cf",
    }


@LAW
@given(WRITTEN)
def test_no_token_parts_a_sign_from_its_letter(text):
    for token in tokenize(text):
        start = token.span.start
        if combines(text[start]):
            before = text[:start].rstrip("".join(filter(combines, set(text))))
            assert not before or before[-1].isspace()


@LAW
@given(WRITTEN)
def test_sentences_part_no_token(text):
    edges = {edge for span in sentences(text) for edge in (span.start, span.end)}
    for token in tokenize(text):
        assert edges.isdisjoint(range(token.span.start + 1, token.span.end))


@LAW
@given(WRITTEN)
def test_languages_are_tags(text):
    tag = recognise_quickly(text)
    assert tag == as_tag(tag)


@LAW
@given(st.lists(WRITTEN, min_size=1, max_size=3), st.integers(0, 20))
def test_uses_of_terms_are_true(texts, width):
    articles = [Article(f"a{number}", text * 3) for number, text in enumerate(texts)]
    known = {article.id: article for article in articles}
    for family in families(articles, ()):
        for term in family.terms:
            for use in term.uses:
                article = known[use.article]
                before, words, after = in_context(article, use.span, width)
                assert words == " ".join(use.span.of(article.text).split())
                assert max(len(before), len(after)) <= width
