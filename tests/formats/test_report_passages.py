"""What a report shows of passages, quotations and terms, from articles made by hand."""

from dataclasses import replace

from report_lines import BARE, POST, WHOLE, WIRE, cluster, compared, dossier, lines, shown

from workbench.formats.blocks import Grid, Style
from workbench.formats.report import compose
from workbench.model import (
    Apparatus,
    ApparatusCell,
    ApparatusRow,
    Article,
    Comparison,
    Flag,
    Kind,
    LinkingWord,
    Part,
    Passage,
    PassagePair,
    Quotation,
    Reason,
    Rendering,
    Saying,
    Span,
    Term,
    TermFamily,
    VariantKind,
)


def test_words_that_not_all_have_alike_stand_side_by_side():
    articles = (
        replace(POST, text="They say that the old pier by the harbour goes."),
        replace(WIRE, text="The Old pier by the harbour, goes."),
    )
    passages = Passage("a1", Span(0, 47)), Passage("a2", Span(0, 34))
    found = cluster(Kind.VERBATIM, passages, earliest=passages[0])
    comparison = Comparison(articles, (), (found,))
    blocks = compose(dossier(Part.PASSAGES, articles, comparison), {}).blocks
    (grid,) = [block for block in blocks if isinstance(block, Grid)]
    assert [shown(row[1].runs) for row in grid.rows] == [
        "They say that the old pier by the harbour goes.",
        "[They say that] The Old pier by the harbour, goes.",
    ]
    told = lines(dossier(Part.PASSAGES, articles, comparison))
    assert any(
        line.startswith("Word for word, but more of it in some · 2 articles") for line in told
    )


def test_words_that_all_have_alike_stand_once():
    articles = POST, replace(WIRE, text="The OLD pier goes")
    passages = Passage("a1", Span(0, 18)), Passage("a2", Span(0, 17))
    found = cluster(Kind.VERBATIM, passages, earliest=passages[0], speaker="Mara\nLind")
    comparison = Comparison(articles, (), (found,))
    told = lines(dossier((Part.PASSAGES,), articles, comparison))
    assert told[-5:] == [
        "## Passage 1: The old pier goes.",
        (
            "Word for word · 2 articles · quoted from Mara Lind · first seen in Harbour Post,"
            " 2 Mar 2024"
        ),
        "The old pier goes.",
        "- Harbour Post, 2 Mar 2024",
        "- Pier comes, no date",
    ]


def test_what_is_edited_is_held_against_the_first_where_there_is_no_apparatus():
    told = lines(dossier(Part.PASSAGES, comparison=compared(cluster())))
    assert told[-6:-3] == [
        "Outlet | Words",
        "Harbour Post\n2 Mar 2024 | The old pier goes.",
        "Pier comes\nno date | The new pier comes.",
    ]
    (grid,) = [
        block
        for block in compose(dossier(Part.PASSAGES, comparison=compared(cluster())), {}).blocks
        if isinstance(block, Grid)
    ]
    marked = [run.text for run in grid.rows[1][1].runs if run.style is Style.VARIANT]
    assert marked == ["new pier comes"]


def test_what_is_too_long_is_not_held_against_anything():
    text = "word " * 2000
    long = Article("a1", text), Article("a2", text + "more")
    passages = tuple(Passage(one.id, Span(0, len(one.text))) for one in long)
    comparison = Comparison(long, (), (cluster(passages=passages),))
    blocks = compose(dossier(Part.PASSAGES, long, comparison), {}).blocks
    (grid,) = [block for block in blocks if isinstance(block, Grid)]
    assert {run.style for _, cell in grid.rows for run in cell.runs} == {Style.QUOTED}


def test_passages_in_other_words_say_what_links_them():
    words = (
        LinkingWord("the", "the", 7.0, 2), LinkingWord("Pier", "pier", 3.1, 2),
        LinkingWord("jetty", "jetty", 2.0, 2),
    )  # fmt: skip
    pair = PassagePair("p1", Kind.REWORDED, 0.4, *WHOLE, (), Reason(2, 3, words))
    told = lines(dossier((Part.PASSAGES,), comparison=compared(cluster(Kind.REWORDED), pair)))
    assert "In other words · 2 articles · linked by jetty, Pier" in told
    without = compared(cluster(Kind.REWORDED))
    assert "In other words · 2 articles" in lines(dossier((Part.PASSAGES,), comparison=without))


