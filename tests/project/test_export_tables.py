"""Tables that go out: which of them a format has, and which articles are cited for them."""

import gc
import sys
from dataclasses import replace

import pytest

from workbench.model import (
    Annotation,
    Article,
    Codebook,
    Comparison,
    Dossier,
    Excerpt,
    ExcerptGroup,
    Loss,
    LossReason,
    Outgoing,
    OutputError,
    OutputProblem,
    Part,
    Placing,
    Sheet,
    Span,
    Target,
    select,
    silent,
)
from workbench.project.export_formats import export_format

FERRY = Article("a1", "The ferry sails.", "Harbour Post", "Ferry sails", published="2024-03-06")
PIER = Article("a2", "The pier stays.", "Daily Ledger", "Pier stays", published="2024-03-07")


def dossier_of(*sheets, parts=()):
    excerpt = Excerpt(FERRY, Span(4, 9), 1, Span(0, len(FERRY.text)))
    return Dossier(
        "Story",
        "2024-04-02T09:30:00Z",
        Outgoing(parts=parts, sheets=sheets),
        Codebook(),
        Comparison((FERRY, PIER)),
        (FERRY, PIER),
        groups=(ExcerptGroup("Harbour Post", (excerpt,)),),
    )


@pytest.mark.parametrize(
    ("sheet", "cited"),
    [
        (Sheet.EXCERPTS, ["Ferry sails. (2024"]),
        (Sheet.ARTICLES, ["Ferry sails. (2024", "Pier stays. (2024"]),
        (Sheet.PAIRS, []),
    ],
)
def test_a_table_cites_the_articles_that_it_names(sheet, cited):
    told = []
    dossier = dossier_of(sheet)
    text = export_format("csv-plain").write(dossier, lambda *at: told.append(at)).decode()
    assert [
        words for words in ("Ferry sails. (2024", "Pier stays. (2024") if words in text
    ] == cited
    assert told[-1] == (100, 100)


@pytest.mark.parametrize(
    ("part", "cited"), [(Part.EXCERPTS, 1), (Part.LITERATURE, 2), (Part.OVERVIEW, 0)]
)
def test_a_document_cites_what_it_shows(part, cited):
    text = export_format("markdown").write(dossier_of(parts=(part,)), silent).decode()
    assert text.count("(2024, March") == cited


def test_tables_have_no_parts_and_csv_has_one_table():
    asked = Outgoing(sheets=(Sheet.TERMS, Sheet.PAIRS))
    narrowed = {name: export_format(name).narrow(asked) for name in ("xlsx", "csv", "csv-plain")}
    assert {each.parts for each in narrowed.values()} == {()}
    assert narrowed["xlsx"].sheets == asked.sheets
    assert narrowed["csv"].sheets == narrowed["csv-plain"].sheets == (Sheet.TERMS,)


def test_words_that_a_cell_cannot_hold_are_told():
    long = Article("a3", "long " * 10_000)
    excerpt = Excerpt(long, Span(0, len(long.text)), 1, Span(0, len(long.text)))
    dossier = replace(dossier_of(Sheet.EXCERPTS), groups=(ExcerptGroup("", (excerpt,)),))
    (loss,) = export_format("xlsx").losses(dossier)
    assert (loss.what, loss.where, loss.count) == ("Quote", "Excerpts", 1)
    assert loss.reason is LossReason.NO_PLACE
    assert export_format("csv").losses(dossier) == ()
    assert export_format("xlsx").losses(dossier_of(Sheet.EXCERPTS)) == ()


@pytest.mark.parametrize("name", ["xlsx", "csv", "csv-plain"])
def test_annotations_that_are_on_no_words_are_in_no_table(name):
    sure = select("a1", FERRY.text, Span(4, 9))
    targets = (
        Target((sure,)), Target((sure, replace(sure, placing=Placing.KEPT))),
        Target((replace(sure, placing=Placing.DOUBTFUL),)), Target((), "a1"), Target(),
    )  # fmt: skip
    notes = tuple(Annotation(f"n{number}", each) for number, each in enumerate(targets))
    dossier = replace(dossier_of(Sheet.EXCERPTS), annotations=notes)
    losses = export_format(name).losses
    assert losses(dossier) == (Loss("wordless", "", LossReason.NO_PLACE, 3),)
    assert losses(replace(dossier, outgoing=Outgoing(sheets=(Sheet.PAIRS,)))) == ()


@pytest.mark.skipif(sys.platform == "win32", reason="no limit can be set there")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # XlsxWriter's
def test_rows_that_have_no_room_are_an_error_of_output():
    import resource

    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, usual[1]))
    try:
        with pytest.raises(OutputError) as caught:
            export_format("xlsx").write(dossier_of(*Sheet), silent)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)
    assert caught.value.problem is OutputProblem.FULL
    del caught
    gc.collect()
