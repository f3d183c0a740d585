"""Web Annotations as they come in: from us, from Hypothesis, from Recogito, and damaged ones."""

import json
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from workbench.formats import web_json
from workbench.formats.from_web_annotations import (
    REPORTED,
    is_web_annotations,
    read_web_annotations,
)
from workbench.formats.to_web_annotations import web_annotations
from workbench.model import (
    Annotation,
    Article,
    Cancelled,
    Codebook,
    Comparison,
    Dossier,
    Exchange,
    FileError,
    FileProblem,
    Loss,
    LossReason,
    Outgoing,
    Placing,
    Span,
    Tag,
    Target,
    select,
)

DATA = Path(__file__).parent / "data" / "annotations"
PIER = Article(
    "a1",
    "Storms have eaten at the piles for years. On the advice of engineers\nthe harbour board "
    "closed the pier on Tuesday for good. Those who fish there were told on Monday.",
    "Harbour Post",
    "Pier goes",
    url="https://example.org/news/pier",
)
BOATS = Article(
    "a2",
    "⛴️ 🛥️🛥️ Storm warning: over forty boats stayed in port.\n\n"
    "🛥️ There they lie: 🛶 small boats, and boats.",
    "Sea Daily",
    "Storm",
)
ARTICLES = (PIER, BOATS)
FRAMING = Tag("00000001-0000-4000-8000-000000000000", "Framing")
BOARD = "the harbour board closed"
NOTE = "0000000a-0000-4000-8000-00000000000a"


def read(told, articles=ARTICLES, tags=()):
    return read_web_annotations(json.dumps(told).encode(), articles, Codebook(tuple(tags)))


def quoting(exact, *, source=PIER.url, **known):
    selector = {"type": "TextQuoteSelector", "exact": exact} | known
    return {"id": NOTE, "type": "Annotation", "target": {"source": source, "selector": selector}}


def at(start, end, exact, source=PIER.url):
    told = quoting(exact, source=source)
    position = {"type": "TextPositionSelector", "start": start, "end": end}
    told["target"]["selector"] = [told["target"]["selector"], position]
    return told


def places(found):
    return [one for each in found.annotations for one in each.target.selectors]


def out(annotations, articles=ARTICLES, tags=()):
    dossier = Dossier(
        "", "", Outgoing(), Codebook(tuple(tags)), Comparison(()), articles,
        annotations=annotations,
    )  # fmt: skip
    return web_annotations(dossier).encode()


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


@pytest.mark.parametrize(
    "address",
    ["http://WWW.Example.org/news/pier/", "https://example.org/news/pier#top", " " + PIER.url],
)
def test_an_address_may_be_written_in_several_ways(address):
    assert read(quoting(BOARD, source=address)).annotations
    assert not read(quoting(BOARD, source=address.replace("#top", "") + "?page=2")).annotations


def test_what_stands_elsewhere_is_counted():
    found = read({"type": "AnnotationPage", "items": ["https://example.org/1", 3]})
    assert found.losses == (Loss("annotations", "", LossReason.DAMAGED, 2),)


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


def test_bodies_without_words_are_told():
    told = quoting(BOARD) | {"body": ["https://example.org/a.jpg", {"value": "Yes."}]}
    found = read(told)
    assert found.annotations[0].memo == "Yes."
    assert found.losses == (Loss("body", PIER.url, LossReason.NO_PLACE),)


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


def test_a_huge_quote_is_not_looked_for_word_by_word():
    assert not read(quoting("word " * 30_000)).annotations
