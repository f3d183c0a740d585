"""What goes out to REFI-QDA of a dossier, and what its format has no place for."""

import io
from dataclasses import replace
from pathlib import Path

import pytest

from workbench.formats.from_refi import read_refi
from workbench.model import (
    Annotation,
    Article,
    Codebook,
    Comparison,
    Dossier,
    InputError,
    InputProblem,
    Kind,
    Loss,
    LossReason,
    Outgoing,
    Passage,
    PassagePair,
    Placing,
    Reading,
    Reason,
    Selector,
    Span,
    Tag,
    Target,
    Variant,
    VariantKind,
    select,
    silent,
)
from workbench.project.export_formats import export_format
from workbench.project.refi import dossier_to_refi, refi_losses

GUIDS = [f"00000000-0000-4000-8000-00000000000{number}" for number in range(8)]
PIER = Article("a1", "The new pier.", "Post", path="pier.txt", revision=2)
BOAT = Article("a2", "The boat left.")
NOW = select("a1", PIER.text, Span(4, 7), 2)
THEN = Selector("a1", Span(4, 7), "old", "The ", " pier", 1, placing=Placing.DOUBTFUL)
KEPT = Selector("a1", Span(4, 7), "red", "The ", " pier", 0, placing=Placing.KEPT)
UNSURE = Selector("a2", Span(4, 8), "boat", "The ", " left.", confidence=0.9)
GONE = Selector("a9", Span(4, 8), "boat")
NOTES = (
    Annotation(GUIDS[1], Target((NOW,)), (), "here"),
    Annotation(GUIDS[2], Target((THEN,)), (), "doubtful"),
    Annotation(GUIDS[3], Target((KEPT, UNSURE)), (), "one of two"),
    Annotation(GUIDS[4], Target((GONE,)), (), "elsewhere"),
    Annotation(GUIDS[5], Target((), "a9"), (), "on another"),
    Annotation(GUIDS[6], Target((), "a2"), (), "on one"),
    Annotation(GUIDS[7], Target(), (), "on all"),
)
VARIANT = Variant(VariantKind.SUBSTITUTION, Reading(Span(4, 7), "new"), Reading(Span(4, 8), "boat"))
PAIR = PassagePair(
    "p1", Kind.EDITED, 0.9, Passage("a1", Span(0, 7)), Passage("a2", Span(0, 8)), (VARIANT,),
    Reason(1, 1),
)  # fmt: skip
DOSSIER = Dossier(
    "Story",
    "",
    Outgoing(),
    Codebook((Tag(GUIDS[0], "places", key="p"),)),
    Comparison((PIER, BOAT), (PAIR,), only_here=(Passage("a1", Span(7, 12)),)),
    (PIER, BOAT),
    (),
    NOTES,
)


def test_annotations_go_out_where_their_words_are_at_their_place():
    exchange = read_refi(Path("x.qdpx"), io.BytesIO(dossier_to_refi(DOSSIER)))
    said = {one.memo: [each.quote for each in one.target.selectors] for one in exchange.annotations}
    assert said == {"here": ["new"], "one of two": ["boat"], "on one": [], "on all": []}


def test_memos_stay_behind_where_none_are_asked_for():
    quiet = replace(DOSSIER, outgoing=Outgoing(has_memos=False))
    exchange = read_refi(Path("x.qdpx"), io.BytesIO(dossier_to_refi(quiet)))
    assert len(exchange.annotations) == 4
    assert {one.memo for one in exchange.annotations} == {""}


def test_a_codebook_has_no_place_for_keys():
    losses = export_format("codebook").losses
    assert losses(DOSSIER) == (Loss("key", "", LossReason.NO_PLACE, 1),)
    assert losses(replace(DOSSIER, codebook=Codebook())) == ()


def test_a_codebook_without_tags_is_none():
    with pytest.raises(InputError) as caught:
        export_format("codebook").write(replace(DOSSIER, codebook=Codebook()), silent)
    assert caught.value.problem is InputProblem.NO_TAGS


def test_what_has_no_place_is_counted():
    assert refi_losses(DOSSIER) == tuple(
        Loss(what, "", LossReason.NO_PLACE, count)
        for what, count in (
            ("doubtful place", 2),
            ("elsewhere", 1),
            ("confidence", 1),
            ("earlier text", 2),
            ("file path", 1),
            ("key", 1),
            ("variant", 1),
            ("only here", 1),
        )
    )


@pytest.mark.parametrize(("name", "suffix"), [("refi-qda", ".qdpx"), ("codebook", ".qdc")])
def test_it_is_one_of_the_formats(name, suffix):
    told = []
    form = export_format(name)
    data = form.write(DOSSIER, lambda done, total: told.append((done, total)))
    assert form.suffix == suffix
    assert data.startswith(b"PK" if name == "refi-qda" else b"<?xml")
    assert told == ([(0, 2), (1, 2), (2, 2)] if name == "refi-qda" else [])
