"""Web Annotations as they go out: a golden file, what each says, and hostile texts."""

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from workbench.formats.to_web_annotations import REPORTED, web_annotations
from workbench.model import (
    Annotation,
    Article,
    Cancelled,
    Cluster,
    Codebook,
    Comparison,
    Dossier,
    Kind,
    Methods,
    Outgoing,
    Passage,
    PassagePair,
    Placing,
    Reason,
    Span,
    Tag,
    Target,
    select,
)

GOLDEN = Path(__file__).parent / "golden" / "annotations.jsonld"
NOON, LATER = "2024-03-02T12:00:00+00:00", "2024-03-03T08:30:00+00:00"
IDS = [f"0000000{number}-0000-4000-8000-000000000000" for number in range(10)]

PIER = Article(
    "a1", "🛳️ The pier goes, the mayor said. It is <b>ours</b>.", "Harbour Post", "Pier goes",
    "Mara Lind", "2024-03-02", "https://example.org/pier é",
)  # fmt: skip
FERRY = Article("a2", "The pier goes, said the mayor. \ud800 港口.", "Sea Daily", revision=1)
PLACED = select("a1", PIER.text, Span(7, 16))
OTHER = select("a2", FERRY.text, Span(4, 13), 1)
EARLIER = select("a2", "The pier stays.", Span(4, 14))
TAGS = (
    Tag(IDS[1], "framing", colour="#112233", key="f"),
    Tag(IDS[2], "=loss", IDS[1], "", "what\nis lost", "a pier", place=1),
)
NOTES = (
    Annotation(IDS[3], Target((PLACED,)), (IDS[2], IDS[1]), "Why?\n<script>", "Ann", NOON, LATER),
    Annotation(IDS[4], Target((PLACED, OTHER)), (), "Who says so?", "Ann", NOON, NOON),
    Annotation(IDS[5], Target((replace(EARLIER, placing=Placing.DOUBTFUL),)), (IDS[1],)),
    Annotation(IDS[6], Target((replace(OTHER, confidence=0.8),)), created="yesterday"),
    Annotation(IDS[7], Target((), "a1"), ("gone",), created="2024-03-02T12:00:00"),
    Annotation("n 8", Target(), (), "All of it."),
    Annotation(IDS[9], Target((select("a7", "No more.", Span(0, 2)),))),
)
PAIR = PassagePair(
    "p1", Kind.EDITED, 0.75, Passage("a1", Span(3, 32)), Passage("a2", Span(0, 30)), (),
    Reason(6, 0),
)  # fmt: skip
ALONE = replace(PAIR, id="p2", kind=Kind.VERBATIM, b=Passage("a2", Span(4, 13)))
COMPARISON = Comparison(
    (PIER, FERRY), (PAIR, ALONE), (Cluster("c1", Kind.EDITED, (PAIR.a, PAIR.b), ("p1",)),)
)
DOSSIER = Dossier(
    "Pier", LATER, Outgoing(), Codebook(TAGS), COMPARISON, (PIER, FERRY), (), NOTES,
    methods=Methods("Crossread 0.1", 1),
)  # fmt: skip
BARE = Dossier("", "", Outgoing(), Codebook(), Comparison(()))


def told_by(dossier=DOSSIER):
    return json.loads(web_annotations(dossier))


@pytest.fixture(scope="module")
def items():
    return told_by()["first"]["items"]


def test_a_golden_file():
    text = web_annotations(DOSSIER)
    if os.environ.get("WRITE_GOLDEN"):
        GOLDEN.write_bytes(text.encode())
    assert text.encode() == GOLDEN.read_bytes()
    assert text.count("\n") == 15 + len((*TAGS, *NOTES, *COMPARISON.pairs))


def test_a_project_without_anything_is_a_collection_too():
    told = told_by(BARE)
    assert told["total"] == 0
    assert told["first"]["items"] == []
    assert told["generator"] == {"type": "Software", "name": "Crossread"}
    assert not {"label", "modified", "crossread:codebook"} & told.keys()


def test_words_are_told_by_quote_and_by_code_points(items):
    quote, position = items[0]["target"]["selector"]
    assert quote == {
        "type": "TextQuoteSelector",
        "exact": "pier goes",
        "prefix": "🛳️ The ",
        "suffix": ", the mayor said. It is <b>ours<",
    }
    assert PIER.text[position["start"] : position["end"]] == "pier goes"
    begin = Annotation("n", Target((select("a1", PIER.text, Span(0, 2)),)))
    [first, *_] = told_by(replace(DOSSIER, annotations=(begin,)))["first"]["items"]
    assert "prefix" not in first["target"]["selector"][0]


def test_an_article_can_be_found_again(items):
    source = items[0]["target"]["source"]
    assert source["id"] == "https://example.org/pier%20%C3%A9"
    assert source["crossread:sha256"] == PIER.sha256
    assert source["schema:headline"] == "Pier goes"
    assert source["schema:publisher"] == "Harbour Post"
    assert items[3]["target"]["source"]["id"] == f"urn:sha256:{FERRY.sha256}"
    assert items[4]["target"] == {"type": "Text"} | source
    assert items[6]["target"]["source"] == {
        "id": "urn:crossread:article:a7",
        "crossread:article": "a7",
    }


def test_several_passages_are_linked_not_told_as_targets_of_their_own(items):
    assert items[1]["motivation"] == "linking"
    assert items[1]["target"] == items[0]["target"]
    memo, other = items[1]["body"]
    assert memo["value"] == "Who says so?"
    assert other["purpose"] == "linking"
    assert other["selector"][0]["exact"] == "pier goes"
    assert other["source"]["crossread:article"] == "a2"


