"""Web Annotations as they come in: from us, from Hypothesis, from Recogito, and damaged ones."""

import json
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from web_annotation_files import (
    ARTICLES,
    BOARD,
    BOATS,
    FRAMING,
    NOTE,
    PIER,
    out,
    places,
    quoting,
    read,
)

from workbench.formats import web_json
from workbench.formats.from_web_annotations import (
    REPORTED,
    is_web_annotations,
    read_web_annotations,
)
from workbench.model import (
    Annotation,
    Cancelled,
    Codebook,
    Exchange,
    FileError,
    FileProblem,
    Loss,
    LossReason,
    Span,
    Tag,
    Target,
    select,
)

DATA = Path(__file__).parent / "data" / "annotations"


def test_annotations_of_ours_come_back():
    tags = (FRAMING, Tag("t 2", "loss", FRAMING.id, "#112233", "def", "ex", "k", 4))
    notes = (
        Annotation(NOTE, Target((select("a2", BOATS.text, Span(4, 9)),)), ("t 2", FRAMING.id)),
        Annotation("n 2", Target(), ("gone",), "All of it."),
    )
    found = read_web_annotations(out(notes, tags=tags), ARTICLES, Codebook())
    assert found.annotations == notes
    assert found.tags == (*tags, Tag("gone", "gone", place=2))
    assert read_web_annotations(out(notes, tags=tags), ARTICLES, Codebook(tags)) == found


def test_pairs_are_left_to_the_comparison_and_what_names_nothing_to_nobody():
    golden = DATA.parent.parent / "golden" / "annotations.jsonld"
    told = json.loads(golden.read_bytes())
    told["crossread:codebook"] += [{"id": "urn:uuid:x"}, {"skos:prefLabel": "x"}, "x"]
    found = read(told, ())
    assert [tag.name for tag in found.tags] == ["framing", "=loss"]
    assert [each.target for each in found.annotations] == [Target()]
    lost = {(loss.what, loss.where): (loss.reason, loss.count) for loss in found.losses}
    assert lost["pair", ""] == (LossReason.NO_PLACE, 2)
    assert lost["Annotation", "Pier goes"] == (LossReason.UNKNOWN_ARTICLE, 1)
    assert lost["pier stays", "Sea Daily"] == (LossReason.UNKNOWN_ARTICLE, 1)
    assert lost["No", "a7"] == (LossReason.UNKNOWN_ARTICLE, 1)


@pytest.mark.parametrize("iri", ["urn:crossread:", "urn:crossread:annotation:", "http://[::1"])
def test_an_id_that_says_nothing_becomes_one(iri):
    [annotation] = read(quoting(BOARD, source=PIER.url) | {"id": iri}).annotations
    assert UUID(annotation.id)
    assert read(quoting(BOARD, source=iri)).annotations == ()


def test_annotations_of_hypothesis_come_in():
    data = (DATA / "hypothesis.json").read_bytes()
    assert is_web_annotations(data[:2000])
    found = read_web_annotations(data, ARTICLES, Codebook((FRAMING,)))
    words, page = found.annotations
    [selector] = words.target.selectors
    assert selector.quote == "the harbour board closed the pier on Tuesday"
    assert selector.span.of(PIER.text) == selector.quote
    assert words.memo == "Who **closed** it?"
    assert words.author == "ada@example.org"
    assert words.created == "2024-03-04T09:15:27+00:00"
    assert words.changed == "2024-03-05T17:00:01+00:00"
    [loss] = found.tags
    assert loss.name == "Loss"
    assert words.tags == (FRAMING.id, loss.id)
    assert page.target == Target((), "a1")
    assert (page.author, page.memo) == ("Bo", "A note on the page.")
    assert UUID(words.id) != UUID(page.id)


def test_what_of_hypothesis_finds_no_place_is_told():
    found = read_web_annotations((DATA / "hypothesis.json").read_bytes(), ARTICLES, Codebook())
    assert found.losses == (
        Loss("annotations", "", LossReason.DAMAGED, 2),  # it says seven and has five
        Loss("I agree.", "http://www.example.org/news/pier/#comments", LossReason.NO_PLACE),
        Loss(
            "the ferry will never sail to the island again", "Pier goes", LossReason.NOT_FOUND
        ),
        Loss(
            "the harbour board closed the pier on Tuesday", "Elsewhere",
            LossReason.UNKNOWN_ARTICLE,
        ),
    )  # fmt: skip


