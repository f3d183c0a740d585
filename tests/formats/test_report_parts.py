"""The parts of a report, each from a few articles made by hand."""

from dataclasses import replace

import pytest
from dossiers import make_dossier

from workbench.formats.blocks import Grid, Heading, Listing, Paragraph, Role, Run, Style
from workbench.formats.report import compose
from workbench.model import (
    Annotation,
    Apparatus,
    ApparatusCell,
    ApparatusRow,
    Article,
    Boilerplate,
    Cluster,
    Codebook,
    Comparison,
    Counterpart,
    Dossier,
    Excerpt,
    ExcerptGroup,
    Flag,
    Grouping,
    Kind,
    LinkingWord,
    Matrix,
    Methods,
    Outgoing,
    Part,
    Passage,
    PassagePair,
    Placing,
    Quotation,
    Reason,
    Rendering,
    Saying,
    Span,
    Tag,
    Target,
    Term,
    TermFamily,
    VariantKind,
    select,
)

POST = Article(
    "a1", "The old pier goes.", "Harbour Post", "Pier goes", "Mara Lind", "2024-03-02",
    "https://example.org/pier", "en", section="Town", page="4", retrieved="2024-03-05T10:00:00Z",
)  # fmt: skip
WIRE = Article("a2", "The new pier comes.", headline="Pier comes")
BARE = Article("a3", "Nothing at all.", path="/texts/bare.txt", url="ftp://example.org")
WHOLE = Passage("a1", Span(0, 18)), Passage("a2", Span(0, 19))


def dossier(part, articles=(POST, WIRE), comparison=None, **known):
    options = {key: known.pop(key) for key in tuple(known) if key in OUTGOING}
    parts = part if isinstance(part, tuple) else (part, Part.LITERATURE)
    outgoing = Outgoing(parts=parts, **options)
    fields = {"title": "Pier", "made": "", "codebook": Codebook(), "articles": articles}
    return Dossier(
        outgoing=outgoing, comparison=comparison or Comparison(articles), **(fields | known)
    )


OUTGOING = ("grouping", "has_context", "has_memos", "has_variants")


def shown(runs):
    return "".join(run.text for run in runs)


def lines(given, citations=None):
    """Tell a document line by line, the cells of a row apart by bars."""
    told = []
    for block in compose(given, citations or {}).blocks:
        if isinstance(block, Heading):
            told.append(f"{'#' * block.level} {block.text}")
        elif isinstance(block, Paragraph):
            told.append(shown(block.runs))
        elif isinstance(block, Listing):
            told += [f"- {shown(entry)}" for entry in block.entries]
        elif isinstance(block, Grid):
            told.append(" | ".join(block.heads))
            told += [" | ".join(shown(cell.runs) for cell in row) for row in block.rows]
    return told


def cluster(kind=Kind.EDITED, passages=WHOLE, **known):
    return Cluster("c1", kind, passages, ("p1",), **known)


def compared(found, *pairs):
    return Comparison((POST, WIRE), pairs, (found,))


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


def test_names_from_the_right_turn_nothing_around_them():
    post = replace(POST, outlet="נמל", headline="מזח", byline="", section="", language="he")
    found = Excerpt(post, Span(4, 7), 1, Span(4, 7))
    told = lines(excerpts(found, articles=(post,)))
    assert told[2] == (
        "[1] \u200eנמל\u200e, \u200e“מזח”\u200e, 2 Mar 2024, page\u00a04, paragraph\u00a01"
    )


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


NOTE = Annotation("q1", Target(), ("t2", "gone"), " My words. ", "Ada", "2024-03-04T00:00:00Z")
CODEBOOK = Codebook((Tag("t1", "time"), Tag("t2", "late", "t1")))
QUOTED = Excerpt(POST, Span(4, 7), 1, Span(0, 18), (NOTE, Annotation("q2", Target())))


def excerpts(*found, head="Head", **known):
    known = {"codebook": CODEBOOK, "groups": (ExcerptGroup(head, found),)} | known
    return dossier((Part.EXCERPTS,), **known)


def test_an_excerpt_has_all_that_a_reader_needs():
    assert lines(excerpts(QUOTED), {"a1": (Run("Lind (2024)."),)}) == [
        "# Harbour Post: Head",
        "old",
        (
            "[1] Harbour Post, “Pier goes”, Mara Lind, 2 Mar 2024, section Town, page\u00a04, "
            "paragraph\u00a01"
        ),
        "In context: The old pier goes.",
        "Cited as: Lind (2024).",
        f"https://example.org/pier · retrieved 5 Mar 2024\nSHA-256 of the text {POST.sha256}",
        "Tags: time › late",
        "Memo: My words. (Ada, 4 Mar 2024)",
    ]