def test_words_that_wait_for_review_have_no_position_in_the_new_text(items):
    target = items[2]["target"]
    assert [each["type"] for each in target["selector"]] == ["TextQuoteSelector"]
    assert target["crossread:placing"] == "doubtful"
    assert target["crossread:earlier"] == {
        "crossread:revision": 0,
        "crossread:start": 4,
        "crossread:end": 14,
    }
    assert items[3]["target"]["crossread:confidence"] == 0.8


def test_tags_keep_their_ids_and_where_they_stand(items):
    first, second, memo = items[0]["body"]
    assert (first["purpose"], first["value"]) == ("tagging", "=loss")
    assert first["crossread:tag"] == {"id": f"urn:uuid:{IDS[2]}"}
    assert first["crossread:path"] == ["framing", "=loss"]
    assert second["crossread:path"] == ["framing"]
    assert (memo["purpose"], memo["value"]) == ("commenting", "Why?\n<script>")
    assert items[4]["body"][0]["value"] == "gone"


def test_the_motive_is_what_the_annotation_does(items):
    motives = [each["motivation"] for each in items]
    assert motives == [
        *("commenting", "linking", "tagging", "highlighting", "tagging", "commenting"),
        *("highlighting", "linking", "linking"),
    ]


def test_memos_stay_at_home_where_they_are_not_wanted(items):
    told = told_by(replace(DOSSIER, outgoing=Outgoing(has_memos=False)))["first"]["items"]
    assert "script" not in str(told[0]["body"])
    assert told[0]["motivation"] == "tagging"
    assert told[1]["body"] == items[1]["body"][1:]
    assert told[-2:] == items[-2:]


def test_only_times_are_told_as_times(items):
    assert (items[0]["created"], items[0]["modified"]) == (
        "2024-03-02T12:00:00Z",
        "2024-03-03T08:30:00Z",
    )
    assert not [each for each in items[2:] if "created" in each]
    assert items[0]["creator"] == {"type": "Person", "name": "Ann"}
    assert "creator" not in items[2]


def test_a_pair_links_one_passage_with_the_other(items):
    pair, alone = items[-2:]
    assert pair["motivation"] == "linking"
    passage, kind = pair["body"]
    assert passage["selector"][0]["exact"] == "The pier goes, the mayor said"
    assert pair["target"]["selector"][0]["exact"] == "The pier goes, said the mayor."
    assert (kind["purpose"], kind["value"]) == ("classifying", "edited")
    assert kind["crossread:similarity"] == 0.75
    assert pair["crossread:cluster"]["id"].startswith("urn:uuid:")
    assert "crossread:cluster" not in alone
    assert pair["id"] != alone["id"]


def test_the_project_is_told_by_the_collection():
    told = told_by()
    assert told["first"]["partOf"] == told["id"] != told["last"] == told["first"]["id"]
    other = told_by(BARE)
    assert len({told["id"], told["last"], other["id"], other["last"]}) == 4
    assert told["first"]["items"][5]["target"] == {"id": told["id"], "type": "crossread:Project"}
    assert told["first"]["items"][5]["id"] == "urn:crossread:annotation:n%208"
    assert (
        told["id"] != told_by(replace(DOSSIER, articles=(PIER,), comparison=Comparison(())))["id"]
    )


@pytest.mark.parametrize(
    "hostile",
    ["<script>alert(1)</script>", '"}]}', "=HYPERLINK(1)", "\u202e\u2066", "\ud800x\udfff"],
)
def test_hostile_texts_stay_texts(hostile):
    article = Article("a1", hostile, hostile, hostile, hostile, hostile, f"http://x/{hostile}")
    words = select("a1", hostile, Span(0, len(hostile)))
    note = Annotation(hostile, Target((words,)), (hostile,), hostile, hostile)
    tags = Codebook((Tag(hostile, hostile, definition=hostile, key=hostile),))
    dossier = Dossier(
        hostile, hostile, Outgoing(), tags, Comparison(()), (article,), (), (note,)
    )  # fmt: skip
    data = web_annotations(dossier).encode()
    told = json.loads(data)
    [item] = told["first"]["items"]
    assert told["label"] == item["creator"]["name"] == hostile
    assert item["target"]["selector"][0]["exact"] == hostile
    assert [body["value"] for body in item["body"]] == [hostile, hostile]
    assert item["id"].isascii()
    assert item["target"]["source"]["id"].isascii()
    assert not set(item["target"]["source"]["id"]) & set('<>" \\{}')


def test_what_is_no_address_on_the_web_is_not_told_as_one():
    for url in ("javascript:alert(1)", "https:///", "www.example.org", "https://"):
        note = Annotation("n", Target((), "a1"))
        dossier = replace(DOSSIER, articles=(replace(PIER, url=url),), annotations=(note,))
        target = told_by(dossier)["first"]["items"][0]["target"]
        assert target["id"] == f"urn:sha256:{PIER.sha256}"


def test_progress_is_told_and_an_export_can_be_cancelled():
    many = replace(DOSSIER, annotations=NOTES[:1] * (2 * REPORTED))
    told = []
    web_annotations(many, lambda *at: told.append(at))
    total = 2 * REPORTED + 2
    assert told == [(0, total), (REPORTED, total), (2 * REPORTED, total), (total, total)]

    def stop(_done, _total):
        raise Cancelled

    with pytest.raises(Cancelled):
        web_annotations(many, stop)