def laid_out(*rows):
    """Lay rows of (article, (words, kind, flags)...) out as the apparatus of the first cluster."""
    told = []
    for passage, cells in zip(WHOLE, rows, strict=True):
        text = {"a1": POST, "a2": WIRE}[passage.article].text
        at, found = 0, []
        for words, kind, flags in cells:
            at = text.index(words, at)
            found.append(ApparatusCell(Span(at, at + len(words)), words, kind, flags))
            at += len(words)
        told.append(ApparatusRow("A", passage, tuple(found)))
    differing = tuple(any(row.cells[n].kind for row in told) for n in range(len(told[0].cells)))
    return Apparatus("c1", tuple(told), 0, differing)


def test_an_apparatus_marks_what_differs_and_names_what_deserves_a_look():
    other, gone, moved = (
        VariantKind.SUBSTITUTION, VariantKind.OMISSION, VariantKind.TRANSPOSITION,
    )  # fmt: skip
    table = laid_out(
        (("The", None, ()), ("old", None, ()), ("pier", None, ()), ("goes", None, ()),
         ("", None, ())),
        (("The", None, ()), ("new", other, (Flag.NAME, Flag.CASE)), ("pier", None, ()),
         ("", gone, (Flag.CASE,)), ("comes", VariantKind.ADDITION, ())),
    )  # fmt: skip
    found = cluster(earliest=WHOLE[0])
    given = dossier(Part.PASSAGES, comparison=compared(found), apparatuses=(table,))
    blocks = list(compose(given, {}).blocks)
    (grid,) = [block for block in blocks if isinstance(block, Grid)]
    assert [(run.text, run.style) for run in grid.rows[0][1].runs] == [
        *(("The ", Style.QUOTED), ("old", Style.VARIANT), (" pier ", Style.QUOTED)),
        *(("goes", Style.VARIANT), (".", Style.QUOTED)),
    ]
    assert [(run.text, run.style) for run in grid.rows[1][1].runs] == [
        *(("The ", Style.QUOTED), ("new", Style.VARIANT), (" pier", Style.QUOTED)),
        *((" ", Style.QUOTED), ("[goes]", Style.OMITTED), (" ", Style.QUOTED)),
        *(("comes", Style.ADDED), (".", Style.QUOTED)),
    ]
    assert "first seen" in shown(grid.rows[0][0].runs)
    told = lines(given)
    assert "- Name: “old” in Harbour Post; “new” in Pier comes" in told
    assert sum("in Harbour Post;" in line for line in told) == 1
    turned = laid_out(
        (("The", None, ()), ("old", None, ())), (("", moved, (Flag.DATE,)), ("new", moved, ()))
    )
    again = dossier(Part.PASSAGES, comparison=compared(found), apparatuses=(turned,))
    assert "- Date: “The old” in Harbour Post; “new” in Pier comes" in lines(again)
    plain = laid_out((("The", None, ()),), (("The", None, ()),))
    same = dossier(Part.PASSAGES, comparison=compared(found), apparatuses=(plain,))
    assert not [line for line in lines(same) if line.startswith("Differences")]
    omitted = laid_out((("old", None, ()),), (("", gone, (Flag.NAME,)),))
    last = dossier(Part.PASSAGES, comparison=compared(found), apparatuses=(omitted,))
    assert "- Name: “old” in Harbour Post; nothing there in Pier comes" in lines(last)