def test_what_an_analyst_says_of_an_excerpt_is_a_remark_on_its_words():
    (quote,) = [
        block for block in compose(excerpts(QUOTED), {}).blocks
        if isinstance(block, Paragraph) and block.role is Role.QUOTE
    ]  # fmt: skip
    ((remark,),) = [run.remarks for run in quote.runs]
    assert (remark.text, remark.author, remark.tags) == (" My words. ", "Ada", ("time › late",))
    assert remark.made == "2024-03-04T00:00:00Z"


def test_context_and_memos_are_left_out_where_asked():
    given = excerpts(QUOTED, has_context=False, has_memos=False)
    assert not [line for line in lines(given) if line.startswith(("In context", "Memo"))]
    assert not [
        run for block in compose(given, {}).blocks if isinstance(block, Paragraph)
        for run in block.runs if run.remarks
    ]  # fmt: skip


def test_a_long_quote_is_not_said_again():
    text = "Before. " + "word " * 50 + "After."
    article = Article("a1", text, retrieved="2024-03-05")
    told = lines(excerpts(Excerpt(article, Span(8, 258), 1, Span(0, 264))))
    assert "In context: Before. […] After." in told
    assert f"Retrieved 5 Mar 2024 · SHA-256 of the text {article.sha256}" in told


def test_little_known_is_little_told():
    told = lines(excerpts(Excerpt(WIRE, Span(0, 3), 1, Span(0, 3))))
    assert told[2:5] == [
        "[1] Pier comes, paragraph\u00a01",
        "Cited as: Pier comes, Pier comes.",
        f"SHA-256 of the text {WIRE.sha256}",
    ]
    elsewhere = lines(excerpts(Excerpt(BARE, Span(0, 3), 1, Span(0, 3))))
    assert elsewhere[4].startswith("ftp://example.org\nSHA-256")


def test_an_address_that_the_citation_has_is_told_once():
    told = lines(excerpts(QUOTED), {"a1": (Run("Lind, https://example.org/pier."),)})
    assert told[5] == f"Retrieved 5 Mar 2024 · SHA-256 of the text {POST.sha256}"


@pytest.mark.parametrize(
    ("by", "head", "shown_as"),
    [
        (Grouping.DATE, "2024-03-02", "2 Mar 2024"),
        (Grouping.DATE, "", "No date known"),
        (Grouping.TAG, "", "Without a tag"),
        (Grouping.OUTLET, "", "No outlet known"),
        (Grouping.ARTICLE, "Pier\ngoes", "Harbour Post: Pier goes"),
        (Grouping.PASSAGE, "", "In no shared passage"),
    ],
)
def test_a_group_has_a_head(by, head, shown_as):
    assert lines(excerpts(QUOTED, head=head, grouping=by))[0] == f"# {shown_as}"


def test_excerpts_of_a_passage_stand_under_its_words():
    shared = Excerpt(POST, Span(4, 7), 1, Span(4, 7), cluster="c1")
    given = excerpts(shared, comparison=compared(cluster()), grouping=Grouping.PASSAGE)
    assert lines(given)[0] == "# Passage 1: The old pier goes."


def test_the_same_words_keep_their_number():
    other = Excerpt(WIRE, Span(0, 3), 1, Span(0, 3))
    groups = (ExcerptGroup("1", (QUOTED, other)), ExcerptGroup("2", (other, QUOTED)))
    told = lines(excerpts(groups=groups))
    numbers = [line[:3] for line in told if line.startswith("[")]
    assert numbers == ["[1]", "[2]", "[2]", "[1]"]


def test_other_articles_stand_beside_an_excerpt():
    other = Counterpart(WIRE, Span(4, 7))
    shared = Excerpt(POST, Span(4, 7), 1, Span(4, 7), counterparts=(other,))
    told = lines(excerpts(shared, has_variants=True))
    assert told[-2:] == ["In other articles:", "- Pier comes, no date: new"]
    assert told[0].startswith("- Words so marked")
    assert "In other articles:" not in lines(excerpts(shared))
    assert "In other articles:" not in lines(excerpts(QUOTED, has_variants=True))
    text = "word " * 900
    long = Excerpt(
        Article("a1", text), Span(0, 4500), 1, Span(0, 4500),
        counterparts=(Counterpart(Article("a2", text + "x"), Span(0, 4501)),),
    )  # fmt: skip
    told = lines(excerpts(long, has_variants=True))
    assert told[-1] == f"- a2, no date: {text}x"