def test_annotations_of_recogito_come_in_by_utf16_units():
    data = (DATA / "recogito.json").read_bytes()
    assert is_web_annotations(data[:500])
    found = read_web_annotations(data, ARTICLES, Codebook())
    first, second, third = found.annotations
    assert [one.span for one in places(found)] == [Span(28, 39), Span(95, 100), Span(57, 74)]
    assert all(one.span.of(BOATS.text) == one.quote for one in places(found))
    assert first.id == "6b1c2d3e-4f50-4a61-8b72-9c83ad94be05"
    assert (first.memo, first.author) == ("Who counts them?", "Ada")
    assert first.created == first.changed == "2024-03-04T10:00:00+00:00"
    assert [tag.name for tag in found.tags] == ["number", "harbour"]
    assert first.tags == (found.tags[0].id,)
    assert second.tags == (found.tags[1].id,)
    assert third.tags == ()
    # A relation between two annotations is about neither words nor articles.
    assert [(loss.reason, loss.count) for loss in found.losses] == [
        (LossReason.UNKNOWN_ARTICLE, 1),
        (LossReason.UNKNOWN_ARTICLE, 1),
    ]


def test_words_of_a_nameless_text_that_two_articles_have_stay_out():
    found = read_web_annotations(
        (DATA / "recogito.json").read_bytes(), (BOATS, replace(BOATS, id="a3")), Codebook()
    )
    assert not found.annotations
    assert {loss.reason for loss in found.losses} == {LossReason.UNKNOWN_ARTICLE}


@pytest.mark.parametrize(
    "told",
    [
        {"type": "AnnotationPage", "items": [quoting("the pier on Tuesday")]},
        {"type": "AnnotationCollection", "first": {"items": [quoting("the pier on Tuesday")]}},
        {"first": {"items": [], "next": {"items": [quoting("the pier on Tuesday")]}}},
        {"annotations": [quoting("the pier on Tuesday")]},
        [quoting("the pier on Tuesday")],
        quoting("the pier on Tuesday"),
    ],
)
def test_a_file_may_be_put_in_several_ways(told):
    found = read(told)
    assert [one.quote for one in places(found)] == ["the pier on Tuesday"]
    assert not found.losses


def test_what_stands_elsewhere_is_counted():
    found = read({"type": "AnnotationPage", "items": ["https://example.org/1", 3]})
    assert found.losses == (Loss("annotations", "", LossReason.DAMAGED, 2),)


def test_bodies_without_words_are_told():
    told = quoting(BOARD) | {"body": ["https://example.org/a.jpg", {"value": "Yes."}]}
    found = read(told)
    assert found.annotations[0].memo == "Yes."
    assert found.losses == (Loss("body", PIER.url, LossReason.NO_PLACE),)


def test_an_annotation_taken_out_of_its_collection_keeps_its_tags():
    note = Annotation(NOTE, Target((), "a1"), (FRAMING.id,))
    [item] = json.loads(out((note,), tags=(FRAMING,)))["first"]["items"]
    renamed = replace(FRAMING, name="Frames")
    assert read(item, tags=(renamed,)) == Exchange((), (), (), (note,))
    assert read(item) == Exchange((), (), (FRAMING,), (note,))


def test_a_tag_is_the_one_of_that_name_or_a_new_one():
    told = [quoting(BOARD) | {"tags": ["framing", " framing ", "new one", "NEW  One", " "]}]
    found = read(told, tags=(FRAMING,))
    [annotation] = found.annotations
    [new] = found.tags
    assert annotation.tags == (FRAMING.id, new.id)
    assert new.name == "new one"
    assert read(told, tags=(FRAMING,)).tags == found.tags


def test_tags_of_what_is_lost_do_not_come():
    assert read(quoting("no such words at all in it") | {"tags": ["new"]}).tags == ()


def test_no_text_comes_in_that_no_file_can_hold():
    told = quoting(BOARD) | {"tags": ["a\ud800"], "text": "b\udfff", "user": "acct:\ud800"}
    found = read(told)
    assert found.tags[0].name == "a\ufffd"
    assert (found.annotations[0].memo, found.annotations[0].author) == ("b\ufffd", "\ufffd")


def test_two_annotations_never_have_one_id():
    told = [quoting(BOARD), quoting("the pier on Tuesday"), quoting("Those who fish there")]
    del told[2]["id"]
    ids = [each.id for each in read([*told, told[1]]).annotations]
    assert len(set(ids)) == 4
    assert ids[0] == NOTE
    assert all(map(UUID, ids))
    assert ids == [each.id for each in read([*told, told[1]]).annotations]


