"""The words of web annotations find their place, and nothing is guessed."""

import json
from dataclasses import replace

import pytest
from web_annotation_files import BOARD, BOATS, NOTE, PIER, at, out, places, quoting, read

from workbench.formats.from_web_annotations import read_web_annotations
from workbench.model import Annotation, Codebook, Loss, LossReason, Placing, Span, Target, select


def test_a_quote_is_found_by_what_is_around_it():
    told = quoting("on", prefix="told ", suffix=" Monday")
    [selector] = places(read(told))
    assert PIER.text[selector.span.start :] == "on Monday."
    assert (selector.prefix, selector.suffix) == (
        PIER.text[selector.span.start - 32 : selector.span.start],
        " Monday.",
    )


@pytest.mark.parametrize("exact", ["on", "the", "arb", "no such words at all in it", "."])
def test_nothing_is_guessed(exact):
    found = read(quoting(exact))
    assert not found.annotations
    assert found.losses == (Loss(exact, "Pier goes", LossReason.NOT_FOUND),)


def test_of_two_copies_none_is_taken():
    row = "A sentence that is long enough to be known wherever it stands in a text."
    article = replace(PIER, text=f"{row} {row} {row}")
    told = quoting("long enough", prefix=row[:19], suffix=row[30:])
    found = read(told, (article,))
    assert found.losses == (Loss("long enough", "Pier goes", LossReason.NOT_FOUND),)


def test_half_a_character_at_the_end_of_a_context_does_not_count():
    told = at(28, 39, "forty boats", "")
    told["target"]["selector"][0] |= {"prefix": "\udef5️ Storm warning: over "}
    whole = at(0, 34, BOATS.text[:34], "")
    assert [one.span for one in places(read([whole, told]))] == [Span(0, 34), Span(28, 39)]


def test_a_position_counts_only_where_it_has_the_words():
    start = PIER.text.index("board")
    [selector] = places(read(at(start, start + 5, "board")))
    assert selector.span == Span(start, start + 5)
    assert not read(at(start + 1, start + 6, "on")).annotations
    assert not read(at(start, start, "")).annotations


def test_a_position_counts_only_where_what_is_around_it_is_the_same():
    first, second = PIER.text.index(" the ") + 1, PIER.text.index(" the pier") + 1
    told = at(first, first + 3, "the")
    assert places(read(told))[0].span == Span(first, first + 3)
    quote = told["target"]["selector"][0]
    quote |= {"prefix": "the harbour board closed ", "suffix": " pier on Tuesday for good."}
    assert places(read(told))[0].span == Span(second, second + 3)


def test_each_of_several_targets_is_an_annotation_of_its_own():
    told = quoting(BOARD) | {"bodyValue": "Why?"}
    told["target"] = [told["target"], quoting("Those who fish there")["target"]]
    first, second = read(told).annotations
    assert first.id == NOTE != second.id
    assert first.memo == second.memo == "Why?"
    assert [len(each.target.selectors) for each in (first, second)] == [1, 1]
    assert read(told).annotations == (first, second)


def test_words_that_are_linked_with_others_become_passages():
    told = quoting(BOARD) | {"motivation": "linking"}
    told["body"] = [
        {"type": "SpecificResource"} | quoting("Those who fish there")["target"],
        {"type": "SpecificResource"} | quoting("nobody has said this anywhere")["target"],
    ]
    found = read(told)
    [annotation] = found.annotations
    assert [one.quote for one in annotation.target.selectors] == [
        "the harbour board closed",
        "Those who fish there",
    ]
    assert [loss.what for loss in found.losses] == ["nobody has said this anywhere"]


def test_pictures_and_other_selectors_are_no_words():
    told = quoting("")
    told["target"]["selector"] = [{"type": "SvgSelector", "value": "<svg/>"}]
    assert read(told).losses == (Loss("SvgSelector", "Pier goes", LossReason.NOT_TEXT),)
    told["target"]["selector"] = {"type": "XPathSelector", "value": "/p[1]"}
    assert read(told).losses == (Loss("XPathSelector", "Pier goes", LossReason.NOT_FOUND),)
    told["target"]["selector"] |= {"refinedBy": {"type": "TextQuoteSelector", "exact": BOARD}}
    assert places(read(told))[0].quote == BOARD


def test_words_of_a_page_that_are_not_found_are_words():
    told = quoting("no such words at all in it")
    page = {"type": "FragmentSelector", "value": "page=3"}
    told["target"]["selector"] = [page, told["target"]["selector"]]
    nameless = replace(PIER, headline="")
    assert read(told, (nameless,)).losses == (
        Loss("no such words at all in it", PIER.url, LossReason.NOT_FOUND),
    )


def test_words_of_an_earlier_text_are_carried_or_wait_for_review():
    kept = Annotation(NOTE, Target((select("a1", PIER.text, Span(73, 86)),)))
    lost = Annotation("n2", Target((select("a1", PIER.text, Span(0, 11)),)))
    data = out((kept, lost))
    later = replace(PIER, text="Breaking. " + PIER.text[42:], revision=1)
    first, second = read_web_annotations(data, (later, PIER), Codebook()).annotations
    assert first.target.selectors == (select("a1", later.text, Span(41, 54), 1),)
    assert second.target.selectors == (replace(lost.target.selectors[0], placing=Placing.DOUBTFUL),)


def test_words_left_with_an_earlier_text_come_with_it_alone():
    later = replace(PIER, text="Breaking. " + PIER.text[42:], revision=1)
    selector = replace(select("a1", PIER.text, Span(0, 11)), placing=Placing.KEPT)
    note = Annotation(NOTE, Target((selector,)))
    data = out((note,), (later,))
    assert read_web_annotations(data, (later, PIER), Codebook()).annotations == (note,)
    assert read_web_annotations(data, (later,), Codebook()).losses == (
        Loss("Storms have", "Pier goes", LossReason.NOT_FOUND),
    )
    [placed] = read_web_annotations(data, (PIER,), Codebook()).annotations
    assert placed.target == Target((select("a1", PIER.text, Span(0, 11)),))


def test_what_says_wrong_things_of_a_place_is_not_believed():
    note = Annotation(NOTE, Target((select("a1", PIER.text, Span(0, 11)),)))
    told = json.loads(out((note,)))
    target = told["first"]["items"][0]["target"]
    target["crossread:confidence"] = 7.5
    target["crossread:earlier"] = {"crossread:start": "0"}
    assert read(told).annotations == (note,)


def test_a_huge_quote_is_not_looked_for_word_by_word():
    assert not read(quoting("word " * 30_000)).annotations