def test_what_is_said_of_several_passages_stands_once_and_is_referred_to():
    passages = select("a1", POST.text, Span(4, 7)), select("a2", WIRE.text, Span(4, 7))
    both = Annotation("n1", Target(passages), ("t1",), "Both.", "Ada")
    tagged = replace(both, id="n2", memo="")
    there = Excerpt(WIRE, Span(4, 7), 1, Span(4, 7), (both, tagged))
    found = (replace(QUOTED, annotations=(both, tagged)), there)
    given = excerpts(*found, annotations=(both, tagged))
    told = lines(given)
    assert [line for line in told if line.startswith(("Memo", "Annotated", "# On"))] == [
        *("Memo on [1] and [2]: Both. (Ada)", "Annotated together with [2]"),
        *("Memo: see [1]", "Annotated together with [1]"),
    ]
    remarks = [
        [remark.text for remark in run.remarks]
        for block in compose(given, {}).blocks if isinstance(block, Paragraph)
        for run in block.runs if run.remarks
    ]  # fmt: skip
    assert remarks == [["Both.", ""], ["See [1].", ""]]
    silent = lines(excerpts(*found, annotations=(both, tagged), has_memos=False))
    assert [line for line in silent if line.startswith(("Memo", "Annotated"))] == [
        *["Annotated together with [2]"] * 2, *["Annotated together with [1]"] * 2,
    ]  # fmt: skip


def test_of_several_passages_those_whose_place_is_not_sure_are_told_apart():
    passages = select("a1", POST.text, Span(4, 7)), select("a2", WIRE.text, Span(4, 7))
    doubtful = replace(passages[1], placing=Placing.DOUBTFUL)
    note = Annotation("n1", Target((passages[0], doubtful)), (), "Both.")
    told = lines(excerpts(replace(QUOTED, annotations=(note,)), annotations=(note,)))
    assert "Memo: Both." in told
    assert told[-3:] == [
        "# On passages in several articles",
        (
            "“old” in Harbour Post, 2 Mar 2024; “new” in Pier comes, no date"
            " (waits for review since the article was revised)"
        ),
        "Memo: see [1]",
    ]


def test_an_excerpt_stays_with_what_is_said_of_it():
    given = excerpts(QUOTED, QUOTED, has_variants=True)
    blocks = [block for block in compose(given, {}).blocks if isinstance(block, Paragraph)]
    kept = [(block.role, block.keeps_next) for block in blocks]
    assert kept[len(kept) // 2 - 1] == kept[-1] == (Role.MEMO, False)
    assert all(keeps for role, keeps in kept if role is not Role.MEMO)
    long = Excerpt(Article("a1", "word " * 500), Span(0, 2499), 1, Span(0, 2499))
    first, second, *_ = (
        block for block in compose(excerpts(long), {}).blocks if isinstance(block, Paragraph)
    )
    assert (first.keeps_next, second.keeps_next) == (False, True)


def test_a_context_of_marks_alone_says_nothing():
    told = lines(excerpts(Excerpt(POST, Span(0, 17), 1, Span(0, 18), (NOTE,))))
    assert not [line for line in told if line.startswith("In context")]


def test_words_that_nobody_annotated_are_excerpts():
    parts = (Part.EXCERPTS, Part.LITERATURE)
    bare = replace(QUOTED, annotations=())
    assert lines(dossier(parts, groups=(ExcerptGroup("", (QUOTED,)),)))[0] == "# Annotated excerpts"
    assert lines(dossier(parts, groups=(ExcerptGroup("", (QUOTED, bare)),)))[0] == "# Excerpts"


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


def test_what_is_said_of_more_than_words_comes_after_the_excerpts():
    placed = select("a1", POST.text, Span(4, 7))
    doubtful = select("a9", "Gone words", Span(0, 4))
    notes = (
        Annotation("n1", Target(), (), "All."),
        Annotation("n2", Target(article="a1"), ("t1",), "One."),
        Annotation("n3", Target(article="a2"), ("gone",), "Two."),
        Annotation("n4", Target((placed, select("a2", WIRE.text, Span(4, 7)))), ("t1",)),
        Annotation("n5", Target((placed,)), (), "In its excerpt."),
        Annotation("n6", Target((kept(doubtful, Placing.KEPT),)), (), "Lost."),
        Annotation("n7", Target((kept(placed, Placing.DOUBTFUL),)), (), "Unsure."),
        Annotation("n8", Target(article="a9"), (), "Of no article here."),
        Annotation("n9", Target()),
    )
    given = excerpts(QUOTED, annotations=notes)
    told = lines(given)
    assert told[told.index("# On the whole") :] == [
        *("# On the whole", "The project", "Memo: All."),
        "# On articles",
        *("Harbour Post, 2 Mar 2024, “Pier goes” · Tags: time", "Memo: One."),
        *("Pier comes, no date", "Memo: Two."),
        *("An article that is not here", "Memo: Of no article here."),
        "# On passages in several articles",
        "“old” in Harbour Post, 2 Mar 2024; “new” in Pier comes, no date · Tags: time",
        "# On words whose place is not sure",
        *("“Gone” (left with an earlier text of the article)", "Memo: Lost."),
        "“old” in Harbour Post, 2 Mar 2024 (waits for review since the article was revised)",
        "Memo: Unsure.",
    ]
    silent = lines(excerpts(QUOTED, annotations=notes, has_memos=False))
    assert [line for line in silent if line.startswith("# On")] == [
        *("# On articles", "# On passages in several articles"),
    ]


def kept(selector, placing):
    return replace(selector, placing=placing)


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