def native(*quotes, text=BOATS.text, **told):
    """An annotation as the text annotator of Recogito keeps it, in UTF-16 units of a text."""

    def units(words):
        return len(words.encode("utf-16-le")) // 2

    places = [
        {
            "quote": quote,
            "start": units(text[: text.index(quote)]),
            "end": units(text[: text.index(quote) + len(quote)]),
        }
        for quote in quotes
    ]
    bodies = [
        {"annotation": NOTE, "purpose": "commenting", "value": "Why?"},
        {"annotation": NOTE, "purpose": "tagging", "value": "Framing"},
    ]
    made = {"creator": {"id": "u1", "name": "Ann"}, "created": "2024-03-02T12:00:00.000Z"}
    target = {"annotation": NOTE, "selector": places, **made}
    return {"id": NOTE, "bodies": bodies, "target": target} | told


def test_recogito_may_keep_annotations_in_its_own_form():
    exchange = read([native("over forty boats stayed", "There they lie")], tags=(FRAMING,))
    [note] = exchange.annotations
    assert [one.quote for one in note.target.selectors] == [
        "over forty boats stayed", "There they lie",
    ]  # fmt: skip
    assert (note.id, note.tags, note.memo, note.author) == (NOTE, (FRAMING.id,), "Why?", "Ann")
    assert note.created == note.changed == "2024-03-02T12:00:00+00:00"
    assert exchange.losses == ()


def test_a_quote_of_recogito_may_have_its_context_with_it():
    told = native("boats")
    place = told["target"]["selector"][0]
    place["quote"] = {"exact": "boats", "prefix": "small ", "suffix": ", and"}
    told["target"]["selector"] = {"quote": place["quote"]}  # without a position
    others = native("over forty boats stayed", "There they lie")
    [note] = read([others, told | {"id": "x"}]).annotations[1:]
    assert [one.prefix[-6:] for one in note.target.selectors] == ["small "]


@pytest.mark.parametrize(
    ("head", "is_ours"),
    [
        (b'\xef\xbb\xbf {"@context": "http://www.w3.org/ns/anno.jsonld"', True),
        (b'{"@context": ["http://example.org", "http://www.w3.org/ns/anno.jsonld"', True),
        (b'[{"id": "#1", "type": "Annotation"', True),
        (b'{"export_date": "2024-03-04", "export_userid": "acct:a"', True),
        (b'{"rows": [], "type": ["AnnotationCollection"]', True),
        (b'[{"id": "1", "bodies": [], "target": {"annotation": "1"', True),
        (b'{"format": "crossread-project"', False),
        (b'{"id": "1", "text": "\\"type\\": \\"Annotation\\""}', False),
        (b'<html>"@context": "http://www.w3.org/ns/anno.jsonld"', False),
        (b'[{"type": "article-newspaper"', False),
        (b"", False),
    ],
)
def test_a_file_of_annotations_is_known_by_its_head(head, is_ours):
    assert is_web_annotations(head) is is_ours


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", FileProblem.DAMAGED),
        (b"\xff\xfe\xff", FileProblem.DAMAGED),
        (b"[" * 100_000, FileProblem.DAMAGED),
        (b"[" * 70 + b"]" * 70, FileProblem.DAMAGED),
        (b'[{"id": 1' + b"0" * 5000 + b"}]", FileProblem.DAMAGED),
        (b"{}", FileProblem.UNKNOWN),
        (b'"words"', FileProblem.UNKNOWN),
    ],
    ids=str,
)
def test_what_is_no_file_of_annotations_is_refused(data, problem):
    with pytest.raises(FileError) as caught:
        read_web_annotations(data, ARTICLES, Codebook(), "notes.json")
    assert caught.value.problem is problem
    assert caught.value.path == "notes.json"


def test_there_are_bounds(monkeypatch):
    data = json.dumps([quoting("a")] * 4).encode()
    monkeypatch.setattr(web_json, "MAX_ANNOTATIONS", 3)
    with pytest.raises(FileError) as caught:
        read_web_annotations(data, ARTICLES, Codebook())
    assert (caught.value.problem, caught.value.detail) == (FileProblem.TOO_LARGE, "3 annotations")
    monkeypatch.setattr(web_json, "MAX_BYTES", 30)
    with pytest.raises(FileError) as caught:
        read_web_annotations(data, ARTICLES, Codebook())
    assert (caught.value.problem, caught.value.detail) == (FileProblem.TOO_LARGE, "30")


def test_progress_is_told_and_reading_can_be_cancelled():
    data = json.dumps([quoting(BOARD)] * (REPORTED + 1)).encode()
    told = []
    read_web_annotations(data, ARTICLES, Codebook(), "", lambda *at: told.append(at))
    assert told == [(0, REPORTED + 1), (REPORTED, REPORTED + 1), (REPORTED + 1, REPORTED + 1)]

    def stop(_done, _total):
        raise Cancelled

    with pytest.raises(Cancelled):
        read_web_annotations(data, ARTICLES, Codebook(), "", stop)
