"""The parts of a report about the whole: overview, timeline, methods and literature."""

from dataclasses import replace

import pytest
from dossiers import make_dossier
from report_lines import BARE, POST, WHOLE, WIRE, cluster, dossier, lines, shown

from workbench.formats.blocks import Grid, Paragraph, Run, Style
from workbench.formats.report import compose
from workbench.model import (
    Article,
    Boilerplate,
    Cluster,
    Comparison,
    Kind,
    Matrix,
    Methods,
    Part,
    Passage,
    PassagePair,
    Reason,
    Span,
)


def test_a_report_of_nothing_says_so():
    given = dossier(tuple(Part), (), title=" ")
    document = compose(given, {})
    assert (document.title, document.facts) == ("Unnamed project", (("Articles", "0"),))
    told = lines(given)
    for words in (
        "0 articles.",
        "These articles share no passage.",
        "These articles quote nobody.",
        "No rival forms of a phrase were found in these articles.",
        "Nothing is annotated in what goes out.",
        "0 articles went out; nothing was compared for this.",
    ):
        assert words in told
    assert not {"# Timeline", "# Bibliography", "## Texts"} & set(told)


def test_facts_are_those_that_are_known():
    facts = dict(compose(make_dossier(), {}).facts)
    assert tuple(facts) == (
        *("Articles", "Outlets", "Published", "Shared passages", "Annotations"),
        *("State of the project", "Program"),
    )
    assert facts["State of the project"] == "2 April 2024"


def test_articles_are_called_by_what_is_known_of_them():
    told = lines(dossier(Part.OVERVIEW, (POST, WIRE, BARE, Article("a4", "x"))))
    assert told[1] == "4 articles from 1 outlet, 2 March 2024. They share no passage."
    assert told[3] == "A | Harbour Post | Pier goes | Mara Lind | 2 Mar 2024 | 4 | 0%"
    assert told[4].startswith("B |  | Pier comes |")
    assert told[5].startswith("C | bare.txt |  |")
    assert told[-4:] == [
        "a4.",
        "bare.txt.",
        "Harbour Post, Pier goes, 2 Mar 2024.",
        "Pier comes, Pier comes.",
    ]


def test_a_cited_article_has_its_citation():
    told = lines(dossier(Part.LITERATURE), {"a1": (Run("Lind (2024)."),)})
    assert told == ["# Bibliography", "Lind (2024).", "Pier comes, Pier comes."]


def test_a_citation_runs_from_the_left_whatever_is_cited():
    cited = (Run("מרה לינד. (2024, May). "), Run("נמל", Style.EMPHASIS))
    (block,) = [
        block
        for block in compose(dossier((Part.LITERATURE,), (POST,)), {"a1": cited}).blocks
        if isinstance(block, Paragraph)
    ]
    mark = "\N{LEFT-TO-RIGHT MARK}"
    assert [run.text for run in block.runs] == [
        *(mark, "מרה לינד", mark, ". (2024, May). ", mark, "נמל", mark),
    ]
    assert block.runs[-2].style is Style.EMPHASIS


def test_the_share_in_common_counts_each_word_once():
    both = Cluster("c2", Kind.EDITED, (Passage("a1", Span(4, 12)), Passage("a2", Span(0, 3))), ())
    found = Comparison((POST, WIRE), (), (both, Cluster("c3", Kind.EDITED, both.passages, ())))
    told = lines(dossier(Part.OVERVIEW, comparison=found))
    assert told[1].endswith("2 passages are shared: 2 edited.")
    assert [line.rpartition(" | ")[2] for line in told[3:5]] == ["50%", "25%"]
    one = Comparison((POST, WIRE), (), (both,))
    assert "1 passage is shared: 1 edited." in lines(dossier(Part.OVERVIEW, comparison=one))[1]


def test_a_wide_matrix_goes_on_below():
    names = tuple(f"Outlet {n}" for n in range(1, 19))
    shares = tuple(tuple(None if r == c else 0.5 for c in range(18)) for r in range(18))
    given = dossier(Part.OVERVIEW, matrix=Matrix(names, shares, by_outlet=True))
    grids = [block for block in compose(given, {}).blocks if isinstance(block, Grid)]
    assert [len(grid.heads) for grid in grids[1:]] == [17, 3]
    assert grids[2].caption == "Share of words in common, columns 17 to 18"
    assert shown(grids[2].rows[16][0].runs) == "17 Outlet 17"
    assert [cell.shade for cell in grids[2].rows[16][1:]] == [None, 0.5]
    two = dossier(Part.OVERVIEW, matrix=Matrix(("P", "W"), ((None, 0.1), (0.2, None))))
    assert " | A | B" in lines(two)
    assert " | C | AA" in lines(replace(two, sigla=("C", "AA")))