def test_marks_do_not_part_what_differs_around_them():
    gone = VariantKind.OMISSION
    post = replace(POST, text="The old, pier goes.")
    parted = laid_out(
        (("old", None, ()), ("", None, ()), ("pier", None, ())),
        (("", gone, (Flag.NAME,)), ("", None, ()), ("", gone, ())),
    )
    row, other = parted.rows
    marks = ApparatusCell(Span(7, 8), ",", None, ())
    pier = replace(row.cells[2], span=Span(9, 13))
    row = replace(row, cells=(row.cells[0], marks, pier))
    table = replace(parted, rows=(row, other))
    found = cluster(earliest=WHOLE[0])
    articles = post, WIRE
    given = dossier(
        Part.PASSAGES, articles, Comparison(articles, (), (found,)), apparatuses=(table,)
    )
    assert "- Name: “old, pier” in Harbour Post; nothing there in Pier comes" in lines(given)


def said(article, start, end, speaker="Mara Lind"):
    return Quotation(article, Span(start, end), speaker)


def test_quotations_tell_what_each_article_did_with_them():
    fullest, part = said("a1", 0, 17), said("a2", 0, 12, None)
    saying = Saying(
        "Mara Lind, mayor", fullest,
        (
            Rendering(fullest),
            Rendering(part, cut=True, changed=True),
            Rendering(said("a3", 0, 3, "Jo\nRay"), elsewhere=True),
            Rendering(said("a3", 0, 4, None), elsewhere=True),
            Rendering(said("a3", 0, 5)),
            Rendering(said("a3", 0, 6)),
        ),
    )  # fmt: skip
    alone = Saying(None, part, (Rendering(part),))
    nobody = Saying(None, part, (Rendering(part), Rendering(said("a1", 0, 3, None))))
    more = Saying("Mara Lind", part, nobody.renderings)
    articles = (POST, WIRE, BARE)
    told = lines(dossier(Part.QUOTATIONS, articles, sayings=(nobody, saying, alone, more)))
    assert [line for line in told if line.startswith("##")] == [
        *("## Mara Lind, mayor", "## No speaker named", "## Quoted in one of these articles only"),
    ]
    assert told[4] == (
        "The old pier goes | Fullest in Harbour Post, 2 Mar 2024\n"
        "The same words, attributed to Jo Ray, in bare.txt, no date\n"
        "The same words, attributed to nobody, in bare.txt, no date\n"
        "The same words in bare.txt, no date; bare.txt, no date\n"
        "Shortened, other words, no speaker named, in Pier comes, no date: The new pier"
    )
    assert "No speaker named | The new pier | Pier comes, no date" in told
    only = lines(dossier((Part.QUOTATIONS,), articles, sayings=(alone,)))
    assert only[1] == "Speaker | Quotation | Outlet"
    together = lines(dossier((Part.QUOTATIONS,), articles, sayings=(nobody,)))
    assert together[4] == (
        "The new pier | The same words, no speaker named, in Pier comes, no date; "
        "Harbour Post, 2 Mar 2024"
    )
    assert "## Quoted in one of these articles only" not in together


def test_a_long_quotation_is_shown_as_it_is():
    text = "word " * 1500
    long = Article("a1", text), Article("a2", text)
    fullest = said("a1", 0, len(text))
    saying = Saying(None, fullest, (Rendering(fullest), Rendering(said("a2", 0, 4), cut=True)))
    told = lines(dossier(Part.QUOTATIONS, long, sayings=(saying,)))
    assert told[4].endswith("Shortened in a2, no date: word")


def test_many_forms_of_a_term_go_on_below():
    forms = tuple(Term(f"form {n}", (WHOLE[n % 2],)) for n in range(7))
    found = Comparison((POST, WIRE), terms=(TermFamily(forms, 1234.5, chosen=True),))
    told = lines(dossier((Part.TERMS,), comparison=found))
    assert told[2:4] == ["## “form 0”", "Log-likelihood 1,234.5 · put together by the analyst"]
    assert told[4:8] == [
        "Outlet | form 0 | form 1 | form 2 | form 3 | form 4",
        "Harbour Post | 1 | 0 | 1 | 0 | 1",
        "Pier comes | 0 | 1 | 0 | 1 | 0",
        "All | 1 | 1 | 1 | 1 | 1",
    ]
    assert told[8:] == [
        *("Outlet | form 5 | form 6 | All", "Harbour Post | 0 | 1 | 4"),
        *("Pier comes | 1 | 0 | 3", "All | 1 | 1 | 7"),
    ]
