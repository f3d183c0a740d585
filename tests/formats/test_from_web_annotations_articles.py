"""Which article a web annotation is about: by its address, its text, its name, or none."""

from dataclasses import replace

import pytest
from web_annotation_files import ARTICLES, BOARD, BOATS, NOTE, PIER, at, out, places, quoting, read

from workbench.formats.from_web_annotations import read_web_annotations
from workbench.model import Annotation, Codebook, Loss, LossReason, Span, Target, select


@pytest.mark.parametrize(
    "address",
    ["http://WWW.Example.org/news/pier/", "https://example.org/news/pier#top", " " + PIER.url],
)
def test_an_address_may_be_written_in_several_ways(address):
    assert read(quoting(BOARD, source=address)).annotations
    assert not read(quoting(BOARD, source=address.replace("#top", "") + "?page=2")).annotations


@pytest.mark.parametrize(
    "told",
    [
        [at(28, 39, "forty boats", "")],  # too few words to tell a text by
        [at(0, 34, BOATS.text[:34], ""), at(2, 9, "no such", ""), at(9, 14, "words", "")],
    ],
)
def test_a_few_words_in_their_places_do_not_tell_which_text_is_meant(told):
    found = read(told)
    assert {loss.reason for loss in found.losses} == {LossReason.UNKNOWN_ARTICLE}
    assert not found.annotations
    [whole] = places(read([at(0, 34, BOATS.text[:34], "")]))
    assert whole.article == "a2"


def test_a_text_that_another_program_gives_its_own_address_is_known_by_its_words():
    words = BOATS.text[:34]
    source = "https://example.org/tool/documents/12"
    told = at(0, 34, words, source)
    told["target"]["id"] = "0000000b-0000-4000-8000-00000000000b"
    assert places(read([told]))[0].article == "a2"
    told["target"]["selector"][0]["suffix"] = " boats came"  # so it is another text
    assert not read([told]).annotations
    nameless = at(0, 34, words, "")
    del nameless["target"]["source"]
    nameless["target"]["id"] = "0000000b-0000-4000-8000-00000000000b"
    assert places(read([nameless, nameless]))[0].article == "a2"


def test_one_text_in_two_outlets_is_two_articles():
    other = replace(PIER, id="a9", outlet="Sea Daily", url="https://example.org/wire")
    note = Annotation(NOTE, Target((select("a1", PIER.text, Span(0, 11)),)))
    data = out((note,))
    assert read_web_annotations(data, (other, PIER), Codebook()).annotations == (note,)
    found = read_web_annotations(data, (other,), Codebook())
    assert not found.annotations
    assert found.losses == (Loss("Storms have", "Pier goes", LossReason.UNKNOWN_ARTICLE),)


@pytest.mark.parametrize("change", [{"url": ""}, {"id": "a5"}, {"outlet": "", "url": ""}])
def test_an_article_is_known_by_its_text(change):
    note = Annotation(NOTE, Target((select("a1", PIER.text, Span(0, 11)),)))
    other = replace(PIER, **change)
    [annotation] = read_web_annotations(out((note,)), (other,), Codebook()).annotations
    assert annotation.target.articles == (other.id,)


def test_of_two_articles_that_are_alike_the_one_with_the_id_is_meant():
    bare = replace(PIER, url="")
    note = Annotation(NOTE, Target((select("a1", PIER.text, Span(0, 11)),)))
    twins = (replace(bare, id="a0"), bare)
    assert read_web_annotations(out((note,), (bare,)), twins, Codebook()).annotations == (note,)
    others = (twins[0], replace(bare, id="a7"))
    assert not read_web_annotations(out((note,), (bare,)), others, Codebook()).annotations


def test_the_address_counts_more_than_the_text_and_the_text_more_than_the_headline():
    note = Annotation(NOTE, Target((select("a1", PIER.text, Span(73, 97)),)))
    data = out((note,))
    corrected = replace(PIER, id="a5", text=PIER.text.replace("years", "decades"), headline="Off")
    copy = replace(PIER, url="https://example.org/copy")
    [annotation] = read_web_annotations(data, (copy, corrected), Codebook()).annotations
    assert annotation.target.articles == ("a5",)
    renamed = replace(PIER, id="a6", headline="Off")
    [annotation] = read_web_annotations(
        data, (replace(corrected, headline=PIER.headline), renamed), Codebook()
    ).annotations
    assert annotation.target.articles == ("a6",)


def test_a_name_alone_tells_nothing_of_what_stands_elsewhere():
    note = Annotation(NOTE, Target((select("a1", PIER.text, Span(73, 97)),)))
    data = out((note,))
    for change in (
        {"url": "https://example.org/other", "text": PIER.text.replace("years", "decades")},
        {"url": "https://example.org/other", "outlet": ""},
    ):
        assert not read_web_annotations(data, (replace(PIER, **change),), Codebook()).annotations


def test_an_article_that_did_not_go_out_is_no_other_one():
    note = Annotation(NOTE, Target((select("a7", PIER.text, Span(0, 40)),)))
    assert not read_web_annotations(out((note,)), ARTICLES, Codebook()).annotations


def test_an_article_without_address_is_known_by_its_name_in_another_text():
    bare = replace(PIER, url="", published="2024-03-02")
    note = Annotation(NOTE, Target((select("a1", PIER.text, Span(76, 87)),)))
    changed = replace(bare, text=PIER.text.replace("for years", "for a hundred years"))
    [annotation] = read_web_annotations(out((note,), (bare,)), (changed,), Codebook()).annotations
    assert annotation.target.selectors[0].quote == note.target.selectors[0].quote
    assert annotation.target.selectors[0].span == Span(86, 97)
    later = replace(changed, published="2024-03-09")
    assert not read_web_annotations(out((note,), (bare,)), (later,), Codebook()).annotations