def test_a_timeline_tells_who_had_what_first():
    found = cluster(earliest=WHOLE[0])
    other = Cluster("c2", Kind.EDITED, WHOLE, ())
    third = Cluster("c3", Kind.EDITED, WHOLE[:1], (), WHOLE[0])
    comparison = Comparison((POST, WIRE, BARE), (), (found, other, third))
    told = lines(dossier((Part.TIMELINE,), (POST, WIRE, BARE), comparison))
    assert told[3:5] == [
        "2 Mar 2024 | Harbour Post | 1–3 | 1, 3",
        "No date | Pier comes | 1, 2 | –",
    ]
    assert told[6:] == [
        "1 | The old pier goes. | Harbour Post, 2 Mar 2024 | Pier comes, no date",
        "2 | The old pier goes. | No date known | Harbour Post, 2 Mar 2024; Pier comes, no date",
        "3 | The old pier goes. | Harbour Post, 2 Mar 2024 | ",
    ]


def dated(*days):
    """Return the articles, dated so."""
    named = (POST, WIRE, BARE)
    return tuple(replace(one, published=day) for one, day in zip(named, days, strict=False))


@pytest.mark.parametrize(
    ("days", "first"),
    [
        (("2024-03-02", "2024-03-02T09:00"), "Harbour Post, 2 Mar 2024 or Pier comes, 2 Mar 2024,"),
        (("2024-03-02", "2024-03"), "Harbour Post, 2 Mar 2024 or Pier comes, Mar 2024"),
        (("2024-03-02T09:00", "2024-03-02T10:00"), "Harbour Post, 2 Mar 2024, 09:00 | Pier"),
        (("2024-03-02T09:00+00:00", "2024-03-02T10:00+08:00"), "Pier comes, 2 Mar 2024, 10:00 +08"),
    ],
)
def test_no_article_is_called_the_first_where_dates_do_not_tell(days, first):
    articles = dated(*days)
    comparison = Comparison(articles, (), (cluster(earliest=WHOLE[0]),))
    told = lines(dossier((Part.TIMELINE, Part.PASSAGES), articles, comparison))
    (row,) = (line for line in told if line.startswith("1 | The old pier goes. | "))
    assert row.removeprefix("1 | The old pier goes. | ").startswith(first)
    (fact,) = (line for line in told if line.startswith("Edited · 2 articles · first seen in "))
    assert (" or " in fact) is (" or " in first)
    perhaps = [line for line in told if "\nperhaps first | " in line]
    assert len(perhaps) == (2 if " or " in first else 0)


def test_articles_stand_in_the_order_of_time_whatever_their_zones():
    articles = dated("2024-03-02T09:00+00:00", "2024-03-02T10:00+08:00")
    comparison = Comparison(articles, (), (cluster(earliest=WHOLE[1]),))
    told = lines(dossier((Part.TIMELINE,), articles, comparison))
    assert told[3:5] == [
        "2 Mar 2024, 10:00 +08:00 | Pier comes | 1 | 1",
        "2 Mar 2024, 09:00 UTC | Harbour Post | 1 | –",
    ]


@pytest.mark.parametrize(
    ("parts", "title"),
    [
        (tuple(Part), "Comparison report"),
        ((Part.TERMS, Part.EXCERPTS), "Comparison report"),
        ((Part.PASSAGES, Part.METHODS), "Shared passages"),
        ((Part.METHODS, Part.EXCERPTS, Part.LITERATURE), "Excerpts"),
        ((Part.METHODS, Part.LITERATURE), "Bibliography and methods"),
        ((), ""),
    ],
)
def test_a_document_is_called_what_it_is(parts, title):
    assert compose(dossier(parts), {}).subtitle == title


def test_methods_state_how_it_was_made():
    pair = PassagePair("p1", Kind.EDITED, 0.9, *WHOLE, (), Reason(3, 1))
    comparison = Comparison(
        (POST, WIRE), (pair,), (cluster(),), boilerplate=(Boilerplate("Subscribe.", "", ()),)
    )
    used = Methods("Crossread 1.0", 2, (("seed_words", "3"), ("gap", "9")), 4)
    told = lines(dossier((Part.METHODS, Part.TERMS), comparison=comparison, methods=used))
    (line,) = [line for line in told if line.startswith("2 articles")]
    assert line == (
        "2 articles, dated 2 March 2024, were compared, each with all the others. This found 1 "
        "pair of passages, which make 1 shared passage: 1 edited. Left out: 1 text printed again "
        "and again, such as footers. The comparison was made by Crossread 1.0, "
        "engine 2, with the usual settings but for these – seed words: 3; gap: 9. 4 decisions of "
        "the analyst changed what was found."
    )
    usual = lines(dossier((Part.METHODS, Part.TERMS), methods=Methods("C", 2)))
    assert any(
        "This found no shared passage. The comparison was made by C, engine 2, with the usual "
        "settings. The analyst changed nothing of what was found." in line
        for line in usual
    )
    unsaid = lines(dossier((Part.METHODS,), has_variants=True))
    assert any(line.endswith("This found no shared passage.") for line in unsaid)
